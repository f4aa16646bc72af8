//! Questions, their options, their conditions and their risk answers.

use crate::prelude::*;
use alloc::collections::BTreeSet;

use super::Report;
use crate::rules::{holds, holds_unanswered};
use crate::{Item, Number, Operator, Questionnaire, ResponseOption};

pub(super) fn check(questionnaire: &Questionnaire, report: &mut Report) {
    let all = questionnaire.items.iter().enumerate();
    report.ids("question", all.clone().map(|(i, item)| (format!("/items/{i}/id"), item.id.as_str())));
    if questionnaire.items.is_empty() {
        let mend = "Add at least one `[[items]]` with `id` and `text`.";
        report.add("FB0515", "/items", "The questionnaire has no questions.", mend);
    }
    options("/options", &questionnaire.options, report);
    for (index, item) in all {
        let pointer = format!("/items/{index}");
        report.text(format!("{pointer}/text"), "text", &item.text);
        options(&format!("{pointer}/options"), &item.options, report);
        if questionnaire.options_of(item).is_empty() {
            let message = format!("The question `{}` has no response options.", item.id);
            let mend = "Add `[[items.options]]` to it, or `[[options]]` for all questions, with `value` and `label`.";
            report.add("FB0515", pointer.clone(), message, mend);
        }
        risk(questionnaire, item, &pointer, report);
        conditions(questionnaire, item, &pointer, report);
    }
    circles(questionnaire, report);
}

fn options(pointer: &str, options: &[ResponseOption], report: &mut Report) {
    let (mut values, mut labels) = (BTreeSet::new(), BTreeSet::new());
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
    let highest: Option<Number> = questionnaire.options_of(item).iter().filter_map(|o| o.score).max();
    if highest.is_none_or(|highest| highest < risk.at_least) {
        let message = format!("No answer to `{}` has a score of {} or more.", item.id, risk.at_least);
        let mend = "Set `at_least` to the score of the lowest answer that needs help, for example 1.";
        report.add("FB0509", format!("{pointer}/risk/at_least"), message, mend);
    }
}

fn conditions(questionnaire: &Questionnaire, item: &Item, pointer: &str, report: &mut Report) {
    let Some(when) = &item.enabled_when else { return };
    let pointer = format!("{pointer}/enabled_when/conditions");
    if when.conditions.is_empty() {
        let message = format!("The question `{}` is shown on conditions, but none is given.", item.id);
        report.add("FB0517", pointer.clone(), message, "Add a condition, or remove `enabled_when`.");
    }
    for (index, condition) in when.conditions.iter().enumerate() {
        let place = format!("{pointer}/{index}");
        let Some(other) = questionnaire.item(&condition.item) else {
            let message = format!("The condition asks about `{}`, which does not exist.", condition.item);
            let mend = format!("Write one of {}.", ids(questionnaire));
            report.add("FB0502", format!("{place}/item"), message, mend);
            continue;
        };
        let options = questionnaire.options_of(other);
        let names: Vec<&str> = options.iter().map(|option| option.value.as_str()).collect();
        let known = names.contains(&condition.answer.as_str());
        let message = format!("No answer to `{}` is `{}`.", other.id, condition.answer);
        match condition.operator {
            Operator::Equal | Operator::NotEqual if !known => {
                let mend = format!("Write one of {}.", names.join(", "));
                report.add("FB0517", format!("{place}/answer"), message, mend);
            }
            Operator::Exists if !matches!(condition.answer.as_str(), "true" | "false") => {
                let mend = "Write `answer = true` for answered or `answer = false` for not answered.";
                let message = "The condition `exists` asks only whether there is an answer.";
                report.add("FB0517", format!("{place}/answer"), message, mend);
            }
            _ => {
                let always = holds_unanswered(condition);
                let same = options.iter().all(|option| holds(condition, option) == always);
                if same {
                    let message = format!("This condition on `{}` never changes with its answer.", other.id);
                    let mend = format!("Compare with one of its values: {}.", names.join(", "));
                    report.add("FB0517", format!("{place}/answer"), message, mend);
                }
            }
        }
    }
}

fn ids(questionnaire: &Questionnaire) -> String {
    questionnaire.items.iter().map(|item| item.id.as_str()).collect::<Vec<_>>().join(", ")
}

/// Reports each question that, by way of its conditions, waits for itself.
fn circles(questionnaire: &Questionnaire, report: &mut Report) {
    let gates = |id: &str| {
        let when = questionnaire.item(id).and_then(|item| item.enabled_when.as_ref());
        when.into_iter().flat_map(|when| when.conditions.iter().map(|condition| condition.item.as_str()))
    };
    for (index, item) in questionnaire.items.iter().enumerate() {
        let mut reached = BTreeSet::new();
        let mut pending: Vec<&str> = gates(&item.id).collect();
        while let Some(id) = pending.pop() {
            if reached.insert(id) {
                pending.extend(gates(id));
            }
        }
        if reached.contains(item.id.as_str()) {
            let message = format!("The question `{}` can be shown only after its own answer.", item.id);
            let mend = "Let its conditions ask only about questions that do not wait for it.";
            report.add("FB0503", format!("/items/{index}/enabled_when"), message, mend);
        }
    }
}
