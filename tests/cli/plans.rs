//! Plans as a kind of tool: built and translated like any other, told what is wrong with them, and refused by the
//! commands that are for questionnaires.

use serde_json::json;

use crate::score::score_file;
use crate::site::{Site, repository};

const PLAN: &str = include_str!("../../wasm-tools/model/tests/plan.toml");
const SPANISH: &str = include_str!("../../wasm-tools/model/tests/plan.es.toml");

fn site() -> Site {
    let site = Site::new();
    site.write("content/tools/small.toml", PLAN);
    site
}

#[test]
fn a_plan_is_a_whole_form_in_each_language() {
    let site = site();
    site.write("content/tools/small.es.toml", SPANISH);
    site.build();
    let page = site.made("tools/small/index.html");
    assert!(page.contains("What I do") && page.contains("Walk to the park") && page.contains("tel:"));
    assert_eq!(
        page.matches("<li class=\"plan-row").count(),
        4 + 3 + 2,
        "the empty rows of both sections, and a template of each"
    );
    let spanish = site.made("es/tools/small/index.html");
    assert!(spanish.contains("Lo que hago") && !spanish.contains("What I do"), "no word of the original");
    let definition = |page: &str| page.split("data-definition>").nth(1).map(|rest| rest[..40].to_owned());
    assert_eq!(definition(&page), definition(&spanish), "one plan in two languages");
}

#[test]
fn what_is_wrong_with_a_plan_is_told_at_its_place() {
    let site = site();
    let wrong = PLAN
        .replace("title = \"A small plan\"", "title = \"My WRAP\"")
        .replace("crisis_view = [\"alone\"", "crisis_view = [\"alnoe\"")
        .replace("text = \"Make tea\"", "text = \"Walk to the park\"")
        .replace("entries = \"contacts\"", "entries = \"contact\"")
        .replace("id = \"helped\"", "id = \"helped\"\nwhen = \"soon\"");
    site.write("content/tools/small.toml", &wrong);
    let first = site.run(&["check"]);
    site.write(
        "content/tools/small.toml",
        wrong.replace("\"contact\"", "\"lines\"").replace("\nwhen = \"soon\"", ""),
    );
    let second = site.run(&["check"]);
    assert_eq!((first.status, second.status), (1, 1));
    insta::assert_snapshot!(format!("{}\n----\n{}", first.stderr, second.stderr));
}

#[test]
fn a_translation_of_a_plan_is_compared_with_its_original() {
    let site = site();
    let wrong = SPANISH
        .replace("id = \"people\"", "id = \"persons\"")
        .replace("before = [\"Tómate tu tiempo.\"]", "before = []")
        .replace("caution = ", "how = ");
    site.write("content/tools/small.es.toml", wrong);
    let run = site.run(&["check"]);
    assert_eq!(run.status, 1);
    insta::assert_snapshot!(run.stderr);
}

#[test]
fn what_is_for_questionnaires_says_so_of_a_plan() {
    let site = site();
    let (status, _, said) = score_file(&site.path("content/tools/small.toml"), &json!({}));
    assert_eq!((status, said.lines().count()), (1, 1), "{said}");
    assert!(said.contains("`small` is a plan"), "{said}");
    let run = site.run(&["export", "fhir", "content/tools/small.toml"]);
    assert_eq!(run.status, 1);
    assert!(run.stderr.contains("`small` is a plan") && run.stdout.is_empty(), "{}", run.stderr);
}

/// ED-3: an editor completes a plan, and its translation, by their schemas.
#[test]
fn the_schemas_know_plans() {
    let site = Site::new();
    let tool = site.run(&["schema", "tool"]).stdout;
    assert!(tool.contains("\"const\": \"plan\"") && tool.contains("crisis_view"), "{tool}");
    assert!(site.run(&["schema", "translation"]).stdout.contains("SectionTexts"));
    let guide = std::fs::read_to_string(repository().join("docs/plans.md")).expect("the guide to plans");
    let start = guide.find("```toml\n").expect("an example") + "```toml\n".len();
    let length = guide[start..].find("```").expect("the end of the example");
    site.write("content/tools/example.toml", &guide[start..start + length]);
    site.build();
}
