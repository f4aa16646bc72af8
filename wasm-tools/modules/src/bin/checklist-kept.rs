//! Pages with a checklist that can be kept.

#![cfg_attr(target_arch = "wasm32", no_std, no_main)]

extern crate footbridge_checklist as _;
extern crate footbridge_keep as _;

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
