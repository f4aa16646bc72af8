//! The panel for keeping, from the first save to the last erasing, by keyboard alone and by touch, in both languages
//! and for each kind of tool. CP-5, CP-6, AT-2.

use browser::Server;

use crate::site;
use crate::walk::{By, Walk};

const PLAN: &str = "[data-section=alone] [data-row] [data-field=\"0\"]";

fn in_plan(walk: &Walk) {
    walk.writes(PLAN, "Feed the cat");
}

fn plan_is_back(walk: &Walk) -> bool {
    walk.page().is(&format!("document.querySelector('{PLAN}').value === 'Feed the cat'"))
}

fn in_list(walk: &Walk) {
    walk.chooses("sort.sleep", "mine");
}

fn list_is_back(walk: &Walk) -> bool {
    walk.page().is("document.querySelector('[name=\"sort.sleep\"][value=mine]').checked")
}

fn in_check(walk: &Walk) {
    walk.chooses("hope", "well");
}

fn check_is_back(walk: &Walk) -> bool {
    walk.page().is("document.querySelector('[name=hope][value=well]')?.checked")
}

#[test]
fn the_panel_by_keyboard_for_a_plan_in_english() {
    whole_panel(By::Keys, "/tools/keep-safe-plan/", in_plan, plan_is_back);
}

#[test]
fn the_panel_by_keyboard_for_a_list_in_spanish() {
    whole_panel(By::Keys, "/es/tools/early-signs/", in_list, list_is_back);
}

#[test]
fn the_panel_by_touch_for_a_list_in_english() {
    whole_panel(By::Touch, "/tools/early-signs/", in_list, list_is_back);
}

#[test]
fn the_panel_by_touch_for_a_plan_in_spanish() {
    whole_panel(By::Touch, "/es/tools/keep-safe-plan/", in_plan, plan_is_back);
}

#[test]
fn the_panel_by_keyboard_for_a_self_check_in_spanish() {
    whole_panel(By::Keys, "/es/tools/recovery-check-in/", in_check, check_is_back);
}

#[test]
fn the_panel_by_touch_for_a_self_check_in_english() {
    whole_panel(By::Touch, "/tools/recovery-check-in/", in_check, check_is_back);
}

/// All that the panel can do, in the order in which a person may want it.
#[track_caller]
fn whole_panel(by: By, path: &str, writes: fn(&Walk), is_back: fn(&Walk) -> bool) {
    let server = site::serve();
    let path = &site::kept_at(path);
    let walk = Walk::begins(by, &server, path);
    let (page, kept) = (walk.page(), &walk.kept);
    assert!(!page.sees(".keep-jump"), "nothing is kept yet");
    writes(&walk);

    // The first save: the words can be others, and going back stores nothing.
    walk.keeps("begin");
    kept.waits_for("setup");
    assert_eq!(page.focused("it.matches('[data-view=setup] [data-focus]')"), true);
    let first = page.text(".keep [data-made]");
    walk.keeps("another");
    page.wait_for(&format!("document.querySelector('.keep [data-made]').textContent !== '{first}'"));
    walk.keeps("back");
    kept.waits_for("nothing");
    assert_eq!(page.eval("indexedDB.databases()"), serde_json::json!([]));
    let phrase = walk.keeps_it();
    kept.waits_for("open");
    assert_eq!(kept.rows(), 1);
    assert_eq!(page.focused("it.matches('[data-view=open] [data-focus]')"), true);
    walk.fits();

    // Locked: the words are gone from the page; a wrong phrase opens nothing, and can be looked at while it is typed.
    walk.keeps("lock");
    kept.waits_for("locked");
    assert!(!is_back(&walk), "locked is out of sight");
    assert_eq!(page.focused("it.matches('[data-view=locked] [data-phrase]')"), true);
    walk.keeps("reveal");
    page.wait_for("document.querySelector('.keep [data-view=locked] [data-phrase]').type === 'text'");
    walk.says("open", "not these words at all");
    kept.is_told("wrong-phrase");
    assert_eq!(kept.view(), "locked");
    walk.says("open", &phrase);
    kept.waits_for("open");
    assert!(is_back(&walk), "what stood there is back");

    // A new phrase; then the one before opens nothing.
    walk.opens_more();
    walk.keeps("change");
    kept.waits_for("setup");
    let second = page.text(".keep [data-made]");
    walk.says("take-made", &second);
    kept.is_told("rekeyed");
    kept.waits_for("open");
    walk.keeps("lock");
    kept.waits_for("locked");
    walk.says("open", &phrase);
    kept.is_told("wrong-phrase");
    walk.says("open", &second);
    kept.waits_for("open");

    // A backup, whose name tells nothing.
    if !page.sees(".keep [data-action=keep-file]") {
        walk.opens_more();
    }
    let (name, backup) = walk.takes(|| walk.keeps("keep-file"));
    assert!(name.starts_with("keep-2") && name.ends_with(".txt"), "{name}");

    // A removal asks first.
    walk.keeps("remove");
    page.wait_for("document.querySelector('.keep [data-sure]:not([hidden])')");
    walk.keeps("keep");
    page.wait_for("document.querySelector('.keep [data-deeds]:not([hidden])')");
    assert_eq!(kept.rows(), 1);
    walk.keeps("remove");
    walk.keeps("remove-yes");
    kept.is_told("removed");
    assert_eq!(kept.rows(), 0);
    assert!(is_back(&walk), "what stands in the tool stays");
    walk.keeps("save");
    kept.is_told("saved");
    assert_eq!(kept.rows(), 1);

    erases_without_the_phrase(&walk, &server, path);

    // The backup brings it back, with the phrase of its time.
    walk.opens_file(".keep [data-view=nothing] input[type=file]", &backup);
    kept.waits_for("file");
    walk.says("open-file", &second);
    kept.is_told("imported");
    kept.waits_for("open");
    assert_eq!(kept.rows(), 1);
    if page.count(".keep[data-resumes]") == 0 {
        walk.keeps("load");
    }
    page.wait_for("document.querySelector('.keep [data-note]').textContent !== ''");
    assert!(is_back(&walk), "what was kept stands there again");
    assert_eq!(page.problems(), Vec::<String>::new());
}

/// AT-2: who comes later and has lost the phrase can still erase everything, after a second question.
#[track_caller]
fn erases_without_the_phrase(walk: &Walk, server: &Server, path: &str) {
    let (page, kept) = (walk.page(), &walk.kept);
    walk.comes_back(1, &server.url(path));
    kept.waits_for("locked");
    walk.opens_more();
    walk.keeps("erase");
    kept.waits_for("erase");
    assert_eq!(page.focused("it.matches('[data-view=erase] [data-focus]')"), true);
    walk.keeps("back");
    kept.waits_for("locked");
    walk.keeps("erase");
    kept.waits_for("erase");
    walk.keeps("erase-yes");
    kept.is_told("erased");
    assert_eq!(kept.dump(), "");
    kept.waits_for("nothing");
}
