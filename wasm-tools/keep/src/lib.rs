//! Keeping what a tool holds: the part of the page in which a person chooses a phrase, saves, opens, removes, locks,
//! takes a backup file and erases.
//!
//! The vault itself is `wasm-tools/vault`. Every word is already in the page. `store.js` carries out the single steps
//! that the vault asks for, hands over the time and the events, and stands between this module and the tool's.

#![cfg_attr(target_arch = "wasm32", no_std)]

extern crate alloc;

mod keep;
mod rows;
mod words;

use alloc::string::String;
use alloc::vec::Vec;

use footbridge_page::Element;
use footbridge_vault::{Command, Failure, Kdf, Turn};
use wasm_bindgen::prelude::wasm_bindgen;

/// The key that a phrase makes. Called in an instance of its own, which is dropped afterwards together with the
/// memory that it took: a module's memory can grow, and never shrinks.
#[wasm_bindgen]
pub fn derive(phrase: &[u8], memory: u32, passes: u8, lanes: u8, salt: &[u8]) -> Option<Vec<u8>> {
    let salt = salt.try_into().ok()?;
    let key = Kdf { memory, passes, lanes }.derive(phrase, &salt).ok()?;
    Some(key.as_bytes().to_vec())
}

/// The part of the page in which things are kept.
#[wasm_bindgen]
pub struct Keep(keep::Keep);

/// Takes over the part of the page. `is_file`: the page was opened from a file, where nothing may be stored.
#[wasm_bindgen]
pub fn take_over(section: Element, is_file: bool) -> Keep {
    Keep(keep::Keep::new(section, is_file))
}

#[wasm_bindgen]
impl Keep {
    /// Carries out the action of a button or a form. `typed` and `again` are what its fields hold; `body` is what the
    /// tool holds, if anything; `day` is the reader's own.
    pub fn pressed(
        &mut self,
        action: &str,
        what: &str,
        typed: String,
        again: String,
        body: Option<Vec<u8>>,
        day: &str,
    ) {
        self.0.pressed(action, what, typed, again, body, day);
    }

    /// Judges a phrase of one's own while it is typed.
    pub fn judge(&self, typed: String) {
        self.0.judge(typed);
    }

    /// The text of a backup file that the person has opened.
    pub fn opened(&mut self, text: String) {
        self.0.opened(text);
    }

    /// The next step of the vault: `look`, `derive`, `write`, `erase`, or nothing.
    pub fn command(&self) -> String {
        String::from(match self.0.keeper.command() {
            Command::Rest => "",
            Command::Look => "look",
            Command::Derive(..) => "derive",
            Command::Write => "write",
            Command::Erase => "erase",
        })
    }

    /// For `derive`: the phrase.
    pub fn phrase(&self) -> Vec<u8> {
        self.0.phrase.as_bytes().to_vec()
    }

    /// For `derive`: memory in KiB, passes, lanes.
    pub fn hurdle(&self) -> Vec<u32> {
        match self.0.keeper.command() {
            Command::Derive(kdf, _) => Vec::from([kdf.memory, u32::from(kdf.passes), u32::from(kdf.lanes)]),
            _ => Vec::new(),
        }
    }

    /// For `derive`: the salt.
    pub fn salt(&self) -> Vec<u8> {
        match self.0.keeper.command() {
            Command::Derive(_, salt) => salt.to_vec(),
            _ => Vec::new(),
        }
    }

    /// For `derive`: the key, or none if memory was short.
    pub fn derived(&mut self, key: Option<Vec<u8>>) {
        self.0.derived(key);
    }

    /// For `look`: what stands in the slots.
    pub fn seen(&mut self, first: Option<Vec<u8>>, second: Option<Vec<u8>>) {
        self.0.seen(&[first, second]);
    }

    /// For `write`, within the transaction: what to write into the slot that [`Keep::slot`] names.
    pub fn decide(&mut self, first: Option<Vec<u8>>, second: Option<Vec<u8>>) -> Option<Vec<u8>> {
        self.0.decide(&[first, second])
    }

    /// For `write`: the slot.
    pub fn slot(&self) -> usize {
        self.0.slot
    }

    /// For `write`: it is on the disk.
    pub fn wrote(&mut self) {
        self.0.keeper.wrote();
    }

    /// For `erase`: it is done.
    pub fn erased(&mut self) {
        self.0.keeper.erased();
    }

    /// A step failed, with the name of the browser's error.
    pub fn failed(&mut self, name: &str) {
        self.0.keeper.failed(match name {
            "QuotaExceededError" => Failure::Full,
            "SecurityError" | "InvalidStateError" | "NotAllowedError" => Failure::Blocked,
            _ => Failure::Other,
        });
    }

    /// Says that it is working, before work that holds the page up.
    pub fn working(&self) {
        self.0.say("working");
    }

    /// Brings the page up to date once all steps are done. `now` in seconds of any one clock.
    pub fn show(&mut self, now: f64) {
        self.0.show(now as u64);
    }

    /// Whether it is open.
    pub fn is_unlocked(&self) -> bool {
        self.0.is_unlocked()
    }

    /// What the other pages should hear of what was just done: `changed`, `lock`, `erase`, or nothing.
    pub fn news(&mut self) -> String {
        core::mem::take(&mut self.0.news)
    }

    /// What is to be put back into the tool: a record that was opened, a draft, or what stood there before.
    pub fn to_restore(&mut self) -> Option<Vec<u8>> {
        self.0.to_restore()
    }

    /// Whether the records have changed since this was last asked.
    pub fn has_new_records(&mut self) -> bool {
        core::mem::take(&mut self.0.has_new_records)
    }

    /// How many records of this page's tool there are.
    pub fn count(&self) -> usize {
        self.0.own().count()
    }

    /// The day of one of them, as year-month-day.
    pub fn day(&self, place: usize) -> String {
        self.0.own().nth(place).map(|record| record.day().to_text()).unwrap_or_default()
    }

    /// Whether one of them was made with the tool as it is now.
    pub fn is_current(&self, place: usize) -> bool {
        self.0.own().nth(place).is_some_and(|record| record.version == self.0.version)
    }

    /// The body of one of them.
    pub fn body(&self, place: usize) -> Vec<u8> {
        self.0.own().nth(place).map(|record| record.body.clone()).unwrap_or_default()
    }

    /// Reads the store again.
    pub fn refresh(&mut self) {
        self.0.keeper.refresh();
    }

    /// The backup file: its name, its media type, its text, each after a line break. Empty while nothing is open.
    pub fn backup(&self, day: &str) -> String {
        self.0.backup(day)
    }

    /// The person did something. `now` in seconds of any one clock.
    pub fn touch(&mut self, now: f64) {
        self.0.touch(now as u64);
    }

    /// Looks at the clock. Whether it is time to lock; [`Keep::lock`] is then to be called.
    pub fn tick(&mut self, now: f64, is_hidden: bool) -> bool {
        self.0.tick(now as u64, is_hidden) == Turn::Lock
    }

    /// Forgets all that is open; `body` comes back into the tool after the next opening.
    pub fn lock(&mut self, body: Option<Vec<u8>>, day: &str) {
        self.0.lock(body, day);
    }
}
