//! Turning findings into text: for people, or as JSON for programs.

use std::collections::HashMap;
use std::sync::Arc;

use super::{Finding, Place, Severity};

/// How findings are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Source lines with the words underlined.
    Human {
        /// Whether to colour the text.
        colour: bool,
    },
    /// One JSON object with a `findings` array.
    Json,
    /// SARIF 2.1.0.
    Sarif,
    /// Commands of a GitHub workflow.
    Github,
}

/// Gives the text of a file that findings point into.
pub trait Texts {
    /// The text, if the file was read and is text.
    fn text(&self, file: &str) -> Option<Arc<str>>;
}

impl Texts for HashMap<Arc<str>, Arc<str>> {
    fn text(&self, file: &str) -> Option<Arc<str>> {
        self.get(file).cloned()
    }
}

/// Writes the findings.
pub fn write(findings: &[Finding], texts: &dyn Texts, format: Format) -> String {
    match format {
        Format::Human { colour } => super::human::human(findings, texts, colour),
        Format::Json => super::json::json(findings, texts),
        Format::Sarif => super::sarif::sarif(findings, texts),
        Format::Github => super::github::github(findings, texts),
    }
}

/// Line and column of a place, both from 1, the column in characters.
pub fn line_and_column(place: &Place, texts: &dyn Texts) -> (usize, usize) {
    let (Some(range), Some(text)) = (&place.range, texts.text(&place.file)) else {
        return (1, 1);
    };
    position(&text, range.start)
}

/// Line and column of a byte of a text, both from 1, the column in characters.
pub(crate) fn position(text: &str, byte: usize) -> (usize, usize) {
    let before = text.get(..byte).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
    (line, column)
}

/// The closing line of a check: how many errors, warnings and notes.
pub fn tally(findings: &[Finding]) -> String {
    let count = |severity: Severity| {
        let number = findings.iter().filter(|finding| finding.severity == severity).count();
        let word = severity.word();
        match number {
            0 => None,
            1 => Some(format!("1 {word}")),
            _ => Some(format!("{number} {word}s")),
        }
    };
    let counts: Vec<String> =
        [Severity::Error, Severity::Warning, Severity::Note].into_iter().filter_map(count).collect();
    if counts.is_empty() { "nothing found".to_owned() } else { counts.join(", ") }
}
