//! The page of all that is kept.

#![cfg_attr(target_arch = "wasm32", no_std, no_main)]

extern crate footbridge_keep as _;

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
