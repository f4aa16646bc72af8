//! The seal: every way out that we know of, tried as a hostile script would, inside each kind of page with a tool, while
//! somebody listens at the other end. AT-1.
//!
//! The table is what the page `privacy.md` tells in plain words. What stands there as open is closed by having no such
//! power in the code: `generator/build/audit.rs` holds each module to the list of what it may call.

mod listeners;
mod ways;

use std::fmt::Write as _;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use browser::{Chromium, Page};
use serde_json::{Value, json};

use crate::site;
use listeners::{Heard, Listeners, Sent, Told};
use ways::{Aim, HELPERS, WAYS, Way};

/// Pages that hold a tool of each kind, and what is kept.
const PAGES: [&str; 5] =
    ["tools/phq-9/", "tools/phq-9/keep/", "tools/coping-plan/", "tools/early-signs/", "my-things/"];

/// That nothing comes can only be seen by waiting. What is open has always come much sooner.
const SILENCE: Duration = Duration::from_millis(1200);

/// What each way brought, in the words of the table.
type Column = Vec<String>;

#[test]
fn every_way_out_is_tried_where_somebody_listens() {
    // Without the policy, a way that does not work shows a fault of this test.
    let bare = Sent { html: without_policy(PAGES[0]), ..sent(PAGES[0], false) };
    let [phq, others @ ..] = PAGES;
    let [keeping, plan, signs, things] = others.map(|path| sent(path, false));
    let all = [bare, sent(phq, false), sent(phq, true), keeping, plan, signs, things];
    let [bare, sealed, helped, others @ ..] = all_measured(all);
    for (path, other) in PAGES[1..].iter().zip(others) {
        assert_eq!(other, sealed, "/{path} is sealed otherwise than /{phq}");
    }
    insta::assert_snapshot!("ways_out", table(&bare, &sealed, &helped));
}

/// Tries all ways in each of the pages, two pages at a time.
fn all_measured<const COUNT: usize>(pages: [Sent; COUNT]) -> [Column; COUNT] {
    // A browser of its own: the windows that come to be are closed together with it.
    let chromium = Chromium::launch();
    let next = Mutex::new(pages.into_iter().enumerate());
    let columns = Mutex::new([const { Vec::new() }; COUNT]);
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                loop {
                    let Some((place, sent)) = next.lock().unwrap().next() else { return };
                    let column = measured(&chromium, sent);
                    columns.lock().unwrap()[place] = column;
                }
            });
        }
    });
    columns.into_inner().unwrap()
}

/// A page of the built site, with or without what `_headers` says of it.
fn sent(path: &str, with_headers: bool) -> Sent {
    let html = std::fs::read(site::folder().join(path).join("index.html")).unwrap();
    let path = format!("/{path}");
    let headers = if with_headers { headers(&path) } else { Vec::new() };
    Sent { path, html, headers }
}

/// What a host that reads `_headers` sends with this page.
fn headers(path: &str) -> Vec<String> {
    let text = std::fs::read_to_string(site::folder().join("_headers")).unwrap();
    let mut lines = Vec::new();
    let mut is_ours = false;
    for line in text.lines().filter(|line| !line.is_empty()) {
        match line.strip_prefix("  ") {
            Some(header) if is_ours => lines.push(header.to_owned()),
            Some(_) => {}
            None => {
                is_ours = line == path || line.strip_suffix('*').is_some_and(|start| path.starts_with(start));
            }
        }
    }
    assert!(lines.iter().any(|line| line.starts_with("Connection-Allowlist: ")), "{path}: {lines:?}");
    lines
}

/// The same page with its policy taken out.
fn without_policy(path: &str) -> Vec<u8> {
    let html = String::from_utf8(sent(path, false).html).unwrap();
    let mark = "http-equiv=\"Content-Security-Policy\"";
    let renamed = html.replacen(mark, "name=\"no-policy\"", 1);
    assert!(renamed != html && !renamed.contains(mark), "the policy stands in one place");
    renamed.into_bytes()
}

/// Tries all ways in one page.
fn measured(chromium: &Chromium, sent: Sent) -> Column {
    let path = sent.path.clone();
    let listeners = Listeners::start(WAYS.len(), sent);
    let url = format!("http://127.0.0.1:{}{path}", listeners.host);
    let mut ran = vec![false; WAYS.len()];
    let mut page = chromium.page();
    open(&page, &url);
    let together: String =
        ways(|way| !way.leaves).map(|(number, way)| tried(&listeners, number, way, None)).collect();
    hostile(&page, &together);
    wait_until_silent(&page, &listeners);
    note_what_ran(&page, &mut ran);
    for (number, way) in ways(|way| way.leaves) {
        for is_other in [true, false].into_iter().filter(|is_other| *is_other || way.aim == Aim::Both) {
            if page.has_crashed() {
                // Under an allow-list of connections, Chromium has ended the page at WebRTC in a frame.
                drop(page);
                page = chromium.page();
            }
            if !is_there(&page) {
                open(&page, &url);
            }
            page.may_crash();
            hostile(&page, &tried(&listeners, number, way, Some(is_other)));
            wait_for_one(&page, &listeners, number, is_other);
        }
    }
    note_what_ran(&page, &mut ran);
    WAYS.iter().zip(listeners.told().into_iter().zip(ran)).map(cell).collect()
}

