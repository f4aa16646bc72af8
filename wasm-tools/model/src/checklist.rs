//! The definition of a checklist of early signs: exactly what an educator writes in TOML.
//!
//! The comments on fields are shown to educators: in their editor, through the JSON Schema, and in the
//! messages of the build. Texts marked Markdown are rendered by the generator; all others are plain.

mod check;
pub mod day;
pub mod document;
pub mod exchange;
mod rules;
pub mod standing;
#[cfg(test)]
mod tests;
mod texts;

use crate::prelude::*;
use serde::{Deserialize, Serialize};

pub use rules::{ChecklistRules, SignRule};
pub use texts::{ChecklistTexts, GroupTexts, LevelTexts, SignTexts};

pub(crate) use check::{checklist as problems, texts as problems_of_texts};

use crate::{Audience, Prose, RiskResponse};

/// A checklist: a bank of early signs to sort, a scale to rate them, levels with what was agreed for each, and how
/// others may help to look.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Checklist {
    /// The name that readers see. Example: `"My early signs"`
    pub title: String,
    /// One plain sentence: what it is. Example: `"Find your own early signs, and agree on what to do."`
    pub summary: String,
    /// How many minutes the first sorting takes, from 1 to 120. Example: `20`
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 120)))]
    pub minutes: u16,
    /// For whom it is. Example: `["client", "family"]`
    #[serde(default)]
    pub audience: Vec<Audience>,
    /// What it cannot tell, and what it must never be used for, in Markdown.
    pub limits: String,
    /// How far early signs can be trusted, in Markdown, with the study. It stands beside every level.
    pub honest: String,
    /// How often to look, in Markdown.
    pub frequency: String,
    /// The points of the scale on which signs are rated, from 0 upwards. Example: `[{ value = 0, label = "Not at all" }]`
    pub scale: Vec<ScalePoint>,
    /// The parts of life to which signs belong. Example: `[{ id = "sleep", title = "Sleep" }]`
    pub domains: Vec<Domain>,
    /// The groups of the sign bank.
    pub groups: Vec<SignGroup>,
    /// The sign bank.
    pub signs: Vec<Sign>,
    /// The signs that cannot wait: they skip all levels and bring up help at once.
    pub red: Vec<RedSign>,
    /// The levels: green, yellow, orange and red, in this order.
    pub levels: Vec<Level>,
    /// What is shown, at once, when a sign needs help to be shown.
    pub responses: Vec<RiskResponse>,
    /// Words for talking about signs without blame: a list of lines in Markdown.
    #[serde(default)]
    pub talking: Vec<String>,
    /// What sharing means and what it must not become: a list of lines in Markdown.
    #[serde(default)]
    pub sharing: Vec<String>,
}

/// A point of the scale.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ScalePoint {
    /// The number. Example: `0`
    pub value: u8,
    /// The words. Example: `"Not at all"`
    pub label: String,
}

/// A part of life to which signs belong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Domain {
    /// The short name. Example: `"sleep"`
    pub id: String,
    /// The words. Example: `"Sleep"`
    pub title: String,
}

/// A group of the sign bank.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SignGroup {
    /// The short name. Example: `"mania"`
    pub id: String,
    /// The words. Example: `"When mood goes up"`
    pub title: String,
    /// One sentence about it. Example: `"For many people a change in sleep comes first."`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Whether everybody is shown its cards. The cards of other groups come only for those who choose them. Example: `true`
    #[serde(default)]
    pub for_all: bool,
}

/// One sign of the bank.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Sign {
    /// The sign's short name. Never change it later: saved lists name it. Example: `"sleep-short"`
    pub id: String,
    /// The id of its group. Example: `"first"`
    pub group: String,
    /// The id of its part of life. Example: `"sleep"`
    pub domain: String,
    /// The words of the person. Example: `"I sleep much less, or much more, than I usually do"`
    pub mine: String,
    /// The words of somebody who sees it. Example: `"Sleeps much less, or much more, than usual"`
    pub seen: String,
    /// Whether it is best looked at first. Example: `true`
    #[serde(default)]
    pub first: bool,
    /// The id of the response that any rating above 0 brings up at once. Example: `"safety"`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub response: Option<String>,
}

