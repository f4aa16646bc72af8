//! What a level says: which signs, for how long, what was agreed, how it went over time. Never a verdict. FR-4.

use serde_json::json;

use super::{Reader, is_no_verdict};
use crate::site;

/// FR-4: which signs, for how long, as the person set it; what was agreed; and how far that can be trusted.
#[test]
fn fr_4_a_level_says_which_signs_how_long_and_what_was_agreed() {
    let server = site::serve();
    let reader = Reader::opens(&server, "");
    let page = reader.page();
    reader.has_a_list();
    reader.rates(5, &[("sleep", 1), ("tense", 0), ("messages", 0)]);
    let said = reader.stands_at("green");
    assert!(said.contains("1 of your signs is above your usual. That meets no level."), "{said}");
    reader.rates(0, &[("sleep", 1), ("tense", 0), ("messages", 0)]);
    let said = reader.stands_at("yellow");
    assert!(
        said.contains("1 of your signs has been above your usual for 5 days or more")
            || said.contains("for 5 days, as you set"),
        "{said}"
    );
    assert!(
        said.contains("I sleep less than usual, or much more: 1 point above your usual, for 5 days"),
        "{said}"
    );
    assert!(said.contains("Go to bed at ten") && said.contains("Ana, (555) 010-2233"), "{said}");
    assert_eq!(page.eval("document.querySelector('[data-call]').href"), "tel:5550102233");
    let honest = page.text(".honest");
    for fact in ["4 in 10", "61%", "81%", "act on it"] {
        assert!(honest.contains(fact), "{fact} in {honest}");
    }
    assert!(is_no_verdict(&said), "{said}");

    reader.turns_to("levels");
    page.eval(
        "(() => { const field = document.querySelector('[name=\"rule.yellow-days\"]'); field.value = '7';
            field.dispatchEvent(new Event('change', { bubbles: true })); return true })()",
    );
    reader.turns_to("week");
    reader.stands_at("green");
    assert!(!page.sees("[data-part=levels]"), "one part at a time");

    reader.rates(2, &[("sleep", 0), ("tense", 0), ("messages", 0)]);
    assert!(
        !page.sees("[data-too-often]") || page.text("[data-too-often]").contains("Once a week is enough")
    );
    reader.presses("pause");
    assert!(page.sees("[data-paused]"));
    reader.presses("pause");
    assert!(!page.sees("[data-paused]"));
}

/// FR-4: the line over time, per sign and in total, the same as a table, and one sentence.
#[test]
fn fr_4_over_time_as_lines_as_a_table_and_in_a_sentence() {
    let server = site::serve();
    let reader = Reader::opens(&server, "");
    let page = reader.page();
    reader.has_a_list();
    reader.rates(21, &[("sleep", 0), ("tense", 1), ("messages", 0)]);
    reader.turns_to("time");
    assert!(!page.sees("[data-chart]"), "one rating makes no line");
    reader.rates(14, &[("sleep", 1), ("tense", 1), ("messages", 0)]);
    reader.rates(7, &[("sleep", 2), ("tense", 1)]);
    reader.rates(0, &[("sleep", 3), ("tense", 1), ("messages", 2)]);
    reader.turns_to("time");
    assert!(page.sees("[data-chart=sum] [data-line]") && page.sees("[data-chart=sum] [data-usual]"));
    let dots =
        "document.querySelector('[data-chart=sum] [data-dots]').getAttribute('d').split('M').length - 1";
    assert_eq!(page.eval(dots), 4);
    assert_eq!(page.count(".sign-charts li"), 3);
    let table = page.eval(
        "[...document.querySelectorAll('[data-list=table] tr')].map(row =>
        [...row.querySelectorAll('td:not([data-last-cell])')].map(cell => cell.innerText))",
    );
    assert_eq!(
        table,
        json!([
            ["Orange: More has changed", "6", "3", "1", "2"],
            ["Yellow: Something has changed", "3", "2", "1", "–"],
            ["Yellow: Something has changed", "2", "1", "1", "0"],
            ["Green: As usual for me", "1", "0", "1", "0"],
        ])
    );
    let sentence = page.text("[data-summary]");
    assert!(
        sentence.starts_with("You looked 4 times, from")
            && sentence.contains("most above your usual: I sleep"),
        "{sentence}"
    );
    let name = page.eval("document.querySelector('[data-chart=sum] title').textContent");
    assert!(name.as_str().unwrap().contains(": 6. My usual is 0."), "{name}");
    page.click("[data-list=table] tr:first-child button");
    assert_eq!(page.count("[data-list=table] tr"), 3);
    reader.presses("undo");
    assert_eq!(page.count("[data-list=table] tr"), 4);
}

/// A red sign brings up help at once, calmly, and it stays.
#[test]
fn fr_4_a_red_sign_brings_help_at_once_and_it_stays() {
    let server = site::serve();
    let reader = Reader::opens(&server, "");
    let page = reader.page();
    reader.chooses("group.depression", "yes");
    reader.chooses("sort.better-off", "mine");
    reader.turns_to("week");
    assert!(!page.sees(".crisis"));
    reader.chooses("rate.better-off", "1");
    assert!(page.sees("[data-help=week-better-off] .crisis a[href^='tel:']"), "beside the sign");
    reader.chooses("rate.better-off", "0");
    assert!(page.sees("[data-help=week-better-off] .crisis"), "a second thought does not take it away");
    reader.chooses("red.not-eating", "yes");
    assert!(page.sees("[data-help=week] [data-crisis=medical] a[href^='tel:']"));
    reader.chooses("red.not-eating", "yes");
    assert!(page.sees("[data-help=week] [data-crisis=medical]"));
    reader.chooses("red.suicide", "yes");
    reader.presses("stand");
    let said = reader.stands_at("red");
    assert!(said.contains("You marked a sign that cannot wait."), "{said}");
    assert!(page.sees(".standing.level-red a[href^='tel:']"));
    assert!(page.is("!document.querySelector('dialog[open]')"), "never in the way");
}
