//! Hand-written data against a type: every fault at once, in its place.

use std::collections::BTreeMap;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Shape, from_node, from_toml, parse_yaml};

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Meal {
    /// What it is called.
    name: String,
    /// How many it feeds.
    people: u8,
    #[serde(default)]
    kind: Option<Kind>,
    #[serde(default)]
    parts: Vec<Part>,
    #[serde(default)]
    names: BTreeMap<String, String>,
}

#[derive(Debug, Deserialize, JsonSchema, PartialEq)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    /// In the morning.
    Breakfast,
    /// In the evening.
    Supper,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Part {
    grams: i64,
}

/// Each finding as code, the words it points at, message and mend.
fn faults_of_toml(text: &str) -> String {
    let file: Arc<str> = "meal.toml".into();
    let (_, _, findings) = from_toml::<Meal>(&file, text, &Shape::of::<Meal>(), "a meal");
    describe(text, &findings)
}

fn faults_of_yaml(text: &str) -> String {
    let file: Arc<str> = "meal.yaml".into();
    let (node, mut findings) = parse_yaml(&file, text, 0);
    findings.extend(from_node::<Meal>(&node, &Shape::of::<Meal>(), &file, "a meal").1);
    describe(text, &findings)
}

fn describe(text: &str, findings: &[crate::findings::Finding]) -> String {
    let line = |finding: &crate::findings::Finding| {
        let words = finding.place.range.map(|range| &text[range.start..range.end]).unwrap_or("");
        format!("{} `{words}` {} | {}\n", finding.code, finding.message, finding.mend)
    };
    findings.iter().map(line).collect()
}

#[test]
fn a_sound_value_is_read() {
    let file: Arc<str> = "meal.toml".into();
    let text = "name = 'Soup'\npeople = 4\nkind = 'supper'\n[[parts]]\ngrams = 20\n[names]\nes = 'Sopa'\n";
    let (meal, _, findings) = from_toml::<Meal>(&file, text, &Shape::of::<Meal>(), "a meal");
    assert!(findings.is_empty());
    let meal = meal.expect("a meal");
    assert_eq!((meal.name.as_str(), meal.people, meal.kind), ("Soup", 4, Some(Kind::Supper)));
    assert_eq!((meal.parts[0].grams, meal.names["es"].as_str()), (20, "Sopa"));
}

#[test]
fn all_faults_of_a_toml_file_at_once() {
    insta::assert_snapshot!(faults_of_toml(
        "nam = 'Soup'\npeople = 300\nkind = 'super'\nparts = [{ gramms = 1 }, { grams = 'x' }]\nnames = { en = 1 }\n"
    ));
}

#[test]
fn syntax_errors_hide_only_what_they_must() {
    insta::assert_snapshot!(faults_of_toml("name = Soup\npeopel = 4\n"));
}

#[test]
fn places_in_yaml_count_letters_beyond_ascii() {
    insta::assert_snapshot!(faults_of_yaml(
        "name: Süppchen — heiß\npeople: viele\nparts:\n  - grams: 1\n    graß: 2\n"
    ));
}

#[test]
fn yaml_that_cannot_be_read_names_its_line() {
    insta::assert_snapshot!(faults_of_yaml("name: Soup\n  people: 4\n"));
}
