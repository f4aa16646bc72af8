//! The keeper against everything that can go wrong between two steps: pages that close, write at once or fail,
//! disks that are full, slots that are damaged, foreign, cleared or old. Never a crash, never a silent loss, never a
//! wrong record.

#![allow(clippy::unwrap_used, reason = "a helper of tests stops where a test would")]

mod any_order;
mod files;
mod interrupted;
mod slots;
mod two_pages;

use std::cell::Cell;

use blake2::digest::consts::U32;
use blake2::{Blake2b, Digest};
use footbridge_vault::{Command, Failure, Kdf, Keeper, Key, Note, Record, Slots, State};

thread_local! {
    static NEXT: Cell<u64> = const { Cell::new(1) };
}

/// Random enough for tests, and the same in every run.
fn random(bytes: &mut [u8]) {
    for byte in bytes {
        let state =
            NEXT.get().wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        NEXT.set(state);
        *byte = (state >> 56) as u8;
    }
}

/// A page with its keeper. The key is made quickly; what Argon2 makes of a phrase is tested elsewhere.
struct Page {
    keeper: Keeper,
    phrase: &'static str,
    /// The most memory that the device gives, in KiB.
    memory: u32,
}

/// What happens to a page's step.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Fate {
    Goes,
    /// The page is closed before the step, or in the middle of its transaction, which then never was.
    Closes,
    Fails(Failure),
}

impl Page {
    fn new() -> Page {
        Page { keeper: Keeper::new(random), phrase: "river lamp stone", memory: 1 << 20 }
    }

    fn visiting(disk: &mut Slots) -> Page {
        let mut page = Page::new();
        page.runs(disk);
        page
    }

    fn opening(disk: &mut Slots, phrase: &'static str) -> Page {
        let mut page = Page::visiting(disk);
        page.phrase = phrase;
        page.keeper.open();
        page.runs(disk);
        page
    }

    /// Carries out one step.
    fn step(&mut self, disk: &mut Slots, fate: Fate) {
        if let Fate::Fails(failure) = fate {
            self.keeper.failed(failure);
            return;
        }
        match self.keeper.command() {
            Command::Rest => {}
            Command::Look => self.keeper.seen(disk),
            Command::Derive(kdf, salt) => {
                let mut hash = Blake2b::<U32>::new();
                hash.update(self.phrase);
                hash.update(salt);
                hash.update(kdf.memory.to_le_bytes());
                let key = Key::from_bytes(&hash.finalize()).unwrap();
                self.keeper.derived(Some(&key).filter(|_| kdf.memory <= self.memory));
            }
            Command::Write => {
                let put = self.keeper.decide(disk);
                if let Some(put) = put {
                    if fate == Fate::Closes {
                        return;
                    }
                    disk[put.slot] = Some(put.bytes);
                    self.keeper.wrote();
                }
            }
            Command::Erase => {
                *disk = [None, None, None];
                self.keeper.erased();
            }
        }
    }

    /// Carries out all steps; says what the keeper says.
    fn runs(&mut self, disk: &mut Slots) -> Option<Note> {
        for _ in 0..40 {
            if self.keeper.command() == Command::Rest {
                return self.keeper.take_note();
            }
            self.step(disk, Fate::Goes);
        }
        panic!("it never ends");
    }

    fn ids(&self) -> Vec<u64> {
        self.keeper.records().iter().map(|record| record.id).collect()
    }

    fn saves(&mut self, disk: &mut Slots, id: u64) -> Option<Note> {
        self.keeper.save(record(id));
        self.runs(disk)
    }
}

fn record(id: u64) -> Record {
    Record { id, tool: "phq-9".into(), version: 7, day: 20_500, body: format!("answers {id}").into_bytes() }
}

/// A vault with the records 1 to `count`, saved one after the other.
fn vault(count: u64) -> Slots {
    let mut disk = [None, None, None];
    let mut page = Page::visiting(&mut disk);
    assert_eq!(page.keeper.state(), State::Nothing);
    page.keeper.create(vec![record(1)]);
    assert_eq!(page.runs(&mut disk), Some(Note::Saved));
    for id in 2..=count {
        assert_eq!(page.saves(&mut disk, id), Some(Note::Saved));
    }
    disk
}

/// What the phrase opens, in a fresh page.
fn opens(disk: &Slots) -> Vec<u64> {
    Page::opening(&mut disk.clone(), "river lamp stone").ids()
}

#[test]
fn what_is_saved_is_there_tomorrow() {
    let mut disk = vault(5);
    let mut page = Page::visiting(&mut disk);
    assert_eq!((page.keeper.state(), page.keeper.records().len()), (State::Locked, 0));
    page.keeper.open();
    assert_eq!(page.runs(&mut disk), Some(Note::Opened));
    assert_eq!(page.keeper.records(), (1..=5).map(record).collect::<Vec<_>>());
}

#[test]
fn nothing_typed_stands_in_the_slots_in_clear() {
    for slot in vault(3).iter().flatten() {
        for word in ["phq-9", "answers", "river", "lamp"] {
            assert!(!slot.windows(word.len()).any(|piece| piece == word.as_bytes()), "{word}");
        }
        assert_eq!(slot.len(), 141 + 4096 + 16, "the length tells nothing");
    }
}

