//! Questionnaires in the reader's browser: WebAssembly that takes over the form which the generator has made.
//!
//! Every word is already in the page, so nothing here knows a language. `boot.js` starts this module and
//! hands it events; the functions below are all that it may call. What this module may call in its turn is
//! kept in `imports.allow` and checked at each build.

#![cfg_attr(target_arch = "wasm32", no_std)]

extern crate alloc;

mod errors;
mod fields;
mod keep;
mod language;
mod past;
mod questionnaire;
mod result;
mod steps;
mod take;
mod trends;

use alloc::string::String;
use alloc::vec::Vec;

use footbridge_page::{Element, Keep};
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
    /// `next`, or `language` (the other one).
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
            _ => {}
        }
    }

    /// The file that a press on `take` asks for: its name in the first line, its media type in the second, then
    /// its text. Empty if there is nothing to take along. `day` is the reader's own, as year-month-day; `now` is the
    /// present moment.
    pub fn take(&mut self, format: &str, day: &str, now: &str) -> String {
        if format == "reminder" {
            return self.0.past.reminder(now);
        }
        self.0.take(format, day)
    }

    /// Takes in the text of a file that the reader has opened; empty if it could not be read.
    pub fn opened(&mut self, _what: &str, text: &str) {
        self.0.open_file(text);
    }

    /// Whether nothing is answered.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What is to be kept.
    pub fn body(&mut self) -> Vec<u8> {
        self.0.body()
    }

    /// Puts back what was kept.
    pub fn restore(&mut self, body: &[u8]) -> bool {
        self.0.restore(body)
    }

    /// Forgets everything.
    pub fn forget(&mut self) {
        self.0.forget();
    }

    /// One of the kept, oldest first.
    pub fn past(&mut self, kept: &[u8]) {
        self.0.past(kept);
    }

    /// Shows all of the kept over time.
    pub fn show_past(&mut self, place: Option<Element>) {
        self.0.show_past(place);
    }
}
