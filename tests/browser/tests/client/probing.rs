//! The probes and axe find nothing on a good page, and each fault on a bad one.

use browser::{Media, Page, axe, probes};

use crate::{chromium, pages};

/// One of the faults is told in these words.
#[track_caller]
fn tells(problems: &[String], words: &str) {
    assert!(problems.iter().any(|problem| problem.contains(words)), "{words:?} is missing in {problems:#?}");
}

fn on(name: &str, check: impl FnOnce(&Page<'_>)) {
    let server = pages();
    let page = chromium().page();
    page.goto(&server.url(name));
    check(&page);
}

#[test]
fn a_good_page_has_no_faults() {
    on("/good.html", |page| {
        assert_eq!(axe::violations(page), [""; 0]);
        page.media(Media { dark: true, ..Media::default() });
        assert_eq!(axe::violations(page), [""; 0]);
        assert_eq!(probes::groups_named(page), [""; 0]);
        assert_eq!(probes::focus_order(page), [""; 0]);
        assert_eq!(probes::focus_visible(page), [""; 0]);
        assert_eq!(probes::target_size(page), [""; 0]);
        assert_eq!(probes::ids(page), [""; 0]);
        assert_eq!(probes::reflow(page), [""; 0]);
        assert_eq!(probes::magnified(page), [""; 0]);
        assert_eq!(probes::zoom(page), [""; 0]);
        assert_eq!(probes::text_spacing(page), [""; 0]);
    });
}

#[test]
fn axe_names_the_rule_and_the_element() {
    on("/bad.html", |page| {
        let found = axe::violations(page);
        tells(&found, "label: Form elements must have labels");
        tells(&found, "<input id=\"unnamed\">");
    });
}

#[test]
fn a_page_that_is_too_wide_is_found() {
    on("/bad.html", |page| {
        let found = probes::reflow(page);
        tells(&found, "the page is 600 px wide in a window of 320 px");
        tells(&found, "\"A box that is wider than a telephone\" reaches to 600 px");
        tells(&probes::zoom(page), "what stays in place covers 78% of the window");
    });
}

#[test]
fn ids_that_name_two_elements_or_none_are_found() {
    on("/bad.html", |page| {
        let twice = "the id \"twin\" stands twice";
        let lost = "aria-describedby=\"nobody\" of <button#twin> \"Two\" names nothing";
        assert_eq!(probes::ids(page), [twice, lost]);
    });
}

#[test]
fn small_targets_are_found_with_their_size() {
    on("/bad.html", |page| {
        let found = probes::target_size(page);
        tells(&found, "<input[name=a]> \"1\" is 13 by 13 px");
        assert!(!found.iter().any(|problem| problem.contains("button")), "{found:?}");
    });
}

#[test]
fn focus_that_jumps_or_cannot_be_seen_is_found() {
    on("/bad.html", |page| {
        tells(
            &probes::focus_order(page),
            "the focus jumps up from <button> \"One\" to <button#twin> \"Two\"",
        );
        let found = probes::focus_visible(page);
        tells(&found, "the focus on <button> \"One\" cannot be seen: 0 of at least 60 pixels");
        assert!(!found.iter().any(|problem| problem.contains("unnamed")), "{found:?}");
    });
}

#[test]
fn a_keyboard_trap_is_found() {
    on("/trap.html", |page| {
        let found = probes::focus_order(page);
        assert_eq!(found, ["the keyboard is trapped at <input> \"trap\""]);
    });
}

#[test]
fn text_that_is_cut_when_spread_is_found() {
    on("/bad.html", |page| tells(&probes::text_spacing(page), "hides a part of its text"));
}

#[test]
fn radio_buttons_without_a_question_are_found() {
    on("/bad.html", |page| {
        let found = probes::groups_named(page);
        assert_eq!(
            found,
            ["a radio button has no name", "the radio button \"\" is in no group that has a name"]
        );
    });
}
