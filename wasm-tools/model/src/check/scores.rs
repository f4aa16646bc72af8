//! Scores: what they are made of, their missing-answer rules, and their formulas.

use super::Report;
use crate::layout;
use crate::prelude::*;
use crate::rules::{Rules, Source, build};
use crate::{Item, ItemType, Method, Missing, Number, Questionnaire, Score, possible_range};

mod bands;

pub(super) fn check(questionnaire: &Questionnaire, report: &mut Report) {
    let all = questionnaire.scores.iter().enumerate();
    report.ids("score", all.clone().map(|(i, score)| (format!("/scores/{i}/id"), score.id.as_str())));
    let rules = Rules::of_questionnaire(questionnaire);
    for (index, score) in all {
        let pointer = format!("/scores/{index}");
        report.text(format!("{pointer}/title"), "title", &score.title);
        if questionnaire.item(&score.id).is_some() {
            let message = format!("A question and a score are both called `{}`.", score.id);
            report.add("FB0501", format!("{pointer}/id"), message, "Give the score another id.");
        }
        match score.method {
            Method::Formula => formula(questionnaire, score, &pointer, report),
            _ => items(questionnaire, score, &pointer, report),
        }
        weights(score, &pointer, report);
        reverse(questionnaire, &rules, score, &pointer, report);
        missing(questionnaire, score, &pointer, report);
        if rules.scores.len() == questionnaire.scores.len() && !rules.order.contains(&build::small(index)) {
            let message = format!("The score `{}` is made of itself, by way of other scores.", score.id);
            let mend = "Let each score be made of questions, or of scores that do not wait for it.";
            report.add("FB0525", pointer.clone(), message, mend);
        }
    }
    unsure(questionnaire, report);
    for (index, score) in questionnaire.scores.iter().enumerate() {
        let range = possible_range(questionnaire, score);
        bands::check(questionnaire, score, range, &format!("/scores/{index}"), report);
    }
}

/// Marks the scores whose range follows from something that is wrong itself: what is said of such a range would send
/// people the wrong way.
fn unsure(questionnaire: &Questionnaire, report: &mut Report) {
    const OF_SCORES: &[&str] = &["FB0501", "FB0502", "FB0507", "FB0508", "FB0522", "FB0524", "FB0525"];
    const OF_ITEMS: &[&str] = &["FB0501", "FB0515", "FB0516", "FB0528"];
    for (index, score) in questionnaire.scores.iter().enumerate() {
        let items = questionnaire.items.iter().enumerate();
        let sources = questionnaire.sources_of(score);
        let mut asked = items.filter(|(_, item)| sources.contains(&item.id));
        if report.has(&format!("/scores/{index}"), OF_SCORES)
            || asked.any(|(index, _)| report.has(&format!("/items/{index}"), OF_ITEMS))
        {
            report.unsure(&score.id);
        }
    }
    // And what is made of them.
    for _ in &questionnaire.scores {
        for score in &questionnaire.scores {
            if questionnaire.sources_of(score).iter().any(|id| report.is_unsure(id)) {
                report.unsure(&score.id);
            }
        }
    }
}

fn items(questionnaire: &Questionnaire, score: &Score, pointer: &str, report: &mut Report) {
    if score.formula.is_some() {
        let message = format!("The score `{}` has a formula, but another method.", score.id);
        let mend = "Write `method = \"formula\"`, or remove `formula`.";
        report.add("FB0522", format!("{pointer}/formula"), message, mend);
    }
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
        match questionnaire.item(id) {
            Some(item) => countable(questionnaire, item, &here, report),
            None if questionnaire.scores.iter().any(|other| other.id == *id) => {}
            None => {
                let message = format!("The score `{}` counts `{id}`, which does not exist.", score.id);
                let items = questionnaire.items.iter().filter(|item| has_points(item)).map(|item| &item.id);
                let scores = questionnaire.scores.iter().map(|other| &other.id).filter(|id| **id != score.id);
                let known: Vec<&str> = items.chain(scores).map(String::as_str).collect();
                report.add("FB0502", here, message, format!("Write one of {}.", known.join(", ")));
            }
        }
    }
}

/// Whether answers of this type can have points.
fn has_points(item: &Item) -> bool {
    !matches!(item.kind, ItemType::Text | ItemType::Date | ItemType::Info | ItemType::Group)
}

/// Whether every answer to a question has points.
fn countable(questionnaire: &Questionnaire, item: &Item, pointer: &str, report: &mut Report) {
    if !has_points(item) {
        let message = format!("`{}` counts, but its answer has no points.", item.id);
        report.add("FB0508", pointer, message, "Let the score count only choices, numbers and other scores.");
    }
    for option in questionnaire.options_of(item).iter().filter(|option| option.score.is_none()) {
        let message = format!("The answer \"{}\" to `{}` counts, but has no score.", option.label, item.id);
        let mend = "Add `score = 0` (or its number) to the response option.";
        report.add("FB0508", pointer, message, mend);
    }
    if item.other.as_ref().is_some_and(|other| other.score.is_none()) {
        let message = format!("An answer to `{}` in one's own words counts, but has no score.", item.id);
        report.add("FB0508", pointer, message, "Add `score = 0` (or its number) to `other`.");
    }
}

