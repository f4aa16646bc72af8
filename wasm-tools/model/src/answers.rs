//! Answers, and the reading of answers that people write by hand.

use crate::prelude::*;
use core::fmt;

use crate::date::is_date;
use crate::grid::Grid;
use crate::{Item, ItemType, Questionnaire, ResponseOption, Value, layout};

/// What each answered question was answered with: option values, numbers, days and texts, all as text.
/// Unanswered questions are absent; a question that takes several options may occur several times.
#[derive(Clone, Debug, Default)]
pub struct Answers {
    given: Vec<(String, String)>,
    opened: Vec<String>,
}

impl Answers {
    /// Answers a question, in place of an earlier answer.
    pub fn choose(&mut self, item: &str, value: &str) {
        self.given.retain(|(known, _)| known != item);
        self.add(item, value);
    }

    /// Adds one more chosen option to a question that takes several.
    pub fn add(&mut self, item: &str, value: &str) {
        self.given.push((item.to_owned(), value.to_owned()));
    }

    /// The answer, or the first of several.
    pub fn get(&self, item: &str) -> Option<&str> {
        self.given.iter().find(|(known, _)| known == item).map(|(_, value)| value.as_str())
    }

    /// Every chosen option of a question.
    pub fn all(&self, item: &str) -> impl Iterator<Item = &str> {
        self.given.iter().filter(move |(known, _)| known == item).map(|(_, value)| value.as_str())
    }

    /// Shows one more entry of a repeating group (its id with the number of the entry, as in `medicine.2`),
    /// though nothing is in it yet. This changes what is shown, never a score.
    pub fn open(&mut self, group: &str) {
        self.opened.push(group.to_owned());
    }

    /// Whether an empty entry was opened.
    pub fn is_opened(&self, group: &str) -> bool {
        self.opened.iter().any(|known| known == group)
    }

    /// Every answer with its question, in the order in which they were given.
    pub(crate) fn given(&self) -> &[(String, String)] {
        &self.given
    }

    /// How many answers there are.
    pub fn len(&self) -> usize {
        self.given.len()
    }

    /// Whether no question is answered.
    pub fn is_empty(&self) -> bool {
        self.given.is_empty()
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
    /// The answer is not of the kind that the question takes.
    Kind {
        /// The question's id.
        item: String,
        /// The answer that was given.
        answer: String,
        /// What it takes, as in `a whole number from 0 to 7`.
        takes: String,
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
            Unresolved::Kind { item, answer, takes } => {
                write!(f, "`{answer}` is no answer to `{item}`, which takes {takes}")
            }
        }
    }
}

impl core::error::Error for Unresolved {}

/// What an answer means to the rules: an option's value (also given by its label in any case), a number, a day
/// or a text. Later entries of a repeating group are named with their number: `medicine.2`.
///
/// # Errors
/// [`Unresolved`], naming the choices, if there is no such question or the answer does not fit it.
pub fn resolve(questionnaire: &Questionnaire, id: &str, answer: &str) -> Result<Value, Unresolved> {
    let slots = layout::slots(questionnaire);
    let takes_answers = |slot: &&layout::Slot| questionnaire.items[slot.item].takes_an_answer();
    let Some(found) = slots.iter().filter(takes_answers).find(|slot| slot.id(questionnaire) == id) else {
        let choices = slots.iter().filter(takes_answers).map(|slot| slot.id(questionnaire)).collect();
        return Err(Unresolved::Item { item: id.to_owned(), choices });
    };
    let item = &questionnaire.items[found.item];
    let text = answer.trim();
    let wrong =
        |takes: String| Err(Unresolved::Kind { item: id.to_owned(), answer: answer.to_owned(), takes });
    match item.kind {
        ItemType::Integer | ItemType::Decimal | ItemType::Scale => match Grid::of(item).read(text) {
            Some(number) => Ok(Value::from(number.to_text().as_str())),
            None => wrong(Grid::of(item).in_words()),
        },
        ItemType::Date if is_date(text) => Ok(Value::from(text)),
        ItemType::Date => wrong("a day as year-month-day".to_owned()),
        ItemType::Text if text.is_empty() => wrong("a text".to_owned()),
        ItemType::Text => Ok(Value::from(answer)),
        ItemType::OpenChoice if !text.is_empty() => {
            Ok(option(questionnaire, item, text).unwrap_or_else(|| Value::from(text)))
        }
        _ => option(questionnaire, item, text).ok_or_else(|| Unresolved::Option {
            item: id.to_owned(),
            answer: answer.to_owned(),
            choices: choices_in_words(questionnaire, item),
        }),
    }
}

/// The option with this value, or else with this label, in any case.
fn option(questionnaire: &Questionnaire, item: &Item, text: &str) -> Option<Value> {
    let wanted = text.to_lowercase();
    let options = questionnaire.options_of(item);
    if options.is_empty() && item.kind == ItemType::YesNo {
        return match wanted.as_str() {
            "yes" | "true" => Some(Value::from("yes")),
            "no" | "false" => Some(Value::from("no")),
            _ => None,
        };
    }
    let by_value = |option: &&ResponseOption| option.value.as_str().to_lowercase() == wanted;
    let by_label = |option: &&ResponseOption| option.label.trim().to_lowercase() == wanted;
    options.iter().find(by_value).or_else(|| options.iter().find(by_label)).map(|option| option.value.clone())
}

fn choices_in_words(questionnaire: &Questionnaire, item: &Item) -> Vec<String> {
    let options = questionnaire.options_of(item);
    if options.is_empty() && item.kind == ItemType::YesNo {
        return ["yes", "no"].map(str::to_owned).to_vec();
    }
    options.iter().map(|option| format!("{} ({})", option.value, option.label)).collect()
}
