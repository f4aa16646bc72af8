//! `footbridge schema`.

use std::path::Path;

use serde_json::{Value, json};

use super::output::data;
use super::{SchemaOf, today};
use crate::config::Config;
use crate::findings::json::Report;
use crate::parse::evidence::EvidenceFile;
use crate::parse::front_matter::FrontMatter;
use crate::parse::glossary::GlossaryFile;

/// Prints a JSON Schema. That of front matter knows the taxonomies of the site in `root`, if there is one.
pub(super) fn run(what: SchemaOf, root: &Path) -> u8 {
    let mut schema = match what {
        SchemaOf::Site => schemars::schema_for!(Config),
        SchemaOf::FrontMatter => schemars::schema_for!(FrontMatter),
        SchemaOf::Tool => schemars::schema_for!(footbridge_model::Tool),
        SchemaOf::Translation => schemars::schema_for!(AnyTranslation),
        SchemaOf::Evidence => schemars::schema_for!(EvidenceFile),
        SchemaOf::Glossary => schemars::schema_for!(GlossaryFile),
        SchemaOf::Findings => schemars::schema_for!(Report<'_>),
    };
    if let (SchemaOf::FrontMatter, Some(keys)) =
        (what, schema.get_mut("properties").and_then(Value::as_object_mut))
    {
        for name in taxonomies(root) {
            keys.insert(name, json!({ "type": "array", "items": { "type": "string" } }));
        }
    }
    data(&serde_json::to_string_pretty(&schema).unwrap_or_default());
    0
}

/// A translation of a tool of any kind. It need not name its kind, so that of its original decides.
#[derive(schemars::JsonSchema)]
#[serde(untagged)]
#[expect(dead_code, clippy::large_enum_variant, reason = "only its schema is of use")]
enum AnyTranslation {
    /// The texts of a questionnaire.
    Questionnaire(footbridge_model::Translation),
    /// The texts of a plan.
    Plan(footbridge_model::PlanTranslation),
    /// The texts of a checklist.
    Checklist(footbridge_model::ChecklistTexts),
}

/// The names of a site's taxonomies; none without sound settings.
fn taxonomies(root: &Path) -> Vec<String> {
    let Ok(source) = crate::read::read_text(root, "site.toml") else { return Vec::new() };
    let (config, _) = Config::read(&source.file, &source.text, today());
    config.map(|config| config.taxonomies.into_keys().collect()).unwrap_or_default()
}
