//! The definition of a questionnaire: exactly what an educator writes in TOML.
//!
//! The comments on fields are shown to educators: in their editor, through the JSON Schema, and in the
//! messages of the build. Texts marked Markdown are rendered by the generator; all others are plain.

use crate::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{Number, Source, Value};

/// A questionnaire: questions with response options, scores with severity bands, and what a risk answer shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Questionnaire {
    /// The name that readers see. Example: `"How has your mood been? (PHQ-9)"`
    pub title: String,
    /// One plain sentence: what it is. Example: `"Nine questions about low mood over the last two weeks."`
    pub summary: String,
    /// How many minutes it takes, from 1 to 120. Example: `3`
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 120)))]
    pub minutes: u16,
    /// For whom it is. Example: `["client", "family"]`
    #[serde(default)]
    pub audience: Vec<Audience>,
    /// What it cannot tell, in Markdown. Shown with the form and with every result.
    pub limits: String,
    /// How accurate it is, with the study, in Markdown. Shown one step below the result.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accuracy: Option<String>,
    /// What the permission in `[source]` means, and how the wording was compared, in Markdown: for readers to whom its words say little. Example: `"You may copy and share it without asking."`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rights: Option<String>,
    /// What to bring to an appointment: a list of lines in Markdown. Example: `["This page, printed", "A list of your medicines"]`
    #[serde(default)]
    pub bring: Vec<String>,
    /// The time that the questions ask about. Example: `"The last 2 weeks"`
    pub timeframe: String,
    /// The sentence that all questions share, exactly as in the official form. Example: `"Over the last 2 weeks, how often have you been bothered by any of the following problems?"`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stem: Option<String>,
    /// Where the questionnaire comes from and what its holder allows.
    pub source: Source,
    /// The response options that all questions share, in the order shown. A question may have its own instead.
    #[serde(default)]
    pub options: Vec<ResponseOption>,
    /// The questions, in the official order.
    pub items: Vec<Item>,
    /// The scores.
    #[serde(default)]
    pub scores: Vec<Score>,
    /// Which answers together, or which scores, need help to be shown. For one answer, `risk` of its question is enough.
    #[serde(default)]
    pub risks: Vec<RiskRule>,
    /// What is shown, at once, when a question's risk answer is chosen.
    #[serde(default)]
    pub responses: Vec<RiskResponse>,
}

/// A group of readers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Audience {
    /// Families and friends.
    Family,
    /// People who use services.
    Client,
    /// Volunteer educators.
    Educator,
}

/// One possible answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ResponseOption {
    /// The answer's short name in files: a whole number or a word in quotes. Example: `0`
    pub value: Value,
    /// The words that readers see, exactly as in the official form. Example: `"Not at all"`
    pub label: String,
    /// What the answer adds to a score. Leave it out in questions that are not scored. Example: `0`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub score: Option<Number>,
    /// In a question of the type `multi-choice`: `true` if it cannot stand together with any other, as "None of these". Example: `true`
    #[serde(default, skip_serializing_if = "is_false")]
    pub exclusive: bool,
    /// The LOINC answer code. Only one that you read in a LOINC release. Example: `"LA6568-5"`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
}

/// The field for an answer in one's own words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Other {
    /// The words before the field. Example: `"Something else"`
    pub label: String,
    /// What such an answer adds to a score. Leave it out in questions that are not scored. Example: `0`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub score: Option<Number>,
}

fn is_false(value: &bool) -> bool {
    !value
}

