//! A tool of any kind, and what can be asked of every kind.

use crate::prelude::*;
use serde::{Deserialize, Serialize};

use crate::checklist::{self, ChecklistRules};
use crate::{
    Checklist, Plan, PlanRules, Problem, Prose, Questionnaire, Rules, View, Words, YesNo, check, plan, prose,
    view,
};

/// A tool: what one file in `content/tools/` holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[expect(clippy::large_enum_variant, reason = "a site has a handful, read once")]
pub enum Tool {
    /// Questions with response options, scores and severity bands.
    Questionnaire(Questionnaire),
    /// Sections that a person fills with entries of their own.
    Plan(Plan),
    /// Early signs to sort and rate, levels with what was agreed, and others who help to look.
    Checklist(Checklist),
}

impl Tool {
    /// The kind as written in the file; also the name of its template, `tools/<kind>.html`.
    pub fn kind(&self) -> &'static str {
        match self {
            Tool::Questionnaire(_) => "questionnaire",
            Tool::Plan(_) => "plan",
            Tool::Checklist(_) => "checklist",
        }
    }

    /// The name that readers see.
    pub fn title(&self) -> &str {
        match self {
            Tool::Questionnaire(questionnaire) => &questionnaire.title,
            Tool::Plan(plan) => &plan.title,
            Tool::Checklist(checklist) => &checklist.title,
        }
    }

    /// One plain sentence: what it is.
    pub fn summary(&self) -> &str {
        match self {
            Tool::Questionnaire(questionnaire) => &questionnaire.summary,
            Tool::Plan(plan) => &plan.summary,
            Tool::Checklist(checklist) => &checklist.summary,
        }
    }

    /// Whether it needs the site's crisis lines: an answer can bring them up, or they stand in it.
    pub fn asks_about_risk(&self) -> bool {
        match self {
            Tool::Questionnaire(questionnaire) => questionnaire.asks_about_risk(),
            Tool::Plan(plan) => plan.shows_crisis_lines(),
            Tool::Checklist(checklist) => checklist.asks_about_risk(),
        }
    }

    /// Every Markdown text of the definition, with the JSON pointer at which it stands, in the definition
    /// and in the [`View`] alike.
    pub fn prose(&self) -> Vec<Prose<'_>> {
        match self {
            Tool::Questionnaire(questionnaire) => prose::of_questionnaire(questionnaire),
            Tool::Plan(plan) => plan::prose(plan),
            Tool::Checklist(checklist) => checklist::prose_of(checklist),
        }
    }

    /// Everything that forbids publishing the tool, in the order of the file.
    pub fn problems(&self) -> Vec<Problem> {
        match self {
            Tool::Questionnaire(questionnaire) => check::questionnaire(questionnaire),
            Tool::Plan(plan) => plan::problems(plan),
            Tool::Checklist(checklist) => checklist::problems(checklist),
        }
    }

    /// The definition without its words, for the browser. Each kind has a form of its own, which begins with a
    /// version byte.
    pub fn compact(&self) -> Vec<u8> {
        match self {
            Tool::Questionnaire(questionnaire) => questionnaire.rules().to_bytes(),
            Tool::Plan(plan) => plan.rules().to_bytes(),
            Tool::Checklist(checklist) => checklist.rules().to_bytes(),
        }
    }

    /// The questionnaire, if it is one.
    pub fn questionnaire(&self) -> Option<&Questionnaire> {
        match self {
            Tool::Questionnaire(questionnaire) => Some(questionnaire),
            Tool::Plan(_) | Tool::Checklist(_) => None,
        }
    }

    /// Everything that a template needs, with shared options copied in and all numbers computed.
    pub fn view(&self) -> View<'_> {
        self.view_with(Words::of(YesNo { yes: "Yes", no: "No" }))
    }

    /// The same with the words of another language where the definition leaves them to the theme.
    pub fn view_with<'a>(&'a self, words: Words<'a>) -> View<'a> {
        match self {
            Tool::Questionnaire(questionnaire) => {
                View::Questionnaire(view::of_questionnaire(questionnaire, words))
            }
            Tool::Plan(plan) => View::Plan(plan.view()),
            Tool::Checklist(checklist) => View::Checklist(checklist),
        }
    }
}

impl Questionnaire {
    /// The numbers without the words: all that scoring needs.
    pub fn rules(&self) -> Rules {
        Rules::of_questionnaire(self)
    }
}

impl Plan {
    /// The ids and kinds without the words.
    pub fn rules(&self) -> PlanRules {
        PlanRules::of(self)
    }
}

impl Checklist {
    /// The ids and numbers without the words.
    pub fn rules(&self) -> ChecklistRules {
        ChecklistRules::of(self)
    }
}
