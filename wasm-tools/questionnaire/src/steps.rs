//! One question at a time, or all on one page, as the reader prefers.
//!
//! Nothing is taken out of the page: what is not at hand is marked, and the style hides it on the screen alone, so
//! that paper shows everything. Help that has once opened is never marked.

use alloc::vec::Vec;
use footbridge_model::joined;

use crate::questionnaire::Questionnaire;

/// How the questions stand on the screen.
#[derive(Default)]
pub(crate) struct Steps {
    /// Whether one at a time is shown.
    pub(crate) one: bool,
    /// The place of the question at hand.
    at: usize,
}

impl Questionnaire {
    /// Changes between one question at a time and all on one page; the answers stay as they are.
    pub(crate) fn change_mode(&mut self) {
        self.set_one_at_a_time(!self.steps.one);
    }

    /// One question at a time, from the first that is still open, or all on one page. This is the setting that is
    /// worth keeping for a reader who keeps things on the device.
    pub(crate) fn set_one_at_a_time(&mut self, one: bool) {
        self.steps.one = one;
        let open = |place: &usize| {
            self.rules.items().nth(*place).is_some_and(|item| self.answers.get(item).is_none())
        };
        let steps = self.shown_questions();
        self.steps.at = steps.iter().copied().find(open).or(steps.first().copied()).unwrap_or(0);
        self.lay_out(&self.rules.shown(&self.answers));
    }

    /// Goes to the question before (`false`) or behind (`true`), and leads to its words.
    pub(crate) fn step(&mut self, on: bool) {
        let steps = self.shown_questions();
        let next = if on {
            steps.iter().find(|place| **place > self.steps.at)
        } else {
            steps.iter().rev().find(|place| **place < self.steps.at)
        };
        if let Some(place) = next {
            self.steps.at = *place;
            self.refresh();
            if let Some(words) = self.part_at(*place).and_then(|part| part.find("legend")) {
                words.set_attribute("tabindex", "-1");
                words.focus();
            }
        }
    }

    /// Back to the first question.
    pub(crate) fn first_step(&mut self) {
        self.steps.at = 0;
    }

    /// Makes a question the one at hand; of a group its first.
    pub(crate) fn step_to(&mut self, item: &str) {
        if let Some(place) = self.rules.items().position(|known| known == item) {
            let steps = self.shown_questions();
            if let Some(place) = steps.iter().find(|step| **step >= place) {
                self.steps.at = *place;
            }
        }
        if self.steps.one {
            self.refresh();
        }
    }

    fn shown_questions(&self) -> Vec<usize> {
        let mut questions = Vec::new();
        for (place, shown) in self.rules.shown(&self.answers).into_iter().enumerate() {
            if shown && self.rules.asks(place) {
                questions.push(place);
            }
        }
        questions
    }

    /// Marks what is not at hand. A text stands with the question behind it, a group's heading with its questions.
    pub(crate) fn lay_out(&mut self, shown: &[bool]) {
        let is_step = |place: &usize| shown.get(*place) == Some(&true) && self.rules.asks(*place);
        let count = shown.len();
        // A question may have gone because of an answer.
        let at = (self.steps.at..count).find(is_step).or((0..count).rev().find(is_step)).unwrap_or(0);
        self.steps.at = at;
        let (mut before, mut behind) = (0, 0);
        for place in (0..count).filter(is_step) {
            before += usize::from(place < at);
            behind += usize::from(place > at);
        }
        let one = self.steps.one;
        for (place, item) in self.rules.items().enumerate() {
            let next = || (place..count).find(is_step).unwrap_or(at);
            let is_at_hand =
                place == at || (!self.rules.asks(place) && (self.rules.is_within(at, place) || next() == at));
            if let Some(part) = self.part(item) {
                part.toggle_attribute("data-away", one && !is_at_hand);
            }
            if let Some(add) = self.find(&joined(&["[data-add=\"", item, "\"]"])) {
                add.toggle_attribute("data-away", one && !self.rules.is_within_entry(at, item));
            }
        }
        self.show("[data-action=back]", one && before > 0);
        self.show("[data-action=next]", one && behind > 0);
        self.show("[data-action=result]", !one || behind == 0);
        self.show("[data-step-line]", one);
        self.write("[data-step]", before + 1);
        self.write("[data-steps]", before + 1 + behind);
        if let Some(button) = self.find("[data-action=mode]") {
            button.set_attribute("aria-pressed", if one { "true" } else { "false" });
        }
    }

    fn show(&self, selector: &str, on: bool) {
        if let Some(element) = self.find(selector) {
            element.show(on);
        }
    }
}
