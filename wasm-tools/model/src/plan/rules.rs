//! The compact form of a plan: ids and kinds, no words. This is what reaches the browser.

use crate::prelude::*;

use super::{EntryKind, Plan};
use crate::Corrupt;
use crate::code::{self, coded};

/// The first byte of the compact form. It changes whenever the layout below changes.
const VERSION: u8 = 1;

/// All that the browser needs to know of a plan besides what stands in the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlanRules {
    /// The sections, in their order.
    pub sections: Vec<SectionRule>,
    /// The places of the sections in the view for a hard moment.
    pub crisis_view: Vec<u16>,
    /// The places of the sections on the card.
    pub card: Vec<u16>,
    /// The ids of the questions of the look back.
    pub review: Vec<String>,
    /// After how many days the plan asks to be looked at again.
    pub review_after: u16,
}

/// A section without its words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SectionRule {
    /// Its id.
    pub id: String,
    /// What its entries are.
    pub kind: EntryKind,
    /// How many empty rows stand on paper.
    pub rows: u16,
    /// The texts of the suggestions are in the page; this is how many there are.
    pub suggestions: u16,
    /// Whether it asks for a person.
    pub asks_for_somebody: bool,
}

coded!(PlanRules { sections, crisis_view, card, review, review_after });
coded!(SectionRule { id, kind, rows, suggestions, asks_for_somebody });

impl PlanRules {
    /// The compact form of a plan. Ids that lead nowhere are left out: the checks report them.
    pub(crate) fn of(plan: &Plan) -> PlanRules {
        let place = |id: &String| {
            plan.sections.iter().position(|section| section.id == *id).and_then(|at| u16::try_from(at).ok())
        };
        let section = |section: &super::Section| SectionRule {
            id: section.id.clone(),
            kind: section.entries,
            rows: section.rows,
            suggestions: u16::try_from(section.suggestions.len()).unwrap_or(u16::MAX),
            asks_for_somebody: section.nobody.is_some(),
        };
        PlanRules {
            sections: plan.sections.iter().map(section).collect(),
            crisis_view: plan.crisis_view.iter().filter_map(place).collect(),
            card: plan.card.iter().filter_map(place).collect(),
            review: plan.review.iter().map(|question| question.id.clone()).collect(),
            review_after: plan.review_after,
        }
    }

    /// The compact form, beginning with a version byte.
    pub fn to_bytes(&self) -> Vec<u8> {
        code::write_as(VERSION, self)
    }

    /// Reads the compact form.
    ///
    /// # Errors
    /// [`Corrupt`] for any bytes that [`PlanRules::to_bytes`] of this version does not make.
    pub fn from_bytes(bytes: &[u8]) -> Result<PlanRules, Corrupt> {
        match bytes.split_first() {
            Some((&VERSION, body)) => code::read(body).ok_or(Corrupt),
            _ => Err(Corrupt),
        }
    }
}
