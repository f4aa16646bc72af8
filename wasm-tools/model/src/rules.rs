//! The compact form of a definition: ids and numbers, no words. This is what reaches the browser.

use crate::prelude::*;
use core::fmt;

use crate::formula::Op;
use crate::grid::Grid;
use crate::{Number, Operator};

pub(crate) mod build;
pub(crate) mod compact;
pub(crate) mod condition;

use compact::Compact;

/// The first byte of the compact form. It changes whenever the layout below changes.
const VERSION: u8 = 3;

/// All that scoring needs. Made by [`crate::Questionnaire::rules`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rules {
    /// The different lists of options; most questionnaires share one.
    pub(crate) option_sets: Vec<Vec<OptionRule>>,
    /// Every place on the page: questions, groups, texts, and each entry of repeating groups.
    pub(crate) items: Vec<ItemRule>,
    pub(crate) scores: Vec<ScoreRule>,
    /// The scores in an order in which each comes after those that it is made of.
    pub(crate) order: Vec<u16>,
    pub(crate) risks: Vec<RiskSet>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct OptionRule {
    pub(crate) value: String,
    pub(crate) score: Option<Number>,
    pub(crate) exclusive: bool,
    /// The LOINC code, for files that clinics read.
    pub(crate) code: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ItemRule {
    pub(crate) id: String,
    /// What a FHIR form calls it, where that is not its id.
    pub(crate) link: Option<String>,
    /// The LOINC code, by which other programs may call it.
    pub(crate) code: Option<String>,
    pub(crate) answer: AnswerRule,
    pub(crate) required: bool,
    /// Said to be optional: the result does not wait for it even if a score has no value without it.
    pub(crate) optional: bool,
    /// The group around it.
    pub(crate) parent: Option<u16>,
    /// A later entry of a repeating group, which is there only once something is in it.
    pub(crate) extra: bool,
    pub(crate) when: Option<WhenRule>,
    pub(crate) risk: Option<RiskRule>,
}

/// What answers a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum AnswerRule {
    /// Nothing: it is a text or a group.
    None,
    /// One of this list of options.
    One(u16),
    /// Yes or no: the first or the second of this list of options.
    Truth(u16),
    /// Any of this list of options.
    Many(u16),
    /// One of this list of options, or a text with these points.
    Open(u16, Option<Number>),
    Number(Grid),
    Date,
    Text,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RiskRule {
    pub(crate) at_least: Number,
    pub(crate) response: String,
}

/// Several answers together, or a score, that need help to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RiskSet {
    pub(crate) response: String,
    pub(crate) when: WhenRule,
    /// A score and its lowest value; joined with the tests.
    pub(crate) score: Option<(u16, Number)>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct WhenRule {
    pub(crate) any: bool,
    pub(crate) tests: Vec<TestRule>,
}

/// A condition on the answers at some places: one place, or every entry of a repeating group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TestRule {
    pub(crate) items: Vec<u16>,
    /// Whether it holds while nothing is answered there.
    pub(crate) unanswered: bool,
    /// Whether every answer must pass; otherwise one is enough.
    pub(crate) every: bool,
    pub(crate) passes: Passes,
}

/// Which answers pass a condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Passes {
    /// All, or none.
    Always(bool),
    /// The options at these places. Of texts in one's own words all (`true`) or none.
    Options(Vec<u16>, bool),
    Number(Operator, Number),
    /// Texts and days compare as text.
    Text(Operator, String),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ScoreRule {
    pub(crate) id: String,
    pub(crate) method: MethodRule,
    pub(crate) multiply: Number,
    pub(crate) missing: MissingRule,
    /// The question whose answer decides which bands are meant.
    pub(crate) by: Option<u16>,
    pub(crate) bands: Vec<BandRule>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum MethodRule {
    Sum(Vec<Part>),
    Mean(Vec<Part>),
    /// How many are at least this.
    Count(Vec<Part>, Number),
    Formula(Vec<Op>),
}

/// What a score is made of: the points of a place or of another score, times a factor, plus a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Part {
    pub(crate) source: Source,
    pub(crate) times: Number,
    pub(crate) plus: Number,
}

