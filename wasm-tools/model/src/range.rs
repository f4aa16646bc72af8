//! The possible values of a score, computed from the definition.

use crate::prelude::*;
use alloc::collections::BTreeMap;

use crate::rules::Rules;
use crate::span::Span;
use crate::{
    Item, ItemType, Missing, Number, Questionnaire, ResponseKind, ResponseOption, Score, rules, span,
};

/// The possible values of a score: from `min` to `max` in steps of `step`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Range {
    /// The lowest possible score.
    pub min: Number,
    /// The highest possible score.
    pub max: Number,
    /// The smallest difference between two possible scores; above zero.
    pub step: Number,
}

impl Questionnaire {
    /// The response options of a question: its own, or the shared ones. A `yes-no` question has none but its own.
    pub fn options_of<'a>(&'a self, item: &'a Item) -> &'a [ResponseOption] {
        match item.kind {
            ItemType::Choice | ItemType::MultiChoice | ItemType::OpenChoice if item.options.is_empty() => {
                &self.options
            }
            _ if item.takes_options() => &item.options,
            _ => &[],
        }
    }

    /// The question with this id.
    pub fn item(&self, id: &str) -> Option<&Item> {
        self.items.iter().find(|item| item.id == id)
    }

    /// The ids of the questions and scores that a score is made of.
    pub fn sources_of(&self, score: &Score) -> Vec<String> {
        let Some(formula) = &score.formula else { return score.items.clone() };
        let ops = rules::build::compile(self, formula).unwrap_or_default();
        let slots = crate::layout::slots(self);
        let mut sources: Vec<String> = Vec::new();
        for op in ops {
            let id = match op {
                crate::formula::Op::Item(place) => {
                    slots.get(usize::from(place)).map(|slot| self.items[slot.item].id.clone())
                }
                crate::formula::Op::Score(place) => {
                    self.scores.get(usize::from(place)).map(|score| score.id.clone())
                }
                _ => None,
            };
            sources.extend(id.filter(|id| !sources.contains(id)));
        }
        sources
    }

    /// The lowest and the highest points of one answer to each question that has points.
    pub fn ends(&self) -> BTreeMap<String, (Number, Number)> {
        let rules = Rules::of_questionnaire(self);
        let slots = crate::layout::slots(self);
        let ends = slots.iter().enumerate().filter_map(|(place, slot)| {
            let ends = rules::build::ends(&rules, rules::Source::Item(rules::build::small(place)))?;
            Some((self.items[slot.item].id.clone(), ends))
        });
        ends.collect()
    }

    /// Whether an answer can bring up a response that is about danger to life.
    pub fn asks_about_risk(&self) -> bool {
        let is_crisis = |id: &String| {
            let found = self.responses.iter().find(|response| response.id == *id);
            found.is_none_or(|response| response.kind == ResponseKind::Crisis)
        };
        let by_answer = self.items.iter().filter_map(|item| item.risk.as_ref()).map(|risk| &risk.response);
        by_answer.chain(self.risks.iter().map(|risk| &risk.response)).any(is_crisis)
    }

    /// Whether any score counts the question.
    pub fn is_scored(&self, item: &Item) -> bool {
        self.scores.iter().any(|score| self.sources_of(score).contains(&item.id))
    }

    /// Whether the result waits for an answer to the question: as stated, or because a score needs it.
    pub fn is_required(&self, item: &Item) -> bool {
        let needed =
            |score: &Score| score.missing == Missing::Require && self.sources_of(score).contains(&item.id);
        item.required.unwrap_or_else(|| self.scores.iter().any(needed))
    }
}

/// The possible values of a score. `None` where the definition does not bound them: a number without `min` and
/// `max`, an option without a score, a division by something that can come close to zero without end.
pub fn possible_range(questionnaire: &Questionnaire, score: &Score) -> Option<Range> {
    let rules = Rules::of_questionnaire(questionnaire);
    let place = questionnaire.scores.iter().position(|other| other.id == score.id)?;
    span::of_scores(&rules).into_iter().nth(place)?.and_then(|span| range_of(&span))
}

/// As shown: rounded to hundredths.
fn range_of(span: &Span) -> Option<Range> {
    let (min, max) = (span.lowest().to_number()?, span.highest().to_number()?);
    let hundredth = Number::from_hundredths(1);
    // Where every possible score is a whole number of hundredths, rounding changes none of them.
    let exact = |number: Number, ratio| crate::ratio::Ratio::of(number) == ratio;
    let step = span.step().and_then(|step| step.to_number().filter(|number| exact(*number, step)));
    let step = step.filter(|step| *step > Number::ZERO && exact(min, span.lowest()));
    // A score that has but one value has any step.
    let single = if min == max { Number::ONE } else { hundredth };
    Some(Range { min, max, step: step.unwrap_or(single) })
}
