//! Keeping the list on the device, and putting a kept one back.

use alloc::vec::Vec;

use footbridge_model::checklist::document::Document;

use crate::state::Checklist;

impl Checklist {
    /// Whether there is nothing of the person's own to keep. What an observer does for somebody else's list is given
    /// back by file, and never kept beside one's own.
    pub(crate) fn is_empty(&self) -> bool {
        self.document.is_empty()
    }

    /// What is to be kept.
    pub(crate) fn body(&self) -> Vec<u8> {
        self.document.to_bytes()
    }

    /// Puts back what was kept, in place of what stands there now.
    pub(crate) fn restore(&mut self, body: &[u8]) -> bool {
        let Ok(document) = Document::from_bytes(body) else { return false };
        let was_empty = self.is_empty();
        self.forget();
        self.document = document;
        self.draw();
        let part = if self.document.signs.is_empty() { "signs" } else { "week" };
        self.turn_to(part);
        // Where something stood, the way back to it is beside the button that was pressed.
        if was_empty {
            self.screen.0.scroll_into_view();
            self.focus_part(part);
        }
        true
    }
}
