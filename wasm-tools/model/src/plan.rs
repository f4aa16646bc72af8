//! The definition of a plan: exactly what an educator writes in TOML.
//!
//! A plan has sections, and a person fills them with entries of their own. The comments on fields are shown to
//! educators: in their editor, through the JSON Schema, and in the messages of the build. Texts marked Markdown
//! are rendered by the generator; all others are plain.

mod check;
mod document;
mod draft;
mod file;
mod phone;
mod rules;
mod translation;
mod view;

use crate::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{Audience, Prose};

pub use document::{Document, Entry, Filled, Version};
pub use draft::{Back, Change, Draft, Row};
pub use file::PlanFile;
pub use phone::Phone;
pub use rules::{PlanRules, SectionRule};
pub use translation::{NobodyTexts, PlanTranslation, QuestionTexts, SectionTexts, SuggestionTexts};
pub use view::PlanView;

pub(crate) use check::{plan as problems, translation as problems_of_translation};

/// A plan: sections that a person fills with entries of their own, a view for a hard moment, and a way to look it over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// The name that readers see. Example: `"My keep-safe plan"`
    pub title: String,
    /// One plain sentence: what it is. Example: `"A short plan for the moments when staying safe is hard."`
    pub summary: String,
    /// How many minutes a first round takes, from 1 to 120. Example: `20`
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 120)))]
    pub minutes: u16,
    /// For whom it is. Example: `["client", "family"]`
    #[serde(default)]
    pub audience: Vec<Audience>,
    /// Whether the site's crisis lines stand at the top, in the view for a hard moment, and on paper. Example: `true`
    #[serde(default)]
    pub crisis_lines: bool,
    /// What the plan can and cannot do, in Markdown.
    pub limits: String,
    /// What to know before starting: a list of lines in Markdown. Example: `["Make it on a calm day, with somebody you trust."]`
    #[serde(default)]
    pub before: Vec<String>,
    /// The sections, in the order in which a person fills them.
    pub sections: Vec<Section>,
    /// The ids of the sections that the view for a hard moment shows, in its order. Example: `["alone", "company", "people"]`
    pub crisis_view: Vec<String>,
    /// The ids of the sections on the card for a wallet, in its order. Leave it out for a plan without a card. Example: `["people", "alone"]`
    #[serde(default)]
    pub card: Vec<String>,
    /// The questions of a look back.
    #[serde(default)]
    pub review: Vec<Question>,
    /// After how many days the plan asks to be looked at again, from 1 to 366. 30 unless stated. Example: `30`
    #[serde(default = "a_month")]
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 366)))]
    pub review_after: u16,
}

fn a_month() -> u16 {
    30
}

fn few_rows() -> u16 {
    3
}

fn is_few(rows: &u16) -> bool {
    *rows == few_rows()
}

/// A part of a plan: a heading, a prompt, and room for entries of one kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// The section's short name, in small letters, digits and hyphens. Keep it when you change the words: kept plans find their place by it. Example: `"people"`
    pub id: String,
    /// The heading. Example: `"People I can tell"`
    pub title: String,
    /// The prompt: what to write here, in one or two plain sentences. Example: `"Who could you ring, even late?"`
    pub prompt: String,
    /// More help, in Markdown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    /// What the entries are: `lines` (short texts), `steps` (in order, to tick off), `contacts` (name, number, best hours, and "have I asked them?"), `reasons` (what matters), `agreements` (what, who, until when) or `dates` (a day and what it is for). `lines` unless stated. Example: `"contacts"`
    #[serde(default)]
    pub entries: EntryKind,
    /// How many empty rows stand on paper and on a page without scripts, from 1 to 12. 3 unless stated. Example: `4`
    #[serde(default = "few_rows", skip_serializing_if = "is_few")]
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 12)))]
    pub rows: u16,
    /// Ideas to choose from. They are shown, and never filled in unasked.
    #[serde(default)]
    pub suggestions: Vec<Suggestion>,
    /// For `contacts`: the gentle question while nobody is named, and what "nobody right now" is answered with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nobody: Option<Nobody>,
    /// Whether the site's crisis lines stand in this section. Example: `true`
    #[serde(default)]
    pub crisis_lines: bool,
}

