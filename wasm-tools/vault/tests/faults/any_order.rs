//! Everything in any order: two pages, closed, failed, and a slot that is hurt.

use footbridge_vault::{Failure, Note};
use proptest::prelude::*;

use crate::{Fate, Page, newest, opens, record, vault};

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
