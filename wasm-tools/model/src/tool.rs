//! A tool of any kind, and what can be asked of every kind.

use crate::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{Problem, Prose, Questionnaire, Rules, View, Words, check, prose, view};

/// A tool: what one file in `content/tools/` holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Tool {
    /// Questions with response options, scores and severity bands.
    Questionnaire(Questionnaire),
}

impl Tool {
    /// The kind as written in the file; also the name of its template, `tools/<kind>.html`.
    pub fn kind(&self) -> &'static str {
        match self {
            Tool::Questionnaire(_) => "questionnaire",
        }
    }

    /// The name that readers see.
    pub fn title(&self) -> &str {
        match self {
            Tool::Questionnaire(questionnaire) => &questionnaire.title,
        }
    }

    /// One plain sentence: what it is.
    pub fn summary(&self) -> &str {
        match self {
            Tool::Questionnaire(questionnaire) => &questionnaire.summary,
        }
    }

    /// Whether an answer can bring up a risk response, so that crisis lines are needed beside it.
    pub fn asks_about_risk(&self) -> bool {
        match self {
            Tool::Questionnaire(questionnaire) => questionnaire.asks_about_risk(),
        }
    }

    /// Every Markdown text of the definition, with the JSON pointer at which it stands, in the definition
    /// and in the [`View`] alike.
    pub fn prose(&self) -> Vec<Prose<'_>> {
        match self {
            Tool::Questionnaire(questionnaire) => prose::of_questionnaire(questionnaire),
        }
    }

    /// Everything that forbids publishing the tool, in the order of the file.
    pub fn problems(&self) -> Vec<Problem> {
        match self {
            Tool::Questionnaire(questionnaire) => check::questionnaire(questionnaire),
        }
    }

    /// The numbers without the words: all that scoring needs.
    pub fn rules(&self) -> Rules {
        match self {
            Tool::Questionnaire(questionnaire) => Rules::of_questionnaire(questionnaire),
        }
    }

    /// Everything that a template needs, with shared options copied in and all numbers computed.
    pub fn view(&self) -> View<'_> {
        self.view_with(Words { yes: "Yes", no: "No" })
    }

    /// The same with the words of another language where the definition leaves them to the theme.
    pub fn view_with<'a>(&'a self, words: Words<'a>) -> View<'a> {
        match self {
            Tool::Questionnaire(questionnaire) => {
                View::Questionnaire(view::of_questionnaire(questionnaire, words))
            }
        }
    }
}
