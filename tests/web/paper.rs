//! A self-check on paper: all questions, the table to score by hand, and the lines to call. SA-1, SA-4.

use browser::Media;

use crate::chromium;
use crate::person::Person;
use crate::site;

const PRINT: Media = Media { dark: false, still: false, contrast: false, forced: false, print: true };

#[test]
fn phq_9_prints_with_the_table_and_the_lines_to_call() {
    let server = site::serve();
    let page = chromium().page();
    page.goto(&server.url("/tools/phq-9/"));
    let sheets = page.pdf().pages();
    assert!((1..=8).contains(&sheets), "{sheets} sheets");
    page.media(PRINT);
    let person = Person::uses(page, "phq-9");
    let page = &person.page;
    for number in 1..=9 {
        assert!(page.sees(&format!("fieldset[data-item=q{number}]")), "question {number}");
    }
    assert!(page.sees(&person.within("table")), "the table to score by hand");
    let lines = "[...document.querySelectorAll('a[href^=\"tel:\"]')].filter(a => a.checkVisibility())
        .map(a => a.innerText).join(' ')";
    let lines = page.eval(lines).as_str().unwrap().to_owned();
    assert!(lines.contains("988"), "the number of the line is printed: {lines:?}");
    assert!(!page.sees("[data-quick-exit]"), "a button is of no use on paper");
}

#[test]
fn a_result_prints_with_its_number_and_help() {
    let server = site::serve();
    let person = Person::opens(&server, "phq-9");
    person.answers_all(&[1, 1, 1, 1, 1, 1, 1, 1, 1]);
    person.asks_for_result();
    person.reads();
    person.page.media(PRINT);
    let number = "[...document.querySelectorAll('[data-result] [data-score=total] *')]
        .some(e => e.textContent.trim() === '9' && e.checkVisibility())";
    assert!(person.page.is(number), "the number is printed, though it is one step below on the screen");
    assert!(person.page.sees("[data-crisis] a[href^='tel:']"), "help is printed too");
    assert!(person.page.pdf().pages() > 0);
}

#[test]
fn in_the_dark_paper_stays_white() {
    let server = site::serve();
    let page = chromium().page();
    page.media(Media { dark: true, print: true, ..Media::default() });
    for path in ["/", "/tools/phq-9/", "/help-now/"] {
        page.goto(&server.url(path));
        let light = "[document.documentElement, document.body].every(e => {
            const colour = getComputedStyle(e).backgroundColor;
            const [r, g, b, a] = (colour.match(/[\\d.]+/g) ?? []).map(Number);
            return a === 0 || r + g + b > 740 })";
        assert!(page.is(light), "{path} prints on a dark ground");
    }
}
