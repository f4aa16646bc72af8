//! The keeper against everything that can go wrong between two steps: pages that close, write at once or fail,
//! disks that are full, slots that are damaged, foreign, cleared or old. Never a crash, never a silent loss, never a
//! wrong record.

#![allow(clippy::unwrap_used, reason = "a helper of tests stops where a test would")]

use std::cell::Cell;

use blake2::digest::consts::U32;
use blake2::{Blake2b, Digest};
use footbridge_vault::{Command, Failure, Kdf, Keeper, Key, Note, Record, Slots, State};
use proptest::prelude::*;

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

/// The page is closed before each step of a save in turn, and in the middle of its transaction.
#[test]
fn a_page_closed_in_the_middle_of_a_save_loses_at_most_that_save() {
    for closed_at in 0..4 {
        let mut disk = vault(3);
        let mut page = Page::opening(&mut disk, "river lamp stone");
        page.keeper.save(record(4));
        for _ in 0..closed_at {
            page.step(&mut disk, Fate::Goes);
        }
        page.step(&mut disk, Fate::Closes);
        drop(page);
        let kept = opens(&disk);
        assert!(kept == [1, 2, 3] || kept == [1, 2, 3, 4], "closed at {closed_at}: {kept:?}");
        assert_eq!(kept.len() == 4, closed_at > 0, "once its transaction is on the disk it is saved");
    }
}

/// The same for the changes that take several writes.
#[test]
fn a_page_closed_in_the_middle_of_any_change_leaves_a_whole_vault() {
    for closed_at in 0..8 {
        let mut disk = vault(3);
        let mut page = Page::opening(&mut disk, "river lamp stone");
        page.keeper.remove(2);
        (0..closed_at).for_each(|_| page.step(&mut disk, Fate::Goes));
        drop(page);
        let kept = opens(&disk);
        assert!(kept == [1, 2, 3] || kept == [1, 3], "removing, closed at {closed_at}: {kept:?}");

        let mut disk = vault(3);
        let mut page = Page::opening(&mut disk, "river lamp stone");
        page.phrase = "another phrase";
        page.keeper.rekey();
        (0..closed_at).for_each(|_| page.step(&mut disk, Fate::Goes));
        drop(page);
        let (old, new) = (opens(&disk), Page::opening(&mut disk, "another phrase").ids());
        assert!(
            old.is_empty() != new.is_empty(),
            "closed at {closed_at}: one phrase opens it: {old:?} {new:?}"
        );
        assert_eq!(old.len() + new.len(), 3);
    }
}

/// Two pages that save at once, their steps mixed in every way.
#[test]
fn two_pages_that_save_at_once_lose_nothing() {
    for order in 0..256_u32 {
        let mut disk = vault(1);
        let mut one = Page::opening(&mut disk, "river lamp stone");
        let mut other = Page::opening(&mut disk, "river lamp stone");
        one.keeper.save(record(10));
        other.keeper.save(record(20));
        for step in 0..8 {
            let page = if order >> step & 1 == 0 { &mut one } else { &mut other };
            page.step(&mut disk, Fate::Goes);
        }
        assert_eq!(one.runs(&mut disk), Some(Note::Saved));
        assert_eq!(other.runs(&mut disk), Some(Note::Saved));
        let mut kept = opens(&disk);
        kept.sort_unstable();
        assert_eq!(kept, [1, 10, 20], "order {order:08b}");
    }
}

#[test]
fn one_page_removes_while_the_other_saves() {
    for order in 0..1024_u32 {
        let mut disk = vault(2);
        let mut one = Page::opening(&mut disk, "river lamp stone");
        let mut other = Page::opening(&mut disk, "river lamp stone");
        one.keeper.remove(1);
        other.keeper.save(record(20));
        for step in 0..10 {
            let page = if order >> step & 1 == 0 { &mut one } else { &mut other };
            page.step(&mut disk, Fate::Goes);
        }
        assert_eq!(one.runs(&mut disk), Some(Note::Removed));
        assert_eq!(other.runs(&mut disk), Some(Note::Saved));
        assert_eq!(opens(&disk), [2, 20], "order {order:010b}");
    }
}

