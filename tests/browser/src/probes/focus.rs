//! WCAG 2.1.1, 2.1.2, 2.4.3, 2.4.7 and 2.4.11, by walking through the page with Tab: everything is reached,
//! nothing holds the focus, it goes the way the eye goes, and it can be seen.

use std::io::Cursor;

use serde_json::{Value, json};

use super::{SHARED, listed};
use crate::capture::Clip;
use crate::page::Page;

/// Gives every element that Tab should reach a number. A group of radio buttons is one stop, and its
/// members share a number.
const NUMBER: &str = "(() => {
    const all = 'a[href], button, input:not([type=hidden]), select, textarea, summary, iframe, [tabindex]';
    let last = 0;
    const groups = new Map();
    window.probed = new Map();
    for (const element of document.querySelectorAll(all)) {
        // What is only shown when focused (a skip link) is a stop, though not visible now.
        if (element.disabled || element.tabIndex < 0 || !element.checkVisibility({visibilityProperty: true})) continue;
        const key = element.type === 'radio' && element.name ? `${element.form?.id}/${element.name}` : null;
        const number = groups.get(key) ?? last++;
        if (key) groups.set(key, number);
        probed.set(element, number);
    }
    return [String(last)];
})()";

/// Where the focus is: its number, its place in the document, and what is wrong with it there.
const WHERE: &str = "(() => {
    const element = document.activeElement;
    if (!element || element === document.body || element === document.documentElement) return null;
    const box = element.getBoundingClientRect();
    const stuck = (() => {
        for (let part = element; part; part = part.parentElement)
            if (/fixed|sticky/.test(getComputedStyle(part).position)) return true;
        return false;
    })();
    // Some point of it that lies in the window must be free: its middle, or a place near a corner.
    const first = element.getClientRects()[0] ?? box;
    const free = [[.5, .5], [.1, .1], [.9, .1], [.1, .9], [.9, .9]]
        .some(([x, y]) => hits(element, first.x + first.width * x, first.y + first.height * y));
    const parts = [element, ...(element.labels ?? [])].map(part => part.getBoundingClientRect());
    parts.push(reach(element));
    return {
        number: probed.get(element) ?? -1, name: named(element), stuck, hidden: !free,
        side: Math.max(box.width, box.height),
        left: Math.min(...parts.map(part => part.left)) + scrollX,
        top: Math.min(...parts.map(part => part.top)) + scrollY,
        right: Math.max(...parts.map(part => part.right)) + scrollX,
        bottom: Math.max(...parts.map(part => part.bottom)) + scrollY,
    };
})()";

