//! The checks of what goes beyond plain choices: groups, ranges, formulas, bands by group, risk rules.

use super::*;

const KINDS: &str = include_str!("../../tests/kinds.toml");

#[track_caller]
fn refuses(from: &str, to: &str, code: &str, pointer: &str) {
    has(&after(KINDS, from, to), code, pointer);
}

#[test]
fn conditions_on_every_type() {
    let when = "/items/9/enabled_when";
    // `pain` is item 8; `alcohol` 10, `alone` 12, `times` 18.
    refuses(
        "answer = \"pain\" }] }",
        "answer = \"heat\" }] }",
        "FB0517",
        "/items/8/enabled_when/conditions/0/answer",
    );
    refuses(
        "operator = \">\", answer = 3",
        "operator = \">\", answer = 20",
        "FB0517",
        "/items/12/enabled_when/conditions/0/answer",
    );
    refuses(
        "operator = \">\", answer = 3",
        "operator = \"=\", answer = 2.5",
        "FB0517",
        "/items/12/enabled_when/conditions/0/answer",
    );
    refuses(
        "item = \"drinks\", operator = \"=\", answer = true",
        "item = \"intro\", operator = \"=\", answer = true",
        "FB0502",
        "/items/10/enabled_when/conditions/0/item",
    );
    refuses(
        "item = \"drinks\", operator = \"=\", answer = true",
        "item = \"glasses\", operator = \">\", answer = 1",
        "FB0503",
        "/items/10/enabled_when",
    );
    assert!(
        !after(KINDS, "answer = true }] }", "answer = \"yes\" }] }").iter().any(|(_, p)| p.starts_with(when))
    );
}

#[test]
fn what_can_never_be_shown() {
    refuses(
        "conditions = [{ item = \"glasses\", operator = \">\", answer = 3 }]",
        "conditions = [{ item = \"glasses\", operator = \">\", answer = 3 }, { item = \"glasses\", operator = \"<\", answer = 3 }]",
        "FB0527",
        "/items/12/enabled_when",
    );
    // By way of its group.
    refuses(
        "conditions = [{ item = \"glasses\", operator = \">\", answer = 3 }]",
        "conditions = [{ item = \"drinks\", operator = \"=\", answer = \"no\" }]",
        "FB0527",
        "/items/12/enabled_when",
    );
    refuses(
        "conditions = [{ item = \"glasses\", operator = \">\", answer = 3 }]",
        "conditions = [{ item = \"glasses\", operator = \">\", answer = 3 }, { item = \"glasses\", operator = \"<\", answer = 4 }]",
        "FB0527",
        "/items/12/enabled_when",
    );
}

const HELPED: &str = r#"
[[items]]
id = "helped"
type = "multi-choice"
text = "What helped?"
options = [{ value = "walk", label = "Walking" }, { value = "people", label = "People" }]

[[items]]
id = "who"
type = "text"
text = "Who was it?"
enabled_when = { conditions = [{ item = "helped", operator = "=", answer = "people" }] }

[[scores]]
"#;

/// The codes for a definition in which `who` has these conditions besides its own.
fn with_conditions(more: &str) -> Vec<String> {
    let items = HELPED.replace("answer = \"people\" }]", &format!("answer = \"people\" }}{more}]"));
    after(KINDS, "[[scores]]\n", items.trim_start()).into_iter().map(|(code, _)| code.to_string()).collect()
}

#[test]
fn several_answers_at_once_exclude_less_but_not_nothing() {
    assert!(with_conditions("").is_empty());
    assert!(with_conditions(", { item = \"helped\", operator = \"=\", answer = \"walk\" }").is_empty());
    for more in [
        ", { item = \"helped\", operator = \"exists\", answer = false }",
        ", { item = \"helped\", operator = \"!=\", answer = \"people\" }",
    ] {
        assert!(with_conditions(more).contains(&"FB0527".to_owned()), "{more}");
    }
    let size = with_conditions(", { item = \"helped\", operator = \">\", answer = \"people\" }");
    assert_eq!(size, ["FB0517"]);
}

#[test]
fn one_fault_is_told_once() {
    // A range that follows from a fault would tell people to move the bands that are right.
    let codes = |text: &str, from: &str, to: &str| -> Vec<String> {
        after(text, from, to).into_iter().map(|(code, _)| code.to_string()).collect()
    };
    assert_eq!(
        codes(PHQ_9, "\"q8\", \"q9\"]", "\"q8\", \"q10\"]")
            .iter()
            .filter(|c| *c != "FB0513")
            .collect::<Vec<_>>(),
        ["FB0502"]
    );
    assert_eq!(
        codes(PHQ_9, "\"q8\", \"q9\"]", "\"q8\", \"q8\"]")
            .iter()
            .filter(|c| *c != "FB0513")
            .collect::<Vec<_>>(),
        ["FB0501"]
    );
}

