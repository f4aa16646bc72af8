//! Scoring: one pure function from answers to scores, risks and missing answers.
//!
//! It is total: any rules and any answers give an outcome, and none gives a score before the published
//! missing-answer rule is met. A question that is not shown never counts.

use crate::joined;
use crate::prelude::*;
use serde::Serialize;

use crate::formula;
use crate::ratio::Ratio;
use crate::rules::{MethodRule, MissingRule, Part, RiskSet, Rules, ScoreRule, Source};
use crate::sheet::{Given, Sheet};
use crate::{Answers, Number};

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
    /// The id of the severity band; `None` also while the reader has named no group that decides about it.
    pub band: Option<String>,
    /// The group that decided about the band.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// Where the bands depend on a group that the reader has not named: what each group's would be.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub by_group: Vec<GroupBand>,
}

/// The band that a score would have in one group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GroupBand {
    /// The value of the answer that names the group.
    pub group: String,
    /// The id of the severity band.
    pub band: String,
}

impl Rules {
    /// The scores, the risks and the missing answers.
    pub fn outcome(&self, answers: &Answers) -> Outcome {
        let sheet = Sheet::new(self, answers);
        let values = self.values(&sheet);
        let mut outcome = Outcome::default();
        let mut awaited = vec![false; self.items.len()];
        for (place, score) in self.scores.iter().enumerate() {
            let value = values.get(place).copied().flatten().and_then(Ratio::to_number);
            if value.is_none() {
                self.await_answers(&sheet, place, &values, &mut awaited);
            }
            outcome.scores.push(banded(score, value, &sheet));
        }
        for (place, item) in self.items.iter().enumerate() {
            // An answer that cannot be read is waited for even where none is required.
            let wrong = sheet.is_shown(place) && sheet.given(place) == &Given::Wrong;
            if wrong
                || (sheet.is_open(place)
                    && (item.required || (!item.optional && awaited.get(place) == Some(&true))))
            {
                outcome.missing.push(item.id.clone());
            }
            if let Some(risk) = item.risk.as_ref().filter(|_| sheet.is_risk(place)) {
                add(&mut outcome.risks, &risk.response);
            }
        }
        for risk in self.risks.iter().filter(|risk| calls(risk, &sheet, &values)) {
            add(&mut outcome.risks, &risk.response);
        }
        outcome
    }

    /// Whether each place is shown, in their order.
    pub fn shown(&self, answers: &Answers) -> Vec<bool> {
        Sheet::on_page(self, answers).into_shown()
    }

    /// The places of help that the answers call for: the id of a question with a risk answer, or `risk-` and
    /// the number of a risk rule, from 0.
    pub fn risk_places(&self, answers: &Answers) -> Vec<String> {
        let sheet = Sheet::new(self, answers);
        let risky = self.items.iter().enumerate().filter(|(place, _)| sheet.is_risk(*place));
        let mut places: Vec<String> = risky.map(|(_, item)| item.id.clone()).collect();
        if !self.risks.is_empty() {
            let values = self.values(&sheet);
            let called = self.risks.iter().enumerate().filter(|(_, risk)| calls(risk, &sheet, &values));
            places.extend(called.map(|(place, _)| {
                joined(&["risk-", &Number::whole(i64::try_from(place).unwrap_or(i64::MAX)).to_text()])
            }));
        }
        places
    }

    /// How many of the shown questions that matter for a result are answered, and how many there are. Where no
    /// question matters for a result, all count.
    pub fn progress(&self, answers: &Answers) -> (usize, usize) {
        let sheet = Sheet::new(self, answers);
        let sources: Vec<Source> = self.scores.iter().flat_map(ScoreRule::sources).collect();
        let matters = |place: usize| {
            let scored =
                sources.iter().any(|source| matches!(source, Source::Item(at) if usize::from(*at) == place));
            scored || self.items.get(place).is_some_and(|item| item.required)
        };
        let all = !(0..self.items.len()).any(matters);
        let mut progress = (0, 0);
        for place in 0..self.items.len() {
            if sheet.is_shown(place) && self.asks(place) && (all || matters(place)) {
                progress.0 += usize::from(!sheet.is_open(place));
                progress.1 += 1;
            }
        }
        progress
    }

    /// Every score, unrounded.
    fn values(&self, sheet: &Sheet<'_>) -> Vec<Option<Ratio>> {
        let mut values: Vec<Option<Ratio>> = vec![None; self.scores.len()];
        for place in &self.order {
            let place = usize::from(*place);
            if let Some(score) = self.scores.get(place) {
                let value = Scoring { sheet, values: &values }.value(score);
                if let Some(slot) = values.get_mut(place) {
                    *slot = value;
                }
            }
        }
        values
    }

    /// Marks the questions whose answers a score waits for: its own, those of its scores, and those that decide
    /// about them.
    fn await_answers(&self, sheet: &Sheet<'_>, score: usize, values: &[Option<Ratio>], awaited: &mut [bool]) {
        let mut scores = vec![score];
        let mut places: Vec<usize> = Vec::new();
        let mut at = 0;
        while let Some(score) = scores.get(at).and_then(|score| self.scores.get(*score)) {
            at += 1;
            for source in score.sources() {
                match source {
                    Source::Item(place) => places.push(usize::from(place)),
                    Source::Score(other) => {
                        let other = usize::from(other);
                        if values.get(other) == Some(&None) && !scores.contains(&other) {
                            scores.push(other);
                        }
                    }
                }
            }
        }
        sheet.await_answers(places, awaited);
    }
}

fn add(list: &mut Vec<String>, id: &str) {
    if !list.iter().any(|known| known == id) {
        list.push(id.to_owned());
    }
}

