//! The vectors of every instrument in the browser; `tests/cli/vectors.rs` has the same by the program. SA-3.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::person::Person;
use crate::site;

#[path = "../vectors.rs"]
pub(crate) mod table;

/// Answers in the page and asks for the result, as by hand: each field is chosen and says that it has changed.
/// Gives the main score, its band, and what is missing.
const WALK: &str = "(answers => {
    const tool = document.querySelector('section[data-tool]');
    tool.querySelector('[data-action=again]').click();
    for (const [item, value] of Object.entries(answers)) {
        const field = tool.querySelector(`[data-item='${item}'] input[value='${value}']`);
        field.click();
    }
    tool.querySelector('[data-action=result]').click();
    const score = tool.querySelector('[data-result] [data-score=total]');
    const missing = [...tool.querySelectorAll('[data-error-line]:not([hidden])')].map(line => line.dataset.errorLine);
    return [score?.dataset.value ?? null, score?.dataset.band ?? null, missing];
})";

#[test]
fn every_vector_comes_to_the_same_in_the_browser() {
    let server = site::serve();
    let mut tools: BTreeMap<&str, Vec<table::Vector>> = BTreeMap::new();
    for vector in table::all() {
        tools.entry(vector.id()).or_default().push(vector);
    }
    assert_eq!(tools.len(), 12);
    for (tool, vectors) in tools {
        let person = Person::opens(&server, tool);
        for vector in vectors {
            let answers = Value::Object(vector.answers.clone());
            let found = person.page.eval(&format!("{WALK}({answers})"));
            let value = vector.value.map(|value| value.to_string());
            assert_eq!(found, json!([value, vector.band, vector.missing]), "{tool} with {answers}");
        }
    }
}
