//! What is at hand before the phrase: its bytes, damaged, cut and strange, and the keeper's dealings with it beside the
//! vault: followed, taken back, raced by other pages, failed. Never a crash, never a harm to the vault, never a step
//! that somebody took back.

#![allow(clippy::unwrap_used, reason = "a helper of tests stops where a test would")]

use std::cell::Cell;

use footbridge_vault::{
    AT_HAND, Command, Contents, Failure, Keeper, Key, Note, Record, Slots, State, at_hand,
};
use proptest::prelude::*;

const GOLDEN_1: &str = include_str!("golden/at-hand-v1.txt");

fn counting(bytes: &mut [u8]) {
    thread_local! {
        static NEXT: Cell<u8> = const { Cell::new(0) };
    }
    for byte in bytes {
        *byte = NEXT.get();
        NEXT.set(byte.wrapping_add(1));
    }
}

/// Always the same, for a file that can be compared.
fn fixed(bytes: &mut [u8]) {
    for (place, byte) in bytes.iter_mut().enumerate() {
        *byte = place as u8;
    }
}

fn record(id: u64, tool: &str, day: i32, body: &str) -> Record {
    Record { id, tool: tool.into(), version: 3, day, body: body.into() }
}

fn contents() -> Contents {
    let records = vec![
        record(1, "keep-safe-plan", 20_487, "kanariheron: ring Ana"),
        record(2, "carer-plan", 20_488, "dormir ñ"),
    ];
    Contents { records }
}

fn hex(bytes: &[u8]) -> String {
    let lines = bytes.chunks(32).map(|line| line.iter().map(|byte| format!("{byte:02x}")).collect());
    lines.collect::<Vec<String>>().join("\n") + "\n"
}

fn from_hex(text: &str) -> Vec<u8> {
    let digits: Vec<u8> = text.bytes().filter(|byte| !byte.is_ascii_whitespace()).collect();
    digits.chunks(2).map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap()).collect()
}

/// Version 1, as it was first released.
#[test]
fn the_first_version_is_read_for_ever() {
    assert_eq!(at_hand::read(&from_hex(GOLDEN_1)), Some(contents()));
}

/// With `FOOTBRIDGE_GOLDEN` set it writes the file.
#[test]
fn the_golden_file_is_what_this_version_writes() {
    let text = hex(&at_hand::write(&contents(), fixed));
    if std::env::var_os("FOOTBRIDGE_GOLDEN").is_some() {
        std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/at-hand-v1.txt"), &text).unwrap();
        return;
    }
    assert_eq!(GOLDEN_1, text, "a new layout is a new version, with a golden file of its own beside the old");
}

#[test]
fn no_word_lies_in_clear_and_the_length_tells_little() {
    let bytes = at_hand::write(&contents(), counting);
    for word in ["kanariheron", "Ana", "dormir", "carer-plan"] {
        assert!(!bytes.windows(word.len()).any(|part| part == word.as_bytes()), "{word}");
    }
    assert_eq!(bytes.len(), at_hand::write(&Contents::default(), counting).len(), "one bucket");
    assert_ne!(bytes, at_hand::write(&contents(), counting), "a new key each time");
}

#[test]
fn every_changed_byte_and_every_cut_is_passed_over() {
    let bytes = at_hand::write(&contents(), counting);
    for place in 0..bytes.len() {
        for flip in [0x01, 0x80, 0xff] {
            let mut changed = bytes.clone();
            changed[place] ^= flip;
            assert_eq!(at_hand::read(&changed), None, "byte {place} ^ {flip:#x}");
        }
        assert_eq!(at_hand::read(&bytes[..place]), None, "{place} bytes");
    }
    assert_eq!(at_hand::read(&[bytes.as_slice(), b"x"].concat()), None);
    assert_eq!(at_hand::read(&vec![0x50; 5 << 20]), None, "more than a vault holds");
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..400), magic in any::<bool>()) {
        let bytes = if magic { [b"PSYS\x01\x01".as_slice(), &bytes].concat() } else { bytes };
        prop_assert_eq!(at_hand::read(&bytes), None);
    }
}

/// A page with its keeper. Its key is made quickly, of nothing.
struct Page(Keeper);

impl Page {
    fn visiting(disk: &mut Slots) -> Page {
        let mut page = Page(Keeper::new(counting));
        page.runs(disk);
        page
    }

    fn opening(disk: &mut Slots) -> Page {
        let mut page = Page::visiting(disk);
        page.0.open();
        assert_eq!(page.runs(disk), Some(Note::Opened));
        page
    }

    fn runs(&mut self, disk: &mut Slots) -> Option<Note> {
        for _ in 0..40 {
            match self.0.command() {
                Command::Rest => return self.0.take_note(),
                Command::Look => self.0.seen(disk),
                Command::Derive(..) => self.0.derived(Key::from_bytes(&[7; 32]).as_ref()),
                Command::Write => {
                    while let Some(put) = self.0.decide(disk) {
                        disk[put.slot] = Some(put.bytes).filter(|bytes| !bytes.is_empty());
                    }
                    self.0.wrote();
                }
                Command::Erase => {
                    *disk = [None, None, None];
                    self.0.erased();
                }
            }
        }
        panic!("it never ends");
    }

