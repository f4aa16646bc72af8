//! A published form keeps its words where no official translation could be checked, and all around it is Spanish: the
//! language of each part is marked, and the whole way by keyboard is in Spanish but for the form. AT-1, SA-4.

use std::collections::BTreeSet;

use browser::{Page, Server, axe};
use serde_json::{Value, json};

use crate::person::{Person, RESULT, Shown};
use crate::site::FORMS;
use crate::{chromium, none, site};

fn opens(server: &Server, tool: &str) -> Person {
    let person = Person::uses(chromium().page(), tool);
    person.goes_to(&server.url(&format!("/es/tools/{tool}/")));
    person
}

/// The language of an element, as a screen reader finds it.
fn language(page: &Page<'_>, selector: &str) -> Value {
    page.eval(&format!("document.querySelector({}).closest('[lang]').lang", json!(selector)))
}

fn texts(page: &Page<'_>, expression: &str) -> BTreeSet<String> {
    let all = page.eval(&format!("({expression}).map(text => text.replace(/\\s+/g, ' ').trim())"));
    serde_json::from_value(all).expect("texts")
}

/// The words of each form stand in English and say so, and no other word does.
#[test]
fn what_is_marked_as_english_is_the_form_and_nothing_else() {
    let server = site::serve();
    let mut found = Vec::new();
    for tool in FORMS {
        let person = Person::opens(&server, tool);
        let page = &person.page;
        // On the English page, all of the form but what is our own in it: only the Spanish page tells that apart.
        let form = texts(
            page,
            "[...document.querySelectorAll('fieldset legend, fieldset .choice, .item-info p, .stem')]
            .map(part => part.textContent.replace(/^\\s*\\d+\\./, ''))",
        );
        let source = texts(page, "[document.querySelector('.tool-source').textContent]").pop_first().unwrap();
        page.goto(&server.url(&format!("/es/tools/{tool}/")));
        person.is_ready();
        let english = texts(
            page,
            "[...document.querySelectorAll('form [lang=en]:not(button)')].map(part => part.textContent)",
        );
        found.extend(
            english.difference(&form).map(|text| format!("{tool}: marked, and not of the form: {text}")),
        );
        // What is not marked is Spanish: a question of our own, its answers, or a text before the first question.
        let spanish = texts(
            page,
            "[...document.querySelectorAll('fieldset legend, fieldset .choice, .item-info p, .stem')]
            .filter(part => !part.querySelector('[lang=en]')).map(part => part.textContent)",
        );
        let untranslated = spanish.intersection(&form);
        found.extend(untranslated.map(|text| format!("{tool}: English, and not marked: {text}")));
        assert!(!english.is_empty() && english.len() + spanish.len() == form.len(), "{tool}: {spanish:?}");
        for text in texts(
            page,
            "[...document.querySelectorAll('.tool-source [lang=en]')].map(part => part.textContent)",
        ) {
            assert!(source.contains(&text), "{tool}: {text}");
        }
        let notice = page.text("[data-language] > .notice");
        assert!(
            notice.contains("están en inglés") && notice.contains("Ir a la página en inglés"),
            "{notice}"
        );
        assert_eq!(
            page.eval("document.querySelector('[data-language] > .notice a').pathname"),
            format!("/tools/{tool}/")
        );
        assert_eq!(page.count(".not-translated"), 0, "{tool} is translated");
    }
    none(&found);
}

#[test]
fn the_form_is_filled_in_by_keyboard_and_all_around_it_speaks_spanish() {
    let server = site::serve();
    let person = opens(&server, "phq-9");
    let page = &person.page;
    for question in 1..=8 {
        person.tabs_to(&format!("it.name === 'q{question}'"));
        person.chooses_by_key(1);
    }
    // One is missing: what is said about it is Spanish.
    person.tabs_to("it.dataset.action === 'result'");
    page.press("Enter");
    page.wait_for("document.querySelector('[data-error-summary]').checkVisibility()");
    assert!(page.text("[data-error-summary]").contains("Elige una respuesta a la pregunta 9"));
    assert_eq!(language(page, "[data-error-summary]"), "es");
    person.tabs_to("it.dataset.for === 'q9'");
    page.press("Enter");
    page.wait_for("document.activeElement.name === 'q9'");
    assert!(
        page.text("fieldset[data-item=q9] legend").contains("better off dead"),
        "the question is the form's"
    );
    assert_eq!(language(page, "fieldset[data-item=q9] legend > span:last-child"), "en");
    assert_eq!(language(page, "fieldset[data-item=q9] .choice > span > span"), "en");
    person.chooses_by_key(1);
    page.wait_for("document.querySelector('[data-crisis]').checkVisibility()");
    assert!(page.text("[data-crisis]").contains("¿Estás a salvo ahora?"), "the help is Spanish");
    assert_eq!(language(page, "[data-crisis] h3"), "es");

    let named = page.accessibility().into_iter().filter(|node| node["role"]["value"] == "group");
    let names: Vec<String> =
        named.filter_map(|node| node["name"]["value"].as_str().map(str::to_owned)).collect();
    assert!(names.contains(&"5. Poor appetite or overeating".to_owned()), "{names:?}");

    person.tabs_to("it.dataset.action === 'result'");
    page.press("Enter");
    assert_eq!(person.reads(), Shown::new(9, "mild"));
    assert_eq!(page.text("[data-result-heading]"), "Tu resultado");
    assert_eq!(page.text("[data-result] .band-label"), "Señales leves de depresión");
    assert!(page.text("[data-result]").contains("Cuéntale a una persona de confianza"));
    assert!(page.text("[data-result] .bring").contains("Desde cuándo te sientes así"));
    for part in ["[data-result-heading]", "[data-result] .band-label", "[data-result] .bring li", RESULT] {
        assert_eq!(language(page, part), "es", "{part}");
    }
    assert_eq!(language(page, "[data-result] .small > span"), "en", "the citation");
    none(&axe::violations(page));
    assert_eq!(page.messages(), [], "the console is silent");
    assert_eq!(page.requests().len(), 1, "nothing is fetched");
}

/// A question of our own among those of the form, and bands by its answer.
#[test]
fn a_question_of_our_own_is_spanish_among_those_of_the_form() {
    let server = site::serve();
    let person = opens(&server, "audit-c");
    let page = &person.page;
    person.answers_all(&[1, 1, 1]);
    assert_eq!(language(page, "fieldset[data-item=q1] .choice > span > span"), "en");
    assert_eq!(language(page, "fieldset[data-item=line] legend"), "es");
    assert!(page.text("fieldset[data-item=line]").contains("La línea para mujeres: 3"));
    person.asks_for_result();
    page.wait_for("document.querySelectorAll('[data-result] [data-named] .band-label').length === 2");
    let result = page.text("[data-result]");
    assert!(result.contains("Con la respuesta “La línea para mujeres: 3”"), "{result}");
    assert!(result.contains("Estaría bien mirar más de cerca") && result.contains("Por debajo"), "{result}");
}