/// One question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// The question's short name, in small letters, digits and hyphens. In official forms `q1`, `q2` and so on. Example: `"q1"`
    pub id: String,
    /// The question, exactly as in the official form. Example: `"Little interest or pleasure in doing things"`
    pub text: String,
    /// Where the form came from a FHIR Questionnaire: the `linkId` of the question there, so that files for clinics name it rightly. Example: `"/44250-9"`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link_id: Option<String>,
    /// The kind of answer: `choice`, `multi-choice`, `open-choice`, `integer`, `decimal`, `scale`, `yes-no`, `date` or `text`; or `info`, a text without an answer, and `group`, a heading over other questions. `choice`, one of the options, unless stated. Example: `"choice"`
    #[serde(rename = "type", default)]
    pub kind: ItemType,
    /// `true` for a question or a text of your own among those of a published form. It is translated where the form's own words stay as they are. Example: `true`
    #[serde(default, skip_serializing_if = "is_false")]
    pub own: bool,
    /// A short plain help below the question, in your own words. Example: `"Count only the days since Monday."`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    /// The id of the group that holds the question. The group stands right before its questions. Example: `"alcohol"`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<String>,
    /// For a `group`: how many times it can be filled in, at most 20. Example: `5`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(min = 2, max = 20)))]
    pub repeats: Option<u16>,
    /// For a number or a scale: the lowest answer. Example: `0`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<Number>,
    /// For a number or a scale: the highest answer. Example: `10`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<Number>,
    /// For a `scale`: the distance between two of its points, 1 unless stated. Example: `1`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<Number>,
    /// For a `scale`: what its lowest point means. Example: `"No pain at all"`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub low: Option<String>,
    /// For a `scale`: what its highest point means. Example: `"The worst pain there can be"`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub high: Option<String>,
    /// For a number: its unit, as readers see it. Example: `"hours"`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// For `open-choice`: the field for an answer in one's own words. Example: `{ label = "Something else" }`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other: Option<Other>,
    /// The question's own response options, where it does not use the shared ones.
    #[serde(default)]
    pub options: Vec<ResponseOption>,
    /// Whether the result waits for an answer. Unless stated: yes if a score needs the question, otherwise no. Example: `false`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub required: Option<bool>,
    /// When the question is shown. Always, unless stated. A question that is not shown never counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enabled_when: Option<EnabledWhen>,
    /// The LOINC code of the question. Only one that you read in a LOINC release. Example: `"44250-9"`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Which answers need help to be shown at once. Example: `{ at_least = 1, response = "self-harm" }`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub risk: Option<Risk>,
}

/// The kind of answer that a question takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ItemType {
    /// One of the response options.
    #[default]
    Choice,
    /// Any number of the response options.
    MultiChoice,
    /// One of the response options, or an answer in one's own words.
    OpenChoice,
    /// A whole number.
    Integer,
    /// A number with at most two decimal places.
    Decimal,
    /// A point on a scale from `min` to `max`, with words at both ends.
    Scale,
    /// Yes or no.
    YesNo,
    /// A day.
    Date,
    /// A text in one's own words.
    Text,
    /// No question: a text to read.
    Info,
    /// No question: a heading over the questions that are `within` it.
    Group,
}

/// When a question is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct EnabledWhen {
    /// Whether `all` conditions must hold, or `any` one of them is enough. `all` unless stated. Example: `"any"`
    #[serde(rename = "match", default)]
    pub matching: Match,
    /// The conditions. Example: `[{ item = "exposure", operator = "=", answer = "yes" }]`
    pub conditions: Vec<Condition>,
}

/// How several conditions are joined.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Match {
    /// Every condition must hold.
    #[default]
    All,
    /// One condition is enough.
    Any,
}

/// One condition on the answer to another question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// The id of the other question. Example: `"q1"`
    pub item: String,
    /// How its answer is compared: `=`, `!=`, `>`, `<`, `>=`, `<=`, or `exists` (with `answer = true` or `false`). Example: `">="`
    pub operator: Operator,
    /// The value it is compared with. Example: `1`
    pub answer: Value,
}

/// A comparison, with the meaning it has in FHIR's `enableWhen`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Operator {
    /// Answered (`answer = true`), or not answered (`answer = false`).
    #[serde(rename = "exists")]
    Exists,
    /// The answer is this one. Not so while the question is unanswered.
    #[serde(rename = "=")]
    Equal,
    /// The answer is not this one. So it is while the question is unanswered.
    #[serde(rename = "!=")]
    NotEqual,
    /// The answer's value is a larger number.
    #[serde(rename = ">")]
    Greater,
    /// The answer's value is a smaller number.
    #[serde(rename = "<")]
    Less,
    /// The answer's value is this number or a larger one.
    #[serde(rename = ">=")]
    AtLeast,
    /// The answer's value is this number or a smaller one.
    #[serde(rename = "<=")]
    AtMost,
}

/// Which answers to a question need help to be shown at once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Risk {
    /// The lowest option score that shows the response. Example: `1`
    pub at_least: Number,
    /// The id of the response to show. Example: `"self-harm"`
    pub response: String,
}

/// Several answers together, or a score, that need help to be shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RiskRule {
    /// The id of the response to show. Example: `"self-harm"`
    pub response: String,
    /// Whether `all` of the conditions and the score must hold, or `any` one of them is enough. `all` unless stated. Example: `"any"`
    #[serde(rename = "match", default)]
    pub matching: Match,
    /// The conditions on answers, written as in `enabled_when`. Example: `[{ item = "hopeless", operator = ">=", answer = 3 }]`
    #[serde(default)]
    pub conditions: Vec<Condition>,
    /// The id of a score that shows the response. Example: `"total"`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub score: Option<String>,
    /// The lowest value of that score that shows the response. Example: `13`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_least: Option<Number>,
}

