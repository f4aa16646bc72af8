//! Totals: each computed item becomes a score that gives the same number, or none at all.

mod formula;
mod missing;
mod parts;

use std::collections::{BTreeMap, BTreeSet};

use footbridge_model::{Method, Missing, Number, Questionnaire, Score};

use super::tree::{Entry, Tree};
use crate::fhir::node::At;
use crate::fhir::path::expr::Expr;
use crate::fhir::path::meaning::{Meaning, is_path};
use crate::fhir::path::shortened;
use crate::fhir::report::Report;
use crate::findings::codes;
use missing::Guard;
use parts::{Parts, Shape};

/// More totals than this are surely not meant for readers.
const MOST_TOTALS: usize = 60;
const MEND: &str = "Write the published rule into `[[scores]]` by hand.";

/// The file's items, and how far the answers to each reach.
struct Form<'t, 'a> {
    tree: &'t Tree<'a>,
    ends: BTreeMap<String, (Number, Number)>,
}

/// Adds the scores.
pub(super) fn convert(
    root: &At<'_>,
    tree: &Tree<'_>,
    questionnaire: &mut Questionnaire,
    report: &mut Report<'_>,
) {
    let mut meaning = Meaning::new(root, tree);
    let form = Form { tree, ends: questionnaire.ends() };
    let mut made: Vec<(usize, Score, Vec<usize>)> = Vec::new();
    let computed = tree.entries.iter().filter(|entry| entry.calculation.is_some()).count();
    if computed > MOST_TOTALS {
        let message = format!("There are {computed} computed items; {MOST_TOTALS} are the most.");
        report.add(&codes::FHIR_TOO_MUCH, root, message, "Split the questionnaire.");
        return;
    }
    for (place, entry) in tree.entries.iter().enumerate() {
        let Some(extension) = &entry.calculation else { continue };
        let expression = extension.value().map(|(_, value)| value);
        let text =
            expression.as_ref().filter(|value| is_path(value)).and_then(|value| value.text("expression"));
        let found = match text {
            _ if entry.two_totals => Err("it is computed in two ways".to_owned()),
            _ if entry.several => Err("it stands in a part that repeats".to_owned()),
            _ if entry.conditional => {
                Err("it is shown on conditions, and a score here is shown always".to_owned())
            }
            // The code alone says what it is the sum of.
            None if !entry.sum_of.is_empty() => {
                form.score(place, Expr::Sum(entry.sum_of.clone())).map(|score| (score, entry.sum_of.clone()))
            }
            None => Err("it is not written in FHIRPath".to_owned()),
            Some(text) => meaning.number(text, place).and_then(|expr| {
                expr.weigh()?;
                let score = form.score(place, expr.clone())?;
                Ok((score, needed(&expr)))
            }),
        };
        match found {
            Ok((score, needs)) => made.push((place, score, needs)),
            Err(why) => {
                let shown = text.map(shortened).unwrap_or_default();
                let message = format!("The total `{}` is left out: {why}. {shown}", entry.link);
                report.add(&codes::FHIR_SCORE, extension, message.trim_end(), MEND);
            }
        }
    }
    // A total of totals needs all of them.
    loop {
        let known: BTreeSet<usize> = made.iter().map(|(place, ..)| *place).collect();
        let computed =
            |item: &usize| tree.entries.get(*item).is_some_and(|entry| entry.calculation.is_some());
        let lost = made
            .iter()
            .position(|(_, _, needs)| needs.iter().any(|item| computed(item) && !known.contains(item)));
        let Some(lost) = lost else { break };
        let (place, ..) = made.remove(lost);
        if let Some((entry, at)) =
            tree.entries.get(place).and_then(|entry| Some((entry, entry.calculation.as_ref()?)))
        {
            let message =
                format!("The total `{}` is left out: it is made of a total that is left out.", entry.link);
            report.add(&codes::FHIR_SCORE, at, message, MEND);
        }
    }
    // What its author hides from readers is shown only if another total is made of it.
    while let Some(place) = made.iter().position(|(place, ..)| {
        let hidden = tree.entries.get(*place).is_some_and(|entry| entry.hidden);
        hidden && !made.iter().any(|(_, _, needs)| needs.contains(place))
    }) {
        let (place, ..) = made.remove(place);
        if let Some(entry) = tree.entries.get(place) {
            let message = format!("The total `{}` is left out: it is hidden from readers.", entry.link);
            report.add(&codes::FHIR_SCORE, &entry.at, message, "");
        }
    }
    for entry in made.iter().filter_map(|(place, ..)| tree.entries.get(*place)).filter(|entry| entry.hidden) {
        let message = "The total is hidden in the file, and shown here: another total is made of it.";
        report.add(&codes::FHIR_CHANGED, &entry.at, message, "");
    }
    questionnaire.scores = made.into_iter().map(|(_, score, _)| score).collect();
    let weighed = |entry: &Entry<'_>| entry.choices.iter().any(|choice| choice.weight.is_some());
    if tree.entries.iter().all(|entry| entry.calculation.is_none())
        && let Some(entry) = tree.entries.iter().find(|entry| weighed(entry))
    {
        let message =
            "The answers have weights, but nothing in the file adds them up; no total is made of them.";
        report.add(&codes::FHIR_SCORE, &entry.at, message, MEND);
    }
}

