//! What every tool in the browser shares: the elements of the page, and what a program without `std` must
//! bring along.
//!
//! Each kind of tool is a crate of its own above this one, and becomes a WebAssembly module of its own
//! (`wasm-tools/modules`), so that a page carries only what it uses and a module has only the powers that the
//! `imports.allow` of its crates names.

#![cfg_attr(target_arch = "wasm32", no_std)]

extern crate alloc;

mod chart;
mod element;
mod keep;
mod reminder;
#[cfg(target_arch = "wasm32")]
mod runtime;
mod words;

pub use chart::draw;
pub use element::Element;
pub use footbridge_model::joined;
pub use keep::{Keep, Past};
pub use reminder::take_reminder;
pub use words::{day_among, day_in_words, filled};
