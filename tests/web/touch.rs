//! A self-check by touch alone, on a small telephone, in both languages. SA-3, SA-4, SA-6, SA-8, SA-10, AT-2.

use crate::person::{RESULT, Shown};
use crate::site;
use crate::walk::{By, Walk};

/// From the first question to a file in one's own hands, with an answer that needs help at once.
#[test]
fn a_self_check_by_touch_in_both_languages() {
    for lang in ["", "/es"] {
        let server = site::serve();
        let walk = Walk::begins(By::Touch, &server, &format!("{lang}/tools/phq-9/"));
        let (page, person) = (walk.page(), &walk.kept.person);
        for item in 1..=8 {
            walk.chooses(&format!("q{item}"), "1");
        }
        // SA-3: no number before the last answer, and the way to what is missing.
        walk.presses(RESULT);
        page.wait_for("document.activeElement.matches('[data-error-summary]')");
        assert!(!person.has_result());
        walk.presses("[data-error-line=q9] a");
        page.wait_for("document.activeElement.name === 'q9'");
        assert!(!page.sees("[data-crisis]"));
        walk.chooses("q9", "1");
        assert!(page.sees("[data-crisis] a[href='tel:988']"), "SA-4: help beside it, at once");
        walk.presses(RESULT);
        assert_eq!(person.reads(), Shown::new(9, "mild"));
        assert!(page.sees("[data-crisis] a[href='tel:988']"), "and it stays");
        let heading = page.text("[data-result] :is(h1, h2, h3)");
        assert!(!heading.contains(char::is_numeric), "SA-6: words first: {heading}");
        walk.fits();
        for (format, end) in [("csv", ".csv"), ("text", ".txt"), ("fhir", ".json")] {
            let take = format!("[data-action=take][data-for={format}]");
            let (name, text) = walk.takes(|| walk.presses(&take));
            assert!(name.starts_with("check-2") && name.ends_with(end), "SA-10: {name}");
            assert!(!text.is_empty());
        }
    }
}

/// AT-2: a finger leaves as quickly as a key, from every kind of tool.
#[test]
fn a_finger_leaves_every_kind_of_tool_at_once() {
    for path in ["/es/tools/phq-9/", "/tools/keep-safe-plan/", "/es/tools/early-signs/", "/my-things/"] {
        let server = site::serve();
        let page = crate::chromium().page();
        page.phone(360, 740);
        page.goto(&server.url(path));
        page.wait_for("document.querySelector('[data-keep]').dataset.state === 'ready'");
        page.stay();
        page.tap("[data-quick-exit]");
        page.wait_for_request(|request| !request.is_local());
        assert_eq!(page.eval("document.documentElement.innerText.trim()"), "", "{path}");
    }
}
