//! Scores as a template sees them, with all that is needed to compute them with a pencil.

use crate::prelude::*;
use serde::Serialize;

use super::trend::{self, TrendView};
use super::{Words, has_own_answers, is_conditional, number_of};
use crate::rules::{Rules, Source, build};
use crate::{Band, Method, Missing, Number, Questionnaire, Range, Score, Value, possible_range};

#[derive(Debug, Serialize)]
pub(super) struct ScoreView<'a> {
    id: &'a str,
    title: &'a str,
    method: Method,
    /// The numbers of the questions that count, as in `1–7, 9`.
    questions: String,
    /// How many questions and other scores count.
    count: usize,
    /// The titles of other scores that it is made of.
    made_of: Vec<&'a str>,
    /// Whether some of the questions are shown only on a condition.
    conditional: bool,
    /// Questions that count the other way round.
    reversed: Vec<ReversedView>,
    /// What each part is multiplied by, for the method `weighted`.
    weights: Vec<WeightView>,
    #[serde(skip_serializing_if = "Option::is_none")]
    formula: Option<&'a str>,
    /// What the names in the formula stand for.
    names: Vec<NameView<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    range: Option<Range>,
    #[serde(skip_serializing_if = "Option::is_none")]
    multiply: Option<Number>,
    at_least: Number,
    missing: Missing,
    /// How many answers may be missing.
    max_missing: u16,
    /// How many answers there must be, for `minimum`.
    min_answered: u16,
    /// The number of the question that decides which bands are meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<usize>,
    bands: Vec<BandView<'a>>,
    /// Its drawing over time. A score without bands has one only where no score of the tool has any.
    #[serde(skip_serializing_if = "Option::is_none")]
    trend: Option<TrendView>,
}

#[derive(Debug, Serialize)]
struct ReversedView {
    number: usize,
    /// The lowest and the highest points together: what the points are taken from.
    from: Number,
}

#[derive(Debug, Serialize)]
struct WeightView {
    /// The number of a question, or the title of a score.
    part: String,
    weight: Number,
}

#[derive(Debug, Serialize)]
struct NameView<'a> {
    id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
}

#[derive(Debug, Serialize)]
pub(super) struct BandView<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    group: Option<&'a Value>,
    /// The words of the answer that names the group.
    #[serde(skip_serializing_if = "Option::is_none")]
    group_label: Option<&'a str>,
    /// Whether the words of that answer are our own.
    group_own: bool,
    pub(super) from: Number,
    pub(super) to: Number,
    label: &'a str,
    meaning: &'a str,
    next: &'a [String],
}

impl BandView<'_> {
    /// The value of the answer that names the group; empty where bands differ by no group.
    pub(super) fn group_text(&self) -> String {
        self.group.map(ToString::to_string).unwrap_or_default()
    }
}

impl ScoreView<'_> {
    #[cfg(test)]
    pub(super) fn trend(&self) -> Option<&TrendView> {
        self.trend.as_ref()
    }
}

pub(super) fn view<'a>(source: &'a Questionnaire, score: &'a Score, words: Words<'a>) -> ScoreView<'a> {
    let sources = source.sources_of(score);
    let title_of =
        |id: &str| source.scores.iter().find(|other| other.id == id).map(|other| other.title.as_str());
    let is_score = |id: &String| source.item(id).is_none();
    let weights = score.items.iter().zip(&score.weights).map(|(id, weight)| WeightView {
        part: match number_of(source, id) {
            Some(number) => number.to_string(),
            None => title_of(id).unwrap_or_default().to_owned(),
        },
        weight: *weight,
    });
    let names = sources.iter().map(|id| NameView {
        id: id.clone(),
        number: number_of(source, id),
        title: if is_score(id) { title_of(id) } else { None },
    });
    let range = possible_range(source, score);
    let bands: Vec<BandView<'_>> =
        score.bands.iter().map(|band| band_view(source, score, band, words)).collect();
    let is_drawn = !bands.is_empty() || source.scores.iter().all(|other| other.bands.is_empty());
    ScoreView {
        id: &score.id,
        title: &score.title,
        method: score.method,
        questions: runs(sources.iter().filter_map(|id| number_of(source, id)).collect()),
        count: sources.len(),
        made_of: sources.iter().filter(|id| is_score(id)).filter_map(|id| title_of(id)).collect(),
        conditional: sources.iter().any(|id| is_conditional(source, id)),
        reversed: reversed(source, score),
        weights: if score.method == Method::Weighted { weights.collect() } else { Vec::new() },
        formula: score.formula.as_deref(),
        names: if score.formula.is_some() { names.collect() } else { Vec::new() },
        range,
        multiply: score.multiply,
        at_least: score.at_least.unwrap_or(Number::ONE),
        missing: score.missing,
        max_missing: match score.missing {
            Missing::Prorate => score.max_missing.unwrap_or(0),
            Missing::Require | Missing::Minimum => 0,
        },
        min_answered: score.min_answered.unwrap_or(0),
        by: score.by.as_ref().and_then(|id| number_of(source, id)),
        trend: range.filter(|_| is_drawn).map(|range| trend::view(range, &bands)),
        bands,
    }
}

fn band_view<'a>(
    source: &'a Questionnaire,
    score: &'a Score,
    band: &'a Band,
    words: Words<'a>,
) -> BandView<'a> {
    let by = score.by.as_deref().and_then(|id| source.item(id));
    let group_label = band.group.as_ref().zip(by).and_then(|(group, by)| {
        let options = source.options_of(by);
        match options.iter().find(|option| option.value == *group) {
            Some(option) => Some(option.label.as_str()),
            None => match group.as_str() {
                "yes" => Some(words.at(by).yes),
                "no" => Some(words.at(by).no),
                _ => None,
            },
        }
    });
    BandView {
        id: &band.id,
        group: band.group.as_ref(),
        group_label,
        group_own: by.is_some_and(|item| has_own_answers(source, item)),
        from: band.from,
        to: band.to,
        label: &band.label,
        meaning: &band.meaning,
        next: &band.next,
    }
}

fn reversed(source: &Questionnaire, score: &Score) -> Vec<ReversedView> {
    if score.reverse.is_empty() {
        return Vec::new();
    }
    let rules = Rules::of_questionnaire(source);
    let view = |id: &String| {
        let place = rules.items.iter().position(|rule| rule.id == *id)?;
        let (lowest, highest) = build::ends(&rules, Source::Item(build::small(place)))?;
        Some(ReversedView { number: number_of(source, id)?, from: lowest.plus(highest) })
    };
    score.reverse.iter().filter_map(view).collect()
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
