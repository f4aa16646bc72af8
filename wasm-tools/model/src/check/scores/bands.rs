//! Bands: the proof that they tile the whole possible range, in every group that has bands of its own.

use super::super::Report;
use crate::prelude::*;
use crate::{Band, Number, Questionnaire, Range, Score, Value};

pub(super) fn check(
    questionnaire: &Questionnaire,
    score: &Score,
    range: Option<Range>,
    pointer: &str,
    report: &mut Report,
) {
    let each = score.bands.iter().enumerate();
    for (place, band) in each.clone() {
        report.text(format!("{pointer}/bands/{place}/label"), "label", &band.label);
        report.text(format!("{pointer}/bands/{place}/meaning"), "meaning", &band.meaning);
    }
    // Bands in a wrong group leave gaps in theirs, and a range that is not sure proves nothing.
    let told = report.count();
    groups(questionnaire, score, pointer, report);
    let proved = report.count() == told && !report.is_unsure(&score.id);
    let mut seen: Vec<&Option<Value>> = Vec::new();
    for (_, band) in each.clone() {
        if !seen.contains(&&band.group) {
            seen.push(&band.group);
        }
    }
    for group in seen {
        let own = || each.clone().filter(|(_, band)| band.group == *group);
        report.ids("band", own().map(|(i, b)| (format!("{pointer}/bands/{i}/id"), b.id.as_str())));
        if let Some(range) = range.filter(|_| proved) {
            tiles(score, own().collect(), range, pointer, report);
        }
    }
    if range.is_none() && proved && !score.bands.is_empty() && is_whole(questionnaire, score) {
        let message =
            format!("The possible values of `{}` have no bounds, so its bands cannot be proved.", score.id);
        let mend =
            "Give its numbers `min` and `max`, and divide by nothing that can be zero or come close to it.";
        report.add("FB0526", format!("{pointer}/bands"), message, mend);
    }
}

/// Whether nothing else is wrong that would explain a missing range.
fn is_whole(questionnaire: &Questionnaire, score: &Score) -> bool {
    let sources = questionnaire.sources_of(score);
    let sound = |id: &String| match questionnaire.item(id) {
        Some(item) => {
            item.takes_a_number()
                || (item.takes_options()
                    && questionnaire.options_of(item).iter().all(|option| option.score.is_some())
                    && item.other.as_ref().is_none_or(|other| other.score.is_some()))
        }
        None => questionnaire.scores.iter().any(|other| other.id == *id),
    };
    !sources.is_empty() && sources.iter().all(sound)
}

fn groups(questionnaire: &Questionnaire, score: &Score, pointer: &str, report: &mut Report) {
    let Some(by) = &score.by else {
        for (place, band) in score.bands.iter().enumerate().filter(|(_, band)| band.group.is_some()) {
            let message =
                format!("The band `{}` names a group, but the score does not say by what.", band.id);
            let mend = "Add `by` to the score, with the id of the question that decides, or remove `group`.";
            report.add("FB0531", format!("{pointer}/bands/{place}/group"), message, mend);
        }
        return;
    };
    let Some(item) = questionnaire.item(by).filter(|item| item.takes_options()) else {
        let message = format!("The bands of `{}` go by `{by}`, which is no question with options.", score.id);
        report.add(
            "FB0531",
            format!("{pointer}/by"),
            message,
            "Write the id of a question of the type `choice`.",
        );
        return;
    };
    let options = questionnaire.options_of(item);
    let own_yes_no = [Value::from("yes"), Value::from("no")];
    let values: Vec<&Value> = match options {
        [] => own_yes_no.iter().collect(),
        _ => options.iter().map(|option| &option.value).collect(),
    };
    let names = || values.iter().map(|value| value.as_str()).collect::<Vec<_>>().join(", ");
    for (place, band) in score.bands.iter().enumerate() {
        let here = format!("{pointer}/bands/{place}");
        match &band.group {
            None => {
                let message =
                    format!("The band `{}` names no group, though the bands go by `{by}`.", band.id);
                report.add(
                    "FB0531",
                    format!("{here}/id"),
                    message,
                    format!("Add `group`, one of {}.", names()),
                );
            }
            Some(group) if !values.contains(&group) => {
                let message = format!("No answer to `{by}` is `{group}`.");
                report.add("FB0531", format!("{here}/group"), message, format!("Write one of {}.", names()));
            }
            Some(_) => {}
        }
    }
    if score.bands.is_empty() {
        let message = format!("The score `{}` goes by `{by}`, but has no bands.", score.id);
        report.add("FB0531", format!("{pointer}/by"), message, "Add bands with `group`, or remove `by`.");
    }
}

/// Proves that every possible score lies in exactly one of these bands, or says where it does not.
fn tiles(score: &Score, mut ordered: Vec<(usize, &Band)>, range: Range, pointer: &str, report: &mut Report) {
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
