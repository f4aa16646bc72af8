//! Locks: a key that the phrase has made opens what is there, opens a file, or makes a new lock.

use alloc::vec::Vec;
use core::mem;

use super::change::Change;
use super::{Command, Keeper, Note, Step, of_file, of_store};
use crate::envelope::{Header, Ring};
use crate::slots::{self, Lost, Slots};
use crate::{Contents, Kdf, Key, Record};

/// What a new lock is for.
pub(super) enum Then {
    Create(Vec<Record>),
    Rekey,
    Strengthen,
}

impl Keeper {
    pub(super) fn new_salt(&self) -> [u8; 16] {
        let mut salt = [0; 16];
        (self.random)(&mut salt);
        salt
    }

    pub(super) fn new_lock(&self, then: Then) -> Step {
        Step::Lock { kdf: Kdf::STRONG, salt: self.new_salt(), then }
    }

    pub(super) fn try_to_open(&mut self, slots: Slots, order: Vec<usize>, at: usize, key: &Key) {
        let envelope = order.get(at).and_then(|slot| slots[*slot].as_deref()).unwrap_or_default();
        let header = Header::read(envelope);
        match header.and_then(|header| Ring::unlock(&header, envelope, key)) {
            Ok(ring) => match slots::open(&slots, &ring) {
                Ok(opened) => {
                    self.note = Some(if opened.is_older { Note::OpenedOlder } else { Note::Opened });
                    let (is_weak, is_split) = (opened.ring.kdf().is_below_policy(), opened.is_split);
                    self.take_in(opened);
                    if self.note == Some(Note::OpenedOlder) {
                        // The next save mends it. Until then nothing is written that could take away more.
                    } else if is_weak {
                        self.step = self.new_lock(Then::Strengthen);
                    } else if is_split {
                        self.step = Step::Settle(Note::Opened);
                    }
                }
                // An older copy under an older phrase: that phrase no longer holds.
                Err(Lost::Rekeyed) => self.note = Some(Note::WrongPhrase),
                Err(Lost::Gone) => self.note = Some(Note::Gone),
                Err(Lost::Fault(fault)) => self.note = Some(of_store(fault)),
            },
            Err(fault) if at + 1 >= order.len() => self.note = Some(of_store(fault)),
            Err(_) => {
                let salt_of = |place: usize| {
                    let slot = order.get(place).and_then(|slot| slots[*slot].as_deref());
                    slot.and_then(|bytes| Header::read(bytes).ok()).map(|header| (header.kdf, header.salt))
                };
                if salt_of(at) == salt_of(at + 1) {
                    self.note = Some(Note::WrongPhrase);
                } else {
                    self.step = Step::Try { slots, order, at: at + 1 };
                }
            }
        }
    }

    pub(super) fn take_file(&mut self, envelope: Vec<u8>, key: &Key) {
        let opened = Header::read(&envelope).and_then(|header| {
            let ring = Ring::unlock(&header, &envelope, key)?;
            ring.open(&header, &envelope).map(|contents| (ring, contents))
        });
        match opened {
            Ok((_, mut contents)) if self.ring.is_some() => {
                let records = mem::take(&mut contents.records);
                self.step = Step::Write(Change::Add(records, Note::Imported));
            }
            Ok((ring, _)) => self.step = Step::Write(Change::Place(envelope, ring)),
            Err(fault) => self.note = Some(of_file(fault)),
        }
    }

    pub(super) fn locked_with(&self, kdf: Kdf, salt: [u8; 16], then: Then, key: &Key) -> Step {
        let change = match (then, &self.ring) {
            (Then::Create(records), _) => {
                Change::Create(Ring::new(kdf, salt, key, self.random), Contents { records })
            }
            (Then::Rekey, _) => Change::Rekey(Ring::new(kdf, salt, key, self.random)),
            (Then::Strengthen, Some(ring)) => Change::Strengthen(ring.rewrapped(kdf, salt, key, self.random)),
            (Then::Strengthen, None) => return Step::Rest,
        };
        Step::Write(change)
    }
}

/// Asks for the key of an envelope.
pub(super) fn derive_for(envelope: Option<&[u8]>) -> Command {
    match envelope.map(Header::read) {
        Some(Ok(header)) => Command::Derive(header.kdf, header.salt),
        _ => Command::Rest,
    }
}
