//! Findings for programs: one JSON object, documented and stable.

use serde::Serialize;

use super::Finding;
use super::report::{Texts, line_and_column};

#[derive(Serialize)]
struct Report<'a> {
    findings: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Row<'a> {
    code: &'a str,
    severity: &'a str,
    file: &'a str,
    line: usize,
    column: usize,
    message: &'a str,
    help: &'a str,
}

/// Writes the object; lines and columns count from 1, and 1:1 stands for a whole file.
pub(super) fn json(findings: &[Finding], texts: &dyn Texts) -> String {
    let rows = findings
        .iter()
        .map(|finding| {
            let (line, column) = line_and_column(&finding.place, texts);
            Row {
                code: finding.code,
                severity: finding.severity.word(),
                file: &finding.place.file,
                line,
                column,
                message: &finding.message,
                help: &finding.mend,
            }
        })
        .collect();
    serde_json::to_string_pretty(&Report { findings: rows }).unwrap_or_default() + "\n"
}
