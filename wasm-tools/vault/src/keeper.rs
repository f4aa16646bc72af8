//! Everything that can be done with a vault, one step at a time.
//!
//! The keeper asks for a single step ([`Keeper::command`]); whoever drives it carries the step out and says how it
//! went ([`Keeper::seen`], [`Keeper::decide`], [`Keeper::derived`] …). Between two steps anything may happen: the
//! page is closed, another page writes, the disk is full. So no step relies on what an earlier one saw: each change
//! reads both slots in the same transaction in which it writes one, and applies itself to what it finds there.
//! Two pages that save at once therefore both succeed, one after the other, and nothing is lost.
//!
//! After each write both slots are read again and opened. Only then is it said to be saved. Where an older copy must
//! not outlive a change (a record was removed, the phrase was changed), a last step writes over it, too.

mod change;
mod driver;
mod locks;
mod said;
mod steps;

use alloc::vec::Vec;
use core::mem;

use crate::envelope::{Fault, Header, Ring};
use crate::slots::{self, Lost, Slots};
use crate::{Contents, Kdf, Key, Random, Record, at_hand};

use change::{Change, Written};
pub use driver::{Command, Failure, Put};
use locks::{Then, derive_for};
pub use said::{Note, State};
use said::{of_file, of_store};
use steps::Wish;

enum Step {
    Rest,
    /// What is there?
    Visit,
    /// What is there now, after another page has changed it?
    Refresh,
    /// What is there to open?
    Find,
    /// The key for the envelope in `at`, of these slots.
    Try {
        slots: Slots,
        order: Vec<usize>,
        at: usize,
    },
    /// The key for the envelope of a file.
    TryFile(Vec<u8>),
    /// The key for a new lock.
    Lock {
        kdf: Kdf,
        salt: [u8; 16],
        then: Then,
    },
    Write(Change),
    /// Is it there?
    Check(Written),
    /// Write over the older copy.
    Settle(Note),
    /// What shall be at hand before the phrase.
    Steps(Wish),
    /// Is it so?
    StepsCheck(Wish),
    Erase,
    /// Is it gone?
    Proof,
}

/// A vault and what is being done with it.
pub struct Keeper {
    random: Random,
    state: State,
    ring: Option<Ring>,
    contents: Contents,
    count: u64,
    step: Step,
    /// What the write that is under way will have written.
    written: Option<Written>,
    /// The same for what shall be at hand before the phrase.
    wished: Option<Wish>,
    /// What is to be written in the same transaction besides.
    also: Option<Put>,
    /// What was found at hand before the phrase; `None` if something stands there that cannot be read.
    at_hand: Option<Contents>,
    note: Option<Note>,
    /// What was in the tool when the vault locked: sealed like the vault, and kept by this page alone.
    draft: Option<Vec<u8>>,
    /// The store was found empty under an open vault, and the person knows.
    knows_it_is_gone: bool,
}

impl Keeper {
    /// A keeper that has not looked yet.
    pub fn new(random: Random) -> Keeper {
        Keeper {
            random,
            state: State::Unknown,
            ring: None,
            contents: Contents::default(),
            count: 0,
            step: Step::Visit,
            written: None,
            wished: None,
            also: None,
            at_hand: Some(Contents::default()),
            note: None,
            draft: None,
            knows_it_is_gone: false,
        }
    }

    /// What is known of the store.
    pub fn state(&self) -> State {
        self.state
    }

    /// The open records, oldest first.
    pub fn records(&self) -> &[Record] {
        &self.contents.records
    }

    /// What there is to say, once.
    pub fn take_note(&mut self) -> Option<Note> {
        self.note.take()
    }

    /// Whether something is under way.
    pub fn is_busy(&self) -> bool {
        !matches!(self.step, Step::Rest)
    }

    // What a person wants. Each begins only while nothing else is under way.

    /// Looks again at what is there, and reads it again if it is open.
    pub fn refresh(&mut self) {
        if !self.is_busy() {
            self.step = if self.ring.is_some() { Step::Refresh } else { Step::Visit };
        }
    }

    /// Opens the vault with the phrase at hand.
    pub fn open(&mut self) {
        if !self.is_busy() && self.ring.is_none() {
            self.step = Step::Find;
        }
    }

    /// Makes a vault with the phrase at hand, and puts records into it.
    pub fn create(&mut self, records: Vec<Record>) {
        if !self.is_busy() && self.ring.is_none() {
            self.step = self.new_lock(Then::Create(records));
        }
    }

    /// Keeps a record.
    pub fn save(&mut self, record: Record) {
        if !self.is_busy() && self.ring.is_some() {
            self.step = Step::Write(Change::Add(Vec::from([record]), Note::Saved));
        }
    }

    /// Removes a record for good.
    pub fn remove(&mut self, id: u64) {
        if !self.is_busy() && self.ring.is_some() {
            self.step = Step::Write(Change::Remove(id));
        }
    }

