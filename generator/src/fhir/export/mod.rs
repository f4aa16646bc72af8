//! From a definition to a FHIR R4 Questionnaire.

mod conditions;
mod formula;
mod items;
mod links;
mod order;
mod scores;
mod sources;

use footbridge_model::{Questionnaire, Score, Translation};
use serde_json::{Map, Value, json};

use super::known;
use links::Links;
use sources::Sources;

/// What an export gives.
#[derive(Debug)]
pub struct Exported {
    /// The resource.
    pub resource: Value,
    /// What FHIR cannot say, in words.
    pub unsaid: Vec<String>,
}

impl Exported {
    /// The resource as text, its elements in the order of FHIR's own tables.
    pub fn json(&self) -> String {
        serde_json::to_string_pretty(&order::Ordered(&self.resource)).unwrap_or_default() + "\n"
    }
}

/// What the site knows of a tool beside its definition.
#[derive(Clone, Copy, Debug, Default)]
pub struct About<'a> {
    /// The file's name without its ending.
    pub id: &'a str,
    /// The address of the tool's page, which becomes the Questionnaire's name in the world.
    pub address: Option<&'a str>,
    /// The language of the definition.
    pub language: Option<&'a str>,
}

/// Exports a definition with its translations, each with its language.
pub fn export(
    about: About<'_>,
    original: &Questionnaire,
    translations: &[(String, Translation)],
) -> Exported {
    let mut export = Export { original, translations, links: Links::of(original), unsaid: Vec::new() };
    let resource = export.resource(about);
    Exported { resource, unsaid: export.unsaid }
}

struct Export<'a> {
    original: &'a Questionnaire,
    translations: &'a [(String, Translation)],
    links: Links,
    unsaid: Vec<String>,
}

impl Export<'_> {
    fn resource(&mut self, about: About<'_>) -> Value {
        let original = self.original;
        let source = &original.source;
        let mut out = Map::new();
        out.insert("resourceType".into(), json!("Questionnaire"));
        if let Some(id) = resource_id(about.id) {
            out.insert("id".into(), json!(id));
        }
        if let Some(language) = about.language {
            out.insert("language".into(), json!(language));
        }
        if let Some(address) = about.address {
            out.insert("url".into(), json!(address));
        }
        // A definition has no number of its own; the day on which it was checked changes with every look at it.
        put(&mut out, "version", &source.checked);
        out.insert("name".into(), json!(name(about.id)));
        self.put(&mut out, "title", &original.title, |translation| Some(translation.title.clone()));
        out.insert("status".into(), json!("active"));
        out.insert("subjectType".into(), json!(["Patient"]));
        put(&mut out, "publisher", &source.holder);
        if let Some(url) = source.url.as_ref().filter(|url| !url.trim().is_empty()) {
            out.insert("contact".into(), json!([{ "telecom": [{ "system": "url", "value": url }] }]));
        }
        self.put(&mut out, "description", &original.summary, |translation| Some(translation.summary.clone()));
        put(&mut out, "purpose", &format!("Citation: {}", source.citation));
        let credit = source.credit.as_ref().map(|credit| format!("\n\n{credit}")).unwrap_or_default();
        put(&mut out, "copyright", &format!("{}{credit}", source.permission));
        self.code(&mut out, source.code.as_deref());
        let mut items = Vec::new();
        if let Some(stem) = original.stem.as_ref().filter(|stem| !stem.trim().is_empty()) {
            let mut item = Map::new();
            item.insert("linkId".into(), json!(self.links.free("stem")));
            self.put(&mut item, "text", stem, |translation| translation.stem.clone());
            item.insert("type".into(), json!("display"));
            items.push(Value::Object(item));
        }
        let mut at = 0;
        items.extend(self.items(None, &mut at));
        for score in &original.scores {
            items.extend(self.score(score));
        }
        out.insert("item".into(), Value::Array(items));
        if !original.risks.is_empty() || original.items.iter().any(|item| item.risk.is_some()) {
            self.unsaid.push("Which answers show help at once.".to_owned());
        }
        Value::Object(out)
    }

    /// A text with its translations.
    fn put(
        &self,
        out: &mut Map<String, Value>,
        key: &str,
        text: &str,
        translated: impl Fn(&Translation) -> Option<String>,
    ) {
        put(out, key, text);
        let all: Vec<Value> = self
            .translations
            .iter()
            .filter_map(|(language, translation)| {
                let content = translated(translation).filter(|text| !text.trim().is_empty())?;
                Some(json!({
                    "url": known::TRANSLATION,
                    "extension": [
                        { "url": "lang", "valueCode": language },
                        { "url": "content", "valueString": content },
                    ],
                }))
            })
            .collect();
        if !all.is_empty() {
            out.insert(format!("_{key}"), json!({ "extension": all }));
        }
    }

    /// The LOINC code.
    fn code(&mut self, out: &mut Map<String, Value>, code: Option<&str>) {
        match code {
            Some(code) if known::is_loinc(code) => {
                out.insert("code".into(), json!([{ "system": known::LOINC, "code": code }]));
            }
            Some(code) => self.unsaid.push(format!("The code `{code}`, which is not one of LOINC.")),
            None => {}
        }
    }

    fn score(&mut self, score: &Score) -> Option<Value> {
        if !score.bands.is_empty() {
            self.unsaid.push(format!("The bands of the score `{}`.", score.id));
        }
        let sources = Sources::new(self.original, &self.links);
        let expression = match scores::expression(self.original, &sources, score) {
            Ok(expression) => expression,
            Err(why) => {
                self.unsaid.push(format!("The score `{}`: {why}.", score.id));
                return None;
            }
        };
        let mut out = Map::new();
        out.insert("linkId".into(), json!(self.links.score(&score.id)));
        self.code(&mut out, score.code.as_deref());
        self.put(&mut out, "text", &score.title, |translation| {
            translation.scores.iter().find(|texts| texts.id == score.id).map(|texts| texts.title.clone())
        });
        out.insert("type".into(), json!("decimal"));
        out.insert("readOnly".into(), json!(true));
        out.insert(
            "extension".into(),
            json!([{
                "url": known::CALCULATED,
                "valueExpression": { "language": "text/fhirpath", "expression": expression },
            }]),
        );
        Some(Value::Object(out))
    }
}

/// FHIR has no empty texts.
fn put(out: &mut Map<String, Value>, key: &str, text: &str) {
    if !text.trim().is_empty() {
        out.insert(key.into(), json!(text));
    }
}

/// The id, if FHIR takes it.
fn resource_id(id: &str) -> Option<&str> {
    let fits = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '.';
    Some(id).filter(|id| (1..=64).contains(&id.len()) && id.chars().all(fits))
}

/// A name for programs, which begins with a capital: `phq-9` is `Phq9`.
fn name(id: &str) -> String {
    let upper = |part: &str| {
        let mut letters = part.chars();
        letters.next().map(|c| c.to_ascii_uppercase()).into_iter().chain(letters).collect::<String>()
    };
    let name: String = id.split(|c: char| !c.is_ascii_alphanumeric()).map(upper).collect();
    if name.starts_with(|c: char| c.is_ascii_uppercase()) { name } else { format!("Questionnaire{name}") }
}