/// One place where Tab stops.
struct Stop {
    number: i64,
    name: String,
    stuck: bool,
    hidden: bool,
    /// The longer side of the control itself, without its labels.
    side: f64,
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

/// Presses Tab until the focus leaves the page, and says what is wrong on the way.
#[track_caller]
pub fn focus_order(page: &Page<'_>) -> Vec<String> {
    let total = number(page);
    let mut problems = Vec::new();
    let mut stops: Vec<Stop> = Vec::new();
    for _ in 0..total + 2 {
        page.press("Tab");
        let Some(stop) = stop(page) else { break };
        if let Some(last) = stops.last() {
            if last.number == stop.number {
                problems.push(format!("the keyboard is trapped at {}", stop.name));
                return problems;
            }
            if stops[0].number == stop.number {
                break;
            }
            // Going up is natural only into another column, to the right of where the eye was.
            let above = stop.bottom <= last.top + 1.0 && stop.left < last.right;
            if above && !stop.stuck && !last.stuck {
                problems.push(format!("the focus jumps up from {} to {}", last.name, stop.name));
            }
        }
        if stop.hidden {
            problems.push(format!("something covers {} while it has the focus", stop.name));
        }
        stops.push(stop);
    }
    let reached: Vec<i64> = stops.iter().map(|stop| stop.number).collect();
    let script = "[...new Map([...probed].reverse().map(([element, number]) => [number, named(element)]))]
        .map(([number, name]) => `${number} ${name}`)";
    for line in listed(page, script) {
        let (number, name) = line.split_once(' ').unwrap_or_default();
        if number.parse().is_ok_and(|number: i64| !reached.contains(&number)) {
            problems.push(format!("Tab never reaches {name}"));
        }
    }
    problems
}

/// Presses Tab through the page and compares pictures of each stop with and without the focus: enough of
/// the picture has to change, by a contrast of at least 3 to 1.
#[track_caller]
pub fn focus_visible(page: &Page<'_>) -> Vec<String> {
    // A blinking caret is no sign of focus, and a movement would make every pair of pictures differ.
    page.add_style(
        "* { caret-color: transparent !important; transition: none !important; animation: none !important; }",
    );
    let total = number(page);
    let mut problems = Vec::new();
    let mut first = None;
    for _ in 0..total {
        page.press("Tab");
        let Some(stop) = stop(page) else { break };
        if first == Some(stop.number) {
            break;
        }
        first.get_or_insert(stop.number);
        let clip = around(&stop);
        let with = page.screenshot_of(clip);
        // The next Tab still goes on from here.
        page.eval("document.activeElement.blur()");
        let without = page.screenshot_of(clip);
        let (changed, wanted) = (changed(&with, &without), sign(&stop));
        if changed < wanted {
            problems.push(format!(
                "the focus on {} cannot be seen: {changed} of at least {wanted} pixels change clearly",
                stop.name
            ));
        }
    }
    problems
}

fn number(page: &Page<'_>) -> usize {
    let answer = listed(page, NUMBER);
    page.eval("document.activeElement?.blur(); scrollTo(0, 0)");
    answer.first().and_then(|count| count.parse().ok()).unwrap_or_default()
}

fn stop(page: &Page<'_>) -> Option<Stop> {
    let it = page.eval(&format!("(() => {{ {SHARED}\n return {WHERE} }})()"));
    let distance = |name: &str| it[name].as_f64().unwrap_or_default();
    Some(Stop {
        number: it["number"].as_i64()?,
        name: it["name"].as_str().unwrap_or_default().to_owned(),
        stuck: it["stuck"] == json!(true),
        hidden: it["hidden"] == Value::Bool(true),
        side: distance("side"),
        left: distance("left"),
        top: distance("top"),
        right: distance("right"),
        bottom: distance("bottom"),
    })
}

/// The stop with the room around it in which an outline is drawn.
fn around(stop: &Stop) -> Clip {
    let (x, y) = ((stop.left - 8.0).max(0.0), (stop.top - 8.0).max(0.0));
    Clip { x, y, width: stop.right + 8.0 - x, height: stop.bottom + 8.0 - y }
}

/// How many pixels have to change: a line of one pixel along the longer side of the control.
fn sign(stop: &Stop) -> usize {
    // A large area (a whole table as a stop) needs a sign too, but not one as long as it is.
    let side = stop.side.clamp(16.0, 400.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 16 and 400")]
    let pixels = side as usize;
    pixels
}

/// Pixels that differ between two PNG pictures by a contrast of 3 to 1.
fn changed(one: &[u8], other: &[u8]) -> usize {
    let (one, other) = (luminances(one), luminances(other));
    let contrast = |a: f64, b: f64| (a.max(b) + 0.05) / (a.min(b) + 0.05);
    one.iter().zip(&other).filter(|(a, b)| contrast(**a, **b) >= 3.0).count()
}

/// The relative luminance of each pixel, as WCAG defines it.
fn luminances(png: &[u8]) -> Vec<f64> {
    let mut decoder = png::Decoder::new(Cursor::new(png));
    decoder.set_transformations(png::Transformations::EXPAND | png::Transformations::STRIP_16);
    let mut reader = decoder.read_info().expect("Chromium makes valid PNG");
    let mut pixels = vec![0; reader.output_buffer_size().expect("a screenshot fits into memory")];
    let info = reader.next_frame(&mut pixels).expect("Chromium makes whole PNG");
    let step = info.color_type.samples();
    let linear = |value: u8| {
        let value = f64::from(value) / 255.0;
        if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    let pixels = pixels[..info.buffer_size()].chunks_exact(step);
    pixels
        .map(|pixel| match pixel {
            [red, green, blue, ..] => {
                0.2126 * linear(*red) + 0.7152 * linear(*green) + 0.0722 * linear(*blue)
            }
            [grey, ..] => linear(*grey),
            [] => 0.0,
        })
        .collect()
}
