//! The plan to be read: the view for a hard moment, the card for a wallet, and words that have lost their place.

use alloc::string::ToString;

use footbridge_model::plan::Draft;
use footbridge_model::replaced;
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
        for list in ["[data-crisis-steps]", "[data-at-hand-steps]"] {
            if let Some(list) = self.find(list) {
                list.set_text("");
            }
        }
    }

    pub(crate) fn fill_crisis_view(&self) {
        let shows_at_hand = self.fill_at_hand();
        let Some(list) = self.find("[data-crisis-steps]") else { return };
        let has_steps = self.fill_steps(&list, &self.draft);
        // Beside the steps at hand, a plan of nothing but the words that stand in for somebody says them twice.
        if shows_at_hand && !has_steps {
            list.set_text("");
        }
        self.show("[data-crisis-empty]", !has_steps && !shows_at_hand);
    }

    /// The steps that may be read while the plan is locked, with their day.
    fn fill_at_hand(&self) -> bool {
        self.show("[data-at-hand]", self.at_hand.is_some());
        let Some(list) = self.find("[data-at-hand-steps]") else { return false };
        list.set_text("");
        let Some(at_hand) = &self.at_hand else { return false };
        if let Some(line) = self.find("[data-at-hand-day]") {
            let words = line.attribute("data-words").unwrap_or_default();
            line.set_text(&replaced(&words, "#", &self.in_words(&at_hand.day)));
        }
        self.fill_steps(&list, &at_hand.draft)
    }

    /// The steps of a plan in their order. Whether there is one.
    fn fill_steps(&self, list: &Element, draft: &Draft) -> bool {
        list.set_text("");
        let mut has_steps = false;
        for place in &draft.rules().crisis_view {
            let section = usize::from(*place);
            let template = ["template[data-crisis-section=\"", &section.to_string(), "\"]"].concat();
            let Some(template) = self.find(&template) else { continue };
            let content = template.copy_of_content();
            let has_entries = draft.entries(section).next().is_some();
            // Where nobody is named, those who are always there stand in.
            let stands_in = content.find("[data-stands-in]");
            if !has_entries && stands_in.is_none() {
                continue;
            }
            has_steps |= has_entries;
            if let Some(stands_in) = stands_in {
                stands_in.show(!has_entries);
            }
            if let Some(entries) = content.find("[data-entries]") {
                self.fill(&entries, "crisis", section, draft);
            }
            list.append(&content);
        }
        has_steps
    }

    /// Keeps the card up to date, so that it can be printed at any moment.
    pub(crate) fn show_card(&self) {
        for place in &self.draft.rules().card {
            let section = usize::from(*place);
            let panel = ["[data-card-section=\"", &section.to_string(), "\"]"].concat();
            let Some(panel) = self.find(&panel) else { continue };
            if let Some(list) = panel.find("[data-entries]") {
                list.set_text("");
                self.fill(&list, "card", section, &self.draft);
            }
            if let Some(blank) = panel.find("[data-card-blank]") {
                blank.show(self.draft.entries(section).next().is_none());
            }
        }
    }

    fn fill(&self, list: &Element, view: &str, section: usize, draft: &Draft) {
        let Some(rule) = draft.rules().sections.get(section) else { return };
        let template = ["template[data-", view, "-entry=\"", rule.kind.word(), "\"]"].concat();
        if let Some(template) = self.find(&template) {
            entries::show(list, &template, draft.entries(section));
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
