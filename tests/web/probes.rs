//! What axe cannot decide, on a page of each kind. SA-8, AT-3.

use browser::{Media, Page, probes};

use crate::person::{Person, RESULT, Shown};
use crate::{chromium, none, settled, site, tell};

/// A page of each kind: home, help, a section, a page of text, lists, a tool.
const KINDS: &[&str] =
    &["", "help-now/", "treatments/", "treatments/cbt/", "glossary/", "tools/phq-9/", "es/"];

#[track_caller]
fn on_each_kind(check: impl Fn(&Page<'_>) -> Vec<String>) {
    let server = site::serve();
    let page = chromium().page();
    let mut found = Vec::new();
    for path in KINDS {
        page.viewport(1280, 900);
        page.goto(&server.url(path));
        settled(&page);
        found.extend(check(&page).into_iter().map(|line| format!("/{path}: {line}")));
    }
    none(&found);
}

#[test]
fn targets_are_44_pixels_on_a_telephone_and_on_a_desk() {
    on_each_kind(|page| {
        let mut found = probes::target_size(page);
        page.phone(360, 740);
        found.extend(probes::target_size(page).into_iter().map(|line| format!("on a telephone {line}")));
        found
    });
}

#[test]
fn at_400_percent_nothing_scrolls_sideways_and_there_is_room_to_read() {
    on_each_kind(probes::zoom);
}

#[test]
fn text_can_be_spread_without_loss() {
    on_each_kind(|page| {
        let mut found = probes::text_spacing(page);
        page.viewport(320, 640);
        found.extend(probes::text_spacing(page));
        found
    });
}

#[test]
fn the_keyboard_reaches_everything_in_order_and_is_never_trapped() {
    on_each_kind(probes::focus_order);
}

#[test]
fn the_focus_can_be_seen_in_light_and_dark() {
    on_each_kind(|page| {
        let mut found = probes::focus_visible(page);
        page.media(Media { dark: true, ..Media::default() });
        let address = page.address();
        page.goto(&address);
        settled(page);
        found.extend(probes::focus_visible(page).into_iter().map(|line| format!("in the dark {line}")));
        page.media(Media::default());
        found
    });
}

#[test]
fn every_radio_button_is_in_a_group_named_by_its_question() {
    let server = site::serve();
    for tool in ["phq-9", "phq-2", "gad-7"] {
        let person = Person::opens(&server, tool);
        none(&probes::groups_named(&person.page));
        let nodes = person.page.accessibility();
        let groups: Vec<&str> = nodes
            .iter()
            .filter(|node| ["group", "radiogroup"].contains(&node["role"]["value"].as_str().unwrap_or("")))
            .filter_map(|node| node["name"]["value"].as_str())
            .collect();
        let questions =
            person.page.eval("[...document.querySelectorAll('[data-item] legend')].map(l => l.innerText)");
        for question in questions.as_array().unwrap() {
            let question = question.as_str().unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
            let named = groups.iter().any(|group| group.contains(&question) || question.contains(group));
            assert!(named, "no group is called {question:?} among {groups:#?}");
        }
    }
}

/// 2.3.3: who asked for less motion sees none.
#[test]
fn nothing_moves_for_who_asked_for_stillness() {
    let server = site::serve();
    let person = Person::uses(chromium().page(), "phq-9");
    person.page.media(Media { still: true, ..Media::default() });
    person.goes_to(&server.url("/tools/phq-9/"));
    person.answers_all(&[1; 9]);
    person.asks_for_result();
    person.reads();
    assert_eq!(person.page.eval("document.getAnimations().length"), 0);
    assert_eq!(person.page.eval("getComputedStyle(document.documentElement).scrollBehavior"), "auto");
}

/// AT-3: an old, slow telephone. SA-8: forced colours, where only borders and system colours are left.
#[test]
fn phq_9_works_on_a_slow_small_telephone_and_in_forced_colours() {
    let server = site::serve();
    let person = Person::uses(chromium().page(), "phq-9");
    person.page.phone(320, 568);
    person.page.slow_down(4.0);
    person.page.media(Media { forced: true, ..Media::default() });
    let start = std::time::Instant::now();
    person.goes_to(&server.url("/tools/phq-9/"));
    tell(&format!("phq-9: ready after {} ms on a processor four times slower", start.elapsed().as_millis()));
    for number in 1..=9 {
        let label = format!("label:has(input[name=q{number}][value='1'])");
        person.page.tap(&person.within(&label));
        person.page.wait_for(&format!("document.querySelector('input[name=q{number}]:checked')"));
    }
    person.page.tap(&person.within(RESULT));
    assert_eq!(person.reads(), Shown::new(9, "mild"));
    let wide = person.page.eval("document.scrollingElement.scrollWidth");
    assert!(wide.as_u64().unwrap() <= 320, "{wide} px wide");
}
