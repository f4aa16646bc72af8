//! The form in another language, with the answers, the result and everything else as they are.
//!
//! Where a tool has a checked translation, the page carries the whole of it in a template. Going to the page in the
//! other language would lose the answers: nothing may travel by an address or a store.

use alloc::string::String;
use alloc::vec::Vec;
use footbridge_model::joined;

use crate::questionnaire::Questionnaire;

impl Questionnaire {
    /// Puts the form in the other language in the place of this one.
    pub(crate) fn change_language(&mut self) {
        let template = self.find("template[data-other-language]");
        let Some(other) = self.other.take().or_else(|| template.and_then(|template| template.only_content()))
        else {
            return;
        };
        let Some(now) = self.find("[data-language]") else { return };
        self.answers = self.read();
        let had_errors = self.find("[data-error-summary]:not([hidden])").is_some();
        let mut helped: Vec<String> = Vec::new();
        while let Some(panel) = self.find("[data-crisis-for]:not([hidden])") {
            helped.extend(panel.attribute("data-crisis-for"));
            panel.show(false);
        }
        now.remove();
        self.section.append(&other);
        self.other = Some(now);
        // It may stand here for the second time.
        if let Some(form) = self.find("form") {
            form.reset();
        }
        self.fold_by_hand();
        self.fill(&self.answers);
        for place in helped {
            if let Some(panel) = self.find(&joined(&["[data-crisis-for=\"", &place, "\"]"])) {
                panel.show(true);
            }
        }
        self.refresh();
        self.show_undo();
        for item in self.rules.items() {
            self.mark(item, false);
        }
        if had_errors {
            self.mark_all(&self.rules.outcome(&self.answers));
        }
        if let Some(status) = self.find("[data-language-status]") {
            status.set_text(&status.attribute("data-language-status").unwrap_or_default());
        }
        self.focus("[data-action=language]");
    }
}