/// Everything that an expression asks about.
fn needed(expr: &Expr) -> Vec<usize> {
    let mut all = expr.sources();
    let mut pending = vec![expr];
    while let Some(expr) = pending.pop() {
        match expr {
            Expr::Any(list) | Expr::Answered(list) => all.extend(list),
            Expr::Add(list) => pending.extend(list),
            Expr::Op(_, one, two) => pending.extend([&**one, &**two]),
            Expr::Not(one) | Expr::Round(one, _) => pending.push(one),
            Expr::If(one, two, three) => pending.extend([&**one, &**two, &**three]),
            _ => {}
        }
    }
    all
}

impl Form<'_, '_> {
    /// One score.
    fn score(&self, place: usize, expr: Expr) -> Result<Score, String> {
        let entry = self.tree.entries.get(place).ok_or("it leads nowhere")?;
        let title = entry.at.text("text").unwrap_or(&entry.link).to_owned();
        let mut score = Score {
            id: entry.id.clone(),
            title,
            method: Method::Sum,
            items: Vec::new(),
            reverse: Vec::new(),
            weights: Vec::new(),
            formula: None,
            at_least: None,
            multiply: None,
            missing: Missing::Require,
            max_missing: None,
            min_answered: None,
            by: None,
            code: super::items::loinc(&entry.at),
            bands: Vec::new(),
        };
        let (guard, expr) = self.guarded(expr)?;
        let (expr, factor) = without_factor(expr);
        score.multiply = factor;
        let (guard, expr) = self.prorated(guard, expr);
        match guard {
            Guard::All => {}
            Guard::AtLeast(least) => {
                score.missing = Missing::Minimum;
                score.min_answered = Some(least);
            }
            Guard::Prorate(most) => {
                score.missing = Missing::Prorate;
                score.max_missing = Some(most);
            }
        }
        match self.parts(&expr, score.missing) {
            Some(parts) => self.put(&mut score, &parts)?,
            None if score.missing == Missing::Prorate => {
                return Err("it stretches a formula over missing answers".to_owned());
            }
            None => {
                score.method = Method::Formula;
                score.formula = Some(self.formula(&expr, score.missing == Missing::Require)?);
            }
        }
        Ok(score)
    }

    /// Writes the parts into the score.
    fn put(&self, score: &mut Score, parts: &Parts) -> Result<(), String> {
        for part in &parts.all {
            score.items.push(self.name(part.item)?);
            if part.turned {
                score.reverse.push(self.name(part.item)?);
            }
        }
        score.method = match parts.shape {
            Shape::Sum => Method::Sum,
            Shape::Mean => Method::Mean,
            Shape::Count(least) => {
                score.at_least = Some(least).filter(|least| *least != Number::ONE);
                Method::Count
            }
            Shape::Weighted => {
                score.weights = parts.all.iter().map(|part| part.weight).collect();
                Method::Weighted
            }
        };
        Ok(())
    }

    /// Whether an item may not be there though everything that is asked is answered.
    fn is_conditional(&self, item: usize) -> bool {
        let entry = self.tree.entries.get(item);
        let above = entry.and_then(|entry| self.tree.entries.get(entry.parent?));
        entry.is_none_or(|entry| entry.conditional) || above.is_some_and(|above| above.several)
    }

    /// Whether a question takes several answers, or stands in a group that repeats.
    fn is_several(&self, item: usize) -> bool {
        self.tree.entries.get(item).is_none_or(|entry| entry.several)
    }

    fn name(&self, item: usize) -> Result<String, String> {
        let entry = self.tree.entries.get(item).ok_or("it leads nowhere")?;
        if entry.items.is_empty() && entry.calculation.is_none() {
            return Err(format!("`{}` is left out of the tool", entry.link));
        }
        Ok(entry.id.clone())
    }
}

/// Takes a factor off the whole.
fn without_factor(expr: Expr) -> (Expr, Option<Number>) {
    let Expr::Op("*", one, two) = expr else { return (expr, None) };
    let (body, factor) = match (*one, *two) {
        (Expr::Number(digits, below), body) | (body, Expr::Number(digits, below)) => (body, (digits, below)),
        (one, two) => return (Expr::Op("*", Box::new(one), Box::new(two)), None),
    };
    match hundredths(factor) {
        Some(number) => (body, Some(number).filter(|number| *number != Number::ONE)),
        None => (Expr::Op("*", Box::new(body), Box::new(Expr::Number(factor.0, factor.1))), None),
    }
}

/// A fraction that is exact to two decimal places.
fn hundredths((digits, below): (i64, i64)) -> Option<Number> {
    let hundredths = digits.checked_mul(100).filter(|hundredths| hundredths % below == 0)? / below;
    let number = Number::from_hundredths(hundredths);
    (number.hundredths() == hundredths).then_some(number)
}
