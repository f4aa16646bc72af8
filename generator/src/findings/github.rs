//! Findings as commands of a GitHub workflow: they stand beside the lines of a pull request.

use std::fmt::Write;

use super::report::{Texts, line_and_column, position};
use super::{Finding, Severity};

/// Writes one line a finding.
pub(super) fn github(findings: &[Finding], texts: &dyn Texts) -> String {
    let mut out = String::new();
    for finding in findings {
        let command = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "notice",
        };
        let (line, column) = line_and_column(&finding.place, texts);
        let mut properties = format!("file={},line={line},col={column}", property(&finding.place.file));
        if let (Some(range), Some(text)) = (&finding.place.range, texts.text(&finding.place.file)) {
            let (end_line, end_column) = position(&text, range.end);
            let _ = write!(properties, ",endLine={end_line}");
            // Columns are shown only for words of one line.
            if end_line == line {
                let _ = write!(properties, ",endColumn={end_column}");
            }
        }
        let message = match finding.mend.is_empty() {
            true => finding.message.clone(),
            false => format!("{}\n{}", finding.message, finding.mend),
        };
        let _ = writeln!(out, "::{command} {properties},title={}::{}", finding.code, data(&message));
    }
    out
}

/// The escapes of GitHub's own toolkit.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