/// Where points come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Source {
    Item(u16),
    Score(u16),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MissingRule {
    Require,
    /// At most this many may be missing.
    Prorate(u16),
    /// At least this many must be answered.
    Minimum(u16),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct BandRule {
    pub(crate) id: String,
    pub(crate) group: Option<String>,
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
        let mut bytes = vec![VERSION];
        self.write(&mut bytes);
        bytes
    }

    /// Reads the compact form.
    ///
    /// # Errors
    /// [`Corrupt`] for any bytes that [`Rules::to_bytes`] of this version does not make.
    pub fn from_bytes(bytes: &[u8]) -> Result<Rules, Corrupt> {
        let Some((&VERSION, mut body)) = bytes.split_first() else { return Err(Corrupt) };
        Rules::read(&mut body).filter(|_| body.is_empty()).ok_or(Corrupt)
    }

    /// The ids of all places on the page, in their order: questions, texts, groups and their entries.
    pub fn items(&self) -> impl Iterator<Item = &str> {
        self.items.iter().map(|item| item.id.as_str())
    }

    /// Whether there is a question at a place, not a text or a group.
    pub fn asks(&self, place: usize) -> bool {
        self.items.get(place).is_some_and(|item| item.answer != AnswerRule::None)
    }

    /// Whether a place lies in a group, directly or in a group within it; `group` is its place.
    pub fn is_within(&self, place: usize, group: usize) -> bool {
        self.above(place).any(|at| at == group)
    }

    /// Whether a place lies in some entry of a repeating group; `group` is its id without a number.
    pub fn is_within_entry(&self, place: usize, group: &str) -> bool {
        let is_entry = |item: &ItemRule| item.id.get(..item.end()) == Some(group);
        self.above(place).any(|at| self.items.get(at).is_some_and(is_entry))
    }

    /// The groups around a place, the nearest first. No chain of groups is longer than the list.
    fn above(&self, place: usize) -> impl Iterator<Item = usize> {
        let above = |at: &usize| self.items.get(*at).and_then(|item| item.parent).map(usize::from);
        core::iter::successors(above(&place), above).take(self.items.len())
    }

    /// How many options the question has from which several can be chosen; `None` for any other question.
    pub fn several(&self, item: &str) -> Option<usize> {
        match self.items.iter().find(|known| known.id == item)?.answer {
            AnswerRule::Many(set) => Some(self.set(set).len()),
            _ => None,
        }
    }

    /// The place of the option with this value.
    pub fn option(&self, item: &str, value: &str) -> Option<usize> {
        let answer = &self.items.iter().find(|known| known.id == item)?.answer;
        self.options(answer).iter().position(|option| option.value == value)
    }

    /// The places of the options that must be cleared when this one has just been chosen: all others if it is
    /// "none of these", and "none of these" if it is not.
    pub fn excluded(&self, item: &str, value: &str) -> Vec<usize> {
        let found = self.items.iter().find(|known| known.id == item);
        let Some(AnswerRule::Many(set)) = found.map(|item| &item.answer) else { return Vec::new() };
        let options = self.set(*set);
        let Some(chosen) = options.iter().find(|option| option.value == value) else { return Vec::new() };
        let goes = |option: &&OptionRule| option.value != value && (chosen.exclusive || option.exclusive);
        options.iter().enumerate().filter(|(_, option)| goes(option)).map(|(place, _)| place).collect()
    }

    /// The options that answer a question.
    pub(crate) fn options(&self, answer: &AnswerRule) -> &[OptionRule] {
        match answer {
            AnswerRule::One(set)
            | AnswerRule::Truth(set)
            | AnswerRule::Many(set)
            | AnswerRule::Open(set, _) => self.set(*set),
            _ => &[],
        }
    }

    pub(crate) fn set(&self, set: u16) -> &[OptionRule] {
        self.option_sets.get(usize::from(set)).map_or(&[], Vec::as_slice)
    }
}

impl ItemRule {
    /// What a FHIR form calls it. The entries of a repeating group have one name there.
    pub(crate) fn link(&self) -> &str {
        let id = self.id.get(..self.end()).unwrap_or_default();
        self.link.as_deref().unwrap_or(id)
    }

    /// The number of its entry in a repeating group, from the second on; otherwise nothing.
    pub(crate) fn entry(&self) -> &str {
        self.id.get(self.end() + 1..).unwrap_or_default()
    }

    /// Where the id itself ends and the number of the entry may follow.
    fn end(&self) -> usize {
        self.id.bytes().position(|byte| byte == b'.').unwrap_or(self.id.len())
    }
}

impl ScoreRule {
    /// What it is made of. A question that a formula only asks about with `answered` is not among it.
    pub(crate) fn sources(&self) -> Vec<Source> {
        match &self.method {
            MethodRule::Sum(parts) | MethodRule::Mean(parts) | MethodRule::Count(parts, _) => {
                parts.iter().map(|part| part.source).collect()
            }
            MethodRule::Formula(ops) => {
                let mut sources: Vec<Source> = Vec::new();
                for op in ops {
                    let source = match op {
                        Op::Item(place) => Source::Item(*place),
                        Op::Score(place) => Source::Score(*place),
                        _ => continue,
                    };
                    if !sources.contains(&source) {
                        sources.push(source);
                    }
                }
                sources
            }
        }
    }
}
