//! The house in order: formatting, lints, and nothing in the repository that must not be there.

use std::path::{Path, PathBuf};
use std::process::Command;

mod library;

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace").to_owned()
}

/// Runs cargo in the workspace; a missing component of the toolchain is added, or named.
fn cargo(component: &str, arguments: &[&str]) {
    let run = || {
        let mut command = Command::new(env!("CARGO"));
        command.current_dir(repository()).args(arguments);
        // The settings of the build that runs this test are not those of the one that it starts.
        for (name, _) in std::env::vars_os() {
            if name.to_string_lossy().starts_with("CARGO_PKG_") {
                command.env_remove(name);
            }
        }
        command.output().expect("cargo runs")
    };
    let mut output = run();
    let missing = format!("'cargo-{component}");
    if String::from_utf8_lossy(&output.stderr).contains(&missing) {
        let package = if component == "fmt" { "rustfmt" } else { component };
        let added = Command::new("rustup").args(["component", "add", package]).status();
        assert!(added.is_ok_and(|status| status.success()), "missing: run `rustup component add {package}`");
        output = run();
    }
    let said = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "cargo {}\n{said}", arguments.join(" "));
}

#[test]
fn every_file_is_formatted() {
    cargo("fmt", &["fmt", "--all", "--check"]);
}

#[test]
fn no_lint_is_broken() {
    cargo("clippy", &["clippy", "--workspace", "--all-targets", "--quiet", "--", "-D", "warnings"]);
}

#[test]
fn the_theme_asks_nothing_of_other_hosts() {
    for entry in walkdir::WalkDir::new(repository().join("themes")) {
        let entry = entry.expect("the theme can be read");
        if !entry.file_type().is_file() {
            continue;
        }
        let text =
            String::from_utf8_lossy(&std::fs::read(entry.path()).expect("the file can be read")).into_owned();
        // Neither the name of SVG's namespace nor a link that a reader may press is fetched.
        let mut text = text.replace("http://www.w3.org/2000/svg", "");
        for pressed in ["<a href=\"https://", "a[href^=\"http\"]"] {
            text = text.replace(pressed, "");
        }
        for fetched in ["http://", "https://", "=\"//", "url(//", "@import"] {
            assert!(!text.contains(fetched), "{} holds {fetched}", entry.path().display());
        }
    }
}
