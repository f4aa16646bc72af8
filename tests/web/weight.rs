//! What a reader has to download. SA-2.

use std::fs;

use browser::weight::brotli;

use crate::person::Person;
use crate::{chromium, site, tell};

/// What a page may weigh: a first visit to a self-check, or a text.
const LIMIT: usize = 60_000;

/// What a page in which things can be kept may weigh, some 1.5 kB above what the heaviest of its kind does. Each carries
/// the vault, which is 25 to 35 kB: 9 of them are Argon2 and the cipher, 3 the words for phrases. `cargo bench -p
/// footbridge --bench self_check` tells the parts.
fn limit(kind: &str) -> usize {
    match kind {
        "questionnaire" => 85_500,
        "plan" => 77_500,
        "checklist" => 89_000,
        // The page of all that is kept, which holds no tool.
        _ => 49_500,
    }
}

#[test]
fn a_tool_is_one_light_document() {
    for document in site::documents(site::folder()) {
        if !document.html.contains("data-keep=") {
            continue;
        }
        let kind = ["questionnaire", "plan", "checklist"]
            .into_iter()
            .find(|kind| document.html.contains(&format!("data-kind=\"{kind}\"")));
        let weight = brotli(document.html.as_bytes());
        tell(&format!(
            "/{}: {} bytes, {weight} with brotli, one request",
            document.path,
            document.html.len()
        ));
        assert!(weight <= limit(kind.unwrap_or_default()), "/{} weighs {weight} bytes", document.path);
    }
    for tool in ["phq-9", "coping-plan", "early-signs"] {
        let server = site::serve();
        let page = chromium().page();
        page.goto(&server.url(&format!("/tools/{tool}/")));
        page.wait_for("document.querySelector('[data-tool]').dataset.state !== 'static'");
        assert_eq!(page.requests().iter().filter(|request| request.is_fetched()).count(), 1, "{tool}");
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
fn a_page_without_the_vault_is_small_enough_for_a_slow_line() {
    for document in site::documents(site::folder()) {
        if document.html.contains("data-keep=") {
            continue;
        }
        let weight = brotli(document.html.as_bytes());
        assert!(weight <= LIMIT, "/{} weighs {weight} bytes", document.path);
    }
}
