//! The compact form of a definition: ids and numbers, no words. This is what reaches the browser.

use crate::prelude::*;
use core::fmt;

use serde::{Deserialize, Serialize};

use crate::{Condition, Item, Match, Method, Missing, Number, Operator, Questionnaire, ResponseOption};

/// The first byte of the compact form. It changes whenever the layout below changes.
const VERSION: u8 = 1;

/// All that scoring needs. Made by [`crate::Tool::rules`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rules {
    /// The different lists of options; most questionnaires share one.
    pub(crate) option_sets: Vec<Vec<OptionRule>>,
    pub(crate) items: Vec<ItemRule>,
    pub(crate) scores: Vec<ScoreRule>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct OptionRule {
    pub(crate) value: String,
    pub(crate) score: Option<Number>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct ItemRule {
    pub(crate) id: String,
    /// Which list of options.
    pub(crate) options: u16,
    pub(crate) required: bool,
    pub(crate) when: Option<WhenRule>,
    pub(crate) risk: Option<RiskRule>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct RiskRule {
    pub(crate) at_least: Number,
    pub(crate) response: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct WhenRule {
    pub(crate) any: bool,
    pub(crate) tests: Vec<TestRule>,
}

/// A condition with its comparison already carried out on every option.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct TestRule {
    pub(crate) item: u16,
    /// Whether it holds while the question is unanswered.
    pub(crate) unanswered: bool,
    /// The places of the options for which it holds.
    pub(crate) options: Vec<u16>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct ScoreRule {
    pub(crate) id: String,
    pub(crate) method: Method,
    pub(crate) items: Vec<u16>,
    pub(crate) at_least: Number,
    pub(crate) multiply: Number,
    /// How many answers may be missing and are prorated; zero: none.
    pub(crate) max_missing: u16,
    pub(crate) bands: Vec<BandRule>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct BandRule {
    pub(crate) id: String,
    pub(crate) from: Number,
    pub(crate) to: Number,
}

/// The bytes are not the compact form of a tool that this version can read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Corrupt;

impl fmt::Display for Corrupt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the compact form of the tool is damaged or from another version")
    }
}

impl core::error::Error for Corrupt {}

impl Rules {
    /// The compact form, beginning with a version byte.
    pub fn to_bytes(&self) -> Vec<u8> {
        // Writing plain data to memory cannot fail; were it to, the reader would see `Corrupt`.
        let body = postcard::to_allocvec(self).unwrap_or_default();
        [&[VERSION][..], &body].concat()
    }

    /// Reads the compact form.
    ///
    /// # Errors
    /// [`Corrupt`] for any bytes that [`Rules::to_bytes`] of this version does not make.
    pub fn from_bytes(bytes: &[u8]) -> Result<Rules, Corrupt> {
        match bytes.split_first() {
            Some((&VERSION, body)) => match postcard::take_from_bytes::<Rules>(body) {
                Ok((rules, [])) => Ok(rules),
                _ => Err(Corrupt),
            },
            _ => Err(Corrupt),
        }
    }

    /// The ids of all questions, in their order.
    pub fn items(&self) -> impl Iterator<Item = &str> {
        self.items.iter().map(|item| item.id.as_str())
    }

    /// The compact form of a questionnaire. References that lead nowhere are left out: [`crate::Tool::problems`]
    /// reports them.
    pub(crate) fn of_questionnaire(questionnaire: &Questionnaire) -> Rules {
        let mut rules = Rules::default();
        for item in &questionnaire.items {
            let set: Vec<OptionRule> = questionnaire.options_of(item).iter().map(option_rule).collect();
            let place = rules.option_sets.iter().position(|known| *known == set).unwrap_or_else(|| {
                rules.option_sets.push(set);
                rules.option_sets.len() - 1
            });
            rules.items.push(ItemRule {
                id: item.id.clone(),
                options: small(place),
                required: questionnaire.is_required(item),
                when: when_rule(questionnaire, item),
                risk: item
                    .risk
                    .as_ref()
                    .map(|risk| RiskRule { at_least: risk.at_least, response: risk.response.clone() }),
            });
        }
        for score in &questionnaire.scores {
            let band = |band: &crate::Band| BandRule { id: band.id.clone(), from: band.from, to: band.to };
            rules.scores.push(ScoreRule {
                id: score.id.clone(),
                method: score.method,
                items: score.items.iter().filter_map(|id| place_of(questionnaire, id)).collect(),
                at_least: score.at_least.unwrap_or(Number::ONE),
                multiply: score.multiply.unwrap_or(Number::ONE),
                max_missing: match score.missing {
                    Missing::Require => 0,
                    Missing::Prorate => score.max_missing.unwrap_or(0),
                },
                bands: score.bands.iter().map(band).collect(),
            });
        }
        rules
    }
}

fn option_rule(option: &ResponseOption) -> OptionRule {
    OptionRule { value: option.value.as_str().to_owned(), score: option.score }
}

fn place_of(questionnaire: &Questionnaire, id: &str) -> Option<u16> {
    questionnaire.items.iter().position(|item| item.id == id).map(small)
}

fn small(place: usize) -> u16 {
    u16::try_from(place).unwrap_or(u16::MAX)
}

fn when_rule(questionnaire: &Questionnaire, item: &Item) -> Option<WhenRule> {
    let when = item.enabled_when.as_ref()?;
    let test = |condition: &Condition| {
        let other = questionnaire.item(&condition.item)?;
        let options = questionnaire.options_of(other).iter().enumerate();
        Some(TestRule {
            item: place_of(questionnaire, &condition.item)?,
            unanswered: holds_unanswered(condition),
            options: options.filter(|(_, o)| holds(condition, o)).map(|(place, _)| small(place)).collect(),
        })
    };
    let tests = when.conditions.iter().filter_map(test).collect();
    Some(WhenRule { any: when.matching == Match::Any, tests })
}

/// Whether a condition holds while its question is unanswered.
pub(crate) fn holds_unanswered(condition: &Condition) -> bool {
    match condition.operator {
        Operator::NotEqual => true,
        Operator::Exists => condition.answer.as_str() == "false",
        _ => false,
    }
}

/// Whether a condition holds for this answer to its question.
pub(crate) fn holds(condition: &Condition, option: &ResponseOption) -> bool {
    let wanted = condition.answer.as_str();
    let order = match (option.value.as_str().parse::<i64>(), wanted.parse::<i64>()) {
        (Ok(value), Ok(wanted)) => Some(value.cmp(&wanted)),
        _ => None,
    };
    match condition.operator {
        Operator::Exists => wanted == "true",
        Operator::Equal => option.value.as_str() == wanted,
        Operator::NotEqual => option.value.as_str() != wanted,
        Operator::Greater => order.is_some_and(|order| order.is_gt()),
        Operator::Less => order.is_some_and(|order| order.is_lt()),
        Operator::AtLeast => order.is_some_and(|order| order.is_ge()),
        Operator::AtMost => order.is_some_and(|order| order.is_le()),
    }
}
