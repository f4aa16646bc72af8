//! Questions as a template sees them.

use crate::prelude::*;
use serde::Serialize;

use super::{Words, YesNo, has_own_answers, number_of};
use crate::grid::Grid;
use crate::layout::{self, Slot};
use crate::rules::condition::{holds_unanswered, passes};
use crate::rules::{Passes, Rules};
use crate::{Condition, Item, ItemType, Match, Number, Operator, Questionnaire, ResponseOption};

/// A scale with at most this many points is a row of buttons; a longer one takes a number.
const MOST_POINTS: usize = 21;

#[derive(Debug, Serialize)]
pub(super) struct ItemView<'a> {
    /// With the number of the entry from the second entry of a repeating group on: `name.2`.
    id: String,
    /// From 1, in the official order; texts and groups have none.
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<usize>,
    text: &'a str,
    /// Whether it is our own, among those of a published form.
    own: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<&'a str>,
    #[serde(rename = "type")]
    kind: ItemType,
    options: Vec<OptionView<'a>>,
    /// Whether its answers are our own words, too.
    own_answers: bool,
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
    #[serde(skip_serializing_if = "Option::is_none")]
    min: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    max: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    low: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    high: Option<&'a str>,
    /// The words before the field for an answer in one's own words.
    #[serde(skip_serializing_if = "Option::is_none")]
    other: Option<&'a str>,
    /// The points of a scale, unless there are too many to choose from one by one.
    points: Vec<Number>,
    /// For a group that repeats: which entry it is, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    entry: Option<u16>,
    /// A text before the first question, which stands even before the words that all questions share.
    leads: bool,
    /// A later entry, hidden until it is asked for.
    extra: bool,
    /// How many groups end after it.
    closes: usize,
    /// The id of the repeating group whose last entry ends after it.
    #[serde(skip_serializing_if = "Option::is_none")]
    ends: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct OptionView<'a> {
    value: &'a str,
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
    /// The answers for which it holds; empty if it only asks whether there is one.
    labels: Vec<String>,
    /// Whether it also holds while the question is left out.
    unanswered: bool,
    /// The definition's own text of the other question.
    text: &'a str,
    /// Whether the answers are our own words.
    own: bool,
}

/// A risk rule as a template sees it.
#[derive(Debug, Serialize)]
pub(super) struct RuleView<'a> {
    /// The place of its help: `risk-0`.
    key: String,
    /// The id of the response.
    response: &'a str,
    /// Its place in `responses`.
    index: usize,
    /// The id of the last question that it asks about, beside which its help stands; none for a score.
    #[serde(skip_serializing_if = "Option::is_none")]
    after: Option<&'a str>,
    any: bool,
    conditions: Vec<ConditionView<'a>>,
    /// The title of the score.
    #[serde(skip_serializing_if = "Option::is_none")]
    score: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    at_least: Option<Number>,
}

impl ItemView<'_> {
    pub(super) fn is_required(&self) -> bool {
        self.required
    }
}

pub(super) fn all<'a>(source: &'a Questionnaire, words: Words<'a>) -> Vec<ItemView<'a>> {
    let slots = layout::slots(source);
    let rules = Rules::of_questionnaire(source);
    (0..slots.len()).map(|at| view(source, &slots, &rules, at, words)).collect()
}

fn view<'a>(
    source: &'a Questionnaire,
    slots: &[Slot],
    rules: &Rules,
    at: usize,
    words: Words<'a>,
) -> ItemView<'a> {
    let slot = &slots[at];
    let item = &source.items[slot.item];
    let options = options(source, item, words);
    let points = points(item);
    let response = |risk: &'a crate::Risk| {
        let index = source.responses.iter().position(|response| response.id == risk.response)?;
        Some(RiskView { response: &risk.response, index })
    };
    let scored = source.is_scored(item);
    ItemView {
        id: slot.id(source),
        number: number_of(source, &item.id),
        text: &item.text,
        own: item.own,
        help: item.help.as_deref(),
        kind: item.kind,
        lists_points: scored && slot.entry < 2 && !options.is_empty() && lists_points(source, item),
        options,
        own_answers: has_own_answers(source, item),
        required: item.takes_an_answer() && source.is_required(item),
        scored,
        own_options: !item.options.is_empty() || item.kind == ItemType::YesNo,
        only_if: only_if(source, rules, item, words),
        risk: item.risk.as_ref().and_then(response),
        min: item.min,
        max: item.max,
        unit: item.unit.as_deref(),
        low: item.low.as_deref(),
        high: item.high.as_deref(),
        other: item.other.as_ref().map(|other| other.label.as_str()),
        points,
        entry: (slot.repeating == Some(slot.item)).then_some(slot.entry),
        leads: source.items[..=slot.item].iter().all(|item| item.kind == ItemType::Info),
        extra: slot.is_extra(),
        closes: closes(source, slots, at),
        ends: slot
            .repeating
            .filter(|group| slots.get(at + 1).is_none_or(|next| next.repeating != Some(*group)))
            .map(|group| source.items[group].id.as_str()),
    }
}

