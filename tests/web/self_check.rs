//! Filling in a self-check: by keyboard alone, with answers missing, with second thoughts, on a slow line.

use crate::person::{Person, RESULT, Shown};
use crate::{chromium, site};

/// SA-8: one tab stop a question, arrows choose, the focus goes to the heading of the result.
#[test]
fn phq_9_goes_by_keyboard_alone_to_a_result() {
    let server = site::serve();
    let person = Person::opens(&server, "phq-9");
    let page = &person.page;
    person.tabs_to("it.name === 'q1'");
    for (index, value) in [1, 2, 3, 0, 1, 2, 3, 0, 0].into_iter().enumerate() {
        let item = format!("q{}", index + 1);
        if index > 0 {
            page.press("Tab");
        }
        assert_eq!(page.focused("it.name"), item, "Tab goes from question to question");
        person.chooses_by_key(value);
        let chosen = format!("document.querySelector('input[name={item}]:checked').value");
        assert_eq!(page.eval(&chosen), value.to_string());
    }
    page.press("Tab");
    assert_eq!(page.focused("it.name"), "difficulty");
    person.chooses_by_key(1);
    person.tabs_to(&format!("it.matches('{RESULT}')"));
    page.press("Enter");
    assert_eq!(person.reads(), Shown::new(12, "moderate"));
    page.wait_for("document.activeElement.matches('h1, h2, h3, h4')");
    let heading = page.focused("Boolean(it.closest('[data-result]')) && it.innerText.trim().length > 0");
    assert_eq!(heading, true, "the focus is on the heading of the result");
}

/// SA-3, SA-8: no number while answers are missing; errors are listed, linked and get the focus.
#[test]
fn without_all_answers_there_is_no_result_but_a_list_of_what_is_missing() {
    let server = site::serve();
    for tool in ["phq-9", "phq-2", "gad-7"] {
        let person = Person::opens(&server, tool);
        let items = person.page.count("[data-item^=q]");
        // None answered, one missing, two missing.
        for missing in [items, 1, 2] {
            person.goes_to(&server.url(&format!("/tools/{tool}/")));
            person.answers_all(&vec![1; items - missing]);
            person.asks_for_result();
            assert_missing(&person, items - missing + 1, items);
        }
    }
}

/// The summary has the focus, and links to the questions from `first` to `last` and to no other.
#[track_caller]
fn assert_missing(person: &Person, first: usize, last: usize) {
    let page = &person.page;
    page.wait_for("document.activeElement !== document.body && !document.activeElement.matches('button')");
    assert!(!person.has_result(), "a result in spite of missing answers");
    let links = "[...it.querySelectorAll('a')].filter(a => a.checkVisibility())";
    let linked = page.focused(&format!("{links}.map(a => a.getAttribute('href'))"));
    let linked = linked.as_array().unwrap();
    assert_eq!(linked.len(), last - first + 1, "the summary has the focus and a link for each: {linked:?}");
    for (href, number) in linked.iter().zip(first..) {
        page.click(&person.within(&format!("a[href={href}]")));
        let item = format!("q{number}");
        page.wait_for(&format!("document.activeElement.name === '{item}'"));
        assert_eq!(page.focused("it.type"), "radio", "the link goes to an answer");
        let named = page.focused(
            "[...(it.closest('fieldset').getAttribute('aria-describedby') ?? '').split(' ')]
                .some(id => document.getElementById(id)?.checkVisibility())",
        );
        assert_eq!(named, true, "the error of {item} stands at the question and is tied to it");
    }
}

/// SA-3: an answer that is changed later never leaves an old number in the page.
#[test]
fn a_changed_answer_never_leaves_an_old_result() {
    let server = site::serve();
    let person = Person::opens(&server, "gad-7");
    person.answers_all(&[1, 1, 1, 1, 1, 1, 3]);
    person.asks_for_result();
    assert_eq!(person.reads(), Shown::new(9, "mild"));
    person.answers("q1", "2");
    if person.has_result() {
        assert_eq!(person.reads(), Shown::new(10, "moderate"));
    }
    person.asks_for_result();
    assert_eq!(person.reads(), Shown::new(10, "moderate"));
    assert_eq!(person.page.count("[data-result]"), 1);
}

/// SA-2: who answers before the WASM has come keeps those answers.
#[test]
fn answers_given_before_the_script_has_come_are_kept() {
    let server = site::serve();
    server.hold_before("</main>");
    let page = chromium().page();
    page.start(&server.url("/tools/phq-9/"));
    page.wait_for("document.querySelectorAll('[data-item] input').length >= 36");
    let person = Person::uses(page, "phq-9");
    assert_eq!(person.page.eval("document.querySelector('[data-tool]').dataset.state"), "static");
    person.answers_all(&[1, 1, 1]);
    server.release();
    person.is_ready();
    assert_eq!(person.page.count("[data-item] input:checked"), 3, "the answers are still there");
    for item in 4..=9 {
        person.answers(&format!("q{item}"), "2");
    }
    person.asks_for_result();
    assert_eq!(person.reads(), Shown::new(15, "moderately-severe"));
}

/// AT-1, SA-2: where WASM cannot run, the form is still there to be answered and scored by hand.
#[test]
fn where_wasm_cannot_start_the_form_stays_usable() {
    let server = site::serve();
    let page = chromium().page();
    page.before_scripts(
        "for (const name of ['instantiate', 'instantiateStreaming', 'compile', 'compileStreaming'])
             WebAssembly[name] = () => Promise.reject(new Error('no WebAssembly here'));
         WebAssembly.Module = function () { throw new Error('no WebAssembly here') };
         WebAssembly.Instance = WebAssembly.Module;",
    );
    page.goto(&server.url("/tools/phq-9/"));
    let person = Person::uses(page, "phq-9");
    person.answers_all(&[0, 1, 2, 3]);
    let page = &person.page;
    assert_eq!(page.eval("document.querySelector('[data-tool]').dataset.state"), "static");
    assert!(page.sees(&person.within("table")), "the table to score by hand is in sight");
    let wanted: Vec<String> = Vec::new();
    assert_eq!(page.problems(), wanted, "it fails quietly");
}

/// SA-6: the words of the band come before the number, and no points stand beside the options.
#[test]
fn words_come_before_numbers() {
    let server = site::serve();
    let person = Person::opens(&server, "phq-9");
    let options =
        person.page.eval("[...document.querySelectorAll('[data-item] label')].map(l => l.innerText)");
    let digits =
        options.as_array().unwrap().iter().filter(|text| text.to_string().contains(char::is_numeric));
    assert_eq!(digits.count(), 0, "{options}");
    person.answers_all(&[1; 9]);
    person.asks_for_result();
    person.reads();
    let heading = person.page.text("[data-result] :is(h1, h2, h3)");
    assert!(!heading.contains(char::is_numeric), "the heading is words: {heading}");
    let texts = person.page.eval(
        "(() => { const walk = document.createTreeWalker(document.querySelector('[data-score=total]'), 4);
            const texts = [];
            while (walk.nextNode()) if (walk.currentNode.data.trim()) texts.push(walk.currentNode.data.trim());
            return texts })()",
    );
    let texts = texts.as_array().unwrap();
    let number = texts.iter().position(|text| text == "9").expect("the number stands in the result");
    let label = texts.iter().position(|text| text == "Mild signs of depression");
    assert!(label.is_some_and(|words| words < number), "words before the number in {texts:#?}");
}
