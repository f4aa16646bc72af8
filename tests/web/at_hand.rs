//! The steps of a plan before the phrase, where a person has chosen so: seen at once in a hard moment, followed, taken
//! back, erased, damaged; and nothing else of the plan. AT-2, AT-3, CP-2, CP-6.

use browser::{Page, Server, axe, probes};
use serde_json::{Value, json};

use crate::kept::{Kept, changes_store};
use crate::person::Person;
use crate::plan_kept::{ALONE, steps};
use crate::privacy::KEPT;
use crate::walk::{By, Walk};
use crate::{chromium, none, site};

const CHOICE: &str = ".keep [data-action=steps]";
const HIDE: &str = ".keep [data-shown-steps] li [data-action=hide]";
/// Where the steps stand in the store.
const STEPS_SLOT: &[usize] = &[2];
/// Words that only the locked part holds.
const PRIVATE: &str = "kanariheron behind the phrase";

fn plan(server: &Server, lang: &str) -> String {
    server.url(&format!("{lang}/tools/keep-safe-plan/"))
}

/// A plan with steps and with words that are none, kept; and its phrase.
#[track_caller]
fn keeps_a_plan(by: By, server: &Server, lang: &str) -> (Walk, String) {
    let walk = Walk::begins(by, server, &format!("{lang}/tools/keep-safe-plan/"));
    walk.writes("[data-section=signs] [data-row]:nth-child(1) [data-field=\"0\"]", PRIVATE);
    walk.writes(ALONE, "Feed the cat");
    walk.writes("[data-section=people] [data-row] [data-field=\"0\"]", "My sister Ana");
    walk.writes("[data-section=people] [data-row] [data-field=\"1\"]", "+1 (555) 010-0199");
    let phrase = walk.keeps_it();
    (walk, phrase)
}

/// Chooses that the steps are shown before the phrase.
#[track_caller]
fn chooses(walk: &Walk) {
    assert_eq!(pressed(walk.page()), "false", "off at first");
    walk.presses(CHOICE);
    walk.kept.is_told("steps-shown");
    assert_eq!(pressed(walk.page()), "true");
    assert_eq!(walk.page().focused(&format!("it.matches('{CHOICE}')")), true);
}

fn pressed(page: &Page<'_>) -> Value {
    page.eval(&format!("document.querySelector('{CHOICE}').getAttribute('aria-pressed')"))
}

/// The store holds the steps, and no word of them, nor of anything else, in clear.
#[track_caller]
fn says_nothing(kept: &Kept) {
    let dump = kept.dump();
    assert!(dump.contains("PSYS"), "they are there");
    for word in [PRIVATE, "kanariheron", "Feed the cat", "My sister Ana", "555", "0199", "keep-safe-plan"] {
        assert!(!dump.contains(word), "{word}");
    }
}

/// One press on any page, and the steps are there.
#[track_caller]
fn in_a_hard_moment(walk: &Walk, from: &str) {
    walk.comes_later(1, from);
    walk.presses("[data-my-plan]");
    walk.page().wait_for("document.querySelector('[data-at-hand]')?.checkVisibility()");
    walk.kept.waits_for("locked");
}

#[test]
fn cp_2_steps_before_the_phrase_by_keyboard_in_english() {
    before_the_phrase(By::Keys, "");
}

#[test]
fn cp_2_steps_before_the_phrase_by_touch_in_spanish() {
    before_the_phrase(By::Touch, "/es");
}

