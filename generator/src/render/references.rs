//! The bibliography in each language, formatted once and only when somebody cites.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Serialize;
use tera::Value;

use crate::link::Site;

/// Formatted entries by language.
pub(super) struct References {
    languages: Vec<OnceLock<BTreeMap<String, String>>>,
}

#[derive(Serialize)]
struct Cited<'a> {
    id: String,
    number: usize,
    html: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    lang: Option<&'a str>,
}

#[derive(Serialize)]
struct Listed<'a> {
    id: &'a str,
    html: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    lang: Option<&'a str>,
}

impl References {
    pub(super) fn new(site: &Site) -> References {
        References { languages: site.languages.iter().map(|_| OnceLock::new()).collect() }
    }

    fn formatted(&self, site: &Site, language: usize) -> &BTreeMap<String, String> {
        self.languages[language].get_or_init(|| {
            let bibliography = site.parsed.bibliography.as_ref();
            bibliography.map(|b| b.format(&site.languages[language])).unwrap_or_default()
        })
    }

    /// The list of a page's sources in the order of their numbers.
    pub(super) fn cited(&self, site: &Site, language: usize, keys: &[String]) -> Value {
        let formatted = self.formatted(site, language);
        let list: Vec<Cited<'_>> = keys
            .iter()
            .enumerate()
            .map(|(index, key)| Cited {
                id: format!("ref-{}", index + 1),
                number: index + 1,
                html: formatted.get(key).map_or("", String::as_str),
                lang: foreign(site, language, key),
            })
            .collect();
        Value::from_serializable(&list)
    }

    /// Every entry of the bibliography, in the order of the text.
    pub(super) fn all(&self, site: &Site, language: usize) -> Value {
        let formatted = self.formatted(site, language).iter();
        let mut list: Vec<Listed<'_>> = formatted
            .map(|(key, html)| Listed { id: key, html, lang: foreign(site, language, key) })
            .collect();
        list.sort_by_key(|entry| entry.html.to_lowercase());
        Value::from_serializable(&list)
    }
}

/// The language of a work that is another than that of the page, so that a screen reader says its title rightly.
fn foreign<'a>(site: &'a Site, language: usize, key: &str) -> Option<&'a str> {
    let own = site.parsed.bibliography.as_ref()?.language(key)?;
    Some(own).filter(|own| site.languages[language].split('-').next() != Some(own))
}
