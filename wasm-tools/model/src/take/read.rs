//! A FHIR R4 QuestionnaireResponse back into answers: one of ours, or another program's for the same form.

use crate::prelude::*;

use super::response::LOINC;
use crate::date::is_date;
use crate::json::Json;
use crate::rules::{AnswerRule, ItemRule};
use crate::{Answers, Number, Rules};

/// The largest file that is read, in bytes. Answers to the longest form have a hundredth of it.
const LARGEST: usize = 2_000_000;

/// What a file of answers held.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The answers to questions of this form.
    pub answers: Answers,
    /// Whether the file also answers what is no question here, or in words that are no answer here.
    pub left_out: bool,
}

/// Why a file gives no answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unopened {
    /// It is damaged, or no file of answers at all.
    Damaged,
    /// It is a file of answers, but to another form, or with no answer in it.
    Other,
}

impl Rules {
    /// The answers in a file, if it is a QuestionnaireResponse to this form. `form` is the address of the form,
    /// with or without its version.
    ///
    /// Questions are known by their name here, if the file is for this form by its address. In a file of any
    /// form they are known by their LOINC code: that names the same question everywhere.
    ///
    /// # Errors
    /// [`Unopened`] if nothing can be taken from the file.
    pub fn open(&self, text: &str, form: &str) -> Result<Opened, Unopened> {
        let whole =
            Some(text).filter(|text| text.len() <= LARGEST).and_then(Json::read).ok_or(Unopened::Damaged)?;
        if whole.get("resourceType").and_then(Json::text).as_deref() != Some("QuestionnaireResponse") {
            return Err(Unopened::Damaged);
        }
        let theirs = whole.get("questionnaire").and_then(Json::text).unwrap_or_default();
        let mut opening = Opening {
            rules: self,
            is_ours: is_same(&theirs, form),
            entries: Vec::new(),
            opened: Opened { answers: Answers::default(), left_out: false },
        };
        opening.items(whole, "");
        if opening.opened.answers.is_empty() { Err(Unopened::Other) } else { Ok(opening.opened) }
    }
}

/// Whether two addresses are those of one form. Pages move; a form of our own keeps the end of its address.
fn is_same(one: &str, other: &str) -> bool {
    let (one, other) = (without_version(one), without_version(other));
    let end = own_end(one);
    !one.is_empty() && (one == other || (end.is_some() && end == own_end(other)))
}

fn without_version(address: &str) -> &[u8] {
    address.as_bytes().split(|byte| *byte == b'|').next().unwrap_or_default()
}

fn own_end(address: &[u8]) -> Option<&[u8]> {
    let mark = b"/tools/";
    address.get(address.windows(mark.len()).rposition(|part| part == mark)?..)
}

struct Opening<'a> {
    rules: &'a Rules,
    is_ours: bool,
    /// How many entries of each repeating group there were so far.
    entries: Vec<(String, usize)>,
    opened: Opened,
}

impl Opening<'_> {
    /// The items of a resource, a group or an answer; `entry` is the end of the ids in an entry of a repeating
    /// group, as in `medicine.2`. The text's own depth bounds the recursion.
    fn items(&mut self, above: Json<'_>, entry: &str) {
        let Some(items) = above.get("item") else { return };
        for item in items.list() {
            let link = item.get("linkId").and_then(Json::text).unwrap_or_default();
            let mut answers = Vec::new();
            if let Some(given) = item.get("answer") {
                answers.extend(given.list());
            }
            let place = self.place(&link, entry);
            match place.and_then(|place| self.rules.items.get(place)) {
                Some(rule) => {
                    for answer in &answers {
                        self.answer(rule, *answer);
                    }
                }
                None => {
                    let is_score = self.is_ours && self.rules.scores.iter().any(|score| score.id == link);
                    self.opened.left_out |= !answers.is_empty() && !is_score;
                }
            }
            let below = self.entry_of(&link).unwrap_or_else(|| entry.to_owned());
            self.items(item, &below);
            for answer in answers {
                self.items(answer, &below);
            }
        }
    }

    /// The question that a file means.
    fn place(&self, link: &str, entry: &str) -> Option<usize> {
        // Some programs write the code as a path.
        let code = link.as_bytes().rsplit(|byte| *byte == b'/').next();
        self.rules.items.iter().position(|rule| {
            let by_name = self.is_ours && rule.link() == link && rule.entry() == entry;
            rule.answer != AnswerRule::None
                && (by_name || (rule.code.is_some() && rule.code.as_deref().map(str::as_bytes) == code))
        })
    }

    /// If it is a repeating group: the end of the ids in its next entry.
    fn entry_of(&mut self, link: &str) -> Option<String> {
        let repeats = |rule: &ItemRule| rule.extra && rule.link() == link;
        if !self.is_ours || !self.rules.items.iter().any(repeats) {
            return None;
        }
        let count = match self.entries.iter_mut().find(|(known, _)| known == link) {
            Some((_, count)) => {
                *count += 1;
                *count
            }
            None => {
                self.entries.push((link.to_owned(), 1));
                return Some(String::new());
            }
        };
        Some(Number::whole(i64::try_from(count).unwrap_or(i64::MAX)).to_text())
    }

    fn answer(&mut self, rule: &ItemRule, answer: Json<'_>) {
        match self.value(rule, answer) {
            Some(value) if matches!(rule.answer, AnswerRule::Many(_)) => {
                self.opened.answers.add(&rule.id, &value);
            }
            Some(value) => self.opened.answers.choose(&rule.id, &value),
            None => self.opened.left_out = true,
        }
    }

    /// The answer as it is kept here.
    fn value(&self, rule: &ItemRule, answer: Json<'_>) -> Option<String> {
        let text =
            |name: &str| answer.get(name).and_then(Json::text).filter(|text| !text.trim_ascii().is_empty());
        let number = || {
            let quantity = answer.get("valueQuantity").and_then(|quantity| quantity.get("value"));
            let number = answer.get("valueInteger").or_else(|| answer.get("valueDecimal")).or(quantity)?;
            let mut written = number.written();
            // FHIR keeps the zeros of `7.50`; they mean nothing here.
            while written.contains(&b'.')
                && let [rest @ .., b'0' | b'.'] = written
            {
                written = rest;
            }
            core::str::from_utf8(written).ok()
        };
        match &rule.answer {
            AnswerRule::None => None,
            AnswerRule::Number(grid) => grid.read(number()?).map(Number::to_text),
            AnswerRule::Date => text("valueDate").filter(|day| is_date(day)),
            AnswerRule::Text => text("valueString"),
            AnswerRule::Truth(_) => match answer.get("valueBoolean")?.written() {
                b"true" => Some("yes".to_owned()),
                b"false" => Some("no".to_owned()),
                _ => None,
            },
            options => {
                let coding = answer.get("valueCoding");
                let code = coding.and_then(|coding| coding.get("code")).and_then(Json::text);
                let system = coding.and_then(|coding| coding.get("system")).and_then(Json::text);
                let known = self.rules.options(options).iter().find(|option| match (&option.code, &code) {
                    (Some(own), Some(code)) if system.as_deref() == Some(LOINC) => own == code,
                    (_, Some(code)) => system.as_deref() != Some(LOINC) && option.value == *code,
                    _ => false,
                });
                match (known, options) {
                    (Some(option), _) => Some(option.value.clone()),
                    (None, AnswerRule::Open(..)) => text("valueString"),
                    _ => None,
                }
            }
        }
    }
}
