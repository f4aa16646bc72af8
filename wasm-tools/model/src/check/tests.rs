//! Each check finds its fault, and finds none where there is none.

use crate::check::found::{after, has};
use crate::prelude::*;
use crate::{Problem, Tool};

const GATED: &str = include_str!("../../tests/gated.toml");
const PHQ_9: &str = include_str!("../../../../content/tools/phq-9.toml");

fn problems(text: &str) -> Vec<Problem> {
    toml::from_str::<Tool>(text).expect("a tool").problems()
}

#[test]
fn a_sound_definition_has_no_problems() {
    assert_eq!(problems(GATED), []);
}

#[test]
fn bands_must_tile_the_possible_range() {
    has(&after(PHQ_9, "from = 5", "from = 6"), "FB0504", "/scores/0/bands/1/from");
    has(&after(PHQ_9, "from = 5", "from = 4"), "FB0505", "/scores/0/bands/1/from");
    has(&after(PHQ_9, "from = 0", "from = 1"), "FB0506", "/scores/0/bands/0/from");
    has(&after(PHQ_9, "to = 27", "to = 28"), "FB0506", "/scores/0/bands/4/to");
    has(&after(GATED, "from = 20\nto = 36", "from = 24\nto = 36"), "FB0504", "/scores/1/bands/1/from");
    has(&after(PHQ_9, "to = 9", "to = 3"), "FB0521", "/scores/0/bands/1/from");
}

#[test]
fn references_must_lead_somewhere() {
    has(&after(PHQ_9, "\"q8\", \"q9\"]", "\"q8\", \"q10\"]"), "FB0502", "/scores/0/items/8");
    has(&after(PHQ_9, "\"q8\", \"q9\"]", "\"q8\", \"q8\"]"), "FB0501", "/scores/0/items/8");
    has(
        &after(GATED, "item = \"exposure\"", "item = \"nothing\""),
        "FB0502",
        "/items/1/enabled_when/conditions/0/item",
    );
    has(&after(PHQ_9, "id = \"self-harm\"", "id = \"other\""), "FB0509", "/items/8/risk/response");
    has(&after(PHQ_9, "id = \"self-harm\"", "id = \"other\""), "FB0523", "/responses/0/id");
    has(&after(PHQ_9, "at_least = 1", "at_least = 4"), "FB0509", "/items/8/risk/at_least");
    has(&after(PHQ_9, "id = \"q2\"", "id = \"q1\""), "FB0501", "/items/1/id");
    has(&after(PHQ_9, "id = \"q2\"", "id = \"Q 2\""), "FB0514", "/items/1/id");
}

#[test]
fn circles_and_empty_conditions_are_refused() {
    let circle = after(GATED, "item = \"exposure\"", "item = \"q2\"");
    has(&circle, "FB0503", "/items/1/enabled_when");
    has(&circle, "FB0503", "/items/2/enabled_when");
    has(
        &after(GATED, "answer = \"yes\"", "answer = \"maybe\""),
        "FB0517",
        "/items/1/enabled_when/conditions/0/answer",
    );
    has(
        &after(GATED, "\"=\", answer = \"yes\"", "\">\", answer = 5"),
        "FB0517",
        "/items/1/enabled_when/conditions/0/answer",
    );
}

#[test]
fn rights_and_wording_are_guarded() {
    has(&after(PHQ_9, "permission = \"No", "permission = \"\" #"), "FB0510", "/source/permission");
    has(&after(PHQ_9, "holder = \"Pfizer Inc.\"", "holder = \" \""), "FB0511", "/source/holder");
    has(&after(PHQ_9, "modified = false", "modified = true"), "FB0512", "/source/modified");
    has(&after(PHQ_9, "Little interest", "Less interest"), "FB0513", "/source/checksum");
    has(&after(PHQ_9, "label = \"Not at all\"", "label = \"Not at all sure\""), "FB0513", "/source/checksum");
    has(&after(PHQ_9, "\nchecksum = ", "\n# checksum = "), "FB0513", "/source");
    has(&after(PHQ_9, "checked = \"2026-11-20\"", "checked = \"2026-02-30\""), "FB0519", "/source/checked");
}

#[test]
fn scores_must_make_sense() {
    has(
        &after(PHQ_9, "label = \"Several days\"\nscore = 1", "label = \"Several days\""),
        "FB0508",
        "/scores/0/items/0",
    );
    has(&after(GATED, "items = [\"q1\", \"q2\"]", "items = []"), "FB0507", "/scores/0/items");
    has(&after(GATED, "max_missing = 1\n", ""), "FB0518", "/scores/1/missing");
    has(&after(GATED, "max_missing = 1\n", "max_missing = 3\n"), "FB0518", "/scores/1/max_missing");
    has(&after(GATED, "multiply = 4", "multiply = 0"), "FB0522", "/scores/1/multiply");
    has(&after(GATED, "label = \"Yes\"", "label = \"no\""), "FB0516", "/options/1/label");
    has(&after(PHQ_9, "LA6570-1", "LA6569-3"), "FB0516", "/options/2/code");
    has(&after(GATED, "limits = \"It means nothing.\"", "limits = \" \""), "FB0520", "/limits");
}

#[test]
fn all_problems_come_at_once() {
    let broken = PHQ_9.replace("from = 5", "from = 6").replace("holder = \"Pfizer Inc.\"", "holder = \"\"");
    let codes: Vec<&str> = problems(&broken).iter().map(|problem| problem.code).collect();
    assert_eq!(codes, ["FB0511", "FB0504"]);
}

#[path = "kind_tests.rs"]
mod kinds;