    /// Gives the vault the phrase at hand.
    pub fn rekey(&mut self) {
        if !self.is_busy() && self.ring.is_some() {
            self.step = self.new_lock(Then::Rekey);
        }
    }

    /// Takes in a backup file, with the phrase at hand.
    pub fn import(&mut self, text: &str) {
        if self.is_busy() {
            return;
        }
        if !matches!(self.state, State::Open | State::Nothing) {
            self.note = Some(Note::OpenFirst);
            return;
        }
        match crate::backup::read(text).and_then(|envelope| Header::read(&envelope).map(|_| envelope)) {
            Ok(envelope) => self.step = Step::TryFile(envelope),
            Err(fault) => self.note = Some(of_file(fault)),
        }
    }

    /// Removes everything, open or not.
    pub fn erase(&mut self) {
        if !self.is_busy() {
            self.step = Step::Erase;
        }
    }

    /// Another page has erased everything: nothing of it stays here either, and the store is looked at anew.
    pub fn erased_elsewhere(&mut self) {
        self.forget();
        self.draft = None;
        self.stop();
        self.at_hand = Some(Contents::default());
        self.state = State::Unknown;
        self.step = Step::Visit;
    }

    /// Forgets everything that is open. What stands in the tool can be handed over: it comes back after the next
    /// opening ([`Keeper::take_draft`]).
    pub fn lock(&mut self, draft: Option<Record>) {
        if let (Some(ring), Some(record)) = (&self.ring, draft) {
            self.draft = Some(ring.seal(&Contents { records: Vec::from([record]) }, 0, self.random));
        }
        self.forget();
        if self.state == State::Open {
            self.state = State::Locked;
        }
        self.stop();
    }

    /// The text of a backup file; `None` while nothing is open.
    pub fn backup(&self, words: &str) -> Option<alloc::string::String> {
        let envelope = self.ring.as_ref()?.seal(&self.contents, self.count, self.random);
        Some(crate::backup::write(words, &envelope))
    }

    /// Whether something stood in the tool when the vault locked, and waits.
    pub fn has_draft(&self) -> bool {
        self.draft.is_some()
    }

    /// What stood in the tool when the vault locked.
    pub fn take_draft(&mut self) -> Option<Record> {
        let ring = self.ring.as_ref()?;
        let envelope = self.draft.take()?;
        let opened = Header::read(&envelope).and_then(|header| ring.open(&header, &envelope));
        let record = opened.ok().and_then(|mut contents| contents.records.pop());
        if record.is_none() {
            self.note = Some(Note::DraftLost);
        }
        record
    }

    // The steps, and how they went.

    /// The next step.
    pub fn command(&self) -> Command {
        match &self.step {
            Step::Rest => Command::Rest,
            Step::Visit | Step::Refresh | Step::Find | Step::Check(_) | Step::StepsCheck(_) | Step::Proof => {
                Command::Look
            }
            Step::Try { slots, order, at } => {
                derive_for(order.get(*at).and_then(|slot| slots[*slot].as_deref()))
            }
            Step::TryFile(envelope) => derive_for(Some(envelope)),
            Step::Lock { kdf, salt, .. } => Command::Derive(*kdf, *salt),
            Step::Write(_) | Step::Settle(_) | Step::Steps(_) => Command::Write,
            Step::Erase => Command::Erase,
        }
    }

    /// All of the store, as [`Command::Look`] found it.
    pub fn seen(&mut self, slots: &Slots) {
        if at_hand::IS_KNOWN {
            self.look_at_hand(slots);
        }
        match mem::replace(&mut self.step, Step::Rest) {
            Step::Visit => self.state = state_of(slots),
            Step::Refresh => match self.ring.as_ref().map(|ring| slots::open(slots, ring)) {
                Some(Ok(opened)) => self.take_in(opened),
                Some(Err(lost)) => self.lose(lost),
                None => self.state = state_of(slots),
            },
            Step::Find => {
                self.state = state_of(slots);
                let mut order = Vec::new();
                slots::look(slots).held.iter().for_each(|held| order.push(held.slot));
                if self.state == State::Locked {
                    self.step = Step::Try { slots: slots.clone(), order, at: 0 };
                } else {
                    self.note = Some(match self.state {
                        State::Foreign => Note::Foreign,
                        State::Newer => Note::Newer,
                        State::Damaged => Note::Damaged,
                        _ => Note::Gone,
                    });
                }
            }
            Step::Check(written) => self.check(slots, &written),
            Step::StepsCheck(wish) if at_hand::IS_KNOWN => self.check_steps(&wish),
            Step::Proof => {
                let is_empty = slots.iter().all(Option::is_none);
                self.state = state_of(slots);
                self.note = Some(if is_empty { Note::Erased } else { Note::NotErased });
            }
            other => self.step = other,
        }
    }

