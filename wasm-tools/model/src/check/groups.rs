//! Groups: that each question stands in the group that it names, and that groups have something in them.

use super::Report;
use crate::prelude::*;
use crate::{Item, ItemType, Questionnaire, layout};

/// More places than this on one page are surely not meant, and would make it heavy.
const MOST_PLACES: usize = 1000;

pub(super) fn check(questionnaire: &Questionnaire, report: &mut Report) {
    let parents = layout::parents(questionnaire);
    for (index, item) in questionnaire.items.iter().enumerate() {
        let pointer = format!("/items/{index}");
        if let Some(group) = &item.within {
            within(questionnaire, item, group, parents.get(index).copied().flatten(), &pointer, report);
        }
        if item.kind != ItemType::Group {
            continue;
        }
        if !parents.contains(&Some(index)) {
            let message = format!("The group `{}` holds no questions.", item.id);
            let mend =
                format!("Write `within = \"{}\"` in the questions right after it, or remove it.", item.id);
            report.add("FB0529", format!("{pointer}/id"), message, mend);
        }
        let above = |at: &usize| parents.get(*at).copied().flatten();
        let repeats = |at: usize| questionnaire.items[at].repeats.is_some();
        if item.repeats.is_some() && core::iter::successors(above(&index), above).any(repeats) {
            let message = format!("The repeating group `{}` stands in another repeating group.", item.id);
            report.add("FB0529", format!("{pointer}/repeats"), message, "Let only one of the two repeat.");
        }
    }
    let places = layout::slots(questionnaire).len();
    if places > MOST_PLACES {
        let message =
            format!("With all entries of its groups it has {places} questions; {MOST_PLACES} is the most.");
        report.add("FB0529", "/items", message, "Split it, or let groups repeat fewer times.");
    }
}

fn within(
    questionnaire: &Questionnaire,
    item: &Item,
    group: &str,
    parent: Option<usize>,
    pointer: &str,
    report: &mut Report,
) {
    if parent.is_some_and(|parent| questionnaire.items[parent].id == group) {
        return;
    }
    let pointer = format!("{pointer}/within");
    match questionnaire.item(group) {
        Some(other) if other.kind == ItemType::Group => {
            let message =
                format!("`{}` is within the group `{group}`, but does not stand below it.", item.id);
            let mend =
                format!("Put it after `{group}` and before the next question that is not in that group.");
            report.add("FB0529", pointer, message, mend);
        }
        found => {
            let groups = questionnaire.items.iter().filter(|item| item.kind == ItemType::Group);
            let names: Vec<&str> = groups.map(|group| group.id.as_str()).collect();
            let what = if found.is_some() { "is not a group" } else { "does not exist" };
            let mend = match names.as_slice() {
                [] => "Add an item with `type = \"group\"` before it.".to_owned(),
                names => format!("Write one of {}.", names.join(", ")),
            };
            report.add("FB0502", pointer, format!("`{}` is within `{group}`, which {what}.", item.id), mend);
        }
    }
}
