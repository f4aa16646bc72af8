//! Keeping the plan on the device, and putting a kept one back.

use alloc::string::String;
use alloc::vec::Vec;

use footbridge_model::plan::{Document, Draft};
use footbridge_page::Past;

use crate::plan::Plan;

/// Steps that the person lets be read before the phrase.
pub(crate) struct AtHand {
    /// As they were handed over.
    bytes: Vec<u8>,
    /// The day on which they were kept.
    pub(crate) day: String,
    pub(crate) draft: Draft,
}

impl Plan {
    /// What a kept plan says in a hard moment: all of it that may be read before the phrase, if the person chooses so.
    pub(crate) fn steps(&self, body: &[u8]) -> Option<Vec<u8>> {
        let document = Document::from_bytes(body).ok()?;
        Some(document.into_steps(self.draft.rules()).to_bytes())
    }

    /// What may be read before the phrase now, with its day; or nothing. What cannot be read is passed over.
    pub(crate) fn take_at_hand(&mut self, kept: Option<Vec<u8>>) {
        if self.at_hand.as_ref().map(|held| &held.bytes) == kept.as_ref() {
            return;
        }
        self.at_hand = kept.and_then(|bytes| {
            let past = Past::read(&bytes)?;
            let mut draft = Draft::new(self.draft.rules().clone());
            draft.open(Document::from_bytes(past.body).ok()?);
            Some(AtHand { day: past.day.into(), draft, bytes })
        });
        if self.is_in_crisis_view() {
            self.fill_crisis_view();
        }
    }

    /// Whether there is nothing to keep.
    pub(crate) fn is_empty(&self) -> bool {
        self.draft.is_empty()
    }

    /// What is to be kept.
    pub(crate) fn body(&mut self) -> Vec<u8> {
        self.read();
        self.draft.document().to_bytes()
    }

    /// Puts back what was kept, in place of what stands there now.
    pub(crate) fn restore_body(&mut self, body: &[u8]) -> bool {
        let Ok(document) = Document::from_bytes(body) else { return false };
        let was_shown = self.is_in_crisis_view();
        let was_empty = self.is_empty();
        self.draft.open(document);
        self.clear_views();
        self.section.set_attribute("data-state", "ready");
        self.show_all();
        // Who came to see the plan, and first had to open what is kept, sees it now.
        if was_shown {
            self.show_crisis_view();
        } else if was_empty {
            // Where something stood, the way back to it is beside the button that was pressed.
            self.section.scroll_into_view();
            self.focus("[data-first]");
        }
        true
    }

    /// Forgets everything that was typed or restored. Who was in a hard moment stays with the lines to call: a
    /// plan may lock while its reader is on the telephone.
    pub(crate) fn forget(&mut self) {
        let was_shown = self.is_in_crisis_view();
        self.clear();
        if was_shown {
            self.open_crisis_view();
        }
    }
}
