//! Scoring against plain re-computation, for the shipped instruments and for rules made at random.

use proptest::prelude::*;

use crate::prelude::*;
use crate::{Answers, Number, Outcome, Rules, Tool};

const GATED: &str = include_str!("../tests/gated.toml");
const PHQ_9: &str = include_str!("../../../content/tools/phq-9.toml");

fn rules(text: &str) -> Rules {
    toml::from_str::<Tool>(text).expect("a tool").questionnaire().expect("a questionnaire").rules()
}

fn outcome(rules: &Rules, answers: &[(&str, &str)]) -> Outcome {
    let mut all = Answers::default();
    for (item, value) in answers {
        all.choose(item, value);
    }
    rules.outcome(&all)
}

fn value(outcome: &Outcome, id: &str) -> Option<Number> {
    outcome.scores.iter().find(|score| score.id == id).and_then(|score| score.value)
}

#[test]
fn a_gate_answered_no_scores_zero_and_an_unanswered_gate_scores_nothing() {
    let rules = rules(GATED);
    let open = outcome(&rules, &[("q1", "yes"), ("q2", "yes")]);
    assert_eq!(value(&open, "total"), None);
    assert_eq!(open.missing, ["exposure", "w1", "w2", "w3"]);
    let closed = outcome(&rules, &[("exposure", "no"), ("q1", "yes"), ("w1", "0"), ("w2", "0"), ("w3", "0")]);
    assert_eq!(value(&closed, "total"), Some(Number::ZERO), "hidden answers never count");
    assert!(closed.risks.is_empty() && closed.missing.is_empty());
    let through = outcome(&rules, &[("exposure", "yes"), ("q1", "yes"), ("q2", "yes")]);
    assert_eq!(value(&through, "total"), Some(Number::whole(2)));
    assert_eq!(through.risks, ["grounding"]);
}

#[test]
fn prorating_waits_until_enough_is_answered() {
    let rules = rules(GATED);
    let one = outcome(&rules, &[("exposure", "no"), ("w1", "3")]);
    assert_eq!(value(&one, "wellbeing"), None);
    assert_eq!(one.missing, ["w2", "w3"]);
    let two = outcome(&rules, &[("exposure", "no"), ("w1", "3"), ("w2", "2")]);
    // (3 + 2) * 3 / 2 = 7.5, rounded to 8, times 4.
    assert_eq!(value(&two, "wellbeing"), Some(Number::whole(32)));
    assert_eq!(value(&two, "mean"), Some(Number::from_hundredths(250)));
    assert_eq!(value(&two, "count"), None);
}

#[test]
fn an_unknown_option_is_no_answer() {
    let rules = rules(PHQ_9);
    let all: Vec<String> = (1..=9).map(|n| format!("q{n}")).collect();
    let mut answers: Vec<(&str, &str)> = all.iter().map(|id| (id.as_str(), "1")).collect();
    answers[4].1 = "7";
    let result = outcome(&rules, &answers);
    assert_eq!(value(&result, "total"), None);
    assert_eq!(result.missing, ["q5"]);
}

#[test]
fn the_outcome_prints_as_promised() {
    let rules = rules(PHQ_9);
    let values = ["2", "1", "1", "2", "1", "1", "1", "1", "2"];
    let ids: Vec<String> = (1..=9).map(|n| format!("q{n}")).collect();
    let answers: Vec<(&str, &str)> = ids.iter().map(String::as_str).zip(values).collect();
    let json = serde_json::to_string(&outcome(&rules, &answers)).expect("json");
    let expected =
        r#"{"scores":[{"id":"total","value":12,"band":"moderate"}],"risks":["self-harm"],"missing":[]}"#;
    assert_eq!(json, expected);
}

proptest! {
    #[test]
    fn the_score_is_the_plain_sum_in_any_order(
        values in prop::collection::vec(prop::option::weighted(0.9, 0_i64..4), 9),
        order in Just((0..9_usize).collect::<Vec<_>>()).prop_shuffle(),
        changes in prop::collection::vec((0..9_usize, 0_i64..4), 0..20),
    ) {
        let rules = rules(PHQ_9);
        let mut answers = Answers::default();
        // A change of mind before the last answer leaves no trace.
        for (place, value) in changes.iter().filter(|(place, _)| values[*place].is_some()) {
            answers.choose(&format!("q{}", place + 1), &value.to_string());
        }
        for place in order {
            if let Some(value) = values[place] {
                answers.choose(&format!("q{}", place + 1), &value.to_string());
            }
        }
        let result = rules.outcome(&answers);
        let complete = values.iter().all(Option::is_some);
        let sum: i64 = values.iter().flatten().sum();
        prop_assert_eq!(result.scores[0].value, complete.then(|| Number::whole(sum)));
        let bands = ["minimal", "mild", "moderate", "moderately-severe", "severe", "severe"];
        let band = complete.then(|| bands[usize::try_from(sum / 5).expect("small")].to_owned());
        prop_assert_eq!(result.scores[0].band.clone(), band);
        let open = values.iter().enumerate().filter(|(_, v)| v.is_none());
        prop_assert_eq!(result.missing, open.map(|(i, _)| format!("q{}", i + 1)).collect::<Vec<_>>());
        prop_assert_eq!(!result.risks.is_empty(), values[8].is_some_and(|v| v >= 1));
    }

    #[test]
    fn no_bytes_can_make_it_panic(
        bytes in prop::collection::vec(any::<u8>(), 0..200),
        flips in prop::collection::vec((0..4000_usize, any::<u8>()), 0..6),
    ) {
        let mut damaged = rules(GATED).to_bytes();
        for (place, byte) in flips {
            if let Some(here) = damaged.get_mut(place) {
                *here = byte;
            }
        }
        for candidate in [bytes, damaged] {
            if let Ok(rules) = Rules::from_bytes(&candidate) {
                let mut answers = Answers::default();
                for item in rules.items() {
                    answers.choose(item, "1");
                }
                let _ = rules.outcome(&answers);
            }
        }
    }
}

#[test]
fn the_compact_form_comes_back_the_same() {
    for text in [GATED, PHQ_9] {
        let rules = rules(text);
        assert_eq!(Rules::from_bytes(&rules.to_bytes()), Ok(rules));
    }
    assert!(Rules::from_bytes(&[]).is_err());
    assert!(Rules::from_bytes(&[9, 0, 0, 0]).is_err());
}
