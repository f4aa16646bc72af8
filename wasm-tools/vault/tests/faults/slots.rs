//! Slots that are damaged, foreign, newer, cleared or old.

use footbridge_vault::{Note, Slots, State};

use crate::{Page, newest, opens, record, vault};

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
