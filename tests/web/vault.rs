//! Keeping things on the device. CP-5, CP-6, AT-1, AT-2.

use serde_json::json;

use crate::kept::Kept;
use crate::person::Shown;
use crate::site;

/// CP-5: nothing is stored before Save and one sentence on shared devices. CP-6: afterwards only what nobody can read.
#[test]
fn nothing_is_stored_before_save_and_afterwards_only_what_nobody_can_read() {
    let server = site::serve();
    let kept = Kept::opens(&server, "phq-9");
    let page = &kept.person.page;
    assert_eq!(kept.view(), "nothing");
    assert_eq!(page.eval("indexedDB.databases()"), json!([]), "a look leaves nothing behind");
    assert!(page.text(".keep [data-view=nothing]").contains("On a shared device"));
    kept.person.answers_all(&[1, 1, 1, 1, 1, 0, 0, 0, 0]);
    assert_eq!(page.eval("indexedDB.databases()"), json!([]), "answering stores nothing");
    let phrase = kept.takes_made_phrase();
    assert_eq!(phrase.split(' ').count(), 5, "{phrase:?}");
    kept.waits_for("open");
    assert_eq!(kept.rows(), 1);
    let dump = kept.dump();
    assert!(dump.contains("PSYV"), "it is stored");
    for word in phrase.split(' ').chain(["phq", "q1", "mild", "total"]) {
        assert!(!dump.contains(word), "{word} stands in the store in clear");
    }
    assert_eq!(page.eval("[Object.keys(localStorage).length, document.cookie]"), json!([0, ""]));
}

/// CP-6: the next day the phrase opens it, and the answers are back with their result.
#[test]
fn what_was_kept_opens_the_next_day_with_its_phrase_and_no_other() {
    let server = site::serve();
    let url = server.url("/tools/phq-9/");
    let kept = Kept::opens(&server, "phq-9");
    kept.person.answers_all(&[3, 3, 1, 1, 1, 0, 0, 0, 0]);
    let phrase = kept.takes_made_phrase();
    kept.comes_again(&url);
    kept.waits_for("locked");
    assert_eq!((kept.rows(), kept.person.page.count("[data-item] input:checked")), (0, 0));
    kept.types("open", 0, "not these words at all");
    kept.sends("open");
    kept.is_told("wrong-phrase");
    assert_eq!(kept.view(), "locked");
    // As a telephone may write it: a capital first, a space at the end.
    let typed = format!("{}{} ", phrase[..1].to_uppercase(), &phrase[1..]);
    kept.unlocks(&typed);
    assert_eq!(kept.rows(), 1);
    kept.presses("load");
    kept.is_told("loaded");
    assert_eq!(kept.person.reads(), Shown::new(9, "mild"));
    assert_eq!(kept.person.page.count("[data-item] input:checked"), 9);
}
