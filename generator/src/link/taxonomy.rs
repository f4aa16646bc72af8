//! Pages sorted into the terms of the site's taxonomies.

use std::collections::BTreeMap;

use super::{Site, address};
use crate::parse::markdown::slug;

/// A taxonomy in one language.
#[derive(Debug)]
pub struct TaxonomyList {
    /// Its name in the settings: `topics`.
    pub name: String,
    /// Its title for readers.
    pub title: String,
    /// The address of the list of terms.
    pub url: String,
    /// The terms in the order of the alphabet.
    pub terms: Vec<TermList>,
}

/// A term and its pages.
#[derive(Debug)]
pub struct TermList {
    /// The term as pages write it.
    pub key: String,
    /// The term as readers of the language see it.
    pub name: String,
    /// Its address.
    pub url: String,
    /// Its pages, as entries in order.
    pub entries: Vec<usize>,
}

impl TaxonomyList {
    /// The list of a term, as pages write it.
    pub fn term(&self, key: &str) -> Option<&TermList> {
        self.terms.iter().find(|term| term.key == key)
    }
}

/// The taxonomies of every language.
pub(super) fn lists(site: &Site) -> Vec<Vec<TaxonomyList>> {
    (0..site.languages.len()).map(|language| in_language(site, language)).collect()
}

fn in_language(site: &Site, language: usize) -> Vec<TaxonomyList> {
    let config = &site.parsed.config;
    let mut terms: BTreeMap<&str, BTreeMap<&str, Vec<usize>>> = BTreeMap::new();
    for (index, entry) in site.entries.iter().enumerate() {
        if entry.language != language {
            continue;
        }
        let Some(page) = site.page(entry) else { continue };
        for (name, words) in &page.front.taxonomies {
            for word in words {
                terms.entry(name).or_default().entry(word).or_default().push(index);
            }
        }
    }
    let url = |path: String| address(config, &site.languages, language, &path);
    terms
        .into_iter()
        .filter_map(|(name, terms)| {
            let taxonomy = config.taxonomies.get(name)?;
            let title = config.words(&taxonomy.title, &site.languages[language]);
            let mut terms: Vec<TermList> = terms
                .into_iter()
                .map(|(term, entries)| {
                    let shown = taxonomy.terms.get(term);
                    let shown = shown.map_or("", |words| config.words(words, &site.languages[language]));
                    TermList {
                        key: term.to_owned(),
                        name: if shown.is_empty() { term.to_owned() } else { shown.to_owned() },
                        url: url(format!("/{name}/{}/", slug(term))),
                        entries,
                    }
                })
                .collect();
            terms.sort_by(|one, other| one.name.cmp(&other.name));
            Some(TaxonomyList {
                name: name.to_owned(),
                title: if title.is_empty() { name.to_owned() } else { title.to_owned() },
                url: url(format!("/{name}/")),
                terms,
            })
        })
        .collect()
}