/// A score over some of the questions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Score {
    /// The score's short name. The main score is `total`. Example: `"total"`
    pub id: String,
    /// What the score is called on the page. Example: `"Total score"`
    pub title: String,
    /// How the answers are put together: `sum`, `mean`, `count`, `weighted` or `formula`. `sum` unless stated. Example: `"sum"`
    #[serde(default)]
    pub method: Method,
    /// The ids of the questions that count, or of other scores. A `formula` names them itself. Example: `["q1", "q2"]`
    #[serde(default)]
    pub items: Vec<String>,
    /// The ids of those questions that count the other way round: the highest answer has the lowest points. Example: `["q2"]`
    #[serde(default)]
    pub reverse: Vec<String>,
    /// For `weighted`: one factor for each of `items`, in their order. Example: `[1, 2.5]`
    #[serde(default)]
    pub weights: Vec<Number>,
    /// For `formula`: what is computed from the ids of questions and scores. Example: `"round(weight / (height * height), 1)"`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub formula: Option<String>,
    /// For `count`: the lowest option score that counts, 1 unless stated. Example: `1`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_least: Option<Number>,
    /// What the result is multiplied by, 1 unless stated. Example: `4`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub multiply: Option<Number>,
    /// What happens when answers are missing: `require` (no score until all are there), `prorate` (the missing ones are taken to be like the others) or `minimum` (what is there counts as it is). `require` unless stated. Example: `"require"`
    #[serde(default)]
    pub missing: Missing,
    /// For `prorate`: the largest number of missing answers. Example: `1`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_missing: Option<u16>,
    /// For `minimum`: how many answers there must be. Example: `3`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min_answered: Option<u16>,
    /// The id of a question whose answer decides which bands are meant. Each band then names its `group`. Who leaves that question out is shown the bands of every group. Example: `"sex"`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// The LOINC code of the score. Only one that you read in a LOINC release. Example: `"44261-6"`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// The severity bands. Together they cover every possible score, without a gap or an overlap.
    #[serde(default)]
    pub bands: Vec<Band>,
}

/// How the answers are put together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Method {
    /// The option scores are added. A prorated sum is rounded to a whole number.
    #[default]
    Sum,
    /// The mean of the option scores, to two decimal places.
    Mean,
    /// How many answers have an option score of at least `at_least`.
    Count,
    /// Each option score is multiplied by its own factor in `weights`, then all are added.
    Weighted,
    /// What `formula` says.
    Formula,
}

/// What happens when answers are missing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Missing {
    /// No score until every question that counts is answered.
    #[default]
    Require,
    /// Up to `max_missing` answers may be missing; they are taken to be like the mean of the others.
    Prorate,
    /// With at least `min_answered` answers the score is made of those that are there.
    Minimum,
}

/// A severity band of a score.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Band {
    /// The band's short name: the published word in small letters and hyphens. Example: `"moderately-severe"`
    pub id: String,
    /// Where the score has `by`: the value of the answer for which the band is meant. Example: `"female"`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<Value>,
    /// The lowest score in the band. Example: `15`
    pub from: Number,
    /// The highest score in the band. Example: `19`
    pub to: Number,
    /// The band in plain words, as readers see it first. Example: `"Moderately severe symptoms"`
    pub label: String,
    /// What a result in this band can mean, in Markdown. Never a diagnosis.
    pub meaning: String,
    /// What people often do next: a list of lines in Markdown. Example: `["[Talk with your doctor](/treatments/psychotherapy.md) this week"]`
    #[serde(default)]
    pub next: Vec<String>,
}

/// What is shown, at once, when a risk answer is chosen. The lines to call stand below it by themselves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RiskResponse {
    /// The response's short name. Example: `"self-harm"`
    pub id: String,
    /// `crisis` (with the lines to call) or `gentle` (a calm prompt with the way to help). `crisis` unless stated. Example: `"gentle"`
    #[serde(default)]
    pub kind: ResponseKind,
    /// The heading of the panel. Example: `"Are you safe right now?"`
    pub title: String,
    /// What to do now, in Markdown: warm, calm and short.
    pub text: String,
}

/// How urgent a response is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ResponseKind {
    /// Life may be at risk: the crisis lines stand in the panel.
    #[default]
    Crisis,
    /// A calm prompt, with a link to help.
    Gentle,
}