/// A sign that cannot wait.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RedSign {
    /// The sign's short name. Never change it later: saved lists name it. Example: `"not-eating"`
    pub id: String,
    /// The words of the person. Example: `"I have stopped eating or drinking"`
    pub mine: String,
    /// The words of somebody who sees it. Example: `"Has stopped eating or drinking"`
    pub seen: String,
    /// The id of the response that it brings up at once. Example: `"medical"`
    pub response: String,
}

/// A level, with what was agreed for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Level {
    /// `green`, `yellow`, `orange` or `red`. Example: `"yellow"`
    pub colour: Colour,
    /// The level in a few words, so that nobody needs the color. Example: `"Take care"`
    pub label: String,
    /// What the level means, in Markdown. It never says that a relapse is there.
    pub meaning: String,
    /// The rule to begin with. Only for yellow and orange; each person sets their own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<LevelRule>,
    /// Suggestions for "what I do". Nothing is filled in unless the person chooses it. Example: `["Go to bed at the same time each night"]`
    #[serde(default)]
    pub own: Vec<String>,
    /// Suggestions for "what I want others to do". Example: `["Ask me once, in a calm moment"]`
    #[serde(default)]
    pub others: Vec<String>,
    /// Suggestions for "what I do not want". Example: `["Do not talk about it in front of the children"]`
    #[serde(default)]
    pub unwanted: Vec<String>,
}

/// The color of a level. A shape and words always stand beside it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Colour {
    /// As usual.
    #[default]
    Green,
    /// Something has changed.
    Yellow,
    /// More has changed.
    Orange,
    /// A sign that cannot wait.
    Red,
}

impl Colour {
    /// All of them, in the order in which they grow.
    pub const ALL: [Colour; 4] = [Colour::Green, Colour::Yellow, Colour::Orange, Colour::Red];

    /// The word in files and in the page.
    pub fn id(self) -> &'static str {
        match self {
            Colour::Green => "green",
            Colour::Yellow => "yellow",
            Colour::Orange => "orange",
            Colour::Red => "red",
        }
    }

    /// The place among [`Colour::ALL`].
    pub fn place(self) -> usize {
        self as usize
    }
}

/// When a level is met: enough signs far enough above the person's own usual for long enough, or the total far
/// enough above it. Either is enough.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LevelRule {
    /// How many signs. Example: `2`
    pub signs: u8,
    /// How many points above the person's usual each of them is. Example: `1`
    pub above: u8,
    /// For how many days, from the first rating in which it was so to the last. 0 means at once. Example: `2`
    pub days: u8,
    /// How many points the sum of all signs is above the usual sum. 0 means that the sum is not looked at. Example: `2`
    #[serde(default)]
    pub total: u8,
}

impl Checklist {
    /// Whether an answer can bring up help.
    pub(crate) fn asks_about_risk(&self) -> bool {
        !self.red.is_empty() || self.signs.iter().any(|sign| sign.response.is_some())
    }
}

/// Every Markdown text of a checklist, with its place.
pub(crate) fn prose_of(checklist: &Checklist) -> Vec<Prose<'_>> {
    let mut all = Vec::new();
    for (name, text) in
        [("limits", &checklist.limits), ("honest", &checklist.honest), ("frequency", &checklist.frequency)]
    {
        all.push(Prose { pointer: format!("/{name}"), text, inline: false });
    }
    for (index, level) in checklist.levels.iter().enumerate() {
        all.push(Prose { pointer: format!("/levels/{index}/meaning"), text: &level.meaning, inline: false });
    }
    for (index, response) in checklist.responses.iter().enumerate() {
        all.push(Prose { pointer: format!("/responses/{index}/text"), text: &response.text, inline: false });
    }
    for (name, lines) in [("talking", &checklist.talking), ("sharing", &checklist.sharing)] {
        for (index, text) in lines.iter().enumerate() {
            all.push(Prose { pointer: format!("/{name}/{index}"), text, inline: true });
        }
    }
    all
}
