//! The tool's section of the page: finding its parts, filling its rows, and saying what stands in it as words.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use footbridge_model::checklist::day::Day;
use footbridge_model::{Number, replaced};
use footbridge_page::Element;

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
        if let Some(field) = self.find(&["input[name=\"", name, "\"][value=\"", value, "\"]"].concat()) {
            field.set_checked(true);
        }
    }

    /// Clears the chosen radio button or checkbox of this name.
    pub(crate) fn unchoose(&self, name: &str) {
        while let Some(field) = self.find(&["input[name=\"", name, "\"]:checked"].concat()) {
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
        let template = self.find(&["template", &selector("data-template", name)].concat())?;
        template.copy_of_content().find("[data-row]")
    }

    /// Fills a list with rows in place of those it has.
    pub(crate) fn fill(&self, list: &str, rows: impl Iterator<Item = Element>) {
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
        let text = words.and_then(|words| words.attribute(&["data-", key].concat())).unwrap_or_default();
        gaps.iter().fold(text, |text, (gap, value)| replaced(&text, &["{", gap, "}"].concat(), value))
    }

    /// The same for a number of something: `key-one` or `key-other`.
    pub(crate) fn counted(&self, key: &str, count: u32, gaps: &[(&str, &str)]) -> String {
        let key = [key, if count == 1 { "-one" } else { "-other" }].concat();
        replaced(&self.words(&key, gaps), "{n}", &number(count))
    }

    /// A day as people write it.
    pub(crate) fn date(&self, day: Day) -> String {
        let (year, month, of_month) = day.parts();
        let months = self.words("months", &[]);
        let name = months.split('|').nth(usize::try_from(month).unwrap_or(1).saturating_sub(1));
        let (year, of_month) = (number(year), number(of_month));
        self.words("date", &[("day", &of_month), ("month", name.unwrap_or_default()), ("year", &year)])
    }

    /// "one, two and three".
    pub(crate) fn list(&self, names: &[String]) -> String {
        match names {
            [] => String::new(),
            [one] => one.clone(),
            [most @ .., last] => [&most.join(", "), &self.words("and", &[]), last.as_str()].join(" "),
        }
    }

    /// Says something in the polite status line, with the way to undo it or without.
    pub(crate) fn tell(&self, text: &str, can_undo: bool) {
        self.write("[data-status]", text);
        self.show("[data-undo]", can_undo);
    }

    pub(crate) fn tell_word(&self, key: &str) {
        self.tell(&self.words(key, &[]), false);
    }
}

/// What every row has: texts in its parts, names of its fields, and what its buttons are for.
pub(crate) trait Row {
    /// Writes into the part with this `data-part` mark.
    fn put(&self, part: &str, text: &str);
    /// Names every field after the row's id: `usual` becomes `usual.sleep`.
    fn name_fields(&self, id: &str);
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
            field.set_attribute("name", &[&name, ".", id].concat());
            field.toggle_attribute("data-name", false);
        }
        while let Some(button) = self.find("[data-action]:not([data-for])") {
            button.set_attribute("data-for", id);
        }
        // What describes a field is named by an id of its own.
        if let (Some(hint), Some(group)) = (self.find("[data-hint]"), self.find("[data-hinted]")) {
            let name = [&hint.attribute("data-hint").unwrap_or_default(), "-", id].concat();
            hint.set_attribute("id", &name);
            group.set_attribute("aria-describedby", &name);
        }
    }
}

/// The selector of an attribute with a value. Values are ids or names of ours.
pub(crate) fn selector(attribute: &str, value: &str) -> String {
    ["[", attribute, "=\"", value, "\"]"].concat()
}

pub(crate) fn number(number: u32) -> String {
    Number::whole(i64::from(number)).to_text()
}

pub(crate) fn number_of(text: &str) -> Option<u8> {
    text.parse().ok()
}

/// The lines of a text, without empty ones.
pub(crate) fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(ToOwned::to_owned).collect()
}
