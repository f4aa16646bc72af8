//! Every type of question in the browser: what is shown, what excludes what, entries that are added, bands by group.

use std::fs;
use std::path::Path;

use browser::{Page, Server};

use crate::{chromium, site};

/// A small site with the questionnaire that has every kind of part.
fn serve() -> Server {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("kinds");
    fs::create_dir_all(root.join("content/tools")).unwrap();
    fs::copy(site::root().join("tests/cli/fixtures/site.toml"), root.join("site.toml")).unwrap();
    fs::write(root.join("content/_index.md"), "---\ntitle: Home\n---\n").unwrap();
    fs::copy(site::root().join("wasm-tools/model/tests/kinds.toml"), root.join("content/tools/kinds.toml"))
        .unwrap();
    let out = root.join("public");
    let done =
        site::footbridge().args(["build", "--root"]).arg(&root).arg("--out").arg(&out).output().unwrap();
    site::expect_success(&done, "footbridge build");
    Server::folder(&out)
}

fn option(item: &str, value: &str) -> String {
    format!("[data-item=\"{item}\"] label:has(input[value=\"{value}\"])")
}

fn write(page: &Page<'_>, item: &str, text: &str) {
    page.eval(&format!(
        "(() => {{ const field = document.querySelector('[data-item=\"{item}\"] [data-field]');
            field.value = '{text}';
            field.dispatchEvent(new Event('change', {{ bubbles: true }})); return true }})()"
    ));
}

#[test]
fn every_kind_of_question_works_in_the_page() {
    let server = serve();
    let page = chromium().page();
    page.goto(&server.url("/tools/kinds/"));
    page.wait_for("document.querySelector('[data-tool]').dataset.state === 'ready'");
    let item = |id: &str| format!("[data-item=\"{id}\"]");
    for hidden in ["pain", "alcohol", "glasses", "alone", "medicine.2"] {
        assert!(!page.sees(&item(hidden)), "{hidden} is hidden at first");
    }

    page.click(&option("troubles", "pain"));
    assert!(page.sees(&item("pain")), "shown by an answer");
    page.click(&option("troubles", "none"));
    assert_eq!(page.count("[data-item=troubles] input:checked"), 1, "none of these excludes the others");
    assert!(!page.sees(&item("pain")));
    page.click(&option("troubles", "noise"));
    assert!(page.is("!document.querySelector('[data-item=troubles] input[value=none]').checked"));

    page.click(&option("drinks", "yes"));
    assert!(page.sees(&item("glasses")), "a group with its questions");
    write(&page, "glasses", "3");

    page.click("[data-action=add][data-for=medicine]");
    assert!(page.sees(&item("name.2")) && !page.sees(&item("name.3")));
    assert_eq!(page.focused("it.name"), "name.2");

    page.click(&option("calm", "0"));
    page.click(&option("tense", "2"));
    assert!(page.sees("[data-crisis=gentle]"), "a risk rule on a score");
    page.click("button[data-action=result]");
    page.wait_for("document.activeElement.matches('[data-error-summary]')");
    assert!(page.sees("[data-error-line=where] a"), "what is missing is listed");
    assert!(!page.sees("[data-error-line=height] a"), "what is optional is not");
    write(&page, "hours", "many");
    write(&page, "where", "on the road");
    page.click("button[data-action=result]");
    assert!(page.sees("[data-error-line=hours] a"), "what cannot be read is listed");
    write(&page, "hours", "7");
    page.click("button[data-action=result]");
    page.wait_for("document.querySelector('[data-result]')");
    let value =
        |id: &str| page.eval(&format!("document.querySelector('[data-score={id}]')?.dataset.value ?? ''"));
    assert_eq!(value("unrest"), "4");
    assert_eq!(value("burden"), "10.5");
    assert_eq!(value("bmi"), "", "no score without its answers");
    let both = "[...document.querySelectorAll('[data-score=glasses-score] [data-when-band]')]
        .map(e => e.dataset.group + ':' + e.dataset.whenBand).join()";
    assert_eq!(page.eval(both), "female:raised,male:low", "both groups while none is named");
    page.click(&option("sex", "male"));
    assert_eq!(page.eval(both), "male:low");
}
