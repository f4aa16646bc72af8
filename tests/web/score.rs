//! Scores at every boundary of the published bands, in the browser and by the program. SA-3.

use std::io::Write as _;
use std::process::Stdio;

use serde_json::{Map, Value, json};

use crate::person::{Person, Shown};
use crate::site;

/// The published bands: Kroenke 2001 (PHQ-9), Spitzer 2006 (GAD-7), Kroenke 2003 (PHQ-2, cut-off 3).
const PHQ_9: &[(u32, u32, &str)] = &[
    (0, 4, "minimal"),
    (5, 9, "mild"),
    (10, 14, "moderate"),
    (15, 19, "moderately-severe"),
    (20, 27, "severe"),
];
const GAD_7: &[(u32, u32, &str)] =
    &[(0, 4, "minimal"), (5, 9, "mild"), (10, 14, "moderate"), (15, 21, "severe")];
const PHQ_2: &[(u32, u32, &str)] = &[(0, 2, "below-cut-off"), (3, 6, "at-or-above-cut-off")];

#[test]
fn phq_9_is_right_at_both_ends_of_every_band() {
    right_at_every_boundary("phq-9", 9, PHQ_9);
}

#[test]
fn gad_7_is_right_at_both_ends_of_every_band() {
    right_at_every_boundary("gad-7", 7, GAD_7);
}

#[test]
fn phq_2_is_right_at_both_ends_of_every_band() {
    right_at_every_boundary("phq-2", 2, PHQ_2);
}

/// Answers that add up to the total: as even as can be, so that every item counts.
fn answers(total: u32, items: u32) -> Vec<u32> {
    (0..items).map(|index| total / items + u32::from(index < total % items)).collect()
}

#[track_caller]
fn right_at_every_boundary(tool: &str, items: u32, bands: &[(u32, u32, &str)]) {
    let server = site::serve();
    let person = Person::opens(&server, tool);
    for &(from, to, band) in bands {
        for total in [from, to] {
            // Each time the page as it comes, so that nothing of the last result can help.
            person.goes_to(&server.url(&format!("/tools/{tool}/")));
            let values = answers(total, items);
            person.answers_all(&values);
            assert!(!person.has_result(), "no result before it is asked for");
            person.asks_for_result();
            assert_eq!(person.reads(), Shown::new(total, band), "{tool} with {values:?}");
            let by_program = by_program(tool, &values);
            let score = &by_program["scores"][0];
            assert_eq!(score, &json!({"id": "total", "value": total, "band": band}), "{tool} {values:?}");
            assert_eq!(by_program["missing"], json!([]));
        }
    }
}

/// What `footbridge score` says of the same answers.
#[track_caller]
fn by_program(tool: &str, values: &[u32]) -> Value {
    let given: Map<String, Value> =
        (1..).zip(values).map(|(number, value)| (format!("q{number}"), json!(value))).collect();
    let file = site::root().join(format!("content/tools/{tool}.toml"));
    let mut command = site::footbridge();
    command.arg("score").arg(file).args(["--answers", "-"]);
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(Value::Object(given).to_string().as_bytes()).unwrap();
    let done = child.wait_with_output().unwrap();
    site::expect_success(&done, "footbridge score");
    serde_json::from_slice(&done.stdout).unwrap()
}
