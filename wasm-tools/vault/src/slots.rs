//! The two slots of the store. Each holds a whole envelope; the newer one that opens is what is kept, the other
//! is what was kept before it, so that no write can lose both. A third place beside them holds what may be read before
//! the phrase ([`crate::at_hand`]); nothing of the vault depends on it.

use alloc::vec::Vec;

use crate::Contents;
use crate::envelope::{Fault, Header, Ring};

/// What stands in the store: the two slots, and what is at hand before the phrase.
pub type Slots = [Option<Vec<u8>>; 3];

/// The place of what is at hand before the phrase.
pub const AT_HAND: usize = 2;

/// A slot that holds an envelope of ours.
pub(crate) struct Held<'a> {
    pub(crate) slot: usize,
    pub(crate) header: Header,
    pub(crate) bytes: &'a [u8],
}

/// What can be said of the slots without a key.
pub(crate) struct Seen<'a> {
    /// Whole envelopes, newest first.
    pub(crate) held: Vec<Held<'a>>,
    /// What is wrong with the others.
    pub(crate) fault: Option<Fault>,
}

pub(crate) fn look(slots: &Slots) -> Seen<'_> {
    let mut seen = Seen { held: Vec::new(), fault: None };
    for (slot, bytes) in slots.iter().take(AT_HAND).enumerate() {
        let Some(bytes) = bytes else { continue };
        match Header::read(bytes) {
            Ok(header) => seen.held.push(Held { slot, header, bytes }),
            // Of two faults the one that says most: what is newer or foreign must never be written over.
            Err(fault) => {
                let weight = |fault| match fault {
                    Fault::Newer => 2,
                    Fault::Foreign => 1,
                    Fault::Damaged | Fault::WrongPhrase => 0,
                };
                if seen.fault.is_none_or(|known| weight(known) < weight(fault)) {
                    seen.fault = Some(fault);
                }
            }
        }
    }
    if let [first, second] = seen.held.as_mut_slice()
        && first.header.count < second.header.count
    {
        core::mem::swap(first, second);
    }
    seen
}

/// What a ring opens in the slots.
pub(crate) struct Opened {
    /// Where it stands.
    pub(crate) slot: usize,
    pub(crate) ring: Ring,
    pub(crate) contents: Contents,
    /// The highest count of both slots, so that the next write is newer than either.
    pub(crate) count: u64,
    /// Whether a newer slot was damaged.
    pub(crate) is_older: bool,
    /// Whether the other slot is wrapped in another way: by an older phrase that must not go on working.
    pub(crate) is_split: bool,
}

/// Why an open vault cannot go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lost {
    /// Nothing is kept any more.
    Gone,
    /// It has been given another phrase elsewhere.
    Rekeyed,
    /// It cannot be read.
    Fault(Fault),
}

/// Opens the newest slot that is whole.
pub(crate) fn open(slots: &Slots, ring: &Ring) -> Result<Opened, Lost> {
    let seen = look(slots);
    if let Some(fault @ (Fault::Foreign | Fault::Newer)) = seen.fault {
        return Err(Lost::Fault(fault));
    }
    let Some(newest) = seen.held.first() else {
        return Err(seen.fault.map_or(Lost::Gone, Lost::Fault));
    };
    let count = newest.header.count;
    let mut fault = seen.fault;
    for held in &seen.held {
        if let Ok(contents) = ring.open(&held.header, held.bytes) {
            return Ok(Opened {
                slot: held.slot,
                ring: ring.as_in(&held.header),
                contents,
                count,
                is_older: fault.is_some(),
                is_split: seen.held.iter().any(|other| !ring.as_in(&held.header).is_of(&other.header)),
            });
        }
        // An envelope that is whole and wrapped in another way has another key: it is not damaged, but newer than us.
        if !ring.is_of(&held.header) {
            return Err(Lost::Rekeyed);
        }
        fault = Some(Fault::Damaged);
    }
    Err(Lost::Fault(Fault::Damaged))
}
