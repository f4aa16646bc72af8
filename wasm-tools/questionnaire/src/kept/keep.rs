//! Keeping the answers on the device, and putting kept ones back.

use alloc::vec::Vec;

use footbridge_model::take::Words;
use footbridge_model::{Outcome, Saved, Told, joined};
use footbridge_page::{Element, Keep};

use crate::questionnaire::Questionnaire;

impl Keep for Questionnaire {
    fn is_empty(&self) -> bool {
        self.answers.is_empty()
    }

    fn body(&mut self) -> Vec<u8> {
        self.refresh();
        let outcome = self.rules.outcome(&self.answers);
        Saved::new(&self.answers, &outcome, self.told(&outcome)).to_bytes()
    }

    fn restore(&mut self, body: &[u8]) -> bool {
        let Some(saved) = Saved::from_bytes(body) else { return false };
        self.clear();
        self.fill(&saved.answers());
        self.refresh();
        if let Some(told) = &saved.told {
            self.set_one_at_a_time(told.one_at_a_time);
        }
        self.show_what_is_complete();
        true
    }

    fn forget(&mut self) {
        self.clear();
        self.refresh();
        self.set_one_at_a_time(false);
        self.past.clear();
    }

    fn past(&mut self, kept: &[u8]) {
        self.past.add(kept);
    }

    fn show_past(&mut self, place: Option<Element>) {
        // Who shows one question at a time, and saves, finds it so again.
        if let Some(one) = self.past.one_at_a_time().filter(|_| self.answers.is_empty()) {
            self.set_one_at_a_time(one);
        }
        self.past.show(place);
    }
}

impl Questionnaire {
    /// Takes in the answers of the page beside this one, and shows their result if none is missing.
    pub(crate) fn take_in(&mut self, text: &str) {
        let form = self.phrase("questionnaire");
        let Ok(opened) = self.rules.open(text, &form) else { return };
        self.replace(&opened.answers);
        self.show_what_is_complete();
    }

    fn show_what_is_complete(&mut self) {
        let outcome = self.rules.outcome(&self.answers);
        if outcome.missing.is_empty() {
            self.place_result(&outcome);
        }
    }

    /// How it stands on the screen.
    fn told(&self, outcome: &Outcome) -> Told {
        let words = self.words();
        let scores = outcome.scores.iter().filter_map(|score| Some((score, score.value?)));
        let lines = scores.map(|(score, value)| {
            let group = score.group.as_deref().unwrap_or_default();
            let band = score.band.as_ref().map(|band| words.band(&score.id, band, group)).unwrap_or_default();
            let between = if band.is_empty() { "" } else { ". " };
            joined(&[&words.score(&score.id), ": ", &value.to_text(), between, &band])
        });
        Told { lines: lines.collect(), language: words.phrase("language"), one_at_a_time: self.steps.one }
    }
}
