//! The same nine questions with SurveyJS, set up as its own guide for plain HTML pages says: its core, its renderer,
//! its style, and the questions as JSON.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use crate::{Candidate, Part};

/// The version that is fetched, of the core and of the renderer.
const VERSION: &str = "2.5.38";

/// What the page loads.
const FILES: &[&str] = &[
    "survey-core/survey-core.min.css",
    "survey-core/survey.core.min.js",
    "survey-js-ui/survey-js-ui.min.js",
];

/// Fetches SurveyJS, once, and writes the page.
pub(super) fn page(scratch: &Path) -> Result<Candidate, String> {
    let folder = scratch.join(format!("surveyjs-{VERSION}"));
    if !FILES.iter().all(|file| folder.join("node_modules").join(file).is_file()) {
        install(&folder)?;
    }
    let html = html(&questions()?);
    fs::write(folder.join("index.html"), &html).map_err(|error| error.to_string())?;
    let mut parts =
        vec![Part { name: "the page with the questions as JSON".to_owned(), bytes: html.into_bytes() }];
    for file in FILES {
        let bytes = fs::read(folder.join("node_modules").join(file)).map_err(|error| error.to_string())?;
        parts.push(Part { name: (*file).to_owned(), bytes });
    }
    let ready = "document.querySelectorAll('input[type=radio]').length >= 36";
    Ok(Candidate { name: "SurveyJS", folder, path: "/", parts, ready })
}

fn install(folder: &Path) -> Result<(), String> {
    fs::create_dir_all(folder).map_err(|error| error.to_string())?;
    eprintln!("fetching SurveyJS {VERSION} with npm, once");
    let mut command = Command::new("npm");
    command
        .args(["install", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix"])
        .arg(folder);
    command.args(["survey-core", "survey-js-ui"].map(|name| format!("{name}@{VERSION}")));
    let done = command.stdin(Stdio::null()).output();
    let done = done
        .map_err(|error| format!("npm cannot be run: {error}. On Debian or Ubuntu: apt-get install npm"))?;
    if done.status.success() {
        return Ok(());
    }
    Err(format!("npm could not fetch SurveyJS:\n{}", String::from_utf8_lossy(&done.stderr)))
}

/// The nine questions of our own definition, as SurveyJS writes them.
fn questions() -> Result<Value, String> {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../content/tools/phq-9.toml");
    let text = fs::read_to_string(file).map_err(|error| error.to_string())?;
    let form: toml::Value = toml::from_str(&text).map_err(|error| error.to_string())?;
    let words = |value: &toml::Value, key: &str| value[key].as_str().unwrap_or_default().to_owned();
    let list = |key: &str| form[key].as_array().cloned().unwrap_or_default();
    let choices: Vec<Value> = list("options")
        .iter()
        .map(|option| json!({ "value": option["value"].as_integer(), "text": words(option, "label") }))
        .collect();
    let elements: Vec<Value> = list("items")
        .iter()
        .take(9)
        .map(|item| {
            json!({ "type": "radiogroup", "name": words(item, "id"), "title": words(item, "text"),
                "isRequired": true, "choices": choices })
        })
        .collect();
    Ok(json!({ "title": words(&form, "title"), "description": words(&form, "stem"), "elements": elements }))
}

fn html(questions: &Value) -> String {
    let [style, core, renderer] = [0, 1, 2].map(|place| format!("node_modules/{}", FILES[place]));
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>PHQ-9</title>\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><link rel=\"icon\" href=\"data:,\">\
         <link rel=\"stylesheet\" href=\"{style}\"><script src=\"{core}\"></script><script src=\"{renderer}\"></script>\
         </head><body><div id=\"form\"></div><script>new Survey.Model({questions})\
         .render(document.getElementById('form'));</script></body></html>\n"
    )
}
