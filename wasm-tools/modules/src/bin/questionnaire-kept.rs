//! Pages with a questionnaire that can be kept.

#![cfg_attr(target_arch = "wasm32", no_std, no_main)]

extern crate footbridge_keep as _;
extern crate footbridge_questionnaire as _;

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
