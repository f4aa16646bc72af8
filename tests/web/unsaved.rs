//! What is not saved is never taken for saved, and is not lost in silence. CP-5, CP-6.

use serde_json::json;

use crate::kept::Kept;
use crate::person::Person;
use crate::{chromium, site};

const PLAN: &str = "/tools/coping-plan/";
const LIST: &str = "/es/tools/early-signs/";
const FIELD: &str = "[data-section=strain] [data-row]:last-child [data-field]";
const ASKS: &str = "onbeforeunload !== null";

fn at_plan(server: &browser::Server) -> Kept {
    let person = Person::uses(chromium().page(), "coping-plan");
    person.goes_to(&server.url(PLAN));
    Kept::waits(person)
}

#[track_caller]
fn writes(kept: &Kept, text: &str) {
    kept.person.page.eval(&format!("document.querySelector({}).select()", json!(FIELD)));
    kept.person.page.call("Input.insertText", &json!({ "text": text }));
}

fn stands(kept: &Kept) -> serde_json::Value {
    kept.person.page.eval(&format!("document.querySelector({}).value", json!(FIELD)))
}

/// CP-5: "Saved" does not stay in sight over words that are not saved.
#[test]
fn after_each_change_it_is_said_that_it_is_not_saved_and_the_browser_asks() {
    let server = site::serve();
    let kept = at_plan(&server);
    let page = &kept.person.page;
    writes(&kept, "rain");
    assert!(!page.is(ASKS), "who keeps nothing is not held up");
    kept.takes_made_phrase();
    assert!(!page.is(ASKS));
    writes(&kept, "rain and drizzle");
    kept.is_told("unsaved");
    assert!(page.is(ASKS));
    kept.presses("save");
    kept.is_told("saved");
    assert!(!page.is(ASKS));
    // What is taken back needs no saving.
    writes(&kept, "sun");
    kept.is_told("unsaved");
    writes(&kept, "rain and drizzle");
    page.wait_for("document.querySelector('.keep [data-note]').textContent === ''");
    assert!(!page.is(ASKS));
    // A change while it is being saved is not part of what was saved.
    page.eval("void document.querySelector('.keep [data-view=open] [data-action=save]').click()");
    writes(&kept, "snow");
    kept.is_told("unsaved");
    page.click("[data-quick-exit]");
    page.wait_for("location.pathname !== '/tools/coping-plan/'");
}

/// An earlier save that is opened is saved, and a change of a list by pressing alone is not.
#[test]
fn a_press_is_a_change_and_opening_is_none() {
    let server = site::serve();
    let person = Person::uses(chromium().page(), "early-signs");
    person.goes_to(&server.url(LIST));
    let kept = Kept::waits(person);
    let page = &kept.person.page;
    page.click("label:has([name='sort.sleep'][value=mine])");
    let phrase = kept.takes_made_phrase();
    page.click("label:has([name='sort.sleep'][value=sometimes])");
    kept.is_told("unsaved");
    kept.presses("load");
    kept.is_told("loaded-undo");
    page.press("Shift");
    page.wait_for("onbeforeunload === null");
    kept.comes_again(&server.url(LIST));
    kept.unlocks(&phrase);
    page.press("Shift");
    page.eval("new Promise(done => { let ticks = 0; const id = setInterval(() => ++ticks > 2 && (clearInterval(id), done()), 1000) })");
    kept.is_told("loaded");
    assert!(!page.is(ASKS));
}

/// CP-6: locked with unsaved words, the page says what becomes of them; and nothing that is typed meanwhile is lost.
#[test]
fn locked_with_unsaved_words_it_says_so_and_what_is_typed_meanwhile_can_be_brought_back() {
    let server = site::serve();
    let kept = at_plan(&server);
    let page = &kept.person.page;
    writes(&kept, "rain");
    let phrase = kept.takes_made_phrase();
    kept.presses("lock");
    kept.is_told("locked");
    assert!(!page.is(ASKS), "all of it is saved");
    kept.unlocks(&phrase);
    assert_eq!(stands(&kept), "rain");
    writes(&kept, "rain and drizzle");
    kept.presses("lock");
    kept.is_told("locked-draft");
    assert!(page.is(ASKS));
    assert!(!page.is("document.documentElement.outerHTML.includes('drizzle')"), "no word stays in the page");
    writes(&kept, "typed by somebody who saw an empty plan");
    kept.unlocks(&phrase);
    kept.is_told("loaded-undo");
    assert_eq!(stands(&kept), "rain and drizzle");
    kept.presses("keep-undo");
    kept.is_told("undone");
    assert_eq!(stands(&kept), "typed by somebody who saw an empty plan");
    kept.presses("keep-undo");
    page.wait_for(&format!("document.querySelector({}).value === 'rain and drizzle'", json!(FIELD)));
    kept.presses("save");
    kept.is_told("saved");
    assert!(!page.is(ASKS));
    assert_eq!(page.problems(), Vec::<String>::new());
}
