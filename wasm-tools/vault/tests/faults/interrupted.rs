//! Pages that are closed between two steps, and steps that fail.

use footbridge_vault::{Command, Failure, Note, State};

use crate::{Fate, Page, opens, record, vault};

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
