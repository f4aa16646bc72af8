//! Taking answers along: as text to read, as a table, and as a file for clinics, which also comes back in.
//!
//! The words come from whoever shows the questions, so that nothing here knows a language. What is hidden is
//! never taken along.

use crate::joined;
use crate::prelude::*;

use crate::score::Outcome;
use crate::sheet::{Given, Sheet};
use crate::{Answers, Rules};

mod csv;
mod plain;
mod read;
mod response;
#[cfg(test)]
mod tests;

pub use read::{Opened, Unopened};

/// The words around the answers, in the reader's language.
pub trait Words {
    /// The question at a place, with its number: `3. Trouble falling asleep`.
    fn question(&self, place: usize) -> String;
    /// An option of the question at a place.
    fn option(&self, place: usize, option: usize) -> String;
    /// What stands behind a number.
    fn unit(&self, place: usize) -> String;
    /// What a score is called.
    fn score(&self, id: &str) -> String;
    /// A band in words; where bands differ by group, that of this group.
    fn band(&self, score: &str, band: &str, group: &str) -> String;
    /// Whether the form that clinics know has this score.
    fn is_known(&self, score: &str) -> bool;
    /// A phrase of the page, by its name. The names are those of `templates/tools/take.html`.
    fn phrase(&self, name: &str) -> String;
}

/// A file to take along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// To read: questions, answers, the result in words.
    Text,
    /// A table for spreadsheets, one answer a line.
    Csv,
    /// A FHIR R4 QuestionnaireResponse.
    Fhir,
}

impl Format {
    /// The format that a button asks for.
    pub fn named(name: &str) -> Option<Format> {
        match name {
            "text" => Some(Format::Text),
            "csv" => Some(Format::Csv),
            "fhir" => Some(Format::Fhir),
            _ => None,
        }
    }

    /// The end of the file's name, and its media type.
    pub fn kind(self) -> (&'static str, &'static str) {
        match self {
            Format::Text => (".txt", "text/plain"),
            Format::Csv => (".csv", "text/csv"),
            Format::Fhir => (".json", "application/fhir+json"),
        }
    }
}

impl Rules {
    /// The answers and the result as a file, with the day on which it was made (`2026-02-03`).
    pub fn take(&self, answers: &Answers, format: Format, day: &str, words: &dyn Words) -> String {
        let taken = Taken {
            rules: self,
            sheet: Sheet::new(self, answers),
            outcome: self.outcome(answers),
            day,
            words,
        };
        match format {
            Format::Text => taken.plain(),
            Format::Csv => taken.csv(),
            Format::Fhir => taken.response(),
        }
    }
}

/// What every format is made of.
struct Taken<'a> {
    rules: &'a Rules,
    sheet: Sheet<'a>,
    outcome: Outcome,
    day: &'a str,
    words: &'a dyn Words,
}

impl Taken<'_> {
    /// The places with an answer, in the order of the page.
    fn answered(&self) -> impl Iterator<Item = usize> {
        let answered = |place: &usize| {
            self.sheet.is_shown(*place) && self.rules.asks(*place) && !self.sheet.is_open(*place)
        };
        (0..self.rules.items.len()).filter(answered)
    }

    /// An answer as people read it.
    fn answer(&self, place: usize) -> String {
        match self.sheet.given(place) {
            Given::Options(chosen) => {
                let mut words = String::new();
                for option in chosen {
                    also(&mut words, &self.words.option(place, *option));
                }
                words
            }
            Given::Number(number) => {
                let unit = self.words.unit(place);
                joined(&[number.to_text().as_str(), if unit.is_empty() { "" } else { " " }, &unit])
            }
            Given::Text(text) => text.clone(),
            Given::Nothing | Given::Wrong => String::new(),
        }
    }

    /// The words of a score's band, or of each group's where the reader named none.
    fn bands(&self, score: &crate::ScoreOutcome) -> String {
        let mut words = String::new();
        if let Some(band) = &score.band {
            also(&mut words, &self.words.band(&score.id, band, score.group.as_deref().unwrap_or_default()));
        }
        for known in &score.by_group {
            also(&mut words, &self.words.band(&score.id, &known.band, &known.group));
        }
        words
    }
}

/// One more in a row of words.
fn also(words: &mut String, more: &str) {
    if !words.is_empty() {
        words.push_str("; ");
    }
    words.push_str(more);
}
