//! Keeping things on the device. CP-5, CP-6, AT-1, AT-2.

use serde_json::json;

use crate::kept::Kept;
use crate::person::{Person, Shown};
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
    // No word of two letters: among four thousand random bytes it stands by chance, once in twenty runs.
    for word in phrase.split(' ').chain(["phq", "mild", "total"]) {
        assert!(!dump.contains(word), "{word} stands in the store in clear");
    }
    assert_eq!(page.eval("[Object.keys(localStorage).length, document.cookie]"), json!([0, ""]));
}

/// CP-6: the next day the phrase opens it, and the answers are back with their result.
#[test]
fn what_was_kept_opens_the_next_day_with_its_phrase_and_no_other() {
    let server = site::serve();
    let url = server.url("/tools/phq-9/keep/");
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

/// AT-2: without a phrase, everything can be erased; it is looked at again, and no word of it is left.
#[test]
fn everything_can_be_erased_without_a_phrase() {
    let server = site::serve();
    let kept = Kept::opens(&server, "gad-7");
    kept.person.answers_all(&[1; 7]);
    kept.takes_made_phrase();
    let page = &kept.person.page;
    page.goto(&server.url("/es/my-things/"));
    kept.waits_for("locked");
    page.eval("document.querySelector('.keep [data-view=locked] details').open = true");
    kept.presses("erase");
    kept.waits_for("erase");
    assert!(
        page.text(".keep [data-view=erase]").contains("5 kB"),
        "{}",
        page.text(".keep [data-view=erase]")
    );
    kept.presses("back");
    kept.waits_for("locked");
    kept.presses("erase");
    kept.waits_for("erase");
    kept.presses("erase-yes");
    kept.is_told("erased");
    assert_eq!(page.eval("indexedDB.databases()"), json!([]));
    assert_eq!(kept.dump(), "");
}

/// CP-5, CP-6: a phrase of one's own, typed twice; another phrase later; the old one opens nothing any more.
#[test]
fn a_phrase_of_ones_own_can_be_changed_and_the_old_one_opens_nothing() {
    let server = site::serve();
    let url = server.url("/tools/gad-7/keep/");
    let kept = Kept::opens(&server, "gad-7");
    kept.person.answers_all(&[1; 7]);
    kept.presses("begin");
    kept.waits_for("setup");
    kept.person.page.eval("document.querySelector('.keep [data-view=setup] details').open = true");
    for (one, other, told) in [
        ("too short", "too short", "short"),
        ("passwordpassword", "passwordpassword", "simple"),
        ("the cat sleeps on warm bread", "the cat sleeps on cold bread", "differs"),
    ] {
        kept.types("take-own", 0, one);
        kept.types("take-own", 1, other);
        kept.sends("take-own");
        kept.is_told(told);
    }
    kept.types("take-own", 0, "the cat sleeps on warm bread");
    kept.types("take-own", 1, "the cat sleeps on warm bread");
    kept.sends("take-own");
    kept.is_told("saved");
    kept.person.page.eval("document.querySelector('.keep [data-view=open] details').open = true");
    kept.presses("change");
    kept.waits_for("setup");
    let phrase = kept.person.page.text(".keep [data-made]");
    kept.types("take-made", 0, &phrase);
    kept.sends("take-made");
    kept.is_told("rekeyed");
    kept.comes_again(&url);
    kept.types("open", 0, "the cat sleeps on warm bread");
    kept.sends("open");
    kept.is_told("wrong-phrase");
    kept.unlocks(&phrase);
    assert_eq!(kept.rows(), 1);
}

/// CP-6: the Spanish words have accents, which people write or leave out.
#[test]
fn words_with_accents_count_with_and_without_them() {
    for plain in [false, true] {
        let server = site::serve();
        let person = Person::uses(crate::chromium().page(), "recovery-check-in");
        person.goes_to(&server.url("/es/tools/recovery-check-in/keep/"));
        let kept = Kept::waits(person);
        kept.presses("begin");
        kept.waits_for("setup");
        let made = || kept.person.page.text(".keep [data-made]");
        while !made().contains(['á', 'é', 'í', 'ó', 'ú']) {
            let before = made();
            kept.presses("another");
            kept.person.page.wait_for(&format!(
                "document.querySelector('.keep [data-made]').textContent !== {}",
                json!(before)
            ));
        }
        let typed = made();
        let bare = typed.chars().map(|letter| match letter {
            'á' => 'a',
            'é' => 'e',
            'í' => 'i',
            'ó' => 'o',
            'ú' | 'ü' => 'u',
            'ñ' => 'n',
            other => other,
        });
        kept.types("take-made", 0, &if plain { bare.collect() } else { typed.clone() });
        kept.sends("take-made");
        kept.is_told("saved");
        kept.presses("lock");
        kept.waits_for("locked");
        kept.unlocks(&typed);
    }
}

/// CP-6, AT-2: pages that are open at once lock and erase together, and both may save.
#[test]
fn two_tabs_save_lock_and_erase_together() {
    let server = site::serve();
    let [first, second] = crate::chromium().two_pages();
    let one = Kept::opens_in(first, &server, "gad-7");
    one.person.answers_all(&[1; 7]);
    let phrase = one.takes_made_phrase();
    let other = Kept::opens_in(second, &server, "phq-2");
    other.unlocks(&phrase);
    other.person.answers_all(&[1; 2]);
    other.presses("save");
    other.is_told("saved");
    one.person.answers("q1", "3");
    one.presses("save");
    one.is_told("saved");
    assert_eq!((one.rows(), other.rows()), (2, 1));
    one.presses("lock");
    one.waits_for("locked");
    other.waits_for("locked");
    assert_eq!(
        other.person.page.count("[data-item] input:checked"),
        0,
        "what was answered is gone from sight"
    );
    other.unlocks(&phrase);
    assert_eq!(other.person.page.count("[data-item] input:checked"), 2, "and comes back with the phrase");
    one.person.page.eval("document.querySelector('.keep [data-view=locked] details').open = true");
    one.presses("erase");
    one.waits_for("erase");
    one.presses("erase-yes");
    one.is_told("erased");
    other.waits_for("nothing");
    assert_eq!((other.said(), other.rows()), (String::new(), 0), "it is not said to be locked");
    assert_eq!(other.person.page.count("[data-item] input:checked"), 0);
    assert_eq!(other.person.page.eval("indexedDB.databases()"), json!([]));
}

/// CP-6: it locks when nobody is there, warns before, and gives back what was typed.
#[test]
fn it_warns_locks_and_gives_back_what_stood_there() {
    let server = site::serve();
    let page = crate::chromium().page();
    page.before_scripts("let skew = 0; const now = Date.now; Date.now = () => now() + skew; window.later = s => skew += s * 1000;");
    let person = crate::person::Person::uses(page, "gad-7");
    person.goes_to(&server.url("/tools/gad-7/keep/"));
    let kept = Kept::waits(person);
    kept.person.answers_all(&[1; 7]);
    let phrase = kept.takes_made_phrase();
    kept.person.answers("q1", "3");
    let page = &kept.person.page;
    page.eval("later(250)");
    page.wait_for("!document.querySelector('[data-warning]').hidden");
    page.click(".keep [data-action=stay]");
    page.wait_for("document.querySelector('[data-warning]').hidden");
    page.eval("later(310)");
    kept.waits_for("locked");
    assert_eq!(page.count("[data-item] input:checked"), 0);
    kept.unlocks(&phrase);
    assert_eq!(page.eval("document.querySelector('[name=q1]:checked').value"), "3");
    assert_eq!(kept.rows(), 1, "a draft is not a record");
}

/// Beyond axe: every state of the panel, in both languages, on a telephone.
#[test]
fn every_state_passes_axe_and_the_probes() {
    for path in ["", "es/"] {
        let server = site::serve();
        let page = crate::chromium().page();
        // A page that is still gliding somewhere has targets under its bar.
        page.media(browser::Media { still: true, ..browser::Media::default() });
        let person = crate::person::Person::uses(page, "recovery-check-in");
        person.goes_to(&server.url(&format!("/{path}tools/recovery-check-in/keep/")));
        let kept = Kept::waits(person);
        let page = &kept.person.page;
        let mut found = Vec::new();
        let mut look = |state: &str| {
            page.eval("document.querySelectorAll('.keep details').forEach(part => part.open = true)");
            // What the bar of help lies over is no small target.
            page.eval("scrollTo({ top: 0, behavior: 'instant' })");
            found.extend(
                browser::axe::violations(page).into_iter().map(|line| format!("{path}{state}: {line}")),
            );
            page.phone(360, 740);
            found.extend(
                browser::probes::target_size(page).into_iter().map(|line| format!("{path}{state}: {line}")),
            );
            found.extend(
                browser::probes::reflow(page).into_iter().map(|line| format!("{path}{state}: {line}")),
            );
            page.viewport(1280, 900);
        };
        look("nothing");
        let phrase = kept.takes_made_phrase();
        look("open");
        kept.presses("change");
        kept.waits_for("setup");
        look("setup");
        kept.presses("back");
        kept.waits_for("open");
        kept.presses("erase");
        kept.waits_for("erase");
        look("erase");
        kept.presses("back");
        kept.waits_for("open");
        kept.presses("lock");
        kept.waits_for("locked");
        look("locked");
        kept.unlocks(&phrase);
        crate::none(&found);
    }
}
