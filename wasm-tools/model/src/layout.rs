//! The questions as they stand on the page: groups around them, and every entry of a repeating group.

use crate::prelude::*;
use crate::{Item, ItemType, Questionnaire};

/// The most entries of a repeating group.
pub(crate) const MOST_ENTRIES: u16 = 20;

/// One place on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Slot {
    /// The question, by its place in the definition.
    pub(crate) item: usize,
    /// Which entry of the repeating group around it, from 1.
    pub(crate) entry: u16,
    /// The group around it, by its place among the slots.
    pub(crate) parent: Option<usize>,
    /// The repeating group that it belongs to, or is itself, by its place in the definition.
    pub(crate) repeating: Option<usize>,
}

impl Slot {
    /// The id: the question's own; from the second entry on with the entry's number, as in `medicine.2`.
    pub(crate) fn id(&self, questionnaire: &Questionnaire) -> String {
        let id = &questionnaire.items[self.item].id;
        if self.entry < 2 { id.clone() } else { format!("{id}.{}", self.entry) }
    }

    /// Whether it is a later entry of a repeating group, which is there only once something is in it.
    pub(crate) fn is_extra(&self) -> bool {
        self.entry > 1 && self.repeating == Some(self.item)
    }
}

impl Item {
    /// Whether it is a question at all, not a text or a heading.
    pub fn takes_an_answer(&self) -> bool {
        !matches!(self.kind, ItemType::Info | ItemType::Group)
    }

    /// Whether the answer is one or more of some options.
    pub fn takes_options(&self) -> bool {
        matches!(self.kind, ItemType::Choice | ItemType::MultiChoice | ItemType::OpenChoice | ItemType::YesNo)
    }

    /// Whether the answer is a number.
    pub fn takes_a_number(&self) -> bool {
        matches!(self.kind, ItemType::Integer | ItemType::Decimal | ItemType::Scale)
    }
}

/// For each question the group that holds it, by place. A question that names no group, or one that it does
/// not follow, stands by itself.
pub(crate) fn parents(questionnaire: &Questionnaire) -> Vec<Option<usize>> {
    let mut open: Vec<usize> = Vec::new();
    let mut all = Vec::with_capacity(questionnaire.items.len());
    for (place, item) in questionnaire.items.iter().enumerate() {
        let wanted = item.within.as_deref();
        let depth = open.iter().rposition(|group| wanted == Some(questionnaire.items[*group].id.as_str()));
        open.truncate(depth.map_or(0, |depth| depth + 1));
        all.push(open.last().copied());
        if item.kind == ItemType::Group {
            open.push(place);
        }
    }
    all
}

/// Every place on the page, in order.
pub(crate) fn slots(questionnaire: &Questionnaire) -> Vec<Slot> {
    let parents = parents(questionnaire);
    let is_below = |place: usize, group: usize| {
        let above = |at: &usize| parents.get(*at).copied().flatten();
        core::iter::successors(above(&place), above).any(|at| at == group)
    };
    let mut slots: Vec<Slot> = Vec::new();
    let mut latest: Vec<usize> = vec![0; parents.len()];
    let mut place = 0;
    while let Some(item) = questionnaire.items.get(place) {
        let repeats = if item.kind == ItemType::Group { item.repeats } else { None };
        let end = match repeats {
            Some(_) => (place + 1..parents.len()).find(|at| !is_below(*at, place)).unwrap_or(parents.len()),
            None => place + 1,
        };
        for entry in 1..=repeats.unwrap_or(1).clamp(1, MOST_ENTRIES) {
            for at in place..end {
                latest[at] = slots.len();
                let parent = parents[at].map(|group| latest[group]);
                slots.push(Slot { item: at, entry, parent, repeating: repeats.map(|_| place) });
            }
        }
        place = end;
    }
    slots
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_follow_each_other_with_their_own_groups() {
        let text = include_str!("../tests/kinds.toml");
        let Ok(crate::Tool::Questionnaire(questionnaire)) = toml::from_str(text) else { panic!("a tool") };
        let slots = slots(&questionnaire);
        let ids: Vec<String> = slots.iter().map(|slot| slot.id(&questionnaire)).collect();
        let first = ids.iter().position(|id| id == "medicine").expect("the group");
        assert_eq!(
            ids[first..first + 9],
            [
                "medicine",
                "name",
                "times",
                "medicine.2",
                "name.2",
                "times.2",
                "medicine.3",
                "name.3",
                "times.3"
            ]
        );
        assert_eq!(slots[first + 4].parent, Some(first + 3));
        assert!(slots[first + 3].is_extra() && !slots[first].is_extra() && !slots[first + 4].is_extra());
    }
}