#[test]
fn keys_and_ranges_fit_the_type() {
    refuses("unit = \"hours\"\nmin = 0", "low = \"few\"\nmin = 0", "FB0528", "/items/5/low");
    refuses("min = 0\nmax = 24", "min = 24\nmax = 0", "FB0528", "/items/5/max");
    refuses("min = 0\nmax = 24", "min = 0.5\nmax = 24", "FB0528", "/items/5");
    refuses("min = 0\nmax = 10\n", "min = 0\nmax = 10\nstep = 3\n", "FB0528", "/items/8/step");
    refuses("low = \"No pain\"\n", "", "FB0528", "/items/8");
    refuses("other = { label = \"Somewhere else\", score = 3 }\n", "", "FB0528", "/items/4");
    refuses(
        "other = { label = \"Somewhere else\", score = 3 }",
        "other = { label = \"Somewhere else\" }",
        "FB0508",
        "/scores/1/items/1",
    );
    refuses("text = \"I was tense\"", "text = \"I was tense\"\nrepeats = 3", "FB0528", "/items/2/repeats");
}

#[test]
fn groups_hold_what_stands_below_them() {
    refuses(
        "within = \"medicine\"\ntype = \"text\"",
        "within = \"alcohol\"\ntype = \"text\"",
        "FB0529",
        "/items/17/within",
    );
    refuses(
        "within = \"medicine\"\ntype = \"text\"",
        "within = \"calm\"\ntype = \"text\"",
        "FB0502",
        "/items/17/within",
    );
    let lone = "id = \"lone\"\ntype = \"group\"\ntext = \"Lone\"\n\n[[items]]\nid = \"sex\"";
    refuses("id = \"sex\"", lone, "FB0529", "/items/13/id");
}

#[test]
fn scores_of_every_method() {
    refuses("weights = [1, 0.5, 2]", "weights = [1, 2]", "FB0522", "/scores/1/weights");
    refuses("reverse = [\"calm\"]", "reverse = [\"hours\"]", "FB0502", "/scores/0/reverse/0");
    refuses(
        "items = [\"troubles\", \"where\", \"unrest\"]",
        "items = [\"troubles\", \"where\", \"burden\"]",
        "FB0525",
        "/scores/1",
    );
    refuses(
        "items = [\"troubles\", \"where\", \"unrest\"]",
        "items = [\"troubles\", \"notes\", \"unrest\"]",
        "FB0508",
        "/scores/1/items/1",
    );
    refuses("min_answered = 2", "min_answered = 4", "FB0518", "/scores/6/min_answered");
    refuses("min_answered = 2\n", "", "FB0518", "/scores/6/missing");
    refuses("id = \"some\"", "id = \"hours\"", "FB0501", "/scores/6/id");
}

#[test]
fn formulas_are_told_with_their_column() {
    refuses("\"sum(times)\"", "\"times + 1\"", "FB0524", "/scores/5/formula");
    refuses("\"sum(times)\"", "\"1 + 2\"", "FB0507", "/scores/5/formula");
    let problems = problems(&KINDS.replace("height * height), 1)", "height * hieght), 1)"));
    let problem = problems.iter().find(|problem| problem.code == "FB0524").expect("the fault");
    assert!(problem.message.contains("column 26: `hieght` is neither"), "{problem:?}");
    // Bands need bounds.
    refuses(
        "type = \"decimal\"\ntext = \"How tall are you?\"\nunit = \"m\"\nmin = 1",
        "type = \"decimal\"\ntext = \"How tall are you?\"\nunit = \"m\"\nmin = -1",
        "FB0506",
        "/scores/4/bands/0/to",
    );
    refuses("unit = \"m\"\nmin = 1\nmax = 2.5", "unit = \"m\"\nmin = 1", "FB0526", "/scores/4/bands");
}

#[test]
fn bands_by_group_tile_in_each_group() {
    refuses("from = 4\nto = 20", "from = 5\nto = 20", "FB0504", "/scores/3/bands/3/from");
    refuses("group = \"male\"\nfrom = 4", "group = \"men\"\nfrom = 4", "FB0531", "/scores/3/bands/3/group");
    refuses("group = \"male\"\nfrom = 4", "from = 4", "FB0531", "/scores/3/bands/3/id");
    refuses("by = \"sex\"", "by = \"notes\"", "FB0531", "/scores/3/by");
    refuses("by = \"sex\"\n", "", "FB0531", "/scores/3/bands/0/group");
}

#[test]
fn risk_rules_lead_to_a_response_and_can_happen() {
    refuses("response = \"talk\"", "response = \"walk\"", "FB0509", "/risks/0/response");
    refuses("at_least = 4", "at_least = 5", "FB0509", "/risks/1/at_least");
    refuses("score = \"unrest\"", "score = \"rest\"", "FB0502", "/risks/1/score");
    refuses("score = \"unrest\"\nat_least = 4\n", "", "FB0509", "/risks/1");
    refuses("id = \"gentle\"", "id = \"soft\"", "FB0523", "/responses/1/id");
}
