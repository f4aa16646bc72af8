//! What the template of a plan receives: the definition, with what it would have to look up.

use crate::prelude::*;
use serde::Serialize;

use super::{EntryKind, Field, Nobody, Plan, Question, Section, Suggestion};
use crate::Audience;

/// A plan as a template sees it. The places of Markdown texts are those of the definition.
#[derive(Debug, Serialize)]
pub struct PlanView<'a> {
    title: &'a str,
    summary: &'a str,
    minutes: u16,
    audience: &'a [Audience],
    crisis_lines: bool,
    /// Whether crisis lines stand anywhere in the plan.
    shows_crisis_lines: bool,
    limits: &'a str,
    before: &'a [String],
    sections: Vec<SectionView<'a>>,
    /// The places of the sections in the view for a hard moment, in its order.
    crisis_view: Vec<usize>,
    /// The places of the sections on the card, in its order.
    card: Vec<usize>,
    review: &'a [Question],
    review_after: u16,
    /// The kinds of entries that the plan has.
    kinds: Vec<KindView>,
}

#[derive(Debug, Serialize)]
struct SectionView<'a> {
    id: &'a str,
    number: usize,
    title: &'a str,
    prompt: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<&'a str>,
    #[serde(flatten)]
    kind: KindView,
    rows: u16,
    suggestions: &'a [Suggestion],
    #[serde(skip_serializing_if = "Option::is_none")]
    nobody: Option<&'a Nobody>,
    crisis_lines: bool,
}

/// What entries of a kind have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
struct KindView {
    entries: EntryKind,
    fields: &'static [Field],
    tick: bool,
}

impl KindView {
    fn of(kind: EntryKind) -> KindView {
        KindView { entries: kind, fields: kind.fields(), tick: kind.has_tick() }
    }
}

impl Plan {
    /// Everything that the template needs.
    pub(crate) fn view(&self) -> PlanView<'_> {
        let place = |id: &String| self.sections.iter().position(|section| section.id == *id);
        let mut kinds: Vec<KindView> = Vec::new();
        for section in &self.sections {
            let kind = KindView::of(section.entries);
            if !kinds.contains(&kind) {
                kinds.push(kind);
            }
        }
        PlanView {
            title: &self.title,
            summary: &self.summary,
            minutes: self.minutes,
            audience: &self.audience,
            crisis_lines: self.crisis_lines,
            shows_crisis_lines: self.shows_crisis_lines(),
            limits: &self.limits,
            before: &self.before,
            sections: self.sections.iter().enumerate().map(|(at, section)| view(at, section)).collect(),
            crisis_view: self.crisis_view.iter().filter_map(place).collect(),
            card: self.card.iter().filter_map(place).collect(),
            review: &self.review,
            review_after: self.review_after,
            kinds,
        }
    }
}

fn view(at: usize, section: &Section) -> SectionView<'_> {
    SectionView {
        id: &section.id,
        number: at + 1,
        title: &section.title,
        prompt: &section.prompt,
        help: section.help.as_deref(),
        kind: KindView::of(section.entries),
        rows: section.rows,
        suggestions: &section.suggestions,
        nobody: section.nobody.as_ref(),
        crisis_lines: section.crisis_lines,
    }
}
