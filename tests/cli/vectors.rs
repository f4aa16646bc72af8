//! The vectors of every instrument by the program; `tests/web/vectors.rs` has the same in the browser.

use std::collections::BTreeSet;
use std::fs;

use serde_json::{Value, json};

use crate::score::score;
use crate::site::repository;

#[path = "../vectors.rs"]
pub(crate) mod table;

/// Scores the answers and compares what they come to.
fn holds(vector: &table::Vector) {
    let (status, scored, said) = score(vector.tool, &Value::Object(vector.answers.clone()));
    assert_eq!(status, 0, "{}: {said}", vector.tool);
    assert_eq!(scored["tool"], vector.id());
    let scores = scored["scores"].as_array().expect("the scores");
    let total = scores.iter().find(|score| score["id"] == "total").expect("the main score");
    let told = (&total["value"], &total["band"], &scored["missing"]);
    let expected = (&json!(vector.value), &json!(vector.band), &json!(vector.missing));
    assert_eq!(told, expected, "{} with {:?}", vector.id(), vector.answers);
}

#[test]
fn every_vector_comes_to_what_it_says() {
    table::all().iter().for_each(holds);
}

#[test]
fn every_total_falls_into_its_published_band() {
    for form in table::FORMS {
        for (from, to, band) in form.bands {
            let steps = usize::try_from(form.multiply).expect("a small number");
            (*from..=*to).step_by(steps).for_each(|total| holds(&form.vector(total, band)));
        }
    }
}

#[test]
fn no_total_without_any_two_answers() {
    // Longer forms have the same rule, and more pairs than are worth the time.
    for form in table::FORMS.iter().filter(|form| form.items.len() <= 9) {
        for (place, first) in form.items.iter().enumerate() {
            for second in &form.items[place + 1..] {
                holds(&form.without(&[first, second]));
            }
        }
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