#[track_caller]
fn before_the_phrase(by: By, lang: &str) {
    let server = site::serve();
    let (walk, phrase) = keeps_a_plan(by, &server, lang);
    let page = walk.page();
    chooses(&walk);
    let day = page.text(".keep [data-now-shown]");
    says_nothing(&walk.kept);

    in_a_hard_moment(&walk, &server.url(&format!("{lang}/help-now/")));
    assert_eq!(steps(page), json!(["Feed the cat", "My sister Ana"]));
    let call = page.eval("document.querySelector('.plan-step [data-call]').getAttribute('href')");
    assert_eq!(call, "tel:+15550100199");
    assert!(page.sees("[data-crisis-view] .crisis a[href='tel:988']"), "the lines stand first, as always");
    assert_eq!(page.focused("it.matches('[data-crisis-heading]')"), true);
    // Their day is told, and it is the one on which they were saved.
    let said = page.text("[data-at-hand-day]");
    let date = said.split_once(if lang.is_empty() { " on " } else { " el " }).unwrap().1;
    assert!(day.ends_with(date), "{day} / {said}");
    assert!(!page.sees("[data-crisis-empty]") && !page.sees("form .plan-row"), "nothing to edit");
    assert!(!page.sees(HIDE), "in a hard moment nothing asks for a decision");
    let other = format!("document.documentElement.outerHTML.includes('{PRIVATE}')");
    assert!(!page.is(&other), "everything else is locked");
    walk.fits();

    // The way to all of it; and what was at hand does not stand there twice.
    walk.presses(".plan-as-of a");
    page.wait_for("document.activeElement.matches('.keep [data-view=locked] [data-phrase]')");
    walk.says("open", &phrase);
    page.wait_for("!document.querySelector('[data-at-hand]').checkVisibility()");
    assert_eq!(steps(page), json!(["Feed the cat", "My sister Ana"]));
    // A call takes longer than the panel waits: the steps are still to be read.
    page.eval(
        "(() => { Object.defineProperty(document, 'hidden', { value: true, configurable: true });
        document.dispatchEvent(new Event('visibilitychange')); ahead(0.01); return true })()",
    );
    walk.kept.waits_for("locked");
    page.eval("delete document.hidden");
    assert_eq!(steps(page), json!(["Feed the cat", "My sister Ana"]));
    assert!(page.sees("[data-at-hand]") && !page.is(&other));
    walk.presses("[data-action=edit]");
    assert_eq!(steps(page), json!([]));

    // What is saved later is followed, with its day.
    walk.comes_back(3, &plan(&server, lang));
    walk.unlocks_from_the_top(&phrase);
    walk.presses("[data-section=alone] [data-action=add]");
    walk.writes("[data-section=alone] [data-row]:nth-child(2) [data-field=\"0\"]", "Walk to the river");
    walk.keeps("save");
    walk.kept.is_told("saved");
    assert_eq!(pressed(page), "true");
    assert_ne!(page.text(".keep [data-now-shown]"), day);
    in_a_hard_moment(&walk, &server.url(&format!("{lang}/")));
    assert_eq!(steps(page), json!(["Feed the cat", "Walk to the river", "My sister Ana"]));
    assert_ne!(page.text("[data-at-hand-day]"), said);
    assert_eq!(page.problems(), Vec::<String>::new());
}

/// AT-3: kept for times without a network, the steps are there in flight mode, without the phrase.
#[test]
fn at_3_steps_before_the_phrase_in_flight_mode() {
    let server = site::serve();
    let (walk, _) = keeps_a_plan(By::Touch, &server, "/es");
    let page = walk.page();
    chooses(&walk);
    walk.comes_later(0, &server.url("/es/offline/"));
    page.wait_for("!document.querySelector('[data-offline-buttons]').hidden");
    walk.presses("[data-offline-keep]");
    page.wait_for("/\\d MB/.test(document.querySelector('[data-offline-status]').textContent)");
    let home = server.url("/es/");
    drop(server);
    in_a_hard_moment(&walk, &home);
    assert_eq!(steps(page), json!(["Feed the cat", "My sister Ana"]));
}

#[test]
fn taken_back_by_keyboard_without_the_phrase_in_spanish() {
    taken_back(By::Keys, "/es");
}

#[test]
fn taken_back_by_touch_without_the_phrase_in_english() {
    taken_back(By::Touch, "");
}

