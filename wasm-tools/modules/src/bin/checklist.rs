//! Pages with a checklist.

#![cfg_attr(target_arch = "wasm32", no_std, no_main)]

extern crate footbridge_checklist as _;

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
