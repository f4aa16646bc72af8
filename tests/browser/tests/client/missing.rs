//! Where there is no browser, it is installed if that can be, and otherwise one message says what to do.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use browser::Places;

fn program(folder: &Path, name: &str, script: &str) {
    let file = folder.join(name);
    fs::write(&file, format!("#!/bin/sh\n{script}\n")).unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).unwrap();
}

fn places(folder: &Path) -> Places {
    // The system's own folders are left out, so that only what the test puts there is found.
    Places { chosen: None, path: folder.into() }
}

#[test]
fn the_freest_browser_on_the_path_is_taken() {
    let folder = tempfile::tempdir().unwrap();
    program(folder.path(), "google-chrome", "");
    assert_eq!(places(folder.path()).chromium().unwrap(), folder.path().join("google-chrome"));
    program(folder.path(), "chromium", "");
    assert_eq!(places(folder.path()).chromium().unwrap(), folder.path().join("chromium"));
}

#[test]
fn a_chosen_browser_that_is_not_there_is_an_error() {
    let folder = tempfile::tempdir().unwrap();
    program(folder.path(), "chromium", "");
    let chosen = Some(folder.path().join("my-browser"));
    let reason = Places { chosen, ..places(folder.path()) }.chromium().unwrap_err();
    assert!(reason.starts_with("FOOTBRIDGE_CHROMIUM names "), "{reason}");
    assert!(reason.ends_with("my-browser, which is not a program"), "{reason}");
}

#[test]
fn without_a_package_manager_the_message_says_what_is_missing() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(
        places(folder.path()).chromium().unwrap_err(),
        "the browser tests need Chromium: none of chromium, chromium-browser, google-chrome is on PATH and \
         FOOTBRIDGE_CHROMIUM is not set. It cannot be installed by itself, as there is no apt-get here. \
         Install it, on Debian or Ubuntu with: apt-get install chromium"
    );
}

/// A `sudo` that runs its command, for a test run that is not root's.
const SUDO: &str = "[ \"$1\" = -n ] && shift; [ \"$1\" = true ] && exit 0; exec \"$@\"";

#[test]
fn where_it_can_be_installed_it_is_and_once() {
    let folder = tempfile::tempdir().unwrap();
    let installer = "echo \"$@\" >> \"${0%/*}/calls\"\n\
        [ \"$1\" = update ] || { printf '#!/bin/sh\\n' > \"${0%/*}/chromium\"; /bin/chmod +x \"${0%/*}/chromium\"; }";
    program(folder.path(), "apt-get", installer);
    program(folder.path(), "sudo", SUDO);
    let found: Vec<_> = std::thread::scope(|scope| {
        let runs: Vec<_> = (0..4).map(|_| scope.spawn(|| places(folder.path()).chromium())).collect();
        runs.into_iter().map(|run| run.join().unwrap().unwrap()).collect()
    });
    assert_eq!(found, vec![folder.path().join("chromium"); 4]);
    let calls = fs::read_to_string(folder.path().join("calls")).unwrap();
    assert_eq!(calls, "update -q\ninstall -y -q --no-install-recommends chromium\n");
}

#[test]
fn an_installation_that_fails_says_why() {
    let folder = tempfile::tempdir().unwrap();
    program(folder.path(), "apt-get", "echo 'E: Unable to locate package' >&2; exit 100");
    program(folder.path(), "sudo", SUDO);
    let reason = places(folder.path()).chromium().unwrap_err();
    assert!(reason.contains("apt-get install chromium failed: E: Unable to locate package"), "{reason}");
    assert!(reason.ends_with("on Debian or Ubuntu with: apt-get install chromium"), "{reason}");
}
