//! What an editor, a librarian and a safety reviewer would say of a site before it is published.
//!
//! In: the linked site, with the facts that the one parse gathered. Out: findings. Each page is looked at by itself, all
//! at once; what concerns several pages comes after. `[checks]` in `site.toml` sets how much each rule matters.

mod acronyms;
mod exceptions;
mod health;
mod language;
mod levels;
mod readability;
mod reading;
mod reporter;
mod scope;
mod scorecard;
mod structure;
mod text;
mod vocabulary;

use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::authored;
use crate::config::Checks;
use crate::findings::{Finding, Place, closest, codes};
use crate::link::Site;
use crate::parse::markdown::Facts;
use crate::parse::page::Page;
use crate::read::History;
use health::Numbers;

pub(crate) use exceptions::{Exception, excepted_by_request, of_site as exceptions_of};
pub(crate) use levels::severity;
pub use readability::{Score, table as readability_table};
pub(crate) use reading::Reading;
pub(crate) use reporter::Reporter;
pub use scope::{Scope, Wanted};
pub use scorecard::scorecard;
pub(crate) use vocabulary::{Vocabularies, Vocabulary};

/// What every rule may ask.
pub(crate) struct Context<'a> {
    pub(crate) site: &'a Site,
    pub(crate) wanted: &'a Wanted,
    pub(crate) today: Date,
    pub(crate) numbers: Numbers,
    vocabularies: Vocabularies,
    /// The source paths of the pages with all crisis lines.
    help_pages: Vec<&'a str>,
}

impl<'a> Context<'a> {
    /// What the rules may ask of a site.
    pub(crate) fn of(site: &'a Site, wanted: &'a Wanted, today: Date) -> Context<'a> {
        let pages = site.parsed.pages.iter();
        let help_pages = pages.filter(|page| page.front.template.as_deref() == Some("help-now.html"));
        Context {
            site,
            wanted,
            today,
            numbers: Numbers::of(&site.parsed.config),
            vocabularies: Vocabularies::of(site),
            help_pages: help_pages.map(|page| page.path.as_str()).collect(),
        }
    }

    /// What is known of a page's language.
    pub(crate) fn vocabulary(&self, page: &Page) -> &Vocabulary {
        self.vocabularies.get(&page.language)
    }

    /// The original of a translation.
    pub(crate) fn original(&self, page: &Page) -> Option<&Page> {
        let default = self.site.languages.first()?;
        let is_translation = page.language != *default;
        self.site.by_path.get(&page.path).filter(|_| is_translation).and_then(|entries| {
            let entry = self.site.entries.get((*entries.first()?)?)?;
            self.site.page(entry).filter(|original| original.language == *default)
        })
    }

    /// Whether a link's destination is the page with all crisis lines.
    pub(crate) fn is_help_page(&self, page: &Page, dest: &str) -> bool {
        let name = dest.rsplit('/').next().unwrap_or("");
        let name = name
            .strip_suffix(".md")
            .map(|stem| stem.strip_suffix(&format!(".{}", page.language)).unwrap_or(stem));
        name.is_some_and(|stem| self.help_pages.iter().any(|path| path.ends_with(&format!("/{stem}.md"))))
    }
}

/// How many syllables a word has, in small letters: Spanish by its rules, any other language as English.
pub fn syllables(language: &str, word: &str) -> usize {
    match language {
        "es" => text::syllables::spanish(word),
        _ => text::syllables::english(word),
    }
}

/// Looks at a whole site.
pub fn check(site: &Site, wanted: &Wanted, today: Date, history: &History) -> Vec<Finding> {
    let config = &site.parsed.config;
    let is_looked_at = |page: &&Page| !page.faulty && (wanted.need_words() || !page.body.facts.is_empty());
    let pages: Vec<&Page> = site.parsed.pages.iter().filter(is_looked_at).collect();
    let mut findings = of_the_whole(site, wanted, history);
    if pages.is_empty() && !wanted.need_words() {
        // Nothing is left to look at, so that no list of words is made ready.
        return only_wanted(findings, wanted);
    }
    let context = Context::of(site, wanted, today);
    findings.par_extend(pages.par_iter().flat_map_iter(|page| check_page(page, &context)));
    for tool in &site.parsed.tools {
        let code = tool.language.as_deref().unwrap_or(&config.default_language);
        let texts = tool.prose.iter().map(|(_, body, _)| &body.facts);
        findings.extend(check_texts(&tool.file, code, texts, &context));
    }
    for glossary in &site.parsed.glossaries {
        let code = glossary.language.as_deref().unwrap_or(&config.default_language);
        let texts = glossary.terms.iter().map(|term| &term.body.facts);
        findings.extend(check_texts(&glossary.file, code, texts, &context));
    }
    let findings = exceptions::apply(findings, &exceptions::of_site(site), &config.checks);
    only_wanted(findings, wanted)
}