    fn saves(&mut self, disk: &mut Slots, record: Record) {
        self.0.save(record);
        assert_eq!(self.runs(disk), Some(Note::Saved));
    }

    fn shows(&mut self, disk: &mut Slots, id: u64, tool: &str) -> Option<Note> {
        self.0.show(steps(id, tool), true);
        self.runs(disk)
    }
}

fn steps(id: u64, tool: &str) -> Record {
    record(id, tool, 20_500, &format!("steps {id}"))
}

/// A vault with two plans, saved as records 1 and 2.
fn vault() -> (Slots, Page) {
    let mut disk = [None, None, None];
    let mut page = Page::visiting(&mut disk);
    page.0.create(vec![record(1, "plan", 20_500, "all of 1"), record(2, "other", 20_500, "all of 2")]);
    assert_eq!(page.runs(&mut disk), Some(Note::Saved));
    (disk, page)
}

fn ids(disk: &mut Slots) -> Vec<u64> {
    Page::visiting(disk).0.at_hand().iter().map(|one| one.id).collect()
}

#[test]
fn off_at_first_shown_by_choice_and_taken_back_without_a_phrase() {
    let (mut disk, mut page) = vault();
    assert_eq!((ids(&mut disk), &disk[AT_HAND]), (vec![], &None));
    assert_eq!(page.shows(&mut disk, 1, "plan"), Some(Note::StepsShown));
    assert_eq!(page.shows(&mut disk, 2, "other"), Some(Note::StepsShown));
    let mut locked = Page::visiting(&mut disk);
    assert_eq!(locked.0.at_hand(), [steps(1, "plan"), steps(2, "other")]);
    assert_eq!((locked.0.state(), locked.0.records().len()), (State::Locked, 0), "the rest stays locked");
    locked.0.hide("plan");
    assert_eq!(locked.runs(&mut disk), Some(Note::StepsHidden));
    assert_eq!(ids(&mut disk), [2]);
    locked.0.hide("other");
    assert_eq!(locked.runs(&mut disk), Some(Note::StepsHidden));
    assert_eq!(disk[AT_HAND], None, "nothing stays behind");
    assert_eq!(Page::opening(&mut disk).0.records().len(), 2);
}

#[test]
fn a_later_save_is_followed() {
    let (mut disk, mut page) = vault();
    page.shows(&mut disk, 1, "plan");
    assert!(page.0.lags("plan").is_none());
    // Another page, which has not heard of the choice, saves.
    let mut other = Page::opening(&mut disk);
    other.0.save(record(3, "plan", 20_501, "all of 3"));
    while other.0.command() != Command::Rest {
        match other.0.command() {
            Command::Look => other.0.seen(&disk),
            _ => {
                while let Some(put) = other.0.decide(&disk) {
                    disk[put.slot] = Some(put.bytes);
                }
                other.0.wrote();
            }
        }
    }
    assert_eq!(other.0.lags("plan").map(|newest| newest.id), Some(3), "before it is said to be saved");
    assert!(other.0.lags("other").is_none(), "what nobody chose to show is not shown");
    other.0.show(steps(3, "plan"), false);
    assert_eq!(other.runs(&mut disk), Some(Note::Saved), "it says nothing of its own");
    assert_eq!(ids(&mut disk), [3]);
    // Had it been closed before that, the next opening would make up for it.
    page.0.show(steps(1, "plan"), true);
    page.runs(&mut disk);
    assert_eq!(Page::opening(&mut disk).0.lags("plan").map(|newest| newest.id), Some(3));
}

#[test]
fn what_cannot_be_renewed_is_said() {
    let (mut disk, mut page) = vault();
    page.shows(&mut disk, 1, "plan");
    for (is_asked, note) in [(true, Note::StepsNotShown), (false, Note::StepsOlder)] {
        for has_decided in [false, true] {
            page.0.show(steps(1, "plan"), is_asked);
            if has_decided {
                page.0.decide(&disk);
            }
            page.0.failed(Failure::Full);
            assert_eq!(page.runs(&mut disk), Some(note));
        }
        // Written, it is said, and not to be found.
        page.0.show(record(1, "plan", 20_500, "newer steps"), is_asked);
        page.0.decide(&disk);
        page.0.wrote();
        assert_eq!(page.runs(&mut disk), Some(note));
    }
    page.0.hide("plan");
    page.0.failed(Failure::Other);
    assert_eq!(page.runs(&mut disk), Some(Note::StepsStay));
    page.0.hide("plan");
    page.0.decide(&disk);
    page.0.wrote();
    assert_eq!(page.runs(&mut disk), Some(Note::StepsStay), "it looks again");
    assert_eq!((ids(&mut disk), page.0.state()), (vec![1], State::Open));
}

