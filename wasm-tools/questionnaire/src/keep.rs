//! Keeping the answers on the device, and putting kept ones back.

use alloc::vec::Vec;

use footbridge_model::Saved;
use footbridge_page::Keep;

use crate::questionnaire::Questionnaire;

impl Keep for Questionnaire {
    fn is_empty(&self) -> bool {
        self.answers.is_empty()
    }

    fn body(&mut self) -> Vec<u8> {
        self.refresh();
        Saved::new(&self.answers, &self.rules.outcome(&self.answers)).to_bytes()
    }

    fn restore(&mut self, body: &[u8]) -> bool {
        let Some(saved) = Saved::from_bytes(body) else { return false };
        self.forget();
        self.fill(&saved.answers());
        self.refresh();
        let outcome = self.rules.outcome(&self.answers);
        if outcome.missing.is_empty() {
            self.place_result(&outcome);
        }
        true
    }

    fn forget(&mut self) {
        self.clear();
        self.refresh();
    }
}