/// A build tells what forbids publishing and nothing else: the rest was not looked at as a whole.
fn only_wanted(mut findings: Vec<Finding>, wanted: &Wanted) -> Vec<Finding> {
    if wanted.only_errors() {
        findings.retain(Finding::is_error);
    }
    findings
}

/// What several pages or files together are told.
fn of_the_whole(site: &Site, wanted: &Wanted, history: &History) -> Vec<Finding> {
    let checks = &site.parsed.config.checks;
    let mut findings = Vec::new();
    if wanted.has(&codes::SAME_TITLE) {
        findings.extend(structure::same_titles(site));
    }
    if wanted.has(&codes::ORPHAN) {
        findings.extend(structure::orphans(site));
    }
    if wanted.has(&codes::LARGE_IMAGE) {
        findings.extend(structure::large(site, checks));
    }
    if wanted.has(&codes::NO_TRANSLATION) {
        findings.extend(structure::missing(site));
    }
    if wanted.has(&codes::OLD_TRANSLATION) || wanted.has(&codes::UNMARKED_TRANSLATION) {
        findings.extend(structure::outdated(site, history));
    }
    if wanted.has(&codes::NEVER_REVIEWED) {
        findings.extend(health::never_reviewed(site).and_then(|mut finding| {
            finding.severity = levels::severity(checks, &codes::NEVER_REVIEWED, None)?;
            Some(finding)
        }));
    }
    findings
}

/// Looks at a page by itself. Exceptions are not made yet.
fn check_page(page: &Page, context: &Context<'_>) -> Vec<Finding> {
    let checks = &context.site.parsed.config.checks;
    let (vocabulary, wanted) = (context.vocabulary(page), context.wanted);
    let mut reporter = Reporter::new(&page.file, checks, &context.vocabularies.instruments);
    let front = reading::front_matter(page);
    let front: Vec<Reading<'_>> = front.iter().map(Reading::of).collect();
    let body: Vec<Reading<'_>> = page.body.facts.blocks.iter().map(Reading::of).collect();
    if wanted.any("FB04") {
        for reading in front.iter().chain(&body) {
            language::check(
                reading.block,
                &reading.words,
                &reading.sentences,
                &vocabulary.rules,
                &mut reporter,
            );
        }
        if page.language == "es" {
            language::one_register(&body, &mut reporter);
        }
    }
    if wanted.any("FB08") {
        readability::check(page, &body, checks, &mut reporter);
        acronyms::check(&front, &body, &page.body.facts, vocabulary, &mut reporter);
        structure::terms(page, &body, vocabulary, &mut reporter);
    }
    if wanted.any("FB09") {
        health::check(page, &front, &body, context, &mut reporter);
    }
    if wanted.any("FB10") {
        structure::check(page, &body, context, &mut reporter);
    }
    reporter.findings
}

/// Looks at the wording and the contacts of texts in data files.
fn check_texts<'a>(
    file: &Arc<str>,
    language: &str,
    texts: impl Iterator<Item = &'a Facts>,
    context: &Context<'_>,
) -> Vec<Finding> {
    let vocabulary = context.vocabularies.get(language);
    let checks = &context.site.parsed.config.checks;
    let mut reporter = Reporter::new(file, checks, &context.vocabularies.instruments);
    for facts in texts {
        if context.wanted.any("FB04") {
            for block in &facts.blocks {
                let reading = Reading::of(block);
                language::check(block, &reading.words, &reading.sentences, &vocabulary.rules, &mut reporter);
            }
        }
        if context.wanted.has(&codes::BAD_CONTACT) {
            structure::contacts(facts, &mut reporter);
        }
    }
    reporter.findings
}

/// What is wrong with the settings of the checks themselves, in the text of `site.toml`.
pub fn settings(checks: &Checks, file: &Arc<str>, text: &str) -> Vec<Finding> {
    let (_, faults) = language::Rules::of(checks.language.clone(), &[]);
    let own = |name: &str| checks.language.iter().any(|rule| rule.name == name);
    let code_or_group =
        |name: &str| levels::is_group(name) || (levels::is_rule(name) && codes::Code::find(name).is_some());
    let unknown: Vec<&String> = checks
        .rules
        .keys()
        // The built-in lists are read only for what is nothing else.
        .filter(|name| !code_or_group(name) && !own(name) && !vocabulary::built_in_names().contains(name))
        .collect();
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
    let names = rule_names();
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
