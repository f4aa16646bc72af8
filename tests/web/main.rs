//! The published site in a real browser, as its readers have it: every page, every tool.
//!
//! The site of this repository is built once by the program itself. Keys such as SA-4 are those of the
//! behaviours that a test shows.

#![allow(clippy::unwrap_used, reason = "a helper of tests stops where a test would")]

mod at_hand;
mod base_path;
mod beside;
mod canary;
mod checklist;
mod every_page;
mod exit;
mod faults;
mod keeping;
mod kept;
mod kinds;
mod language;
mod live;
mod module;
mod no_scripts;
mod offline;
mod own_words;
mod paper;
mod person;
mod plan;
mod plan_kept;
mod privacy;
mod probes;
mod ready;
mod reminders;
mod results;
mod risk;
mod score;
mod seal;
mod self_check;
mod site;
mod steps;
mod take_away;
mod touch;
mod trends;
mod unsaved;
mod vault;
mod vectors;
mod walk;
mod weeks;
mod weight;

use std::sync::OnceLock;

use browser::Chromium;

/// One browser for all tests of this file.
fn chromium() -> &'static Chromium {
    static CHROMIUM: OnceLock<Chromium> = OnceLock::new();
    CHROMIUM.get_or_init(Chromium::launch)
}

/// Waits until the part of a page that keeps things, if there is one, shows how things stand.
#[track_caller]
fn settled(page: &browser::Page<'_>) {
    page.wait_for(
        "[...document.querySelectorAll('.keep')].every(keep => keep.querySelector(
            '[data-view]:not([hidden], [data-view=unknown])'))",
    );
}

/// Nothing was found. Otherwise stops and shows all of it.
#[track_caller]
fn none(found: &[String]) {
    assert!(found.is_empty(), "{} found:\n{}", found.len(), found.join("\n"));
}

/// Tells a measured number also when all is well, past the harness, which shows only failures.
fn tell(number: &str) {
    use std::io::Write as _;
    writeln!(std::io::stderr(), "    {number}").ok();
}
