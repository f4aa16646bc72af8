//! The rows in the page: reading what is typed, and showing what the plan says.

use alloc::string::{String, ToString};

use footbridge_model::replaced;
use footbridge_page::Element;

use crate::plan::Plan;

impl Plan {
    /// Takes in what was typed before the module had come.
    pub(crate) fn read_static(&mut self) {
        for section in 0..self.draft.rules().sections.len() {
            let rule = &self.draft.rules().sections[section];
            let (rows, fields) = (usize::from(rule.rows), rule.kind.fields().len());
            for place in 1..=rows {
                let Some(row) =
                    self.part(section, &["[data-rows] > :nth-child(", &place.to_string(), ")"].concat())
                else {
                    break;
                };
                let values = read(&row, fields);
                if values.iter().all(|value| value.trim().is_empty()) {
                    continue;
                }
                let Some(key) = self.draft.add(section) else { break };
                for (field, value) in values.iter().enumerate() {
                    self.draft.write(key, field, value);
                }
                self.draft.tick(key, row.find("[data-tick]:checked").is_some());
            }
        }
        self.read_answers();
    }

    /// Takes in every field.
    pub(crate) fn read(&mut self) {
        for section in 0..self.draft.rules().sections.len() {
            let fields = self.draft.rules().sections[section].kind.fields().len();
            for place in 0..self.draft.rows(section).len() {
                let key = self.draft.rows(section)[place].key;
                let Some(row) = self.row(key) else { continue };
                for (field, value) in read(&row, fields).iter().enumerate() {
                    self.draft.write(key, field, value);
                }
                self.draft.tick(key, row.find("[data-tick]:checked").is_some());
                self.mark(section, key);
            }
        }
        self.read_answers();
        self.show_aids();
    }

    /// Takes in one field while it is typed. Its name is the key of its row and its place in it.
    pub(crate) fn typed(&mut self, name: &str, value: &str) {
        let Some((key, field)) = name.split_once('.') else { return };
        let (Ok(key), Ok(field)) = (key.parse(), field.parse()) else { return };
        let Some((section, _)) = self.place_of(key) else { return };
        self.draft.write(key, field, value);
        self.mark(section, key);
    }

    /// Shows the rows of a section anew.
    pub(crate) fn show_rows(&self, section: usize) {
        let (Some(list), Some(template)) =
            (self.part(section, "[data-rows]"), self.part(section, "template[data-row-template]"))
        else {
            return;
        };
        list.set_text("");
        let rows = self.draft.rows(section);
        for (place, row) in rows.iter().enumerate() {
            let content = template.copy_of_content();
            let Some(item) = content.find("[data-row]") else { return };
            let key = row.key.to_string();
            item.set_attribute("data-row", &key);
            for (field, value) in row.entry.fields.iter().enumerate() {
                if let Some(input) = item.find(&field_at(field)) {
                    input.set_attribute("name", &[&key, ".", &field.to_string()].concat());
                    input.set_value(value);
                }
            }
            if let Some(tick) = item.find("[data-tick]") {
                tick.set_checked(row.entry.tick);
            }
            number(&item, place + 1);
            while let Some(button) = item.find("[data-action]:not([data-for])") {
                button.set_attribute("data-for", &key);
            }
            for (action, is_at_end) in [("up", place == 0), ("down", place + 1 == rows.len())] {
                if let Some(button) = item.find(&["[data-action=", action, "]"].concat()) {
                    button.set_attribute("aria-disabled", if is_at_end { "true" } else { "false" });
                }
            }
            list.append(&content);
            self.mark(section, row.key);
        }
    }

    /// What depends on the words of a row: how it stands on paper, and whether its number can be called.
    fn mark(&self, section: usize, key: u32) {
        let (Some(row), Some((_, place))) = (self.row(key), self.place_of(key)) else { return };
        let entry = &self.draft.rows(section)[place].entry;
        row.toggle_attribute("data-empty", entry.is_empty());
        for (field, value) in entry.fields.iter().enumerate() {
            // The copy gives the field its height, and is what paper shows.
            if let Some(copy) = row.find(&["[data-copy-of=\"", &field.to_string(), "\"]"].concat()) {
                copy.set_attribute("data-copy", value);
            }
        }
        crate::entries::link(&row, entry);
    }

    /// Everything beside the rows that depends on them: ideas that are chosen, the gentle question for a person,
    /// what can be undone, empty lines for a pen.
    pub(crate) fn show_aids(&self) {
        for section in 0..self.draft.rules().sections.len() {
            let rule = &self.draft.rules().sections[section];
            for place in 0..rule.suggestions {
                let at = [&section.to_string(), ".", &place.to_string()].concat();
                if let Some(chip) = self.find(&["[data-action=idea][data-for=\"", &at, "\"]"].concat()) {
                    let text = chip.attribute("data-text").unwrap_or_default();
                    let is_chosen = self.draft.entries(section).any(|entry| entry.name() == text);
                    chip.set_attribute("aria-pressed", if is_chosen { "true" } else { "false" });
                }
            }
            if rule.asks_for_somebody {
                let is_empty = self.draft.entries(section).next().is_none();
                let says_nobody = self.draft.says_nobody(section);
                let asks = is_empty && !says_nobody && self.draft.has_entries_besides(section);
                self.show_part(section, "[data-gentle]", asks);
                self.show_part(section, "[data-nobody]", says_nobody);
            }
            self.show_part(section, "[data-undo]", self.draft.undoes_row_of(section));
            let written = self.draft.entries(section).count();
            let blank = usize::from(rule.rows).saturating_sub(written).max(1);
            for place in 0..usize::from(rule.rows) {
                let line = ["[data-blank]:nth-child(", &(place + 1).to_string(), ")"].concat();
                self.show_part(section, &line, place < blank);
            }
        }
        self.show("[data-undo-version]", self.draft.undoes_version());
        self.show_others();
        self.show_card();
    }

    fn show_part(&self, section: usize, selector: &str, on: bool) {
        if let Some(part) = self.part(section, selector) {
            part.show(on);
        }
    }

    pub(crate) fn focus_row(&self, key: u32) {
        if let Some(field) = self.row(key).and_then(|row| row.find("[data-field]")) {
            field.focus();
        }
    }

    fn row(&self, key: u32) -> Option<Element> {
        self.find(&["[data-row=\"", &key.to_string(), "\"]"].concat())
    }
}

fn read(row: &Element, fields: usize) -> alloc::vec::Vec<String> {
    (0..fields)
        .map(|field| row.find(&field_at(field)).map(|field| field.value()).unwrap_or_default())
        .collect()
}

fn field_at(field: usize) -> String {
    ["[data-field=\"", &field.to_string(), "\"]"].concat()
}

/// Writes the row's number into what a screen reader calls its parts.
fn number(item: &Element, number: usize) {
    let number = number.to_string();
    while let Some(part) = item.find("[data-numbered]") {
        let label = part.attribute("aria-label").unwrap_or_default();
        part.set_attribute("aria-label", &replaced(&label, "#", &number));
        part.toggle_attribute("data-numbered", false);
    }
}