/// On the plan's page, on the page of all things, and beside the plan while it is open: each time it is gone at once,
/// and it is looked at again.
#[track_caller]
fn taken_back(by: By, lang: &str) {
    let server = site::serve();
    let (walk, phrase) = keeps_a_plan(by, &server, lang);
    let page = walk.page();
    let url = plan(&server, lang);
    let is_gone = || {
        assert!(!walk.kept.dump().contains("PSYS"), "nothing of it stays in the store");
        walk.comes_later(0, &server.url(&format!("{lang}/")));
        walk.presses("[data-my-plan]");
        page.wait_for("document.querySelector('[data-tool]')?.dataset.state === 'crisis'");
        walk.kept.waits_for("locked");
        assert!(!page.sees("[data-at-hand]"));
        assert_eq!(steps(page), json!([]));
    };
    let opens = || {
        walk.comes_back(0, &url);
        walk.unlocks_from_the_top(&phrase);
    };
    chooses(&walk);
    walk.presses(CHOICE);
    walk.kept.is_told("steps-hidden");
    assert_eq!(pressed(page), "false");
    assert_eq!(page.text(".keep [data-now-shown]"), "");
    is_gone();

    opens();
    chooses(&walk);
    walk.comes_back(0, &url);
    walk.kept.waits_for("locked");
    walk.presses(HIDE);
    walk.kept.is_told("steps-hidden");
    assert!(!page.sees("[data-shown-steps]"));
    assert_eq!(
        page.focused("it.matches('.keep [data-title]')"),
        true,
        "the button is gone, the place is not"
    );
    is_gone();

    opens();
    chooses(&walk);
    walk.comes_later(0, &server.url(&format!("{lang}/my-things/")));
    walk.kept.waits_for("locked");
    let title = page.text(".keep [data-shown-steps] [data-of] a");
    assert!(page.eval("document.querySelector('main').innerText").as_str().unwrap().contains(&title));
    let day = page.text(".keep [data-shown-steps] [data-when]");
    let label = page.eval(&format!("document.querySelector('{HIDE}').ariaLabel"));
    assert!(!day.is_empty() && label.as_str().unwrap().contains(&day), "{label}");
    walk.presses(HIDE);
    walk.kept.is_told("steps-hidden");
    is_gone();

    // With the copy that they are made of, its steps go.
    opens();
    chooses(&walk);
    walk.keeps("remove");
    walk.presses(".keep [data-sure]:not([hidden]) [data-action=remove-yes]");
    walk.kept.is_told("removed-with-steps");
    assert!(!page.sees(CHOICE), "there is nothing to show");
    is_gone();
    assert_eq!(page.problems(), Vec::<String>::new());
}

/// Another phrase leaves it; erasing everything, for which no phrase is needed, leaves nothing; a backup does not hold
/// it.
#[test]
fn with_everything_it_is_erased_and_a_backup_does_not_bring_it() {
    let server = site::serve();
    let (walk, phrase) = keeps_a_plan(By::Touch, &server, "");
    let page = walk.page();
    chooses(&walk);
    walk.opens_more();
    let (_, backup) = walk.takes(|| walk.keeps("keep-file"));
    walk.keeps("change");
    walk.kept.waits_for("setup");
    walk.says("take-made", &page.text(".keep [data-made]"));
    walk.kept.is_told("rekeyed");
    in_a_hard_moment(&walk, &server.url("/"));
    assert_eq!(steps(page), json!(["Feed the cat", "My sister Ana"]));

    walk.comes_later(0, &server.url("/my-things/"));
    walk.kept.waits_for("locked");
    walk.presses(".keep [data-view=locked] details summary");
    walk.keeps("erase");
    walk.kept.waits_for("erase");
    assert!(!page.sees(HIDE));
    walk.keeps("erase-yes");
    walk.kept.is_told("erased");
    assert_eq!(page.eval(KEPT), json!([]));
    assert!(!page.sees("[data-shown-steps]"));

    walk.comes_back(0, &plan(&server, ""));
    walk.opens_file(".keep [data-view=nothing] input[type=file]", &backup);
    walk.kept.waits_for("file");
    walk.says("open-file", &phrase);
    walk.kept.is_told("imported");
    assert_eq!(pressed(page), "false", "on another device nobody has chosen it");
    assert!(!walk.kept.dump().contains("PSYS"));
}

/// What is damaged or another's is passed over: the lines to call are there, the phrase opens the plan, and it can be
/// taken away.
#[test]
fn damaged_steps_hide_neither_the_lines_nor_the_plan() {
    let server = site::serve();
    let (walk, phrase) = keeps_a_plan(By::Touch, &server, "");
    let page = walk.page();
    chooses(&walk);
    for (change, what) in [
        ("Uint8Array.from(bytes, (byte, i) => i === 90 ? byte ^ 1 : byte)", "one bit"),
        ("Uint8Array.from(bytes, (byte, i) => i === 4 ? 9 : byte)", "a later version"),
        ("bytes.slice(0, 100)", "cut"),
        ("new Uint8Array(300)", "nothing of ours"),
        ("'notes'", "no bytes"),
        ("new Uint8Array(6e6)", "too large"),
    ] {
        changes_store(page, STEPS_SLOT, change);
        walk.comes_later(0, &server.url("/help-now/"));
        walk.presses("[data-my-plan]");
        page.wait_for("document.querySelector('[data-tool]')?.dataset.state === 'crisis'");
        walk.kept.waits_for("locked");
        assert!(page.sees("[data-crisis-view] .crisis a[href='tel:988']"), "{what}");
        assert!(!page.sees("[data-at-hand]"), "{what}");
        walk.says("open", &phrase);
        page.wait_for("document.querySelector('.plan-step .plan-name')");
        assert_eq!(steps(page), json!(["Feed the cat", "My sister Ana"]), "{what}");
        walk.presses("[data-action=edit]");
        assert_eq!(pressed(page), "false", "{what}");
        walk.presses(CHOICE);
        walk.kept.is_told("steps-shown");
    }
    changes_store(page, STEPS_SLOT, "new Uint8Array(300)");
    for path in ["/tools/keep-safe-plan/", "/my-things/"] {
        walk.comes_later(0, &server.url(path));
        walk.kept.waits_for("locked");
        assert!(page.text(".keep [data-strange]").contains("cannot be read"), "{path}");
    }
    walk.presses(".keep [data-strange] [data-action=hide]");
    walk.kept.is_told("steps-hidden");
    assert!(!walk.kept.dump().contains('\0'.to_string().repeat(200).as_str()), "it is gone");
    assert_eq!(page.problems(), Vec::<String>::new());
}

