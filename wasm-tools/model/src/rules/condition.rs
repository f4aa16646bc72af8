//! Conditions: from what an educator writes to what the browser carries out, with FHIR's meaning.

use crate::prelude::*;
use core::cmp::Ordering;

use super::{AnswerRule, Passes, Rules, TestRule, WhenRule};
use crate::layout::Slot;
use crate::{Condition, Match, Number, Operator, Questionnaire};

/// The conditions of a question at a slot, or of a risk rule (no slot).
pub(super) fn when(
    rules: &Rules,
    questionnaire: &Questionnaire,
    slots: &[Slot],
    here: Option<&Slot>,
    (matching, conditions): (Match, &[Condition]),
) -> WhenRule {
    let tests = conditions.iter().filter_map(|condition| {
        let items = places(questionnaire, slots, here, &condition.item);
        // A condition that leads nowhere is a problem of the definition.
        let answer = &rules.items.get(*items.first()?)?.answer;
        Some(TestRule {
            unanswered: holds_unanswered(condition),
            every: condition.operator == Operator::NotEqual,
            passes: passes(rules, answer, condition),
            items: items.into_iter().map(super::build::small).collect(),
        })
    });
    WhenRule { any: matching == Match::Any, tests: tests.collect() }
}

/// The slots that an id means: within a repeating group those of the same entry, from outside all entries.
fn places(questionnaire: &Questionnaire, slots: &[Slot], here: Option<&Slot>, id: &str) -> Vec<usize> {
    let all: Vec<usize> =
        (0..slots.len()).filter(|at| questionnaire.items[slots[*at].item].id == id).collect();
    let beside = |at: &usize| {
        here.is_some_and(|here| {
            here.repeating.is_some()
                && slots[*at].repeating == here.repeating
                && slots[*at].entry == here.entry
        })
    };
    let own: Vec<usize> = all.iter().copied().filter(beside).collect();
    if own.is_empty() { all } else { own }
}

/// Whether a condition holds while its question is unanswered.
pub(crate) fn holds_unanswered(condition: &Condition) -> bool {
    match condition.operator {
        Operator::NotEqual => true,
        Operator::Exists => condition.answer.as_str() == "false",
        _ => false,
    }
}

/// Which answers pass a condition.
pub(crate) fn passes(rules: &Rules, answer: &AnswerRule, condition: &Condition) -> Passes {
    if condition.operator == Operator::Exists {
        return Passes::Always(condition.answer.as_str() == "true");
    }
    let wanted = condition.answer.as_str();
    match answer {
        AnswerRule::One(set) | AnswerRule::Truth(set) | AnswerRule::Many(set) | AnswerRule::Open(set, _) => {
            let options = rules.set(*set);
            // An own yes-no has the values `yes` and `no`, and may be asked about as true and false.
            let known = options.iter().any(|option| option.value == wanted);
            let wanted = match wanted {
                "true" if !known => "yes",
                "false" if !known => "no",
                other => other,
            };
            let passing =
                options.iter().enumerate().filter(|(_, o)| compare(condition.operator, &o.value, wanted));
            let places = passing.map(|(place, _)| super::build::small(place)).collect();
            Passes::Options(places, condition.operator == Operator::NotEqual)
        }
        AnswerRule::Number(_) => match Number::parse(wanted) {
            Some(number) => Passes::Number(condition.operator, number),
            None => Passes::Always(condition.operator == Operator::NotEqual),
        },
        AnswerRule::Date | AnswerRule::Text => Passes::Text(condition.operator, wanted.to_owned()),
        AnswerRule::None => Passes::Always(false),
    }
}

/// Compares the value of an option: as words for equality, as numbers for order.
fn compare(operator: Operator, value: &str, wanted: &str) -> bool {
    match operator {
        Operator::Equal => value == wanted,
        Operator::NotEqual => value != wanted,
        _ => match (Number::parse(value), Number::parse(wanted)) {
            (Some(value), Some(wanted)) => operator.holds(&value, &wanted),
            _ => false,
        },
    }
}

impl Operator {
    /// Whether `value operator wanted` holds. `exists` always does: there is a value.
    pub(crate) fn holds<T: Ord>(self, value: &T, wanted: &T) -> bool {
        self.admits(value.cmp(wanted))
    }

    /// Whether a value that stands so to the wanted one passes.
    pub(crate) fn admits(self, order: Ordering) -> bool {
        match self {
            Operator::Exists => true,
            Operator::Equal => order.is_eq(),
            Operator::NotEqual => order.is_ne(),
            Operator::Greater => order.is_gt(),
            Operator::Less => order.is_lt(),
            Operator::AtLeast => order.is_ge(),
            Operator::AtMost => order.is_le(),
        }
    }
}
