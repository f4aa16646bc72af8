//! The lists of wording as rules that are ready to use.

use std::collections::HashMap;
use std::ops::Range;

use serde::Deserialize;

use super::{Finder, Phrase};
use crate::check::text::{Gap, Words};
use crate::config::WordingRule;
use crate::findings::{Code, codes};

/// One language's lists, as written in its file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Lists {
    /// Words after which a noun phrase has ended: "a schizophrenic is …".
    pub(crate) after_a_noun: Vec<String>,
    /// Words in capitals that everybody knows, or that are no acronyms.
    pub(crate) known_acronyms: Vec<String>,
    /// Acronyms that stand for more than one thing in this field, with both.
    pub(crate) ambiguous_acronyms: HashMap<String, String>,
    /// Words in which a page speaks of suicide or self-harm.
    pub(crate) about_suicide: Vec<String>,
    /// Link words that say nothing of where the link leads.
    pub(crate) vague_links: Vec<String>,
    /// Text alternatives that say nothing.
    pub(crate) vague_alts: Vec<String>,
    /// Phrases that tell something by colour alone.
    pub(crate) by_colour: Vec<String>,
    /// What copying from a website leaves behind.
    pub(crate) artefacts: Vec<String>,
    /// Amounts written as words: "one in four".
    pub(crate) amounts: Vec<String>,
    /// Words that speak to the reader.
    pub(crate) to_the_reader: Vec<String>,
    /// Words that ask for an action at the start of a sentence.
    pub(crate) actions: Vec<String>,
    /// Forms of the verb that hide who does it.
    pub(crate) passive: Vec<String>,
    /// Ways to say what is not known.
    pub(crate) unknowns: Vec<String>,
    /// The rules.
    pub(crate) rules: Vec<WordingRule>,
}

/// The lists that Footbridge brings for a language.
pub(crate) fn built_in(language: &str) -> Lists {
    let text = match language {
        "en" => include_str!("en.toml"),
        "es" => include_str!("es.toml"),
        _ => return Lists::default(),
    };
    // A test reads both, so this cannot fail for readers.
    toml::from_str(text).unwrap_or_default()
}

/// A rule, ready to use.
#[derive(Debug)]
pub(crate) struct Compiled {
    pub(crate) rule: WordingRule,
    pub(crate) code: &'static Code,
    near: Finder,
    unless: Finder,
    unless_near: Finder,
}

/// All rules of a language.
#[derive(Debug, Default)]
pub(crate) struct Rules {
    pub(crate) list: Vec<Compiled>,
    pub(crate) finder: Finder,
    after_a_noun: Vec<String>,
}

impl Rules {
    /// Makes rules ready; those that cannot be read are returned with the reason and their index.
    pub(crate) fn of(rules: Vec<WordingRule>, after_a_noun: &[String]) -> (Rules, Vec<(usize, String)>) {
        let mut all = Rules { after_a_noun: after_a_noun.to_vec(), ..Rules::default() };
        let mut faults = Vec::new();
        for (index, rule) in rules.into_iter().enumerate() {
            let phrases = match read_all(&rule.find) {
                Ok(phrases) => phrases,
                Err(reason) => {
                    faults.push((index, reason));
                    continue;
                }
            };
            let (near, unless, unless_near) =
                match (finder(&rule.near), finder(&rule.unless), finder(&rule.unless_near)) {
                    (Ok(near), Ok(unless), Ok(unless_near)) => (near, unless, unless_near),
                    (Err(reason), ..) | (_, Err(reason), _) | (.., Err(reason)) => {
                        faults.push((index, reason));
                        continue;
                    }
                };
            let code = rule.code.as_deref().and_then(Code::find).unwrap_or(&codes::SITE_WORDING);
            for phrase in phrases {
                all.finder.add(phrase, all.list.len());
            }
            all.list.push(Compiled { rule, code, near, unless, unless_near });
        }
        (all, faults)
    }
}

fn read_all(texts: &[String]) -> Result<Vec<Phrase>, String> {
    let mut phrases = Vec::new();
    for text in texts {
        phrases.extend(Phrase::read(text)?);
    }
    Ok(phrases)
}

/// A finder of phrases that have no owner of their own.
pub(crate) fn finder(texts: &[String]) -> Result<Finder, String> {
    let mut finder = Finder::default();
    for phrase in read_all(texts)? {
        finder.add(phrase, 0);
    }
    Ok(finder)
}

impl Compiled {
    /// Whether the rule holds for words that its phrase fits.
    pub(super) fn holds(
        &self,
        words: &Words<'_>,
        range: &Range<usize>,
        sentences: &[Range<usize>],
        rules: &Rules,
    ) -> bool {
        let next = words.list.get(range.end);
        // "psycho-education" is not "psycho".
        if next.is_some_and(|next| next.gap == Gap::Hyphen) {
            return false;
        }
        if self.rule.noun
            && let Some(next) = next
            && next.gap != Gap::Break
            && !rules.after_a_noun.iter().any(|known| known == words.small(range.end))
        {
            // A new sentence begins, or the noun phrase goes on.
            let span = words.span(range);
            let ends =
                sentences.iter().any(|sentence| sentence.end >= span.end && sentence.end <= next.at.start);
            if !ends {
                return false;
            }
        }
        let all = 0..words.list.len();
        if !self.rule.near.is_empty() && !self.near.is_in(words, all.clone()) {
            return false;
        }
        if !self.rule.unless.is_empty() {
            let around = range.start.saturating_sub(4)..(range.end + 4).min(words.list.len());
            let others = self.unless.find_in(words, around);
            let covers = others.iter().any(|other| other.start < range.end && range.start < other.end);
            if covers {
                return false;
            }
        }
        if !self.rule.unless_near.is_empty() {
            let span = words.span(range);
            let sentence =
                sentences.iter().find(|sentence| sentence.contains(&span.start)).cloned().unwrap_or(span);
            if self.unless_near.is_in(words, words.within(&sentence)) {
                return false;
            }
        }
        true
    }
}