#[test]
fn a_page_that_is_open_while_the_phrase_changes_elsewhere_asks_for_the_new_one() {
    let mut disk = vault(1);
    let mut one = Page::opening(&mut disk, "river lamp stone");
    let mut other = Page::opening(&mut disk, "river lamp stone");
    other.phrase = "another phrase";
    other.keeper.rekey();
    assert_eq!(other.runs(&mut disk), Some(Note::Rekeyed));
    assert_eq!(one.saves(&mut disk, 2), Some(Note::Rekey));
    assert_eq!((one.keeper.state(), one.ids()), (State::Locked, vec![]));
    one.phrase = "another phrase";
    one.keeper.open();
    assert_eq!(one.runs(&mut disk), Some(Note::Opened));
    assert_eq!(one.saves(&mut disk, 2), Some(Note::Saved));
    assert_eq!(Page::opening(&mut disk, "another phrase").ids(), [1, 2]);
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
fn every_step_of_a_save_may_fail_and_what_is_open_stays_open() {
    for failure in [Failure::Full, Failure::Blocked, Failure::Foreign, Failure::Other] {
        for at in 0..2 {
            let mut disk = vault(2);
            let mut page = Page::opening(&mut disk, "river lamp stone");
            page.keeper.save(record(3));
            (0..at).for_each(|_| page.step(&mut disk, Fate::Goes));
            page.step(&mut disk, Fate::Fails(failure));
            let note = page.runs(&mut disk);
            let told = matches!(note, Some(Note::Full | Note::Blocked | Note::Foreign | Note::NotSaved));
            assert!(told, "{note:?}");
            assert_eq!(page.keeper.state(), State::Open);
            assert!(page.ids().starts_with(&[1, 2]));
            assert_eq!(page.saves(&mut disk, 3), Some(Note::Saved), "the next try may succeed");
            assert_eq!(opens(&disk), [1, 2, 3]);
        }
    }
}

/// Who comes to a store that cannot be read learns why: damage may be erased, what is another's may not.
#[test]
fn a_store_that_cannot_be_read_is_told_by_its_reason() {
    for (failure, state) in [
        (Failure::Blocked, State::Blocked),
        (Failure::Foreign, State::Foreign),
        (Failure::Other, State::Damaged),
    ] {
        let mut page = Page::new();
        page.step(&mut [None, None, None], Fate::Fails(failure));
        assert_eq!((page.keeper.state(), page.keeper.command()), (state, Command::Rest));
    }
}

#[test]
fn a_removal_that_cannot_be_finished_says_so() {
    let mut disk = vault(2);
    let mut page = Page::opening(&mut disk, "river lamp stone");
    page.keeper.remove(1);
    page.step(&mut disk, Fate::Goes);
    page.step(&mut disk, Fate::Goes);
    page.step(&mut disk, Fate::Fails(Failure::Full));
    assert_eq!(page.runs(&mut disk), Some(Note::OlderStays));
    assert_eq!(opens(&disk), [2]);
}

/// Every byte of the newer slot, damaged: the vault opens as it was before, and says so.
#[test]
fn a_damaged_slot_leaves_the_one_before() {
    let disk = vault(3);
    let newer = newest(&disk);
    for place in 0..disk[newer].as_ref().unwrap().len() {
        let mut hurt = disk.clone();
        hurt[newer].as_mut().unwrap()[place] ^= 0x10;
        let mut page = Page::visiting(&mut hurt);
        if place < 5 {
            assert!(
                matches!(page.keeper.state(), State::Foreign | State::Newer | State::Locked),
                "byte {place}"
            );
            continue;
        }
        assert_eq!(page.keeper.state(), State::Locked, "byte {place}");
        page.keeper.open();
        assert_eq!(page.runs(&mut hurt), Some(Note::OpenedOlder), "byte {place}");
        assert_eq!(page.ids(), [1, 2]);
        if place % 97 == 0 {
            assert_eq!(page.saves(&mut hurt, 9), Some(Note::Saved));
            assert_eq!(opens(&hurt), [1, 2, 9], "and the next save mends it");
        }
    }
}

#[test]
fn two_damaged_slots_are_said_to_be_damaged_and_are_never_written_over() {
    let mut disk = vault(3);
    for slot in disk.iter_mut().flatten() {
        slot[60] ^= 1;
    }
    let before = disk.clone();
    let mut page = Page::visiting(&mut disk);
    assert_eq!(page.keeper.state(), State::Damaged);
    page.keeper.create(vec![record(1)]);
    assert_eq!(page.runs(&mut disk), Some(Note::Damaged));
    assert_eq!(disk, before);
    page.keeper.erase();
    assert_eq!(page.runs(&mut disk), Some(Note::Erased), "but a person can make room");
    assert_eq!(page.keeper.state(), State::Nothing);
}

#[test]
fn what_is_foreign_or_newer_is_never_touched() {
    let mut later = vault(1);
    for slot in later.iter_mut().flatten() {
        slot[4] = 2;
    }
    let foreign: Slots = [Some(b"somebody else's notes".to_vec()), None, None];
    for (mut disk, state, note) in
        [(foreign, State::Foreign, Note::Foreign), (later, State::Newer, Note::Newer)]
    {
        let before = disk.clone();
        let mut page = Page::visiting(&mut disk);
        assert_eq!(page.keeper.state(), state);
        page.keeper.open();
        assert_eq!(page.runs(&mut disk), Some(note));
        page.keeper.create(vec![record(1)]);
        assert_eq!(page.runs(&mut disk), Some(note));
        assert_eq!(disk, before);
    }
}

/// A browser may clear its storage under an open page. What is open is still there, and can be kept again.
#[test]
fn cleared_storage_is_noticed_and_what_is_open_can_be_saved_again() {
    let mut disk = vault(2);
    let mut page = Page::opening(&mut disk, "river lamp stone");
    disk = [None, None, None];
    assert_eq!(page.saves(&mut disk, 3), Some(Note::Gone));
    assert_eq!((page.keeper.state(), page.ids()), (State::Open, vec![1, 2]));
    assert_eq!(disk, [None, None, None], "nothing is written behind anybody's back");
    assert!(page.keeper.backup("words").is_some(), "a file can be taken all the same");
    assert_eq!(page.saves(&mut disk, 3), Some(Note::Saved), "who asks again, knows");
    assert_eq!(opens(&disk), [1, 2, 3]);
}

/// Somebody puts back yesterday's slots: they open, as any backup does. The counter goes on from there.
#[test]
fn old_slots_open_as_what_they_are() {
    let old = vault(2);
    let mut disk = old.clone();
    let mut page = Page::opening(&mut disk, "river lamp stone");
    page.saves(&mut disk, 3);
    page.saves(&mut disk, 4);
    let mut disk = old;
    assert_eq!(page.saves(&mut disk, 5), Some(Note::Saved));
    let kept = opens(&disk);
    assert_eq!(kept, [1, 2, 5]);
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

/// Not "locked": there is nothing more to open, and no draft that could come back.
#[test]
fn what_another_page_erases_is_gone_here_too() {
    for locked in [false, true] {
        let mut disk = vault(2);
        let mut page = Page::opening(&mut disk, "river lamp stone");
        if locked {
            page.keeper.lock(Some(record(9)));
        }
        disk = [None, None, None];
        page.keeper.erased_elsewhere();
        assert_eq!(page.runs(&mut disk), None);
        assert_eq!((page.keeper.state(), page.ids()), (State::Nothing, Vec::new()));
        page.keeper.create(vec![record(3)]);
        assert_eq!(page.runs(&mut disk), Some(Note::Saved));
        assert!(page.keeper.take_draft().is_none() && page.keeper.take_note().is_none());
    }
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
fn a_file_opens_on_another_device() {
    let mut disk = vault(3);
    let page = Page::opening(&mut disk, "river lamp stone");
    let text = page.keeper.backup("Keep this file.").unwrap();

    let mut empty = [None, None, None];
    let mut other = Page::visiting(&mut empty);
    other.phrase = "wrong";
    other.keeper.import(&text);
    assert_eq!(other.runs(&mut empty), Some(Note::WrongPhrase));
    assert_eq!(empty, [None, None, None]);
    other.phrase = "river lamp stone";
    other.keeper.import(&text);
    assert_eq!(other.runs(&mut empty), Some(Note::Imported));
    assert_eq!(opens(&empty), [1, 2, 3]);

    // Into a vault with another phrase: what is new is added, once.
    let mut own = [None, None, None];
    let mut third = Page::visiting(&mut own);
    third.phrase = "my own phrase";
    third.keeper.create(vec![record(2), record(50)]);
    third.runs(&mut own);
    third.phrase = "river lamp stone";
    third.keeper.import(&text);
    assert_eq!(third.runs(&mut own), Some(Note::Imported));
    assert_eq!(Page::opening(&mut own, "my own phrase").ids(), [2, 50, 1, 3]);
    let mut locked = Page::visiting(&mut own);
    locked.keeper.import(&text);
    assert_eq!(locked.runs(&mut own), Some(Note::OpenFirst));
}

/// Every cut and some damage of a file: a plain answer, and nothing is taken in.
#[test]
fn a_backup_cut_at_every_length_is_refused() {
    let mut disk = vault(2);
    let text = Page::opening(&mut disk, "river lamp stone").keeper.backup("Words.").unwrap();
    let mut empty = [None, None, None];
    for length in (0..text.trim_end().len()).rev() {
        let mut page = Page::visiting(&mut empty);
        page.keeper.import(&text[..length]);
        let note = page.runs(&mut empty);
        assert!(matches!(note, Some(Note::FileDamaged | Note::FileForeign)), "{length}: {note:?}");
        assert_eq!(empty, [None, None, None]);
    }
    let quoted: String = text.lines().map(|line| format!("> {line} \n")).collect();
    let mut page = Page::visiting(&mut empty);
    page.keeper.import(&quoted);
    assert_eq!(page.runs(&mut empty), Some(Note::Imported), "a mail program's marks do no harm");
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

#[derive(Clone, Debug)]
enum Deed {
    Save(usize),
    Remove(usize, u64),
    Step(usize),
    Close(usize),
    Fail(usize),
    Hurt(usize),
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let deed = prop_oneof![
        3 => (0..2_usize).prop_map(Deed::Save),
        1 => (0..2_usize, 1..30_u64).prop_map(|(page, id)| Deed::Remove(page, id)),
        12 => (0..2_usize).prop_map(Deed::Step),
        1 => (0..2_usize).prop_map(Deed::Close),
        1 => (0..2_usize).prop_map(Deed::Fail),
        1 => (0..2_usize).prop_map(Deed::Hurt),
    ];
    prop::collection::vec(deed, 1..60)
}

proptest! {
    /// Two pages do anything in any order, are closed and fail. Whatever was said to be saved and not removed since
    /// is there in the end.
    #[test]
    fn what_was_said_to_be_saved_is_there(deeds in deeds()) {
        let mut disk = vault(1);
        let mut pages = [
            Page::opening(&mut disk, "river lamp stone"),
            Page::opening(&mut disk, "river lamp stone"),
        ];
        let mut saving: [Option<u64>; 2] = [None, None];
        let mut said: Vec<u64> = vec![1];
        let mut removed: Vec<u64> = Vec::new();
        let mut next = 2;
        let mut hurt = false;
        for deed in deeds {
            match deed {
                Deed::Save(page) if !pages[page].keeper.is_busy() => {
                    pages[page].keeper.save(record(next));
                    saving[page] = Some(next);
                    next += 1;
                }
                Deed::Remove(page, id) if !pages[page].keeper.is_busy() => {
                    pages[page].keeper.remove(id);
                    removed.push(id);
                    saving[page] = None;
                }
                Deed::Step(page) => pages[page].step(&mut disk, Fate::Goes),
                Deed::Fail(page) if pages[page].keeper.is_busy() => {
                    pages[page].step(&mut disk, Fate::Fails(Failure::Full));
                }
                Deed::Close(page) => {
                    pages[page].step(&mut disk, Fate::Closes);
                    pages[page] = Page::opening(&mut disk, "river lamp stone");
                    saving[page] = None;
                }
                // One slot only, and only once: a second blow before a save can take the last good copy.
                Deed::Hurt(slot) if !hurt && disk.iter().all(Option::is_some) && newest(&disk) != slot => {
                    disk[slot].as_mut().unwrap()[2000] ^= 1;
                    hurt = true;
                }
                _ => {}
            }
            for page in 0..2 {
                match pages[page].keeper.take_note() {
                    Some(Note::Saved) => said.extend(saving[page].take()),
                    Some(_) => saving[page] = None,
                    None => {}
                }
            }
        }
        let kept = opens(&disk);
        for id in said.iter().filter(|id| !removed.contains(id)) {
            prop_assert!(kept.contains(id), "{id} was said to be saved; kept are {kept:?}");
        }
    }
}
