//! Questionnaires in the reader's browser: WebAssembly that takes over the form which the generator has made.
//!
//! Every word is already in the page, so nothing here knows a language. `boot.js` starts this module and
//! hands it events; the functions below are all that it may call. What this module may call in its turn is
//! kept in `imports.allow` and checked at each build.

#![cfg_attr(target_arch = "wasm32", no_std)]

extern crate alloc;

mod errors;
mod fields;
#[cfg(feature = "keep")]
mod kept;
mod language;
mod questionnaire;
mod result;
mod steps;
mod take;

use alloc::string::String;

use footbridge_page::Element;
use wasm_bindgen::prelude::wasm_bindgen;

use questionnaire::Questionnaire;

/// A tool of this page that the module has taken over.
#[wasm_bindgen]
pub struct Tool(Questionnaire);

/// Takes over a tool's section. Nothing comes back if its definition cannot be read; then the section stays as
/// it is, and works without scripts.
#[wasm_bindgen]
pub fn take_over(section: Element, definition: &[u8]) -> Option<Tool> {
    Questionnaire::open(section, definition).ok().map(Tool)
}

#[wasm_bindgen]
impl Tool {
    /// Reads the answers again after the field `item` has changed to `value`, or, without a name, after the
    /// browser has brought the page back.
    pub fn changed(&mut self, item: &str, value: &str) {
        self.0.exclude(item, value);
        self.0.refresh();
    }

    /// Carries out the action of a button or a link: `result`, `again`, `go` (to a question), `add` (one more
    /// entry of a repeating group), `undo` (of opening a file), `mode` (one question at a time or all), `back`,
    /// `next`, `language` (the other one), or `moved` (the answers stand in the page that keeps them).
    pub fn pressed(&mut self, action: &str, item: &str) {
        match action {
            "result" => self.0.show_result(),
            "again" => self.0.start_again(),
            "go" => self.0.go_to(item),
            "add" => self.0.add_entry(item),
            "undo" => self.0.undo(),
            "mode" => self.0.change_mode(),
            "back" => self.0.step(false),
            "next" => self.0.step(true),
            "language" => self.0.change_language(),
            "moved" => self.0.let_go(),
            _ => {}
        }
    }

    /// The file that a press on `take` asks for: its name in the first line, its media type in the second, then
    /// its text. Empty if there is nothing to take along. `answers` are for the page beside this one. `day` is the reader's own, as year-month-day; `now` is the
    /// present moment.
    pub fn take(&mut self, format: &str, day: &str, now: &str) -> String {
        #[cfg(feature = "keep")]
        if format == "reminder" {
            return self.0.past.reminder(now);
        }
        self.0.take(format, day)
    }

    /// Takes in the text of a file that the reader has opened; empty if it could not be read. `handed`: it comes from
    /// the page beside this one, which keeps nothing.
    pub fn opened(&mut self, what: &str, text: &str) {
        #[cfg(feature = "keep")]
        if what == "handed" {
            return self.0.take_in(text);
        }
        let _ = what;
        self.0.open_file(text);
    }
}
