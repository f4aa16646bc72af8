//! Which answers the result waits for: said at the questions, and in a list above them.

use footbridge_model::Outcome;
use footbridge_model::joined;

use crate::questionnaire::Questionnaire;

impl Questionnaire {
    /// Shows or removes the error at a question and its line in the summary.
    pub(crate) fn mark(&self, item: &str, wrong: bool) {
        if let Some(error) = self.find(&joined(&["[data-error=\"", item, "\"]"])) {
            error.show(wrong);
            if let Some(fieldset) = self.part(item) {
                let id = error.attribute("id").filter(|_| wrong).unwrap_or_default();
                fieldset.toggle_attribute("aria-describedby", wrong);
                if wrong {
                    fieldset.set_attribute("aria-describedby", &id);
                }
            }
        }
        if let Some(line) = self.find(&joined(&["[data-error-line=\"", item, "\"]"])) {
            line.show(wrong);
        }
        if let Some(summary) = self.find("[data-error-summary]") {
            let open = summary.find("[data-error-line]:not([hidden])").is_some();
            summary.show(open);
        }
    }

    /// Shows what is missing, and leads to the list of it.
    pub(crate) fn show_errors(&self, outcome: &Outcome) {
        self.mark_all(outcome);
        self.focus("[data-error-summary]");
    }

    /// Takes away the errors at questions that have been answered. None appears before it is asked for.
    pub(crate) fn settle_errors(&self, outcome: &Outcome) {
        for item in self.rules.items() {
            let open = outcome.missing.iter().any(|missing| missing == item);
            if !open && self.find(&joined(&["[data-error-line=\"", item, "\"]:not([hidden])"])).is_some() {
                self.mark(item, false);
            }
        }
    }

    /// Marks every question that the result waits for.
    pub(crate) fn mark_all(&self, outcome: &Outcome) {
        for item in self.rules.items() {
            self.mark(item, outcome.missing.iter().any(|missing| missing == item));
        }
    }
}