/// A store that takes the plan and not the steps: it says so, and the older ones keep their date.
#[test]
fn steps_that_could_not_be_renewed_are_told_and_keep_their_date() {
    let server = site::serve();
    let (walk, phrase) = keeps_a_plan(By::Touch, &server, "");
    let page = walk.page();
    chooses(&walk);
    let day = page.text(".keep [data-now-shown]");
    walk.comes_back(2, &plan(&server, ""));
    walk.unlocks_from_the_top(&phrase);
    page.eval(
        "(() => { const put = IDBObjectStore.prototype.put;
        window.mends = () => { IDBObjectStore.prototype.put = put };
        IDBObjectStore.prototype.put = function (value, key) {
            if (key === 2) throw new DOMException('no room', 'QuotaExceededError');
            return put.call(this, value, key) }; return true })()",
    );
    walk.presses("[data-section=alone] [data-action=add]");
    walk.writes("[data-section=alone] [data-row]:nth-child(2) [data-field=\"0\"]", "Walk to the river");
    walk.keeps("save");
    walk.kept.is_told("steps-older");
    assert_eq!((walk.kept.rows(), page.text(".keep [data-now-shown]")), (2, day));
    // The next opening makes up for it, without being asked.
    walk.comes_back(0, &plan(&server, ""));
    walk.unlocks_from_the_top(&phrase);
    in_a_hard_moment(&walk, &server.url("/"));
    assert_eq!(steps(page), json!(["Feed the cat", "Walk to the river", "My sister Ana"]));
}

/// Two pages agree: on the choice, on a later save, and on taking it back.
#[test]
fn two_tabs_agree_on_the_steps() {
    let server = site::serve();
    let [first, second] = chromium().two_pages();
    let one = Kept::opens_in(first, &server, "keep-safe-plan");
    let write = |kept: &Kept, place: usize, text: &str| {
        let page = &kept.person.page;
        page.eval(&format!(
            "document.querySelectorAll('[data-section=alone] [data-field=\"0\"]')[{place}].focus()"
        ));
        page.type_text(text);
    };
    write(&one, 0, "Feed the cat");
    let phrase = one.takes_made_phrase();
    let other = Kept::opens_in(second, &server, "keep-safe-plan");
    let there = &other.person.page;
    there.click("[data-my-plan]");
    there.wait_for("document.querySelector('[data-tool]').dataset.state === 'crisis'");
    assert!(!there.sees("[data-at-hand]"));
    one.person.page.click(CHOICE);
    one.is_told("steps-shown");
    there.wait_for("document.querySelector('[data-at-hand]').checkVisibility()");
    assert_eq!(steps(there), json!(["Feed the cat"]), "seen at once where it is locked");

    // The other page saves: the steps follow there, too.
    other.unlocks(&phrase);
    there.click("[data-action=edit]");
    there.click("[data-section=alone] [data-action=add]");
    write(&other, 1, "Walk to the river");
    other.presses("save");
    other.is_told("saved");
    one.person.page.wait_for("document.querySelectorAll('.keep [data-rows] [data-id]').length === 2");
    // Two saves of one day are told apart, by eye and by ear.
    let told = one.person.page.eval(
        "[...document.querySelectorAll('.keep [data-rows] [data-id]')].map(row => [
            row.querySelector('[data-when]').textContent, row.querySelector('[data-action=remove]').ariaLabel])",
    );
    for (row, number) in told.as_array().unwrap().iter().zip(["number 2", "number 1"]) {
        let (when, label) = (row[0].as_str().unwrap(), row[1].as_str().unwrap());
        assert!(when.ends_with(number) && label.contains(when), "{told}");
    }
    one.presses("lock");
    one.waits_for("locked");
    other.waits_for("locked");
    one.person.page.click("[data-my-plan]");
    one.person.page.wait_for("document.querySelectorAll('.plan-step .plan-name').length === 2");
    there.click(HIDE);
    other.is_told("steps-hidden");
    one.person.page.wait_for("!document.querySelector('[data-at-hand]').checkVisibility()");
    assert_eq!(steps(&one.person.page), json!([]), "taken back there, gone here");
    for kept in [&one, &other] {
        assert_eq!(kept.person.page.problems(), Vec::<String>::new());
    }
}

