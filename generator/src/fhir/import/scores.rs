//! Totals: each computed item becomes a score that gives the same number, or none at all.

use std::collections::BTreeSet;

use footbridge_model::{Method, Missing, Number, Questionnaire, Score};

use super::tree::Tree;
use crate::fhir::node::At;
use crate::fhir::path::expr::Expr;
use crate::fhir::path::meaning::{Meaning, is_path};
use crate::fhir::path::shortened;
use crate::fhir::report::Report;
use crate::findings::codes;

const MEND: &str = "Write the published rule into `[[scores]]` by hand.";

/// Adds the scores.
pub(super) fn convert(
    root: &At<'_>,
    tree: &Tree<'_>,
    questionnaire: &mut Questionnaire,
    report: &mut Report<'_>,
) {
    let mut meaning = Meaning::new(root, tree);
    let mut made: Vec<(usize, Score, Vec<usize>)> = Vec::new();
    for (place, entry) in tree.entries.iter().enumerate() {
        let Some(extension) = &entry.calculation else { continue };
        let expression = extension.value().map(|(_, value)| value);
        let text =
            expression.as_ref().filter(|value| is_path(value)).and_then(|value| value.text("expression"));
        let found = match text {
            None => Err("it is not written in FHIRPath".to_owned()),
            Some(_) if entry.several => Err("it stands in a part that repeats".to_owned()),
            Some(_) if entry.conditional => {
                Err("it is shown on conditions, and a score here is shown always".to_owned())
            }
            Some(text) => meaning.number(text, place).and_then(|expr| {
                expr.weigh()?;
                let score = score(tree, place, expr.clone())?;
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
    questionnaire.scores = made.into_iter().map(|(_, score, _)| score).collect();
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

/// One score.
fn score(tree: &Tree<'_>, place: usize, expr: Expr) -> Result<Score, String> {
    let entry = tree.entries.get(place).ok_or("it leads nowhere")?;
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
    let mut expr = expr;
    // What is said about missing answers stands around the rest.
    while let Expr::If(condition, then, other) = &expr {
        if **other != Expr::Empty {
            break;
        }
        let sources = then.sources();
        match guard(tree, condition, &sources)? {
            Guard::All => {}
            Guard::AtLeast(least) => {
                if !matches!(**then, Expr::Sum(_) | Expr::Mean(_) | Expr::CountAtLeast(..)) {
                    return Err("it takes part of the answers into a formula".to_owned());
                }
                score.missing = Missing::Minimum;
                score.min_answered = Some(least);
            }
        }
        expr = (**then).clone();
    }
    if let Expr::Op("*", one, two) = &expr {
        let factor = match (&**one, &**two) {
            (Expr::Number(digits, below), Expr::Sum(list))
            | (Expr::Sum(list), Expr::Number(digits, below)) => Some((*digits, *below, list.clone())),
            _ => None,
        };
        if let Some((digits, below, list)) = factor
            && digits.saturating_mul(100) % below == 0
        {
            score.multiply = Some(Number::from_hundredths(digits.saturating_mul(100) / below))
                .filter(|number| *number != Number::ONE);
            expr = Expr::Sum(list);
        }
    }
    match plain(tree, &expr) {
        Some((method, list, at_least)) => {
            score.method = method;
            score.at_least = at_least;
            score.items = list.iter().map(|item| name(tree, *item)).collect::<Result<_, _>>()?;
        }
        None => match weighted(tree, &expr) {
            Some(terms) => {
                score.method = Method::Weighted;
                for (item, weight) in terms {
                    score.items.push(name(tree, item)?);
                    score.weights.push(weight);
                }
            }
            None => {
                score.method = Method::Formula;
                score.formula = Some(formula(tree, &expr)?);
            }
        },
    }
    Ok(score)
}

enum Guard {
    All,
    AtLeast(u16),
}

/// A condition around a total that only asks whether enough is answered.
fn guard(tree: &Tree<'_>, condition: &Expr, sources: &[usize]) -> Result<Guard, String> {
    let known = |list: &[usize]| !list.is_empty() && list.iter().all(|item| sources.contains(item));
    let always = |list: &[usize]| list.iter().all(|item| !is_conditional(tree, *item));
    match condition {
        Expr::Truth(true) => Ok(Guard::All),
        Expr::Any(list) if known(list) && (list.len() == sources.len() || always(list)) => Ok(Guard::All),
        Expr::Op("and", one, two) => match (guard(tree, one, sources)?, guard(tree, two, sources)?) {
            (Guard::All, Guard::All) if strict(tree, one) && strict(tree, two) => Ok(Guard::All),
            _ => Err("its condition on missing answers is not understood".to_owned()),
        },
        Expr::Op(sign, one, two) => match (&**one, *sign, &**two) {
            (Expr::Answered(list), "=" | ">=" | ">", Expr::Number(number, 1))
                if known(list) && always(list) =>
            {
                let least = number + i64::from(*sign == ">");
                let count = i64::try_from(list.len()).unwrap_or(i64::MAX);
                match u16::try_from(least) {
                    Ok(_) if least == count => Ok(Guard::All),
                    Ok(least)
                        if *sign != "="
                            && least > 0
                            && i64::from(least) < count
                            && list.len() == sources.len() =>
                    {
                        Ok(Guard::AtLeast(least))
                    }
                    _ => Err("its condition on missing answers is not understood".to_owned()),
                }
            }
            _ => Err("it is a number only under a condition on the answers".to_owned()),
        },
        _ => Err("it is a number only under a condition on the answers".to_owned()),
    }
}

/// Whether a part of "all of these are answered" is about questions that are always shown.
fn strict(tree: &Tree<'_>, condition: &Expr) -> bool {
    match condition {
        Expr::Any(list) => list.iter().all(|item| !is_conditional(tree, *item)),
        _ => true,
    }
}

fn is_conditional(tree: &Tree<'_>, item: usize) -> bool {
    tree.entries.get(item).is_none_or(|entry| entry.conditional || entry.several)
}

fn name(tree: &Tree<'_>, item: usize) -> Result<String, String> {
    let entry = tree.entries.get(item).ok_or("it leads nowhere")?;
    if entry.items.is_empty() && entry.calculation.is_none() {
        return Err(format!("`{}` is left out of the tool", entry.link));
    }
    Ok(entry.id.clone())
}

/// A method that needs no formula.
fn plain(tree: &Tree<'_>, expr: &Expr) -> Option<(Method, Vec<usize>, Option<Number>)> {
    match expr {
        Expr::Sum(list) => Some((Method::Sum, list.clone(), None)),
        Expr::Mean(list) => Some((Method::Mean, list.clone(), None)),
        Expr::CountAtLeast(list, least) => {
            Some((Method::Count, list.clone(), Some(*least).filter(|least| *least != Number::ONE)))
        }
        Expr::Item(item) | Expr::Score(item) => Some((Method::Sum, vec![*item], None)),
        Expr::Add(terms) => {
            let mut all: Vec<usize> = Vec::new();
            for term in terms {
                let more: &[usize] = match term {
                    Expr::Sum(list) => list,
                    // Without its answer such a sum is empty, which a hidden question must not be here.
                    Expr::Item(item) if !is_conditional(tree, *item) => std::slice::from_ref(item),
                    Expr::Score(item) => std::slice::from_ref(item),
                    _ => return None,
                };
                if more.iter().any(|item| all.contains(item)) {
                    return None;
                }
                all.extend(more);
            }
            Some((Method::Sum, all, None))
        }
        _ => None,
    }
}

/// A sum in which each question counts with a factor of its own.
fn weighted(tree: &Tree<'_>, expr: &Expr) -> Option<Vec<(usize, Number)>> {
    let Expr::Add(terms) = expr else { return None };
    let mut all: Vec<(usize, Number)> = Vec::new();
    for term in terms {
        let (factor, part) = match term {
            Expr::Op("*", one, two) => match (&**one, &**two) {
                (Expr::Number(digits, below), part) | (part, Expr::Number(digits, below)) => {
                    let hundredths = digits.saturating_mul(100);
                    if hundredths % below != 0 {
                        return None;
                    }
                    (Number::from_hundredths(hundredths / below), part)
                }
                _ => return None,
            },
            part => (Number::ONE, part),
        };
        let items: &[usize] = match part {
            Expr::Sum(list) => list,
            Expr::Item(item) if !is_conditional(tree, *item) => std::slice::from_ref(item),
            Expr::Score(item) => std::slice::from_ref(item),
            _ => return None,
        };
        for item in items {
            if all.iter().any(|(known, _)| known == item) {
                return None;
            }
            all.push((*item, factor));
        }
    }
    Some(all)
}

/// The same in the language of our formulas.
fn formula(tree: &Tree<'_>, expr: &Expr) -> Result<String, String> {
    let list = |items: &[usize], each: &dyn Fn(&str) -> String| -> Result<String, String> {
        let names: Result<Vec<String>, String> =
            items.iter().map(|item| Ok(each(&name(tree, *item)?))).collect();
        Ok(names?.join(", "))
    };
    let plain = |name: &str| name.to_owned();
    Ok(match expr {
        Expr::Empty => return Err("it is empty under a condition on the answers".to_owned()),
        Expr::Number(digits, below) => {
            let number = match (digits.saturating_mul(100) % below, *digits < 0) {
                (0, false) => Number::from_hundredths(digits.saturating_mul(100) / below).to_text(),
                (_, false) => format!("({digits} / {below})"),
                _ => format!("(0 - {} / {below})", digits.unsigned_abs()),
            };
            // Numbers of ours end at ten millions.
            if digits.unsigned_abs() > 9_999_999 || *below > 9_999_999 {
                return Err("a number in it has too many digits".to_owned());
            }
            number
        }
        Expr::Truth(value) => i32::from(*value).to_string(),
        Expr::Item(item) | Expr::Score(item) => name(tree, *item)?,
        Expr::Sum(items) => format!("sum({})", list(items, &plain)?),
        Expr::Min(items) => format!("min({})", list(items, &plain)?),
        Expr::Max(items) => format!("max({})", list(items, &plain)?),
        Expr::Mean(items) => {
            let asked = list(items, &|name| format!("answered({name})"))?;
            format!("(sum({}) / count({asked}))", list(items, &plain)?)
        }
        Expr::Answered(items) => format!("count({})", list(items, &|name| format!("answered({name})"))?),
        Expr::CountAtLeast(items, least) => {
            format!("count({})", list(items, &|name| format!("{name} >= {least}"))?)
        }
        Expr::Any(items) => {
            let names: Result<Vec<String>, String> =
                items.iter().map(|item| Ok(format!("answered({})", name(tree, *item)?))).collect();
            format!("({})", names?.join(" or "))
        }
        Expr::Add(terms) => {
            let terms: Result<Vec<String>, String> = terms.iter().map(|term| formula(tree, term)).collect();
            format!("({})", terms?.join(" + "))
        }
        Expr::Op(sign, one, two) => format!("({} {sign} {})", formula(tree, one)?, formula(tree, two)?),
        Expr::Not(one) => format!("(not {})", formula(tree, one)?),
        Expr::If(condition, then, other) => {
            format!("if({}, {}, {})", formula(tree, condition)?, formula(tree, then)?, formula(tree, other)?)
        }
        Expr::Round(inner, 0) => format!("round({})", formula(tree, inner)?),
        Expr::Round(inner, places) => format!("round({}, {places})", formula(tree, inner)?),
    })
}
