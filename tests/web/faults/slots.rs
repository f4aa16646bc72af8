//! What stands in the store is damaged, or is another's.

use super::{TOOL, address, goes_on, has_kept, is_calm};
use crate::kept::{Kept, changes_store};
use crate::person::Person;
use crate::{chromium, site};

/// The two slots of the vault.
const SLOTS: &[usize] = &[0, 1];

#[test]
fn what_is_damaged_or_anothers_is_told_and_left_as_it_is() {
    for (what, change, view) in [
        ("random bytes", "crypto.getRandomValues(new Uint8Array(5000))", "foreign"),
        ("a text", "'a text of another program'", "foreign"),
        ("an object", "({ settings: [1, 2, 3] })", "foreign"),
        ("nothing but a beginning", "new Uint8Array([80, 83, 89, 86])", "damaged"),
        (
            "a later version",
            "Uint8Array.from(bytes ?? [80, 83, 89, 86], (byte, i) => i === 4 ? 9 : byte)",
            "newer",
        ),
        (
            "a damaged head",
            "bytes && Uint8Array.from(bytes, (byte, i) => i === 30 ? byte ^ 1 : byte)",
            "damaged",
        ),
    ] {
        let server = site::serve();
        let (kept, _) = has_kept(&server);
        let page = &kept.person.page;
        changes_store(page, SLOTS, change);
        let before = kept.dump();
        kept.comes_again(&address(&server));
        assert_eq!(kept.view(), view, "{what}");
        assert!(page.text(&format!(".keep [data-view={view}]")).len() > 40, "{what}: it is told in words");
        goes_on(&kept);
        assert_eq!(kept.dump(), before, "{what}: left as it is");
    }
}

/// The first save stands in one slot, the second in the other: of two, one may be damaged.
#[test]
fn one_damaged_slot_leaves_the_save_before_and_two_are_said_to_be_damaged() {
    let server = site::serve();
    let (kept, phrase) = has_kept(&server);
    let page = &kept.person.page;
    kept.person.answers("q1", "3");
    kept.presses("save");
    kept.is_told("saved");
    assert_eq!(kept.rows(), 2);
    // The count stands at no fixed place for us: of the two slots the second save is in the second.
    let flip = "bytes && Uint8Array.from(bytes, (byte, i) => i === bytes.length - 40 ? byte ^ 1 : byte)";
    changes_store(page, SLOTS, &format!("slot === 1 ? {flip} : bytes"));
    kept.comes_again(&address(&server));
    kept.unlocks(&phrase);
    kept.is_told("opened-older");
    assert_eq!(kept.rows(), 1);
    // And it can be gone on with.
    kept.person.answers_all(&[2; 7]);
    kept.presses("save");
    kept.is_told("saved");
    kept.comes_again(&address(&server));
    kept.unlocks(&phrase);
    assert_eq!(kept.rows(), 2);

    changes_store(page, SLOTS, flip);
    let before = kept.dump();
    kept.comes_again(&address(&server));
    kept.types("open", 0, &phrase);
    kept.sends("open");
    kept.is_told("damaged");
    assert_eq!(kept.dump(), before, "nothing is written over");
    is_calm(page);
}

/// A store of our name that is not as ours is.
#[test]
fn a_store_of_another_make_is_told_and_left_as_it_is() {
    for (version, store) in [(1, "other"), (7, "kept")] {
        let server = site::serve();
        let page = chromium().page();
        page.goto(&server.url("/privacy/"));
        page.eval(&format!(
            "new Promise(done => {{ const asked = indexedDB.open('kept', {version});
                asked.onupgradeneeded = () => asked.result.createObjectStore('{store}').put('theirs', 0);
                asked.onsuccess = () => {{ asked.result.close(); done(true) }} }})"
        ));
        let person = Person::uses(page, TOOL);
        person.goes_to(&address(&server));
        let kept = Kept::waits(person);
        assert_eq!(kept.view(), "foreign", "version {version} with {store}");
        goes_on(&kept);
        assert!(kept.dump().contains("theirs"));
    }
}
