//! Nothing leaves the page and nothing is kept. AT-1.

use browser::Page;

use crate::chromium;
use crate::person::{Person, Shown};
use crate::site;

/// Words that nobody else would write, looked for wherever data could have gone.
const CANARY: &str = "canary-5d1f-heron";

/// Everything in which a page can keep something, as one list of texts; empty where nothing is kept.
pub(crate) const KEPT: &str = "(async () => {
    const kept = [];
    const look = async (name, read) => {
        let found;
        // What a browser does not let this page have, it cannot have used.
        try { found = await read() } catch { return }
        if (found?.length) kept.push(`${name}: ${JSON.stringify(found)}`);
    };
    await look('localStorage', () => Object.entries(localStorage));
    await look('sessionStorage', () => Object.entries(sessionStorage));
    await look('IndexedDB', async () => (await indexedDB.databases()).map(base => base.name));
    await look('cookies', () => document.cookie);
    await look('caches', () => caches.keys());
    await look('service workers', async () =>
        (await navigator.serviceWorker.getRegistrations()).map(worker => worker.scope));
    await look('file system', async () => {
        const names = [];
        for await (const name of (await navigator.storage.getDirectory()).keys()) names.push(name);
        return names;
    });
    await look('history state', () => history.state === null ? [] : [JSON.stringify(history.state)]);
    await look('window name', () => window.name);
    return kept;
})()";

#[test]
fn a_self_check_over_http_sends_and_keeps_nothing() {
    let server = site::serve();
    let url = server.url("/tools/phq-9/");
    whole_session(&url);
    let asked: Vec<String> = server.seen().into_iter().map(|seen| seen.path).collect();
    assert_eq!(asked, ["/tools/phq-9/"], "the host was asked for the document and nothing else");
}

#[test]
fn a_self_check_from_a_file_sends_and_keeps_nothing() {
    let file = site::folder().join("tools/phq-9/index.html").canonicalize().unwrap();
    whole_session(&format!("file://{}", file.display()));
}

/// From opening to the result, with the canary typed wherever something can be typed.
#[track_caller]
fn whole_session(url: &str) {
    let person = Person::uses(chromium().page(), "phq-9");
    person.goes_to(url);
    let page = &person.page;
    let before = page.eval("[history.length, document.title, location.href]");
    let fields = "[data-tool] :is(textarea, input[type=text], input:not([type]))";
    for index in 0..page.count(fields) {
        page.eval(&format!("document.querySelectorAll({fields:?})[{index}].focus()"));
        page.type_text(CANARY);
    }
    person.answers_all(&[3, 3, 3, 3, 3, 3, 3, 3, 3]);
    person.answers("difficulty", "extremely");
    page.type_text(CANARY);
    person.asks_for_result();
    assert_eq!(person.reads(), Shown::new(27, "severe"));

    let requests = page.requests();
    assert_eq!(requests.len(), 1, "only the document itself: {requests:#?}");
    assert_eq!((requests[0].kind.as_str(), requests[0].url.as_str()), ("Document", url));
    assert_eq!(page.opened(), [], "no window, worker or frame");
    assert_eq!(page.eval(KEPT), serde_json::json!([]), "nothing is kept");
    assert_eq!(page.eval("[history.length, document.title, location.href]"), before);
    assert_eq!(page.messages(), [], "the console is silent");
    assert_leaving_adds_nothing(page);
}

/// The last moment at which a page can send something is when it is left.
#[track_caller]
fn assert_leaving_adds_nothing(page: &Page<'_>) {
    page.forget();
    page.goto("about:blank");
    let sent: Vec<_> = page.requests().into_iter().filter(browser::Request::is_fetched).collect();
    assert_eq!(sent, [], "nothing is sent on leaving");
}

/// AT-1: whoever opens the page anew finds an empty form, not the last person's answers.
#[test]
fn the_next_person_finds_an_empty_form() {
    let server = site::serve();
    let person = Person::opens(&server, "phq-9");
    person.answers_all(&[3, 3, 3, 3, 3, 3, 3, 3, 3]);
    person.page.eval("location.reload()");
    person.page.wait_for("performance.getEntriesByType('navigation')[0].type === 'reload'");
    person.is_ready();
    assert_eq!(person.page.count("[data-item] input:checked"), 0, "after a reload");
    assert!(!person.page.sees("[data-crisis]"));
    person.answers_all(&[3, 3, 3]);
    person.goes_to(&server.url("/tools/phq-9/"));
    assert_eq!(person.page.count("[data-item] input:checked"), 0, "after opening it again");
    // Firefox keeps answers over a reload unless the form says not to.
    assert_eq!(person.page.eval("document.querySelector('[data-tool] form').autocomplete"), "off");
}

/// Promise 3: who looks at the help page in the middle and goes back can go on, and nothing shown is stale.
#[test]
fn after_a_look_at_the_help_page_one_can_go_on() {
    let server = site::serve();
    let person = Person::opens(&server, "phq-9");
    person.answers_all(&[1, 1, 1, 1]);
    person.answers("q9", "1");
    person.page.click("[data-help-now]");
    person.page.wait_for("location.pathname === '/help-now/'");
    person.page.eval("history.back()");
    person.page.wait_for("location.pathname === '/tools/phq-9/' && document.querySelector('[data-tool]')");
    person.is_ready();
    // A browser may keep the page as it was, or load it anew; either way the panel fits the answers.
    let answered = person.page.is("document.querySelector('[data-item=q9] input:checked')");
    assert_eq!(person.page.sees("[data-crisis]"), answered);
    person.answers_all(&[1, 1, 1, 1, 0, 0, 0, 0, 1]);
    person.asks_for_result();
    assert_eq!(person.reads(), Shown::new(5, "mild"));
    assert!(person.page.sees("[data-crisis]"));
}

/// The seal: a page with a tool may fetch nothing, and runs only the script that its policy names by hash.
#[test]
fn every_page_with_a_tool_is_sealed() {
    let mut seen = 0;
    for document in site::documents(site::folder()).iter().filter(|document| document.has_tool()) {
        seen += 1;
        let start =
            document.html.find("Content-Security-Policy").unwrap_or_else(|| panic!("{}", document.path));
        let policy: String = document.html[start..].chars().take(2000).collect();
        let policy = policy.split('>').next().unwrap().replace("&#39;", "'").replace("&#x27;", "'");
        for part in
            ["default-src 'none'", "script-src 'sha256-", "'wasm-unsafe-eval'", "require-trusted-types-for"]
        {
            assert!(policy.contains(part), "{}: {part} is missing in {policy}", document.path);
        }
        for part in ["'unsafe-inline'", "'unsafe-eval'", "connect-src", "http:", "https:", "'self'", "*"] {
            assert!(!policy.contains(part), "{}: {part} stands in {policy}", document.path);
        }
        let head = document.html.find("<head").unwrap();
        let script = document.html.find("<script").unwrap();
        assert!(head < start && start < script, "{}: the policy comes before any script", document.path);
    }
    assert!(seen >= 3, "only {seen} pages have a tool");
}
