//! Checklists of early signs as a kind of tool: built and translated like any other, told what is wrong with them,
//! and refused by the commands that are for questionnaires.

use serde_json::json;

use crate::score::score_file;
use crate::site::Site;

const LIST: &str = include_str!("../../wasm-tools/model/tests/checklist.toml");
const SPANISH: &str = include_str!("../../wasm-tools/model/tests/checklist.es.toml");

fn site() -> Site {
    let site = Site::new();
    site.write("content/tools/small.toml", LIST);
    site
}

/// What `check` says of a checklist with these changes.
fn said(changes: &[(&str, &str)]) -> String {
    let site = site();
    let text = changes.iter().fold(LIST.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replacen(from, to, 1)
    });
    site.write("content/tools/small.toml", text);
    let run = site.run(&["check"]);
    assert_eq!(run.status, 1);
    run.stderr
}

#[test]
fn a_checklist_is_a_whole_form_in_each_language() {
    let site = site();
    site.write("content/tools/small.es.toml", SPANISH);
    site.build();
    let page = site.made("tools/small/index.html");
    assert!(page.contains("My nights are short") && page.contains("tel:"));
    let spanish = site.made("es/tools/small/index.html");
    assert!(spanish.contains("Mis noches son cortas") && !spanish.contains("My nights are short"));
    let definition = |page: &str| page.split("data-definition>").nth(1).map(|rest| rest[..40].to_owned());
    assert_eq!(definition(&page), definition(&spanish), "one list in two languages");
}

#[test]
fn signs_and_groups_that_lead_nowhere_or_stand_twice_are_told_at_their_place() {
    let twice = "[[signs]]\nid = \"b\"\ngroup = \"first\"\ndomain = \"sleep\"\nmine = \"my nights are SHORT\"\n\
                 seen = \"B\"\n\n[[groups]]\nid = \"idle\"\ntitle = \"Idle\"\n\n[[red]]";
    insta::assert_snapshot!(said(&[
        ("domain = \"sleep\"", "domain = \"slep\""),
        ("title = \"Sleep\" }", "title = \"Sleep\" }, { id = \"work\", title = \"Work\" }"),
        ("[[red]]", twice),
    ]));
}

#[test]
fn a_scale_with_a_gap_and_levels_in_disorder_are_told_at_their_place() {
    insta::assert_snapshot!(said(&[
        ("{ value = 1, label", "{ value = 3, label"),
        ("colour = \"orange\"", "colour = \"yellow\""),
    ]));
}

#[test]
fn levels_that_cannot_be_met_are_told_at_their_place() {
    let never = said(&[
        ("signs = 2, above = 2, days = 0", "signs = 9, above = 3, days = 0"),
        ("label = \"Get help now\"", "label = \"Get help now\"\nrule = { signs = 1, above = 1, days = 0 }"),
    ]);
    let easier = said(&[("signs = 2, above = 2, days = 0", "signs = 1, above = 1, days = 0, total = 1")]);
    insta::assert_snapshot!(format!("{never}\n----\n{easier}"));
}

/// FR-4: no list foresees anything, so no level may say that it does; and what cannot wait brings help.
#[test]
fn a_level_that_is_a_verdict_and_a_red_sign_without_help_are_told_at_their_place() {
    insta::assert_snapshot!(said(&[
        ("label = \"More has changed\"", "label = \"You are relapsing\""),
        ("often passes.\"", "often means a relapse.\""),
        ("title = \"You do not", "kind = \"gentle\"\ntitle = \"You do not"),
    ]));
}

#[test]
fn a_translation_of_a_checklist_is_compared_with_its_original() {
    let site = site();
    let wrong = SPANISH
        .replace("id = \"short-nights\"", "id = \"long-nights\"")
        .replace("  { value = 2, label = \"Mucho\" },\n", "")
        .replace("sharing = [\"Tú", "sharing = [\"Otra línea.\", \"Tú");
    site.write("content/tools/small.es.toml", wrong);
    let run = site.run(&["check"]);
    assert_eq!(run.status, 1);
    insta::assert_snapshot!(run.stderr);
}

#[test]
fn what_is_for_questionnaires_says_so_of_a_checklist() {
    let site = site();
    let (status, _, said) = score_file(&site.path("content/tools/small.toml"), &json!({}));
    assert_eq!((status, said.lines().count()), (1, 1), "{said}");
    assert!(said.contains("`small` is a checklist"), "{said}");
    let run = site.run(&["export", "fhir", "content/tools/small.toml"]);
    assert_eq!(run.status, 1);
    assert!(run.stderr.contains("`small` is a checklist") && run.stdout.is_empty(), "{}", run.stderr);
}
