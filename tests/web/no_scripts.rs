//! With scripts off, every self-check is whole. SA-1.

use crate::person::Person;
use crate::{chromium, site};

#[test]
fn the_whole_of_phq_9_is_there_without_scripts() {
    let server = site::serve();
    let page = chromium().page();
    page.without_scripts();
    page.goto(&server.url("/tools/phq-9/"));
    let person = Person::uses(page, "phq-9");
    let page = &person.page;
    assert_eq!(page.eval("document.querySelector('[data-tool]').dataset.state"), "static");
    for number in 1..=9 {
        let group = format!("fieldset[data-item=q{number}]");
        assert!(page.sees(&group), "question {number} can be seen");
        assert!(page.text(&format!("{group} legend")).len() > 10);
        assert_eq!(page.count(&format!("{group} input[type=radio][name=q{number}]")), 4);
        for value in 0..4 {
            person.answers(&format!("q{number}"), &value.to_string());
        }
    }
    assert_eq!(page.count("fieldset[data-item=difficulty] input"), 4);
    let table = person.within("table");
    assert!(page.sees(&table), "the table to score by hand");
    let words = page.eval("[...document.querySelectorAll('[data-tool] table')].map(t => t.innerText).join()");
    let words = words.as_str().unwrap();
    for band in ["0", "4", "5", "9", "10", "14", "15", "19", "20", "27"] {
        assert!(words.contains(band), "{band} is missing in {words}");
    }
    assert!(page.sees("[data-help-now]") && page.sees("[data-quick-exit]"));
    let dead = "[...document.querySelectorAll('[data-tool] button')].filter(b => b.checkVisibility())
        .map(b => b.innerText)";
    assert_eq!(page.eval(dead), serde_json::json!([]), "no button that would do nothing");
}

#[test]
fn help_opens_without_scripts_when_item_9_is_answered() {
    let server = site::serve();
    let page = chromium().page();
    page.without_scripts();
    page.goto(&server.url("/tools/phq-9/"));
    let person = Person::uses(page, "phq-9");
    assert!(!person.page.sees("[data-crisis]"));
    person.answers("q9", "1");
    assert!(person.page.sees("[data-crisis] a[href^='tel:']"), "by the style alone");
    person.answers("q9", "3");
    assert!(person.page.sees("[data-crisis] a[href^='tel:']"));
}

#[test]
fn answers_never_reach_the_address_without_scripts() {
    let server = site::serve();
    for tool in ["phq-9", "phq-2", "gad-7"] {
        let page = chromium().page();
        page.without_scripts();
        page.goto(&server.url(&format!("/tools/{tool}/")));
        let person = Person::uses(page, tool);
        person.answers("q1", "3");
        // Enter in a form sends it in some browsers, with the answers in the address.
        person.page.forget();
        person.page.press("Enter");
        person.page.eval("document.querySelector('[data-tool] form').requestSubmit()");
        assert_eq!(person.page.requests(), []);
        assert_eq!(person.page.messages(), [], "the form does not even try");
        assert!(person.page.address().ends_with(&format!("/tools/{tool}/")), "{}", person.page.address());
    }
}
