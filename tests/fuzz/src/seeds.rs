//! What the mutations begin with: the forms of the tests and the tools of the site.

use std::path::Path;

use footbridge::fhir::{About, export};
use footbridge_model::Tool;
use serde_json::Value;

/// All beginnings.
#[derive(Debug, Default)]
pub struct Seeds {
    /// FHIR Questionnaires as text.
    pub forms: Vec<String>,
    /// The same as trees.
    pub trees: Vec<Value>,
    /// Definitions in TOML.
    pub definitions: Vec<String>,
    /// Compact rules.
    pub rules: Vec<Vec<u8>>,
}

impl Seeds {
    /// Reads the repository that this program was built from.
    pub fn of_repository() -> Seeds {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let mut seeds = Seeds::default();
        seeds.gather(&root.join("tests/cli/fixtures/fhir"));
        seeds.gather(&root.join("content/tools"));
        for text in seeds.definitions.clone() {
            let questionnaire = match toml::from_str::<Tool>(&text) {
                Ok(Tool::Questionnaire(questionnaire)) => questionnaire,
                Ok(Tool::Plan(plan)) => {
                    seeds.rules.push(plan.rules().to_bytes());
                    continue;
                }
                _ => continue,
            };
            seeds.rules.push(questionnaire.rules().to_bytes());
            let exported = export(About { id: "seed", ..About::default() }, &questionnaire, &[]);
            seeds.forms.push(exported.json());
            seeds.trees.push(exported.resource);
        }
        seeds
    }

    fn gather(&mut self, folder: &Path) {
        let mut paths: Vec<_> = std::fs::read_dir(folder)
            .into_iter()
            .flatten()
            .filter_map(|entry| Some(entry.ok()?.path()))
            .collect();
        paths.sort();
        for path in paths {
            if path.is_dir() {
                self.gather(&path);
            }
            let Ok(text) = std::fs::read_to_string(&path) else { continue };
            match path.extension().and_then(|ending| ending.to_str()) {
                Some("toml") => self.definitions.push(text),
                Some("json") => {
                    self.trees.extend(serde_json::from_str::<Value>(&text));
                    self.forms.push(text);
                }
                _ => {}
            }
        }
    }
}
