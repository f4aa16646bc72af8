//! Keys, clicks and typing do what they do in a person's hands.

use crate::{chromium, pages};

#[test]
fn a_form_is_filled_in_with_keys_alone() {
    let server = pages();
    let page = chromium().page();
    page.goto(&server.url("/good.html"));
    // Two links, the scrolling table, and then the group of radio buttons: one stop.
    page.press_times("Tab", 4);
    assert_eq!(page.focused("it.name"), "mood");
    page.press("ArrowDown");
    assert_eq!(page.eval("document.querySelector('[name=mood]:checked').value"), "1");
    assert!(page.sees("[data-crisis]"));
    page.press("Tab");
    page.type_text("Ana");
    page.press("Backspace");
    page.type_text("a 7");
    page.press("Shift+Tab");
    assert_eq!(page.focused("it.name"), "mood", "Shift+Tab goes back");
    page.press_times("Tab", 2);
    page.press("Enter");
    page.wait_for("document.querySelector('h1').textContent === 'Thanks, Ana 7'");
}

#[test]
fn a_click_goes_to_the_middle_of_an_element_that_is_scrolled_to() {
    let server = pages();
    let page = chromium().page();
    page.viewport(320, 200);
    page.goto(&server.url("/good.html"));
    page.click("#o1");
    assert!(page.is("document.querySelector('#o1').checked"));
    page.phone(360, 640);
    page.tap("#o0");
    page.wait_for("document.querySelector('#o0').checked");
}

#[test]
#[should_panic(expected = "it is covered by")]
fn a_click_on_something_covered_says_so() {
    let server = pages();
    let page = chromium().page();
    page.goto(&server.url("/good.html"));
    page.add_style("main::after { content: ''; position: fixed; inset: 0; z-index: 9 }");
    page.click("button");
}

#[test]
#[should_panic(expected = "there is no such element")]
fn a_click_on_nothing_says_so() {
    let page = chromium().page();
    page.click("#nowhere");
}

#[test]
fn scripts_can_be_off_while_the_test_still_asks() {
    let server = pages();
    let page = chromium().page();
    page.without_scripts();
    page.goto(&server.url("/good.html"));
    page.click("#o1");
    assert!(page.sees("[data-crisis]"), "the style alone shows it");
    page.click("button");
    page.wait_for("location.search.includes('mood=1')");
    assert_eq!(page.text("h1"), "Good page", "no script answered");
}
