//! The browser client against small pages: what it does, what it records, what its probes find.

#![allow(clippy::unwrap_used, reason = "a helper of tests stops where a test would")]

mod hands;
mod leftovers;
mod looking;
mod missing;
mod probing;
mod recording;
mod serving;

use std::sync::OnceLock;

use browser::{Chromium, Server};

/// One browser for all tests of this file.
fn chromium() -> &'static Chromium {
    static CHROMIUM: OnceLock<Chromium> = OnceLock::new();
    CHROMIUM.get_or_init(Chromium::launch)
}

/// The small pages beside these tests, on an origin of their own for each test.
fn pages() -> Server {
    Server::folder(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/pages"))
}
