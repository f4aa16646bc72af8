//! The `linkId` of everything in the exported Questionnaire, each once.

use std::collections::{BTreeMap, BTreeSet};

use footbridge_model::{Item, Questionnaire};

/// The names of questions and scores.
#[derive(Debug)]
pub(super) struct Links {
    items: BTreeMap<String, String>,
    scores: BTreeMap<String, String>,
    taken: BTreeSet<String>,
}

impl Links {
    pub(super) fn of(original: &Questionnaire) -> Links {
        let mut links = Links { items: BTreeMap::new(), scores: BTreeMap::new(), taken: BTreeSet::new() };
        for item in &original.items {
            let link = links.free(wanted(item));
            links.items.entry(item.id.clone()).or_insert(link);
        }
        for score in &original.scores {
            let link = links.free(&score.id);
            links.scores.entry(score.id.clone()).or_insert(link);
        }
        links
    }

    /// The name itself, or with as many strokes behind it as it takes.
    pub(super) fn free(&mut self, wanted: &str) -> String {
        let mut link = wanted.to_owned();
        while !self.taken.insert(link.clone()) {
            link.push('_');
        }
        link
    }

    pub(super) fn item<'s>(&'s self, id: &'s str) -> &'s str {
        self.items.get(id).map_or(id, String::as_str)
    }

    pub(super) fn score<'s>(&'s self, id: &'s str) -> &'s str {
        self.scores.get(id).map_or(id, String::as_str)
    }
}

/// A question from a FHIR file keeps the name that it has there.
fn wanted(item: &Item) -> &str {
    item.link_id.as_deref().map(str::trim).filter(|link| !link.is_empty()).unwrap_or(&item.id)
}
