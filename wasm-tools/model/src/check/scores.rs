//! Scores, and the proof that their bands tile the whole possible range.

use super::Report;
use crate::prelude::*;
use crate::{Band, Method, Missing, Number, Questionnaire, Range, Score, possible_range};

pub(super) fn check(questionnaire: &Questionnaire, report: &mut Report) {
    let all = questionnaire.scores.iter().enumerate();
    report.ids("score", all.clone().map(|(i, score)| (format!("/scores/{i}/id"), score.id.as_str())));
    for (index, score) in all {
        let pointer = format!("/scores/{index}");
        report.text(format!("{pointer}/title"), "title", &score.title);
        items(questionnaire, score, &pointer, report);
        rule(score, &pointer, report);
        let each = score.bands.iter().enumerate();
        report.ids("band", each.clone().map(|(i, b)| (format!("{pointer}/bands/{i}/id"), b.id.as_str())));
        for (place, band) in each {
            report.text(format!("{pointer}/bands/{place}/label"), "label", &band.label);
            report.text(format!("{pointer}/bands/{place}/meaning"), "meaning", &band.meaning);
        }
        if let Some(range) = possible_range(questionnaire, score)
            && !score.bands.is_empty()
            && !score.items.is_empty()
        {
            bands(score, range, &pointer, report);
        }
    }
}

fn items(questionnaire: &Questionnaire, score: &Score, pointer: &str, report: &mut Report) {
    if score.items.is_empty() {
        let message = format!("The score `{}` counts no questions.", score.id);
        let mend = "List the ids of its questions: `items = [\"q1\", \"q2\"]`.";
        report.add("FB0507", format!("{pointer}/items"), message, mend);
    }
    for (place, id) in score.items.iter().enumerate() {
        let here = format!("{pointer}/items/{place}");
        if score.items.iter().take(place).any(|earlier| earlier == id) {
            let message = format!("The score `{}` counts `{id}` twice.", score.id);
            report.add("FB0501", here.clone(), message, "Remove one of the two.");
        }
        let Some(item) = questionnaire.item(id) else {
            let message = format!("The score `{}` counts `{id}`, which does not exist.", score.id);
            let known: Vec<&str> = questionnaire.items.iter().map(|item| item.id.as_str()).collect();
            report.add("FB0502", here, message, format!("Write one of {}.", known.join(", ")));
            continue;
        };
        for option in questionnaire.options_of(item).iter().filter(|option| option.score.is_none()) {
            let message = format!("The answer \"{}\" to `{id}` counts, but has no score.", option.label);
            let mend = "Add `score = 0` (or its number) to the response option.";
            report.add("FB0508", here.clone(), message, mend);
        }
    }
}

fn rule(score: &Score, pointer: &str, report: &mut Report) {
    match (score.missing, score.max_missing) {
        (Missing::Prorate, None | Some(0)) => {
            let message =
                format!("The score `{}` is prorated, but no number of missing answers is allowed.", score.id);
            report.add(
                "FB0518",
                format!("{pointer}/missing"),
                message,
                "Add `max_missing = 1` (or the published number).",
            );
        }
        (Missing::Prorate, Some(most)) if usize::from(most) >= score.items.len() => {
            let message = format!("The score `{}` could stand with no answer at all.", score.id);
            let mend = "Set `max_missing` below the number of questions.";
            report.add("FB0518", format!("{pointer}/max_missing"), message, mend);
        }
        (Missing::Require, Some(_)) => {
            let message =
                format!("The score `{}` needs every answer, so `max_missing` means nothing.", score.id);
            let mend = "Remove `max_missing`, or write `missing = \"prorate\"`.";
            report.add("FB0518", format!("{pointer}/max_missing"), message, mend);
        }
        _ => {}
    }
    if score.at_least.is_some() && score.method != Method::Count {
        let message = "`at_least` belongs to the method `count` only.";
        report.add(
            "FB0522",
            format!("{pointer}/at_least"),
            message,
            "Remove it, or write `method = \"count\"`.",
        );
    }
    if score.multiply == Some(Number::ZERO) {
        let mend = "Remove `multiply`, or write the published factor.";
        report.add("FB0522", format!("{pointer}/multiply"), "The score is multiplied by zero.", mend);
    }
}

/// Proves that every possible score lies in exactly one band, or says where it does not.
fn bands(score: &Score, range: Range, pointer: &str, report: &mut Report) {
    let mut ordered: Vec<(usize, &Band)> = score.bands.iter().enumerate().collect();
    ordered.sort_by_key(|(_, band)| (band.from, band.to));
    for (place, band) in &ordered {
        if band.from > band.to {
            let message = format!("The band `{}` begins at {} and ends at {}.", band.id, band.from, band.to);
            report.add(
                "FB0521",
                format!("{pointer}/bands/{place}/from"),
                message,
                "Exchange `from` and `to`.",
            );
        }
    }
    let possible = format!("Possible scores of `{}` go from {} to {}", score.id, range.min, range.max);
    if let Some((place, first)) = ordered.first().filter(|(_, band)| band.from != range.min) {
        let message = format!("{possible}, but the first band, `{}`, begins at {}.", first.id, first.from);
        let mend = format!("Write `from = {}` in the band `{}`.", range.min, first.id);
        report.add("FB0506", format!("{pointer}/bands/{place}/from"), message, mend);
    }
    for pair in ordered.windows(2) {
        let [(_, lower), (place, upper)] = pair else { continue };
        let here = format!("{pointer}/bands/{place}/from");
        if upper.from <= lower.to {
            let message = format!(
                "The bands `{}` (to {}) and `{}` (from {}) overlap.",
                lower.id, lower.to, upper.id, upper.from
            );
            let mend = format!("Write `from = {}` in the band `{}`.", lower.to.plus(range.step), upper.id);
            report.add("FB0505", here, message, mend);
        } else if let Some(lost) = possible_between(range, lower.to, upper.from) {
            let message = format!(
                "A score of {lost} lies in no band, between `{}` (to {}) and `{}` (from {}).",
                lower.id, lower.to, upper.id, upper.from
            );
            let mend = format!("Write `from = {lost}` in the band `{}`.", upper.id);
            report.add("FB0504", here, message, mend);
        }
    }
    if let Some((place, last)) = ordered.iter().max_by_key(|(_, b)| b.to).filter(|(_, b)| b.to != range.max) {
        let message = format!("{possible}, but the last band, `{}`, ends at {}.", last.id, last.to);
        let mend = format!("Write `to = {}` in the band `{}`.", range.max, last.id);
        report.add("FB0506", format!("{pointer}/bands/{place}/to"), message, mend);
    }
}

/// The lowest possible score above `low` and below `high`.
fn possible_between(range: Range, low: Number, high: Number) -> Option<Number> {
    let step = range.step.hundredths().max(1);
    let steps = (low.hundredths() - range.min.hundredths()).div_euclid(step) + 1;
    let next = Number::from_hundredths(range.min.hundredths().saturating_add(steps.saturating_mul(step)));
    (next > low && next < high).then_some(next)
}