/// What the entries of a section are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum EntryKind {
    /// Short texts.
    #[default]
    Lines,
    /// Texts in an order, each to tick off.
    Steps,
    /// Names with numbers and hours, and whether they have been asked.
    Contacts,
    /// What matters: shown in large letters in a hard moment.
    Reasons,
    /// What is agreed, with whom, and until when.
    Agreements,
    /// Days, each with what it is for.
    Dates,
}

/// One of the things that a person writes for an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Field {
    /// The text itself.
    Text,
    /// A person's or a place's name.
    Name,
    /// A telephone number.
    Number,
    /// The best hours to reach them.
    Hours,
    /// Who has agreed.
    Who,
    /// Until when it holds.
    Until,
    /// A day of the calendar.
    Day,
}

impl EntryKind {
    /// What a person writes for an entry. The first is the one that an entry is known by.
    pub fn fields(self) -> &'static [Field] {
        match self {
            EntryKind::Lines | EntryKind::Steps | EntryKind::Reasons => &[Field::Text],
            EntryKind::Contacts => &[Field::Name, Field::Number, Field::Hours],
            EntryKind::Agreements => &[Field::Text, Field::Who, Field::Until],
            EntryKind::Dates => &[Field::Text, Field::Day],
        }
    }

    /// Whether an entry has a box to tick: a step is done, a contact has been asked.
    pub fn has_tick(self) -> bool {
        matches!(self, EntryKind::Steps | EntryKind::Contacts)
    }

    /// The kind as written in the file.
    pub fn word(self) -> &'static str {
        match self {
            EntryKind::Lines => "lines",
            EntryKind::Steps => "steps",
            EntryKind::Contacts => "contacts",
            EntryKind::Reasons => "reasons",
            EntryKind::Agreements => "agreements",
            EntryKind::Dates => "dates",
        }
    }
}

/// An idea for an entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Suggestion {
    /// What stands in the plan when it is chosen. Example: `"Walk around the block"`
    pub text: String,
    /// How to do it, in one or two plain sentences. Example: `"Ten minutes are enough."`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub how: Option<String>,
    /// When it is better left out. Example: `"Not when your chest hurts."`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caution: Option<String>,
}

/// What is said while a section for people names nobody. It asks, and never holds anything up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Nobody {
    /// The gentle question. Example: `"Is there one person who may know about this plan?"`
    pub ask: String,
    /// The button for those who have nobody now. Example: `"Nobody right now"`
    pub answer: String,
    /// What they are told, in Markdown: warm, with lines and peers to turn to.
    pub text: String,
}

/// A question of the look back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// The question's short name. Example: `"helped"`
    pub id: String,
    /// The question. Example: `"What helped?"`
    pub text: String,
}

impl Plan {
    /// The section with this id.
    pub fn section(&self, id: &str) -> Option<&Section> {
        self.sections.iter().find(|section| section.id == id)
    }

    /// Whether crisis lines are shown anywhere in the plan.
    pub fn shows_crisis_lines(&self) -> bool {
        self.crisis_lines || self.sections.iter().any(|section| section.crisis_lines)
    }
}

/// Every Markdown text of a plan.
pub(crate) fn prose(plan: &Plan) -> Vec<Prose<'_>> {
    let mut all = Vec::new();
    all.push(Prose { pointer: "/limits".to_owned(), text: &plan.limits, inline: false });
    for (place, text) in plan.before.iter().enumerate() {
        all.push(Prose { pointer: format!("/before/{place}"), text, inline: true });
    }
    for (index, section) in plan.sections.iter().enumerate() {
        if let Some(text) = &section.help {
            all.push(Prose { pointer: format!("/sections/{index}/help"), text, inline: false });
        }
        if let Some(nobody) = &section.nobody {
            let pointer = format!("/sections/{index}/nobody/text");
            all.push(Prose { pointer, text: &nobody.text, inline: false });
        }
    }
    all
}

#[cfg(test)]
mod tests;
