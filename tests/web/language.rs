//! A change of language keeps answers, result and focus. AT-3.

use serde_json::json;

use crate::kept::Kept;
use crate::person::{Person, RESULT};
use crate::site;

const CHANGE: &str = "[data-action=language]";

fn heading(person: &Person) -> String {
    person.page.text("[data-result-heading]")
}

/// Answers every counted question of the carers' check-in.
fn answers_as_a_carer(person: &Person) {
    for item in
        ["sleep", "own-health", "time", "people", "talk", "share", "know", "plan", "limits", "work-money"]
    {
        person.answers(item, "yes");
    }
    person.answers("good-moments", "partly");
}

#[test]
fn a_change_of_language_keeps_answers_score_help_and_focus() {
    let server = site::serve();
    let person = Person::opens(&server, "carer-check-in");
    let page = &person.page;
    let before = page.eval("[history.length, document.title, location.href]");
    answers_as_a_carer(&person);
    person.answers("safe", "not-always");
    assert!(page.sees("[data-crisis-for=safe]"));
    person.asks_for_result();
    let score = "document.querySelector('[data-result] [data-score=total]').dataset.value";
    assert_eq!(page.eval(score), "10");
    assert_eq!(heading(&person), "Your result");

    page.click(CHANGE);
    assert_eq!(page.eval("document.querySelector('[data-language]').lang"), "es");
    assert_eq!(page.focused("it.dataset.action + it.lang"), "languageen", "the focus is on the way back");
    assert_eq!(page.count("[data-item] input:checked"), 12, "every answer is there");
    assert!(page.sees("[data-crisis-for=safe]"), "so is the help, in Spanish");
    assert!(page.text("[data-crisis-for=safe]").contains("Tu seguridad es lo primero"));
    assert_eq!(heading(&person), "Tu resultado");
    assert_eq!(page.eval(score), "10");
    assert!(page.text("[data-language-status]").contains("en español"));
    // An answer given in Spanish is there in English again.
    person.answers("sleep", "no");
    page.click(CHANGE);
    assert_eq!(heading(&person), "Your result");
    assert_eq!(page.eval(score), "9");
    assert_eq!(page.count("input[name=sleep][value=no]:checked"), 1);
    assert_eq!(page.count("[data-item] input:checked"), 12);

    assert_eq!(page.requests().len(), 1, "nothing is fetched for it");
    assert_eq!(page.eval("[history.length, document.title, location.href]"), before);
    assert_eq!(page.eval("[localStorage.length, sessionStorage.length]"), json!([0, 0]));
}

#[test]
fn errors_and_steps_are_kept_as_well_and_clearing_clears_both() {
    let server = site::serve();
    let person = Person::opens(&server, "recovery-check-in");
    let page = &person.page;
    person.answers("hope", "well");
    page.click(RESULT);
    assert!(page.sees("[data-error-line=own-aims]") && !page.sees("[data-error-line=hope]"));
    page.click("[data-action=mode]");
    page.click("[data-action=next]");
    let question =
        page.eval("[...document.querySelectorAll('fieldset')].find(f => f.checkVisibility()).dataset.item");
    page.click(CHANGE);
    assert!(page.sees("[data-error-line=own-aims]") && !page.sees("[data-error-line=hope]"));
    let same =
        page.eval("[...document.querySelectorAll('fieldset')].find(f => f.checkVisibility()).dataset.item");
    assert_eq!(same, question);
    page.click("[data-action=again]");
    page.click(CHANGE);
    assert_eq!(page.count("[data-item] input:checked"), 0, "nothing waits in the other language");
    assert!(!page.sees("[data-error-summary]"));
}

