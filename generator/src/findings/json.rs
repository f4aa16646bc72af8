//! Findings for programs: one JSON object, documented and stable.

use schemars::JsonSchema;
use serde::Serialize;

use super::report::{Texts, line_and_column, position};
use super::{Finding, Span};

/// Everything that `footbridge check --format json` says.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "Findings")]
pub(crate) struct Report<'a> {
    /// The findings: by file, the worst file first, and in it the worst finding.
    findings: Vec<Row<'a>>,
}

/// One finding. Lines and columns count from 1, columns in characters; 1:1 stands for a whole file.
#[derive(Serialize, JsonSchema)]
struct Row<'a> {
    /// The stable code, for example `FB0301`; `footbridge explain` tells more.
    code: &'a str,
    /// `error` forbids publishing, `warning` does so with `--strict`, `note` never does.
    severity: Severity,
    /// The path from the site's folder, with `/` on every system.
    file: &'a str,
    /// The line of the first of the words that are meant.
    line: usize,
    /// The column of the first of the words that are meant.
    column: usize,
    /// The line in which the words end.
    end_line: usize,
    /// The column right after the words.
    end_column: usize,
    /// One plain sentence: what is wrong.
    message: &'a str,
    /// Why it matters to the reader.
    why: &'a str,
    /// What to write instead; empty where the message says it all.
    help: &'a str,
    /// Further words of the same file that belong to it.
    related: Vec<Related<'a>>,
}

/// Words that belong to a finding.
#[derive(Serialize, JsonSchema)]
struct Related<'a> {
    /// Their line.
    line: usize,
    /// Their column.
    column: usize,
    /// What is said of them.
    message: &'a str,
}

/// How much a finding matters.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum Severity {
    Error,
    Warning,
    Note,
}

/// Writes the object.
pub(super) fn json(findings: &[Finding], texts: &dyn Texts) -> String {
    let rows = findings.iter().map(|finding| row(finding, texts)).collect();
    serde_json::to_string_pretty(&Report { findings: rows }).unwrap_or_default() + "\n"
}

fn row<'a>(finding: &'a Finding, texts: &dyn Texts) -> Row<'a> {
    let (line, column) = line_and_column(&finding.place, texts);
    let text = texts.text(&finding.place.file);
    let end = |span: &Span| text.as_deref().map(|text| position(text, span.end));
    let (end_line, end_column) = finding.place.range.as_ref().and_then(end).unwrap_or((line, column));
    let related = finding.related.iter().map(|(span, message)| {
        let (line, column) = text.as_deref().map_or((1, 1), |text| position(text, span.start));
        Related { line, column, message }
    });
    Row {
        code: finding.code,
        severity: match finding.severity {
            super::Severity::Error => Severity::Error,
            super::Severity::Warning => Severity::Warning,
            super::Severity::Note => Severity::Note,
        },
        file: &finding.place.file,
        line,
        column,
        end_line,
        end_column,
        message: &finding.message,
        why: &finding.why,
        help: &finding.mend,
        related: related.collect(),
    }
}
