//! A checklist in another language: other texts over the same signs and rules.

use crate::prelude::*;
use serde::{Deserialize, Serialize};

use super::{Checklist, Colour, Domain, ScalePoint, problems_of_texts};
use crate::Problem;
use crate::translation::ResponseTexts;

/// The texts of a checklist in another language: what `my-signs.es.toml` beside `my-signs.toml` holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ChecklistTexts {
    /// The name that readers see.
    pub title: String,
    /// One plain sentence: what it is.
    pub summary: String,
    /// What it cannot tell, and what it must never be used for, in Markdown.
    pub limits: String,
    /// How far early signs can be trusted, in Markdown.
    pub honest: String,
    /// How often to look, in Markdown.
    pub frequency: String,
    /// The words of the scale, with the same values.
    pub scale: Vec<ScalePoint>,
    /// The words of the parts of life, with the same ids.
    pub domains: Vec<Domain>,
    /// The words of the groups.
    pub groups: Vec<GroupTexts>,
    /// The words of the signs.
    pub signs: Vec<SignTexts>,
    /// The words of the signs that cannot wait.
    pub red: Vec<SignTexts>,
    /// The words of the levels.
    pub levels: Vec<LevelTexts>,
    /// The words of the responses.
    pub responses: Vec<ResponseTexts>,
    /// Words for talking about signs without blame.
    #[serde(default)]
    pub talking: Vec<String>,
    /// What sharing means and what it must not become.
    #[serde(default)]
    pub sharing: Vec<String>,
}

/// The words of a group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct GroupTexts {
    /// The group's id in the original. Example: `"mania"`
    pub id: String,
    /// The words.
    pub title: String,
    /// One sentence about it. Only where the original has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// The words of a sign.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SignTexts {
    /// The sign's id in the original. Example: `"sleep-short"`
    pub id: String,
    /// The words of the person.
    pub mine: String,
    /// The words of somebody who sees it.
    pub seen: String,
}

/// The words of a level.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LevelTexts {
    /// The level's color in the original. Example: `"yellow"`
    pub colour: Colour,
    /// The level in a few words.
    pub label: String,
    /// What the level means, in Markdown.
    pub meaning: String,
    /// Suggestions for "what I do".
    #[serde(default)]
    pub own: Vec<String>,
    /// Suggestions for "what I want others to do".
    #[serde(default)]
    pub others: Vec<String>,
    /// Suggestions for "what I do not want".
    #[serde(default)]
    pub unwanted: Vec<String>,
}

impl ChecklistTexts {
    /// The original with these texts in place of its own. All else stays, so its rules are those of the original.
    /// What has no translation keeps its text; [`ChecklistTexts::problems`] names it.
    pub fn over(&self, original: &Checklist) -> Checklist {
        let mut whole = original.clone();
        whole.title.clone_from(&self.title);
        whole.summary.clone_from(&self.summary);
        whole.limits.clone_from(&self.limits);
        whole.honest.clone_from(&self.honest);
        whole.frequency.clone_from(&self.frequency);
        whole.talking.clone_from(&self.talking);
        whole.sharing.clone_from(&self.sharing);
        for point in &mut whole.scale {
            if let Some(texts) = self.scale.iter().find(|texts| texts.value == point.value) {
                point.label.clone_from(&texts.label);
            }
        }
        for domain in &mut whole.domains {
            if let Some(texts) = self.domains.iter().find(|texts| texts.id == domain.id) {
                domain.title.clone_from(&texts.title);
            }
        }
        for group in &mut whole.groups {
            if let Some(texts) = self.groups.iter().find(|texts| texts.id == group.id) {
                group.title.clone_from(&texts.title);
                group.note.clone_from(&texts.note);
            }
        }
        for sign in &mut whole.signs {
            if let Some(texts) = self.signs.iter().find(|texts| texts.id == sign.id) {
                sign.mine.clone_from(&texts.mine);
                sign.seen.clone_from(&texts.seen);
            }
        }
        for red in &mut whole.red {
            if let Some(texts) = self.red.iter().find(|texts| texts.id == red.id) {
                red.mine.clone_from(&texts.mine);
                red.seen.clone_from(&texts.seen);
            }
        }
        for level in &mut whole.levels {
            if let Some(texts) = self.levels.iter().find(|texts| texts.colour == level.colour) {
                level.label.clone_from(&texts.label);
                level.meaning.clone_from(&texts.meaning);
                level.own.clone_from(&texts.own);
                level.others.clone_from(&texts.others);
                level.unwanted.clone_from(&texts.unwanted);
            }
        }
        for response in &mut whole.responses {
            if let Some(texts) = self.responses.iter().find(|texts| texts.id == response.id) {
                response.title.clone_from(&texts.title);
                response.text.clone_from(&texts.text);
            }
        }
        whole
    }

    /// Everything that forbids publishing the translation, with JSON pointers into it.
    pub fn problems(&self, original: &Checklist) -> Vec<Problem> {
        problems_of_texts(self, original)
    }
}
