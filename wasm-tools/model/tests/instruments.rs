//! The shipped instruments: sound, exact at each boundary of their published bands, and never too early.

use footbridge_model::{Answers, Number, Questionnaire, Tool, answers};

fn read(id: &str) -> Tool {
    let path = format!("{}/../../content/tools/{id}.toml", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).expect("the instrument is in the repository");
    toml::from_str(&text).unwrap_or_else(|error| panic!("{id}: {error}"))
}

fn questionnaire(id: &str) -> Questionnaire {
    read(id).questionnaire().cloned().unwrap_or_else(|| panic!("{id} is no questionnaire"))
}

/// Answers `count` questions so that their scores add up to `sum`.
fn with_sum(count: usize, sum: usize) -> Answers {
    let mut answers = Answers::default();
    let mut left = sum;
    for number in 1..=count {
        let points = left.min(3);
        left -= points;
        answers.choose(&format!("q{number}"), &points.to_string());
    }
    answers
}

/// Every possible total with its band, and nothing while one or two answers are missing.
fn bands_are(id: &str, count: usize, bands: &[(usize, &str)]) {
    assert_eq!(read(id).problems(), [], "{id}");
    let rules = questionnaire(id).rules();
    for sum in 0..=count * 3 {
        let outcome = rules.outcome(&with_sum(count, sum));
        let (_, band) = bands.iter().find(|(to, _)| sum <= *to).expect("a band");
        assert_eq!(outcome.scores[0].id, "total");
        assert_eq!(outcome.scores[0].value, Some(Number::whole(i64::try_from(sum).expect("small"))), "{id}");
        assert_eq!(outcome.scores[0].band.as_deref(), Some(*band), "{id} at {sum}");
    }
    for answered in [0, count - 1, count.saturating_sub(2)] {
        let outcome = rules.outcome(&with_sum(answered, answered));
        assert_eq!(outcome.scores[0].value, None, "{id} with {answered} answers");
        assert_eq!(outcome.missing.len(), count - answered);
    }
}

#[test]
fn phq_9() {
    let bands = [(4, "minimal"), (9, "mild"), (14, "moderate"), (19, "moderately-severe"), (27, "severe")];
    bands_are("phq-9", 9, &bands);
}

#[test]
fn phq_2() {
    bands_are("phq-2", 2, &[(2, "below-cut-off"), (6, "at-or-above-cut-off")]);
}

#[test]
fn gad_7() {
    bands_are("gad-7", 7, &[(4, "minimal"), (9, "mild"), (14, "moderate"), (21, "severe")]);
}

#[test]
fn the_lowest_option_is_not_at_all() {
    for id in ["phq-9", "phq-2", "gad-7"] {
        assert_eq!(questionnaire(id).options[0].label, "Not at all", "{id}");
    }
}

#[test]
fn only_the_ninth_question_of_the_phq_9_is_a_risk_item() {
    let rules = questionnaire("phq-9").rules();
    for (item, value, expected) in [("q9", "0", 0), ("q9", "1", 1), ("q9", "3", 1), ("q8", "3", 0)] {
        let mut answers = Answers::default();
        answers.choose(item, value);
        assert_eq!(rules.outcome(&answers).risks.len(), expected, "{item} = {value}");
    }
}

#[test]
fn the_difficulty_question_never_counts_and_is_never_waited_for() {
    let rules = questionnaire("phq-9").rules();
    let mut answers = with_sum(9, 9);
    let without = rules.outcome(&answers);
    assert!(without.missing.is_empty());
    answers.choose("difficulty", "extremely");
    assert_eq!(rules.outcome(&answers), without);
}

#[test]
fn answers_are_read_by_value_and_by_label() {
    let tool = questionnaire("phq-9");
    for answer in ["2", "More than half the days", " more THAN half the days "] {
        assert_eq!(answers::resolve(&tool, "q1", answer).expect("an answer").as_str(), "2");
    }
    let unknown = answers::resolve(&tool, "q1", "sometimes").expect_err("no such option").to_string();
    assert!(unknown.contains("3 (Nearly every day)"), "{unknown}");
    let nowhere = answers::resolve(&tool, "q10", "1").expect_err("no such question").to_string();
    assert!(nowhere.contains("difficulty"), "{nowhere}");
}

#[test]
fn every_prose_pointer_leads_to_its_text_in_the_view() {
    for id in ["phq-9", "phq-2", "gad-7"] {
        let tool = read(id);
        let (definition, view) = (serde_json::to_value(&tool), serde_json::to_value(tool.view()));
        let (definition, view) = (definition.expect("json"), view.expect("json"));
        for prose in tool.prose() {
            for face in [&definition, &view] {
                assert_eq!(face.pointer(&prose.pointer).and_then(|v| v.as_str()), Some(prose.text));
            }
        }
    }
}
