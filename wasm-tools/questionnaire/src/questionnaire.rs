//! A questionnaire in the page: reads its native fields, and shows progress, help and the result.
//!
//! The page has one truth, its fields: every change reads them all anew, so nothing shown is stale.

use alloc::string::String;
use alloc::vec::Vec;
use footbridge_model::joined;

use footbridge_model::{Answers, Corrupt, Number, Rules};
use footbridge_page::Element;

#[cfg(feature = "keep")]
use crate::kept::Past;
use crate::steps::Steps;

/// One questionnaire that this module has taken over.
pub(crate) struct Questionnaire {
    pub(crate) section: Element,
    pub(crate) rules: Rules,
    pub(crate) answers: Answers,
    /// The empty entries of repeating groups that were asked for.
    pub(crate) opened: Vec<String>,
    /// Whether a result stands in the page.
    pub(crate) done: bool,
    /// The answers that those of a file have taken the place of.
    pub(crate) replaced: Option<Answers>,
    pub(crate) steps: Steps,
    #[cfg(feature = "keep")]
    pub(crate) past: Past,
    /// The same form in another language, while it does not stand in the page.
    pub(crate) other: Option<Element>,
}

impl Questionnaire {
    /// Reads the definition, takes over the section, and shows what the browser may have kept of the answers.
    pub(crate) fn open(section: Element, definition: &[u8]) -> Result<Questionnaire, Corrupt> {
        let rules = Rules::from_bytes(definition)?;
        let mut tool = Questionnaire {
            section,
            rules,
            answers: Answers::default(),
            opened: Vec::new(),
            done: false,
            replaced: None,
            steps: Steps::default(),
            #[cfg(feature = "keep")]
            past: Past::default(),
            other: None,
        };
        tool.section.set_attribute("data-state", "ready");
        tool.fold_by_hand();
        tool.refresh();
        Ok(tool)
    }

    /// The way to score by hand is needed less now, and stays one press away.
    pub(crate) fn fold_by_hand(&self) {
        if let Some(by_hand) = self.find("[data-by-hand]") {
            by_hand.toggle_attribute("open", false);
        }
    }

    /// Reads the answers and brings everything else up to date with them.
    pub(crate) fn refresh(&mut self) {
        self.answers = self.read();
        let shown = self.rules.shown(&self.answers);
        for (item, shown) in self.rules.items().zip(&shown) {
            if let Some(part) = self.part(item) {
                part.show(*shown);
            }
        }
        self.lay_out(&shown);
        // Once open, the help stays: a second thought about an answer must not take it away.
        for place in self.rules.risk_places(&self.answers) {
            if let Some(panel) = self.find(&joined(&["[data-crisis-for=\"", &place, "\"]"])) {
                panel.show(true);
            }
        }
        let (done, total) = self.rules.progress(&self.answers);
        self.write("[data-done]", done);
        self.write("[data-total]", total);
        let outcome = self.rules.outcome(&self.answers);
        self.settle_errors(&outcome);
        if self.done {
            let complete = outcome.missing.is_empty();
            self.clear_result();
            if complete {
                self.place_result(&outcome);
            }
            self.tell(if complete { "data-updated" } else { "data-withdrawn" });
        }
    }

    /// Shows the result, or which answers it waits for.
    pub(crate) fn show_result(&mut self) {
        self.refresh();
        let outcome = self.rules.outcome(&self.answers);
        if outcome.missing.is_empty() {
            self.clear_result();
            self.place_result(&outcome);
            self.tell("data-silent");
            self.focus("[data-result-heading]");
        } else {
            self.show_errors(&outcome);
        }
    }

    /// Clears every answer, so that the next person at this device finds a fresh form.
    pub(crate) fn start_again(&mut self) {
        self.clear();
        self.refresh();
        self.tell("data-cleared");
        self.section.scroll_into_view();
        self.focus("[data-first]");
    }

    /// The answers stand in another page now: nobody shall find them here as well.
    pub(crate) fn let_go(&mut self) {
        self.clear();
        self.refresh();
        self.tell("data-moved");
    }

    /// Takes away every answer and what it has brought up.
    pub(crate) fn clear(&mut self) {
        self.empty();
        self.first_step();
        self.done = false;
        self.clear_result();
        self.forget_replaced();
        for item in self.rules.items() {
            self.mark(item, false);
        }
        self.say_taken("data-silent");
        while let Some(panel) = self.find("[data-crisis-for]:not([hidden])") {
            panel.show(false);
        }
    }

    /// Empties the form.
    pub(crate) fn empty(&mut self) {
        if let Some(form) = self.find("form") {
            form.reset();
        }
        self.opened.clear();
    }

    /// Goes to the first answer of a question, with the whole question in view.
    pub(crate) fn go_to(&mut self, item: &str) {
        self.step_to(item);
        self.focus(&joined(&["[data-item=\"", item, "\"] :is(input, textarea)"]));
        if let Some(part) = self.part(item) {
            part.scroll_into_view();
        }
    }

    /// Shows one more entry of a repeating group, and goes to its first field.
    pub(crate) fn add_entry(&mut self, group: &str) {
        let entry = joined(&["[data-item^=\"", group, ".\"][data-extra][hidden]"]);
        let Some(id) = self.find(&entry).and_then(|entry| entry.attribute("data-item")) else { return };
        self.opened.push(id.clone());
        self.refresh();
        self.go_to(&id);
    }

    pub(crate) fn find(&self, selector: &str) -> Option<Element> {
        self.section.find(selector)
    }

    /// The part of the form at a place.
    pub(crate) fn part_at(&self, place: usize) -> Option<Element> {
        self.rules.items().nth(place).and_then(|item| self.part(item))
    }

    pub(crate) fn part(&self, item: &str) -> Option<Element> {
        self.find(&joined(&["[data-item=\"", item, "\"]"]))
    }

    pub(crate) fn focus(&self, selector: &str) {
        if let Some(element) = self.find(selector) {
            element.focus();
        }
    }

    pub(crate) fn write(&self, selector: &str, count: usize) {
        if let Some(element) = self.find(selector) {
            element.set_text(&text_of(count));
        }
    }

    /// Says a sentence in the polite status line.
    pub(crate) fn tell(&self, attribute: &str) {
        if let Some(status) = self.find("[data-status]") {
            status.set_text(&status.attribute(attribute).unwrap_or_default());
        }
    }
}

/// A number as text.
pub(crate) fn text_of(count: usize) -> String {
    Number::whole(i64::try_from(count).unwrap_or(i64::MAX)).to_text()
}
