//! The tool's section of the page: finding its parts, filling its rows, and saying what stands in it as words.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use footbridge_model::checklist::day::Day;
use footbridge_model::{Number, joined, joined_by};
use footbridge_page::{Element, day_in_words, filled};

/// The section of one checklist.
pub(crate) struct Screen(pub(crate) Element);

impl Screen {
    pub(crate) fn find(&self, selector: &str) -> Option<Element> {
        self.0.find(selector)
    }

    /// The element with this value of a `data-` attribute.
    pub(crate) fn at(&self, attribute: &str, value: &str) -> Option<Element> {
        self.find(&selector(attribute, value))
    }

    pub(crate) fn show(&self, selector: &str, on: bool) {
        if let Some(element) = self.find(selector) {
            element.show(on);
        }
    }

    pub(crate) fn write(&self, selector: &str, text: &str) {
        if let Some(element) = self.find(selector) {
            element.set_text(text);
        }
    }

    pub(crate) fn focus(&self, selector: &str) {
        if let Some(element) = self.find(selector) {
            element.focus();
        }
    }

    /// Chooses the radio button or checkbox with this name and value.
    pub(crate) fn choose(&self, name: &str, value: &str) {
        if let Some(field) = self.find(&joined(&["input[name=\"", name, "\"][value=\"", value, "\"]"])) {
            field.set_checked(true);
        }
    }

    /// Clears the chosen radio button or checkbox of this name.
    pub(crate) fn unchoose(&self, name: &str) {
        while let Some(field) = self.find(&joined(&["input[name=\"", name, "\"]:checked"])) {
            field.set_checked(false);
        }
    }

    /// Puts a text into the field of this name.
    pub(crate) fn set_field(&self, name: &str, text: &str) {
        if let Some(field) = self.find(&selector("name", name)) {
            field.set_value(text);
        }
    }

    /// What stands in the field of this name.
    pub(crate) fn field(&self, name: &str) -> String {
        self.find(&selector("name", name)).map(|field| field.value()).unwrap_or_default()
    }

    /// A copy of the row in a template.
    pub(crate) fn row(&self, name: &str) -> Option<Element> {
        let template = self.at("data-template", name)?;
        template.copy_of_content().find("[data-row]")
    }

    /// Fills a list with rows in place of those it has. (`dyn`: else each list would have a copy of this.)
    pub(crate) fn fill(&self, list: &str, rows: &mut dyn Iterator<Item = Element>) {
        let Some(list) = self.at("data-list", list) else { return };
        list.set_text("");
        let mut any = false;
        for row in rows {
            list.append(&row);
            any = true;
        }
        // A list without entries, and its heading, would say nothing.
        list.show(any);
    }

    /// A sentence of the page's language, with its gaps filled.
    pub(crate) fn words(&self, key: &str, gaps: &[(&str, &str)]) -> String {
        let words = self.find("[data-words]");
        let text = words.and_then(|words| words.attribute(&joined(&["data-", key]))).unwrap_or_default();
        filled(&text, gaps)
    }

    /// The same for a number of something: `key-one` or `key-other`.
    pub(crate) fn counted(&self, key: &str, count: u32, gaps: &[(&str, &str)]) -> String {
        let count_words = number(count);
        let mut gaps = gaps.to_vec();
        gaps.push(("n", &count_words));
        self.words(&joined(&[key, if count == 1 { "-one" } else { "-other" }]), &gaps)
    }

    /// A day as people write it.
    pub(crate) fn date(&self, day: Day) -> String {
        self.find("[data-words]").map_or(String::new(), |words| day_in_words(&words, &day.to_text()))
    }

    /// "one, two and three".
    pub(crate) fn list(&self, names: &[String]) -> String {
        match names {
            [] => String::new(),
            [one] => one.clone(),
            [most @ .., last] => joined(&[&joined_by(most, ", "), " ", &self.words("and", &[]), " ", last]),
        }
    }

    /// Says something in the polite status line, with the way to undo it or without.
    pub(crate) fn tell(&self, text: &str, can_undo: bool) {
        self.write("[data-status]", text);
        self.show("[data-undo]", can_undo);
    }

