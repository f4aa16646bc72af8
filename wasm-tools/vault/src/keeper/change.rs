//! Changes: each is made of what stands in the slots at the moment of writing, and looked for afterwards.

use alloc::vec::Vec;

use super::{Keeper, Note, Put, State, Step, state_of};
use crate::envelope::{Header, MOST, Ring};
use crate::slots::{self, Lost, Slots};
use crate::{Contents, Record, at_hand};

/// What is to become of the vault.
pub(super) enum Change {
    /// A new vault.
    Create(Ring, Contents),
    /// A new vault: an envelope from elsewhere, as it is.
    Place(Vec<u8>, Ring),
    Add(Vec<Record>, Note),
    Remove(u64),
    /// Another phrase and another data key: an old copy tells nothing about what comes later.
    Rekey(Ring),
    /// A harder way from the same phrase to the same data key.
    Strengthen(Ring),
}

/// What was written, to be looked for.
pub(super) struct Written {
    ring: Ring,
    count: u64,
    added: Vec<u64>,
    removed: Option<u64>,
    /// Whether no older copy may stay.
    is_final: bool,
    pub(super) note: Note,
}

impl Keeper {
    /// What a change makes of what stands in the slots now; or what there is to say instead.
    pub(super) fn plan(&mut self, slots: &Slots, change: Change) -> Result<(Put, Written), Option<Note>> {
        let change = match change {
            Change::Create(ring, contents) => {
                is_free(slots)?;
                let added = ids(&contents.records);
                let bytes = ring.seal(&contents, 1, self.random);
                return put(
                    0,
                    bytes,
                    Written { ring, count: 1, added, removed: None, is_final: false, note: Note::Saved },
                );
            }
            Change::Place(bytes, ring) => {
                is_free(slots)?;
                let count = Header::read(&bytes).map_or(0, |header| header.count);
                let note = Note::Imported;
                return put(
                    0,
                    bytes,
                    Written { ring, count, added: Vec::new(), removed: None, is_final: false, note },
                );
            }
            change => change,
        };
        let ring = self.ring.as_ref().ok_or(None)?;
        let (mut contents, from, count, ring) = match slots::open(slots, ring) {
            Ok(opened) => (opened.contents, opened.slot, opened.count, opened.ring),
            // They know that it is gone and want it kept all the same: everything that is open is written again.
            Err(Lost::Gone) if self.knows_it_is_gone => (self.contents.clone(), 1, self.count, ring.clone()),
            Err(lost) => {
                self.knows_it_is_gone = lost == Lost::Gone;
                self.lose(lost);
                return Err(self.note);
            }
        };
        let count = count.saturating_add(1);
        let mut written =
            Written { ring, count, added: Vec::new(), removed: None, is_final: false, note: Note::Saved };
        match change {
            Change::Add(records, note) => {
                contents.add(&records);
                written.added = ids(&records);
                written.note = note;
            }
            Change::Remove(id) => {
                contents.records.retain(|record| record.id != id);
                written.removed = Some(id);
                written.is_final = true;
                self.also = at_hand::IS_KNOWN.then(|| self.without_steps_of(slots, id)).flatten();
                written.note = if self.also.is_some() { Note::RemovedWithSteps } else { Note::Removed };
            }
            Change::Rekey(ring) => {
                written.ring = ring;
                written.is_final = true;
                written.note = Note::Rekeyed;
            }
            Change::Strengthen(ring) => {
                written.ring = ring;
                written.is_final = true;
                written.note = Note::Opened;
            }
            Change::Create(..) | Change::Place(..) => return Err(None),
        }
        let bytes = written.ring.seal(&contents, count, self.random);
        put(1 - from, bytes, written)
    }

    /// Looks for what was written. Another page may have written since; what was meant must hold all the same.
    pub(super) fn check(&mut self, slots: &Slots, written: &Written) {
        match slots::open(slots, &written.ring) {
            Ok(opened) => {
                let has = |id: &u64| opened.contents.find(*id).is_some();
                let holds = opened.count >= written.count
                    && !(opened.is_older && opened.count == written.count)
                    && written.added.iter().all(has)
                    && !written
                        .removed
                        .is_some_and(|id| has(&id) || at_hand::IS_KNOWN && self.has_at_hand(id));
                if !holds {
                    self.note = Some(Note::NotSaved);
                    return;
                }
                self.take_in(opened);
                if written.is_final {
                    self.step = Step::Settle(written.note);
                } else {
                    self.note = Some(written.note);
                }
            }
            Err(Lost::Rekeyed) => self.lose(Lost::Rekeyed),
            Err(_) => self.note = Some(Note::NotSaved),
        }
    }
}

/// A new vault may stand only where nothing stands.
fn is_free(slots: &Slots) -> Result<(), Option<Note>> {
    match state_of(slots) {
        State::Nothing => Ok(()),
        State::Foreign => Err(Some(Note::Foreign)),
        State::Newer => Err(Some(Note::Newer)),
        State::Damaged => Err(Some(Note::Damaged)),
        _ => Err(Some(Note::Exists)),
    }
}

fn put(slot: usize, bytes: Vec<u8>, written: Written) -> Result<(Put, Written), Option<Note>> {
    if bytes.len() > MOST { Err(Some(Note::TooLarge)) } else { Ok((Put { slot, bytes }, written)) }
}

fn ids(records: &[Record]) -> Vec<u64> {
    records.iter().map(|record| record.id).collect()
}
