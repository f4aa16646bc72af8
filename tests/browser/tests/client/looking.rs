//! Screens, preferences, pictures and paper.

use browser::Media;

use crate::{chromium, pages};

#[test]
fn preferences_reach_the_page() {
    let server = pages();
    let page = chromium().page();
    page.media(Media { dark: true, still: true, contrast: true, forced: true, print: false });
    page.goto(&server.url("/good.html"));
    for query in
        ["prefers-color-scheme: dark", "prefers-reduced-motion", "prefers-contrast: more", "forced-colors"]
    {
        assert!(page.is(&format!("matchMedia('({query})').matches")), "{query}");
    }
    page.media(Media { print: true, ..Media::default() });
    assert!(!page.sees("form") && page.sees("h1"), "print style is in force");
}

#[test]
fn a_picture_has_the_size_of_the_window_or_of_the_whole_page() {
    let server = pages();
    let page = chromium().page();
    page.viewport(360, 240);
    page.goto(&server.url("/bad.html"));
    let size = |png: &[u8]| {
        let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
        (number(16), number(20))
    };
    assert_eq!(size(&page.screenshot(false)), (360, 240));
    let (width, height) = size(&page.screenshot(true));
    assert!(width == 600 && height > 1000, "{width} by {height}");
}

#[test]
fn paper_has_as_many_sheets_as_the_page_needs() {
    let server = pages();
    let page = chromium().page();
    page.goto(&server.url("/good.html"));
    assert_eq!(page.pdf().pages(), 1);
    page.add_style("h1 { break-after: page }");
    assert_eq!(page.pdf().pages(), 2);
}

#[test]
fn the_screenshot_program_writes_a_picture_of_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("out.png");
    let page = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/pages/good.html");
    let run = |more: &[&str]| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_screenshot"));
        command.arg(page).arg(&target).args(more).output().unwrap()
    };
    let done = run(&["--width", "360", "--height", "300", "--dark"]);
    assert!(done.status.success(), "{done:?}");
    assert_eq!(std::fs::read(&target).unwrap()[16..24], [0, 0, 1, 104, 0, 0, 1, 44]);
    let wrong = run(&["--wide"]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&wrong.stderr).contains("there is no option --wide"));
}

#[test]
fn without_a_network_a_page_that_is_open_stays_and_others_fail() {
    let server = pages();
    let page = chromium().page();
    page.goto(&server.url("/trap.html"));
    page.offline(true);
    let ask = "fetch('/second/').then(answer => answer.status, () => 'no network')";
    assert_eq!(page.eval(ask), "no network");
    assert_eq!(page.text("h1"), "A field that keeps the focus");
    page.offline(false);
    assert_eq!(page.eval(ask), 200);
}
