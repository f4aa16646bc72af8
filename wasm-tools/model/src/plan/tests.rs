//! Each check finds its fault, and finds none where there is none.

use crate::check::found::{self, Found, has};
use crate::prelude::*;
use crate::{PlanRules, PlanTranslation, Tool};

const SMALL: &str = include_str!("../../tests/plan.toml");
const SMALL_ES: &str = include_str!("../../tests/plan.es.toml");

/// What the checks find after a change.
#[track_caller]
fn after(from: &str, to: &str) -> Found {
    found::after(SMALL, from, to)
}

fn small() -> crate::Plan {
    let Ok(Tool::Plan(plan)) = toml::from_str::<Tool>(SMALL) else { panic!("a plan") };
    plan
}

#[test]
fn a_sound_plan_has_no_problems() {
    assert_eq!(toml::from_str::<Tool>(SMALL).expect("a tool").problems(), []);
}

#[test]
fn what_leads_nowhere_or_stands_twice_is_found() {
    has(&after("crisis_view = [\"alone\"", "crisis_view = [\"nowhere\""), "FB0502", "/crisis_view/0");
    has(&after("card = [\"people\"", "card = [\"people\", \"people\""), "FB0501", "/card/1");
    has(&after("id = \"people\"", "id = \"alone\""), "FB0501", "/sections/1/id");
    has(&after("title = \"People I can tell\"", "title = \"What I do\""), "FB0501", "/sections/1/title");
    has(
        &after("text = \"Make tea\"", "text = \"walk to the park \""),
        "FB0541",
        "/sections/0/suggestions/1/text",
    );
    has(&after("id = \"helped\"", "id = \"What helped\""), "FB0514", "/review/0/id");
}

#[test]
fn what_is_empty_is_found() {
    has(&after("prompt = \"Small", "prompt = \"\" #"), "FB0520", "/sections/0/prompt");
    has(&after("ask = \"Is", "ask = \" \" # \"Is"), "FB0520", "/sections/1/nobody/ask");
    has(&after("crisis_view = [\"alone\", \"people\"]", "crisis_view = []"), "FB0543", "/crisis_view");
    let none = toml::from_str::<Tool>(
        "kind = \"plan\"\ntitle = \"A\"\nsummary = \"B\"\nminutes = 1\nlimits = \"C\"\nsections = []\ncrisis_view = []",
    );
    let codes: Vec<&str> = none.expect("a tool").problems().iter().map(|problem| problem.code).collect();
    assert_eq!(codes, ["FB0540"]);
}

#[test]
fn names_and_headings_of_others_are_refused() {
    has(&after("title = \"A small plan\"", "title = \"My WRAP\""), "FB0542", "/title");
    has(
        &after("title = \"What I do\"", "title = \"Internal coping strategies\""),
        "FB0542",
        "/sections/0/title",
    );
    assert_eq!(after("title = \"A small plan\"", "title = \"Gift wrapping\""), []);
}

#[test]
fn a_plan_with_crisis_lines_asks_for_a_person() {
    has(&after("entries = \"contacts\"", "entries = \"lines\""), "FB0544", "/sections");
    has(&after("entries = \"contacts\"", "entries = \"lines\""), "FB0545", "/sections/1/nobody");
}

#[test]
fn a_translation_has_the_parts_of_its_original() {
    let translation: PlanTranslation = toml::from_str(SMALL_ES).expect("a translation");
    assert_eq!(translation.problems(&small()), []);
    let whole = translation.over(&small());
    assert_eq!(whole.rules(), small().rules(), "the same plan in other words");
    assert_eq!(whole.sections[1].title, "Personas a las que puedo avisar");
    for (from, to, pointer) in [
        ("id = \"people\"", "id = \"persons\"", "/sections"),
        ("[[sections.suggestions]]\ntext = \"Preparar un té\"\n", "", "/sections/0/suggestions"),
        ("caution", "how", "/sections/0/suggestions/0/caution"),
        ("title = \"Personas", "title = \"\" # \"", "/sections/1/title"),
        ("id = \"helped\"", "id = \"other\"", "/review"),
    ] {
        assert!(SMALL_ES.contains(from), "the test edits `{from}`");
        let changed: PlanTranslation =
            toml::from_str(&SMALL_ES.replacen(from, to, 1)).expect("a translation");
        let found = changed.problems(&small());
        assert!(found.iter().any(|problem| problem.pointer == pointer), "{pointer} in {found:?}");
    }
}

#[test]
fn the_compact_form_comes_back_whole_and_knows_no_words() {
    let rules = small().rules();
    let bytes = rules.to_bytes();
    assert_eq!(PlanRules::from_bytes(&bytes), Ok(rules));
    assert!(!String::from_utf8_lossy(&bytes).contains("Walk"));
    for cut in 0..bytes.len() {
        assert!(PlanRules::from_bytes(&bytes[..cut]).is_err(), "cut at {cut}");
    }
}
