//! Checklists of early signs in the reader's browser: WebAssembly that takes over what the generator has made.
//!
//! Every word is already in the page, so nothing here knows a language. What the person makes is a
//! [`Document`](footbridge_model::checklist::document::Document); every level comes from its exact rules. What
//! this module may call is kept in `imports.allow` and checked at each build.

#![cfg_attr(target_arch = "wasm32", no_std)]

extern crate alloc;

mod chart;
mod deck;
mod files;
mod guest;
mod levels;
mod over_time;
mod own_signs;
mod screen;
mod sharing;
mod side_by_side;
mod state;
mod week;

use footbridge_page::Element;
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
