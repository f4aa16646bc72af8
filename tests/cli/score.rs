//! `footbridge score` gives the published bands at every boundary, and no score too early.

use std::io::Write;
use std::path::Path;
use std::process::Stdio;

use serde_json::{Value, json};

use crate::site::{program, repository};

pub(crate) fn score(tool: &str, answers: &Value) -> (i32, Value, String) {
    score_file(&repository().join(format!("content/tools/{tool}.toml")), answers)
}

/// The exit status, the scores, and what else the program said.
pub(crate) fn score_file(tool: &Path, answers: &Value) -> (i32, Value, String) {
    let mut child = program()
        .arg("score")
        .arg(tool)
        .args(["--answers", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut stdin = child.stdin.take().expect("standard input");
    // It may have refused the tool, and be gone, before it reads any.
    let _ = stdin.write_all(answers.to_string().as_bytes());
    drop(stdin);
    let output = child.wait_with_output().expect("the program ends");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    (output.status.code().unwrap_or(-1), serde_json::from_slice(&output.stdout).unwrap_or(Value::Null), said)
}

/// Answers to `items` questions that add up to `total`, each from 0 to 3.
fn answers_for(total: u32, items: u32) -> Value {
    let mut left = total;
    let mut answers = serde_json::Map::new();
    for item in 1..=items {
        let score = left.min(3);
        left -= score;
        answers.insert(format!("q{item}"), score.into());
    }
    assert_eq!(left, 0, "the total can be reached");
    Value::Object(answers)
}

/// From, to and id of a band.
pub(crate) type Band = (u32, u32, &'static str);

/// Published bands: Kroenke 2001 and 2003, Spitzer 2006.
const BANDS: &[(&str, u32, &[Band])] = &[
    (
        "phq-9",
        9,
        &[
            (0, 4, "minimal"),
            (5, 9, "mild"),
            (10, 14, "moderate"),
            (15, 19, "moderately-severe"),
            (20, 27, "severe"),
        ],
    ),
    ("phq-2", 2, &[(0, 2, "below-cut-off"), (3, 6, "at-or-above-cut-off")]),
    ("gad-7", 7, &[(0, 4, "minimal"), (5, 9, "mild"), (10, 14, "moderate"), (15, 21, "severe")]),
];

#[test]
fn every_total_falls_into_its_published_band() {
    for (tool, items, bands) in BANDS {
        for (from, to, band) in *bands {
            for total in *from..=*to {
                let (status, scored, said) = score(tool, &answers_for(total, *items));
                assert_eq!(status, 0, "{said}");
                let expected = json!([{ "id": "total", "value": total, "band": band }]);
                assert_eq!(scored["scores"], expected, "{tool} at {total}");
                assert_eq!(scored["tool"], *tool);
                assert_eq!(scored["missing"], json!([]));
            }
        }
    }
}

#[test]
fn no_score_before_every_question_is_answered() {
    for (tool, items, _) in BANDS {
        for missing in 1..=*items {
            let mut answers = answers_for(0, *items);
            answers.as_object_mut().expect("an object").remove(&format!("q{missing}"));
            let (status, scored, _) = score(tool, &answers);
            assert_eq!(status, 0);
            assert_eq!(scored["scores"], json!([{ "id": "total", "value": null, "band": null }]), "{tool}");
            assert_eq!(scored["missing"], json!([format!("q{missing}")]));
        }
        let (_, scored, _) = score(tool, &json!({}));
        assert_eq!(scored["missing"].as_array().map(Vec::len), Some(*items as usize));
    }
}

#[test]
fn item_nine_is_a_risk_from_several_days_whatever_else_is_missing() {
    for (answer, expected) in [
        (json!(0), json!([])),
        (json!("Not at all"), json!([])),
        (json!(1), json!(["self-harm"])),
        (json!("Several days"), json!(["self-harm"])),
        (json!("nearly every day"), json!(["self-harm"])),
    ] {
        let (_, scored, said) = score("phq-9", &json!({ "q9": answer }));
        assert_eq!(scored["risks"], expected, "{answer}: {said}");
    }
}

#[test]
fn answers_that_fit_nothing_are_named() {
    let (status, _, said) = score("phq-9", &json!({ "q1": 7, "q99": 1 }));
    assert_eq!(status, 1);
    assert!(said.contains("`7` is no answer to `q1`"), "{said}");
    assert!(said.contains("there is no question `q99`"), "{said}");
}
