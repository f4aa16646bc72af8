//! What is at hand before the phrase: put there, renewed and taken back. It never decides over the vault, and whatever
//! is wrong with it leaves the vault as it is.

use alloc::string::String;
use alloc::vec::Vec;

use super::{Keeper, Note, Put, Step};
use crate::slots::{self, AT_HAND, Slots};
use crate::{Contents, Record, at_hand};

/// What a person wants of it.
pub(super) enum Wish {
    /// The steps of a record, under its id. `is_asked`: by a press; otherwise they follow the plan.
    Show { steps: Record, is_asked: bool },
    /// No more steps of this tool; of no name: of none.
    Hide(String),
}

impl Wish {
    /// What there is to say if it could not be done.
    pub(super) fn failed(&self) -> Note {
        match self {
            Wish::Show { is_asked: true, .. } => Note::StepsNotShown,
            Wish::Show { .. } => Note::StepsOlder,
            Wish::Hide(_) => Note::StepsStay,
        }
    }

    fn holds(&self, at_hand: &[Record]) -> bool {
        match self {
            Wish::Show { steps, .. } => {
                at_hand.iter().any(|one| one.id == steps.id && one.body == steps.body)
            }
            Wish::Hide(tool) if tool.is_empty() => at_hand.is_empty(),
            Wish::Hide(tool) => at_hand.iter().all(|one| one.tool != *tool),
        }
    }
}

impl Keeper {
    /// What is at hand before the phrase: for each tool at most one record, under the id of the one that it was made of.
    pub fn at_hand(&self) -> &[Record] {
        self.at_hand.as_ref().map_or(&[], |found| &found.records)
    }

    /// Whether something stands in that place which cannot be read.
    pub fn is_at_hand_strange(&self) -> bool {
        self.at_hand.is_none()
    }

    /// The newest open record of a tool.
    pub fn newest(&self, tool: &str) -> Option<&Record> {
        self.contents.newest(tool)
    }

    /// The open record that should be at hand in place of the one that is: a newer one has been saved since.
    pub fn lags(&self, tool: &str) -> Option<&Record> {
        let shown = self.at_hand().iter().find(|one| one.tool == tool)?;
        // After damage the open records may be older than what is at hand, which then stays; until the next save.
        let follows = self.note == Some(Note::Saved) || self.contents.find(shown.id).is_some();
        self.newest(tool).filter(|newest| newest.id != shown.id && follows && self.ring.is_some())
    }

    /// Puts the steps of an open record at hand, under its id, or renews them.
    pub fn show(&mut self, steps: Record, is_asked: bool) {
        if !self.is_busy() && self.ring.is_some() {
            self.step = Step::Steps(Wish::Show { steps, is_asked });
        }
    }

    /// Takes back what is at hand of a tool, or, without a name, all of it. Needs no phrase.
    pub fn hide(&mut self, tool: &str) {
        if !self.is_busy() {
            self.step = Step::Steps(Wish::Hide(tool.into()));
        }
    }

    pub(super) fn look_at_hand(&mut self, slots: &Slots) {
        self.at_hand = found(slots);
    }

    pub(super) fn has_at_hand(&self, id: u64) -> bool {
        self.at_hand().iter().any(|one| one.id == id)
    }

    /// What a wish makes of what is at hand now.
    pub(super) fn plan_steps(&mut self, slots: &Slots, wish: Wish) -> Option<Put> {
        let put = match &wish {
            Wish::Show { steps, .. } => {
                // Another page may have removed or erased it since.
                let opened = slots::open(slots, self.ring.as_ref()?).ok();
                if opened.is_none_or(|opened| opened.contents.find(steps.id).is_none()) {
                    self.note = Some(wish.failed());
                    return None;
                }
                self.put_at_hand(slots, &|one| one.tool == steps.tool, Some(steps))
            }
            Wish::Hide(tool) => self.put_at_hand(slots, &|one| tool.is_empty() || one.tool == *tool, None),
        };
        self.wished = Some(wish);
        Some(put)
    }

    /// For the removal of a record: what is at hand without it, if it is there.
    pub(super) fn without_steps_of(&self, slots: &Slots, id: u64) -> Option<Put> {
        found(slots)?.find(id)?;
        Some(self.put_at_hand(slots, &|one| one.id == id, None))
    }

    /// Whether what could not be done was about what is at hand. Then it is told, and nothing else has changed.
    pub(super) fn have_steps_failed(&mut self, step: &Step) -> bool {
        self.also = None;
        let wished = self.wished.take();
        let failed = match step {
            Step::Steps(wish) | Step::StepsCheck(wish) => Some(wish.failed()),
            _ => wished.map(|wish| wish.failed()),
        };
        self.note = failed.or(self.note);
        failed.is_some()
    }

    fn put_at_hand(&self, slots: &Slots, goes: &dyn Fn(&Record) -> bool, comes: Option<&Record>) -> Put {
        let mut contents = found(slots).unwrap_or_default();
        contents.records.retain(|one| !goes(one));
        contents.records.extend(comes.cloned());
        let is_empty = contents.records.is_empty();
        let bytes = if is_empty { Vec::new() } else { at_hand::write(&contents, self.random) };
        Put { slot: AT_HAND, bytes }
    }

    pub(super) fn check_steps(&mut self, wish: &Wish) {
        // What cannot be read is still there.
        let holds = self.at_hand.as_ref().is_some_and(|found| wish.holds(&found.records));
        match wish {
            _ if !holds => self.note = Some(wish.failed()),
            Wish::Show { is_asked: true, .. } => self.note = Some(Note::StepsShown),
            Wish::Show { .. } => {}
            Wish::Hide(_) => self.note = Some(Note::StepsHidden),
        }
    }
}

fn found(slots: &Slots) -> Option<Contents> {
    slots[AT_HAND].as_deref().map_or_else(|| Some(Contents::default()), at_hand::read)
}