#[test]
fn a_removal_takes_its_steps_along_and_no_others() {
    let (mut disk, mut page) = vault();
    page.saves(&mut disk, record(3, "plan", 20_499, "an older day"));
    page.shows(&mut disk, 1, "plan");
    page.0.remove(3);
    assert_eq!(page.runs(&mut disk), Some(Note::Removed));
    assert_eq!(ids(&mut disk), [1]);
    page.shows(&mut disk, 2, "other");
    page.0.remove(1);
    assert_eq!(page.runs(&mut disk), Some(Note::RemovedWithSteps));
    assert_eq!(ids(&mut disk), [2]);
}

#[test]
fn another_phrase_and_a_lock_leave_it_and_a_backup_does_not_hold_it() {
    let (mut disk, mut page) = vault();
    page.shows(&mut disk, 1, "plan");
    page.0.rekey();
    assert_eq!(page.runs(&mut disk), Some(Note::Rekeyed));
    let text = page.0.backup("words").unwrap();
    page.0.lock(None);
    assert_eq!(page.0.at_hand().len(), 1);
    assert_eq!(ids(&mut disk), [1]);
    let mut elsewhere = [None, None, None];
    let mut device = Page::visiting(&mut elsewhere);
    device.0.import(&text);
    assert_eq!(device.runs(&mut elsewhere), Some(Note::Imported));
    assert_eq!((device.0.at_hand(), &elsewhere[AT_HAND]), ([].as_slice(), &None));
}

#[test]
fn what_is_erased_is_gone_and_is_not_put_back_by_another_page() {
    let (mut disk, mut page) = vault();
    page.shows(&mut disk, 1, "plan");
    let mut other = Page::visiting(&mut disk);
    other.0.erase();
    assert_eq!(other.runs(&mut disk), Some(Note::Erased));
    assert_eq!(disk, [None, None, None]);
    assert_eq!(page.shows(&mut disk, 1, "plan"), Some(Note::StepsNotShown));
    assert_eq!(disk, [None, None, None]);
    // What stays behind is not said to be gone.
    let (mut disk, mut page) = vault();
    page.shows(&mut disk, 1, "plan");
    page.0.erase();
    (disk[0], disk[1]) = (None, None);
    page.0.erased();
    assert_eq!(page.runs(&mut disk), Some(Note::NotErased));
}

#[test]
fn what_another_page_removed_is_not_shown_again() {
    let (mut disk, mut page) = vault();
    let mut other = Page::opening(&mut disk);
    other.0.remove(1);
    assert_eq!(other.runs(&mut disk), Some(Note::Removed));
    assert_eq!(page.shows(&mut disk, 1, "plan"), Some(Note::StepsNotShown));
    assert_eq!(disk[AT_HAND], None);
}

#[test]
fn damage_of_either_leaves_the_other() {
    let (mut disk, mut page) = vault();
    page.shows(&mut disk, 1, "plan");
    let whole = disk.clone();
    disk[AT_HAND].as_mut().unwrap()[80] ^= 1;
    let mut page = Page::opening(&mut disk);
    assert!(page.0.is_at_hand_strange() && page.0.at_hand().is_empty());
    page.saves(&mut disk, record(5, "plan", 20_502, "all of 5"));
    assert!(page.0.lags("plan").is_none(), "what cannot be read is left to the person");
    assert_eq!(page.shows(&mut disk, 5, "plan"), Some(Note::StepsShown));
    assert_eq!(ids(&mut disk), [5]);
    disk[AT_HAND] = Some(b"somebody else's notes".to_vec());
    let mut locked = Page::visiting(&mut disk);
    assert_eq!((locked.0.state(), locked.0.is_at_hand_strange()), (State::Locked, true));
    locked.0.hide("");
    assert_eq!(locked.runs(&mut disk), Some(Note::StepsHidden));
    assert_eq!(disk[AT_HAND], None);

    let mut disk = whole;
    for slot in disk.iter_mut().take(AT_HAND).flatten() {
        *slot.last_mut().unwrap() ^= 1;
        slot[60] ^= 1;
    }
    let page = Page::visiting(&mut disk);
    assert_eq!(
        (page.0.state(), page.0.at_hand().len()),
        (State::Damaged, 1),
        "in a hard moment it still helps"
    );
}

/// The newest slot is damaged, so the vault opens as it was before; what is at hand is newer, and stays.
#[test]
fn newer_steps_are_not_replaced_by_older_ones_after_damage() {
    let (mut disk, mut page) = vault();
    page.saves(&mut disk, record(3, "plan", 20_501, "all of 3"));
    page.shows(&mut disk, 3, "plan");
    let count = |slot: &Option<Vec<u8>>| {
        footbridge_vault::envelope::Header::read(slot.as_ref().unwrap()).unwrap().count
    };
    let newest = usize::from(count(&disk[1]) > count(&disk[0]));
    *disk[newest].as_mut().unwrap().last_mut().unwrap() ^= 1;
    let mut page = Page::visiting(&mut disk);
    page.0.open();
    assert_eq!(page.runs(&mut disk), Some(Note::OpenedOlder));
    assert!(page.0.lags("plan").is_none());
    assert_eq!(ids(&mut disk), [3]);
}
