//! `footbridge score` on every type of question, every operator, and every rule for missing answers.

use serde_json::{Value, json};

use crate::score::score_file;
use crate::site::{Site, repository};

/// What the program says of answers to the questionnaire that has every kind of part.
fn kinds(answers: &Value) -> Value {
    let (status, scored, said) = score_file(&repository().join("wasm-tools/model/tests/kinds.toml"), answers);
    assert_eq!(status, 0, "{said}");
    scored
}

fn value(scored: &Value, id: &str) -> Value {
    let scores = scored["scores"].as_array().expect("scores");
    scores.iter().find(|score| score["id"] == id).expect(id)["value"].clone()
}

fn is_missing(scored: &Value, id: &str) -> bool {
    scored["missing"].as_array().expect("a list").contains(&json!(id))
}

#[test]
fn every_type_of_question_takes_its_answers_and_names_what_it_does_not_take() {
    for (item, good, bad, says) in [
        ("calm", json!("Often"), json!(3), "the answers are"),
        ("troubles", json!(["noise", "Pain"]), json!("heat"), "None of these"),
        ("where", json!("in a train"), json!(" "), "Somewhere"),
        ("hours", json!(7), json!(25), "a whole number from 0 to 24"),
        ("height", json!("1,75"), json!(1.755), "two decimal places from 1 to 2.5"),
        ("pain", json!(10), json!(10.5), "from 0 to 10"),
        ("drinks", json!(true), json!("maybe"), "yes, no"),
        ("since", json!("2024-02-29"), json!("2025-02-29"), "year-month-day"),
        ("notes", json!("words"), json!(""), "a text"),
        ("times.3", json!(8), json!(9), "from 1 to 8"),
    ] {
        kinds(&json!({ item: good }));
        let tool = repository().join("wasm-tools/model/tests/kinds.toml");
        let (status, _, said) = score_file(&tool, &json!({ item: bad }));
        assert_eq!(status, 1, "{item} takes {bad}");
        assert!(says == "Somewhere" || said.contains(says), "{item}: {said}");
    }
    let tool = repository().join("wasm-tools/model/tests/kinds.toml");
    for item in ["intro", "alcohol", "name.4"] {
        let (status, _, said) = score_file(&tool, &json!({ item: "x" }));
        assert!(status == 1 && said.contains("no question"), "{item}: {said}");
    }
}

#[test]
fn sums_weights_reverse_and_subscales() {
    let scored =
        kinds(&json!({ "calm": 0, "tense": 2, "troubles": ["noise", "pain"], "where": "elsewhere" }));
    assert_eq!(value(&scored, "unrest"), 4);
    // 3 for the troubles, half of 3 for own words, twice the subscale.
    assert_eq!(value(&scored, "burden"), 12.5);
    let scored = kinds(&json!({ "calm": 2, "tense": 0, "troubles": "none", "where": "home" }));
    assert_eq!((value(&scored, "unrest"), value(&scored, "burden")), (json!(0), json!(0.5)));
    // "None of these" beside one of them is no answer.
    let scored = kinds(&json!({ "calm": 2, "tense": 0, "troubles": ["none", "pain"], "where": "home" }));
    assert_eq!(value(&scored, "burden"), Value::Null);
    assert!(is_missing(&scored, "troubles"));
}

#[test]
fn formulas_are_exact() {
    let scored = kinds(&json!({ "weight": 70, "height": 1.75 }));
    assert_eq!(value(&scored, "bmi"), 22.9);
    assert_eq!(value(&kinds(&json!({ "weight": 70 })), "bmi"), Value::Null);
    assert!(
        !is_missing(&kinds(&json!({ "weight": 70 })), "height"),
        "what is said to be optional is not waited for"
    );
    let scored = kinds(&json!({ "name": "A", "times": 2, "name.2": "B", "times.2": 3 }));
    assert_eq!(value(&scored, "doses"), 5);
}

#[test]
fn a_hidden_group_hides_its_questions_and_their_answers_never_count() {
    let answers = json!({ "drinks": "no", "glasses": 9, "alone": "yes" });
    let scored = kinds(&answers);
    assert_eq!(value(&scored, "glasses-score"), 0, "what is not asked adds nothing");
    assert!(!is_missing(&scored, "glasses"));
    let scored = kinds(&json!({ "drinks": "yes", "glasses": 9, "alone": "yes" }));
    assert_eq!((value(&scored, "glasses-score"), value(&scored, "risky")), (json!(9), json!(10)));
    // Open whether the group will appear: no score yet, and the gate is waited for.
    let scored = kinds(&json!({}));
    assert_eq!(value(&scored, "glasses-score"), Value::Null);
    assert!(is_missing(&scored, "drinks"));
}

#[test]
fn bands_by_group_say_both_where_no_group_is_named() {
    let of = |answers: Value| {
        let mut answers = answers;
        answers["drinks"] = json!("yes");
        answers["glasses"] = json!(3);
        kinds(&answers)["scores"][3].clone()
    };
    assert_eq!(
        of(json!({ "sex": "female" })),
        json!({ "id": "glasses-score", "value": 3, "band": "raised", "group": "female" })
    );
    assert_eq!(of(json!({ "sex": "male" }))["band"], "low");
    let both = json!([{ "group": "female", "band": "raised" }, { "group": "male", "band": "low" }]);
    for answers in [json!({}), json!({ "sex": "other" })] {
        let score = of(answers);
        assert_eq!((&score["band"], &score["by_group"]), (&Value::Null, &both));
    }
}

