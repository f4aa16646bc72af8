//! How long opening what is kept takes: from the press until it is open. It should be long enough to make guessing dear,
//! and short enough to be borne: 200 to 1000 ms on this machine.

use browser::{Page, Server};
use serde_json::json;

use crate::Candidate;

const PHRASE: &str = "bench lantern over quiet snow";

/// The milliseconds of each run, in a page that is opened anew each time.
pub(super) fn times(page: &Page<'_>, candidate: &Candidate, runs: usize) -> Result<Vec<f64>, String> {
    let server = Server::folder(&candidate.folder);
    let opens = |view: &str| {
        page.goto(&server.url(&format!("{}keep/", candidate.path)));
        page.wait_for(candidate.ready);
        in_sight(page, view);
    };
    opens("nothing");
    page.click("[data-tool] label:has(input[type=radio])");
    page.click(".keep [data-action=begin]");
    in_sight(page, "setup");
    page.eval("document.querySelector('.keep [data-view=setup] details').open = true");
    for place in 0..2 {
        writes(
            page,
            &format!("document.querySelectorAll('form[data-send=take-own] [data-phrase]')[{place}]"),
        );
    }
    page.click("form[data-send=take-own] .btn-primary");
    in_sight(page, "open");
    let mut times = Vec::with_capacity(runs);
    for _ in 0..runs {
        opens("locked");
        writes(page, "document.querySelector('form[data-send=open] [data-phrase]')");
        let time = page.eval(
            "new Promise(done => {
                const start = performance.now(), view = document.querySelector('.keep [data-view=open]');
                new MutationObserver(() => view.hidden || done(performance.now() - start))
                    .observe(view, { attributes: true });
                document.querySelector('form[data-send=open] .btn-primary').click();
            })",
        );
        times.push(time.as_f64().ok_or("the page tells no time")?);
    }
    Ok(times)
}

fn in_sight(page: &Page<'_>, view: &str) {
    page.wait_for(&format!("document.querySelector('.keep [data-view={view}]:not([hidden])')"));
}

fn writes(page: &Page<'_>, field: &str) {
    page.eval(&format!("{field}.focus()"));
    page.call("Input.insertText", &json!({ "text": PHRASE }));
}
