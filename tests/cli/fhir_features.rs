//! One small form for each thing that a FHIR Questionnaire can say, and what becomes of it.

use std::fmt::Write;
use std::path::Path;
use std::sync::Arc;

use footbridge::fhir::import;

use crate::site::repository;

/// What an import makes of a form: its findings in order, the definition, and the other languages.
fn told(path: &Path) -> String {
    let text = std::fs::read_to_string(path).expect("the form");
    let imported = import(&Arc::from("form.json"), &text, "2026-11-22");
    let mut out = String::new();
    for finding in &imported.findings {
        let _ = writeln!(out, "{} {}", finding.code, finding.message);
    }
    match &imported.toml {
        Some(toml) => {
            let _ = write!(out, "\n{toml}");
        }
        None => out.push_str("\nrefused\n"),
    }
    for (language, texts) in &imported.translations {
        let _ = write!(out, "\n---- {language}\n{texts}");
    }
    out
}

#[test]
fn each_form_gives_its_tool_or_its_reason() {
    let folder = repository().join("tests/cli/fixtures/fhir");
    let forms = std::fs::read_dir(folder).expect("the forms").map(|entry| entry.expect("an entry").path());
    let mut forms: Vec<_> = forms.collect();
    forms.sort();
    assert!(forms.len() > 15);
    for form in forms {
        let name = form.file_stem().expect("a name").to_string_lossy().into_owned();
        insta::assert_snapshot!(name, told(&form));
    }
}
