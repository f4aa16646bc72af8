//! Scores as FHIRPath: a number as soon as enough is answered, as here, and nothing before.

use footbridge_model::{Method, Missing, Number, Questionnaire, Score};

use super::formula;
use super::sources::{Kind, Source, Sources, answered, answers, number};

/// The expression of a score; `Err` says in words why there is none.
pub(super) fn expression(
    original: &Questionnaire,
    sources: &Sources<'_>,
    score: &Score,
) -> Result<String, String> {
    let ids = original.sources_of(score);
    let counted: Vec<Source> = ids.iter().map(|id| sources.get(id)).collect::<Result<_, _>>()?;
    if counted.is_empty() {
        return Err("it counts nothing".to_owned());
    }
    if score.missing != Missing::Require && counted.iter().any(|source| source.repeated) {
        return Err("FHIR cannot say how many answers are missing in a group that repeats".to_owned());
    }
    if score.missing == Missing::Prorate && counted.iter().any(|source| source.hidden) {
        return Err("FHIR cannot say how many answers are missing where a question can be hidden".to_owned());
    }
    let count = counted.len();
    let there = answered(&counted);
    let body = match score.method {
        Method::Formula => formula::expression(original, sources, score)?,
        Method::Mean => mean(score, &counted, &there)?,
        _ => {
            let sum = terms(score, &counted)?.join(" + ");
            match score.missing {
                // The missing answers are taken to be like the mean of the others.
                Missing::Prorate => {
                    format!("iif({there} < {count}, (({sum}) * {count} / {there}).round(0), {sum})")
                }
                _ => sum,
            }
        }
    };
    let body = match score.multiply.filter(|factor| *factor != Number::ONE) {
        Some(factor) => format!("({body}) * {}", number(factor)),
        None => body,
    };
    let guard = match score.missing {
        Missing::Require => complete(&counted),
        Missing::Minimum => Some(format!("{there} >= {}", score.min_answered.unwrap_or(1))),
        Missing::Prorate => Some(format!("{there} >= {count} - {}", score.max_missing.unwrap_or_default())),
    };
    Ok(match guard {
        Some(guard) => format!("iif({guard}, {body}, {{}})"),
        None => body,
    })
}

/// Whether all is answered that is always asked. Of a question that can be hidden, or be asked several times, the
/// response does not say whether an answer is missing.
fn complete(counted: &[Source]) -> Option<String> {
    let always: Vec<&Source> = counted.iter().filter(|source| !source.hidden && !source.repeated).collect();
    let single: Vec<&Source> = always.iter().copied().filter(|source| !source.several).collect();
    let mut parts = Vec::new();
    if !single.is_empty() {
        parts.push(format!("{}.count() = {}", answers(single.iter().copied()), single.len()));
    }
    for several in always.into_iter().filter(|source| source.several) {
        parts.push(format!("{}.exists()", answers([several])));
    }
    (!parts.is_empty()).then(|| parts.join(" and "))
}

fn mean(score: &Score, counted: &[Source], there: &str) -> Result<String, String> {
    let plain = |source: &Source| source.kind == Kind::Weight && !source.several;
    if score.reverse.is_empty() && counted.iter().all(plain) {
        return Ok(format!("{}.value.weight().avg()", answers(counted)));
    }
    Ok(format!("({}) / {there}", terms(score, counted)?.join(" + ")))
}

/// The parts of a sum; what is not answered adds nothing.
fn terms(score: &Score, counted: &[Source]) -> Result<Vec<String>, String> {
    if score.method == Method::Weighted {
        let each = counted.iter().enumerate().map(|(place, source)| {
            let part = added(score, &[source])?;
            let weight = score.weights.get(place).copied().unwrap_or(Number::ONE);
            Ok(format!("{part} * {}", number(weight)))
        });
        return each.collect();
    }
    // Questions of one kind, counted in one direction, are one part.
    let mut groups: Vec<Vec<&Source>> = Vec::new();
    for source in counted {
        let reversed = |source: &Source| score.reverse.contains(&source.id);
        let turn = |source: &Source| source.turn.filter(|_| reversed(source));
        let alone = source.several && (reversed(source) || score.method == Method::Count);
        let same = |group: &&mut Vec<&Source>| {
            group.first().is_some_and(|first| {
                !alone
                    && first.kind == source.kind
                    && first.several == source.several
                    && turn(first) == turn(source)
                    && (source.kind != Kind::Score || score.method != Method::Count)
            })
        };
        match groups.iter_mut().find(same) {
            Some(group) => group.push(source),
            None => groups.push(vec![source]),
        }
    }
    groups
        .iter()
        .map(|group| if score.method == Method::Count { large(score, group) } else { added(score, group) })
        .collect()
}

/// What sources of one kind and one direction add.
fn added(score: &Score, group: &[&Source]) -> Result<String, String> {
    let Some(first) = group.first() else { return Err("it counts nothing".to_owned()) };
    let all = answers(group.iter().copied());
    let turn = first.turn.filter(|_| score.reverse.contains(&first.id));
    Ok(match (first.kind, turn) {
        (Kind::Weight, None) => format!("{all}.value.weight().sum()"),
        (Kind::Number | Kind::Score, None) => format!("{all}.value.sum()"),
        (Kind::Truth, None) => format!("{all}.where(value = true).count()"),
        (Kind::Truth, Some(_)) => format!("{all}.where(value = false).count()"),
        (Kind::Weight, Some(turn)) if first.several => {
            sure(score, first)?;
            format!("({} - {all}.value.weight().sum())", number(turn))
        }
        (Kind::Weight, Some(turn)) => {
            format!("{all}.value.weight().select({} - $this).sum()", number(turn))
        }
        (_, Some(turn)) => format!("{all}.value.select({} - $this).sum()", number(turn)),
    })
}

/// How many sources of one kind and one direction are large enough.
fn large(score: &Score, group: &[&Source]) -> Result<String, String> {
    let Some(first) = group.first() else { return Err("it counts nothing".to_owned()) };
    let all = answers(group.iter().copied());
    let least = score.at_least.unwrap_or(Number::ONE);
    let turn = first.turn.filter(|_| score.reverse.contains(&first.id));
    // A reversed answer is large where the answer itself is small.
    let (sign, limit) = match turn {
        Some(turn) => ("<=", turn.minus(least)),
        None => (">=", least),
    };
    let limit = number(limit);
    Ok(match first.kind {
        Kind::Truth if least > Number::ZERO && least <= Number::ONE => {
            let wanted = turn.is_none();
            format!("{all}.where(value = {wanted}).count()")
        }
        Kind::Truth => {
            return Err(format!("yes or no to `{}` is compared with {least}", first.id));
        }
        Kind::Weight if first.several => {
            sure(score, first)?;
            format!("iif({all}.value.weight().sum() {sign} {limit}, 1, 0)")
        }
        Kind::Weight => format!("{all}.where(value.weight() {sign} {limit}).count()"),
        Kind::Number => format!("{all}.where(value {sign} {limit}).count()"),
        Kind::Score => format!("iif({all}.value {sign} {limit}, 1, 0)"),
    })
}

/// The sum over the chosen answers of one question is 0 also where it has none: refused where that can be.
fn sure(score: &Score, source: &Source) -> Result<(), String> {
    if source.hidden || source.repeated || score.missing != Missing::Require {
        return Err(format!("`{}` takes several answers, and may have none", source.id));
    }
    Ok(())
}
