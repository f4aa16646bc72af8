//! Keeping what a tool holds: the part of the page in which a person chooses a phrase, saves, opens, removes, locks,
//! takes a backup file and erases.
//!
//! The vault itself is `wasm-tools/vault`. Every word is already in the page. `store.js` carries out the single steps
//! that the vault asks for, hands over the time and the events, and stands between the vault and the tool.

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

/// The key that a phrase makes: carries out an order of [`Keep::order`]. Called in an instance of its own, which is
/// dropped afterwards together with the memory that it took: a module's memory can grow, and never shrinks.
#[wasm_bindgen]
pub fn derive(order: &[u8]) -> Option<Vec<u8>> {
    let (memory, rest) = order.split_first_chunk()?;
    let ([passes, lanes], rest) = rest.split_first_chunk()?;
    let (salt, phrase) = rest.split_first_chunk()?;
    let kdf = Kdf { memory: u32::from_le_bytes(*memory), passes: *passes, lanes: *lanes };
    let key = kdf.derive(phrase, salt).ok()?;
    Some(key.as_bytes().to_vec())
}

/// The part of the page in which things are kept.
#[wasm_bindgen]
pub struct Keep(keep::Keep);

/// Takes over the part of the page. `is_file`: the page was opened from a file, where nothing may be stored.
#[wasm_bindgen]
pub fn take_over_keep(section: Element, is_file: bool) -> Keep {
    Keep(keep::Keep::new(section, is_file))
}

// Each function here costs some hundred bytes of every page, so there are few.
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

    /// Hears what has happened: `judge` (a phrase of one's own is being typed), `file` (the text of a backup file),
    /// `wrote`, `erased`, `failed` (with the name of the browser's error), `refresh` (another page has written),
    /// `erased-elsewhere` (another page has erased everything),
    /// `handed` (what stood in the page beside this one has come along), `moved` (it has gone to one), or `working` (what comes next holds the page
    /// up).
    pub fn hear(&mut self, what: &str, text: String) {
        match what {
            "judge" => self.0.judge(text),
            "file" => self.0.opened(text),
            "wrote" => self.0.keeper.wrote(),
            "erased" => self.0.keeper.erased(),
            "refresh" => self.0.keeper.refresh(),
            "erased-elsewhere" => self.0.erased_elsewhere(),
            "working" | "handed" | "moved" => self.0.say(what),
            _ => self.0.keeper.failed(match text.as_str() {
                "QuotaExceededError" => Failure::Full,
                // The last two: a browser that has no store at all.
                "SecurityError" | "InvalidStateError" | "NotAllowedError" | "TypeError"
                | "ReferenceError" => Failure::Blocked,
                "VersionError" | "NotFoundError" => Failure::Foreign,
                _ => Failure::Other,
            }),
        }
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

    /// For `derive`: memory in KiB, passes, lanes, salt and phrase, in a row.
    pub fn order(&self) -> Vec<u8> {
        let Command::Derive(kdf, salt) = self.0.keeper.command() else { return Vec::new() };
        let mut order = Vec::with_capacity(22 + self.0.phrase.len());
        order.extend_from_slice(&kdf.memory.to_le_bytes());
        order.extend_from_slice(&[kdf.passes, kdf.lanes]);
        order.extend_from_slice(&salt);
        order.extend_from_slice(self.0.phrase.as_bytes());
        order
    }

    /// For `derive`: the key, or none if memory was short.
    pub fn derived(&mut self, key: Option<Vec<u8>>) {
        self.0.derived(key);
    }

    /// For `look`: what stands in the store.
    pub fn seen(&mut self, first: Option<Vec<u8>>, second: Option<Vec<u8>>, at_hand: Option<Vec<u8>>) {
        self.0.seen(&[first, second, at_hand]);
    }

    /// For `write`, within the transaction: the number of a place, then what to write into it; nothing more: it is to
    /// be emptied. To be called until there is nothing more to write.
    pub fn decide(
        &mut self,
        first: Option<Vec<u8>>,
        second: Option<Vec<u8>>,
        at_hand: Option<Vec<u8>>,
    ) -> Option<Vec<u8>> {
        self.0.decide(&[first, second, at_hand])
    }

    /// Brings the page up to date once all steps are done. What the other pages should hear of what was just done:
    /// `changed`, `lock`, `erase`, or nothing. `now` in seconds of any one clock.
    pub fn show(&mut self, now: f64) -> String {
        self.0.show(now as u64);
        core::mem::take(&mut self.0.news)
    }

    /// Whether it is open.
    pub fn is_unlocked(&self) -> bool {
        self.0.is_unlocked()
    }

    /// What is to be put back into the tool: a record that was opened, a draft, or what stood there before.
    pub fn take_back(&mut self) -> Option<Vec<u8>> {
        self.0.take_back()
    }

    /// One of the records of this page's tool, oldest first, as `Keep::past` of the crate `page` takes it.
    pub fn record(&self, place: usize) -> Option<Vec<u8>> {
        self.0.record_at(place)
    }

    /// The backup file: its name, its media type, its text, each after a line break. Empty while nothing is open.
    pub fn backup(&self, day: &str) -> String {
        self.0.backup(day)
    }

    /// The person did something (`is_touch`), or a second has passed. Whether it is time to lock; [`Keep::lock`] is
    /// then to be called.
    pub fn tick(&mut self, now: f64, is_touch: bool, is_hidden: bool) -> bool {
        if is_touch {
            self.0.touch(now as u64);
        }
        !is_touch && self.0.tick(now as u64, is_hidden) == Turn::Lock
    }

    /// Looks whether `body`, what the tool holds, is kept, and says so if not. Whether something would be lost if the
    /// page were closed now. `is_edit`: it is not the end of what a press has led to.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "what may be missing comes over from the page by value"
    )]
    pub fn compare(&mut self, body: Option<Vec<u8>>, is_edit: bool) -> bool {
        self.0.compare(body.as_deref(), is_edit)
    }

    /// Forgets all that is open; `body` comes back into the tool after the next opening.
    pub fn lock(&mut self, body: Option<Vec<u8>>, day: &str) {
        self.0.lock(body, day);
    }
}

#[cfg(feature = "steps")]
#[wasm_bindgen]
impl Keep {
    /// Once all steps are done: the body whose steps [`Keep::follow`] wants, to be read before the phrase.
    pub fn source(&mut self) -> Option<Vec<u8>> {
        self.0.source()
    }

    /// What the tool made of the source.
    pub fn follow(&mut self, steps: Option<Vec<u8>>) {
        self.0.follow(steps);
    }

    /// What of this page's tool may be read although it is not open, as `Keep::at_hand` of the crate `page` takes it.
    pub fn at_hand(&self) -> Option<Vec<u8>> {
        self.0.at_hand()
    }
}
