//! Taking the plan along: as text to read, and as a file that this page opens again.

use alloc::string::String;

use footbridge_model::plan::{Entry, Filled, PlanFile};
use footbridge_model::replaced;

use crate::plan::Plan;

impl Plan {
    /// The file that was asked for. Empty if nothing is written.
    pub(crate) fn take(&mut self, format: &str, day: &str) -> String {
        self.day = day.into();
        self.read();
        if self.draft.is_empty() {
            self.tell("data-nothing");
            return String::new();
        }
        let name = ["plan-", day].concat();
        match format {
            "text" => [&name, ".txt\ntext/plain\n", &self.text()].concat(),
            "file" => {
                let tool = self.section.attribute("data-tool").unwrap_or_default();
                [&name, ".json\napplication/json\n", &PlanFile::write(&tool, day, &self.draft.document())]
                    .concat()
            }
            _ => String::new(),
        }
    }

    /// Takes in a file that the reader has opened. What the plan said until then is kept as a version.
    pub(crate) fn open_file(&mut self, text: &str) {
        self.read();
        let tool = self.section.attribute("data-tool").unwrap_or_default();
        match PlanFile::read(text) {
            Some(file) if file.tool == tool => {
                let day = self.day.clone();
                self.draft.take_in(file.document, &day);
                self.show_all();
                self.tell("data-opened");
                self.focus("[data-first]");
            }
            Some(_) => self.tell("data-other-plan"),
            None => self.tell("data-unreadable"),
        }
    }

    /// The plan as plain text, in the words of the page.
    fn text(&self) -> String {
        let words = |name: &str| self.section.attribute(name).unwrap_or_default();
        let mut text = [&words("aria-label"), "\n", &self.in_words(&self.day), "\n"].concat();
        let lines = words("data-lines");
        if !lines.is_empty() {
            text.push_str(&["\n", &replaced(&lines, "|", "\n"), "\n"].concat());
        }
        for (place, rule) in self.draft.rules().sections.iter().enumerate() {
            let mut entries = self.draft.entries(place).peekable();
            if entries.peek().is_none() {
                continue;
            }
            let title = self.part(place, "[data-title]").map(|title| title.text()).unwrap_or_default();
            text.push_str(&["\n", &title, "\n"].concat());
            entries.for_each(|entry| push(&mut text, entry, rule.kind.has_tick()));
        }
        for Filled { entries, .. } in self.draft.others() {
            text.push('\n');
            entries.iter().for_each(|entry| push(&mut text, entry, false));
        }
        text
    }
}

fn push(text: &mut String, entry: &Entry, has_tick: bool) {
    text.push_str(match (has_tick, entry.tick) {
        (true, true) => "- [x] ",
        (true, false) => "- [ ] ",
        _ => "- ",
    });
    let mut is_first = true;
    for field in entry.fields.iter().map(|field| field.trim()).filter(|field| !field.is_empty()) {
        if !is_first {
            text.push_str(", ");
        }
        is_first = false;
        // A line of its own would look like another entry.
        text.push_str(&replaced(field, "\n", "\n  "));
    }
    text.push('\n');
}
