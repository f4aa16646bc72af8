//! The site without a network: kept only when the reader asks, whole, and gone when they say so. AT-3.

use crate::kept::Kept;
use crate::person::Person;
use crate::privacy::KEPT;
use crate::site;

const STATUS: &str = "[data-offline-status]";

fn kept_caches(page: &browser::Page<'_>) -> u64 {
    page.eval("caches.keys().then(keys => keys.length)").as_u64().unwrap()
}

#[test]
fn at_3_after_one_press_every_tool_opens_in_flight_mode() {
    let server = site::serve();
    let page = crate::chromium().page();
    page.goto(&server.url("offline/"));
    page.wait_for("!document.querySelector('[data-offline-buttons]').hidden");
    assert_eq!(kept_caches(&page), 0, "nothing is kept unasked");
    assert_eq!(page.eval("navigator.serviceWorker.getRegistrations().then(all => all.length)"), 0);

    page.eval("document.querySelector('[data-offline-keep]').focus()");
    page.press("Enter");
    page.wait_for(&format!("/\\d MB/.test(document.querySelector('{STATUS}').textContent)"));
    let foreign: Vec<_> =
        page.requests().into_iter().filter(|request| !request.url.starts_with(server.origin())).collect();
    assert!(foreign.is_empty(), "{foreign:?}");

    let documents = site::documents(site::folder());
    let tools = documents.iter().filter(|document| document.has_tool());
    let urls: Vec<String> = tools.map(|document| server.url(&document.path)).collect();
    assert!(urls.len() > 10);
    let (help, spanish, offline) = (server.url("help-now/"), server.url("es/"), server.url("offline/"));
    drop(server);
    for url in urls {
        page.goto(&url);
        page.wait_for("document.querySelector('section[data-tool]').dataset.state === 'ready'");
    }
    page.goto(&help);
    assert!(page.sees("a[href='tel:988']"), "the help lines are there without a network");
    page.goto(&spanish);
    assert_eq!(page.eval("document.documentElement.lang"), "es");

    page.goto(&offline);
    page.wait_for("!document.querySelector('[data-offline-forget]').hidden");
    page.tap("[data-offline-forget]");
    page.wait_for(&format!("document.querySelector('{STATUS}').textContent.includes('nothing is left')"));
    assert_eq!(kept_caches(&page), 0);
    assert_eq!(page.eval("navigator.serviceWorker.getRegistrations().then(all => all.length)"), 0);
}

/// AT-2: "erase everything" takes what tools have kept, the copies of the pages, and what serves them.
#[test]
fn at_2_erasing_everything_takes_the_copies_and_the_worker_too() {
    let server = site::serve();
    let page = crate::chromium().page();
    page.goto(&server.url("offline/"));
    page.wait_for("!document.querySelector('[data-offline-buttons]').hidden");
    page.tap("[data-offline-keep]");
    page.wait_for(&format!("/\\d MB/.test(document.querySelector('{STATUS}').textContent)"));
    assert!(kept_caches(&page) > 0);
    let person = Person::uses(page, "gad-7");
    person.goes_to(&server.url("tools/gad-7/keep/"));
    let kept = Kept::waits(person);
    kept.person.answers_all(&[1; 7]);
    kept.takes_made_phrase();
    let page = &kept.person.page;
    page.eval("document.querySelector('.keep [data-view=open] details').open = true");
    kept.presses("erase");
    kept.waits_for("erase");
    assert!(page.text(".keep [data-view=erase]").contains("the copies of pages for reading offline"));
    kept.presses("erase-yes");
    kept.is_told("erased");
    assert_eq!(page.eval(KEPT), serde_json::json!([]), "nothing at all is left");
    assert_eq!(page.problems(), Vec::<String>::new());
}

#[test]
fn at_3_a_copy_that_does_not_arrive_whole_leaves_the_old_one() {
    let server = site::serve();
    let page = crate::chromium().page();
    page.goto(&server.url("es/offline/"));
    page.wait_for("!document.querySelector('[data-offline-buttons]').hidden");
    page.tap("[data-offline-keep]");
    page.wait_for(&format!("/\\d MB/.test(document.querySelector('{STATUS}').textContent)"));
    let before = page.eval("caches.keys().then(keys => keys.join())");
    drop(server);
    page.tap("[data-offline-keep]");
    page.wait_for(&format!("document.querySelector('{STATUS}').textContent.includes('sigue aquí')"));
    assert_eq!(page.eval("caches.keys().then(keys => keys.join())"), before);
}
