//! The vault: what a person keeps of the tools on their own device, and only their phrase opens it.
//!
//! - [`envelope`]: the sealed bytes, version 1, and the keys that open them.
//! - [`Record`], [`Contents`]: what is inside.
//! - [`Keeper`]: everything that can be done with the two slots of a store, as a state machine. It asks for
//!   single steps ([`Command`]) and is told how they went, so every fault can be tried without a browser.
//! - [`backup`]: the same envelope as a text file.
//! - [`at_hand`]: the steps that a person lets be read before the phrase.
//! - [`phrase`]: making a phrase of words, reading one as it was typed, and an honest word on its strength.
//! - [`Watch`]: when to lock.
//!
//! Nothing here does I/O, reads a clock or makes random numbers: the time and the random bytes are handed in.

#![no_std]

extern crate alloc;
#[cfg(test)]
extern crate std;

pub mod at_hand;
pub mod backup;
mod bytes;
mod contents;
mod day;
pub mod envelope;
mod kdf;
mod keeper;
mod keys;
pub mod phrase;
mod slots;
mod watch;

pub use contents::{Contents, Record};
pub use day::Day;
pub use kdf::{Kdf, NotEnoughMemory};
pub use keeper::{Command, Failure, Keeper, Note, Put, State};
pub use keys::Key;
pub use slots::{AT_HAND, Slots};
pub use watch::{Turn, Watch};

/// Fills bytes with random ones that nobody can foresee.
pub type Random = fn(&mut [u8]);
