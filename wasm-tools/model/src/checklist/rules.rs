//! The compact form of a checklist: ids and numbers, no words. This is what reaches the browser.

use crate::prelude::*;

use super::{Checklist, LevelRule};
use crate::code::{self, coded};
use crate::rules::Corrupt;

/// The first byte of the compact form. It changes whenever the layout below changes.
const VERSION: u8 = 1;

/// All that the browser needs to know besides the words, which stand in the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChecklistRules {
    /// The groups of the bank, with whether everybody is shown them.
    pub groups: Vec<(String, bool)>,
    /// The signs of the bank in their order.
    pub signs: Vec<SignRule>,
    /// The signs that cannot wait, with what each brings up.
    pub red: Vec<(String, String)>,
    /// The rules to begin with, for yellow and orange.
    pub levels: [LevelRule; 2],
    /// The highest point of the scale.
    pub most: u8,
}

/// A sign of the bank.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SignRule {
    /// Its id.
    pub id: String,
    /// The place of its group.
    pub group: u16,
    /// Whether it is best looked at first.
    pub first: bool,
    /// What any rating above 0 brings up.
    pub response: Option<String>,
}

coded!(ChecklistRules { groups, signs, red, levels, most });
coded!(SignRule { id, group, first, response });

impl ChecklistRules {
    /// The compact form of a definition.
    pub fn of(checklist: &Checklist) -> ChecklistRules {
        let rule = |place: usize| checklist.levels.get(place).and_then(|level| level.rule);
        let group = |id: &str| checklist.groups.iter().position(|group| group.id == id).unwrap_or_default();
        ChecklistRules {
            groups: checklist.groups.iter().map(|group| (group.id.clone(), group.for_all)).collect(),
            signs: checklist
                .signs
                .iter()
                .map(|sign| SignRule {
                    id: sign.id.clone(),
                    group: u16::try_from(group(&sign.group)).unwrap_or_default(),
                    first: sign.first,
                    response: sign.response.clone(),
                })
                .collect(),
            red: checklist.red.iter().map(|red| (red.id.clone(), red.response.clone())).collect(),
            levels: [rule(1).unwrap_or_default(), rule(2).unwrap_or_default()],
            most: checklist.scale.iter().map(|point| point.value).max().unwrap_or_default(),
        }
    }

    /// The bytes, beginning with a version byte.
    pub fn to_bytes(&self) -> Vec<u8> {
        code::write_as(VERSION, self)
    }

    /// Reads the bytes.
    ///
    /// # Errors
    /// [`Corrupt`] for any bytes that [`ChecklistRules::to_bytes`] of this version does not make.
    pub fn from_bytes(bytes: &[u8]) -> Result<ChecklistRules, Corrupt> {
        let (&VERSION, body) = bytes.split_first().ok_or(Corrupt)? else { return Err(Corrupt) };
        code::read(body).ok_or(Corrupt)
    }

    /// Whether the bank has this sign.
    pub fn knows(&self, sign: &str) -> bool {
        self.signs.iter().any(|known| known.id == sign)
    }

    /// What a rating of this sign brings up, if it brings up anything.
    pub fn response(&self, sign: &str) -> Option<&str> {
        let red = self.red.iter().find(|(id, _)| id == sign).map(|(_, response)| response.as_str());
        red.or_else(|| self.signs.iter().find(|known| known.id == sign)?.response.as_deref())
    }
}
