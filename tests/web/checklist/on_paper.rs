//! The list on paper: without scripts, and each part by itself.

use browser::Media;
use serde_json::json;

use super::{Reader, TOOL};
use crate::{chromium, site};

/// SA-1 for the list: without scripts the whole of it can be filled in on paper.
#[test]
fn without_scripts_it_is_a_paper_form() {
    let server = site::serve();
    let page = chromium().page();
    page.without_scripts();
    page.goto(&server.url(&format!("/tools/{TOOL}/")));
    assert_eq!(page.count("[data-card]"), 58);
    for part in [
        "[data-card=sleep]",
        "[data-part=levels]",
        ".reds",
        ".honest",
        ".paper-form .weeks",
        ".paper-form .terms",
        ".talking",
    ] {
        assert!(page.sees(part), "{part}");
    }
    let dead = "[...document.querySelectorAll('[data-tool] button')].filter(b => b.checkVisibility()).map(b => b.innerText)";
    assert_eq!(page.eval(dead), json!([]), "no button that would do nothing");
    assert!(!page.sees("[data-crisis]"));
    page.click("label:has([name=\"red.suicide\"])");
    assert!(page.sees("[data-crisis=safety] a[href^='tel:']"), "help opens by the style alone");
    let sheets = page.pdf().pages();
    assert!((3..=14).contains(&sheets), "{sheets} sheets");
}

#[test]
fn each_part_and_the_empty_form_print() {
    let server = site::serve();
    let reader = Reader::opens(&server, "");
    let page = reader.page();
    page.eval("window.print = () => {}");
    reader.has_a_list();
    reader.rates(7, &[("sleep", 1)]);
    reader.rates(0, &[("sleep", 2)]);
    let paper = Media { print: true, ..Media::default() };
    page.media(paper);
    assert!(page.sees(".standing") && !page.sees("[data-part=levels]"), "what the screen shows");
    assert!(page.pdf().pages() <= 4);
    page.media(Media::default());
    page.click("[data-action=print][data-for=all]");
    page.media(paper);
    for part in ["signs", "well", "levels", "week", "time", "share"] {
        assert!(page.sees(&format!("[data-part={part}]")), "{part}");
    }
    assert!(page.sees("[data-chart=sum]") && !page.sees(".paper-form"));
    page.media(Media::default());
    page.click("[data-action=print][data-for=blank]");
    page.media(paper);
    assert!(page.sees(".paper-form") && !page.sees(".standing") && !page.sees("[data-part=levels]"));
}
