//! The host behaves as plain static hosts do.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;

use browser::Server;

use crate::{chromium, pages};

/// Status, headers and body of a plain request.
fn get(server: &Server, path: &str) -> (u16, String, String) {
    let host = server.origin().trim_start_matches("http://");
    let mut stream = TcpStream::connect(host).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nhost: {host}\r\n\r\n").unwrap();
    let mut text = String::new();
    stream.read_to_string(&mut text).unwrap();
    let (head, body) = text.split_once("\r\n\r\n").unwrap();
    (head[9..12].parse().unwrap(), head.to_owned(), body.to_owned())
}

#[test]
fn folders_have_an_index_and_missing_pages_a_404() {
    let server = pages();
    let (status, head, body) = get(&server, "/second/");
    assert!(status == 200 && head.contains("text/html; charset=utf-8") && body.contains("Second page"));
    let (status, head, _) = get(&server, "/second");
    assert!(status == 301 && head.contains("location: /second/"), "{head}");
    let (status, _, body) = get(&server, "/nowhere/");
    assert!(status == 404 && body.contains("Not here"));
    assert_eq!(get(&server, "/good.html/").0, 404);
    assert_eq!(get(&server, "/%67ood.html?x=1").0, 200);
    let (status, _, body) = get(&server, "/../Cargo.toml");
    assert!(status == 404 && body.contains("Not here"), "nothing outside of the folder");
    let seen = server.seen();
    assert_eq!((seen.len(), seen[0].path.as_str(), seen[0].status), (6, "/second/", 200));
}

#[test]
fn a_base_path_is_all_there_is() {
    let server = Server::under("/help/", concat!(env!("CARGO_MANIFEST_DIR"), "/tests/pages"));
    assert!(server.url("/second/").ends_with("/help/second/"));
    assert_eq!(get(&server, "/help/second/").0, 200);
    let (status, head, _) = get(&server, "/help/second");
    assert!(status == 301 && head.contains("location: /help/second/"));
    let (status, _, body) = get(&server, "/second/");
    assert_eq!((status, body.as_str()), (404, "outside of the site"));
}

#[test]
fn a_page_can_be_held_in_the_middle() {
    let server = pages();
    server.hold_before("<script>");
    let page = chromium().page();
    page.start(&server.url("/good.html"));
    page.wait_for("document.querySelector('button')");
    assert_eq!(page.eval("document.readyState"), "loading");
    page.click("#o1");
    assert!(page.sees("[data-crisis]"));
    server.release();
    page.wait_for("document.readyState === 'complete' && document.querySelector('script')");
    assert!(page.is("document.querySelector('#o1').checked"), "the answer is still there");
}
