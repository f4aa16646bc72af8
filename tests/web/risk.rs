//! The answer about being better off dead or hurting oneself brings help at once. SA-4.

use crate::person::{Person, Shown};
use crate::site;

#[test]
fn several_days_on_item_9_opens_help_at_once_and_it_stays() {
    let server = site::serve();
    let person = Person::opens(&server, "phq-9");
    let page = &person.page;
    assert!(!page.sees("[data-crisis]"), "closed at first");
    assert!(page.sees("[data-help-now]"));
    person.tabs_to("it.name === 'q9'");
    person.chooses_by_key(1);
    page.wait_for("document.querySelector('[data-crisis]')?.checkVisibility()");
    assert_eq!(page.focused("it.name + it.value"), "q91", "the focus has not moved");
    assert!(!person.has_result(), "before anything was asked for");

    let live = "[...document.querySelectorAll('[data-crisis]')].filter(e => e.checkVisibility()).some(e =>
        e.closest('[aria-live], [role=status]') || e.querySelector('[aria-live], [role=status]'))";
    assert!(page.is(live), "it is announced");
    let modal = "dialog[open], [role=dialog], [role=alertdialog], [aria-modal=true], [inert]";
    assert_eq!(page.count(modal), 0, "nothing is blocked");
    for help in ["a[href^='tel:988']", "a[href^='sms:']", "a[href^='tel:911']"] {
        assert!(page.sees(&format!("[data-crisis] {help}")), "{help} is in the panel");
    }
    let beside = page.eval(
        "(() => { const panel = [...document.querySelectorAll('[data-crisis]')].find(e => e.checkVisibility());
            const question = document.querySelector('[data-item=q9]');
            return panel.getBoundingClientRect().top - question.getBoundingClientRect().bottom })()",
    );
    assert!(beside.as_f64().unwrap().abs() < 400.0, "it opens next to the question, {beside} px away");

    person.answers("q9", "0");
    assert!(page.sees("[data-crisis]"), "a second thought does not take it away");
    person.answers_all(&[0; 9]);
    person.asks_for_result();
    assert_eq!(person.reads(), Shown::new(0, "minimal"));
    assert!(page.sees("[data-crisis]"), "it is still there beside the result");
}

#[test]
fn every_answer_above_not_at_all_opens_it() {
    let server = site::serve();
    let person = Person::opens(&server, "phq-9");
    for value in ["1", "2", "3"] {
        person.goes_to(&server.url("/tools/phq-9/"));
        assert!(!person.page.sees("[data-crisis]"));
        person.answers("q9", value);
        assert!(person.page.sees("[data-crisis]"), "at {value}");
    }
}

#[test]
fn the_result_has_the_lines_when_item_9_was_answered() {
    let server = site::serve();
    let person = Person::opens(&server, "phq-9");
    person.answers_all(&[0, 0, 0, 0, 0, 0, 0, 0, 1]);
    person.asks_for_result();
    assert_eq!(person.reads(), Shown::new(1, "minimal"));
    let page = &person.page;
    assert!(page.sees("[data-crisis]"), "whatever the total");
    assert!(page.sees("[data-result] a[href^='tel:']"), "the result itself names a line");
}

#[test]
fn at_not_at_all_the_way_to_help_is_there_all_the_same() {
    let server = site::serve();
    let person = Person::opens(&server, "phq-9");
    person.answers_all(&[0; 9]);
    assert!(!person.page.sees("[data-crisis]"));
    assert!(person.page.sees("[data-help-now]"));
    person.asks_for_result();
    person.reads();
    assert!(person.page.sees("[data-help-now]"));
    let top = person.page.eval("document.querySelector('[data-help-now]').getBoundingClientRect().top");
    let top = top.as_f64().unwrap();
    assert!((-1.0..900.0).contains(&top), "help is on the screen, wherever the page is scrolled to: {top}");
}
