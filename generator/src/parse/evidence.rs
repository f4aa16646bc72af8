//! The results of studies as data, `content/evidence.toml`: what pages say in numbers and draw as charts.
//!
//! A number that stands only here cannot be one thing in the text, another in the chart and a third beside the
//! source that it came from.

use std::sync::Arc;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::authored::{self, Shape};
use crate::config::Words;
use crate::findings::{Finding, Place, codes};
use crate::read::Source;

/// The most groups that one chart compares; more would no longer be read at a glance.
const MOST_ARMS: usize = 4;

/// The file as it is written.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EvidenceFile {
    /// The results: `[[results]]`.
    #[serde(default)]
    results: Vec<StudyResult>,
}

/// One result of a study or a review.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StudyResult {
    /// What pages name: `evidence:early-signs-training`.
    pub id: String,
    /// The key of the source in the bibliography: "morriss2013".
    pub source: String,
    /// What was counted, after "23 in 100", by language: `{ en = "had a relapse", es = "tuvieron una recaída" }`.
    #[serde(default)]
    pub outcome: Words,
    /// The groups that were compared, the one with the help first. Without groups there is no chart, and pages may
    /// still state the numbers.
    #[serde(default)]
    pub arms: Vec<Arm>,
    /// How sure this is, in one plain sentence, by language.
    #[serde(default)]
    pub certainty: Words,
    /// Every other number of this result that pages may state, as in the source: "0.53", "2,981".
    #[serde(default)]
    pub numbers: Vec<String>,
}

/// One group of people in a study.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Arm {
    /// What this group had, by language: `{ en = "with usual care alone", es = "solo con la atención habitual" }`.
    pub label: Words,
    /// How many in 100 people had the outcome, 0 to 100.
    pub per_100: u8,
}

/// The results of a site.
#[derive(Debug)]
pub struct Evidence {
    /// The file.
    pub file: Arc<str>,
    /// The results, each with the place of its source's key in the file.
    pub results: Vec<(StudyResult, std::ops::Range<usize>)>,
}

/// Reads the results.
pub fn read(source: &Source) -> (Option<Evidence>, Vec<Finding>) {
    let file = &source.file;
    let shape = Shape::of::<EvidenceFile>();
    let (entries, node, mut findings) =
        authored::from_toml::<EvidenceFile>(file, &source.text, &shape, "the evidence");
    let Some(entries) = entries else { return (None, findings) };
    let mut results: Vec<(StudyResult, _)> = Vec::with_capacity(entries.results.len());
    for (index, result) in entries.results.into_iter().enumerate() {
        let at = |key: &str| Place::at(file, node.nearest(&format!("/results/{index}{key}")).range.clone());
        if results.iter().any(|(known, _)| known.id == result.id) {
            let message = format!("Another result has the id `{}` already.", result.id);
            let mend = "Give one of the two another id.";
            findings.push(Finding::new(&codes::BAD_RESULT, at("/id"), message, mend));
            continue;
        }
        for (number, arm) in result.arms.iter().enumerate().filter(|(_, arm)| arm.per_100 > 100) {
            let message = format!("{} in 100 people is more than all of them.", arm.per_100);
            let mend = "Write how many in 100, from 0 to 100.";
            let place = at(&format!("/arms/{number}/per_100"));
            findings.push(Finding::new(&codes::BAD_RESULT, place, message, mend));
        }
        let compares = (2..=MOST_ARMS).contains(&result.arms.len());
        if !result.arms.is_empty() && !compares {
            let message = "A chart of one group, or of many, does not help to compare.";
            let mend =
                format!("Name two groups, at most {MOST_ARMS}: those with the help and those without.");
            findings.push(Finding::new(&codes::BAD_RESULT, at("/arms"), message, mend));
        }
        if !result.arms.is_empty() && result.outcome.is_empty() {
            let message = "The chart would not say what was counted.";
            let mend = "Add `outcome = { en = \"had a relapse\" }`.";
            findings.push(Finding::new(&codes::BAD_RESULT, at(""), message, mend));
        }
        let place = node.nearest(&format!("/results/{index}/source")).range.clone();
        results.push((result, place));
    }
    (Some(Evidence { file: file.clone(), results }), findings)
}

impl StudyResult {
    /// The first number in a text that is not one of this result's.
    pub fn foreign_number(&self, text: &str) -> Option<String> {
        let own: Vec<String> = self
            .arms
            .iter()
            .map(|arm| arm.per_100.to_string())
            // "In 100 people" belongs to every chart.
            .chain((!self.arms.is_empty()).then(|| "100".to_owned()))
            .chain(self.numbers.iter().flat_map(|number| numbers(number)))
            .collect();
        numbers(text).into_iter().find(|number| !own.contains(number))
    }

    /// Its numbers in words for a message: `23, 43, 0.53`.
    pub fn numbers_in_words(&self) -> String {
        let arms = self.arms.iter().map(|arm| arm.per_100.to_string());
        arms.chain(self.numbers.iter().cloned()).collect::<Vec<_>>().join(", ")
    }
}

/// The numbers in a text, each in one form: without marks between thousands, with a point before decimals.
fn numbers(text: &str) -> Vec<String> {
    let mut numbers = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        rest = &rest[start..];
        let is_part = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '\u{a0}' | '\u{202f}');
        let end = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
        numbers.push(one_form(rest[..end].trim_end_matches(|c: char| !c.is_ascii_digit())));
        rest = &rest[end..];
    }
    numbers
}

fn one_form(number: &str) -> String {
    let mut parts = number.split(|c: char| !c.is_ascii_digit());
    let mut whole = parts.next().unwrap_or("").to_owned();
    for part in parts {
        // Three digits after a mark are thousands, except after a zero: 0.532.
        if part.len() == 3 && whole != "0" && !whole.contains('.') {
            whole.push_str(part);
        } else {
            whole.push('.');
            whole.push_str(part);
        }
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_one_form_in_every_language() {
        assert_eq!(
            numbers("RR 0.53 (0.36–0.79), 2,981 people, n = 12 477."),
            ["0.53", "0.36", "0.79", "2981", "12", "477"]
        );
        assert_eq!(numbers("0,53 y 12\u{a0}477"), ["0.53", "12477"]);
        assert_eq!(numbers("0.532"), ["0.532"]);
        assert_eq!(numbers("no number"), Vec::<String>::new());
    }

    #[test]
    fn a_number_that_the_result_does_not_have_is_found() {
        let text = "[[results]]\nid = \"a\"\nsource = \"b2013\"\noutcome = { en = \"had a relapse\" }\n\
                    arms = [{ label = { en = \"x\" }, per_100 = 23 }, { label = { en = \"y\" }, per_100 = 43 }]\n\
                    numbers = [\"0.53\"]\n";
        let source = Source { file: "content/evidence.toml".into(), text: text.into() };
        let (evidence, findings) = read(&source);
        assert!(findings.is_empty(), "{findings:?}");
        let result = &evidence.expect("sound").results[0].0;
        assert_eq!(result.foreign_number("23 in 100 against 43 in 100"), None);
        assert_eq!(result.foreign_number("0,53"), None);
        assert_eq!(result.foreign_number("24 in 100"), Some("24".to_owned()));
    }
}
