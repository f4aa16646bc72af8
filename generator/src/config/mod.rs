//! `site.toml`: what a site is called, where it lives, its languages, taxonomies and crisis lines.

mod checks;
mod crisis;

use std::collections::BTreeMap;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::Deserialize;

pub use checks::{Checks, Level, Readability, SectionTarget, WordingRule};
pub use crisis::{Country, Crisis, Line, LineKind};

use crate::authored::{self, Node, Shape};
use crate::findings::{Finding, Place, closest, codes};

/// Text in several languages, by language code.
pub type Words = BTreeMap<String, String>;

/// The settings of a site.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// The site's name, for example "Footbridge".
    pub title: String,
    /// One or two sentences on what the site is.
    #[serde(default)]
    pub description: String,
    /// The full address of the site, with its path: `https://example.org/help/`.
    pub base_url: String,
    /// The theme: a folder under `themes`, or `daylight`, which is built in.
    #[serde(default = "daylight")]
    pub theme: String,
    /// The code of the language that pages without a language in their name are written in.
    #[serde(default = "english")]
    pub default_language: String,
    /// The languages of the site, by code: `[languages.en]`.
    #[serde(default)]
    pub languages: BTreeMap<String, Language>,
    /// The lists that pages can be sorted into: `[taxonomies.topics]`.
    #[serde(default)]
    pub taxonomies: BTreeMap<String, Taxonomy>,
    /// Where the quick exit leads: a plain site that nobody wonders about.
    #[serde(default = "weather")]
    pub quick_exit: String,
    /// The licence of the content, as shown in the footer.
    #[serde(default)]
    pub license: String,
    /// Where the site's source can be read.
    #[serde(default)]
    pub source_url: String,
    /// Which tools belong to the site.
    #[serde(default)]
    pub tools: Tools,
    /// Crisis lines by country.
    #[serde(default)]
    pub crisis: Option<Crisis>,
    /// What `footbridge check` looks for.
    #[serde(default = "Checks::usual")]
    pub checks: Checks,
}

/// Which tools belong to a site.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Tools {
    /// Folders under `content/tools`, or ids of tools, that this site leaves out: `["non-commercial"]`.
    #[serde(default)]
    pub leave_out: Vec<String>,
    /// The kinds of tools whose pages let readers keep things on the device, sealed by a phrase: `["plan"]`. Each such
    /// page weighs 32 to 35 kB more on the way; a questionnaire has a page of its own for it, `/tools/ID/keep/`.
    #[serde(default)]
    pub keep: Vec<ToolKind>,
}

/// A kind of tool that can be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ToolKind {
    /// Questions with results.
    Questionnaire,
    /// A person's own plan.
    Plan,
    /// Early signs, rated over time.
    Checklist,
}

impl ToolKind {
    /// The word of the settings and of definitions.
    pub fn word(self) -> &'static str {
        match self {
            ToolKind::Questionnaire => "questionnaire",
            ToolKind::Plan => "plan",
            ToolKind::Checklist => "checklist",
        }
    }

    /// Whether what is kept stands in a page of its own beside the tool's. A first visit to a self-check must be
    /// light, and most people keep nothing; a plan or a list is made to be kept.
    pub fn is_kept_beside(self) -> bool {
        self == ToolKind::Questionnaire
    }
}

impl Tools {
    /// Whether a definition, `content/tools/…`, belongs to the site.
    pub fn take(&self, file: &str) -> bool {
        let path = file.strip_prefix("content/tools/").unwrap_or(file);
        // A translation, `phq-9.es.toml`, goes with its original.
        let mut parts = path.split('/').map(|part| part.split_once('.').map_or(part, |(id, _)| id));
        !parts.any(|part| self.leave_out.iter().any(|left_out| left_out == part))
    }
}

/// One language of the site.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Language {
    /// The language's name in itself: "Español".
    pub name: String,
    /// The site's name in this language, if it differs.
    #[serde(default)]
    pub title: Option<String>,
    /// The site's description in this language.
    #[serde(default)]
    pub description: Option<String>,
}

/// A list that pages can be sorted into.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Taxonomy {
    /// Its name by language: `{ en = "Topics", es = "Temas" }`.
    #[serde(default)]
    pub title: Words,
    /// What readers of a language see for a term: `{ sleep = { es = "sueño" } }`.
    #[serde(default)]
    pub terms: BTreeMap<String, Words>,
}

fn daylight() -> String {
    "daylight".to_owned()
}

fn english() -> String {
    "en".to_owned()
}

fn weather() -> String {
    "https://www.weather.gov/".to_owned()
}

