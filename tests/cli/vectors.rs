//! The vectors of every instrument by the program; `tests/web/vectors.rs` has the same in the browser.

use std::collections::BTreeSet;
use std::fs;

use serde_json::{Value, json};

use crate::score::score;
use crate::site::repository;

#[path = "../vectors.rs"]
mod table;

#[test]
fn every_vector_comes_to_what_it_says() {
    for vector in table::all() {
        let (status, scored, said) = score(vector.tool, &Value::Object(vector.answers.clone()));
        assert_eq!(status, 0, "{}: {said}", vector.tool);
        let scores = scored["scores"].as_array().expect("the scores");
        let total = scores.iter().find(|score| score["id"] == "total").expect("the main score");
        let told = (&total["value"], &total["band"], &scored["missing"]);
        let expected = (&json!(vector.value), &json!(vector.band), &json!(vector.missing));
        assert_eq!(told, expected, "{} with {:?}", vector.id(), vector.answers);
    }
}

#[test]
fn no_questionnaire_of_the_site_is_without_vectors() {
    let tools = repository().join("content/tools");
    let covered: BTreeSet<&str> = table::all().iter().map(|vector| vector.tool).collect();
    for folder in ["", "non-commercial/"] {
        for entry in fs::read_dir(tools.join(folder)).expect("the folder") {
            let name = entry.expect("an entry").file_name().to_string_lossy().into_owned();
            let Some(stem) = name.strip_suffix(".toml").filter(|stem| !stem.contains('.')) else { continue };
            let text = fs::read_to_string(tools.join(folder).join(&name)).expect("the file");
            let is_questionnaire = text.contains("kind = \"questionnaire\"");
            assert!(!is_questionnaire || covered.contains(format!("{folder}{stem}").as_str()), "{name}");
        }
    }
}
