//! Answers as a FHIR R4 QuestionnaireResponse: what is shown and answered, nothing else.

use crate::prelude::*;

use super::Taken;
use crate::json::write_text;
use crate::rules::{AnswerRule, ItemRule};
use crate::sheet::Given;

/// The codes of LOINC.
pub(super) const LOINC: &str = "http://loinc.org";

impl Taken<'_> {
    pub(super) fn response(&self) -> String {
        let mut out = String::from("{\"resourceType\":\"QuestionnaireResponse\"");
        // A clinic wants to know in which words it was asked, and these may not be those of the page around them.
        member(&mut out, "language", &self.words.phrase("asked-in"));
        member(&mut out, "questionnaire", &self.words.phrase("questionnaire"));
        let whole = self.outcome.missing.is_empty();
        member(&mut out, "status", if whole { "completed" } else { "in-progress" });
        member(&mut out, "authored", self.day);
        let mut items = List::new(",\"item\":[");
        self.below(None, &mut out, &mut items);
        for score in self.outcome.scores.iter().filter(|score| self.words.is_known(&score.id)) {
            let Some(value) = score.value else { continue };
            items.next(&mut out);
            named(&mut out, &score.id);
            member(&mut out, "text", &self.words.score(&score.id));
            out.push_str(",\"answer\":[{\"valueDecimal\":");
            out.push_str(&value.to_text());
            out.push_str("}]}");
        }
        items.end(&mut out);
        out.push('}');
        out
    }

    /// The items within a group that have something to say.
    fn below(&self, group: Option<u16>, out: &mut String, items: &mut List) {
        for (place, rule) in self.rules.items.iter().enumerate() {
            if rule.parent != group || !self.sheet.is_shown(place) {
                continue;
            }
            if !self.rules.asks(place) {
                if self.has_answers_below(place) {
                    items.next(out);
                    named(out, rule.link());
                    let mut inner = List::new(",\"item\":[");
                    self.below(u16::try_from(place).ok(), out, &mut inner);
                    inner.end(out);
                    out.push('}');
                }
            } else if !self.sheet.is_open(place) {
                items.next(out);
                named(out, rule.link());
                member(out, "text", &without_number(&self.words.question(place)));
                let mut answers = List::new(",\"answer\":[");
                self.answers(place, rule, out, &mut answers);
                answers.end(out);
                out.push('}');
            }
        }
    }

    /// Whether a group holds an answer. FHIR knows no empty lists.
    fn has_answers_below(&self, group: usize) -> bool {
        self.answered().any(|place| self.rules.is_within(place, group))
    }

    fn answers(&self, place: usize, rule: &ItemRule, out: &mut String, answers: &mut List) {
        let mut plain = |name: &str, value: &str| {
            answers.next(out);
            out.push_str("{\"value");
            out.push_str(name);
            out.push_str("\":");
            out.push_str(value);
            out.push('}');
        };
        let quoted = |text: &str| {
            let mut out = String::new();
            write_text(&mut out, text);
            out
        };
        match (self.sheet.given(place), &rule.answer) {
            (Given::Options(chosen), AnswerRule::Truth(_)) => {
                plain("Boolean", if chosen.first() == Some(&0) { "true" } else { "false" });
            }
            (Given::Options(chosen), _) => {
                for option in chosen {
                    plain("Coding", &self.coding(place, rule, *option));
                }
            }
            (Given::Number(number), AnswerRule::Number(grid)) => {
                plain(if grid.is_whole() { "Integer" } else { "Decimal" }, &number.to_text());
            }
            (Given::Text(day), AnswerRule::Date) => plain("Date", &quoted(day)),
            (Given::Text(own), _) => plain("String", &quoted(own)),
            _ => {}
        }
    }

    fn coding(&self, place: usize, rule: &ItemRule, option: usize) -> String {
        let mut out = String::from("{\"code\":");
        if let Some(known) = self.rules.options(&rule.answer).get(option) {
            write_text(&mut out, known.code.as_ref().unwrap_or(&known.value));
            if known.code.is_some() {
                member(&mut out, "system", LOINC);
            }
        }
        member(&mut out, "display", &self.words.option(place, option));
        out.push('}');
        out
    }
}

/// A list that begins with its first entry, so that none is empty.
struct List {
    before: &'static str,
    begun: bool,
}

impl List {
    fn new(before: &'static str) -> List {
        List { before, begun: false }
    }

    fn next(&mut self, out: &mut String) {
        out.push_str(if self.begun { "," } else { self.before });
        self.begun = true;
    }

    fn end(&self, out: &mut String) {
        if self.begun {
            out.push(']');
        }
    }
}

/// The beginning of an item.
fn named(out: &mut String, link: &str) {
    out.push_str("{\"linkId\":");
    write_text(out, link);
}

/// FHIR knows no empty texts.
fn member(out: &mut String, name: &str, text: &str) {
    if !text.is_empty() {
        out.push(',');
        write_text(out, name);
        out.push(':');
        write_text(out, text);
    }
}

/// The number before a question belongs to the page.
fn without_number(question: &str) -> String {
    let mut letters = question.chars();
    let mut rest = letters.clone();
    while letters.next().is_some_and(|letter| letter.is_ascii_digit()) {
        rest = letters.clone();
    }
    match rest.next() {
        Some('.') => rest.as_str().trim_ascii().to_owned(),
        _ => question.to_owned(),
    }
}
