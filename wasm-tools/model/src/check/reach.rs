//! Questions that can never be shown: everything that must hold for them cannot hold at once.

use crate::prelude::*;

use super::Report;
use crate::rules::{AnswerRule, Passes, Rules, TestRule};
use crate::{Number, Questionnaire, layout};

/// An answer that a question could have, as far as conditions can tell answers apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Candidate {
    Nothing,
    Option(u16),
    Number(Number),
}

impl Candidate {
    pub(super) fn holds(&self, test: &TestRule) -> bool {
        match (self, &test.passes) {
            (Candidate::Nothing, _) => test.unanswered,
            (_, Passes::Always(always)) => *always,
            (Candidate::Option(place), Passes::Options(places, _)) => places.contains(place),
            (Candidate::Number(number), Passes::Number(operator, wanted)) => operator.holds(number, wanted),
            _ => false,
        }
    }
}

/// Every answer that these conditions could tell apart; nothing where that is not known (several options at once,
/// days, texts).
pub(super) fn candidates(rules: &Rules, answer: &AnswerRule, tests: &[&TestRule]) -> Option<Vec<Candidate>> {
    let mut all = vec![Candidate::Nothing];
    match answer {
        AnswerRule::One(set) | AnswerRule::Truth(set) => {
            let count = rules.set(*set).len();
            all.extend((0..count).map(|place| Candidate::Option(u16::try_from(place).unwrap_or(u16::MAX))));
        }
        AnswerRule::Number(grid) => {
            let step = Number::from_hundredths(grid.step.hundredths().max(1));
            let mut numbers: Vec<Number> = [grid.min, grid.max].into_iter().flatten().collect();
            for test in tests {
                if let Passes::Number(_, wanted) = test.passes {
                    // A bound between two points of the grid decides between the points around it.
                    let start = grid.min.unwrap_or(Number::ZERO);
                    let off = (wanted.hundredths() - start.hundredths()).rem_euclid(step.hundredths());
                    let below = Number::from_hundredths(wanted.hundredths() - off);
                    numbers.extend([below.minus(step), below, below.plus(step)]);
                }
            }
            all.extend(numbers.into_iter().filter(|number| grid.holds(*number)).map(Candidate::Number));
        }
        _ => return None,
    }
    Some(all)
}

/// The same for one condition alone, which one of several options decides like all of them.
pub(super) fn candidates_of_one(
    rules: &Rules,
    answer: &AnswerRule,
    test: &TestRule,
) -> Option<Vec<Candidate>> {
    match answer {
        AnswerRule::Many(set) => candidates(rules, &AnswerRule::One(*set), &[test]),
        _ => candidates(rules, answer, &[test]),
    }
}

pub(super) fn check(questionnaire: &Questionnaire, report: &mut Report) {
    let rules = Rules::of_questionnaire(questionnaire);
    let slots = layout::slots(questionnaire);
    let mut reported = vec![false; questionnaire.items.len()];
    for (place, slot) in slots.iter().enumerate() {
        // The first entry of a repeating group speaks for the others, the outermost part for those in it.
        let parent = slot.parent.and_then(|parent| slots.get(parent));
        let is_known = parent.is_some_and(|parent| reported[parent.item]);
        if slot.entry > 1 || is_known || questionnaire.items[slot.item].enabled_when.is_none() {
            reported[slot.item] |= is_known;
            continue;
        }
        // A condition with a fault of its own is told as that.
        let told = report.has(&format!("/items/{}/enabled_when", slot.item), &["FB0502", "FB0517"]);
        if !told && is_impossible(&rules, place) {
            reported[slot.item] = true;
            let id = &questionnaire.items[slot.item].id;
            let message =
                format!("The question `{id}` can never be shown: its conditions exclude each other.");
            let mend = "Write `match = \"any\"` if one condition is enough, or correct one of them or those of the questions that it asks about.";
            report.add("FB0527", format!("/items/{}/enabled_when", slot.item), message, mend);
        }
    }
}

/// Whether the conditions of a place, of its groups, and of the questions that they need answered exclude each
/// other.
fn is_impossible(rules: &Rules, place: usize) -> bool {
    let mut needed: Vec<usize> = vec![place];
    let mut tests: Vec<&TestRule> = Vec::new();
    let mut at = 0;
    while let Some(item) = needed.get(at).and_then(|place| rules.items.get(*place)) {
        at += 1;
        let mut more: Vec<usize> = item.parent.map(usize::from).into_iter().collect();
        // Where any of several is enough, none is needed for sure.
        if let Some(when) = item.when.as_ref().filter(|when| !when.any || when.tests.len() == 1) {
            for test in when.tests.iter().filter(|test| test.items.len() == 1) {
                tests.push(test);
                if !test.unanswered {
                    more.extend(test.items.iter().map(|place| usize::from(*place)));
                }
            }
        }
        for place in more {
            if !needed.contains(&place) {
                needed.push(place);
            }
        }
    }
    let mut asked: Vec<u16> = tests.iter().flat_map(|test| test.items.iter().copied()).collect();
    asked.sort_unstable();
    asked.dedup();
    asked.into_iter().any(|item| {
        let about: Vec<&TestRule> = tests.iter().copied().filter(|test| test.items == [item]).collect();
        let Some(rule) = rules.items.get(usize::from(item)) else { return false };
        let all = match candidates(rules, &rule.answer, &about) {
            Some(all) => all,
            None => return always_false(&about),
        };
        !all.iter().any(|answer| about.iter().all(|test| answer.holds(test)))
    })
}

/// What excludes itself whatever the answer is: to be answered and not to be, or to be what it must not be.
fn always_false(tests: &[&TestRule]) -> bool {
    let nothing = tests.iter().any(|test| test.unanswered && test.passes == Passes::Always(false));
    if nothing && tests.iter().any(|test| !test.unanswered) {
        return true;
    }
    let listed = |every: bool| {
        tests.iter().filter(move |test| test.every == every).filter_map(|test| match &test.passes {
            Passes::Options(places, own) => Some((places, *own)),
            _ => None,
        })
    };
    // One that passes must be among the answers, and all of them must be what is allowed.
    listed(false).any(|(places, own)| {
        let one = places.iter().any(|place| listed(true).all(|(allowed, _)| allowed.contains(place)));
        let in_own_words = own && listed(true).all(|(_, own)| own);
        !(one || in_own_words)
    })
}
