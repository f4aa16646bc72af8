//! What the keeper and whoever drives it tell each other.

use alloc::vec::Vec;

use crate::Kdf;

/// A single step for whoever drives the keeper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// Nothing is to be done.
    Rest,
    /// Read all of the store and hand it to [`Keeper::seen`](super::Keeper::seen).
    Look,
    /// Make a key of the phrase at hand, and hand it to [`Keeper::derived`](super::Keeper::derived).
    Derive(Kdf, [u8; 16]),
    /// In one transaction that no other can come between: read all of the store, hand it to
    /// [`Keeper::decide`](super::Keeper::decide), and write what it returns; again, until it returns nothing. When
    /// that is on the disk, call [`Keeper::wrote`](super::Keeper::wrote).
    Write,
    /// Remove the whole store, then call [`Keeper::erased`](super::Keeper::erased).
    Erase,
}

/// What is to be written into a place of the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Put {
    /// Which place: a slot, or [`AT_HAND`](crate::AT_HAND).
    pub slot: usize,
    /// Its new bytes. None at all: the place is to be emptied.
    pub bytes: Vec<u8>,
}

/// Why a step could not be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The browser lets this page keep nothing.
    Blocked,
    /// There is no room.
    Full,
    /// A store of our name is there that is not made as ours is.
    Foreign,
    /// Any other reason.
    Other,
}
