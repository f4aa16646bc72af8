//! Hard words: a page that links one to the glossary links its first use.

use std::cell::LazyCell;
use std::collections::HashMap;

use crate::check::language::Quoted;
use crate::check::{Reading, Reporter, Vocabulary};
use crate::findings::{Place, codes};
use crate::parse::markdown::facts::Link;
use crate::parse::page::Page;

pub(crate) fn check(page: &Page, body: &[Reading<'_>], vocabulary: &Vocabulary, reporter: &mut Reporter<'_>) {
    // The first link of each term.
    let mut linked: HashMap<&str, &Link> = HashMap::new();
    for link in &page.body.facts.links {
        if let Some(id) = link.dest.strip_prefix("term:") {
            linked.entry(id).or_insert(link);
        }
    }
    if linked.is_empty() {
        return;
    }
    for (index, reading) in body.iter().enumerate().filter(|(_, reading)| reading.is_prose()) {
        let quoted = LazyCell::new(|| Quoted::of(reading.block));
        for (range, owner) in vocabulary.terms.find(&reading.words) {
            let id = vocabulary.term_ids[owner].as_str();
            let Some(link) = linked.get(id).copied() else { continue };
            let span = reading.words.span(&range);
            // Acronyms have a rule of their own.
            if reading.block.text[span.clone()].chars().all(|c| !c.is_lowercase()) {
                continue;
            }
            let place = reading.block.place_of(span.clone());
            // In the same paragraph the explanation comes soon enough.
            let is_late = place.start < link.place.range().start && link.block != index;
            if is_late && !reading.block.style_at(span.start).link && !quoted.covers(&span) {
                linked.remove(id);
                let said = &reading.block.text[span];
                let message = format!("“{said}” is used here, and explained only further down.");
                let mend = format!("Move the link to this place: `[{said}](term:{id})`.");
                reporter.report(
                    &codes::TERM_BEFORE_EXPLANATION,
                    Place::at(reporter.file, place),
                    message,
                    mend,
                );
            }
        }
    }
}
