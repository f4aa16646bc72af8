//! Each check finds its fault, and finds none where there is none.

use crate::check::found::{self, Found, has};
use crate::prelude::*;
use crate::{ChecklistTexts, Tool, checklist::ChecklistRules};

/// The example of the guide.
const SMALL: &str = include_str!("../../tests/checklist.toml");
const SMALL_ES: &str = include_str!("../../tests/checklist.es.toml");

/// What the checks find after a change.
#[track_caller]
fn after(from: &str, to: &str) -> Found {
    found::after(SMALL, from, to)
}

fn small() -> crate::Checklist {
    let Ok(Tool::Checklist(list)) = toml::from_str::<Tool>(SMALL) else { panic!("a checklist") };
    list
}

#[test]
fn the_example_of_the_guide_has_no_problems() {
    assert_eq!(toml::from_str::<Tool>(SMALL).expect("a tool").problems(), []);
    let guide = include_str!("../../../../docs/checklists.md");
    assert!(guide.contains(SMALL), "the guide shows what is tested");
}

#[test]
fn what_leads_nowhere_or_stands_twice_is_found() {
    has(&after("group = \"first\"", "group = \"frist\""), "FB0502", "/signs/0/group");
    has(&after("domain = \"sleep\"", "domain = \"slep\""), "FB0502", "/signs/0/domain");
    has(&after("response = \"safety\"", "response = \"save\""), "FB0502", "/red/0/response");
    has(&after("id = \"suicide\"", "id = \"short-nights\""), "FB0501", "/red/0/id");
    has(&after("id = \"short-nights\"", "id = \"Short nights\""), "FB0514", "/signs/0/id");
    has(&after("mine = \"My nights", "mine = \" \" # \"My"), "FB0520", "/signs/0/mine");
    let twice = "[[signs]]\nid = \"b\"\ngroup = \"first\"\ndomain = \"sleep\"\nmine = \"my nights are SHORT\"\nseen = \"B\"\n\n[[red]]";
    has(&after("[[red]]", twice), "FB0565", "/signs/1/mine");
    let idle = "[[groups]]\nid = \"idle\"\ntitle = \"Idle\"\n\n[[signs]]";
    has(&after("[[signs]]", idle), "FB0564", "/groups/1");
    has(
        &after("title = \"Sleep\" }", "title = \"Sleep\" }, { id = \"work\", title = \"Work\" }"),
        "FB0564",
        "/domains/1",
    );
}

#[test]
fn scales_and_levels_are_sound() {
    has(&after("{ value = 1, label", "{ value = 3, label"), "FB0560", "/scale");
    has(&after("colour = \"orange\"", "colour = \"yellow\""), "FB0561", "/levels");
    has(&after("rule = { signs = 2, above = 2, days = 0 }", ""), "FB0562", "/levels/2");
    has(&after("above = 2, days = 0", "above = 3, days = 0"), "FB0562", "/levels/2/rule");
    has(&after("signs = 2, above = 2", "signs = 9, above = 2"), "FB0562", "/levels/2/rule");
    has(
        &after("label = \"Get help now\"", "rule = { signs = 1, above = 1, days = 0 }\nlabel = \"G\""),
        "FB0562",
        "/levels/3/rule",
    );
    has(
        &after("signs = 2, above = 2, days = 0", "signs = 1, above = 1, days = 0, total = 1"),
        "FB0563",
        "/levels/2/rule",
    );
}

#[test]
fn red_signs_bring_help_and_no_level_is_a_verdict() {
    has(&after("title = \"You do", "kind = \"gentle\"\ntitle = \"You do"), "FB0566", "/red/0/response");
    has(&after("label = \"More has changed\"", "label = \"You are Relapsing\""), "FB0567", "/levels/2/label");
    has(&after("often passes.\"", "often means a relapse.\""), "FB0567", "/levels/1/meaning");
    let start = SMALL.find("[[red]]").expect("the red sign");
    let end = SMALL.find("[[levels]]").expect("the levels");
    let without = ["red = []\n", &SMALL[..start], &SMALL[end..]].concat();
    let found = toml::from_str::<Tool>(&without).expect("a tool").problems();
    assert_eq!(found.iter().map(|problem| problem.code).collect::<Vec<_>>(), ["FB0566"]);
}

#[test]
fn a_translation_has_the_same_parts() {
    let original = small();
    let problems = |text: &str| toml::from_str::<ChecklistTexts>(text).expect("texts").problems(&original);
    assert_eq!(problems(SMALL_ES), []);
    for (from, to, pointer) in [
        ("id = \"short-nights\"", "id = \"long-nights\"", "/signs"),
        ("{ value = 2, label = \"Mucho\" },", "", "/scale"),
        ("colour = \"orange\"", "colour = \"red\"", "/levels"),
        ("sharing = [\"Tú", "sharing = [\"Otra línea.\", \"Tú", "/sharing"),
        ("title = \"Primeros cambios\"", "title = \"Primeros cambios\", note = \"De más\"", "/groups/0/note"),
    ] {
        let found = problems(&SMALL_ES.replacen(from, to, 1));
        assert!(
            found.iter().any(|problem| problem.code == "FB0530" && problem.pointer == pointer),
            "{from}: {found:?}"
        );
    }
    let texts: ChecklistTexts = toml::from_str(SMALL_ES).expect("texts");
    assert_eq!(texts.over(&original).rules(), original.rules(), "the rules are those of the original");
}

#[test]
fn the_compact_form_comes_back_and_no_other_bytes_do() {
    let rules = small().rules();
    let bytes = rules.to_bytes();
    assert_eq!(ChecklistRules::from_bytes(&bytes), Ok(rules));
    for end in 0..bytes.len() {
        assert!(ChecklistRules::from_bytes(&bytes[..end]).is_err(), "cut at {end}");
    }
    assert!(ChecklistRules::from_bytes(&[&bytes[..], &[0]].concat()).is_err());
}
