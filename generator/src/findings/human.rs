//! Findings for people: the source line, the words underlined, the sentence, the mend.

use std::collections::HashSet;
use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};

use super::excerpt::{excerpt, floor};
use super::report::{Texts, position};
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
    let seen = match (&finding.place.range, &text) {
        (Some(range), Some(text)) => {
            let related = finding.related.iter().map(|(range, _)| range);
            let spans = std::iter::once(range).chain(related).map(|range| first_line(text, *range));
            Some((text, range, excerpt(text, spans.collect())))
        }
        _ => None,
    };
    let path = finding.place.file.as_ref();
    let mut group = match &seen {
        Some((_, _, excerpt)) => {
            let mut spans = excerpt.spans.iter().cloned();
            let primary = spans.next().map(|span| AnnotationKind::Primary.span(span));
            let labels = finding.related.iter().map(|(_, label)| label);
            let context =
                labels.zip(spans).map(|(label, span)| AnnotationKind::Context.span(span).label(label));
            let source = Snippet::source(excerpt.text.as_ref()).path(path).line_start(excerpt.line);
            title.element(source.annotations(primary).annotations(context))
        }
        None => title.element(Origin::path(path)),
    };
    if with_why && !finding.why.is_empty() {
        group = group.element(Level::NOTE.message(finding.why.as_ref()));
    }
    if !finding.mend.is_empty() {
        group = group.element(Level::HELP.message(&finding.mend));
    }
    let rendered = renderer.render(&[group]);
    let Some((text, range, excerpt)) = &seen else { return rendered };
    // The renderer counts columns in the excerpt, of which an enormous line is only a piece.
    let place = |(line, column): (usize, usize)| format!("{path}:{line}:{column}");
    let shown = position(&excerpt.text, excerpt.spans[0].start);
    let shown = (shown.0 + excerpt.line - 1, shown.1);
    let real = position(text, floor(text, range.start));
    if shown == real { rendered } else { rendered.replacen(&place(shown), &place(real), 1) }
}

/// A range over many lines is a whole block: its first line says enough.
fn first_line(text: &str, range: Span) -> Range<usize> {
    let start = floor(text, range.start);
    let end = floor(text, range.end).max(start);
    start..text[start..end].find('\n').map_or(end, |line| start + line)
}
