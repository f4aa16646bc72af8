//! Crisis lines as data: by country and language, with the date on which each was checked.

use std::sync::Arc;

use jiff::civil::Date;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use schemars::JsonSchema;
use serde::Deserialize;

use super::Words;
use crate::authored::Node;
use crate::findings::{Finding, Place, closest, codes};

/// Where people find help now.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Crisis {
    /// The code of the country whose lines stand on every page: "US".
    pub country: String,
    /// Days after which a line must be checked again.
    #[serde(default = "half_a_year")]
    pub max_age_days: i64,
    /// The countries: `[[crisis.countries]]`.
    pub countries: Vec<Country>,
}

/// One country.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Country {
    /// Two letters: "US".
    pub code: String,
    /// Its name by language: `{ en = "Mexico", es = "México" }`.
    pub name: Words,
    /// The emergency number, as dialled: "911".
    pub emergency: String,
    /// Its lines: `[[crisis.countries.lines]]`.
    #[serde(default)]
    pub lines: Vec<Line>,
}

/// One line that a person can call, text or chat with.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// A short id: "988".
    pub id: String,
    /// The official name by language.
    pub name: Words,
    /// What it is: `emergency`, `crisis` or `support-info`.
    pub kind: LineKind,
    /// The number to call, as shown: "116 123".
    #[serde(default)]
    pub call: Option<String>,
    /// The number for text messages.
    #[serde(default)]
    pub text: Option<String>,
    /// The word to send, if one is needed: "HOME".
    #[serde(default)]
    pub text_body: Option<String>,
    /// The address of the chat.
    #[serde(default)]
    pub chat: Option<String>,
    /// When it answers, by language.
    #[serde(default)]
    pub hours: Words,
    /// The languages it speaks, as codes.
    #[serde(default)]
    pub languages: Vec<String>,
    /// One helpful sentence, by language.
    #[serde(default)]
    pub note: Words,
    /// The official page that says so.
    pub source: String,
    /// The day on which the line was checked: "2026-11-22".
    pub checked: String,
}

/// What kind of help a line gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum LineKind {
    /// Police, ambulance, fire.
    Emergency,
    /// Trained people for a person in crisis.
    Crisis,
    /// Information and support, not for an emergency.
    SupportInfo,
}

impl LineKind {
    /// The word of the settings.
    pub fn word(self) -> &'static str {
        match self {
            LineKind::Emergency => "emergency",
            LineKind::Crisis => "crisis",
            LineKind::SupportInfo => "support-info",
        }
    }
}

fn half_a_year() -> i64 {
    180
}

impl Crisis {
    /// The default country first, then the others in the order of the file.
    pub fn countries(&self) -> impl Iterator<Item = &Country> {
        let is_default = |country: &&Country| country.code == self.country;
        let others = self.countries.iter().filter(move |country| !is_default(country));
        self.countries.iter().filter(is_default).chain(others)
    }

    pub(super) fn check(&self, node: &Node, file: &Arc<str>, today: Date, findings: &mut Vec<Finding>) {
        let at = |pointer: String| Place::at(file, node.nearest(&pointer).range.clone());
        match self.countries.iter().find(|country| country.code == self.country) {
            Some(country) if !country.lines.is_empty() => {}
            found => findings.push(Finding::new(
                &codes::NO_CRISIS_LINE,
                at("/crisis/country".into()),
                match found {
                    Some(_) => format!("The site's country, `{}`, has no line.", self.country),
                    None => format!("The site's country, `{}`, is not among the countries.", self.country),
                },
                match closest(&self.country, self.countries.iter().map(|country| country.code.as_str())) {
                    Some(close) if found.is_none() => format!("Did you mean `{close}`?"),
                    _ => "Add at least one line that answers day and night.".to_owned(),
                },
            )),
        }
        for (c, country) in self.countries.iter().enumerate() {
            let pointer = format!("/crisis/countries/{c}");
            number(&country.emergency, at(format!("{pointer}/emergency")), findings);
            for (l, line) in country.lines.iter().enumerate() {
                let pointer = format!("{pointer}/lines/{l}");
                for (key, value) in [("call", &line.call), ("text", &line.text)] {
                    if let Some(value) = value {
                        number(value, at(format!("{pointer}/{key}")), findings);
                    }
                }
                for (key, value) in [("chat", line.chat.as_deref()), ("source", Some(line.source.as_str()))] {
                    if let Some(value) = value.filter(|value| !super::is_web_address(value)) {
                        findings.push(super::bad_address(value, at(format!("{pointer}/{key}"))));
                    }
                }
                self.age(line, at(format!("{pointer}/checked")), today, findings);
            }
        }
    }

    fn age(&self, line: &Line, place: Place, today: Date, findings: &mut Vec<Finding>) {
        let Ok(checked) = line.checked.parse::<Date>() else {
            findings.push(Finding::new(
                &codes::WRONG_VALUE,
                place,
                format!("`{}` is not a date that exists.", line.checked),
                "Write year, month and day: \"2026-11-22\".",
            ));
            return;
        };
        let days = (today - checked).get_days();
        if i64::from(days) > self.max_age_days {
            findings.push(Finding::new(
                &codes::OLD_CRISIS_LINE,
                place,
                format!("The line `{}` was last checked {days} days ago.", line.id),
                format!("Open {}, compare, and set `checked` to today.", line.source),
            ));
        }
    }
}

impl Line {
    /// What a phone needs to dial: `tel:116123`.
    pub fn call_href(&self) -> Option<String> {
        self.call.as_deref().map(|number| format!("tel:{}", dialled(number)))
    }

    /// What a phone needs to write: `sms:741741?body=HOME`.
    pub fn text_href(&self) -> Option<String> {
        let number = dialled(self.text.as_deref()?);
        Some(match &self.text_body {
            Some(body) => format!("sms:{number}?body={}", utf8_percent_encode(body, NON_ALPHANUMERIC)),
            None => format!("sms:{number}"),
        })
    }
}

/// A number without what is only for the eye. `*` and `#` are dialled, and `#` must not start a fragment.
fn dialled(number: &str) -> String {
    number
        .chars()
        .filter(|c| c.is_ascii_digit() || matches!(c, '+' | '*' | '#'))
        .collect::<String>()
        .replace('#', "%23")
}

fn number(text: &str, place: Place, findings: &mut Vec<Finding>) {
    let fine = text.chars().any(|c| c.is_ascii_digit())
        && text.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '-' | '+' | '*' | '#' | '(' | ')'));
    if !fine {
        findings.push(Finding::new(
            &codes::BAD_PHONE_NUMBER,
            place,
            format!("`{text}` cannot be dialled."),
            "Use digits, spaces, hyphens, `+`, `*` and `#` only.",
        ));
    }
}

#[cfg(test)]
mod tests {
    use super::dialled;

    #[test]
    fn numbers_are_dialled_without_spaces() {
        assert_eq!(dialled("116 123"), "116123");
        assert_eq!(dialled("1-800-662-4357"), "18006624357");
        assert_eq!(dialled("*4141"), "*4141");
    }
}
