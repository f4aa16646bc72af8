//! Answers, and the reading of answers that people write by hand.

use crate::prelude::*;
use core::fmt;

use crate::{Questionnaire, ResponseOption, Tool, Value};

/// The chosen option value of each answered question. Unanswered questions are absent.
#[derive(Clone, Debug, Default)]
pub struct Answers(Vec<(String, String)>);

impl Answers {
    /// Chooses an option of a question, in place of an earlier choice.
    pub fn choose(&mut self, item: &str, value: &str) {
        self.0.retain(|(known, _)| known != item);
        self.0.push((item.to_owned(), value.to_owned()));
    }

    /// The chosen option value.
    pub fn get(&self, item: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == item).map(|(_, value)| value.as_str())
    }

    /// How many questions are answered.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether no question is answered.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// An answer that fits no question or no option.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unresolved {
    /// The tool has no question with this id.
    Item {
        /// The id that was given.
        item: String,
        /// The ids that exist.
        choices: Vec<String>,
    },
    /// The question has no such option.
    Option {
        /// The question's id.
        item: String,
        /// The answer that was given.
        answer: String,
        /// The options that exist, as `value (label)`.
        choices: Vec<String>,
    },
}

impl fmt::Display for Unresolved {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Unresolved::Item { item, choices } => {
                write!(f, "there is no question `{item}`; the questions are {}", choices.join(", "))
            }
            Unresolved::Option { item, answer, choices } => {
                write!(f, "`{answer}` is no answer to `{item}`; the answers are {}", choices.join(", "))
            }
        }
    }
}

impl core::error::Error for Unresolved {}

/// The option value that an answer means: an option's value, or its label in any case.
///
/// # Errors
/// [`Unresolved`], naming the choices, if there is no such question or option.
pub fn resolve(tool: &Tool, item: &str, answer: &str) -> Result<Value, Unresolved> {
    match tool {
        Tool::Questionnaire(questionnaire) => in_questionnaire(questionnaire, item, answer),
    }
}

fn in_questionnaire(questionnaire: &Questionnaire, item: &str, answer: &str) -> Result<Value, Unresolved> {
    let Some(found) = questionnaire.item(item) else {
        let choices = questionnaire.items.iter().map(|item| item.id.clone()).collect();
        return Err(Unresolved::Item { item: item.to_owned(), choices });
    };
    let wanted = answer.trim().to_lowercase();
    let options = questionnaire.options_of(found);
    let by_value = |option: &&ResponseOption| option.value.as_str().to_lowercase() == wanted;
    let by_label = |option: &&ResponseOption| option.label.trim().to_lowercase() == wanted;
    match options.iter().find(by_value).or_else(|| options.iter().find(by_label)) {
        Some(option) => Ok(option.value.clone()),
        None => Err(Unresolved::Option {
            item: item.to_owned(),
            answer: answer.to_owned(),
            choices: options.iter().map(|option| format!("{} ({})", option.value, option.label)).collect(),
        }),
    }
}
