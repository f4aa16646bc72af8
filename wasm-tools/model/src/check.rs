//! The checks that a definition must pass before it is published, as strict as a compiler's.

pub(crate) mod compare;
mod conditions;
mod groups;
mod items;
mod reach;
mod responses;
mod scores;
mod source;
mod translation;

use crate::prelude::*;
use alloc::collections::{BTreeMap, BTreeSet};

use crate::{Problem, Questionnaire, Translation, Wording};

/// The problems found so far.
#[derive(Default)]
pub(crate) struct Report {
    problems: Vec<Problem>,
    /// The ids of the scores of whose range nothing can be said.
    unsure: BTreeSet<String>,
}

impl Report {
    pub(crate) fn add(
        &mut self,
        code: &'static str,
        pointer: impl Into<String>,
        message: impl Into<String>,
        mend: impl Into<String>,
    ) {
        self.problems.push(Problem {
            pointer: pointer.into(),
            code,
            message: message.into(),
            mend: mend.into(),
        });
    }

    pub(crate) fn text(&mut self, pointer: impl Into<String>, name: &str, text: &str) {
        if text.trim().is_empty() {
            let mend = format!("Write the words between the quotes of `{name}`.");
            self.add("FB0520", pointer, format!("The text of `{name}` is empty."), mend);
        }
    }

    /// Checks that ids are well formed and that none occurs twice.
    pub(crate) fn ids<'a>(&mut self, what: &str, ids: impl Iterator<Item = (String, &'a str)>) {
        let mut first: BTreeMap<&str, String> = BTreeMap::new();
        for (pointer, id) in ids {
            let letters = id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
            if !letters || !id.starts_with(|c: char| c.is_ascii_lowercase()) || id.ends_with('-') {
                let message = format!("`{id}` cannot be the id of a {what}.");
                let mend =
                    "Use small letters, digits and hyphens, beginning with a letter, for example `q1`.";
                self.add("FB0514", pointer.clone(), message, mend);
            }
            if first.contains_key(id) {
                let message = format!("There are two {what}s with the id `{id}`.");
                self.add("FB0501", pointer, message, format!("Give one {what} another id."));
            } else {
                first.insert(id, pointer);
            }
        }
    }

    /// Whether one of these faults was found in a part of the definition.
    fn has(&self, part: &str, codes: &[&str]) -> bool {
        self.problems.iter().any(|problem| {
            let rest = problem.pointer.strip_prefix(part);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/')) && codes.contains(&problem.code)
        })
    }

    fn count(&self) -> usize {
        self.problems.len()
    }

    fn unsure(&mut self, score: &str) {
        self.unsure.insert(score.to_owned());
    }

    fn is_unsure(&self, score: &str) -> bool {
        self.unsure.contains(score)
    }

    /// All that was found.
    pub(crate) fn done(self) -> Vec<Problem> {
        self.problems
    }
}

/// All problems of a questionnaire.
pub(crate) fn questionnaire(questionnaire: &Questionnaire) -> Vec<Problem> {
    let mut report = Report::default();
    texts(questionnaire, &mut report);
    source::check(questionnaire, &mut report);
    items::check(questionnaire, &mut report);
    groups::check(questionnaire, &mut report);
    conditions::check(questionnaire, &mut report);
    reach::check(questionnaire, &mut report);
    scores::check(questionnaire, &mut report);
    responses::check(questionnaire, &mut report);
    report.done()
}

/// All problems of a translation: its own texts and rights, and every part that differs from the original.
pub(crate) fn translation(translation: &Translation, original: &Questionnaire) -> Vec<Problem> {
    let mut report = Report::default();
    let whole = translation.over(original);
    texts(&whole, &mut report);
    // Without rights of its own the words are those of the original, and they are guarded there.
    if translation.wording == Wording::Translated && translation.source.is_some() {
        source::check(&whole, &mut report);
    }
    translation::check(translation, original, &mut report);
    report.done()
}

fn texts(questionnaire: &Questionnaire, report: &mut Report) {
    report.text("/title", "title", &questionnaire.title);
    report.text("/summary", "summary", &questionnaire.summary);
    report.text("/limits", "limits", &questionnaire.limits);
    report.text("/timeframe", "timeframe", &questionnaire.timeframe);
    if let Some(stem) = &questionnaire.stem {
        report.text("/stem", "stem", stem);
    }
}

#[cfg(test)]
pub(crate) mod found;
#[cfg(test)]
mod tests;

#[cfg(test)]
mod translation_tests;
