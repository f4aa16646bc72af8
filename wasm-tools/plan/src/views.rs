//! The plan to be read: the view for a hard moment, the card for a wallet, and words that have lost their place.

use alloc::string::ToString;

use footbridge_page::Element;

use crate::entries;
use crate::plan::Plan;

impl Plan {
    /// Shows the plan large, its steps in order, without anything to edit.
    pub(crate) fn show_crisis_view(&mut self) {
        self.open_crisis_view();
        self.section.scroll_into_view();
        self.focus("[data-crisis-heading]");
    }

    /// The same, without going there.
    pub(crate) fn open_crisis_view(&self) {
        self.fill_crisis_view();
        self.section.set_attribute("data-state", "crisis");
        self.show("[data-crisis-view]", true);
    }

    pub(crate) fn is_in_crisis_view(&self) -> bool {
        self.section.attribute("data-state").as_deref() == Some("crisis")
    }

    /// Back to writing.
    pub(crate) fn leave_crisis_view(&mut self) {
        self.clear_views();
        self.section.set_attribute("data-state", "ready");
        self.section.scroll_into_view();
        self.focus("[data-first]");
    }

    /// Takes the words out of the views.
    pub(crate) fn clear_views(&self) {
        self.show("[data-crisis-view]", false);
        if let Some(list) = self.find("[data-crisis-steps]") {
            list.set_text("");
        }
    }

    fn fill_crisis_view(&self) {
        let Some(list) = self.find("[data-crisis-steps]") else { return };
        list.set_text("");
        let mut is_empty = true;
        for place in &self.draft.rules().crisis_view {
            let section = usize::from(*place);
            let template = ["template[data-crisis-section=\"", &section.to_string(), "\"]"].concat();
            let Some(template) = self.find(&template) else { continue };
            let content = template.copy_of_content();
            let has_entries = self.draft.entries(section).next().is_some();
            // Where nobody is named, those who are always there stand in.
            let stands_in = content.find("[data-stands-in]");
            if !has_entries && stands_in.is_none() {
                continue;
            }
            is_empty &= !has_entries;
            if let Some(stands_in) = stands_in {
                stands_in.show(!has_entries);
            }
            if let Some(entries) = content.find("[data-entries]") {
                self.fill(&entries, "crisis", section);
            }
            list.append(&content);
        }
        self.show("[data-crisis-empty]", is_empty);
    }

    /// Keeps the card up to date, so that it can be printed at any moment.
    pub(crate) fn show_card(&self) {
        for place in &self.draft.rules().card {
            let section = usize::from(*place);
            let panel = ["[data-card-section=\"", &section.to_string(), "\"]"].concat();
            let Some(panel) = self.find(&panel) else { continue };
            if let Some(list) = panel.find("[data-entries]") {
                list.set_text("");
                self.fill(&list, "card", section);
            }
            if let Some(blank) = panel.find("[data-card-blank]") {
                blank.show(self.draft.entries(section).next().is_none());
            }
        }
    }

    fn fill(&self, list: &Element, view: &str, section: usize) {
        let Some(rule) = self.draft.rules().sections.get(section) else { return };
        let template = ["template[data-", view, "-entry=\"", rule.kind.word(), "\"]"].concat();
        if let Some(template) = self.find(&template) {
            entries::show(list, &template, self.draft.entries(section));
        }
    }

    /// Words of sections that an earlier form of the plan had: shown, so that they are not lost.
    pub(crate) fn show_others(&self) {
        self.show("[data-others]", !self.draft.others().is_empty());
        let (Some(list), Some(template)) =
            (self.find("[data-others] [data-entries]"), self.find("template[data-other-entry]"))
        else {
            return;
        };
        list.set_text("");
        for section in self.draft.others() {
            entries::show(&list, &template, section.entries.iter());
        }
    }
}
