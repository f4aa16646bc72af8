//! A plan that is kept: found again in a hard moment from any page, looked back on over months, without a network.
//! CP-2, CP-3, CP-5 to CP-7, FR-5, AT-3.

use browser::Page;
use serde_json::json;

use crate::site;
use crate::walk::{By, Walk};

/// The first thing to do alone, of the plan to keep safe.
pub(crate) const ALONE: &str = "[data-section=alone] [data-row]:nth-child(1) [data-field=\"0\"]";

fn lines(walk: &Walk, section: &str) -> serde_json::Value {
    walk.page().eval(&format!(
        "[...document.querySelectorAll('[data-section={section}] [data-row] [data-field=\"0\"]')].map(f => f.value)"
    ))
}

/// The steps in sight in a hard moment.
pub(crate) fn steps(page: &Page<'_>) -> serde_json::Value {
    page.eval("[...document.querySelectorAll('.plan-step .plan-name')].map(e => e.textContent)")
}

#[test]
fn cp_2_a_kept_plan_opens_in_a_hard_moment_by_keyboard_in_english() {
    in_a_hard_moment(By::Keys, "");
}

#[test]
fn cp_2_a_kept_plan_opens_in_a_hard_moment_by_touch_in_spanish() {
    in_a_hard_moment(By::Touch, "/es");
}

/// One press on any page: the lines at once, the phrase right below them, and after it the plan, large.
#[track_caller]
fn in_a_hard_moment(by: By, lang: &str) {
    let server = site::serve();
    let walk = Walk::begins(by, &server, &format!("{lang}/tools/keep-safe-plan/"));
    let page = walk.page();
    walk.writes(ALONE, "Feed the cat");
    walk.writes("[data-section=reasons] [data-row] [data-field=\"0\"]", "My daughter");
    // CP-3: nobody is named, so the plan asks gently, and holds nothing up.
    page.wait_for("!document.querySelector('[data-section=people] [data-gentle]').hidden");
    walk.presses("[data-section=people] [data-action=nobody]");
    page.wait_for("!document.querySelector('[data-section=people] [data-nobody]').hidden");
    walk.writes("[data-section=people] [data-row] [data-field=\"0\"]", "My sister Ana");
    walk.writes("[data-section=people] [data-row] [data-field=\"1\"]", "+1 (555) 010-0199");
    let phrase = walk.keeps_it();

    walk.comes_later(1, &server.url(&format!("{lang}/help-now/")));
    walk.presses("[data-my-plan]");
    page.wait_for("document.querySelector('[data-tool]')?.dataset.state === 'crisis'");
    walk.kept.waits_for("locked");
    assert!(page.sees("[data-crisis-view] .crisis a[href='tel:988']"), "help needs no phrase");
    assert!(!page.sees("[data-crisis-empty]"), "nobody is told that there is no plan");
    assert!(!page.sees("form .plan-row"), "and there is nothing to edit");
    walk.says("open", &phrase);
    page.wait_for("document.querySelector('.plan-step .plan-name')");
    assert_eq!(steps(walk.page()), json!(["Feed the cat", "My sister Ana", "My daughter"]));
    assert_eq!(page.focused("it.matches('[data-crisis-heading]')"), true);
    let call = page.eval("document.querySelector('.plan-step [data-call]').getAttribute('href')");
    assert_eq!(call, "tel:+15550100199");
    assert!(!page.sees(".keep"), "what is open needs no panel here");
    walk.fits();

    // A call takes longer than the panel waits: the lines are still there afterwards, and the plan comes back.
    page.eval(
        "(() => { Object.defineProperty(document, 'hidden', { value: true, configurable: true });
        document.dispatchEvent(new Event('visibilitychange')); ahead(0.01); return true })()",
    );
    walk.kept.waits_for("locked");
    page.eval("delete document.hidden");
    assert_eq!(page.eval("document.querySelector('[data-tool]').dataset.state"), "crisis");
    assert_eq!(steps(walk.page()), json!([]), "locked, no word stays in the page");
    assert!(page.sees("[data-crisis-view] .crisis a[href='tel:988']"));
    walk.says("open", &phrase);
    page.wait_for("document.querySelector('.plan-step .plan-name')");
    assert_eq!(steps(walk.page()), json!(["Feed the cat", "My sister Ana", "My daughter"]));
    walk.presses("[data-action=edit]");
    assert_eq!(lines(&walk, "people"), json!(["My sister Ana"]));
    assert_eq!(page.problems(), Vec::<String>::new());
}

