//! Leaving quickly: the screen is blank at once, and Back does not lead back. AT-2.

use browser::Server;

use crate::person::Person;
use crate::site;

/// Somebody in the middle of a self-check, with the home page behind it in the history.
fn in_the_middle(server: &Server) -> Person {
    let person = Person::uses(crate::chromium().page(), "phq-9");
    person.page.goto(&server.url("/"));
    person.goes_to(&server.url("/tools/phq-9/"));
    person.answers_all(&[1, 2]);
    person
}

/// Away from this machine, to the plain site, and without a trace of the self-check in the history.
#[track_caller]
fn assert_gone(person: &Person, server: &Server) {
    person.page.wait_for("!location.href.startsWith('http://127.0.0.1')");
    let address = person.page.address();
    assert!(address.starts_with("https://www.weather.gov/"), "{address}");
    let history = person.page.history();
    assert!(!history.iter().any(|entry| entry.contains("/tools/")), "{history:?}");
    assert!(history.contains(&server.url("/")), "only this page is taken out of the history: {history:?}");
}

/// With the way out closed, what is left on the screen shows nothing of what was there.
#[track_caller]
fn assert_blank(person: &Person) {
    let page = &person.page;
    page.wait_for_request(|request| !request.is_local());
    let words = page.eval("document.documentElement.innerText.trim()");
    assert_eq!(words, "", "the screen is blank while the other page is on its way");
    let title = page.eval("document.title.toLowerCase()");
    let title = title.as_str().unwrap();
    for word in ["phq", "mood", "check", "footbridge", "depress"] {
        assert!(!title.contains(word), "the title is {title:?}");
    }
    assert_eq!(page.count("input:checked"), 0, "no answer is left in the page");
}

#[test]
fn the_button_blanks_the_page_at_once() {
    let server = site::serve();
    let person = in_the_middle(&server);
    person.page.stay();
    person.page.click("[data-quick-exit]");
    assert_blank(&person);
}

#[test]
fn the_button_leaves_and_back_does_not_lead_back() {
    let server = site::serve();
    let person = in_the_middle(&server);
    person.page.click("[data-quick-exit]");
    assert_gone(&person, &server);
}

#[test]
fn shift_three_times_leaves_too() {
    let server = site::serve();
    let person = in_the_middle(&server);
    person.page.press_times("Shift", 2);
    assert!(person.page.address().contains("/tools/phq-9/"), "twice is not enough");
    person.page.press("Shift");
    assert_gone(&person, &server);
}

#[test]
fn shift_three_times_blanks_the_page_at_once() {
    let server = site::serve();
    let person = in_the_middle(&server);
    person.page.stay();
    person.page.press_times("Shift", 3);
    assert_blank(&person);
}

/// Typing a capital letter now and then must not throw anybody out.
#[test]
fn shift_with_other_keys_between_does_not_leave() {
    let server = site::serve();
    let person = in_the_middle(&server);
    for _ in 0..4 {
        person.page.press("Shift");
        person.page.press("a");
    }
    assert!(person.page.requests().iter().all(browser::Request::is_local));
    assert!(person.page.address().contains("/tools/phq-9/"));
}

/// On a page without scripts the exit is a plain link, which tells the other site nothing of this one.
#[test]
fn on_a_page_of_text_the_exit_is_a_plain_link() {
    let server = site::serve();
    let page = crate::chromium().page();
    page.goto(&server.url("/help-now/"));
    let refuses = "document.querySelector('a[data-quick-exit]').relList.contains('noreferrer')";
    assert!(page.is(refuses), "the link sends no referrer");
    page.click("[data-quick-exit]");
    page.wait_for("location.host === 'www.weather.gov'");
    assert_eq!(page.eval("document.referrer"), "");
}
