//! A questionnaire in the page: reads its native fields, and shows progress, help and the result.
//!
//! The page has one truth, its fields: every change reads them all anew, so nothing shown is stale.

use alloc::string::String;
use alloc::vec::Vec;

use footbridge_model::{Answers, Corrupt, Number, Outcome, Rules};
use footbridge_page::Element;

/// One questionnaire that this module has taken over.
pub(crate) struct Questionnaire {
    section: Element,
    rules: Rules,
    answers: Answers,
    /// The empty entries of repeating groups that were asked for.
    opened: Vec<String>,
    /// Whether a result stands in the page.
    done: bool,
}

impl Questionnaire {
    /// Reads the definition, takes over the section, and shows what the browser may have kept of the answers.
    pub(crate) fn open(section: Element, definition: &[u8]) -> Result<Questionnaire, Corrupt> {
        let rules = Rules::from_bytes(definition)?;
        let mut tool =
            Questionnaire { section, rules, answers: Answers::default(), opened: Vec::new(), done: false };
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
            if let Some(part) = self.part(item) {
                part.show(shown);
            }
        }
        // Once open, the help stays: a second thought about an answer must not take it away.
        for place in self.rules.risk_places(&self.answers) {
            if let Some(panel) = self.find(&["[data-crisis-for=\"", &place, "\"]"].concat()) {
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
        self.opened.clear();
        self.clear_result();
        for item in self.rules.items() {
            self.mark(item, false);
        }
        while let Some(panel) = self.find("[data-crisis-for]:not([hidden])") {
            panel.show(false);
        }
        self.refresh();
        self.tell("data-cleared");
        self.section.scroll_into_view();
        self.focus("[data-first]");
    }

    /// Goes to the first answer of a question, with the whole question in view.
    pub(crate) fn go_to(&self, item: &str) {
        self.focus(&["[data-item=\"", item, "\"] :is(input, textarea)"].concat());
        if let Some(part) = self.part(item) {
            part.scroll_into_view();
        }
    }

    /// Shows one more entry of a repeating group, and goes to its first field.
    pub(crate) fn add_entry(&mut self, group: &str) {
        let entry = ["[data-item^=\"", group, ".\"][data-extra][hidden]"].concat();
        let Some(id) = self.find(&entry).and_then(|entry| entry.attribute("data-item")) else { return };
        self.opened.push(id.clone());
        self.refresh();
        self.go_to(&id);
    }

    /// Clears what cannot stand together with an option that has just been chosen.
    pub(crate) fn exclude(&self, item: &str, value: &str) {
        for place in self.rules.excluded(item, value) {
            if let Some(field) = self.find(&option_at(item, place)) {
                field.set_checked(false);
            }
        }
    }

    fn find(&self, selector: &str) -> Option<Element> {
        self.section.find(selector)
    }

    fn part(&self, item: &str) -> Option<Element> {
        self.find(&["[data-item=\"", item, "\"]"].concat())
    }

    fn focus(&self, selector: &str) {
        if let Some(element) = self.find(selector) {
            element.focus();
        }
    }

    fn write(&self, selector: &str, count: usize) {
        if let Some(element) = self.find(selector) {
            element.set_text(&text_of(count));
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
            if let Some(count) = self.rules.several(item) {
                let chosen =
                    (0..count).filter_map(|place| self.find(&[&option_at(item, place), ":checked"].concat()));
                for option in chosen {
                    answers.add(item, &option.value());
                }
                continue;
            }
            // A field for own words counts only while nothing else is chosen: its own button has no value.
            let chosen =
                self.find(&["fieldset[data-item=\"", item, "\"] input:checked:not([data-own])"].concat());
            let field = || self.find(&["fieldset[data-item=\"", item, "\"] [data-field]"].concat());
            if let Some(value) =
                chosen.or_else(field).map(|field| field.value()).filter(|value| !value.is_empty())
            {
                answers.choose(item, &value);
            }
        }
        for entry in &self.opened {
            answers.open(entry);
        }
        answers
    }

    /// Shows or removes the error at a question and its line in the summary.
    fn mark(&self, item: &str, wrong: bool) {
        if let Some(error) = self.find(&["[data-error=\"", item, "\"]"].concat()) {
            error.show(wrong);
            if let Some(fieldset) = self.part(item) {
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
            }
            // Where the reader named no group, every group's band stays, under its own name.
            let named = score.by_group.is_empty();
            while let Some(band) = part.find("[data-when-band]:not([data-named])") {
                let id = band.attribute("data-when-band").unwrap_or_default();
                let group = band.attribute("data-group").unwrap_or_default();
                let is_meant = if named {
                    score.band.as_ref() == Some(&id) && score.group.as_ref().is_none_or(|own| *own == group)
                } else {
                    score.by_group.iter().any(|known| known.group == group && known.band == id)
                };
                if !is_meant {
                    band.remove();
                    continue;
                }
                band.set_attribute("data-named", "");
                if let Some(name) = band.find("[data-group-name]") {
                    name.show(!named);
                }
                let row = ["[data-row-band=\"", &id, "\"][data-group=\"", &group, "\"]"].concat();
                if let Some(row) = part.find(&row) {
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

/// The field of one of several options that can be chosen together.
fn option_at(item: &str, place: usize) -> String {
    ["fieldset[data-item=\"", item, "\"] .choice:nth-of-type(", &text_of(place + 1), ")>input"].concat()
}

fn text_of(count: usize) -> String {
    Number::whole(i64::try_from(count).unwrap_or(i64::MAX)).to_text()
}
