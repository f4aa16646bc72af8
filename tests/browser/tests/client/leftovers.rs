//! A browser leaves no process and no folder behind, also when the test that started it is killed.

use std::fs;
use std::net::TcpListener;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use browser::Chromium;

/// Waits until the condition holds, and says whether it came to do so.
fn soon(condition: impl Fn() -> bool) -> bool {
    let deadline = Instant::now() + Duration::from_secs(30);
    while !condition() {
        if Instant::now() > deadline {
            return false;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    true
}

/// Running processes whose command line names the folder.
fn processes(folder: &Path) -> usize {
    let mark = folder.to_string_lossy().into_owned();
    let running = fs::read_dir("/proc").into_iter().flatten().flatten();
    let lines = running.filter_map(|entry| fs::read(entry.path().join("cmdline")).ok());
    lines.filter(|line| String::from_utf8_lossy(line).contains(&mark)).count()
}

#[test]
fn nothing_is_left_after_a_browser_goes_out_of_scope() {
    let browser = Chromium::launch();
    let home = browser.home().to_path_buf();
    assert!(home.is_dir() && processes(&home) > 0);
    assert_eq!(browser.page().eval("1 + 1"), 2);
    drop(browser);
    assert!(!home.exists());
    assert!(soon(|| processes(&home) == 0));
}

#[test]
fn nothing_is_left_after_the_process_was_killed() {
    // A host that never answers keeps the program waiting with its browser open.
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/", silent.local_addr().unwrap());
    let home = tempfile::tempdir().unwrap();
    let mut program = Command::new(env!("CARGO_BIN_EXE_screenshot"))
        .arg(url)
        .arg(home.path().join("never.png"))
        .env("TMPDIR", home.path())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    silent.accept().unwrap();
    let folders = || fs::read_dir(home.path()).unwrap().count();
    assert!(folders() > 0 && processes(home.path()) > 1);
    program.kill().unwrap();
    program.wait().unwrap();
    assert!(soon(|| processes(home.path()) == 0), "{} processes are left", processes(home.path()));
    assert!(soon(|| folders() == 0), "{:?}", fs::read_dir(home.path()).unwrap().collect::<Vec<_>>());
}
