//! From a FHIR Questionnaire to a definition.

mod conditions;
mod finish;
mod head;
mod ids;
mod items;
mod lists;
mod options;
mod scores;
mod totals;
mod translations;
pub(super) mod tree;

use std::sync::Arc;

use footbridge_model::Questionnaire;

use super::json;
use super::node::At;
use super::report::Report;
use super::write;
use crate::findings::{Finding, codes};
use lists::Lists;
use tree::Tree;

/// What an import gives.
#[derive(Debug, Default)]
pub struct Imported {
    /// The definition; nothing if the file is refused.
    pub questionnaire: Option<Questionnaire>,
    /// The definition as TOML.
    pub toml: Option<String>,
    /// The other languages of the file, each with its texts as TOML.
    pub translations: Vec<(String, String)>,
    /// What was refused, left out or changed.
    pub findings: Vec<Finding>,
}

/// Imports a file. `today` is the day of the import, as year-month-day.
pub fn import(file: &Arc<str>, text: &str, today: &str) -> Imported {
    let mut report = Report::new(file);
    let node = match json::parse(file, text) {
        Ok(node) => node,
        Err(finding) => return Imported { findings: vec![finding], ..Imported::default() },
    };
    let made = whole(&At { node: &node, path: String::new() }, &mut report, today);
    let mut imported = Imported::default();
    if !report.failed()
        && let Some((questionnaire, translations)) = made
    {
        imported.toml = Some(write::questionnaire(&questionnaire));
        imported.translations = translations
            .iter()
            .map(|(language, texts)| (language.clone(), write::translation(texts)))
            .collect();
        imported.questionnaire = Some(questionnaire);
    }
    imported.findings = report.finish();
    imported
}

type Made = (Questionnaire, Vec<(String, footbridge_model::Translation)>);

fn whole(file: &At<'_>, report: &mut Report<'_>, today: &str) -> Option<Made> {
    let (root, resources) = head::find(file, report)?;
    head::check(&root, report);
    let lists = Lists::of(&root, &resources);
    let mut tree = Tree::of(&root, &lists, report)?;
    if report.failed() {
        return None;
    }
    ids::assign(&mut tree);
    totals::find(&mut tree, report);
    tree::unknown_elements(&root, &tree, report);
    items::convert(&mut tree, report);
    conditions::convert(&mut tree, report);
    if report.failed() {
        return None;
    }
    let mut questionnaire = head::questionnaire(&root, report, today);
    questionnaire.items = items::collect(&tree);
    options::share(&mut questionnaire);
    if questionnaire.items.iter().all(|item| !item.takes_an_answer()) {
        report.add(&codes::FHIR_RESOURCE, &root, "It asks no question that readers can answer.", "");
        return None;
    }
    scores::convert(&root, &tree, &mut questionnaire, report);
    finish::stem(&mut questionnaire);
    finish::check(&root, &tree, &mut questionnaire, report);
    let translations = translations::of(&root, &tree, &questionnaire, report);
    Some((questionnaire, translations))
}
