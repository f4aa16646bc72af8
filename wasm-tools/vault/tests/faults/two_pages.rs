//! Two pages over one store, which write at once.

use footbridge_vault::{Note, State};

use crate::{Fate, Page, opens, record, vault};

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