fn ways(wanted: impl Fn(&Way) -> bool) -> impl Iterator<Item = (usize, &'static Way)> {
    WAYS.iter().enumerate().filter(move |(_, way)| wanted(way))
}

/// Opens the page and waits until its WebAssembly has taken over: the seal holds beside a tool that works.
fn open(page: &Page<'_>, url: &str) {
    page.goto(url);
    page.wait_for(
        "document.querySelector('[data-tool], [data-keep]') && document.querySelector('[data-state=ready]')",
    );
    // What happens in a frame counts as the reader's press only if the frame was there before.
    page.eval("(() => { const frame = document.createElement('iframe'); frame.name = 'ready'; document.body.append(frame) })()");
}

/// The words that try a way, at one aim or at all that it has.
fn tried(listeners: &Listeners, number: usize, way: &Way, only_other: Option<bool>) -> String {
    let other = json!(format!("http://127.0.0.1:{}", listeners.ports[number])).to_string();
    let mut text = String::new();
    for (is_other, origin) in [(true, other.as_str()), (false, "location.origin")] {
        if only_other.unwrap_or(is_other) == is_other && (is_other || way.aim == Aim::Both) {
            // From a timer: there, nothing is left of the rights that the protocol's own code has.
            writeln!(text, "setTimeout(at => {{ {} }}, 0, place({origin}, {number}));", way.script).unwrap();
        }
    }
    text
}

/// Runs a script as if one of the page had turned hostile, at the press of a reader, which lets it open windows.
fn hostile(page: &Page<'_>, script: &str) {
    let expression = format!("(() => {{ {HELPERS} {script} }})()");
    let asked =
        json!({ "expression": expression, "userGesture": true, "allowUnsafeEvalBlockedByCSP": false });
    let answer = page.call("Runtime.evaluate", &asked);
    assert_eq!(answer["exceptionDetails"], Value::Null, "{expression}");
}

fn wait_until_silent(page: &Page<'_>, listeners: &Listeners) {
    let (mut last, mut since) = (told_alone(listeners), Instant::now());
    while since.elapsed() < SILENCE {
        // Also lets the client answer what the browser asks it.
        page.try_eval("0").ok();
        let now = told_alone(listeners);
        if now != last {
            (last, since) = (now, Instant::now());
        }
    }
}

/// Waits for what this one way brings, or until the page has gone, or long enough.
fn wait_for_one(page: &Page<'_>, listeners: &Listeners, number: usize, is_other: bool) {
    let since = Instant::now();
    while since.elapsed() < SILENCE {
        let told = listeners.told()[number];
        if (if is_other { told.other } else { told.same }) == Heard::Request {
            return;
        }
        page.try_eval("0").ok();
    }
}

fn told_alone(listeners: &Listeners) -> Vec<(Heard, Heard)> {
    listeners.told().into_iter().map(|told| (told.other, told.same)).collect()
}

fn is_there(page: &Page<'_>) -> bool {
    page.try_eval("Boolean(window.ran)") == Ok(Value::Bool(true))
}

fn note_what_ran(page: &Page<'_>, ran: &mut [bool]) {
    for (number, ran) in ran.iter_mut().enumerate() {
        *ran |= page.try_eval(&format!("Boolean(window.ran?.[{number}])")) == Ok(Value::Bool(true));
    }
}

fn cell((way, (told, ran)): (&Way, (Told, bool))) -> String {
    let word = |heard: Heard| match heard {
        Heard::Nothing => "closed",
        Heard::Contact => "contact",
        Heard::Request => "OPEN",
    };
    match way.aim {
        Aim::Both => format!("{} / {}", word(told.other), word(told.same)),
        Aim::Other => word(told.other).to_owned(),
        Aim::Code => if ran { "RUNS" } else { "closed" }.to_owned(),
    }
}

fn table(bare: &Column, sealed: &Column, helped: &Column) -> String {
    let mut text =
        String::from("To another origin / to the page's own. contact: a connection, and not a byte.\n\n");
    let mut line = |name: &str, cells: [&str; 3]| {
        let [bare, sealed, helped] = cells;
        writeln!(text, "{}", format!("{name:<32}{bare:<20}{sealed:<20}{helped}").trim_end()).unwrap();
    };
    line("way out", ["no policy", "sealed", "sealed, with _headers"]);
    for (number, way) in WAYS.iter().enumerate() {
        line(way.name, [&bare[number], &sealed[number], &helped[number]]);
    }
    text
}