impl Config {
    /// Reads `site.toml`. `today` is the ISO date against which the age of crisis lines is judged.
    pub fn read(file: &Arc<str>, text: &str, today: jiff::civil::Date) -> (Option<Config>, Vec<Finding>) {
        let shape = Shape::of::<Config>();
        let (config, node, mut findings) = authored::from_toml::<Config>(file, text, &shape, "the settings");
        let Some(mut config) = config else { return (None, findings) };
        if config.languages.is_empty() {
            let name = config.default_language.clone();
            config.languages.insert(name.clone(), Language { name, ..Language::default() });
        }
        config.check(&node, file, today, &mut findings);
        if !config.base_url.ends_with('/') {
            config.base_url.push('/');
        }
        // Faulty settings are still good enough to check the pages with.
        if !config.languages.contains_key(&config.default_language) {
            let name = config.default_language.clone();
            config.languages.insert(name.clone(), Language { name, ..Language::default() });
        }
        (Some(config), findings)
    }

    fn check(&self, node: &Node, file: &Arc<str>, today: jiff::civil::Date, findings: &mut Vec<Finding>) {
        let at = |pointer: &str| Place::at(file, node.nearest(pointer).range.clone());
        if !is_web_address(&self.base_url) {
            findings.push(Finding::new(
                &codes::BAD_BASE_URL,
                at("/base_url"),
                format!("`{}` is not a full web address.", self.base_url),
                "Write it with https:// and the site's path: `https://example.org/help/`.",
            ));
        }
        self.check_names(node, file, findings);
        if !is_web_address(&self.quick_exit) {
            findings.push(bad_address(&self.quick_exit, at("/quick_exit")));
        }
        if !self.languages.contains_key(&self.default_language) {
            let close = closest(&self.default_language, self.languages.keys().map(String::as_str));
            findings.push(Finding::new(
                &codes::UNKNOWN_LANGUAGE,
                at("/default_language"),
                format!("`{}` is not one of the site's languages.", self.default_language),
                match close {
                    Some(close) => format!("Did you mean `{close}`?"),
                    None => format!("Add `[languages.{}]`.", self.default_language),
                },
            ));
        }
        match &self.crisis {
            Some(crisis) => crisis.check(node, file, today, findings),
            None => findings.push(Finding::new(
                &codes::NO_CRISIS_LINES,
                Place::file(file),
                "The site names no crisis lines.",
                "Add `[crisis]` with `country`, and the country with its emergency number and lines.",
            )),
        }
    }

    /// Names that become parts of addresses.
    fn check_names(&self, node: &Node, file: &Arc<str>, findings: &mut Vec<Finding>) {
        let languages = self.languages.keys().map(|code| ("languages", code));
        let taxonomies = self.taxonomies.keys().map(|name| ("taxonomies", name));
        for (table, name) in languages.chain(taxonomies).filter(|(_, name)| !is_address_part(name)) {
            findings.push(Finding::new(
                &codes::BAD_ADDRESS_PART,
                Place::at(file, node.nearest(&format!("/{table}")).range.clone()),
                format!("`{name}` cannot be a part of an address."),
                "Use letters, digits and hyphens.",
            ));
        }
    }

    /// The path of the base URL, from `/` to `/`: `/help/`.
    pub fn base_path(&self) -> &str {
        let after_scheme = self.base_url.split_once("://").map_or("", |(_, rest)| rest);
        after_scheme.find('/').map_or("/", |slash| &after_scheme[slash..])
    }

    /// The default language first, then the others by code.
    pub fn language_codes(&self) -> Vec<&str> {
        let others = self.languages.keys().filter(|code| **code != self.default_language);
        std::iter::once(&self.default_language).chain(others).map(String::as_str).collect()
    }

    /// Words in a language, or else in the site's own.
    pub fn words<'a>(&self, words: &'a Words, language: &str) -> &'a str {
        words.get(language).or_else(|| words.get(&self.default_language)).map_or("", String::as_str)
    }
}

pub(crate) fn is_web_address(text: &str) -> bool {
    text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).is_some_and(|rest| {
        let host = rest.split('/').next().unwrap_or("");
        !host.is_empty()
            && !rest.contains("//")
            && !rest.split('/').any(|part| part == "." || part == "..")
            && !rest.contains(|c: char| c.is_whitespace() || matches!(c, '"' | '<' | '>' | '?' | '#'))
    })
}

/// Whether a name can stand in an address as it is: letters, digits and hyphens of the plain alphabet.
pub(crate) fn is_address_part(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
}

fn bad_address(text: &str, place: Place) -> Finding {
    Finding::new(
        &codes::BAD_ADDRESS,
        place,
        format!("`{text}` is not a full web address."),
        "Write it with https:// and the name of the site.",
    )
}
