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
    if page.faulty {
        return Ok(());
    }
    let mut anchors: Vec<&str> = page.body.headings.iter().map(|heading| heading.id.as_str()).collect();
    // What some templates add to the text.
    match page.front.template.as_deref() {
        Some("glossary.html") => {
            let terms = site.parsed.glossaries.iter().flat_map(|glossary| &glossary.terms);
            anchors.extend(terms.map(|term| term.id.as_str()));
        }
        Some("references.html") => anchors.extend(site.parsed.bibliography.iter().flat_map(|b| b.keys())),
        Some("help-now.html") => anchors.push("other-countries"),
        _ => {}
    }
    // The theme gives every page a main part.
    if anchor == "main" || anchors.contains(&anchor) {
        return Ok(());
    }
    Err(closest(anchor, anchors).map(str::to_owned))
}
