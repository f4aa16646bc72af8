//! Questions, their options, their ranges, and their risk answers.

use crate::prelude::*;
use alloc::collections::BTreeSet;

use super::Report;
use crate::grid::Grid;
use crate::layout;
use crate::rules::{Rules, Source, build};
use crate::{Item, ItemType, Number, Questionnaire, ResponseOption};

pub(super) fn check(questionnaire: &Questionnaire, report: &mut Report) {
    let all = questionnaire.items.iter().enumerate();
    report.ids("question", all.clone().map(|(i, item)| (format!("/items/{i}/id"), item.id.as_str())));
    if !questionnaire.items.iter().any(Item::takes_an_answer) {
        let mend = "Add at least one `[[items]]` with `id` and `text`.";
        report.add("FB0515", "/items", "The questionnaire has no questions.", mend);
    }
    options("/options", &questionnaire.options, report);
    for (index, item) in all {
        let pointer = format!("/items/{index}");
        report.text(format!("{pointer}/text"), "text", &item.text);
        options(&format!("{pointer}/options"), &item.options, report);
        if item.takes_options() && item.kind != ItemType::YesNo && questionnaire.options_of(item).is_empty() {
            let message = format!("The question `{}` has no response options.", item.id);
            let mend = "Add `[[items.options]]` to it, or `[[options]]` for all questions, with `value` and `label`.";
            report.add("FB0515", pointer.clone(), message, mend);
        }
        keys(questionnaire, item, &pointer, report);
        numbers(item, &pointer, report);
        risk(questionnaire, item, &pointer, report);
    }
}

fn options(pointer: &str, options: &[ResponseOption], report: &mut Report) {
    let (mut values, mut labels, mut known) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for (index, option) in options.iter().enumerate() {
        report.text(format!("{pointer}/{index}/value"), "value", option.value.as_str());
        report.text(format!("{pointer}/{index}/label"), "label", &option.label);
        if !values.insert(option.value.as_str().to_lowercase()) {
            let message = format!("Two response options have the value `{}`.", option.value);
            report.add("FB0516", format!("{pointer}/{index}/value"), message, "Give one another value.");
        }
        if !labels.insert(option.label.trim().to_lowercase()) {
            let message = format!("Two response options are called \"{}\".", option.label);
            report.add("FB0516", format!("{pointer}/{index}/label"), message, "Give one another label.");
        }
        // A response taken away names its answers by their codes: the wrong one would come back.
        if let Some(code) = &option.code
            && !known.insert(code)
        {
            let message = format!("Two response options have the LOINC code `{code}`.");
            let mend = "Correct the wrong one, or remove it.";
            report.add("FB0516", format!("{pointer}/{index}/code"), message, mend);
        }
    }
}

/// Keys that mean nothing in a question of this type would be passed over in silence.
fn keys(questionnaire: &Questionnaire, item: &Item, pointer: &str, report: &mut Report) {
    let number = item.takes_a_number();
    let scale = item.kind == ItemType::Scale;
    let exclusive = questionnaire.options_of(item).iter().any(|option| option.exclusive);
    for (key, given, fits, types) in [
        ("options", !item.options.is_empty(), item.takes_options(), "choices"),
        ("min", item.min.is_some(), number, "`integer`, `decimal` and `scale`"),
        ("max", item.max.is_some(), number, "`integer`, `decimal` and `scale`"),
        ("unit", item.unit.is_some(), number, "`integer`, `decimal` and `scale`"),
        ("step", item.step.is_some(), scale, "`scale`"),
        ("low", item.low.is_some(), scale, "`scale`"),
        ("high", item.high.is_some(), scale, "`scale`"),
        ("other", item.other.is_some(), item.kind == ItemType::OpenChoice, "`open-choice`"),
        ("repeats", item.repeats.is_some(), item.kind == ItemType::Group, "`group`"),
        ("required", item.required.is_some(), item.takes_an_answer(), "questions"),
        ("risk", item.risk.is_some(), item.takes_an_answer(), "questions"),
        (
            "options",
            exclusive,
            item.kind == ItemType::MultiChoice,
            "`multi-choice`, where an option is `exclusive`",
        ),
    ] {
        if given && !fits {
            let message = format!("`{key}` belongs to {types}, but `{}` is of another type.", item.id);
            report.add("FB0528", format!("{pointer}/{key}"), message, "Remove it, or change `type`.");
        }
    }
    if item.repeats.is_some_and(|repeats| !(2..=layout::MOST_ENTRIES).contains(&repeats)) {
        let message = format!("The group `{}` cannot repeat that often.", item.id);
        let mend = format!("Write a number from 2 to {}.", layout::MOST_ENTRIES);
        report.add("FB0528", format!("{pointer}/repeats"), message, mend);
    }
    if item.kind == ItemType::OpenChoice {
        match &item.other {
            Some(other) => report.text(format!("{pointer}/other/label"), "label", &other.label),
            None => {
                let message =
                    format!("The open choice `{}` has no field for an answer in one's own words.", item.id);
                report.add("FB0528", pointer, message, "Add `other = { label = \"Something else\" }`.");
            }
        }
    }
}

