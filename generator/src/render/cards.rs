//! Cards: what lists show of a page, never the page itself.

use rayon::prelude::*;
use serde::Serialize;
use tera::Value;

use crate::link::{Entry, Site};
use crate::parse::front_matter::{Audience, Grade};

#[derive(Serialize)]
struct Card<'a> {
    title: &'a str,
    summary: &'a str,
    url: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    lang: Option<&'a str>,
    audience: &'a [Audience],
    #[serde(skip_serializing_if = "Option::is_none")]
    evidence_grade: Option<Grade>,
    reading_minutes: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<&'a str>,
}

/// The cards of all entries, by index.
pub(super) fn all(site: &Site) -> Vec<Value> {
    site.entries.par_iter().map(|entry| card(site, entry)).collect()
}

fn card(site: &Site, entry: &Entry) -> Value {
    let page = site.page(entry);
    Value::from_serializable(&Card {
        title: site.title(entry),
        summary: site.summary(entry),
        url: &entry.url,
        lang: site.foreign(entry),
        audience: page.map_or(&[], |page| &page.front.audience),
        evidence_grade: page.and_then(|page| page.front.evidence.as_ref()).map(|evidence| evidence.grade),
        reading_minutes: reading_minutes(page.map_or(0, |page| page.body.words)),
        date: page.and_then(|page| page.front.date.as_deref()),
    })
}

/// Minutes to read, at the unhurried 200 words a minute.
pub(super) fn reading_minutes(words: usize) -> usize {
    words.div_ceil(200)
}
