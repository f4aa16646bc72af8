//! Findings as SARIF 2.1.0, the format that code hosts and editors of many kinds read.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::report::{Texts, line_and_column, position};
use super::{Code, Finding, Severity};

/// Writes one run. Columns count in characters.
pub(super) fn sarif(findings: &[Finding], texts: &dyn Texts) -> String {
    let codes: BTreeSet<&str> = findings.iter().map(|finding| finding.code).collect();
    let codes: Vec<&str> = codes.into_iter().collect();
    let rules: Vec<Value> = codes.iter().map(|id| rule(id)).collect();
    let results: Vec<Value> = findings.iter().map(|finding| result(finding, &codes, texts)).collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "footbridge",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    serde_json::to_string_pretty(&log).unwrap_or_default() + "\n"
}

fn rule(id: &str) -> Value {
    let Some(code) = Code::find(id) else {
        let title =
            footbridge_model::CODES.iter().find(|(known, _)| *known == id).map_or(id, |(_, title)| title);
        return json!({ "id": id, "shortDescription": { "text": title } });
    };
    json!({
        "id": id,
        "shortDescription": { "text": code.title },
        "fullDescription": { "text": code.explanation },
        "defaultConfiguration": { "level": code.severity.word() },
    })
}

fn result(finding: &Finding, codes: &[&str], texts: &dyn Texts) -> Value {
    let text = match finding.mend.is_empty() {
        true => finding.message.clone(),
        false => format!("{} {}", finding.message, finding.mend),
    };
    let mut result = json!({
        "ruleId": finding.code,
        "ruleIndex": codes.iter().position(|code| *code == finding.code).unwrap_or_default(),
        "level": level(finding.severity),
        "message": { "text": text },
        "locations": [location(finding, texts)],
    });
    let source = texts.text(&finding.place.file);
    if let (false, Some(source)) = (finding.related.is_empty(), source) {
        let related = finding.related.iter().map(|(span, message)| {
            let region = region(position(&source, span.start), position(&source, span.end));
            json!({ "physicalLocation": { "artifactLocation": uri(&finding.place.file), "region": region }, "message": { "text": message } })
        });
        result["relatedLocations"] = related.collect();
    }
    result
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

fn location(finding: &Finding, texts: &dyn Texts) -> Value {
    let mut place = json!({ "artifactLocation": uri(&finding.place.file) });
    if let (Some(range), Some(text)) = (&finding.place.range, texts.text(&finding.place.file)) {
        place["region"] = region(line_and_column(&finding.place, texts), position(&text, range.end));
    }
    json!({ "physicalLocation": place })
}

fn uri(file: &str) -> Value {
    json!({ "uri": crate::link::encoded(file) })
}

fn region(start: (usize, usize), end: (usize, usize)) -> Value {
    json!({ "startLine": start.0, "startColumn": start.1, "endLine": end.0, "endColumn": end.1 })
}
