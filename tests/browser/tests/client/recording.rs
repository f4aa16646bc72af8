//! Everything that a page tries to send is recorded, and nothing of it reaches another machine.

use crate::{chromium, pages};

#[test]
fn a_quiet_page_asks_for_itself_and_nothing_else() {
    let server = pages();
    let page = chromium().page();
    page.goto(&server.url("/good.html"));
    let requests = page.requests();
    assert_eq!(requests.len(), 1, "{requests:?}");
    assert_eq!((requests[0].kind.as_str(), requests[0].method.as_str()), ("Document", "GET"));
    assert_eq!(server.seen().len(), 1, "{:?}", server.seen());
    assert_eq!(page.problems(), [""; 0]);
}

#[test]
fn every_way_out_is_recorded() {
    let server = pages();
    let page = chromium().page();
    page.goto(&server.url("/noisy.html"));
    let expected = ["fetch.example", "frame.example", "beacon.example", "socket.example", "worker.example"];
    for host in expected {
        page.wait_for_request(|request| request.url.contains(host));
    }
    let requests = page.requests();
    let posted = requests.iter().find(|request| request.url.contains("fetch.example")).unwrap();
    assert_eq!((posted.method.as_str(), posted.body.as_str()), ("POST", "canary-in-a-body"));
    assert!(!posted.is_local() && requests[0].is_local());
    let opened = page.opened();
    assert!(opened.iter().any(|window| window.url.contains("window.example")), "{opened:?}");
    assert!(opened.iter().any(|worker| worker.kind == "worker"), "{opened:?}");
    let paths: Vec<String> = server.seen().into_iter().map(|seen| seen.path).collect();
    assert_eq!(paths, ["/noisy.html"], "the refused picture is not asked for");
}

#[test]
fn console_exceptions_and_violations_are_recorded() {
    let server = pages();
    let page = chromium().page();
    page.goto(&server.url("/noisy.html"));
    let messages = page.messages();
    let told = |kind: &str, text: &str| {
        messages.iter().any(|message| message.kind == kind && message.text.contains(text))
    };
    assert!(told("log", "a canary in the console 7"), "{messages:#?}");
    assert!(told("exception", "thrown on purpose"), "{messages:#?}");
    assert!(told("policy", "img-src refused"), "{messages:#?}");
    assert!(page.problems().len() >= 2);
    page.forget();
    assert!(page.messages().is_empty() && page.requests().is_empty());
}

#[test]
fn going_outside_meets_a_stand_in_or_leads_nowhere() {
    let server = pages();
    let page = chromium().page();
    page.goto(&server.url("/second/"));
    page.stay();
    page.click("#out");
    page.wait_for_request(|request| request.url == "https://outside.example/leave");
    assert_eq!(page.text("h1"), "Second page");
    drop(page);
    let page = chromium().page();
    page.goto(&server.url("/second/"));
    page.click("#out");
    page.wait_for("location.host === 'outside.example'");
    assert_eq!(page.history().last().map(String::as_str), Some("https://outside.example/leave"));
}