#[test]
fn a_wrong_phrase_opens_nothing_and_changes_nothing() {
    let mut disk = vault(2);
    let before = disk.clone();
    let mut page = Page::visiting(&mut disk);
    page.phrase = "river lamp stones";
    page.keeper.open();
    assert_eq!(page.runs(&mut disk), Some(Note::WrongPhrase));
    assert_eq!((page.keeper.state(), page.ids()), (State::Locked, vec![]));
    assert_eq!(disk, before);
    page.phrase = "river lamp stone";
    page.keeper.open();
    assert_eq!(page.runs(&mut disk), Some(Note::Opened));
}

/// After a change of phrase no slot opens with the old one; after a removal no slot holds the record.
#[test]
fn no_older_copy_outlives_a_removal_or_a_new_phrase() {
    let mut disk = vault(3);
    let mut page = Page::opening(&mut disk, "river lamp stone");
    page.keeper.remove(2);
    assert_eq!(page.runs(&mut disk), Some(Note::Removed));
    for slot in 0..2 {
        let mut alone: Slots = [None, None, None];
        alone[slot].clone_from(&disk[slot]);
        assert_eq!(opens(&alone), [1, 3]);
    }
    page.phrase = "another phrase";
    page.keeper.rekey();
    assert_eq!(page.runs(&mut disk), Some(Note::Rekeyed));
    for slot in 0..2 {
        let mut alone: Slots = [None, None, None];
        alone[slot].clone_from(&disk[slot]);
        assert_eq!(opens(&alone), Vec::<u64>::new());
        assert_eq!(Page::opening(&mut alone, "another phrase").ids(), [1, 3]);
    }
}

#[test]
fn erasing_leaves_nothing_and_looks_again() {
    let mut disk = vault(3);
    let mut locked = Page::visiting(&mut disk);
    locked.keeper.erase();
    assert_eq!(locked.runs(&mut disk), Some(Note::Erased), "no phrase is needed");
    assert_eq!((disk.clone(), locked.keeper.state()), ([None, None, None], State::Nothing));

    // A store that cannot be removed is not said to be gone.
    let mut disk = vault(1);
    let mut page = Page::visiting(&mut disk);
    page.keeper.erase();
    page.keeper.erased();
    assert_eq!(page.runs(&mut disk), Some(Note::NotErased));
    assert_eq!(page.keeper.state(), State::Locked);
    page.keeper.erase();
    page.step(&mut disk, Fate::Fails(Failure::Other));
    assert_eq!(page.runs(&mut disk), Some(Note::NotErased));
}

#[test]
fn locking_forgets_and_brings_a_draft_back() {
    let mut disk = vault(1);
    let mut page = Page::opening(&mut disk, "river lamp stone");
    page.keeper.lock(Some(record(77)));
    assert_eq!((page.keeper.state(), page.ids()), (State::Locked, vec![]));
    assert!(page.keeper.backup("words").is_none());
    assert_eq!(page.keeper.take_draft(), None, "not before it is open again");
    assert_eq!(opens(&disk), [1], "a draft is never stored");
    page.keeper.open();
    page.runs(&mut disk);
    assert_eq!(page.keeper.take_draft(), Some(record(77)));
    assert_eq!(page.keeper.take_draft(), None);
}

#[test]
fn little_memory_makes_a_lower_hurdle_that_rises_later() {
    let mut disk = [None, None, None];
    let mut page = Page::visiting(&mut disk);
    page.memory = 20 * 1024;
    page.keeper.create(vec![record(1)]);
    assert_eq!(page.runs(&mut disk), Some(Note::Saved));
    let kdf = |disk: &Slots| {
        footbridge_vault::envelope::Header::read(disk[newest(disk)].as_ref().unwrap()).unwrap().kdf
    };
    assert_eq!(kdf(&disk), Kdf::MODEST);
    page = Page::visiting(&mut disk);
    page.memory = 20 * 1024;
    page.keeper.open();
    assert_eq!(page.runs(&mut disk), Some(Note::Opened), "it stays as it is where memory is short");
    assert_eq!(kdf(&disk), Kdf::MODEST);
    assert_eq!(opens(&disk), [1]);
    Page::opening(&mut disk, "river lamp stone");
    assert_eq!(kdf(&disk), Kdf::STRONG);
    assert_eq!(opens(&disk), [1]);
    let mut page = Page::visiting(&mut disk);
    page.memory = 0;
    page.keeper.open();
    assert_eq!(page.runs(&mut disk), Some(Note::NoMemory));
}

#[test]
fn more_than_a_vault_holds_is_refused() {
    let mut disk = vault(1);
    let before = disk.clone();
    let mut page = Page::opening(&mut disk, "river lamp stone");
    let mut large = record(2);
    large.body = vec![0; 5 << 20];
    page.keeper.save(large);
    assert_eq!(page.runs(&mut disk), Some(Note::TooLarge));
    assert_eq!(disk, before);
    assert_eq!(page.saves(&mut disk, 3), Some(Note::Saved));
}

fn newest(disk: &Slots) -> usize {
    let count = |slot: usize| {
        disk[slot].as_ref().map(|bytes| footbridge_vault::envelope::Header::read(bytes).unwrap().count)
    };
    usize::from(count(1) > count(0))
}