fn numbers(item: &Item, pointer: &str, report: &mut Report) {
    if !item.takes_a_number() {
        return;
    }
    if let (Some(min), Some(max)) = (item.min, item.max)
        && min >= max
    {
        let message = format!("The answers to `{}` begin at {min} and end at {max}.", item.id);
        report.add("FB0528", format!("{pointer}/max"), message, "Let `max` be larger than `min`.");
        return;
    }
    let fraction = |number: &Option<Number>| number.is_some_and(|number| number.hundredths() % 100 != 0);
    if item.kind == ItemType::Integer && (fraction(&item.min) || fraction(&item.max)) {
        let message = format!("The answers to `{}` are whole numbers, but `min` or `max` is not.", item.id);
        report.add("FB0528", pointer, message, "Write whole numbers, or `type = \"decimal\"`.");
    }
    if item.kind != ItemType::Scale {
        return;
    }
    let (Some(_), Some(max)) = (item.min, item.max) else {
        let message = format!("The scale `{}` has no two ends.", item.id);
        report.add(
            "FB0528",
            pointer,
            message,
            "Write `min` and `max`, for example `min = 0` and `max = 10`.",
        );
        return;
    };
    if item.step.is_some_and(|step| step <= Number::ZERO) || !Grid::of(item).holds(max) {
        let message = format!("The steps of the scale `{}` do not lead from `min` to `max`.", item.id);
        report.add(
            "FB0528",
            format!("{pointer}/step"),
            message,
            "Write a step above zero that divides the scale evenly.",
        );
    }
    for (key, text) in [("low", &item.low), ("high", &item.high)] {
        if text.as_deref().is_none_or(|text| text.trim().is_empty()) {
            let message = format!("The scale `{}` does not say what its ends mean.", item.id);
            report.add("FB0528", pointer, message, format!("Write the words of that end in `{key}`."));
        }
    }
}

fn risk(questionnaire: &Questionnaire, item: &Item, pointer: &str, report: &mut Report) {
    let Some(risk) = &item.risk else { return };
    if !questionnaire.responses.iter().any(|response| response.id == risk.response) {
        let message = format!("The risk answer of `{}` shows no response.", item.id);
        let mend = format!(
            "Add `[[responses]]` with `id = \"{}\"`, `title` and `text`: what a frightened person can do now.",
            risk.response
        );
        report.add("FB0509", format!("{pointer}/risk/response"), message, mend);
    }
    let rules = Rules::of_questionnaire(questionnaire);
    let place = rules.items.iter().position(|rule| rule.id == item.id);
    let highest =
        place.and_then(|place| build::ends(&rules, Source::Item(build::small(place)))).map(|ends| ends.1);
    // A number without an upper end can reach anything.
    let unbounded = item.takes_a_number() && item.max.is_none();
    // One without answers is told as that.
    let empty =
        item.takes_options() && item.kind != ItemType::YesNo && questionnaire.options_of(item).is_empty();
    if !unbounded && !empty && highest.is_none_or(|highest| highest < risk.at_least) {
        let message = format!("No answer to `{}` has a score of {} or more.", item.id, risk.at_least);
        let mend = "Set `at_least` to the score of the lowest answer that needs help, for example 1, or give that answer its `score`.";
        report.add("FB0509", format!("{pointer}/risk/at_least"), message, mend);
    }
}
