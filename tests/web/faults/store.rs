//! The browser gives no room or no store, one that fails, one that ends with the window, or has cleared it. CP-5.

use std::fs;
use std::time::{Duration, Instant};

use browser::Server;
use serde_json::json;

use super::{FILE, TOOL, address, goes_on, has_kept, is_calm, takes_backup};
use crate::kept::Kept;
use crate::person::{Person, Shown};
use crate::take_away::downloads;
use crate::{chromium, site};

#[test]
fn where_there_is_no_room_it_says_so_and_nothing_is_lost() {
    let server = site::serve();
    let kept = Kept::opens(&server, TOOL);
    quota(&kept, &server, Some(1));
    kept.person.answers_all(&[1; 7]);
    kept.presses("begin");
    kept.waits_for("setup");
    let made = kept.person.page.text(".keep [data-made]");
    kept.types("take-made", 0, &made);
    kept.sends("take-made");
    kept.is_told("full");
    assert!(!kept.dump().contains("PSYV"), "nothing is stored");
    goes_on(&kept);
    quota(&kept, &server, None);
    // Where the phrase is chosen, it is still offered: another press, when there is room, keeps it after all.
    assert_eq!(kept.view(), "setup");
    let made = kept.person.page.text(".keep [data-made]");
    kept.types("take-made", 0, &made);
    kept.sends("take-made");
    kept.is_told("saved");

    // The browser believes for some seconds in the room that it saw last.
    quota(&kept, &server, Some(1));
    kept.person.answers("q1", "3");
    let deadline = Instant::now() + Duration::from_secs(60);
    loop {
        kept.presses("save");
        kept.waits_for("open");
        if kept.said() != "Saved on this device." {
            break;
        }
        assert!(Instant::now() < deadline, "the browser does not mind that there is no room");
        kept.person.page.eval("new Promise(done => setTimeout(done, 2000))");
    }
    kept.is_told("full");
    let rows = kept.rows();
    assert!(kept.person.page.is("document.querySelector('[name=q1][value=\"3\"]').checked"));
    kept.comes_again(&address(&server));
    kept.unlocks(&made);
    assert_eq!(kept.rows(), rows, "what was kept before is still there");
    is_calm(&kept.person.page);
}

fn quota(kept: &Kept, server: &Server, size: Option<u64>) {
    let mut wish = json!({ "origin": server.origin() });
    if let Some(size) = size {
        wish["quotaSize"] = size.into();
    }
    kept.person.page.call("Storage.overrideQuotaForOrigin", &wish);
}

#[test]
fn where_the_browser_lets_nothing_be_kept_it_says_so_and_the_tool_works() {
    let server = site::serve();
    let refuse = |name: &str| format!("indexedDB.open = () => {{ throw new DOMException('no', '{name}') }}");
    let fail = |name: &str| {
        format!(
            "indexedDB.open = () => {{ const asked = {{ error: new DOMException('no', '{name}') }};
                setTimeout(() => asked.onerror()); return asked }}"
        )
    };
    let without = "Object.defineProperty(window, 'indexedDB', { value: undefined })".to_owned();
    for block in [refuse("SecurityError"), fail("InvalidStateError"), fail("NotAllowedError"), without] {
        // Such a browser does not tell either what it keeps.
        let kept = opens_where(&server, &format!("indexedDB.databases = undefined; {block}"));
        assert_eq!(kept.view(), "blocked", "{block}");
        let said = kept.person.page.text(".keep [data-view=blocked]");
        assert!(said.contains("lets the site keep nothing") && said.contains("take a file"), "{said}");
        goes_on(&kept);
    }
}

fn opens_where(server: &Server, script: &str) -> Kept {
    let page = chromium().page();
    page.before_scripts(script);
    let person = Person::uses(page, TOOL);
    person.goes_to(&address(server));
    Kept::waits(person)
}

/// A browser that says that it keeps nothing, and lets nothing be kept either.
#[test]
fn where_only_saving_shows_that_nothing_can_be_kept_it_says_so_then() {
    let server = site::serve();
    let refuse = "indexedDB.open = () => { throw new DOMException('no', 'SecurityError') }";
    let kept = opens_where(&server, refuse);
    assert_eq!(kept.view(), "nothing");
    kept.person.answers_all(&[1; 7]);
    kept.presses("begin");
    kept.waits_for("setup");
    let made = kept.person.page.text(".keep [data-made]");
    kept.types("take-made", 0, &made);
    kept.sends("take-made");
    kept.is_told("blocked");
    goes_on(&kept);
}

