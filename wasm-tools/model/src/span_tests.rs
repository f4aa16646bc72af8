//! Every value that a score can really have lies in its computed span, on its steps.

use proptest::prelude::*;

use super::*;
use crate::{Answers, Tool};

const DEFINITION: &str = r#"
kind = "questionnaire"
title = "T"
summary = "S"
minutes = 1
limits = "L"
timeframe = "Today"
[source]
citation = "C"
holder = "H"
permission = "P"
checked = "2026-11-20"
wording_checked_by = "N"
modified = false
own = true
[[items]]
id = "a"
text = "A"
options = [{ value = 1, label = "1", score = 1 }, { value = 3, label = "3", score = 3 }, { value = 5, label = "5", score = 5 }]
[[items]]
id = "b"
text = "B"
type = "integer"
min = -2
max = 2
[[items]]
id = "c"
text = "C"
type = "decimal"
min = 0.5
max = 2
enabled_when = { conditions = [{ item = "a", operator = "!=", answer = 3 }] }
"#;

/// A definition with this one score, and the values that answers on a lattice give it.
fn values(score: &str) -> (Option<Span>, Vec<Ratio>) {
    let text = [DEFINITION, "[[scores]]\nid = \"s\"\ntitle = \"S\"\n", score].concat();
    let rules =
        toml::from_str::<Tool>(&text).expect("a tool").questionnaire().expect("a questionnaire").rules();
    let mut values = Vec::new();
    for a in ["1", "3", "5"] {
        for b in ["-2", "-1", "0", "1", "2"] {
            for c in ["0.5", "0.75", "1.01", "2"] {
                let mut answers = Answers::default();
                for (item, value) in [("a", a), ("b", b), ("c", c)] {
                    answers.choose(item, value);
                }
                values.extend(rules.outcome(&answers).scores[0].value.map(Ratio::of));
            }
        }
    }
    (of_scores(&rules).remove(0), values)
}

fn holds(span: Span, value: Ratio) -> bool {
    let on_step = match span.step {
        None => true,
        Some(step) if step.is_zero() => value == span.lowest,
        Some(step) => value
            .minus(span.lowest)
            .and_then(|off| off.divided_by(step))
            .is_some_and(|n| Ratio::whole(n.floor()) == n),
    };
    span.lowest <= value && value <= span.highest && on_step
}

#[test]
fn spans_hold_every_value_and_are_tight_where_they_can_be() {
    for (score, lowest, highest) in [
        ("items = [\"a\", \"b\"]", -1, 7),
        ("items = [\"a\", \"b\"]\nreverse = [\"a\"]", -1, 7),
        ("method = \"weighted\"\nitems = [\"a\", \"b\"]\nweights = [2, -1]", 0, 12),
        ("method = \"formula\"\nformula = \"a * b\"", -10, 10),
        ("method = \"formula\"\nformula = \"a - b * 2\"", -3, 9),
        ("method = \"formula\"\nformula = \"if(b > 0, a, 0 - a)\"", -5, 5),
        ("method = \"formula\"\nformula = \"min(a, b)\"", -2, 2),
        ("method = \"formula\"\nformula = \"max(a, b, 2)\"", 2, 5),
        ("method = \"formula\"\nformula = \"1 / b\"", -1, 1),
        ("method = \"formula\"\nformula = \"a / c\"", 0, 10),
        ("method = \"formula\"\nformula = \"round(a / 2)\"", 1, 3),
        ("method = \"formula\"\nformula = \"count(a > 1, b > 1) + answered(c)\"", 0, 3),
        ("method = \"formula\"\nformula = \"sum(a, c)\"", 1, 7),
        ("method = \"mean\"\nitems = [\"a\", \"b\"]", -1, 3),
        ("method = \"count\"\nitems = [\"a\", \"b\"]", 0, 2),
    ] {
        let (span, values) = values(score);
        let span = span.unwrap_or_else(|| panic!("{score} has bounds"));
        for value in &values {
            // Rounding to hundredths moves what lies between.
            let near = span.step.is_some()
                || (*value >= span.lowest.minus(Ratio::new(1, 100).expect("a hundredth")).expect("small"));
            assert!(near && (span.step.is_none() || holds(span, *value)), "{score}: {value:?} in {span:?}");
        }
        assert_eq!((span.lowest.floor(), span.highest.floor()), (lowest, highest), "{score}: {span:?}");
        assert!(!values.is_empty(), "{score}");
    }
}

#[test]
fn what_has_no_bounds_has_no_span() {
    let (span, _) = values("method = \"formula\"\nformula = \"1 / (1 / b - c)\"");
    assert_eq!(span, None);
    let (span, _) = values("method = \"formula\"\nformula = \"1 / 0\"\n");
    assert_eq!(span, None);
}

fn expression() -> impl Strategy<Value = String> {
    let leaf = prop::sample::select(vec!["a", "b", "c", "1", "2.5", "answered(c)"]).prop_map(str::to_owned);
    leaf.prop_recursive(3, 12, 3, |inner| {
        let two = || (inner.clone(), inner.clone());
        prop_oneof![
            (two(), prop::sample::select(vec!["+", "-", "*", "/", ">", "=", "and"]))
                .prop_map(|((a, b), op)| format!("({a} {op} {b})")),
            two().prop_map(|(a, b)| format!("min({a}, {b})")),
            two().prop_map(|(a, b)| format!("max({a}, {b})")),
            two().prop_map(|(a, b)| format!("sum({a}, {b})")),
            two().prop_map(|(a, b)| format!("if({a} > 1, {a}, {b})")),
            inner.prop_map(|a| format!("round({a}, 1)")),
        ]
    })
}

/// Found by the property below: what `if` chooses can be missing, and then `min` has only the other.
#[test]
fn what_is_chosen_may_be_left_out() {
    let (span, values) =
        values("method = \"formula\"\nformula = \"min(if(answered(c) > 1, answered(c), c), a)\"\n");
    let highest = span.expect("a span").highest;
    let largest = values.iter().map(|value| value.to_number().expect("a score")).max().expect("values");
    assert_eq!(largest.hundredths(), 300);
    assert!(highest >= Ratio::of(largest));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn no_formula_leaves_its_range(formula in expression()) {
        let text = format!("{DEFINITION}[[scores]]\nid = \"s\"\ntitle = \"S\"\nmethod = \"formula\"\nformula = \"{formula}\"\n");
        let Ok(Tool::Questionnaire(questionnaire)) = toml::from_str::<Tool>(&text) else { panic!("a tool") };
        let (_, values) = values(&format!("method = \"formula\"\nformula = \"{formula}\"\n"));
        if let Some(range) = crate::possible_range(&questionnaire, &questionnaire.scores[0]) {
            for value in values {
                let value = value.to_number().expect("a score");
                let off = value.hundredths() - range.min.hundredths();
                prop_assert!(range.min <= value && value <= range.max, "{value} of {formula} in {range:?}");
                prop_assert!(off % range.step.hundredths() == 0, "{value} of {formula} in {range:?}");
            }
        }
    }
}
