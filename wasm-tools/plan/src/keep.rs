//! Keeping the plan on the device, and putting a kept one back.

use alloc::vec::Vec;

use footbridge_model::plan::Document;

use crate::plan::Plan;

impl Plan {
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
