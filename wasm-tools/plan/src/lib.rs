//! Plans in the reader's browser: WebAssembly that takes over the form which the generator has made.
//!
//! Every word is already in the page, so nothing here knows a language. `boot.js` starts this module and hands it
//! events and the reader's own day; the functions below are all that it may call. What this module may call in its
//! turn is kept in `imports.allow` and checked at each build.

#![cfg_attr(target_arch = "wasm32", no_std)]

extern crate alloc;

mod days;
mod entries;
mod keep;
mod plan;
mod review;
mod rows;
mod take;
mod views;

use alloc::string::String;
use alloc::vec::Vec;

use footbridge_page::{Element, take_reminder};
use wasm_bindgen::prelude::wasm_bindgen;

use plan::Plan;

/// A tool of this page that the module has taken over.
#[wasm_bindgen]
pub struct Tool(Plan);

/// Takes over a tool's section. Nothing comes back if its definition cannot be read;
/// then the section stays as it is, and works without scripts.
#[wasm_bindgen]
pub fn take_over(section: Element, definition: &[u8]) -> Option<Tool> {
    Plan::open(section, definition).ok().map(Tool)
}

#[wasm_bindgen]
impl Tool {
    /// Takes in what stands in the field `name` now: while it is typed.
    pub fn typed(&mut self, name: &str, value: &str) {
        self.0.typed(name, value);
    }

    /// Reads all fields again: after one has changed, or after the browser has brought the page back.
    pub fn changed(&mut self, _name: &str, _value: &str) {
        self.0.read();
    }

    /// The page has come into view. Only now the browser may know which part of it the address names.
    pub fn shown(&mut self) {
        self.0.show_if_asked_for();
    }

    /// Takes in the reader's own day, as year-month-day.
    pub fn today(&mut self, day: &str) {
        self.0.day = day.into();
        self.0.show_days();
    }

    /// Carries out the action of a button: see the buttons in `templates/tools/plan`.
    pub fn pressed(&mut self, action: &str, item: &str) {
        self.0.pressed(action, item);
    }

    /// The file that a press on `take` asks for: its name in the first line, its media type in the second, then
    /// its text. Empty if there is nothing to take along. `now` is the present moment.
    pub fn take(&mut self, format: &str, day: &str, now: &str) -> String {
        if format == "reminder" {
            return take_reminder(&self.0.section, now);
        }
        self.0.take(format, day)
    }

    /// Takes in the text of a file that the reader has opened; empty if it could not be read.
    pub fn opened(&mut self, _what: &str, text: &str) {
        self.0.open_file(text);
    }

    /// Whether there is nothing to keep.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What is to be kept, in a form that begins with a version byte and is read for ever.
    pub fn body(&mut self) -> Vec<u8> {
        self.0.body()
    }

    /// Puts back what was kept, in place of what stands there now. `false`, and nothing changed, if it cannot be read.
    pub fn restore(&mut self, body: &[u8]) -> bool {
        self.0.restore_body(body)
    }

    /// Of what is kept, all that may be read before the phrase, if the person chooses so.
    pub fn steps(&self, body: &[u8]) -> Option<Vec<u8>> {
        self.0.steps(body)
    }

    /// Takes in what may be read while the rest is locked, or that it is nothing.
    pub fn at_hand(&mut self, kept: Option<Vec<u8>>) {
        self.0.take_at_hand(kept);
    }

    /// Forgets everything that was typed or restored.
    pub fn forget(&mut self) {
        self.0.forget();
    }
}
