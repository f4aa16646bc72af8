//! Findings for people: the source line, the words underlined, the sentence, the mend.

use std::collections::HashSet;
use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};

use super::report::Texts;
use super::{Finding, Severity, Span};

/// Writes the findings as a terminal shows them. Why a code matters is told with its first finding alone.
pub(super) fn human(findings: &[Finding], texts: &dyn Texts, colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Ascii);
    let mut out = String::new();
    let mut told = HashSet::new();
    for finding in findings {
        let is_new = told.insert((finding.code, finding.why.clone()));
        out.push_str(&one(finding, is_new, texts, &renderer));
        out.push_str("\n\n");
    }
    out
}

fn one(finding: &Finding, with_why: bool, texts: &dyn Texts, renderer: &Renderer) -> String {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let title = level.primary_title(&finding.message).id(finding.code);
    let text = texts.text(&finding.place.file);
    let mut group = match (&finding.place.range, &text) {
        (Some(range), Some(text)) => {
            let mut source = Snippet::source(text.as_ref())
                .path(finding.place.file.as_ref())
                .annotation(AnnotationKind::Primary.span(first_line(text, *range)));
            for (range, label) in &finding.related {
                let span = first_line(text, *range);
                source = source.annotation(AnnotationKind::Context.span(span).label(label));
            }
            title.element(source)
        }
        _ => title.element(Origin::path(finding.place.file.as_ref())),
    };
    if with_why && !finding.why.is_empty() {
        group = group.element(Level::NOTE.message(finding.why.as_ref()));
    }
    if !finding.mend.is_empty() {
        group = group.element(Level::HELP.message(&finding.mend));
    }
    renderer.render(&[group])
}

/// A range over many lines is a whole block: its first line says enough.
fn first_line(text: &str, range: Span) -> Range<usize> {
    let start = floor(text, range.start);
    let end = floor(text, range.end).max(start);
    start..text[start..end].find('\n').map_or(end, |line| start + line)
}

/// The nearest character boundary at or before a byte, so that no range can split a character.
fn floor(text: &str, byte: usize) -> usize {
    let mut byte = byte.min(text.len());
    while !text.is_char_boundary(byte) {
        byte -= 1;
    }
    byte
}
