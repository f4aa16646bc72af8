//! What an editor, a librarian and a safety reviewer would say of a site before it is published.
//!
//! In: the linked site, with the facts that the one parse gathered. Out: findings. Each page is looked at by itself, all
//! at once; what concerns several pages comes after. `[checks]` in `site.toml` sets how much each rule matters.

mod acronyms;
mod ignore;
mod language;
mod levels;
mod readability;
mod reading;
mod reporter;
mod text;
mod vocabulary;

use std::sync::Arc;

use rayon::prelude::*;

use crate::authored;
use crate::config::Checks;
use crate::findings::{Finding, Place, closest, codes};
use crate::link::Site;
use crate::parse::markdown::Facts;
use crate::parse::page::Page;

pub use readability::{Score, table as readability_table};
pub(crate) use reading::Reading;
pub(crate) use reporter::Reporter;
pub(crate) use vocabulary::{Vocabularies, Vocabulary};

/// Looks at a whole site.
pub fn check(site: &Site) -> Vec<Finding> {
    let vocabularies = Vocabularies::of(site);
    let config = &site.parsed.config;
    let pages = site.parsed.pages.par_iter().filter(|page| !page.faulty);
    let mut findings: Vec<Finding> =
        pages.flat_map_iter(|page| check_page(page, site, &vocabularies)).collect();
    for tool in &site.parsed.tools {
        let code = tool.language.as_deref().unwrap_or(&config.default_language);
        let texts = tool.prose.iter().map(|(_, body, _)| &body.facts);
        findings.extend(check_texts(&tool.file, code, texts, site, &vocabularies));
    }
    for glossary in &site.parsed.glossaries {
        let code = glossary.language.as_deref().unwrap_or(&config.default_language);
        let texts = glossary.terms.iter().map(|term| &term.body.facts);
        findings.extend(check_texts(&glossary.file, code, texts, site, &vocabularies));
    }
    findings
}

fn check_page(page: &Page, site: &Site, vocabularies: &Vocabularies) -> Vec<Finding> {
    let checks = &site.parsed.config.checks;
    let vocabulary = vocabularies.get(&page.language);
    let mut reporter = Reporter::new(&page.file, checks, &vocabularies.instruments);
    let front = reading::front_matter(page);
    let front: Vec<Reading<'_>> = front.iter().map(Reading::of).collect();
    let body: Vec<Reading<'_>> = page.body.facts.blocks.iter().map(Reading::of).collect();
    for reading in front.iter().chain(&body) {
        language::check(reading.block, &reading.words, &reading.sentences, &vocabulary.rules, &mut reporter);
    }
    if page.language == "es" {
        language::one_register(&body, &mut reporter);
    }
    readability::check(page, &body, checks, &mut reporter);
    acronyms::check(&front, &body, &page.body.facts, vocabulary, &mut reporter);
    let findings = std::mem::take(&mut reporter.findings);
    ignore::apply(findings, &page.body.facts, &mut reporter);
    reporter.findings
}

/// Looks at the wording of texts in data files.
fn check_texts<'a>(
    file: &Arc<str>,
    language: &str,
    texts: impl Iterator<Item = &'a Facts>,
    site: &Site,
    vocabularies: &Vocabularies,
) -> Vec<Finding> {
    let vocabulary = vocabularies.get(language);
    let mut reporter = Reporter::new(file, &site.parsed.config.checks, &vocabularies.instruments);
    let mut all = Vec::new();
    for facts in texts {
        for block in &facts.blocks {
            let reading = Reading::of(block);
            language::check(block, &reading.words, &reading.sentences, &vocabulary.rules, &mut reporter);
        }
        let findings = std::mem::take(&mut reporter.findings);
        ignore::apply(findings, facts, &mut reporter);
        all.append(&mut reporter.findings);
    }
    all
}

/// What is wrong with the settings of the checks themselves, in the text of `site.toml`.
pub fn settings(checks: &Checks, file: &Arc<str>, text: &str) -> Vec<Finding> {
    let (_, faults) = language::Rules::of(checks.language.clone(), &[]);
    let names = rule_names();
    let own = |name: &str| checks.language.iter().any(|rule| rule.name == name);
    let unknown: Vec<&String> =
        checks.rules.keys().filter(|name| !names.contains(&name.as_str()) && !own(name)).collect();
    if faults.is_empty() && unknown.is_empty() {
        return Vec::new();
    }
    // The places are needed for faults alone.
    let (node, _) = authored::parse_toml(file, text, 0);
    let at = |pointer: String| Place::at(file, node.nearest(&pointer).range.clone());
    let unreadable = faults.into_iter().map(|(index, reason)| {
        let place = at(format!("/checks/language/{index}"));
        Finding::new(
            &codes::BAD_WORDING_RULE,
            place,
            reason,
            "Write words in small letters with spaces between.",
        )
    });
    let unknown = unknown.into_iter().map(|name| {
        let mend = match closest(name, names.iter().copied()) {
            Some(close) => format!("Did you mean `{close}`?"),
            None => "Write the code, as in `FB0406 = \"error\"`, or a group.".to_owned(),
        };
        let message = format!("There is no rule `{name}`.");
        Finding::new(&codes::UNKNOWN_RULE, at(format!("/checks/rules/{name}")), message, mend)
    });
    unreadable.chain(unknown).collect()
}

/// All names by which `[checks.rules]` can name a rule.
fn rule_names() -> Vec<&'static str> {
    let groups = levels::GROUPS.iter().map(|(group, _)| *group);
    let codes = codes::ALL.iter().map(|code| code.id).filter(|id| levels::is_rule(id));
    groups.chain(codes).chain(vocabulary::built_in_names().iter().map(String::as_str)).collect()
}