/// Each plan is chosen for itself.
#[test]
fn the_steps_of_two_plans_stand_beside_each_other() {
    let server = site::serve();
    let (walk, phrase) = keeps_a_plan(By::Touch, &server, "");
    let page = walk.page();
    chooses(&walk);
    walk.comes_later(0, &server.url("/tools/carer-plan/"));
    walk.kept.waits_for("locked");
    assert!(!page.sees(HIDE), "another plan's steps are its own");
    walk.kept.unlocks(&phrase);
    assert!(!page.sees(CHOICE), "nothing is kept of this plan yet");
    walk.writes("[data-section=helps-me] [data-row] [data-field=\"0\"]", "My brother Joe");
    walk.keeps("save");
    walk.kept.is_told("saved");
    chooses(&walk);
    walk.comes_later(0, &server.url("/my-things/"));
    walk.kept.waits_for("locked");
    assert_eq!(page.count(HIDE), 2);
    walk.comes_later(0, &server.url("/tools/carer-plan/#carer-plan-now"));
    page.wait_for("document.querySelector('[data-at-hand]').checkVisibility()");
    assert_eq!(steps(page), json!(["My brother Joe"]));
    in_a_hard_moment(&walk, &server.url("/"));
    assert_eq!(steps(page), json!(["Feed the cat", "My sister Ana"]));
}

/// AT-2: leaving blanks the steps, too.
#[test]
fn the_quick_exit_blanks_the_steps() {
    let server = site::serve();
    let (walk, _) = keeps_a_plan(By::Touch, &server, "");
    let page = walk.page();
    chooses(&walk);
    in_a_hard_moment(&walk, &server.url("/"));
    page.stay();
    page.click("[data-quick-exit]");
    page.wait_for_request(|request| !request.is_local());
    assert_eq!(page.eval("document.documentElement.innerText.trim()"), "");
    assert!(!page.is("document.documentElement.outerHTML.includes('Feed the cat')"));
}

/// A page that was opened from a file stores nothing, so there is nothing to choose.
#[test]
fn from_a_file_it_is_not_offered() {
    let place = site::folder().join("tools/keep-safe-plan/index.html").canonicalize().unwrap();
    let person = Person::uses(chromium().page(), "keep-safe-plan");
    person.goes_to(&format!("file://{}", place.display()));
    let kept = Kept::waits(person);
    let page = &kept.person.page;
    page.eval(&format!("document.querySelector('{}').focus()", ALONE.replace('\'', "\\'")));
    page.type_text("Feed the cat");
    kept.takes_made_phrase_along();
    assert!(page.sees(".keep [data-action=keep-file]") || kept.view() == "open");
    assert!(!page.sees(CHOICE));
}

/// Beyond axe, on a telephone and in both languages: the choice, what stands before the phrase, and the ways back.
#[test]
fn every_state_of_it_passes_axe_and_the_probes() {
    let mut found = Vec::new();
    for lang in ["", "/es"] {
        let server = site::serve();
        let (walk, _) = keeps_a_plan(By::Touch, &server, lang);
        let page = walk.page();
        let mut look = |state: &str| {
            page.eval("scrollTo({ top: 0, behavior: 'instant' })");
            let all = [axe::violations(page), probes::target_size(page), probes::reflow(page)].concat();
            found.extend(all.into_iter().map(|line| format!("{lang} {state}: {line}")));
        };
        look("off");
        chooses(&walk);
        look("on");
        walk.comes_back(0, &plan(&server, lang));
        look("locked");
        in_a_hard_moment(&walk, &server.url(&format!("{lang}/")));
        look("in a hard moment");
        walk.comes_later(0, &server.url(&format!("{lang}/my-things/")));
        walk.kept.waits_for("locked");
        look("all things");
    }
    none(&found);
}
