//! Interchange of definitions with clinical software: FHIR Questionnaires in and out. See `docs/fhir.md`.
//!
//! Only the command line uses this; none of it reaches the browser. Nothing is ever fetched, and what is not
//! understood is named with its path instead of being dropped in silence.

mod export;
mod import;
mod json;
mod known;
mod node;
mod path;
mod report;
mod write;

pub use export::{About, Exported, export};
pub use import::{Imported, import};
