//! Wrong usage ends with 2, findings with 1, and messages go where they belong.

use crate::site::{Site, program};

#[test]
fn wrong_usage_ends_with_two() {
    let status =
        |arguments: &[&str]| program().args(arguments).output().expect("the program runs").status.code();
    assert_eq!(status(&["bild"]), Some(2));
    assert_eq!(status(&["build", "--nonsense"]), Some(2));
    assert_eq!(status(&["build", "--base-url", "example.org"]), Some(2));
    assert_eq!(status(&["explain", "FB9999"]), Some(2));
    assert_eq!(status(&["--help"]), Some(0));
}

#[test]
fn a_folder_without_settings_is_a_finding() {
    let empty = tempfile::tempdir().expect("a temporary folder");
    let output = program().arg("build").current_dir(empty.path()).output().expect("the program runs");
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("FB0201") && said.contains("--root"), "{said}");
}

#[test]
fn a_build_ends_with_one_line_and_quiet_says_nothing() {
    let site = Site::new();
    let run = site.build();
    assert_eq!(run.stderr.lines().count(), 1, "{}", run.stderr);
    assert!(run.stderr.starts_with("made ") && run.stderr.contains(" pages ("), "{}", run.stderr);
    assert!(run.stdout.is_empty());
    assert_eq!(site.run(&["build", "--quiet"]).stderr, "");
}

#[test]
fn every_code_explains_itself() {
    for code in footbridge::findings::codes::ALL.iter().map(|code| code.id) {
        let output = program().args(["explain", code]).output().expect("the program runs");
        assert_eq!(output.status.code(), Some(0), "{code}");
        assert!(output.stdout.len() > 60, "{code} says more than its title");
    }
}

#[test]
fn schemas_are_valid_json_with_descriptions() {
    for what in ["site", "front-matter", "tool", "glossary"] {
        let output = program().args(["schema", what]).output().expect("the program runs");
        let schema: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
        assert!(schema.to_string().contains("description"), "{what}");
    }
}
