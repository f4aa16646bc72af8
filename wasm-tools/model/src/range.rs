//! The possible values of a score, computed from the definition.

use crate::prelude::*;
use crate::{Item, Method, Missing, Number, Questionnaire, ResponseOption, Score};

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
    /// The response options of a question: its own, or the shared ones.
    pub fn options_of<'a>(&'a self, item: &'a Item) -> &'a [ResponseOption] {
        if item.options.is_empty() { &self.options } else { &item.options }
    }

    /// The question with this id.
    pub fn item(&self, id: &str) -> Option<&Item> {
        self.items.iter().find(|item| item.id == id)
    }

    /// Whether any score counts the question.
    pub fn is_scored(&self, item: &Item) -> bool {
        self.scores.iter().any(|score| score.items.contains(&item.id))
    }

    /// Whether the result waits for an answer to the question: as stated, or because a score needs it.
    pub fn is_required(&self, item: &Item) -> bool {
        let needed = |score: &Score| score.missing == Missing::Require && score.items.contains(&item.id);
        item.required.unwrap_or_else(|| self.scores.iter().any(needed))
    }
}

/// The possible values of a score. `None` while the definition has no options to compute them from.
pub fn possible_range(questionnaire: &Questionnaire, score: &Score) -> Option<Range> {
    let multiply = score.multiply.unwrap_or(Number::ONE);
    let mut parts = Vec::new();
    for id in &score.items {
        let item = questionnaire.item(id)?;
        let mut points: Vec<Number> =
            questionnaire.options_of(item).iter().map(|option| option.score).collect::<Option<_>>()?;
        // A question that is not shown adds nothing to a sum, and is not part of a mean at all.
        if item.enabled_when.is_some() && score.method == Method::Sum {
            points.push(Number::ZERO);
        }
        parts.push((*points.iter().min()?, *points.iter().max()?, points));
    }
    let plain = match score.method {
        Method::Sum => Range {
            min: parts.iter().fold(Number::ZERO, |sum, part| sum.plus(part.0)),
            max: parts.iter().fold(Number::ZERO, |sum, part| sum.plus(part.1)),
            step: if score.missing == Missing::Prorate { Number::ONE } else { common_step(&parts) },
        },
        Method::Mean => Range {
            min: parts.iter().map(|part| part.0).min()?,
            max: parts.iter().map(|part| part.1).max()?,
            step: Number::from_hundredths(1),
        },
        Method::Count => Range {
            min: Number::ZERO,
            max: Number::whole(i64::try_from(parts.len()).unwrap_or(i64::MAX)),
            step: Number::ONE,
        },
    };
    let (one, other) = (plain.min.times(multiply), plain.max.times(multiply));
    // A mean times four has steps of 0.04, and a step never vanishes.
    let step = Number::from_hundredths(plain.step.times(multiply).hundredths().abs().max(1));
    Some(Range { min: one.min(other), max: one.max(other), step })
}

/// The greatest number that divides every difference between two options of the same question.
fn common_step(parts: &[(Number, Number, Vec<Number>)]) -> Number {
    let differences = parts
        .iter()
        .flat_map(|(min, _, points)| points.iter().map(|point| point.hundredths() - min.hundredths()));
    let step = differences.fold(0, |step, difference| gcd(step, difference.unsigned_abs()));
    Number::from_hundredths(i64::try_from(step).unwrap_or(i64::MAX).max(1))
}

fn gcd(mut one: u64, mut other: u64) -> u64 {
    while other != 0 {
        (one, other) = (other, one % other);
    }
    one
}
