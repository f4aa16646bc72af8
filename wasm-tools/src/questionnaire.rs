//! A questionnaire in the page: reads the native radio buttons, and shows progress, help and the result.
//!
//! The page has one truth, its radio buttons: every change reads them all anew, so nothing shown is stale.

use footbridge_model::{Answers, Corrupt, Number, Outcome, Rules};

use crate::dom::Element;

/// One questionnaire that this module has taken over.
pub(crate) struct Questionnaire {
    section: Element,
    rules: Rules,
    answers: Answers,
    /// Whether a result stands in the page.
    done: bool,
}

impl Questionnaire {
    /// Reads the definition, takes over the section, and shows what the browser may have kept of the answers.
    pub(crate) fn open(section: Element, definition: &[u8]) -> Result<Questionnaire, Corrupt> {
        let rules = Rules::from_bytes(definition)?;
        let mut tool = Questionnaire { section, rules, answers: Answers::default(), done: false };
        tool.section.set_attribute("data-state", "ready");
        // The way to score by hand is needed less now, and stays one press away.
        if let Some(by_hand) = tool.find("[data-by-hand]") {
            by_hand.toggle_attribute("open", false);
        }
        tool.refresh();
        Ok(tool)
    }

    /// Reads the answers and brings everything else up to date with them.
    pub(crate) fn refresh(&mut self) {
        self.answers = self.read();
        for (item, shown) in self.rules.items().zip(self.rules.shown(&self.answers)) {
            if let Some(fieldset) = self.fieldset(item) {
                fieldset.show(shown);
            }
        }
        // Once open, the help stays: a second thought about an answer must not take it away.
        for item in self.rules.risk_items(&self.answers) {
            if let Some(panel) = self.find(&["[data-crisis-for=\"", item, "\"]"].concat()) {
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
        if let Some(form) = self.find("form") {
            form.reset();
        }
        self.done = false;
        self.clear_result();
        for item in self.rules.items() {
            self.mark(item, false);
            if let Some(panel) = self.find(&["[data-crisis-for=\"", item, "\"]"].concat()) {
                panel.show(false);
            }
        }
        self.refresh();
        self.tell("data-cleared");
        self.section.scroll_into_view();
        self.focus("[data-first]");
    }

    /// Goes to the first answer of a question, with the whole question in view.
    pub(crate) fn go_to(&self, item: &str) {
        self.focus(&["[data-item=\"", item, "\"] input"].concat());
        if let Some(fieldset) = self.fieldset(item) {
            fieldset.scroll_into_view();
        }
    }

    fn find(&self, selector: &str) -> Option<Element> {
        self.section.find(selector)
    }

    fn fieldset(&self, item: &str) -> Option<Element> {
        self.find(&["fieldset[data-item=\"", item, "\"]"].concat())
    }

    fn focus(&self, selector: &str) {
        if let Some(element) = self.find(selector) {
            element.focus();
        }
    }

    fn write(&self, selector: &str, count: usize) {
        if let Some(element) = self.find(selector) {
            element.set_text(&Number::whole(i64::try_from(count).unwrap_or(i64::MAX)).to_text());
        }
    }

    /// Says a sentence in the polite status line.
    fn tell(&self, attribute: &str) {
        if let Some(status) = self.find("[data-status]") {
            status.set_text(&status.attribute(attribute).unwrap_or_default());
        }
    }

    fn read(&self) -> Answers {
        let mut answers = Answers::default();
        for item in self.rules.items() {
            if let Some(chosen) = self.find(&["fieldset[data-item=\"", item, "\"] input:checked"].concat()) {
                answers.choose(item, &chosen.value());
            }
        }
        answers
    }

    /// Shows or removes the error at a question and its line in the summary.
    fn mark(&self, item: &str, wrong: bool) {
        if let Some(error) = self.find(&["[data-error=\"", item, "\"]"].concat()) {
            error.show(wrong);
            if let Some(fieldset) = self.fieldset(item) {
                let id = error.attribute("id").filter(|_| wrong).unwrap_or_default();
                fieldset.toggle_attribute("aria-describedby", wrong);
                if wrong {
                    fieldset.set_attribute("aria-describedby", &id);
                }
            }
        }
        if let Some(line) = self.find(&["[data-error-line=\"", item, "\"]"].concat()) {
            line.show(wrong);
        }
        if let Some(summary) = self.find("[data-error-summary]") {
            let open = summary.find("[data-error-line]:not([hidden])").is_some();
            summary.show(open);
        }
    }

    fn show_errors(&self, outcome: &Outcome) {
        for item in self.rules.items() {
            self.mark(item, outcome.missing.iter().any(|missing| missing == item));
        }
        self.focus("[data-error-summary]");
    }

    /// Takes away the errors at questions that have been answered. None appears before it is asked for.
    fn settle_errors(&self, outcome: &Outcome) {
        for item in self.rules.items() {
            let open = outcome.missing.iter().any(|missing| missing == item);
            if !open && self.find(&["[data-error-line=\"", item, "\"]:not([hidden])"].concat()).is_some() {
                self.mark(item, false);
            }
        }
    }

    fn clear_result(&self) {
        if let Some(result) = self.find("[data-result]") {
            result.remove();
        }
        self.section.set_attribute("data-state", "ready");
    }

    /// Puts the result in the page: of all that its template can say, only what these answers call for.
    fn place_result(&mut self, outcome: &Outcome) {
        let (Some(template), Some(place)) =
            (self.find("template[data-result-template]"), self.find("[data-result-place]"))
        else {
            return;
        };
        let content = template.copy_of_content();
        for score in &outcome.scores {
            let Some(part) = content.find(&["[data-score=\"", &score.id, "\"]"].concat()) else { continue };
            let Some(value) = score.value else {
                part.remove();
                continue;
            };
            part.set_attribute("data-value", &value.to_text());
            if let Some(number) = part.find("[data-number]") {
                number.set_text(&value.to_text());
            }
            if let Some(band) = &score.band {
                part.set_attribute("data-band", band);
                let others = ["[data-when-band]:not([data-when-band=\"", band, "\"])"].concat();
                while let Some(other) = part.find(&others) {
                    other.remove();
                }
                if let Some(row) = part.find(&["[data-row-band=\"", band, "\"]"].concat()) {
                    row.set_attribute("aria-current", "true");
                }
            }
        }
        // Help that has once opened stays here too; help that no answer has called for is not part of this.
        while let Some(panel) = content.find("[data-result-risk]:not([data-named])") {
            let id = panel.attribute("data-result-risk").unwrap_or_default();
            let open = ["[data-crisis=\"", &id, "\"]:not([hidden])"].concat();
            if outcome.risks.contains(&id) || self.find(&open).is_some() {
                panel.set_attribute("data-named", "");
            } else {
                panel.remove();
            }
        }
        place.append(&content);
        self.done = true;
        self.section.set_attribute("data-state", "done");
    }
}
