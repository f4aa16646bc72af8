//! The fields of the form: what stands in them, and putting answers into them.

use alloc::string::String;
use footbridge_model::joined;

use footbridge_model::Answers;

use crate::questionnaire::{Questionnaire, text_of};

impl Questionnaire {
    /// Clears what cannot stand together with an option that has just been chosen.
    pub(crate) fn exclude(&self, item: &str, value: &str) {
        for place in self.rules.excluded(item, value) {
            if let Some(field) = self.find(&option_at(item, place)) {
                field.set_checked(false);
            }
        }
    }

    /// The answers that stand in the form.
    pub(crate) fn read(&self) -> Answers {
        let mut answers = Answers::default();
        for item in self.rules.items() {
            if let Some(count) = self.rules.several(item) {
                let chosen =
                    (0..count).filter_map(|place| self.find(&joined(&[&option_at(item, place), ":checked"])));
                for option in chosen {
                    answers.add(item, &option.value());
                }
                continue;
            }
            // A field for own words counts only while nothing else is chosen: its own button has no value.
            let chosen =
                self.find(&joined(&["fieldset[data-item=\"", item, "\"] input:checked:not([data-own])"]));
            let field = || self.find(&joined(&["fieldset[data-item=\"", item, "\"] [data-field]"]));
            if let Some(value) =
                chosen.or_else(field).map(|field| field.value()).filter(|value| !value.is_empty())
            {
                answers.choose(item, &value);
            }
        }
        for entry in &self.opened {
            answers.open(entry);
        }
        answers
    }

    /// Puts answers into the empty form.
    pub(crate) fn fill(&self, answers: &Answers) {
        for item in self.rules.items() {
            for value in answers.all(item) {
                self.put(item, value);
            }
        }
    }

    fn put(&self, item: &str, value: &str) {
        if let Some(place) = self.rules.option(item, value) {
            if let Some(option) = self.find(&option_at(item, place)) {
                option.set_checked(true);
            }
            return;
        }
        // A point of a scale is a button; its value is a number, so that it can stand in a selector.
        if value.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'.'))
            && let Some(point) = self.find(&joined(&[
                "fieldset[data-item=\"",
                item,
                "\"] input[type=radio][value=\"",
                value,
                "\"]",
            ]))
        {
            point.set_checked(true);
            return;
        }
        if let Some(own) = self.find(&joined(&["fieldset[data-item=\"", item, "\"] [data-own]"])) {
            own.set_checked(true);
        }
        if let Some(field) = self.find(&joined(&["fieldset[data-item=\"", item, "\"] [data-field]"])) {
            field.set_value(value);
        }
    }
}

/// The field of one of several options that can be chosen together.
pub(crate) fn option_at(item: &str, place: usize) -> String {
    joined(&["fieldset[data-item=\"", item, "\"] .choice:nth-of-type(", &text_of(place + 1), ")>input"])
}