/// A store that the browser cannot open today may open tomorrow: nothing is erased without being asked.
#[test]
fn a_store_that_fails_is_told_and_is_left_as_it_is() {
    let server = site::serve();
    let (kept, phrase) = has_kept(&server);
    drop(kept);
    let page = chromium().page();
    page.before_scripts(
        "if (!location.search) { const open = indexedDB.open.bind(indexedDB);
            indexedDB.open = () => { const asked = { error: new DOMException('no', 'UnknownError') };
                setTimeout(() => asked.onerror()); return asked } }",
    );
    let person = Person::uses(page, TOOL);
    person.goes_to(&address(&server));
    let kept = Kept::waits(person);
    assert_eq!(kept.view(), "damaged");
    assert_eq!(kept.person.page.count(FILE), 1, "a backup file can be opened");
    goes_on(&kept);
    kept.comes_again(&format!("{}?again", address(&server)));
    kept.unlocks(&phrase);
    assert_eq!(kept.rows(), 1);
}

#[test]
fn a_private_window_keeps_until_it_is_closed() {
    let server = site::serve();
    let opens = || {
        let person = Person::uses(chromium().private_page(), TOOL);
        person.goes_to(&address(&server));
        Kept::waits(person)
    };
    let kept = opens();
    kept.person.answers_all(&[1; 7]);
    let phrase = kept.takes_made_phrase();
    kept.comes_again(&address(&server));
    kept.unlocks(&phrase);
    assert_eq!(kept.rows(), 1);
    is_calm(&kept.person.page);
    drop(kept);
    let kept = opens();
    assert_eq!(kept.view(), "nothing");
    let page = &kept.person.page;
    page.click(".keep [data-view=nothing] summary");
    let said = page.text(".keep [data-view=nothing]");
    assert!(said.contains("a private window keeps nothing") && said.contains("backup file"), "{said}");
}

/// A page that was opened from a file shares one store with every other file: nothing is stored there, ever. What a
/// person wants to keep goes with them as an encrypted file.
#[test]
fn from_a_file_nothing_is_stored_and_an_encrypted_file_is_taken_along() {
    let downloads = downloads("backup-of-a-file");
    let place = site::folder().join(format!("tools/{TOOL}/keep/index.html")).canonicalize().unwrap();
    let url = format!("file://{}", place.display());
    let person = Person::uses(chromium().page(), TOOL);
    person.goes_to(&url);
    let kept = Kept::waits(person);
    let page = &kept.person.page;
    assert_eq!(kept.view(), "carry");
    assert!(page.text(".keep [data-view=carry]").contains("nothing is stored on this device"));
    kept.person.answers_all(&[1; 7]);
    let phrase = kept.takes_made_phrase_along();
    let file = takes_backup(&kept, &downloads);
    assert!(fs::read_to_string(&file).unwrap().contains("UFNZV"));
    let stores =
        "indexedDB.databases().then(all => [all.length, localStorage.length, sessionStorage.length])";
    assert_eq!(page.eval(stores), json!([0, 0, 0]));
    kept.comes_again(&url);
    assert_eq!(kept.view(), "carry", "nothing of it is here");
    page.choose_file(FILE, &file);
    kept.waits_for("file");
    kept.types("open-file", 0, &phrase);
    kept.sends("open-file");
    kept.is_told("imported");
    kept.presses("load");
    assert_eq!(kept.person.reads(), Shown::new(7, "mild"));
    assert_eq!(page.eval(stores), json!([0, 0, 0]));
    is_calm(page);
}

/// CP-5: on return after a loss it explains, and offers to open the file. That there was something cannot be known
/// without storing it in clear, so the explanation always stands there.
#[test]
fn after_the_browser_has_cleared_it_the_page_explains_and_opens_the_file() {
    let downloads = downloads("backup-after-a-loss");
    let server = site::serve();
    let (kept, phrase) = has_kept(&server);
    let file = takes_backup(&kept, &downloads);
    let page = &kept.person.page;
    let clear = json!({ "origin": server.origin(), "storageTypes": "all" });
    page.call("Storage.clearDataForOrigin", &clear);
    kept.comes_again(&address(&server));
    assert_eq!(kept.view(), "nothing");
    page.click(".keep [data-view=nothing] summary");
    let said = page.text(".keep [data-view=nothing]");
    assert!(said.contains("Some browsers clear") && said.contains("7 days"), "{said}");
    page.choose_file(FILE, &file);
    kept.waits_for("file");
    kept.types("open-file", 0, &phrase);
    kept.sends("open-file");
    kept.is_told("imported");
    assert_eq!(kept.rows(), 1);

    // While it is open: what is open is not lost, and can be saved again.
    page.call("Storage.clearDataForOrigin", &clear);
    kept.person.answers_all(&[2; 7]);
    kept.presses("save");
    kept.is_told("gone");
    assert_eq!(kept.rows(), 1, "what is open is still here");
    kept.presses("save");
    kept.is_told("saved");
    kept.comes_again(&address(&server));
    kept.unlocks(&phrase);
    assert_eq!(kept.rows(), 2);
    is_calm(page);
}
