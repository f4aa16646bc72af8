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
        for (name, text) in
            [("language", self.words.phrase("language")), ("questionnaire", self.words.phrase("questionnaire"))]
        {
            if !text.is_empty() {
                member(&mut out, name, &text);
            }
        }
        let whole = self.outcome.missing.is_empty();
        member(&mut out, "status", if whole { "completed" } else { "in-progress" });
        member(&mut out, "authored", self.day);
        let mut items = self.below(None);
        for score in self.outcome.scores.iter().filter(|score| self.words.is_known(&score.id)) {
            let Some(value) = score.value else { continue };
            let mut item = named(&score.id);
            member(&mut item, "text", &self.words.score(&score.id));
            item.push_str(&[",\"answer\":[{\"valueDecimal\":", &value.to_text(), "}]}"].concat());
            items.push(item);
        }
        // FHIR knows no empty lists.
        if !items.is_empty() {
            out.push_str(&[",\"item\":[", &items.join(","), "]"].concat());
        }
        out.push('}');
        out
    }

    /// The items within a group that have something to say.
    fn below(&self, group: Option<u16>) -> Vec<String> {
        let mut items = Vec::new();
        for (place, rule) in self.rules.items.iter().enumerate() {
            if rule.parent != group || !self.sheet.is_shown(place) {
                continue;
            }
            let mut item = named(rule.link());
            if self.sheet.asks(place) {
                if self.sheet.is_open(place) {
                    continue;
                }
                // The number before a question belongs to the page.
                let question = self.words.question(place);
                let text = question.trim_start_matches(|letter: char| letter.is_ascii_digit());
                let text = text.strip_prefix('.').map_or(question.as_str(), str::trim_start);
                if !text.is_empty() {
                    member(&mut item, "text", text);
                }
                item.push_str(&[",\"answer\":[", &self.answers(place, rule).join(","), "]}"].concat());
            } else {
                let within = u16::try_from(place).map(|place| self.below(Some(place))).unwrap_or_default();
                if within.is_empty() {
                    continue;
                }
                item.push_str(&[",\"item\":[", &within.join(","), "]}"].concat());
            }
            items.push(item);
        }
        items
    }

    fn answers(&self, place: usize, rule: &ItemRule) -> Vec<String> {
        let text = |kind: &str, text: &str| {
            let mut out = String::from("{");
            write_text(&mut out, kind);
            out.push(':');
            write_text(&mut out, text);
            out.push('}');
            out
        };
        match (self.sheet.given(place), &rule.answer) {
            (Given::Options(chosen), AnswerRule::Truth(_)) => {
                let yes = chosen.first() == Some(&0);
                vec![["{\"valueBoolean\":", if yes { "true" } else { "false" }, "}"].concat()]
            }
            (Given::Options(chosen), _) => chosen.iter().map(|option| self.coding(place, rule, *option)).collect(),
            (Given::Number(number), AnswerRule::Number(grid)) => {
                let kind = if grid.is_whole() { "valueInteger" } else { "valueDecimal" };
                vec![["{\"", kind, "\":", &number.to_text(), "}"].concat()]
            }
            (Given::Text(day), AnswerRule::Date) => vec![text("valueDate", day)],
            (Given::Text(own), _) => vec![text("valueString", own)],
            _ => Vec::new(),
        }
    }

    fn coding(&self, place: usize, rule: &ItemRule, option: usize) -> String {
        let mut out = String::from("{\"valueCoding\":{\"code\":");
        if let Some(known) = self.rules.options(&rule.answer).get(option) {
            write_text(&mut out, known.code.as_ref().unwrap_or(&known.value));
            if known.code.is_some() {
                member(&mut out, "system", LOINC);
            }
        }
        let display = self.words.option(place, option);
        if !display.is_empty() {
            member(&mut out, "display", &display);
        }
        out.push_str("}}");
        out
    }
}

/// The beginning of an item.
fn named(link: &str) -> String {
    let mut item = String::from("{\"linkId\":");
    write_text(&mut item, link);
    item
}

fn member(out: &mut String, name: &str, text: &str) {
    out.push(',');
    write_text(out, name);
    out.push(':');
    write_text(out, text);
}
