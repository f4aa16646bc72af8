//! A value of the file together with its path, as in `Questionnaire.item[2].text`.

use footbridge_model::Number;

use crate::authored::{Kind, Node};

/// A value and its path.
#[derive(Clone, Debug)]
pub(super) struct At<'a> {
    pub(super) node: &'a Node,
    pub(super) path: String,
}

impl<'a> At<'a> {
    /// The value of a key.
    pub(super) fn get(&self, key: &str) -> Option<At<'a>> {
        let node = self.node.get(key).filter(|node| !matches!(node.kind, Kind::Null))?;
        Some(At { node, path: format!("{}.{key}", self.path) })
    }

    /// The values of a list; of anything else nothing.
    pub(super) fn all(&self, key: &str) -> Vec<At<'a>> {
        let Some(list) = self.get(key) else { return Vec::new() };
        let Kind::List(nodes) = &list.node.kind else { return Vec::new() };
        let each = nodes.iter().enumerate();
        each.map(|(index, node)| At { node, path: format!("{}[{index}]", list.path) }).collect()
    }

    /// The words of a key, without space around them; nothing if there are none.
    pub(super) fn text(&self, key: &str) -> Option<&'a str> {
        self.node.get(key)?.text().map(str::trim).filter(|text| !text.is_empty())
    }

    /// Whether a key is `true`.
    pub(super) fn is(&self, key: &str) -> bool {
        self.flag(key) == Some(true)
    }

    /// The truth of a key.
    pub(super) fn flag(&self, key: &str) -> Option<bool> {
        match &self.node.get(key)?.kind {
            Kind::Bool(value) => Some(*value),
            // Not valid, but clear; it is told as a change.
            Kind::Text(text) if text == "true" => Some(true),
            Kind::Text(text) if text == "false" => Some(false),
            _ => None,
        }
    }

    /// The keys.
    pub(super) fn keys(&self) -> Vec<&'a str> {
        match &self.node.kind {
            Kind::Table(entries) => entries.iter().map(|entry| entry.key.as_str()).collect(),
            _ => Vec::new(),
        }
    }

    /// The number, if it is exact to two decimal places.
    pub(super) fn number(&self) -> Option<Number> {
        match &self.node.kind {
            Kind::Integer(value) => {
                Some(Number::whole(*value)).filter(|number| number.hundredths() == value.saturating_mul(100))
            }
            Kind::Float(value) => exact(*value),
            _ => None,
        }
    }

    /// The whole number.
    pub(super) fn integer(&self) -> Option<i64> {
        match self.node.kind {
            Kind::Integer(value) => Some(value),
            _ => None,
        }
    }

    /// The extensions with one of these addresses.
    pub(super) fn extensions(&self, urls: &[&str]) -> Vec<At<'a>> {
        let has = |at: &At<'a>| at.text("url").is_some_and(|url| urls.contains(&url));
        self.all("extension").into_iter().filter(has).collect()
    }

    /// The value of the first extension with one of these addresses.
    pub(super) fn extension(&self, urls: &[&str]) -> Option<At<'a>> {
        self.extensions(urls).into_iter().find_map(|found| found.value()).map(|(_, at)| at)
    }

    /// The one key `value[x]` and what stands there.
    pub(super) fn value(&self) -> Option<(&'a str, At<'a>)> {
        self.choice("value")
    }

    /// The one key that begins so and goes on with a type, as `answerCoding`.
    pub(super) fn choice(&self, stem: &str) -> Option<(&'a str, At<'a>)> {
        let key = self.keys().into_iter().find(|key| {
            key.strip_prefix(stem).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_uppercase()))
        })?;
        Some((&key[stem.len()..], self.get(key)?))
    }

    /// The words of a key in another language, from the `translation` extension.
    pub(super) fn translation(&self, key: &str, language: &str) -> Option<&'a str> {
        let translations = self.get(&format!("_{key}"))?.extensions(&[super::known::TRANSLATION]);
        translations.iter().find_map(|translation| {
            let lang = translation.extension(&["lang"])?;
            let content = translation.extension(&["content"])?;
            (lang.node.text()? == language).then(|| content.node.text()).flatten()
        })
    }
}

/// The fewest decimal places that mean the same number are at most two.
fn exact(value: f64) -> Option<Number> {
    // Rust prints the shortest digits that read back as the same number, which are those of the file.
    Number::parse(&value.to_string())
}