#[test]
fn cp_7_months_of_a_kept_plan_by_keyboard_in_spanish() {
    months(By::Keys, "/es");
}

#[test]
fn cp_7_months_of_a_kept_plan_by_touch_in_english() {
    months(By::Touch, "");
}

/// Versions of several days, compared, restored, erased and kept; and a look back that was begun is not lost.
#[track_caller]
fn months(by: By, lang: &str) {
    let server = site::serve();
    let path = format!("{lang}/tools/keep-safe-plan/");
    let url = server.url(&path);
    let walk = Walk::begins(by, &server, &path);
    let page = walk.page();
    walk.writes(ALONE, "Feed the cat");
    walk.writes("[data-question=helped]", "ringing Ana");
    let phrase = walk.keeps_it();

    // A month later: what was begun of the look back is there, and becomes a version of that day.
    walk.comes_back(30, &url);
    walk.unlocks_from_the_top(&phrase);
    assert_eq!(page.focused("it.matches('[data-first]')"), true, "at the plan, without a search");
    assert_eq!(page.eval("document.querySelector('[data-question=helped]').value"), "ringing Ana");
    walk.presses("[data-action=keep]");
    page.wait_for("document.querySelector('[data-version=\"0\"]')");
    assert_eq!(page.eval("document.querySelector('[data-question=helped]').value"), "");
    let first_day = page.text("[data-version=\"0\"] [data-day]");
    walk.presses("[data-section=alone] [data-action=add]");
    walk.writes("[data-section=alone] [data-row]:nth-child(2) [data-field=\"0\"]", "Walk to the river");
    walk.presses("[data-section=alone] [data-row]:nth-child(1) [data-action=remove]");
    walk.keeps("save");
    walk.kept.is_told("saved");

    // Another month later: both days are told apart, and what has changed is shown.
    walk.comes_back(30, &url);
    walk.unlocks_from_the_top(&phrase);
    assert_eq!(lines(&walk, "alone"), json!(["Walk to the river"]));
    walk.presses("[data-action=keep]");
    page.wait_for("document.querySelectorAll('[data-version]').length === 2");
    assert_ne!(page.text("[data-version=\"0\"] [data-day]"), first_day, "each with its own day");
    assert_eq!(page.text("[data-version=\"1\"] [data-day]"), first_day);
    walk.presses("[data-version=\"1\"] [data-action=compare]");
    page.wait_for("!document.querySelector('[data-version=\"1\"] [data-changes]').hidden");
    assert!(page.text("[data-version=\"1\"] .plan-old").contains("Feed the cat"));
    assert!(page.text("[data-version=\"1\"] .plan-new").contains("Walk to the river"));
    assert!(page.text("[data-version=\"1\"] [data-answer=helped]").contains("ringing Ana"));
    walk.presses("[data-version=\"1\"] [data-action=restore]");
    page.wait_for("document.activeElement.matches('[data-first]')");
    assert_eq!(lines(&walk, "alone"), json!(["Feed the cat"]));
    walk.presses("[data-version=\"1\"] [data-action=erase]");
    page.wait_for("document.querySelectorAll('[data-version]').length === 1");
    walk.presses("[data-undo-version] [data-action=undo]");
    page.wait_for("document.querySelectorAll('[data-version]').length === 2");
    walk.presses("[data-version=\"1\"] [data-action=erase]");
    page.wait_for("document.querySelectorAll('[data-version]').length === 1");
    walk.keeps("save");
    walk.kept.is_told("saved");
    walk.fits();

    walk.comes_back(1, &url);
    walk.unlocks_from_the_top(&phrase);
    assert_eq!(lines(&walk, "alone"), json!(["Feed the cat"]));
    assert_eq!(page.count("[data-version]"), 1, "what was erased stays erased");
    assert_eq!(walk.kept.rows(), 3, "and each save is there to go back to");
    assert_eq!(page.problems(), Vec::<String>::new());
}

