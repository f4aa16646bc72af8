//! `footbridge schema`.

use super::SchemaOf;
use crate::config::Config;
use crate::parse::front_matter::FrontMatter;
use crate::parse::glossary::GlossaryFile;

/// Prints a JSON Schema.
pub(super) fn run(what: SchemaOf) -> u8 {
    let schema = match what {
        SchemaOf::Site => schemars::schema_for!(Config),
        SchemaOf::FrontMatter => schemars::schema_for!(FrontMatter),
        SchemaOf::Tool => schemars::schema_for!(footbridge_model::Tool),
        SchemaOf::Translation => schemars::schema_for!(footbridge_model::Translation),
        SchemaOf::Glossary => schemars::schema_for!(GlossaryFile),
    };
    println!("{}", serde_json::to_string_pretty(&schema).unwrap_or_default());
    0
}
