//! Scoring: one pure function from answers to scores, risks and missing answers.
//!
//! It is total: any rules and any answers give an outcome, and none gives a score before the published
//! missing-answer rule is met. A question that is not shown never counts.

use crate::prelude::*;
use serde::Serialize;

use crate::rules::{ItemRule, OptionRule, Rules, ScoreRule, TestRule};
use crate::{Answers, Method, Number};

/// What the answers come to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Outcome {
    /// Every score of the tool, in its order.
    pub scores: Vec<ScoreOutcome>,
    /// The ids of the responses that risk answers ask for.
    pub risks: Vec<String>,
    /// The ids of the questions whose answers the result waits for.
    pub missing: Vec<String>,
}

/// One score.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ScoreOutcome {
    /// The score's id.
    pub id: String,
    /// The score; `None` while the missing-answer rule is not met.
    pub value: Option<Number>,
    /// The id of the severity band.
    pub band: Option<String>,
}

/// The answers as the rules see them: per question, whether it is shown and which option is chosen.
struct Sheet<'a> {
    rules: &'a Rules,
    chosen: Vec<Option<usize>>,
    shown: Vec<bool>,
    /// Hidden only because a question that decides about it is not answered yet.
    undecided: Vec<bool>,
}

impl Rules {
    /// The scores, the risks and the missing answers.
    pub fn outcome(&self, answers: &Answers) -> Outcome {
        let sheet = Sheet::new(self, answers);
        let mut outcome = Outcome::default();
        let mut awaited = Vec::new();
        for score in &self.scores {
            let value = sheet.value(score);
            if value.is_none() {
                sheet.await_answers(score, &mut awaited);
            }
            let fits = |value: Number| score.bands.iter().find(|b| b.from <= value && value <= b.to);
            let band = value.and_then(fits).map(|band| band.id.clone());
            outcome.scores.push(ScoreOutcome { id: score.id.clone(), value, band });
        }
        for (place, item) in self.items.iter().enumerate() {
            let open = sheet.is_open(place);
            if open && (item.required || awaited.contains(&place)) {
                outcome.missing.push(item.id.clone());
            }
            if let Some(risk) = &item.risk
                && sheet.is_risk(place, item)
                && !outcome.risks.contains(&risk.response)
            {
                outcome.risks.push(risk.response.clone());
            }
        }
        outcome
    }

    /// Whether each question is shown, in their order.
    pub fn shown(&self, answers: &Answers) -> Vec<bool> {
        Sheet::new(self, answers).shown
    }

    /// The ids of the questions whose chosen answer is a risk answer.
    pub fn risk_items(&self, answers: &Answers) -> Vec<&str> {
        let sheet = Sheet::new(self, answers);
        let risky = self.items.iter().enumerate().filter(|(place, item)| sheet.is_risk(*place, item));
        risky.map(|(_, item)| item.id.as_str()).collect()
    }

    /// How many of the shown questions that matter for a result are answered, and how many there are.
    pub fn progress(&self, answers: &Answers) -> (usize, usize) {
        let sheet = Sheet::new(self, answers);
        let scored =
            |place: usize| self.scores.iter().any(|s| s.items.iter().any(|i| usize::from(*i) == place));
        let mut progress = (0, 0);
        for (place, item) in self.items.iter().enumerate() {
            if sheet.is_shown(place) && (item.required || scored(place)) {
                progress.0 += usize::from(!sheet.is_open(place));
                progress.1 += 1;
            }
        }
        progress
    }

    fn options(&self, item: &ItemRule) -> &[OptionRule] {
        self.option_sets.get(usize::from(item.options)).map_or(&[], Vec::as_slice)
    }
}

