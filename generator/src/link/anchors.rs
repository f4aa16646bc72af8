//! The anchors that a page has: its headings, and what its template adds.

use super::{Entry, Site, Subject};
use crate::findings::closest;

/// Whether a page has an anchor; if not, the closest one.
pub(super) fn check(site: &Site, entry: &Entry, anchor: &str) -> Result<(), Option<String>> {
    let Subject::Page(index) = entry.subject else {
        // The anchors of a tool are its template's own.
        return Ok(());
    };
    let page = &site.parsed.pages[index];
    let is_glossary = page.front.template.as_deref() == Some("glossary.html");
    let terms = site.parsed.glossaries.iter().flat_map(|glossary| &glossary.terms);
    let headings = page.body.headings.iter().map(|heading| heading.id.as_str());
    let mut anchors: Vec<&str> = headings.collect();
    if is_glossary {
        anchors.extend(terms.map(|term| term.id.as_str()));
    }
    // The theme gives every page a main part.
    if anchor == "main" || anchors.contains(&anchor) {
        return Ok(());
    }
    Err(closest(anchor, anchors).map(str::to_owned))
}

/// The glossary page in a language.
pub(super) fn glossary(site: &Site, language: usize) -> Option<&Entry> {
    site.entries.iter().find(|entry| {
        entry.language == language
            && site.page(entry).is_some_and(|page| page.front.template.as_deref() == Some("glossary.html"))
    })
}
