//! What a template receives: the definition with every default filled in and every number computed.
//!
//! The names and places are those of the definition, so a JSON pointer of [`crate::Prose`] is valid here too.
//! Only `items` differ: every entry of a repeating group has its own.

mod items;
mod scores;
mod trend;

use crate::prelude::*;
use serde::Serialize;

use crate::layout;
use crate::plan::PlanView;
use crate::{Audience, Checklist, Item, Questionnaire, RiskResponse, Source};

use items::{ItemView, RuleView};
use scores::ScoreView;

/// A tool as a template sees it.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum View<'a> {
    /// See `templates/tools/questionnaire.html`.
    Questionnaire(QuestionnaireView<'a>),
    /// See `templates/tools/plan.html`.
    Plan(PlanView<'a>),
    /// The definition as it stands: see `templates/tools/checklist.html`.
    Checklist(&'a Checklist),
}

/// A questionnaire as a template sees it.
#[derive(Debug, Serialize)]
pub struct QuestionnaireView<'a> {
    title: &'a str,
    summary: &'a str,
    minutes: u16,
    audience: &'a [Audience],
    limits: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    accuracy: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rights: Option<&'a str>,
    bring: &'a [String],
    timeframe: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    stem: Option<&'a str>,
    source: &'a Source,
    items: Vec<ItemView<'a>>,
    scores: Vec<ScoreView<'a>>,
    responses: &'a [RiskResponse],
    /// Risk rules: on several answers, or on a score.
    risks: Vec<RuleView<'a>>,
    /// How many questions a score or the author requires.
    required: usize,
}

/// The words of the page's language that a definition may leave to the theme.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    /// In the language of our own texts.
    pub own: YesNo<'a>,
    /// In that of the published form, which a translation may leave as it is.
    pub published: YesNo<'a>,
}

/// The answers of a question whose definition names none.
#[derive(Clone, Copy, Debug)]
pub struct YesNo<'a> {
    /// The answer yes.
    pub yes: &'a str,
    /// The answer no.
    pub no: &'a str,
}

impl<'a> Words<'a> {
    /// The same for both.
    pub fn of(both: YesNo<'a>) -> Words<'a> {
        Words { own: both, published: both }
    }

    /// Those in the language of a question.
    fn at(self, item: &Item) -> YesNo<'a> {
        if item.own { self.own } else { self.published }
    }
}

pub(crate) fn of_questionnaire<'a>(source: &'a Questionnaire, words: Words<'a>) -> QuestionnaireView<'a> {
    let items = items::all(source, words);
    QuestionnaireView {
        title: &source.title,
        summary: &source.summary,
        minutes: source.minutes,
        audience: &source.audience,
        limits: &source.limits,
        accuracy: source.accuracy.as_deref(),
        rights: source.rights.as_deref(),
        bring: &source.bring,
        timeframe: &source.timeframe,
        stem: source.stem.as_deref(),
        source: &source.source,
        required: items.iter().filter(|item| item.is_required()).count(),
        items,
        scores: source.scores.iter().map(|score| scores::view(source, score, words)).collect(),
        responses: &source.responses,
        risks: items::rules(source, words),
    }
}

/// The number of a question, from 1. Texts and groups have none.
fn number_of(source: &Questionnaire, id: &str) -> Option<usize> {
    let place = source.items.iter().position(|item| item.id == id)?;
    let item = &source.items[place];
    item.takes_an_answer()
        .then(|| source.items[..=place].iter().filter(|item| item.takes_an_answer()).count())
}

/// Whether the answers of a question are our own words, and not those that all questions of a form share.
fn has_own_answers(source: &Questionnaire, item: &Item) -> bool {
    item.own && (!item.options.is_empty() || source.options_of(item).is_empty())
}

/// Whether a question is shown only on a condition, its own or its group's.
fn is_conditional(source: &Questionnaire, id: &str) -> bool {
    let parents = layout::parents(source);
    let first = source.items.iter().position(|item| item.id == id);
    let above = |at: &usize| parents.get(*at).copied().flatten();
    core::iter::successors(first, above).any(|at| source.items[at].enabled_when.is_some())
}
