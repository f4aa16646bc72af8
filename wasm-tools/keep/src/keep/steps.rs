//! What of the kept things may be read before the phrase: the choice, following what is kept, and taking it back.

use alloc::vec::Vec;
use core::mem;

use footbridge_vault::{Record, State};

use super::{Keep, Mode};
use crate::rows;

impl Keep {
    /// What may be read of this page's tool although it is not open.
    pub(crate) fn at_hand(&self) -> Option<Vec<u8>> {
        self.own_at_hand().filter(|_| !self.is_unlocked()).map(|record| self.as_past(record))
    }

    /// What of this page's tool stands before the phrase.
    pub(super) fn own_at_hand(&self) -> Option<&Record> {
        self.keeper.at_hand().iter().find(|record| record.tool == self.tool)
    }

    /// The body whose steps are wanted of the tool: by a press, or because something newer was kept than what stands
    /// before the phrase. Once: should that fail, it is said, and tried again at the next press.
    pub(crate) fn source(&mut self) -> Option<Vec<u8>> {
        if self.follows.is_none() && !mem::replace(&mut self.has_followed, true) {
            self.follows = self.keeper.lags(&self.tool).cloned().map(|newest| (newest, false));
        }
        self.follows.as_ref().map(|(record, _)| record.body.clone())
    }

    /// What the tool made of the source.
    pub(crate) fn follow(&mut self, steps: Option<Vec<u8>>) {
        self.has_followed = true;
        if let (Some((mut record, is_asked)), Some(steps)) = (self.follows.take(), steps) {
            record.body = steps;
            self.keeper.show(record, is_asked);
            self.news = "changed".into();
        }
    }

    /// Whether the button that chooses stands here: beside what is kept of the tool, while it is open.
    pub(super) fn can_choose_steps(&self) -> bool {
        self.is_unlocked() && !self.is_file && !self.tool.is_empty() && self.own().next().is_some()
    }

    /// What may be read before the phrase: the choice itself, or else what stands there and the way to take it back.
    pub(super) fn show_steps(&self) {
        let can_choose = self.can_choose_steps();
        let mine = self.own_at_hand();
        if let Some(choice) = self.section.find("[data-steps]") {
            choice.show(can_choose);
            rows::write_choice(&self.section, &choice, mine);
        }
        let Some(part) = self.section.find("[data-shown-steps]") else { return };
        let own = |record: &&Record| !can_choose && (self.tool.is_empty() || record.tool == self.tool);
        rows::write(&self.section, "[data-shown-steps]", &mut self.keeper.at_hand().iter().filter(own), None);
        let is_strange = self.keeper.is_at_hand_strange() && self.keeper.state() != State::Foreign;
        if let Some(strange) = part.find("[data-strange]") {
            strange.show(is_strange);
        }
        let is_any = is_strange || self.keeper.at_hand().iter().any(|record| own(&record));
        part.show(is_any && !can_choose && self.mode == Mode::Home);
    }
}