/// Whether a risk rule calls for its response.
fn calls(risk: &RiskSet, sheet: &Sheet<'_>, values: &[Option<Ratio>]) -> bool {
    let mut tests = risk.when.tests.iter().map(|test| sheet.holds(test));
    let score = risk.score.map(|(place, least)| {
        let value = values.get(usize::from(place)).copied().flatten().and_then(Ratio::to_number);
        value.is_some_and(|value| value >= least)
    });
    if risk.when.any {
        score == Some(true) || tests.any(|holds| holds)
    } else {
        // A rule without any condition is a problem of the definition; it calls for nothing.
        (score.is_some() || !risk.when.tests.is_empty()) && score != Some(false) && tests.all(|holds| holds)
    }
}

fn banded(score: &ScoreRule, value: Option<Number>, sheet: &Sheet<'_>) -> ScoreOutcome {
    let mut outcome =
        ScoreOutcome { id: score.id.clone(), value, band: None, group: None, by_group: Vec::new() };
    let Some(value) = value else { return outcome };
    let named = score.by.and_then(|place| sheet.value(usize::from(place)));
    let has_group = |group: &str| score.bands.iter().any(|band| band.group.as_deref() == Some(group));
    let named = named.filter(|group| has_group(group));
    for band in score.bands.iter().filter(|band| band.from <= value && value <= band.to) {
        match (&band.group, &named) {
            (Some(group), Some(named)) if group != named => {}
            (Some(group), None) => {
                let (group, band) = (group.clone(), band.id.clone());
                if !outcome.by_group.iter().any(|known| known.group == group) {
                    outcome.by_group.push(GroupBand { group, band });
                }
            }
            _ if outcome.band.is_none() => outcome.band = Some(band.id.clone()),
            _ => {}
        }
    }
    outcome.group = named;
    outcome
}

/// Scores over a sheet and the scores that are known already.
struct Scoring<'a> {
    sheet: &'a Sheet<'a>,
    values: &'a [Option<Ratio>],
}

impl Scoring<'_> {
    fn value(&self, score: &ScoreRule) -> Option<Ratio> {
        let sources = score.sources();
        // What may still appear may still count, unless the score stands on what is there.
        let undecided = |source: &Source| matches!(source, Source::Item(place) if self.sheet.is_undecided(usize::from(*place)));
        if !matches!(score.missing, MissingRule::Minimum(_)) && sources.iter().any(undecided) {
            return None;
        }
        let asked = sources.iter().filter(|source| self.is_asked(**source)).count();
        let answered = sources.iter().filter(|source| self.is_answered(**source)).count();
        let missing = asked.saturating_sub(answered);
        let enough = match score.missing {
            MissingRule::Require => missing == 0,
            MissingRule::Prorate(most) => missing <= usize::from(most),
            MissingRule::Minimum(least) => answered >= usize::from(least),
        };
        if !enough || (asked > 0 && answered == 0 && !matches!(score.method, MethodRule::Formula(_))) {
            return None;
        }
        let plain = match &score.method {
            MethodRule::Formula(ops) => formula::evaluate(ops, self)?,
            MethodRule::Sum(parts) => self.prorated(score, self.sum(parts)?, asked, answered)?,
            MethodRule::Count(parts, least) => {
                let least = Ratio::of(*least);
                let counted = parts.iter().filter(|part| self.part(part).is_some_and(|value| value >= least));
                self.prorated(score, Ratio::count(counted.count()), asked, answered)?
            }
            MethodRule::Mean(parts) => self.sum(parts)?.divided_by(Ratio::count(answered))?,
        };
        plain.times(Ratio::of(score.multiply))
    }

    /// The missing answers are taken to be like the mean of the others; the sum is rounded to a whole number.
    fn prorated(&self, score: &ScoreRule, sum: Ratio, asked: usize, answered: usize) -> Option<Ratio> {
        match score.missing {
            MissingRule::Prorate(_) if answered < asked => {
                sum.times(Ratio::count(asked))?.divided_by(Ratio::count(answered))?.rounded(0)
            }
            _ => Some(sum),
        }
    }

    fn sum(&self, parts: &[Part]) -> Option<Ratio> {
        let mut values = parts.iter().filter_map(|part| self.part(part));
        values.try_fold(Ratio::ZERO, |sum, value| sum.plus(value))
    }

    fn part(&self, part: &Part) -> Option<Ratio> {
        self.points(part.source)?.times(Ratio::of(part.times))?.plus(Ratio::of(part.plus))
    }

    fn points(&self, source: Source) -> Option<Ratio> {
        match source {
            Source::Item(place) => self.sheet.points(usize::from(place)).map(Ratio::of),
            Source::Score(place) => self.values.get(usize::from(place)).copied().flatten(),
        }
    }

    /// A question that is not shown is not asked; another score always is.
    fn is_asked(&self, source: Source) -> bool {
        match source {
            Source::Item(place) => self.sheet.is_shown(usize::from(place)),
            Source::Score(_) => true,
        }
    }

    fn is_answered(&self, source: Source) -> bool {
        self.points(source).is_some()
    }
}

impl formula::Source for Scoring<'_> {
    fn item(&self, place: u16) -> Option<Ratio> {
        self.points(Source::Item(place))
    }

    fn score(&self, place: u16) -> Option<Ratio> {
        self.points(Source::Score(place))
    }

    fn is_answered(&self, place: u16) -> bool {
        self.sheet.is_shown(usize::from(place)) && !self.sheet.is_open(usize::from(place))
    }
}

#[cfg(test)]
#[path = "score_tests.rs"]
mod tests;
