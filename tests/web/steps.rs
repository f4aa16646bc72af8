//! One question at a time, or all on one page: the same form, answers, errors, help and paper.

use browser::Media;

use crate::person::{Person, Shown};
use crate::site;

const ONE: &str = "[data-action=mode]";
const NEXT: &str = "[data-action=next]";
const BACK: &str = "[data-action=back]";

/// The questions that are on the screen now.
fn on_screen(person: &Person) -> Vec<String> {
    let ids = person.page.eval(
        "[...document.querySelectorAll('fieldset[data-item]')].filter(f => f.checkVisibility()).map(f => f.dataset.item)",
    );
    ids.as_array().unwrap().iter().map(|id| id.as_str().unwrap().to_owned()).collect()
}

/// SA-8: by keyboard alone, one question after another, to the result.
#[test]
fn one_question_at_a_time_by_keyboard_alone() {
    let server = site::serve();
    let person = Person::opens(&server, "gad-7");
    let page = &person.page;
    assert_eq!(on_screen(&person).len(), 7, "all on one page unless the reader asks");
    assert!(!page.sees(NEXT) && !page.sees(BACK));
    person.tabs_to("it.matches('[data-action=mode]')");
    page.press("Enter");
    assert_eq!(page.eval("document.querySelector('[data-action=mode]').ariaPressed"), "true");
    for number in 1..=7 {
        assert_eq!(on_screen(&person), [format!("q{number}")]);
        assert!(
            page.text("[data-step-line]").contains(&format!("{number}")),
            "{}",
            page.text("[data-step-line]")
        );
        person.tabs_to(&format!("it.name === 'q{number}'"));
        person.chooses_by_key(1);
        if number < 7 {
            person.tabs_to("it.matches('[data-action=next]')");
            page.press("Enter");
            let heading = page.focused("it.matches('legend') && it.innerText.trim().length > 5");
            assert_eq!(heading, true, "the focus is on the words of the question");
        }
    }
    assert!(!page.sees(NEXT), "the last question leads to the result");
    person.tabs_to("it.matches('[data-action=result]')");
    page.press("Enter");
    assert_eq!(person.reads(), Shown::new(7, "mild"));
    // Back to the page as a whole: everything is as it was answered.
    page.click(ONE);
    assert_eq!(on_screen(&person).len(), 7);
    assert_eq!(page.count("[data-item] input:checked"), 7);
}

#[test]
fn back_and_forward_keep_answers_and_errors_lead_to_their_question() {
    let server = site::serve();
    let person = Person::opens(&server, "phq-9");
    let page = &person.page;
    page.click(ONE);
    person.answers("q1", "2");
    page.click(NEXT);
    page.click(NEXT);
    assert_eq!(on_screen(&person), ["q3"], "an answer may be skipped");
    page.click(BACK);
    page.click(BACK);
    assert_eq!(page.count("input[name=q1][value='2']:checked"), 1);
    assert!(!page.sees(BACK));
    for _ in 0..9 {
        page.click(NEXT);
    }
    assert_eq!(on_screen(&person), ["difficulty"]);
    person.asks_for_result();
    page.wait_for("document.activeElement.matches('[data-error-summary]')");
    page.click("[data-error-line=q5] a");
    page.wait_for("document.activeElement.name === 'q5'");
    assert_eq!(on_screen(&person), ["q5"]);
    assert!(page.sees("[data-error=q5]"), "the error stands at the question");
    assert!(page.sees("[data-error-summary]"), "the list stays until it is empty");
}

/// SA-4 in both ways: help opens at once and stays, whichever question is at hand.
#[test]
fn help_opens_beside_the_one_question_and_stays_through_the_others() {
    let server = site::serve();
    let person = Person::opens(&server, "phq-9");
    let page = &person.page;
    page.click(ONE);
    for _ in 0..8 {
        page.click(NEXT);
    }
    assert_eq!(on_screen(&person), ["q9"]);
    person.answers("q9", "1");
    assert!(page.sees("[data-crisis] a[href^='tel:988']"));
    page.click(NEXT);
    assert!(page.sees("[data-crisis] a[href^='tel:988']"), "still there at the next question");
    page.click(BACK);
    page.click(BACK);
    assert_eq!(on_screen(&person), ["q8"]);
    assert!(page.sees("[data-crisis]"));
    page.media(Media { print: true, ..Media::default() });
    assert_eq!(on_screen(&person).len(), 10, "paper has every question");
}

#[test]
fn a_question_that_appears_is_one_more_step() {
    let server = site::serve();
    let person = Person::opens(&server, "pc-ptsd-5");
    let page = &person.page;
    page.click(ONE);
    assert_eq!(on_screen(&person), ["exposure"]);
    assert!(page.sees("[data-item=before]"), "the words before it stand with it");
    person.answers("exposure", "no");
    assert!(!page.sees(NEXT), "no further question");
    person.answers("exposure", "yes");
    page.click(NEXT);
    assert_eq!(on_screen(&person), ["q1"]);
    assert!(!page.sees("[data-item=before]"));
    page.click(BACK);
    person.answers("exposure", "no");
    person.asks_for_result();
    assert_eq!(person.reads(), Shown::new(0, "below-cut-off"));
}
