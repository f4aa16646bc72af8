//! The same site under a path of somebody else's host: every address has the path in it.

use browser::Server;
use serde_json::json;

use crate::person::{Person, Shown};
use crate::{chromium, none, site};

#[test]
fn under_a_base_path_every_page_and_tool_works() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("web-base-path");
    let server = Server::under("/help/", &folder);
    assert_eq!(site::build("web-base-path", &["--base-url", &server.url("/")]), folder);
    let page = chromium().page();
    let mut found = Vec::new();
    for document in site::documents(&folder).iter().filter(|document| !document.is_redirect()) {
        page.forget();
        page.goto(&server.url(&document.path));
        let outside = page.eval(
            "[...document.querySelectorAll('a[href], link[href], [src]')].map(e => new URL(e.href ?? e.src, location))
                .filter(to => to.origin === location.origin && !to.pathname.startsWith('/help/'))
                .map(to => to.pathname)",
        );
        if outside != json!([]) {
            found.push(format!("/{} points outside of the base path: {outside}", document.path));
        }
        found.extend(page.problems().into_iter().map(|line| format!("/{}: {line}", document.path)));
    }
    for seen in server.seen().iter().filter(|seen| seen.status != 200) {
        found.push(format!("{} is answered with {}", seen.path, seen.status));
    }
    none(&found);
    drop(page);
    let person = Person::opens(&server, "phq-2");
    person.answers_all(&[3, 3]);
    person.asks_for_result();
    assert_eq!(person.reads(), Shown::new(6, "at-or-above-cut-off"));
}