/// How many groups end after a place: those around it that are not around the next.
fn closes(source: &Questionnaire, slots: &[Slot], at: usize) -> usize {
    let around = |at: usize| {
        let own = (source.items[slots[at].item].kind == ItemType::Group).then_some(at);
        let above = core::iter::successors(slots[at].parent, |parent| slots[*parent].parent);
        own.into_iter().chain(above).collect::<Vec<usize>>()
    };
    let next: Vec<usize> = match slots.get(at + 1) {
        Some(next) => core::iter::successors(next.parent, |parent| slots[*parent].parent).collect(),
        None => Vec::new(),
    };
    around(at).iter().filter(|group| !next.contains(group)).count()
}

fn options<'a>(source: &'a Questionnaire, item: &'a Item, words: Words<'a>) -> Vec<OptionView<'a>> {
    let risky = |score: Option<Number>| match (&item.risk, score) {
        (Some(risk), Some(score)) => score >= risk.at_least,
        _ => false,
    };
    let options = source.options_of(item);
    if options.is_empty() && item.kind == ItemType::YesNo {
        let option =
            |value, label, score| OptionView { value, label, score: Some(score), risk: risky(Some(score)) };
        let YesNo { yes, no } = words.at(item);
        return vec![option("yes", yes, Number::ONE), option("no", no, Number::ZERO)];
    }
    let option = |o: &'a ResponseOption| OptionView {
        value: o.value.as_str(),
        label: &o.label,
        score: o.score,
        risk: risky(o.score),
    };
    options.iter().map(option).collect()
}

fn points(item: &Item) -> Vec<Number> {
    let grid = Grid::of(item);
    match (item.kind, item.min, grid.len()) {
        (ItemType::Scale, Some(min), Some(count)) if count <= MOST_POINTS => {
            let nth = |n: usize| min.hundredths() + grid.step.hundredths() * i64::try_from(n).unwrap_or(0);
            (0..count).map(|n| Number::from_hundredths(nth(n))).collect()
        }
        _ => Vec::new(),
    }
}

fn lists_points(source: &Questionnaire, item: &Item) -> bool {
    if !item.options.is_empty() || item.kind == ItemType::YesNo {
        return true;
    }
    let uses_shared =
        |other: &&Item| other.options.is_empty() && other.takes_options() && other.kind != ItemType::YesNo;
    let shared = source.items.iter().filter(uses_shared).find(|other| source.is_scored(other));
    shared.is_some_and(|first| first.id == item.id)
}

fn only_if<'a>(
    source: &'a Questionnaire,
    rules: &Rules,
    item: &'a Item,
    words: Words<'a>,
) -> Option<OnlyIf<'a>> {
    let when = item.enabled_when.as_ref()?;
    Some(OnlyIf {
        any: when.matching == Match::Any,
        conditions: conditions(source, rules, &when.conditions, words),
    })
}

fn conditions<'a>(
    source: &'a Questionnaire,
    rules: &Rules,
    conditions: &'a [Condition],
    words: Words<'a>,
) -> Vec<ConditionView<'a>> {
    let view = |condition: &'a Condition| {
        let other = source.item(&condition.item)?;
        Some(ConditionView {
            number: number_of(source, &other.id)?,
            labels: labels(source, rules, other, condition, words)?,
            unanswered: holds_unanswered(condition),
            text: &other.text,
            own: has_own_answers(source, other),
        })
    };
    conditions.iter().filter_map(view).collect()
}

/// The answers for which a condition holds, as people read them.
fn labels<'a>(
    source: &'a Questionnaire,
    rules: &Rules,
    other: &'a Item,
    condition: &Condition,
    words: Words<'a>,
) -> Option<Vec<String>> {
    let answer = &rules.items.iter().find(|rule| rule.id == other.id)?.answer;
    Some(match passes(rules, answer, condition) {
        Passes::Options(places, _) => {
            let options = options(source, other, words);
            let chosen = places.iter().filter_map(|place| options.get(usize::from(*place)));
            chosen.map(|option| option.label.to_owned()).collect()
        }
        Passes::Always(true) => {
            options(source, other, words).iter().map(|option| option.label.to_owned()).collect()
        }
        Passes::Always(false) => Vec::new(),
        Passes::Number(operator, _) | Passes::Text(operator, _) => {
            let sign = match operator {
                Operator::NotEqual => "\u{2260} ",
                Operator::Greater => "> ",
                Operator::Less => "< ",
                Operator::AtLeast => "\u{2265} ",
                Operator::AtMost => "\u{2264} ",
                Operator::Equal | Operator::Exists => "",
            };
            vec![format!("{sign}{}", condition.answer)]
        }
    })
}

/// The risk rules, each with the question beside which its help stands.
pub(super) fn rules<'a>(source: &'a Questionnaire, words: Words<'a>) -> Vec<RuleView<'a>> {
    let rules = Rules::of_questionnaire(source);
    let view = |(place, risk): (usize, &'a crate::RiskRule)| {
        let index = source.responses.iter().position(|response| response.id == risk.response)?;
        let asked = risk
            .conditions
            .iter()
            .filter_map(|condition| source.items.iter().position(|item| item.id == condition.item));
        let score = source.scores.iter().find(|score| risk.score.as_ref() == Some(&score.id));
        Some(RuleView {
            key: format!("risk-{place}"),
            response: &risk.response,
            index,
            after: asked.max().filter(|_| score.is_none()).map(|at| source.items[at].id.as_str()),
            any: risk.matching == Match::Any,
            conditions: conditions(source, &rules, &risk.conditions, words),
            score: score.map(|score| score.title.as_str()),
            at_least: risk.at_least,
        })
    };
    source.risks.iter().enumerate().filter_map(view).collect()
}
