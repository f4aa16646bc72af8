//! Conditions: that they ask about something that can answer them, and never in a circle.

use crate::prelude::*;
use alloc::collections::BTreeSet;

use super::Report;
use super::reach::candidates_of_one;
use crate::date::is_date;
use crate::grid::Grid;
use crate::rules::condition::{holds_unanswered, passes};
use crate::rules::{Rules, TestRule};
use crate::{Condition, Item, ItemType, Number, Operator, Questionnaire, layout};

pub(super) fn check(questionnaire: &Questionnaire, report: &mut Report) {
    // Made once: for each question anew, it would take minutes with a thousand of them.
    let rules = Rules::of_questionnaire(questionnaire);
    for (index, item) in questionnaire.items.iter().enumerate() {
        let Some(when) = &item.enabled_when else { continue };
        let pointer = format!("/items/{index}/enabled_when/conditions");
        if when.conditions.is_empty() {
            let message = format!("The question `{}` is shown on conditions, but none is given.", item.id);
            report.add("FB0517", pointer.clone(), message, "Add a condition, or remove `enabled_when`.");
        }
        each((questionnaire, &rules), &when.conditions, Some(item), &pointer, report);
    }
    circles(questionnaire, report);
}

/// Checks conditions one by one, of a question or of a risk rule.
pub(super) fn each(
    (questionnaire, rules): (&Questionnaire, &Rules),
    conditions: &[Condition],
    of: Option<&Item>,
    pointer: &str,
    report: &mut Report,
) {
    for (index, condition) in conditions.iter().enumerate() {
        let place = format!("{pointer}/{index}");
        let found = questionnaire.item(&condition.item);
        let Some(other) = found.filter(|other| other.takes_an_answer()) else {
            let what = if found.is_some() { "takes no answer" } else { "does not exist" };
            let message = format!("The condition asks about `{}`, which {what}.", condition.item);
            report.add(
                "FB0502",
                format!("{place}/item"),
                message,
                format!("Write one of {}.", ids(questionnaire)),
            );
            continue;
        };
        if of.is_some_and(|item| item.id == other.id) {
            // A circle of one is reported with the others.
            continue;
        }
        one(questionnaire, rules, other, condition, &format!("{place}/answer"), report);
    }
}

fn one(
    questionnaire: &Questionnaire,
    rules: &Rules,
    other: &Item,
    condition: &Condition,
    pointer: &str,
    report: &mut Report,
) {
    let has_options = matches!(other.kind, ItemType::Choice | ItemType::MultiChoice | ItemType::OpenChoice);
    if has_options && questionnaire.options_of(other).is_empty() {
        // It has no answers at all, which is told with it.
        return;
    }
    let wanted = condition.answer.as_str();
    if condition.operator == Operator::Exists {
        if !matches!(wanted, "true" | "false") {
            let mend = "Write `answer = true` for answered or `answer = false` for not answered.";
            let message = "The condition `exists` asks only whether there is an answer.";
            report.add("FB0517", pointer, message, mend);
        }
        return;
    }
    let equality = matches!(condition.operator, Operator::Equal | Operator::NotEqual);
    let takes = match other.kind {
        ItemType::Integer | ItemType::Decimal | ItemType::Scale => {
            let fits = Number::parse(wanted).is_some_and(|number| !equality || Grid::of(other).holds(number));
            if fits { None } else { Some(Grid::of(other).in_words()) }
        }
        ItemType::Date if !is_date(wanted) => Some("a day as year-month-day".to_owned()),
        ItemType::Text if !equality => Some("a text, which can only be the same or not".to_owned()),
        ItemType::YesNo if questionnaire.options_of(other).is_empty() => {
            let known = matches!(wanted, "yes" | "no" | "true" | "false");
            if known && equality { None } else { Some("`yes` or `no`".to_owned()) }
        }
        kind if other.takes_options() => {
            let options = questionnaire.options_of(other);
            let known = options.iter().any(|option| option.value.as_str() == wanted)
                || (kind == ItemType::YesNo && matches!(wanted, "true" | "false"));
            let names: Vec<&str> = options.iter().map(|option| option.value.as_str()).collect();
            if known || !equality { None } else { Some(names.join(", ")) }
        }
        _ => None,
    };
    if let Some(takes) = takes {
        let message = format!("No answer to `{}` is `{wanted}`.", other.id);
        report.add("FB0517", pointer, message, format!("Write one that it takes: {takes}."));
        return;
    }
    let Some(place) =
        layout::slots(questionnaire).iter().position(|slot| questionnaire.items[slot.item].id == other.id)
    else {
        return;
    };
    let Some(rule) = rules.items.get(place) else { return };
    let test = TestRule {
        items: Vec::new(),
        unanswered: holds_unanswered(condition),
        every: condition.operator == Operator::NotEqual,
        passes: passes(rules, &rule.answer, condition),
    };
    if let Some(answers) = candidates_of_one(rules, &rule.answer, &test)
        && answers.iter().all(|answer| answer.holds(&test) == test.unanswered)
    {
        let message = format!("This condition on `{}` never changes with its answer.", other.id);
        report.add(
            "FB0517",
            pointer,
            message,
            "Compare with a value that some answers reach and others do not.",
        );
    }
}

fn ids(questionnaire: &Questionnaire) -> String {
    let asked = questionnaire.items.iter().filter(|item| item.takes_an_answer());
    asked.map(|item| item.id.as_str()).collect::<Vec<_>>().join(", ")
}

/// Reports each question that, by way of its conditions or of its group's, waits for itself.
fn circles(questionnaire: &Questionnaire, report: &mut Report) {
    let parents = layout::parents(questionnaire);
    let place_of = |id: &str| questionnaire.items.iter().position(|item| item.id == id);
    let gates: Vec<Vec<usize>> = questionnaire
        .items
        .iter()
        .zip(&parents)
        .map(|(item, parent)| {
            let when = item.enabled_when.iter().flat_map(|when| when.conditions.iter());
            when.filter_map(|condition| place_of(&condition.item)).chain(*parent).collect()
        })
        .collect();
    for (index, item) in questionnaire.items.iter().enumerate() {
        let mut reached = BTreeSet::new();
        let mut pending = gates[index].clone();
        while let Some(place) = pending.pop() {
            if reached.insert(place) {
                pending.extend(&gates[place]);
            }
        }
        if item.enabled_when.is_some() && reached.contains(&index) {
            let message = format!("The question `{}` can be shown only after its own answer.", item.id);
            let mend = "Let its conditions ask only about questions that do not wait for it.";
            report.add("FB0503", format!("/items/{index}/enabled_when"), message, mend);
        }
    }
}