#[test]
fn a_minimum_of_answers_is_enough_and_no_fewer() {
    assert_eq!(value(&kinds(&json!({ "calm": 2 })), "some"), Value::Null);
    assert_eq!(value(&kinds(&json!({ "calm": 2, "hours": 7 })), "some"), 9);
    assert_eq!(value(&kinds(&json!({ "calm": 2, "tense": 1, "hours": 7 })), "some"), 10);
}

#[test]
fn risk_rules_look_at_several_answers_and_at_scores() {
    let risks = |answers: Value| kinds(&answers)["risks"].clone();
    assert_eq!(risks(json!({ "tense": 2 })), json!([]));
    assert_eq!(risks(json!({ "tense": 2, "troubles": ["pain"] })), json!(["talk"]));
    assert_eq!(risks(json!({ "tense": 2, "calm": 0 })), json!(["gentle"]));
    assert_eq!(risks(json!({ "tense": 2, "calm": 1 })), json!([]));
}

/// A questionnaire in which one question is shown on one condition, with a score over it.
fn gated(kind: &str, operator: &str, answer: &str) -> String {
    let head =
        std::fs::read_to_string(repository().join("wasm-tools/model/tests/kinds.toml")).expect("kinds");
    let head = &head[..head.find("[[items]]").expect("items")];
    format!(
        "{head}\n[[items]]\nid = \"gate\"\ntext = \"Gate\"\nrequired = false\n{kind}\n\
         [[items]]\nid = \"more\"\ntext = \"More\"\n\
         enabled_when = {{ conditions = [{{ item = \"gate\", operator = \"{operator}\", answer = {answer} }}] }}\n\
         [[scores]]\nid = \"total\"\ntitle = \"Total\"\nitems = [\"more\"]\nmissing = \"minimum\"\nmin_answered = 1\n"
    )
}

#[test]
fn every_operator_has_its_fhir_meaning() {
    let whole = "type = \"integer\"\nmin = 0\nmax = 9";
    let several = "type = \"multi-choice\"\noptions = [{ value = 1, label = \"A\" }, { value = 2, label = \"B\" }, { value = 3, label = \"C\" }]";
    let day = "type = \"date\"";
    let own = "type = \"yes-no\"";
    for (kind, operator, answer, given, shown) in [
        (whole, "exists", "true", json!(0), true),
        (whole, "exists", "true", Value::Null, false),
        (whole, "exists", "false", Value::Null, true),
        (whole, "exists", "false", json!(0), false),
        (whole, "=", "4", json!(4), true),
        (whole, "=", "4", json!(5), false),
        (whole, "=", "4", Value::Null, false),
        (whole, "!=", "4", json!(5), true),
        (whole, "!=", "4", json!(4), false),
        (whole, "!=", "4", Value::Null, true),
        (whole, ">", "4", json!(5), true),
        (whole, ">", "4", json!(4), false),
        (whole, "<", "4", json!(3), true),
        (whole, "<", "4", json!(4), false),
        (whole, "<", "4", Value::Null, false),
        (whole, ">=", "4", json!(4), true),
        (whole, ">=", "4", json!(3), false),
        (whole, "<=", "4", json!(4), true),
        (whole, "<=", "4", json!(5), false),
        // At least one answer; for != none.
        (several, "=", "2", json!([1, 2]), true),
        (several, "=", "2", json!([1, 3]), false),
        (several, "!=", "2", json!([1, 2]), false),
        (several, "!=", "2", json!([1, 3]), true),
        (several, ">", "2", json!([1, 3]), true),
        (several, ">", "2", json!([1, 2]), false),
        (day, ">=", "\"2026-01-01\"", json!("2026-01-01"), true),
        (day, ">=", "\"2026-01-01\"", json!("2025-12-31"), false),
        (own, "=", "true", json!("yes"), true),
        (own, "=", "true", json!("no"), false),
        (own, "!=", "\"yes\"", json!("no"), true),
    ] {
        let site = Site::new();
        site.write("gated.toml", gated(kind, operator, answer));
        let mut answers = json!({ "more": 2 });
        if !given.is_null() {
            answers["gate"] = given.clone();
        }
        let (status, scored, said) = score_file(&site.path("gated.toml"), &answers);
        assert_eq!(status, 0, "{said}");
        let expected = if shown { json!(2) } else { Value::Null };
        assert_eq!(scored["scores"][0]["value"], expected, "{kind} {operator} {answer} with {given}");
    }
}

#[test]
fn the_example_of_the_manual_passes_and_scores() {
    let manual = std::fs::read_to_string(repository().join("docs/questionnaires.md")).expect("the manual");
    let example =
        manual.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next()).expect("an example");
    let answers =
        manual.split("```json\n").nth(1).and_then(|rest| rest.split("```").next()).expect("answers");
    let site = Site::new();
    site.write("content/tools/week.toml", example);
    let run = site.run(&["check"]);
    assert_eq!((run.status, run.stderr.contains("week.toml")), (0, false), "{}", run.stderr);
    let answers: Value = serde_json::from_str(answers).expect("JSON");
    let (status, scored, said) = score_file(&site.path("content/tools/week.toml"), &answers);
    assert_eq!(status, 0, "{said}");
    assert_eq!(scored["scores"], json!([{ "id": "total", "value": 3, "band": "higher" }]));
}
