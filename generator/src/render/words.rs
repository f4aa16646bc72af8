//! The words of the theme in every language, from Fluent files.

use std::collections::HashMap;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::Entry;
use tera::Value;

use crate::findings::{Finding, Place, codes};
use crate::read::Theme;

/// All messages.
pub(super) struct Words {
    languages: HashMap<String, Language>,
}

struct Language {
    bundle: FluentBundle<FluentResource>,
    /// Messages without arguments, formatted once.
    plain: HashMap<String, Value>,
}

/// The language whose words stand in where the theme lacks another's.
const FALLBACK: &str = "en";

impl Words {
    pub(super) fn read(theme: &Theme, wanted: &[String], findings: &mut Vec<Finding>) -> Words {
        let mut languages = HashMap::new();
        for code in wanted.iter().filter(|code| theme.under(&format!("i18n/{code}/")).next().is_none()) {
            findings.push(Finding::new(
                &codes::NO_WORDS,
                Place::file(&"site.toml".into()),
                format!("The theme has no words in the language `{code}`."),
                format!("Put them into themes/<theme>/i18n/{code}/, one Fluent file or more."),
            ));
        }
        for code in wanted.iter().map(String::as_str).chain([FALLBACK]) {
            if !languages.contains_key(code) {
                languages.insert(code.to_owned(), Language::read(theme, code, findings));
            }
        }
        Words { languages }
    }

    /// A message without arguments.
    pub(super) fn plain(&self, language: &str, key: &str) -> Option<&Value> {
        self.in_order(language).find_map(|words| words.plain.get(key))
    }

    /// A message with arguments.
    pub(super) fn format(&self, language: &str, key: &str, args: &FluentArgs<'_>) -> Option<String> {
        self.in_order(language).find_map(|words| {
            let pattern = words.bundle.get_message(key)?.value()?;
            Some(words.bundle.format_pattern(pattern, Some(args), &mut Vec::new()).into_owned())
        })
    }

    fn in_order(&self, language: &str) -> impl Iterator<Item = &Language> {
        [language, FALLBACK].into_iter().filter_map(|code| self.languages.get(code))
    }
}

impl Language {
    fn read(theme: &Theme, code: &str, findings: &mut Vec<Finding>) -> Language {
        let id = code.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        // The marks around arguments would be read out and break links.
        bundle.set_use_isolating(false);
        let mut keys: Vec<String> = Vec::new();
        for (_, file) in theme.under(&format!("i18n/{code}/")) {
            let text = String::from_utf8_lossy(&file.bytes).into_owned();
            let resource = match FluentResource::try_new(text) {
                Ok(resource) => resource,
                Err((resource, errors)) => {
                    for error in errors {
                        findings.push(Finding::new(
                            &codes::BAD_MESSAGES,
                            Place::at(&file.name.as_str().into(), error.pos.clone()),
                            format!("This message cannot be read: {}.", error.kind),
                            "Write `key = text`, and indent the lines that go on.",
                        ));
                    }
                    resource
                }
            };
            keys.extend(resource.entries().filter_map(|entry| match entry {
                Entry::Message(message) => Some(message.id.name.to_owned()),
                _ => None,
            }));
            bundle.add_resource_overriding(resource);
        }
        let plain = keys
            .into_iter()
            .filter_map(|key| {
                let mut errors = Vec::new();
                let pattern = bundle.get_message(&key)?.value()?;
                let text = bundle.format_pattern(pattern, None, &mut errors).into_owned();
                errors.is_empty().then(|| (key, Value::from(text)))
            })
            .collect();
        Language { bundle, plain }
    }
}

/// A template's value as an argument of a message.
pub(super) fn argument(value: &Value) -> FluentValue<'static> {
    if let Some(number) = value.as_i64() {
        FluentValue::from(number)
    } else if let Some(number) = value.as_f64() {
        FluentValue::from(number)
    } else {
        FluentValue::from(value.to_string())
    }
}
