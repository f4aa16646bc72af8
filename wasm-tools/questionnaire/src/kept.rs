//! What a page can do in which answers are kept: a page that keeps nothing carries none of this.

mod keep;
mod past;
mod trends;

use alloc::vec::Vec;

use footbridge_page::{Element, Keep};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::Tool;

pub(crate) use past::Past;

#[wasm_bindgen]
impl Tool {
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