fn formula(questionnaire: &Questionnaire, score: &Score, pointer: &str, report: &mut Report) {
    let here = format!("{pointer}/formula");
    if !score.items.is_empty() {
        let message = format!("The score `{}` has both a formula and `items`.", score.id);
        report.add(
            "FB0522",
            format!("{pointer}/items"),
            message,
            "Remove `items`; the formula names the questions.",
        );
    }
    let Some(text) = &score.formula else {
        let mend = "Add `formula = \"q1 + q2\"`, or choose another method.";
        report.add("FB0524", pointer, format!("The score `{}` has no formula.", score.id), mend);
        return;
    };
    match build::compile(questionnaire, text) {
        Ok(_) if questionnaire.sources_of(score).is_empty() => {
            let message = format!("The formula of `{}` asks about no question and no score.", score.id);
            report.add("FB0507", here, message, "Name a question or a score in it.");
        }
        Ok(_) => {
            for item in questionnaire.sources_of(score).iter().filter_map(|id| questionnaire.item(id)) {
                countable(questionnaire, item, &here, report);
            }
        }
        Err(fault) => {
            let message =
                format!("In the formula of `{}`, column {}: {}", score.id, fault.column, fault.message);
            report.add("FB0524", here, message, fault.mend);
        }
    }
}

fn weights(score: &Score, pointer: &str, report: &mut Report) {
    let here = format!("{pointer}/weights");
    if score.method != Method::Weighted {
        if !score.weights.is_empty() {
            let message = "`weights` belong to the method `weighted` only.";
            report.add("FB0522", here, message, "Remove them, or write `method = \"weighted\"`.");
        }
        return;
    }
    if score.weights.len() != score.items.len() {
        let message = format!(
            "The score `{}` has {} items and {} weights.",
            score.id,
            score.items.len(),
            score.weights.len()
        );
        report.add("FB0522", here, message, "Write one weight for each of `items`, in their order.");
    }
}

fn reverse(questionnaire: &Questionnaire, rules: &Rules, score: &Score, pointer: &str, report: &mut Report) {
    for (place, id) in score.reverse.iter().enumerate() {
        let here = format!("{pointer}/reverse/{place}");
        if !score.items.contains(id) {
            let message = format!("`{id}` is reversed, but is not one of the `items` of `{}`.", score.id);
            report.add("FB0502", here, message, format!("Write one of {}.", score.items.join(", ")));
            continue;
        }
        let slots = layout::slots(questionnaire);
        let found = slots.iter().position(|slot| questionnaire.items[slot.item].id == *id);
        if found.and_then(|place| build::ends(rules, Source::Item(build::small(place)))).is_none() {
            let message = format!("`{id}` cannot be reversed: its lowest and highest points are not known.");
            report.add("FB0522", here, message, "Reverse only questions; give a number `min` and `max`.");
        }
    }
}

fn missing(questionnaire: &Questionnaire, score: &Score, pointer: &str, report: &mut Report) {
    let count = questionnaire.sources_of(score).len();
    let mut fault = |key: &str, message: String, mend: &str| {
        report.add("FB0518", format!("{pointer}/{key}"), message, mend);
    };
    match (score.missing, score.max_missing) {
        (Missing::Prorate, None | Some(0)) => {
            let message =
                format!("The score `{}` is prorated, but no number of missing answers is allowed.", score.id);
            fault("missing", message, "Add `max_missing = 1` (or the published number).");
        }
        (Missing::Prorate, Some(most)) if usize::from(most) >= count => {
            let message = format!("The score `{}` could stand with no answer at all.", score.id);
            fault("max_missing", message, "Set `max_missing` below the number of questions.");
        }
        (Missing::Prorate, _) if score.method == Method::Formula => {
            let message = format!("The score `{}` has a formula, which cannot be prorated.", score.id);
            fault(
                "missing",
                message,
                "Write `require` or `minimum`, or a score of its own for what is prorated.",
            );
        }
        (Missing::Require, Some(_)) => {
            let message =
                format!("The score `{}` needs every answer, so `max_missing` means nothing.", score.id);
            fault("max_missing", message, "Remove `max_missing`, or write `missing = \"prorate\"`.");
        }
        (Missing::Minimum, Some(_)) => {
            let message =
                format!("The score `{}` has a minimum of answers, so `max_missing` means nothing.", score.id);
            fault("max_missing", message, "Remove `max_missing`, or write `missing = \"prorate\"`.");
        }
        _ => {}
    }
    match (score.missing, score.min_answered) {
        (Missing::Minimum, None | Some(0)) => {
            let message = format!("The score `{}` does not say how many answers it needs.", score.id);
            fault("missing", message, "Add `min_answered = 3` (or the published number).");
        }
        (Missing::Minimum, Some(least)) if usize::from(least) > count => {
            let message = format!("The score `{}` needs {least} answers, but is made of {count}.", score.id);
            fault("min_answered", message, "Set `min_answered` to the number of questions or below.");
        }
        (Missing::Require | Missing::Prorate, Some(_)) => {
            let message = format!("`min_answered` means nothing in the score `{}`.", score.id);
            fault("min_answered", message, "Remove it, or write `missing = \"minimum\"`.");
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