impl<'a> Sheet<'a> {
    fn new(rules: &'a Rules, answers: &Answers) -> Sheet<'a> {
        let choice = |item: &ItemRule| {
            let answer = answers.get(&item.id)?;
            rules.options(item).iter().position(|option| option.value == answer)
        };
        let chosen: Vec<Option<usize>> = rules.items.iter().map(choice).collect();
        let mut shown: Vec<bool> = rules.items.iter().map(|item| item.when.is_none()).collect();
        // A chain of n conditions settles in n rounds; a circle (refused at build) ends here all the same.
        for _ in 0..rules.items.len() {
            let next: Vec<bool> = rules
                .items
                .iter()
                .map(|item| {
                    let holds = |test: &TestRule| holds(test, &chosen, &shown);
                    item.when.as_ref().is_none_or(|when| {
                        if when.any { when.tests.iter().any(holds) } else { when.tests.iter().all(holds) }
                    })
                })
                .collect();
            if next == shown {
                break;
            }
            shown = next;
        }
        let mut sheet = Sheet { rules, undecided: vec![false; chosen.len()], chosen, shown };
        sheet.decide();
        sheet
    }

    /// Marks the hidden questions that may still appear, until nothing changes.
    fn decide(&mut self) {
        loop {
            let next: Vec<bool> = (0..self.rules.items.len())
                .map(|place| {
                    !self.is_shown(place)
                        && self.gates(place).any(|gate| self.is_open(gate) || self.is_undecided(gate))
                })
                .collect();
            // The marks only ever grow, so this ends.
            if next == self.undecided {
                return;
            }
            self.undecided = next;
        }
    }

    /// The questions that decide whether this one is shown.
    fn gates(&self, place: usize) -> impl Iterator<Item = usize> {
        let when = self.rules.items.get(place).and_then(|item| item.when.as_ref());
        when.into_iter().flat_map(|when| when.tests.iter().map(|test| usize::from(test.item)))
    }

    /// Shown and not answered.
    fn is_open(&self, place: usize) -> bool {
        self.is_shown(place) && self.chosen.get(place) == Some(&None)
    }

    fn is_shown(&self, place: usize) -> bool {
        self.shown.get(place) == Some(&true)
    }

    fn is_undecided(&self, place: usize) -> bool {
        self.undecided.get(place) == Some(&true)
    }

    /// What the chosen option scores; `None` if the question is hidden, unanswered or not scored.
    fn points(&self, place: usize) -> Option<Number> {
        let item = self.rules.items.get(place).filter(|_| self.is_shown(place))?;
        self.rules.options(item).get((*self.chosen.get(place)?)?)?.score
    }

    fn is_risk(&self, place: usize, item: &ItemRule) -> bool {
        let at_least = |lowest: Number| self.points(place).is_some_and(|points| points >= lowest);
        item.risk.as_ref().is_some_and(|risk| at_least(risk.at_least))
    }

    fn value(&self, score: &ScoreRule) -> Option<Number> {
        let places = || score.items.iter().map(|place| usize::from(*place));
        if places().any(|place| self.is_undecided(place)) {
            return None;
        }
        let asked = places().filter(|place| self.is_shown(*place)).count();
        let points: Vec<Number> = places().filter_map(|place| self.points(place)).collect();
        let missing = asked - points.len();
        if missing > usize::from(score.max_missing) || (asked > 0 && points.is_empty()) {
            return None;
        }
        let sum = points.iter().fold(Number::ZERO, |sum, part| sum.plus(*part));
        let counted = points.iter().filter(|part| **part >= score.at_least).count();
        let count = Number::whole(i64::try_from(counted).unwrap_or(i64::MAX));
        let prorated = |part: Number| match missing {
            0 => part,
            _ => part
                .times(Number::whole(i64::try_from(asked).unwrap_or(i64::MAX)))
                .over(points.len())
                .rounded(),
        };
        let plain = match score.method {
            Method::Sum => prorated(sum),
            Method::Count => prorated(count),
            Method::Mean if points.is_empty() => return None,
            Method::Mean => sum.over(points.len()),
        };
        Some(plain.times(score.multiply))
    }

    /// Adds the questions whose answers the score waits for: its own, and those that decide about them.
    fn await_answers(&self, score: &ScoreRule, awaited: &mut Vec<usize>) {
        let mut pending: Vec<usize> = score.items.iter().map(|place| usize::from(*place)).collect();
        let mut seen = Vec::new();
        while let Some(place) = pending.pop() {
            if seen.contains(&place) {
                continue;
            }
            seen.push(place);
            if self.is_open(place) {
                awaited.push(place);
            } else if self.is_undecided(place) {
                pending.extend(self.gates(place));
            }
        }
    }
}

fn holds(test: &TestRule, chosen: &[Option<usize>], shown: &[bool]) -> bool {
    let place = usize::from(test.item);
    let answer = chosen.get(place).copied().flatten().filter(|_| shown.get(place) == Some(&true));
    match answer {
        Some(option) => test.options.iter().any(|allowed| usize::from(*allowed) == option),
        None => test.unanswered,
    }
}

#[cfg(test)]
#[path = "score_tests.rs"]
mod tests;