#[test]
fn fr_5_a_relatives_own_plan_by_keyboard_in_english() {
    of_a_relative(By::Keys, "");
}

#[test]
fn fr_5_a_relatives_own_plan_by_touch_in_spanish() {
    of_a_relative(By::Touch, "/es");
}

/// FR-5: rest, who helps me, when I call and what I say, without anybody else's list; large, on paper, and kept.
#[track_caller]
fn of_a_relative(by: By, lang: &str) {
    let server = site::serve();
    let path = format!("{lang}/tools/carer-plan/");
    let walk = Walk::begins(by, &server, &path);
    let page = walk.page();
    walk.presses("[data-section=rest] [data-ideas] summary");
    walk.presses("[data-section=rest] [data-action=idea]");
    let idea = page.eval("document.querySelector('[data-section=rest] [data-action=idea]').dataset.text");
    assert_eq!(lines(&walk, "rest"), json!([idea]), "an idea is chosen, never filled in");
    walk.writes("[data-section=helps-me] [data-row] [data-field=\"0\"]", "My brother Joe");
    walk.writes("[data-section=helps-me] [data-row] [data-field=\"1\"]", "555 010 0188");
    walk.writes("[data-section=when-to-call] [data-row] [data-field=\"0\"]", "No sleep for two nights");
    walk.writes("[data-section=what-to-say] [data-row] [data-field=\"0\"]", "I am his mother. I need help.");
    walk.presses(".plan-large [data-action=crisis]");
    page.wait_for("document.querySelector('[data-tool]').dataset.state === 'crisis'");
    assert!(page.text("[data-crisis-steps]").contains("My brother Joe"));
    walk.presses("[data-action=edit]");
    walk.presses("[data-action=print][data-for=card]");
    assert!(page.is("window.printed"), "a card for the wallet in one press");
    let phrase = walk.keeps_it();
    walk.comes_back(8, &server.url(&path));
    walk.unlocks_from_the_top(&phrase);
    assert_eq!(lines(&walk, "when-to-call"), json!(["No sleep for two nights"]));
    walk.fits();
}

/// AT-3: kept for times without a network, a plan opens in flight mode with what the person has kept in it.
#[test]
fn at_3_a_kept_plan_opens_in_flight_mode() {
    let server = site::serve();
    let walk = Walk::begins(By::Touch, &server, "/es/tools/keep-safe-plan/");
    let page = walk.page();
    walk.writes(ALONE, "Feed the cat");
    let phrase = walk.keeps_it();
    walk.comes_later(0, &server.url("/es/offline/"));
    page.wait_for("!document.querySelector('[data-offline-buttons]').hidden");
    walk.presses("[data-offline-keep]");
    page.wait_for("/\\d MB/.test(document.querySelector('[data-offline-status]').textContent)");
    let (home, list) = (server.url("/es/"), server.url("/es/tools/early-signs/"));
    drop(server);
    walk.comes_later(1, &home);
    walk.presses("[data-my-plan]");
    walk.kept.waits_for("locked");
    walk.says("open", &phrase);
    page.wait_for("document.querySelector('.plan-step .plan-name')");
    assert_eq!(steps(walk.page()), json!(["Feed the cat"]));
    walk.presses("[data-action=edit]");
    walk.writes("[data-section=reasons] [data-row] [data-field=\"0\"]", "My daughter");
    walk.keeps("save");
    walk.kept.is_told("saved");
    walk.comes_later(1, &list);
    walk.kept.waits_for("locked");
}
