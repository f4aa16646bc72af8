//! What a reader has to download. SA-2.

use std::fs;

use browser::weight::brotli;

use crate::person::Person;
use crate::{chromium, site, tell};

/// What a page without a tool may weigh.
const LIMIT: usize = 60_000;

/// What a page in which things can be kept may weigh: the vault alone is 39 kB, of which Argon2 and the cipher are 9.
const KEPT_LIMIT: usize = 114_000;

#[test]
fn a_self_check_is_one_light_document() {
    for tool in ["phq-9", "phq-2", "gad-7"] {
        let html = fs::read(site::folder().join(format!("tools/{tool}/index.html"))).unwrap();
        let weight = brotli(&html);
        tell(&format!("{tool}: {} bytes, {weight} with brotli, one request", html.len()));
        assert!(weight <= KEPT_LIMIT, "{tool} weighs {weight} bytes");
        let server = site::serve();
        let person = Person::opens(&server, tool);
        assert_eq!(person.page.requests().len(), 1);
        assert_eq!(server.seen().len(), 1, "{:?}", server.seen());
    }
}

#[test]
fn the_style_is_light_and_pages_of_text_have_no_script_files() {
    let mut styles = 0;
    for file in site::files(site::folder()) {
        let kind = file.extension().unwrap_or_default().to_string_lossy().into_owned();
        // The one that answers without a network is fetched only when a reader asks for it.
        let asked_for = file.ends_with("offline-worker.js");
        let is_script = ["js", "mjs", "wasm"].contains(&kind.as_str());
        assert!(!is_script || asked_for, "{} is a script", file.display());
        if kind == "css" {
            styles += brotli(&fs::read(&file).unwrap());
        }
    }
    tell(&format!("all style sheets: {styles} bytes with brotli"));
    assert!(styles <= 8_000, "the style sheets weigh {styles} bytes");
    for document in site::documents(site::folder()) {
        let inline: String =
            document.html.split("<style").skip(1).filter_map(|rest| rest.split("</style>").next()).collect();
        let weight = brotli(inline.as_bytes());
        assert!(weight <= 8_000, "/{} has {weight} bytes of style in it", document.path);
    }
}

/// Ready to answer without waiting for WASM: the radio buttons are the browser's own.
#[test]
fn answers_can_be_chosen_while_nothing_of_the_script_has_run() {
    let server = site::serve();
    let page = chromium().page();
    page.without_scripts();
    page.goto(&server.url("/tools/phq-9/"));
    let person = Person::uses(page, "phq-9");
    person.answers_all(&[0, 1, 2, 3, 0, 1, 2, 3, 0]);
    assert_eq!(person.page.count("[data-tool][data-state=static] input:checked"), 9);
}

#[test]
fn every_page_is_small_enough_for_a_slow_line() {
    for document in site::documents(site::folder()) {
        let weight = brotli(document.html.as_bytes());
        let limit = if document.html.contains("data-keep=") { KEPT_LIMIT } else { LIMIT };
        assert!(weight <= limit, "/{} weighs {weight} bytes", document.path);
    }
}
