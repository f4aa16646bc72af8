//! From a self-check that keeps nothing to the page beside it in which answers can be kept. SA-2, CP-5, AT-1, AT-3.

use browser::{Page, Server};
use serde_json::json;

use crate::kept::Kept;
use crate::person::{Person, Shown};
use crate::{chromium, site};

const LINK: &str = ".keep-beside a";
const CHECKED: &str = "[data-item] input:checked";

/// The page that the link has opened, once it has asked for the answers and got them.
fn comes_along(page: &Page<'static>, tool: &str) -> Kept {
    let kept = Kept::waits(Person::uses(page.window(), tool));
    kept.is_told("handed");
    kept
}

/// Once there, they are not in two tabs: nobody who comes to this device finds them in the one that never locks.
#[track_caller]
fn is_empty_and_says_so(page: &Page<'_>) {
    page.wait_for(&format!("!document.querySelector('{CHECKED}')"));
    assert_eq!(page.count("[data-result]"), 0);
    let status = "document.querySelector('[data-status]')";
    page.wait_for(&format!("{status}.textContent !== '' && {status}.textContent === {status}.dataset.moved"));
}

#[test]
fn a_self_check_carries_nothing_of_keeping() {
    let beside: Vec<_> =
        site::documents(site::folder()).into_iter().filter(|page| page.path.ends_with("/keep/")).collect();
    assert!(beside.len() > 10, "only {} pages keep answers", beside.len());
    for keeping in beside {
        assert!(keeping.shows_what_is_kept(), "/{}", keeping.path);
        assert!(keeping.html.contains("<meta name=\"robots\" content=\"noindex\">"), "/{}", keeping.path);
        let light = site::folder().join(keeping.path.trim_end_matches("keep/")).join("index.html");
        let light = std::fs::read_to_string(light).unwrap();
        assert!(!light.contains("data-keep=") && !light.contains("indexedDB"), "/{}", keeping.path);
    }
    let all = std::fs::read_to_string(site::folder().join("my-things/index.html")).unwrap();
    assert!(all.contains("href=\"/tools/phq-9/keep/\"") && all.contains("href=\"/tools/coping-plan/\""));
    let map = std::fs::read_to_string(site::folder().join("sitemap.xml")).unwrap();
    assert!(map.contains("tools/phq-9/") && !map.contains("/keep/"));
}

/// By keyboard, in both languages: the answers and the result are there, nothing is stored before Save, and afterwards
/// they are kept.
#[test]
fn answers_come_along_and_are_then_in_one_page_only() {
    for path in ["", "/es"] {
        let server = site::serve();
        let person = Person::uses(chromium().page(), "recovery-check-in");
        person.goes_to(&server.url(&format!("{path}/tools/recovery-check-in/")));
        let page = &person.page;
        for item in ["hope", "own-aims"] {
            page.click(&format!("[data-item={item}] label:has(input[value=well])"));
        }
        let count = page.count(CHECKED);
        assert_eq!(count, 2);
        person.tabs_to(&format!("it.matches('{LINK}')"));
        page.press("Enter");
        let kept = comes_along(page, "recovery-check-in");
        assert_eq!(kept.person.page.count(CHECKED), count);
        is_empty_and_says_so(page);
        assert_eq!(kept.person.page.eval("indexedDB.databases()"), json!([]), "not before Save");
        assert!(!kept.person.page.eval("document.URL + document.referrer").to_string().contains("well"));
        let phrase = kept.takes_made_phrase();
        kept.comes_again(&server.url(&format!("{path}/tools/recovery-check-in/keep/")));
        kept.unlocks(&phrase);
        assert_eq!(kept.rows(), 1);
        assert_eq!(kept.person.page.problems(), Vec::<String>::new());
        assert_eq!(page.problems(), Vec::<String>::new());
    }
}

/// A whole result comes along as it was, with the help that it has brought up.
#[test]
fn a_result_and_its_help_come_along() {
    let server = site::serve();
    let person = Person::opens(&server, "phq-9");
    person.answers_all(&[1, 1, 1, 1, 1, 1, 1, 1, 1]);
    person.asks_for_result();
    assert_eq!(person.reads(), Shown::new(9, "mild"));
    person.page.click(LINK);
    let kept = comes_along(&person.page, "phq-9");
    assert_eq!(kept.person.reads(), Shown::new(9, "mild"));
    assert!(kept.person.page.sees("[data-result-risk] a[href='tel:988']"));
    assert!(kept.person.page.sees("[data-crisis] a[href='tel:988']"));
    is_empty_and_says_so(&person.page);
    // The page is loaded again: the tab that led here has nothing more to give.
    kept.person.page.eval("location.reload()");
    kept.person.page.wait_for("document.querySelector('.keep [data-note]').textContent === ''");
    kept.waits_for_any_view();
    assert_eq!(kept.person.page.count(CHECKED), 0);
}

/// What already stands in the page that keeps is never overwritten, and nobody is told to forget anything.
#[test]
fn nothing_comes_along_where_nothing_is_answered() {
    let server = site::serve();
    let person = Person::opens(&server, "gad-7");
    person.page.click(LINK);
    let kept = Kept::waits(Person::uses(person.page.window(), "gad-7"));
    assert_eq!((kept.said(), kept.person.page.count(CHECKED)), (String::new(), 0));
    assert_eq!(person.page.text("[data-status]"), "");
}

/// AT-1: a page of another site that has opened this one, or was opened by it, is neither heard nor answered.
#[test]
fn no_other_site_is_heard_or_answered() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(
        folder.path().join("index.html"),
        "<!doctype html><html lang=en><title>Another</title><a rel=opener>open</a>
         <script>addEventListener('message', event => { window.heard = event.data })</script>",
    )
    .unwrap();
    let foreign = Server::folder(folder.path());
    let server = site::serve();
    let page = chromium().page();
    page.goto(&foreign.url("/"));
    for (path, asks) in [("/tools/phq-9/", "({ of: 'phq-9' })"), ("/tools/phq-9/keep/", "({ has: '{}' })")] {
        let link = json!({ "href": server.url(path), "target": path });
        page.eval(&format!("void Object.assign(document.querySelector('a'), {link})"));
        page.click("a");
        let person = Person::uses(page.window(), "phq-9");
        person.is_ready();
        crate::settled(&person.page);
        person.answers("q1", "2");
        page.eval(&format!("void (window.other = open('', {}))", json!(path)));
        page.eval(&format!("other.postMessage({asks}, '*')"));
        page.eval("other.postMessage({ of: 'phq-9', took: true }, '*')");
        // What was sent before this has been dealt with when this is.
        person.page.eval(
            "new Promise(done => { addEventListener('message', done, { once: true }); postMessage(0) })",
        );
        assert_eq!(person.page.count(CHECKED), 1, "{path}: the answer still stands there");
        assert_eq!(page.eval("window.heard ?? null"), json!(null), "{path}");
    }
}
