//! What only a finger does: a self-check by touch alone on a small telephone, leaving, and dragging rows. SA-3, SA-4,
//! SA-6, SA-8, SA-10, CP-1, FR-1, AT-2.

use serde_json::json;

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
    for path in [
        "/es/tools/phq-9/",
        "/tools/gad-7/keep/",
        "/tools/keep-safe-plan/",
        "/es/tools/early-signs/",
        "/my-things/",
    ] {
        let server = site::serve();
        let page = crate::chromium().page();
        page.phone(360, 740);
        page.goto(&server.url(path));
        page.wait_for("document.querySelector('[data-tool], [data-keep]').dataset.state === 'ready'");
        page.stay();
        page.tap("[data-quick-exit]");
        page.wait_for_request(|request| !request.is_local());
        assert_eq!(page.eval("document.documentElement.innerText.trim()"), "", "{path}");
    }
}

/// Rows, deck and hand of a test that drags.
struct Dragged {
    path: &'static str,
    fill: fn(&Walk),
    /// What stands in the rows, in their order.
    order: &'static str,
    row: &'static str,
}

const PLAN: Dragged = Dragged {
    path: "/es/tools/keep-safe-plan/",
    fill: |walk| {
        for (row, text) in [
            (1, "one"),
            (2, "two of us, with more words than stand on one line of a small telephone"),
            (3, "three"),
        ] {
            if row > 1 {
                walk.presses("[data-section=alone] [data-action=add]");
            }
            walk.writes(
                &format!("[data-section=alone] [data-row]:nth-child({row}) [data-field=\"0\"]"),
                text,
            );
        }
    },
    order: "[...document.querySelectorAll('[data-section=alone] [data-row] [data-field=\"0\"]')]
        .map(f => f.value.split(' ')[0]).join()",
    row: "[data-section=alone] [data-row]",
};

const LIST: Dragged = Dragged {
    path: "/tools/early-signs/",
    fill: |walk| {
        for sign in ["sleep", "tense", "messages"] {
            walk.chooses(&format!("sort.{sign}"), "mine");
        }
    },
    order: "[...document.querySelectorAll('.own-signs [data-row]')]
        .map(row => ({ sleep: 'one', tense: 'two', messages: 'three' })[row.dataset.id]).join()",
    row: ".own-signs [data-row]",
};

/// Where the grip of a row is now, in the window, and how high the row is.
fn grip(walk: &Walk, row: &str, place: usize) -> (f64, f64, f64) {
    let found = walk.page().eval(&format!(
        "(() => {{ const row = document.querySelectorAll({row:?})[{place}];
            const grip = row.querySelector('[data-grip]').getBoundingClientRect();
            if (grip.width < 44 || grip.height < 44) throw new Error('too small to hold');
            return [grip.x + 22, grip.y + 22, row.getBoundingClientRect().height] }})()"
    ));
    let number = |at: usize| found[at].as_f64().unwrap_or_default();
    (number(0), number(1), number(2))
}

fn pointer(walk: &Walk, by: By, kind: &str, x: f64, y: f64) {
    let page = walk.page();
    if by == By::Touch {
        let kind = format!("touch{kind}");
        let points =
            if kind == "touchStart" || kind == "touchMove" { json!([{"x": x, "y": y}]) } else { json!([]) };
        page.call("Input.dispatchTouchEvent", &json!({"type": kind, "touchPoints": points}));
    } else {
        let kind = match kind {
            "Start" => "mousePressed",
            "Move" => "mouseMoved",
            _ => "mouseReleased",
        };
        let event = json!({"type": kind, "x": x, "y": y, "button": "left", "buttons": 1, "clickCount": 1});
        page.call("Input.dispatchMouseEvent", &event);
    }
}

fn lets_frames_pass(walk: &Walk) {
    walk.page().eval("new Promise(done => { let n = 6; const next = () => n-- ? requestAnimationFrame(next) : done(1); next() })");
}

/// CP-1, FR-1: rows change places under a finger or a mouse, as they do by their buttons.
#[test]
fn rows_are_dragged_by_touch_and_by_mouse() {
    for (by, what) in [(By::Touch, &PLAN), (By::Keys, &PLAN), (By::Touch, &LIST), (By::Keys, &LIST)] {
        let server = site::serve();
        let walk = Walk::begins(by, &server, what.path);
        let page = walk.page();
        (what.fill)(&walk);
        assert_eq!(page.eval(what.order), "one,two,three");
        page.eval(&format!("document.querySelector({:?}).scrollIntoView({{ block: 'center' }})", what.row));

        // At the edge of the window the page goes along.
        let edge = page.eval("innerHeight - 10").as_f64().unwrap();
        // The first goes down past both, and says where it is.
        let (x, y, height) = grip(&walk, what.row, 0);
        pointer(&walk, by, "Start", x, y);
        page.wait_for("document.querySelector('[data-drags]')");
        let mut down = y;
        for _ in 0..60 {
            if page.eval(what.order) == "two,three,one" {
                break;
            }
            down += height / 4.0;
            pointer(&walk, by, "Move", x, down.min(edge));
            lets_frames_pass(&walk);
        }
        pointer(&walk, by, "End", x, down);
        page.wait_for("!document.querySelector('[data-drags]')");
        assert_eq!(page.eval(what.order), "two,three,one");
        assert!(page.text("[data-status]").contains('3'), "{}", page.text("[data-status]"));
        assert_eq!(
            page.focused("it.closest('li') === it.closest('ol').lastElementChild"),
            true,
            "the focus goes along"
        );

        // Escape in the midst of it, and a gesture that the browser takes over, bring everything back.
        for stop in ["Escape", "Cancel"] {
            page.eval(&format!(
                "document.querySelector({:?}).scrollIntoView({{ block: 'center' }})",
                what.row
            ));
            let (x, y, height) = grip(&walk, what.row, 0);
            pointer(&walk, by, "Start", x, y);
            let mut down = y;
            for _ in 0..60 {
                if page.eval(what.order) != "two,three,one" {
                    break;
                }
                down += height / 4.0;
                pointer(&walk, by, "Move", x, down.min(edge));
                lets_frames_pass(&walk);
            }
            assert_ne!(page.eval(what.order), "two,three,one");
            if stop == "Escape" || by == By::Keys {
                page.press("Escape");
                pointer(&walk, by, "End", x, down);
            } else {
                pointer(&walk, by, "Cancel", x, down);
            }
            page.wait_for(&format!("{} === 'two,three,one'", what.order));
        }
        assert_eq!(page.count("[data-drags]"), 0);
        assert_eq!(page.problems(), Vec::<String>::new());
    }
}
