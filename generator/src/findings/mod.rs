//! What is wrong and how to mend it: findings are data, collected over a whole run and shown once.
//!
//! Every stage returns its findings beside its result, so that one bad file never hides the faults of
//! another. Only [`report`] turns them into text.

pub mod codes;
pub mod examples;
mod excerpt;
mod github;
mod human;
pub(crate) mod json;
pub mod report;
mod sarif;

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

pub use codes::Code;

/// The word with which an author excepts a place from findings.
pub const EXCEPTION: &str = "footbridge-ignore";

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Forbids publishing.
    Error,
    /// Is shown, and does not forbid publishing.
    Warning,
    /// Is worth knowing; not even `--strict` counts it.
    Note,
}

impl Severity {
    /// The word that reports use.
    pub fn word(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        }
    }
}

/// Where a finding is: a file and, mostly, the very words.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The path from the site's folder, with `/` on every system.
    pub file: Arc<str>,
    /// Byte range in the file's text. `None`: the file as a whole.
    pub range: Option<Span>,
}

/// A byte range that can be sorted, which `std::ops::Range` cannot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Span { start: range.start, end: range.end }
    }
}

impl Place {
    /// A whole file.
    pub fn file(file: &Arc<str>) -> Self {
        Place { file: file.clone(), range: None }
    }

    /// Some words in a file.
    pub fn at(file: &Arc<str>, range: Range<usize>) -> Self {
        Place { file: file.clone(), range: Some(range.into()) }
    }
}

/// One thing that is wrong, where, and the mend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The stable code, for example `FB0301`.
    pub code: &'static str,
    /// Whether it forbids publishing.
    pub severity: Severity,
    /// Where it is.
    pub place: Place,
    /// One plain sentence that says what is wrong.
    pub message: String,
    /// Why it matters to the reader, in one sentence.
    pub why: Cow<'static, str>,
    /// What to write instead; empty where the message says it all.
    pub mend: String,
    /// Further words of the same file that belong to it, each with a few words of its own.
    pub related: Vec<(Span, String)>,
}

impl Finding {
    /// A finding of a code from the table.
    pub fn new(code: &Code, place: Place, message: impl Into<String>, mend: impl Into<String>) -> Self {
        Finding {
            code: code.id,
            severity: code.severity,
            place,
            message: message.into(),
            why: code.why().into(),
            mend: mend.into(),
            related: Vec::new(),
        }
    }

    /// Whether it forbids publishing.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

/// Groups by file, the worst file first and in it the worst finding, then by place, and drops exact repeats: the
/// order in which threads finished never shows.
pub fn sort(findings: &mut Vec<Finding>) {
    let mut worst: HashMap<Arc<str>, Severity> = HashMap::new();
    for finding in findings.iter() {
        let severity = worst.entry(finding.place.file.clone()).or_insert(finding.severity);
        *severity = finding.severity.min(*severity);
    }
    let key = |finding: &Finding| worst[&finding.place.file];
    findings.sort_by(|a, b| {
        (key(a), &a.place.file, a.severity, &a.place, a.code, &a.message).cmp(&(
            key(b),
            &b.place.file,
            b.severity,
            &b.place,
            b.code,
            &b.message,
        ))
    });
    // One cause in a template shows on every page; it is told once.
    findings.dedup_by(|b, a| (&a.place, a.code, &a.message) == (&b.place, b.code, &b.message));
}

/// The closest of `known` to `word`, if one is close enough to be what was meant.
pub fn closest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    known
        .into_iter()
        // Cheaper than the distance, and never less than the difference in length.
        .filter(|candidate| candidate.len().abs_diff(word.len()) <= candidate.len().max(word.len()) / 3)
        .map(|candidate| (strsim::damerau_levenshtein(word, candidate), candidate))
        // One wrong letter of three is a slip; one of two is another word.
        .filter(|(distance, candidate)| *distance <= candidate.len().max(word.len()) / 3)
        .min()
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn suggests_only_what_is_close() {
        assert_eq!(closest("titel", ["title", "date"]), Some("title"));
        assert_eq!(closest("banana", ["title", "date"]), None);
    }
}
