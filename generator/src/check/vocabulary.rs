//! What the checks know of each language of a site, made ready once.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use footbridge_model::Tool;

use super::language::{self, Finder, Lists, Phrase, Rules};
use crate::link::Site;
use crate::parse::glossary::Glossary;

/// One language: its lists and rules.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    pub(crate) lists: Lists,
    pub(crate) rules: Rules,
    pub(crate) known_acronyms: HashSet<String>,
    pub(crate) about_suicide: Finder,
    pub(crate) by_colour: Finder,
    pub(crate) artefacts: Finder,
    pub(crate) amounts: Finder,
    pub(crate) passive: Finder,
    pub(crate) unknowns: Finder,
    /// The terms of the glossary, each owned by the index of its id.
    pub(crate) terms: Finder,
    pub(crate) term_ids: Vec<String>,
}

/// All languages of a site, and the wording of its instruments.
#[derive(Debug)]
pub(crate) struct Vocabularies {
    by_code: HashMap<String, Vocabulary>,
    none: Vocabulary,
    /// Stems and questions of the site's tools.
    pub(crate) instruments: Vec<String>,
}

impl Vocabularies {
    pub(crate) fn of(site: &Site) -> Vocabularies {
        let by_code = site.languages.iter().map(|code| (code.clone(), Vocabulary::of(code, site))).collect();
        let instruments =
            site.parsed.tools.iter().flat_map(|tool| fixed_wording(&tool.tool)).map(str::to_owned);
        Vocabularies { by_code, none: Vocabulary::default(), instruments: instruments.collect() }
    }

    /// What is known of a language; nothing of one that Footbridge has no lists for.
    pub(crate) fn get(&self, language: &str) -> &Vocabulary {
        self.by_code.get(language).unwrap_or(&self.none)
    }
}

impl Vocabulary {
    fn of(language: &str, site: &Site) -> Vocabulary {
        let checks = &site.parsed.config.checks;
        let mut lists = language::built_in(language);
        let mut rules = std::mem::take(&mut lists.rules);
        let fits =
            |rule: &&crate::config::WordingRule| rule.language.as_deref().is_none_or(|code| code == language);
        rules.extend(checks.language.iter().filter(fits).cloned());
        // Faults of the site's own rules were told with its settings.
        let (rules, _) = Rules::of(rules, &lists.after_a_noun);
        let known = lists.known_acronyms.iter().chain(&checks.known_acronyms).cloned().collect();
        let glossaries = &site.parsed.glossaries;
        let is_own = |glossary: &&Glossary| match &glossary.language {
            Some(code) => code == language,
            None => language == site.parsed.config.default_language,
        };
        let (mut terms, mut term_ids) = (Finder::default(), Vec::new());
        for term in glossaries.iter().filter(is_own).flat_map(|glossary| &glossary.terms) {
            for name in [&term.term].into_iter().chain(&term.also) {
                for phrase in phrases_of(name) {
                    terms.add(phrase, term_ids.len());
                }
            }
            term_ids.push(term.id.clone());
        }
        Vocabulary {
            rules,
            known_acronyms: known,
            about_suicide: finder(&lists.about_suicide),
            by_colour: finder(&lists.by_colour),
            artefacts: finder(&lists.artefacts),
            amounts: finder(&lists.amounts),
            passive: finder(&lists.passive),
            unknowns: finder(&lists.unknowns),
            terms,
            term_ids,
            lists,
        }
    }
}

/// The name of a term as phrases, without what stands in brackets.
fn phrases_of(name: &str) -> Vec<Phrase> {
    let name = name.split('(').next().unwrap_or("").replace(|c: char| !c.is_alphanumeric() && c != '’', " ");
    Phrase::read(&name).unwrap_or_default()
}

/// Finds any of some built-in phrases.
fn finder(phrases: &[String]) -> Finder {
    // A test reads every built-in phrase.
    language::finder(phrases).unwrap_or_default()
}

/// The names of the built-in wording rules.
pub(crate) fn built_in_names() -> &'static [String] {
    static NAMES: LazyLock<Vec<String>> = LazyLock::new(|| {
        let rules = ["en", "es"].into_iter().flat_map(|code| language::built_in(code).rules);
        rules.map(|rule| rule.name).collect()
    });
    &NAMES
}

/// The words of a tool that are its instrument's own and are never changed.
fn fixed_wording(tool: &Tool) -> Vec<&str> {
    match tool {
        Tool::Questionnaire(form) => {
            form.stem.as_deref().into_iter().chain(form.items.iter().map(|item| item.text.as_str())).collect()
        }
        #[allow(
            unreachable_patterns,
            reason = "kinds other than questionnaires have no wording of somebody else"
        )]
        _ => Vec::new(),
    }
}
