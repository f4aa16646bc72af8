//! Checklists of early signs in the reader's browser: WebAssembly that takes over what the generator has made.
//!
//! Every word is already in the page, so nothing here knows a language. What the person makes is a
//! [`Document`](footbridge_model::checklist::document::Document); every level comes from its exact rules. What
//! this module may call is kept in `imports.allow` and checked at each build.

#![cfg_attr(target_arch = "wasm32", no_std)]

extern crate alloc;

mod deck;
mod files;
mod guest;
mod keep;
mod levels;
mod over_time;
mod own_signs;
mod screen;
mod sharing;
mod side_by_side;
mod state;
mod week;

use alloc::string::String;
use alloc::vec::Vec;

use footbridge_model::joined;
use footbridge_page::{Element, take_reminder};
use wasm_bindgen::prelude::wasm_bindgen;

use state::Checklist;

/// A checklist of this page that the module has taken over.
#[wasm_bindgen]
pub struct Tool(Checklist);

/// Takes over a tool's section. Nothing comes back if its definition cannot be read; then the section stays as
/// it is, and works without scripts.
#[wasm_bindgen]
pub fn take_over(section: Element, definition: &[u8]) -> Option<Tool> {
    Checklist::open(section, definition).ok().map(Tool)
}

#[wasm_bindgen]
impl Tool {
    /// The field `name` has changed to `value`; without a name, the browser has brought the page back.
    pub fn changed(&mut self, name: &str, value: &str) {
        self.0.changed(name, value);
    }

    /// Carries out the action of a button. `item` says for what.
    pub fn pressed(&mut self, action: &str, item: &str) {
        self.0.pressed(action, item);
    }

    /// The reader's day, as year-month-day.
    pub fn today(&mut self, day: &str) {
        self.0.is_day(day);
    }

    /// A file to take along: its name, its media type and its text, a line each; empty if something is missing. `now`
    /// is the present moment.
    pub fn take(&mut self, what: &str, day: &str, now: &str) -> String {
        self.0.is_day(day);
        if what == "reminder" {
            return take_reminder(&self.0.screen.0, now);
        }
        match self.0.take(what) {
            Some(file) => joined(&[&file.name, "\ntext/plain\n", &file.text]),
            None => String::new(),
        }
    }

    /// The text of a file that the reader has opened.
    pub fn opened(&mut self, _what: &str, text: &str) {
        self.0.opened(text);
    }

    /// Whether there is nothing to keep.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What is to be kept, in a form that begins with a version byte and is read for ever.
    pub fn body(&self) -> Vec<u8> {
        self.0.body()
    }

    /// Puts back what was kept, in place of what stands there now. `false`, and nothing changed, if it cannot be read.
    pub fn restore(&mut self, body: &[u8]) -> bool {
        self.0.restore(body)
    }

    /// Forgets everything that was typed or restored.
    pub fn forget(&mut self) {
        self.0.forget();
    }
}
