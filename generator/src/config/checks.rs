//! `[checks]` in `site.toml`: what the editor, the librarian and the safety reviewer in the binary look for.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::findings::Severity;

/// The settings of the checks.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Checks {
    /// How much a rule matters on this site, by its code (`FB0406`), its name (`commit-suicide`) or its group
    /// (`language`, `readability`, `health`, `structure`, `external`): `error`, `warn`, `note` or `off`.
    #[serde(default)]
    pub rules: BTreeMap<String, Level>,
    /// How easy the texts should be to read.
    #[serde(default)]
    pub readability: Readability,
    /// Other targets for parts of the site: `[[checks.sections]]`. The longest path that fits holds.
    #[serde(default)]
    pub sections: Vec<SectionTarget>,
    /// Acronyms that every reader of this site knows, and that need no explanation.
    #[serde(default)]
    pub known_acronyms: Vec<String>,
    /// Rules on wording beyond the built-in lists: `[[checks.language]]`.
    #[serde(default)]
    pub language: Vec<WordingRule>,
    /// The sections whose pages tell of a treatment, and so need an evidence statement. [default: `/treatments/`]
    #[serde(default = "treatments")]
    pub treatments: Vec<String>,
    /// After how many months a review is too old. [default: 24]
    #[serde(default = "two_years")]
    pub review_months: u16,
    /// From how many kilobytes on an image is too large. [default: 300]
    #[serde(default = "three_hundred")]
    pub image_kilobytes: u32,
    /// How other sites are asked with `check --external-links`.
    #[serde(default)]
    pub external: External,
}

/// How other sites are asked.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct External {
    /// How many seconds a site may take to answer.
    pub timeout_seconds: u16,
    /// For how many days an answer holds, so that a site is not asked again.
    pub cache_days: u16,
}

impl Default for External {
    fn default() -> Self {
        External { timeout_seconds: 15, cache_days: 7 }
    }
}

/// How much a rule matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Forbids publishing.
    Error,
    /// Is shown.
    Warn,
    /// Is shown, and not counted by `--strict`.
    Note,
    /// Is not looked for.
    Off,
}

impl Level {
    /// The severity of findings; `None` when there are to be none.
    pub fn severity(self) -> Option<Severity> {
        match self {
            Level::Error => Some(Severity::Error),
            Level::Warn => Some(Severity::Warning),
            Level::Note => Some(Severity::Note),
            Level::Off => None,
        }
    }
}

/// How easy texts should be to read.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Readability {
    /// English: the highest school grade, by Flesch-Kincaid, for families and for people with a condition.
    pub grade: f32,
    /// English: the same for pages that are for educators alone.
    pub grade_educator: f32,
    /// Spanish: the lowest INFLESZ score (Flesch-Szigriszt) for families and for people with a condition.
    pub inflesz: f32,
    /// Spanish: the same for pages that are for educators alone.
    pub inflesz_educator: f32,
    /// From how many words on a sentence is too long.
    pub sentence_words: usize,
    /// From how many words on a paragraph is too long.
    pub paragraph_words: usize,
}

impl Default for Readability {
    fn default() -> Self {
        Readability {
            grade: 6.0,
            grade_educator: 8.0,
            inflesz: 65.0,
            inflesz_educator: 55.0,
            sentence_words: 25,
            paragraph_words: 100,
        }
    }
}

/// The reading target of a part of the site.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SectionTarget {
    /// The folder or page, from the content folder: `/treatments/` or `/about.md`.
    pub path: String,
    /// English: the highest school grade, by Flesch-Kincaid.
    #[serde(default)]
    pub grade: Option<f32>,
    /// Spanish: the lowest INFLESZ score.
    #[serde(default)]
    pub inflesz: Option<f32>,
}

/// Words to avoid and what to write instead. The built-in lists are written in the same way.
#[derive(Clone, Debug, Default, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WordingRule {
    /// Its name, for `[checks.rules]`: `commit-suicide`.
    pub name: String,
    /// The language that it is for: `en`.
    #[serde(default)]
    pub language: Option<String>,
    /// The code of its kind; `FB0416` for a site's own.
    #[serde(default)]
    pub code: Option<String>,
    /// What to look for, in small letters. `|` parts words of which any will do, `*` ends a word that may go on,
    /// `?` ends a word that may be missing, `_` is any word: `commit|commits|committed suicide`.
    pub find: Vec<String>,
    /// Look only where the words are used as a noun: before a stop, or before a word such as "is" or "who".
    #[serde(default)]
    pub noun: bool,
    /// Look only in paragraphs that also have one of these.
    #[serde(default)]
    pub near: Vec<String>,
    /// Pass over what is a part of one of these.
    #[serde(default)]
    pub unless: Vec<String>,
    /// Pass over sentences that also have one of these.
    #[serde(default)]
    pub unless_near: Vec<String>,
    /// What to write instead.
    pub say: String,
    /// Why it matters to the reader, if the kind does not say it.
    #[serde(default)]
    pub why: String,
    /// A sentence that breaks the rule.
    #[serde(default)]
    pub wrong: String,
    /// A sentence that comes near and does not break it.
    #[serde(default)]
    pub right: String,
}

fn treatments() -> Vec<String> {
    vec!["/treatments/".to_owned()]
}

fn two_years() -> u16 {
    24
}

fn three_hundred() -> u32 {
    300
}

impl Checks {
    /// The settings when `site.toml` has none.
    pub fn usual() -> Checks {
        Checks { treatments: treatments(), review_months: 24, image_kilobytes: 300, ..Checks::default() }
    }
}
