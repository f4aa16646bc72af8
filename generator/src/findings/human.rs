//! Findings for people: the source line, the words underlined, the sentence, the mend.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};

use super::report::Texts;
use super::{Finding, Severity};

/// Writes the findings as a terminal shows them.
pub(super) fn human(findings: &[Finding], texts: &dyn Texts, colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Ascii);
    let mut out = String::new();
    for finding in findings {
        out.push_str(&one(finding, texts, &renderer));
        out.push_str("\n\n");
    }
    out
}

fn one(finding: &Finding, texts: &dyn Texts, renderer: &Renderer) -> String {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(&finding.message).id(finding.code);
    let text = texts.text(&finding.place.file);
    let group = match (&finding.place.range, &text) {
        (Some(range), Some(text)) => {
            let start = floor(text, range.start);
            let end = floor(text, range.end).max(start);
            // A range over many lines is a whole block: its first line says enough.
            let end = text[start..end].find('\n').map_or(end, |line| start + line);
            let source = Snippet::source(text.as_ref())
                .path(finding.place.file.as_ref())
                .annotation(AnnotationKind::Primary.span(start..end));
            title.element(source)
        }
        _ => title.element(Origin::path(finding.place.file.as_ref())),
    };
    let group =
        if finding.mend.is_empty() { group } else { group.element(Level::HELP.message(&finding.mend)) };
    renderer.render(&[group])
}

/// The nearest character boundary at or before a byte, so that no range can split a character.
fn floor(text: &str, byte: usize) -> usize {
    let mut byte = byte.min(text.len());
    while !text.is_char_boundary(byte) {
        byte -= 1;
    }
    byte
}
