//! What a person has written into a plan, and its bytes.
//!
//! The bytes begin with a version. Every version that was ever released is read for ever; the present one is
//! written. Entries are kept by the id of their section, so words survive when an educator changes the plan.

use crate::prelude::*;

use super::PlanRules;
use crate::Corrupt;
use crate::code::{self, coded};

/// The version that is written.
const VERSION: u8 = 2;

/// A filled-in plan, with its dated versions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// What the plan says now.
    pub now: Vec<Filled>,
    /// What it said at earlier days, the latest first.
    pub versions: Vec<Version>,
    /// Answers of a look back that has not become a version yet, by the ids of the questions.
    pub answers: Vec<(String, String)>,
}

/// A section with entries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filled {
    /// The section's id.
    pub id: String,
    /// Whether the person has said that there is nobody right now.
    pub nobody: bool,
    /// The entries, in their order.
    pub entries: Vec<Entry>,
}

/// One entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// What is written, in the order of the kind's fields.
    pub fields: Vec<String>,
    /// Whether its box is ticked: a step is done, a contact has been asked.
    pub tick: bool,
}

/// The plan as it was on a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Version {
    /// The day, as year-month-day.
    pub day: String,
    /// The answers to the questions of the look back, by their ids.
    pub answers: Vec<(String, String)>,
    /// What the plan said.
    pub then: Vec<Filled>,
}

coded!(Document { now, versions, answers });
coded!(Filled { id, nobody, entries });
coded!(Entry { fields, tick });
coded!(Version { day, answers, then });

impl Entry {
    /// Whether nothing is written in it. A tick alone says nothing.
    pub fn is_empty(&self) -> bool {
        self.fields.iter().all(|field| field.trim().is_empty())
    }

    /// What it is known by: the first thing written in it.
    pub fn name(&self) -> &str {
        self.fields.iter().map(|field| field.trim()).find(|field| !field.is_empty()).unwrap_or_default()
    }
}

impl Document {
    /// Whether there is nothing to keep.
    pub fn is_empty(&self) -> bool {
        self.versions.is_empty()
            && self.answers.is_empty()
            && self.now.iter().all(|section| !section.nobody && section.entries.iter().all(Entry::is_empty))
    }

    /// What the view for a hard moment shows of it, and nothing else.
    pub fn into_steps(mut self, rules: &PlanRules) -> Document {
        self.versions.clear();
        self.answers.clear();
        self.now.retain_mut(|section| {
            section.nobody = false;
            let mut places = rules.crisis_view.iter();
            let is_shown = places.any(|place| {
                rules.sections.get(usize::from(*place)).is_some_and(|rule| rule.id == section.id)
            });
            is_shown && !section.entries.is_empty()
        });
        self
    }

    /// The bytes to keep.
    pub fn to_bytes(&self) -> Vec<u8> {
        code::write_as(VERSION, self)
    }

    /// Reads bytes that were kept, by this version or an earlier one.
    ///
    /// # Errors
    /// [`Corrupt`] for any other bytes.
    pub fn from_bytes(bytes: &[u8]) -> Result<Document, Corrupt> {
        match bytes.split_first() {
            Some((&VERSION, body)) => code::read(body).ok_or(Corrupt),
            // The first version ended before the answers: it had none.
            Some((1, body)) => code::read(&[body, &[0]].concat()).ok_or(Corrupt),
            _ => Err(Corrupt),
        }
    }
}
