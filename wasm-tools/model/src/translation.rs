//! A questionnaire in another language: other texts over the same rules.

use crate::prelude::*;
use alloc::collections::BTreeMap;
use serde::{Deserialize, Serialize};

use crate::{Item, Problem, Questionnaire, ResponseOption, Score, Source, Value, check};

/// The texts of a questionnaire in another language: what `phq-9.es.toml` beside `phq-9.toml` holds.
///
/// It has no scores, conditions or risks: those of the original hold, so that no language scores otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(extend(
    "if" = { "properties": { "wording": { "const": "original" } }, "required": ["wording"] },
    "then" = { "properties": { "stem": false, "source": false, "options": false } },
    "else" = { "required": ["source", "items"] },
)))]
#[serde(deny_unknown_fields)]
pub struct Translation {
    /// Write `original` where a published form has no official translation that you could compare word by word. Its questions and answers then stay in the words of the original, and this file holds your own texts alone: no `stem`, no `options`, no `[source]`, and of `[[items]]` only the help below a question and the questions that are `own`. Example: `"original"`
    #[serde(default, skip_serializing_if = "Wording::is_translated")]
    pub wording: Wording,
    /// The name that readers see.
    pub title: String,
    /// One plain sentence: what it is.
    pub summary: String,
    /// What it cannot tell, in Markdown.
    pub limits: String,
    /// How accurate it is, in Markdown. Only where the original has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accuracy: Option<String>,
    /// What the permission means, and how the wording was compared, in Markdown. With `wording = "original"`, where `[source]` stays in the words of the original, also if the original has none. Example: `"Se puede copiar y compartir sin pedir permiso."`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rights: Option<String>,
    /// What to bring to an appointment: as many lines as you like.
    #[serde(default)]
    pub bring: Vec<String>,
    /// The time that the questions ask about.
    pub timeframe: String,
    /// The sentence that all questions share, exactly as in the official translation. Only where the original has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stem: Option<String>,
    /// Which official translation this is, what its holder allows, and who compared the wording. Not with `wording = "original"`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// The words of the shared response options.
    #[serde(default)]
    pub options: Vec<OptionTexts>,
    /// The words of the questions.
    #[serde(default)]
    pub items: Vec<ItemTexts>,
    /// The words of the scores.
    #[serde(default)]
    pub scores: Vec<ScoreTexts>,
    /// The words of the responses.
    #[serde(default)]
    pub responses: Vec<ResponseTexts>,
}

/// In whose words a translation leaves the questions and their answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Wording {
    /// In those of the translation: an official one, or one's own of one's own questionnaire.
    #[default]
    Translated,
    /// In those of the original: no translation of them could be checked.
    Original,
}

impl Wording {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for it by reference")]
    fn is_translated(&self) -> bool {
        *self == Wording::Translated
    }
}

/// The words of a response option.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OptionTexts {
    /// The option's value in the original. Example: `0`
    pub value: Value,
    /// The words that readers see.
    pub label: String,
}

/// The words of a question.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ItemTexts {
    /// The question's id in the original. Example: `"q1"`
    pub id: String,
    /// The question. Only with `wording = "original"` can it be left out: then it stays as it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// The help below it. Only where the original has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    /// The unit. Only where the original has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// What the lowest point of a scale means. Only where the original has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub low: Option<String>,
    /// What the highest point of a scale means. Only where the original has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub high: Option<String>,
    /// The words before the field for an answer in one's own words. Only where the original has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other: Option<String>,
    /// The words of the question's own response options.
    #[serde(default)]
    pub options: Vec<OptionTexts>,
}

/// The words of a score.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ScoreTexts {
    /// The score's id in the original. Example: `"total"`
    pub id: String,
    /// What the score is called on the page.
    pub title: String,
    /// The words of its bands.
    #[serde(default)]
    pub bands: Vec<BandTexts>,
}

/// The words of a severity band.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BandTexts {
    /// The band's id in the original. Example: `"mild"`
    pub id: String,
    /// The band's group in the original, where it has one. Example: `"female"`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<Value>,
    /// The band in plain words.
    pub label: String,
    /// What a result in this band can mean, in Markdown.
    pub meaning: String,
    /// What people often do next: a list of lines in Markdown.
    #[serde(default)]
    pub next: Vec<String>,
}

/// The words of a response.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ResponseTexts {
    /// The response's id in the original. Example: `"self-harm"`
    pub id: String,
    /// The heading of the panel.
    pub title: String,
    /// What to do now, in Markdown.
    pub text: String,
}

impl Translation {
    /// The original with these texts in place of its own. All else stays, so its rules are those of the original,
    /// byte for byte. What has no translation keeps its text; [`Translation::problems`] names it.
    pub fn over(&self, original: &Questionnaire) -> Questionnaire {
        let mut whole = original.clone();
        whole.title.clone_from(&self.title);
        whole.summary.clone_from(&self.summary);
        whole.limits.clone_from(&self.limits);
        whole.accuracy.clone_from(&self.accuracy);
        whole.rights.clone_from(&self.rights);
        whole.bring.clone_from(&self.bring);
        whole.timeframe.clone_from(&self.timeframe);
        let keeps = self.wording == Wording::Original;
        if !keeps {
            whole.stem.clone_from(&self.stem);
            options_over(&self.options, &mut whole.options);
        }
        if let Some(source) = self.source.as_ref().filter(|_| !keeps) {
            whole.source.clone_from(source);
        }
        let items: BTreeMap<&str, &ItemTexts> =
            self.items.iter().map(|item| (item.id.as_str(), item)).collect();
        for item in &mut whole.items {
            match items.get(item.id.as_str()) {
                Some(texts) if keeps && !item.own => item.help.clone_from(&texts.help),
                Some(texts) => texts.over(item),
                None => {}
            }
        }
        for score in &mut whole.scores {
            if let Some(texts) = self.scores.iter().find(|texts| texts.id == score.id) {
                texts.over(score);
            }
        }
        for response in &mut whole.responses {
            if let Some(texts) = self.responses.iter().find(|texts| texts.id == response.id) {
                response.title.clone_from(&texts.title);
                response.text.clone_from(&texts.text);
            }
        }
        whole
    }

    /// Everything that forbids publishing the translation, with JSON pointers into it.
    pub fn problems(&self, original: &Questionnaire) -> Vec<Problem> {
        check::translation(self, original)
    }
}

fn options_over(texts: &[OptionTexts], options: &mut [ResponseOption]) {
    for option in options {
        if let Some(texts) = texts.iter().find(|texts| texts.value == option.value) {
            option.label.clone_from(&texts.label);
        }
    }
}

impl ItemTexts {
    fn over(&self, item: &mut Item) {
        if let Some(text) = &self.text {
            item.text.clone_from(text);
        }
        item.help.clone_from(&self.help);
        item.unit.clone_from(&self.unit);
        item.low.clone_from(&self.low);
        item.high.clone_from(&self.high);
        if let (Some(other), Some(label)) = (&mut item.other, &self.other) {
            other.label.clone_from(label);
        }
        options_over(&self.options, &mut item.options);
    }
}

impl ScoreTexts {
    fn over(&self, score: &mut Score) {
        score.title.clone_from(&self.title);
        for band in &mut score.bands {
            let same = |texts: &&BandTexts| texts.id == band.id && texts.group == band.group;
            if let Some(texts) = self.bands.iter().find(same) {
                band.label.clone_from(&texts.label);
                band.meaning.clone_from(&texts.meaning);
                band.next.clone_from(&texts.next);
            }
        }
    }
}
