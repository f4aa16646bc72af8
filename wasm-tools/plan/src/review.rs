//! The look back: dated versions of the plan, to compare, restore and erase.

use alloc::string::ToString;

use footbridge_page::{Element, day_among};

use footbridge_model::plan::Version;
use footbridge_model::replaced;

use crate::entries;
use crate::plan::Plan;

impl Plan {
    /// Keeps what the plan says now as a version of today, with what was answered.
    pub(crate) fn keep_version(&mut self) {
        let day = self.day.clone();
        self.draft.keep_version(&day);
        self.show_answers();
        self.show_versions();
        self.show_aids();
        self.tell("data-kept");
        self.focus("[data-versions-heading]");
    }

    /// Takes in what is written in the look back, which belongs to the plan before it becomes a version.
    pub(crate) fn read_answers(&mut self) {
        for place in 0..self.draft.rules().review.len() {
            let id = self.draft.rules().review[place].clone();
            if let Some(field) = self.question(&id) {
                self.draft.write_answer(&id, &field.value());
            }
        }
    }

    /// Puts what is written of the look back into its fields.
    pub(crate) fn show_answers(&self) {
        for id in &self.draft.rules().review {
            if let Some(field) = self.question(id) {
                field.set_value(self.draft.answer(id));
            }
        }
    }

    fn question(&self, id: &str) -> Option<Element> {
        self.find(&["[data-question=\"", id, "\"]"].concat())
    }

    /// Puts a version in the place of the plan.
    pub(crate) fn restore(&mut self, place: usize) {
        let day = self.day.clone();
        if self.draft.restore(place, &day) {
            self.show_all();
            self.tell("data-restored");
            self.section.scroll_into_view();
            self.focus("[data-first]");
        }
    }

    /// Erases a version.
    pub(crate) fn erase(&mut self, place: usize) {
        if self.draft.erase(place) {
            self.show_versions();
            self.show_aids();
            self.tell("data-removed");
            self.focus("[data-undo-version] [data-action=undo]");
        }
    }

    /// Shows what has changed since a version, beside it, or hides it again.
    pub(crate) fn compare(&self, place: usize) {
        let at = place.to_string();
        let Some(version) = self.find(&["[data-version=\"", &at, "\"]"].concat()) else { return };
        let (Some(part), Some(button)) =
            (version.find("[data-changes]"), version.find("[data-action=compare]"))
        else {
            return;
        };
        let opens = button.attribute("aria-expanded").as_deref() != Some("true");
        button.set_attribute("aria-expanded", if opens { "true" } else { "false" });
        part.show(opens);
        let Some(list) = part.find("[data-entries]") else { return };
        list.set_text("");
        let changes = self.draft.changes(place);
        if let Some(none) = part.find("[data-unchanged]") {
            none.show(changes.is_empty());
        }
        for change in &changes {
            let kind = if change.is_new { "template[data-new-entry]" } else { "template[data-old-entry]" };
            if let Some(template) = self.find(kind) {
                entries::show(&list, &template, core::iter::once(&change.entry));
            }
            // The entry that has just been added is the one whose section is not named yet.
            if let Some(name) = list.find("[data-of-section]") {
                let title = self.find(&["[data-section=\"", &change.section, "\"] [data-title]"].concat());
                name.set_text(&title.map(|title| title.text()).unwrap_or_default());
                name.toggle_attribute("data-of-section", false);
            }
        }
    }

    /// The list of versions.
    pub(crate) fn show_versions(&self) {
        self.show("[data-versions]", !self.draft.versions().is_empty());
        let (Some(list), Some(template)) =
            (self.find("[data-version-list]"), self.find("template[data-version-template]"))
        else {
            return;
        };
        list.set_text("");
        for (place, version) in self.draft.versions().iter().enumerate() {
            let content = template.copy_of_content();
            let at = place.to_string();
            if let Some(item) = content.find("[data-version]") {
                item.set_attribute("data-version", &at);
            }
            // Two of one day are told apart; the oldest, which stands last, is the first.
            let is_twin = |other: &&Version| other.day == version.day;
            let twins = self.draft.versions().iter().filter(is_twin).count();
            let number = self.draft.versions().iter().skip(place).filter(is_twin).count();
            let day = day_among(&self.section, &version.day, number, twins);
            if let Some(heading) = content.find("[data-day]") {
                heading.set_text(&day);
            }
            while let Some(button) = content.find("[data-action]:not([data-for])") {
                button.set_attribute("data-for", &at);
                let label = button.attribute("aria-label").unwrap_or_default();
                button.set_attribute("aria-label", &replaced(&label, "#", &day));
            }
            for id in &self.draft.rules().review {
                let answer = version.answers.iter().find(|(known, _)| known == id).map(|(_, answer)| answer);
                let Some(part) = content.find(&["[data-answer=\"", id, "\"]"].concat()) else { continue };
                part.show(answer.is_some());
                if let (Some(place), Some(answer)) = (part.find("[data-value]"), answer) {
                    place.set_text(answer);
                }
            }
            list.append(&content);
        }
    }
}
