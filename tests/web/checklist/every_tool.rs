//! What holds of every tool: nothing leaves, leaving quickly, and a small telephone without a network. AT-1 to AT-3.

use browser::Media;
use serde_json::json;

use super::{Reader, TOOL};
use crate::privacy::KEPT;
use crate::{chromium, site, tell};

/// AT-1: a canary in every field, a whole session with all traffic recorded, nothing out and nothing kept.
#[test]
fn at_1_nothing_leaves_and_nothing_is_kept() {
    const CANARY: &str = "canary-77aa-wren";
    let server = site::serve();
    let reader = Reader::opens(&server, "");
    let page = reader.page();
    let before = page.eval("[history.length, document.title, location.href]");
    reader.has_a_list();
    reader.turns_to("share");
    reader.presses("new-share");
    for part in ["signs", "well", "levels", "week", "time", "share"] {
        reader.turns_to(part);
        let fields = "[data-tool] :is(textarea, input[type=text], input[type=tel])";
        for index in 0..page.count(fields) {
            let seen = format!("document.querySelectorAll({fields:?})[{index}].checkVisibility()");
            if page.is(&seen) {
                page.eval(&format!("document.querySelectorAll({fields:?})[{index}].focus()"));
                page.call("Input.insertText", &json!({ "text": CANARY }));
            }
        }
    }
    reader.rates(0, &[("sleep", 3)]);
    assert!(reader.takes("copy").contains(CANARY), "the file is the reader's own way out");
    let requests = page.requests();
    let sent = requests.iter().filter(|request| request.is_fetched()).map(|request| request.url.as_str());
    let sent: Vec<&str> = sent.collect();
    assert_eq!(sent, [page.address()], "only the document itself");
    assert_eq!(page.opened(), [], "no window, worker or frame");
    assert_eq!(page.eval(KEPT), json!([]), "nothing is kept");
    assert_eq!(page.eval("[history.length, document.title, location.href]"), before);
    assert_eq!(page.messages(), [], "the console is silent");
    page.eval("location.reload()");
    page.wait_for("performance.getEntriesByType('navigation')[0].type === 'reload'");
    reader.person.is_ready();
    assert_eq!(page.count(".own-signs li, .standing"), 0, "the next person finds an empty list");
}

/// AT-2: leaving quickly blanks the list at once.
#[test]
fn at_2_leaving_quickly_blanks_the_list() {
    let server = site::serve();
    let reader = Reader::opens(&server, "");
    reader.has_a_list();
    reader.page().stay();
    reader.page().press_times("Shift", 3);
    reader.page().wait_for("!document.querySelector('[data-tool]')");
}

/// AT-3: an old, slow telephone in flight mode, and forced colours.
#[test]
fn at_3_offline_on_a_slow_small_telephone() {
    let server = site::serve();
    let page = chromium().page();
    page.phone(320, 568);
    page.slow_down(4.0);
    page.media(Media { forced: true, ..Media::default() });
    let start = std::time::Instant::now();
    let reader = Reader::on(page, &server, "");
    tell(&format!("{TOOL}: ready after {} ms on a processor four times slower", start.elapsed().as_millis()));
    reader.page().offline(true);
    reader.has_a_list();
    reader.rates(0, &[("sleep", 2)]);
    reader.stands_at("yellow");
    let wide = reader.page().eval("document.scrollingElement.scrollWidth").as_u64().unwrap();
    assert!(wide <= 320, "{wide} px wide");
    let asked = reader.page().requests().into_iter().filter(browser::Request::is_fetched);
    let asked: Vec<String> = asked.map(|request| request.url).collect();
    assert_eq!(asked, [reader.page().address()]);
}