    pub(crate) fn tell_word(&self, key: &str) {
        self.tell_words(key, &[]);
    }

    /// Says a sentence of the page's language.
    pub(crate) fn tell_words(&self, key: &str, gaps: &[(&str, &str)]) {
        self.tell(&self.words(key, gaps), false);
    }

    /// Writes a sentence of the page's language into a part.
    pub(crate) fn write_words(&self, selector: &str, key: &str, gaps: &[(&str, &str)]) {
        self.write(selector, &self.words(key, gaps));
    }

    /// Writes a sentence of the page's language into a part of a row.
    pub(crate) fn put_words(&self, row: &Element, part: &str, key: &str, gaps: &[(&str, &str)]) {
        row.put(part, &self.words(key, gaps));
    }
}

/// What every row has: texts in its parts, names of its fields, and what its buttons are for.
pub(crate) trait Row {
    /// Writes into the part with this `data-part` mark.
    fn put(&self, part: &str, text: &str);
    /// Names every field after the row's id: `usual` becomes `usual.sleep`.
    fn name_fields(&self, id: &str);
    /// Chooses the radio button with this value.
    fn choose(&self, value: &str);
    /// Adds to the name of a button what it is for, so that buttons that do the same are told apart.
    fn name_button(&self, action: &str, what: &str);
}

impl Row for Element {
    fn put(&self, part: &str, text: &str) {
        if let Some(part) = self.find(&selector("data-text", part)) {
            part.set_text(text);
        }
    }

    fn name_fields(&self, id: &str) {
        self.set_attribute("data-id", id);
        while let Some(field) = self.find("[data-name]") {
            let name = field.attribute("data-name").unwrap_or_default();
            field.set_attribute("name", &joined(&[&name, ".", id]));
            field.toggle_attribute("data-name", false);
        }
        while let Some(button) = self.find("[data-action]:not([data-for])") {
            button.set_attribute("data-for", id);
        }
        // What describes a field is named by an id of its own.
        if let (Some(hint), Some(group)) = (self.find("[data-hint]"), self.find("[data-hinted]")) {
            let name = joined(&[&hint.attribute("data-hint").unwrap_or_default(), "-", id]);
            hint.set_attribute("id", &name);
            group.set_attribute("aria-describedby", &name);
        }
    }

    fn choose(&self, value: &str) {
        if let Some(chosen) = self.find(&joined(&["input[value=\"", value, "\"]"])) {
            chosen.set_checked(true);
        }
    }

    fn name_button(&self, action: &str, what: &str) {
        if let Some(button) = self.find(&selector("data-action", action)) {
            let name = button.attribute("aria-label").unwrap_or_default();
            button.set_attribute("aria-label", &joined(&[&name, ": ", what]));
        }
    }
}

/// The selector of an attribute with a value. Values are ids or names of ours.
pub(crate) fn selector(attribute: &str, value: &str) -> String {
    joined(&["[", attribute, "=\"", value, "\"]"])
}

/// The selector of the button with this action for this row.
pub(crate) fn button(action: &str, id: &str) -> String {
    joined(&["[data-action=\"", action, "\"][data-for=\"", id, "\"]"])
}

pub(crate) fn number(number: u32) -> String {
    Number::whole(i64::from(number)).to_text()
}

pub(crate) fn count(count: usize) -> String {
    number(u32::try_from(count).unwrap_or_default())
}

/// A number of any kind that a field holds. (Each kind's own reading would be as large again.)
pub(crate) fn number_of<T: TryFrom<u32>>(text: &str) -> Option<T> {
    T::try_from(text.parse::<u32>().ok()?).ok()
}

/// The lines of a text, without empty ones.
pub(crate) fn lines(text: &str) -> Vec<String> {
    let mut lines = Vec::new();
    for line in text.as_bytes().split(|byte| *byte == b'\n') {
        let line = core::str::from_utf8(line).unwrap_or_default().trim();
        if !line.is_empty() {
            lines.push(line.to_owned());
        }
    }
    lines
}