    /// The key that the phrase makes, or that there was not enough memory to make it.
    pub fn derived(&mut self, key: Option<&Key>) {
        match (mem::replace(&mut self.step, Step::Rest), key) {
            (Step::Try { slots, order, at }, Some(key)) => self.try_to_open(slots, order, at, key),
            (Step::TryFile(envelope), Some(key)) => self.take_file(envelope, key),
            (Step::Lock { kdf, salt, then }, Some(key)) => self.step = self.locked_with(kdf, salt, then, key),
            (Step::Lock { kdf: Kdf::STRONG, then, .. }, None) if !matches!(then, Then::Strengthen) => {
                // Better a lower hurdle than none; the header tells which it was, and the next opening tries again.
                self.step = Step::Lock { kdf: Kdf::MODEST, salt: self.new_salt(), then };
            }
            (Step::Lock { then: Then::Strengthen, .. }, None) => {}
            (Step::Try { .. } | Step::TryFile(_) | Step::Lock { .. }, None) => {
                self.note = Some(Note::NoMemory);
            }
            (other, _) => self.step = other,
        }
    }

    /// Within the writing transaction: what to write into which place. To be called until it returns nothing: then the
    /// step is over.
    pub fn decide(&mut self, slots: &Slots) -> Option<Put> {
        if at_hand::IS_KNOWN
            && let Some(put) = self.also.take()
        {
            return Some(put);
        }
        match mem::replace(&mut self.step, Step::Rest) {
            Step::Write(change) => match self.plan(slots, change) {
                Ok((put, written)) => {
                    self.written = Some(written);
                    Some(put)
                }
                Err(note) => {
                    self.note = note;
                    None
                }
            },
            Step::Settle(note) => {
                self.note = Some(note);
                let seen = slots::look(slots);
                let newest = seen.held.first()?;
                Some(Put { slot: 1 - newest.slot, bytes: newest.bytes.to_vec() })
            }
            Step::Steps(wish) if at_hand::IS_KNOWN => self.plan_steps(slots, wish),
            other => {
                self.step = other;
                None
            }
        }
    }

    /// The transaction is on the disk.
    pub fn wrote(&mut self) {
        if let Some(written) = self.written.take() {
            self.step = Step::Check(written);
        } else if at_hand::IS_KNOWN
            && let Some(wish) = self.wished.take()
        {
            self.step = Step::StepsCheck(wish);
        }
    }

    /// The store has been removed.
    pub fn erased(&mut self) {
        if matches!(self.step, Step::Erase) {
            self.forget();
            self.draft = None;
            self.step = Step::Proof;
        }
    }

    /// The step could not be done. What is open stays open.
    pub fn failed(&mut self, failure: Failure) {
        let step = mem::replace(&mut self.step, Step::Rest);
        if at_hand::IS_KNOWN && self.have_steps_failed(&step) {
            return;
        }
        let written = self.written.take();
        let was_settling = written.is_none() && self.note.is_some() || matches!(step, Step::Settle(_));
        if written.is_some_and(|written| written.note == Note::Opened) {
            // The lock could not be made harder. It holds as before, and the next opening tries again.
            return;
        }
        if matches!(step, Step::Visit | Step::Find) {
            self.state = match failure {
                Failure::Blocked => State::Blocked,
                Failure::Foreign => State::Foreign,
                Failure::Full | Failure::Other => State::Damaged,
            };
        }
        if matches!(step, Step::Visit) {
            return;
        }
        self.note = Some(match (failure, &step) {
            (_, Step::Erase | Step::Proof) => Note::NotErased,
            _ if was_settling => Note::OlderStays,
            (Failure::Full, _) => Note::Full,
            (Failure::Blocked, _) => Note::Blocked,
            (Failure::Foreign, _) => Note::Foreign,
            (Failure::Other, _) => Note::NotSaved,
        });
    }

    /// Leaves what is under way.
    fn stop(&mut self) {
        self.step = Step::Rest;
        self.written = None;
        self.wished = None;
        self.also = None;
    }

    fn forget(&mut self) {
        self.ring = None;
        self.contents = Contents::default();
        self.count = 0;
        self.knows_it_is_gone = false;
    }

    fn take_in(&mut self, opened: slots::Opened) {
        self.ring = Some(opened.ring);
        self.contents = opened.contents;
        self.count = opened.count;
        self.state = State::Open;
        self.knows_it_is_gone = false;
    }

    /// The store no longer holds what is open.
    fn lose(&mut self, lost: Lost) {
        match lost {
            Lost::Rekeyed => {
                self.forget();
                self.state = State::Locked;
                self.note = Some(Note::Rekey);
            }
            Lost::Gone => self.note = Some(Note::Gone),
            Lost::Fault(fault) => self.note = Some(of_store(fault)),
        }
    }
}

fn state_of(slots: &Slots) -> State {
    let seen = slots::look(slots);
    match seen.fault {
        Some(Fault::Foreign) => State::Foreign,
        Some(Fault::Newer) => State::Newer,
        _ if !seen.held.is_empty() => State::Locked,
        Some(_) => State::Damaged,
        None => State::Nothing,
    }
}