/// The questions of a published form stay as they were published, in either language; all around them changes.
#[test]
fn around_a_published_form_the_language_changes_and_its_own_words_stay() {
    let server = site::serve();
    let person = Person::opens(&server, "phq-9");
    let page = &person.page;
    person.answers_all(&[1, 1, 1, 1, 1, 1, 1, 1, 2]);
    person.asks_for_result();
    let shown = person.reads();
    let question = page.text("[data-item=q1] legend");
    page.click("a[hreflang=es]");
    page.wait_for("document.querySelector('[data-language]').lang === 'es'");
    assert_eq!(page.count("[data-item] input:checked"), 9);
    assert_eq!(person.reads(), shown);
    assert_eq!(heading(&person), "Tu resultado");
    assert_eq!(page.text("[data-item=q1] legend"), question);
    assert!(page.sees("[data-item=q1] legend [lang=en]"));
    assert!(page.text("[data-crisis]").contains("Llama"), "{}", page.text("[data-crisis]"));
    let said = page.text("[data-language-status]");
    assert!(said.contains("menos las preguntas publicadas"), "{said}");
    page.click(CHANGE);
    assert_eq!(heading(&person), "Your result");
    assert_eq!(person.reads(), shown);
    // The other way round, from the Spanish page.
    person.goes_to(&server.url("/es/tools/phq-9/"));
    person.answers_all(&[1; 9]);
    page.click(CHANGE);
    assert_eq!(page.eval("document.querySelector('[data-language]').lang"), "en");
    assert_eq!(page.count("[data-item] input:checked"), 9);
    assert_eq!(
        page.requests().iter().filter(|request| request.is_fetched()).count(),
        2,
        "two pages, no more"
    );
}

/// Who presses the language in the masthead must not lose answers either.
#[test]
fn the_languages_of_the_page_change_the_form_while_something_is_answered() {
    let server = site::serve();
    let person = Person::opens(&server, "recovery-check-in");
    let page = &person.page;
    person.answers("hope", "well");
    page.click("a[hreflang=es]");
    page.wait_for("document.querySelector('[data-language]').lang === 'es'");
    assert_eq!(page.count("input[name=hope]:checked"), 1);
    assert!(page.address().ends_with("/tools/recovery-check-in/") && !page.address().contains("/es/"));
    page.click("[data-action=again]");
    page.click("a[hreflang=es]");
    page.wait_for("location.pathname === '/es/tools/recovery-check-in/'");
}

/// A plan or a list in the other language is another document: what stands here goes along, and stands there alone.
#[test]
fn the_languages_of_the_page_take_a_plan_and_a_list_along() {
    let server = site::serve();
    let field = "[data-section=strain] [data-row] [data-field]";
    let sign = "[name=\"sort.sleep\"][value=mine]";
    for (tool, press, stands) in [
        ("coping-plan", field.to_owned(), format!("document.querySelector('{field}').value === 'rain'")),
        ("early-signs", format!("label:has({sign})"), format!("document.querySelector('{sign}').checked")),
    ] {
        let person = Person::opens(&server, tool);
        let page = &person.page;
        page.click("a[hreflang=es]");
        page.wait_for(&format!("location.pathname === '/es/tools/{tool}/'"));
        person.goes_to(&server.url(&format!("/tools/{tool}/")));
        page.click(&press);
        if tool == "coping-plan" {
            page.type_text("rain");
        }
        assert!(page.is(&stands));
        page.click("a[hreflang=es]");
        let there = Kept::waits(Person::uses(page.window(), tool));
        there.is_told("handed");
        assert!(there.person.page.address().ends_with(&format!("/es/tools/{tool}/")));
        assert!(there.person.page.is(&stands), "{tool}");
        page.wait_for(&format!("!({stands})"));
        page.wait_for(
            "(note => note.textContent && note.textContent === note.dataset.moved)(document.querySelector('[data-note]'))",
        );
        assert_eq!(there.person.page.eval("indexedDB.databases()"), json!([]));
        assert_eq!(there.person.page.problems(), Vec::<String>::new());
        assert_eq!(page.problems(), Vec::<String>::new());
    }
}
