//! A plan in another language: other texts over the same sections.

use crate::prelude::*;
use serde::{Deserialize, Serialize};

use super::{Nobody, Plan, Section, Suggestion};
use crate::Problem;

/// The texts of a plan in another language: what `keep-safe-plan.es.toml` beside `keep-safe-plan.toml` holds.
///
/// The sections, their kinds and their order are those of the original, so that a plan which was begun in one language goes on in another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PlanTranslation {
    /// The name that readers see.
    pub title: String,
    /// One plain sentence: what it is.
    pub summary: String,
    /// What the plan can and cannot do, in Markdown.
    pub limits: String,
    /// What to know before starting: as many lines as in the original.
    #[serde(default)]
    pub before: Vec<String>,
    /// The words of the sections.
    pub sections: Vec<SectionTexts>,
    /// The words of the questions of the look back.
    #[serde(default)]
    pub review: Vec<QuestionTexts>,
}

/// The words of a section.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SectionTexts {
    /// The section's id in the original. Example: `"people"`
    pub id: String,
    /// The heading.
    pub title: String,
    /// The prompt.
    pub prompt: String,
    /// More help, in Markdown. Only where the original has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    /// The ideas, as many as in the original and in the same order.
    #[serde(default)]
    pub suggestions: Vec<SuggestionTexts>,
    /// What is said while nobody is named. Only where the original has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nobody: Option<NobodyTexts>,
}

/// The words of an idea.
pub type SuggestionTexts = Suggestion;

/// What is said while nobody is named.
pub type NobodyTexts = Nobody;

/// The words of a question of the look back.
pub type QuestionTexts = super::Question;

impl PlanTranslation {
    /// The original with these texts in place of its own. What has no translation keeps its text;
    /// [`PlanTranslation::problems`] names it.
    pub fn over(&self, original: &Plan) -> Plan {
        let mut whole = original.clone();
        whole.title.clone_from(&self.title);
        whole.summary.clone_from(&self.summary);
        whole.limits.clone_from(&self.limits);
        whole.before.clone_from(&self.before);
        for section in &mut whole.sections {
            if let Some(texts) = self.sections.iter().find(|texts| texts.id == section.id) {
                texts.over(section);
            }
        }
        for question in &mut whole.review {
            if let Some(texts) = self.review.iter().find(|texts| texts.id == question.id) {
                question.text.clone_from(&texts.text);
            }
        }
        whole
    }

    /// Everything that forbids publishing the translation, with JSON pointers into it.
    pub fn problems(&self, original: &Plan) -> Vec<Problem> {
        super::problems_of_translation(self, original)
    }
}

impl SectionTexts {
    fn over(&self, section: &mut Section) {
        section.title.clone_from(&self.title);
        section.prompt.clone_from(&self.prompt);
        section.help.clone_from(&self.help);
        section.nobody.clone_from(&self.nobody);
        section.suggestions.clone_from(&self.suggestions);
    }
}
