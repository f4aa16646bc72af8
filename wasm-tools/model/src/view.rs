//! What a template receives: the definition with every default filled in and every number computed.
//!
//! The names and places are those of the definition, so a JSON pointer of [`crate::Prose`] is valid here too.

use crate::prelude::*;
use serde::Serialize;

use crate::rules::{holds, holds_unanswered};
use crate::{Audience, Band, Item, Method, Number, Questionnaire, Range, ResponseOption, RiskResponse};
use crate::{Match, Score, Source, Value, possible_range};

/// A tool as a template sees it.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum View<'a> {
    /// See `templates/tools/questionnaire.html`.
    Questionnaire(QuestionnaireView<'a>),
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
    bring: &'a [String],
    timeframe: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    stem: Option<&'a str>,
    source: &'a Source,
    items: Vec<ItemView<'a>>,
    scores: Vec<ScoreView<'a>>,
    responses: &'a [RiskResponse],
    /// How many questions a score or the author requires.
    required: usize,
}

#[derive(Debug, Serialize)]
struct ItemView<'a> {
    id: &'a str,
    /// From 1, in the official order.
    number: usize,
    text: &'a str,
    #[serde(rename = "type")]
    kind: crate::ItemType,
    options: Vec<OptionView<'a>>,
    required: bool,
    scored: bool,
    /// Whether it has options of its own, not the shared ones.
    own_options: bool,
    /// Whether the table of points lists its options: they are its own, or it is the first with the shared ones.
    lists_points: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    only_if: Option<OnlyIf<'a>>,
    /// The response of the risk answers, whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    risk: Option<RiskView<'a>>,
}

#[derive(Debug, Serialize)]
struct OptionView<'a> {
    value: &'a Value,
    label: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    score: Option<Number>,
    /// Whether choosing it shows the question's response.
    risk: bool,
}

#[derive(Debug, Serialize)]
struct RiskView<'a> {
    /// The id of the response.
    response: &'a str,
    /// Its place in `responses`, where the rendered text is.
    index: usize,
}

/// A question's conditions in words' parts, for paper.
#[derive(Debug, Serialize)]
struct OnlyIf<'a> {
    any: bool,
    conditions: Vec<ConditionView<'a>>,
}

#[derive(Debug, Serialize)]
struct ConditionView<'a> {
    number: usize,
    labels: Vec<&'a str>,
    unanswered: bool,
}

#[derive(Debug, Serialize)]
struct ScoreView<'a> {
    id: &'a str,
    title: &'a str,
    method: Method,
    /// The numbers of the questions that count, as in `1–7, 9`.
    questions: String,
    /// How many questions count.
    count: usize,
    /// Whether some of them are shown only on a condition.
    conditional: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    range: Option<Range>,
    #[serde(skip_serializing_if = "Option::is_none")]
    multiply: Option<Number>,
    at_least: Number,
    /// How many answers may be missing.
    max_missing: u16,
    bands: &'a [Band],
}

pub(crate) fn of_questionnaire(source: &Questionnaire) -> QuestionnaireView<'_> {
    let items: Vec<ItemView<'_>> =
        source.items.iter().enumerate().map(|(index, item)| item_view(source, index + 1, item)).collect();
    QuestionnaireView {
        title: &source.title,
        summary: &source.summary,
        minutes: source.minutes,
        audience: &source.audience,
        limits: &source.limits,
        accuracy: source.accuracy.as_deref(),
        bring: &source.bring,
        timeframe: &source.timeframe,
        stem: source.stem.as_deref(),
        source: &source.source,
        required: items.iter().filter(|item| item.required).count(),
        items,
        scores: source.scores.iter().map(|score| score_view(source, score)).collect(),
        responses: &source.responses,
    }
}

fn number_of(source: &Questionnaire, id: &str) -> Option<usize> {
    source.items.iter().position(|item| item.id == id).map(|place| place + 1)
}

/// Numbers as people write them: `1–7, 9`.
fn runs(mut numbers: Vec<usize>) -> String {
    numbers.sort_unstable();
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for number in numbers {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == number => *last = number,
            _ => runs.push((number, number)),
        }
    }
    let text = |(first, last): &(usize, usize)| match last - first {
        0 => first.to_string(),
        1 => format!("{first}, {last}"),
        _ => format!("{first}\u{2013}{last}"),
    };
    runs.iter().map(text).collect::<Vec<_>>().join(", ")
}

fn lists_points(source: &Questionnaire, item: &Item) -> bool {
    let shared = source.items.iter().find(|other| source.is_scored(other) && other.options.is_empty());
    source.is_scored(item) && (!item.options.is_empty() || shared.is_some_and(|first| first.id == item.id))
}

fn item_view<'a>(source: &'a Questionnaire, number: usize, item: &'a Item) -> ItemView<'a> {
    let risky = |option: &ResponseOption| match (&item.risk, option.score) {
        (Some(risk), Some(score)) => score >= risk.at_least,
        _ => false,
    };
    let option = |o: &'a ResponseOption| OptionView {
        value: &o.value,
        label: &o.label,
        score: o.score,
        risk: risky(o),
    };
    let response = |risk: &'a crate::Risk| {
        let index = source.responses.iter().position(|response| response.id == risk.response)?;
        Some(RiskView { response: &risk.response, index })
    };
    ItemView {
        id: &item.id,
        number,
        text: &item.text,
        kind: item.kind,
        options: source.options_of(item).iter().map(option).collect(),
        required: source.is_required(item),
        scored: source.is_scored(item),
        own_options: !item.options.is_empty(),
        lists_points: lists_points(source, item),
        only_if: only_if(source, item),
        risk: item.risk.as_ref().and_then(response),
    }
}

fn only_if<'a>(source: &'a Questionnaire, item: &'a Item) -> Option<OnlyIf<'a>> {
    let when = item.enabled_when.as_ref()?;
    let condition = |condition: &'a crate::Condition| {
        let other = source.item(&condition.item)?;
        let options = source.options_of(other).iter().filter(|option| holds(condition, option));
        Some(ConditionView {
            number: number_of(source, &other.id)?,
            labels: options.map(|option| option.label.as_str()).collect(),
            unanswered: holds_unanswered(condition),
        })
    };
    let conditions = when.conditions.iter().filter_map(condition).collect();
    Some(OnlyIf { any: when.matching == Match::Any, conditions })
}

fn score_view<'a>(source: &'a Questionnaire, score: &'a Score) -> ScoreView<'a> {
    ScoreView {
        id: &score.id,
        title: &score.title,
        method: score.method,
        questions: runs(score.items.iter().filter_map(|id| number_of(source, id)).collect()),
        count: score.items.len(),
        conditional: score.items.iter().any(|id| source.item(id).is_some_and(|i| i.enabled_when.is_some())),
        range: possible_range(source, score),
        multiply: score.multiply,
        at_least: score.at_least.unwrap_or(Number::ONE),
        max_missing: match score.missing {
            crate::Missing::Require => 0,
            crate::Missing::Prorate => score.max_missing.unwrap_or(0),
        },
        bands: &score.bands,
    }
}
