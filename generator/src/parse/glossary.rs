//! The glossary: one file a language, `content/glossary.toml` and `content/glossary.es.toml`.

use std::sync::Arc;

use schemars::JsonSchema;
use serde::Deserialize;

use super::markdown::{self, Body, Origin};
use crate::authored::{self, Shape};
use crate::findings::{Finding, Place, codes};
use crate::read::Source;

/// A glossary as it is written.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GlossaryFile {
    /// The terms: `[[terms]]`.
    #[serde(default)]
    terms: Vec<TermEntry>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct TermEntry {
    /// What links name: "expressed-emotion".
    id: String,
    /// The term as readers see it.
    term: String,
    /// One to three short sentences in Markdown.
    text: String,
    /// Other words for the same.
    #[serde(default)]
    also: Vec<String>,
}

/// One explained term.
#[derive(Debug)]
pub struct Term {
    /// What links name.
    pub id: String,
    /// The term.
    pub term: String,
    /// Its explanation.
    pub body: Body,
    /// Other words for it.
    pub also: Vec<String>,
}

/// The glossary of one language.
#[derive(Debug)]
pub struct Glossary {
    /// The file.
    pub file: Arc<str>,
    /// The language, if the file names one.
    pub language: Option<String>,
    /// The terms in the order of the alphabet.
    pub terms: Vec<Term>,
}

/// Reads a glossary.
pub fn read(source: &Source) -> (Option<Glossary>, Vec<Finding>) {
    let file = &source.file;
    let shape = Shape::of::<GlossaryFile>();
    let (entries, node, mut findings) =
        authored::from_toml::<GlossaryFile>(file, &source.text, &shape, "the glossary");
    let Some(entries) = entries else { return (None, findings) };
    let mut terms: Vec<Term> = Vec::with_capacity(entries.terms.len());
    for (index, entry) in entries.terms.into_iter().enumerate() {
        if terms.iter().any(|term| term.id == entry.id) {
            findings.push(Finding::new(
                &codes::SAME_TERM,
                Place::at(file, node.nearest(&format!("/terms/{index}/id")).range.clone()),
                format!("Another term has the id `{}` already.", entry.id),
                "Give one of the two another id.",
            ));
            continue;
        }
        let range = node.nearest(&format!("/terms/{index}/text")).range.clone();
        let offset = range.start + source.text[range].find(&entry.text).unwrap_or_default();
        let prefix = format!("{}-", entry.id);
        let (body, more) =
            markdown::body(&entry.text, &Origin { file, offset, prefix: &prefix, facts: true });
        findings.extend(more);
        terms.push(Term { id: entry.id, term: entry.term, body, also: entry.also });
    }
    terms.sort_by_cached_key(|term| (term.term.to_lowercase(), term.id.clone()));
    let stem = file.trim_end_matches(".toml");
    let language =
        stem.rsplit('/').next().and_then(|name| name.split_once('.')).map(|(_, code)| code.to_owned());
    (Some(Glossary { file: file.clone(), language, terms }), findings)
}
