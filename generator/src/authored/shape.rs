//! The shape that a hand-written value must have, read from a type's JSON Schema.
//!
//! Only what `schemars` makes of our own types is understood; anything else is let through here and left
//! to serde.

use std::collections::HashMap;
use std::sync::Arc;

use serde_json::{Map, Value};

use super::node::{Entry, Kind, Node};
use crate::findings::{Finding, Place, closest, codes};

/// What a value may be.
#[derive(Debug)]
pub struct Shape {
    root: Form,
    definitions: HashMap<String, Form>,
}

#[derive(Debug)]
enum Form {
    Anything,
    Null,
    Bool,
    Integer { minimum: Option<i64>, maximum: Option<i64> },
    Number,
    Text { choices: Vec<String>, date: bool },
    List(Box<Form>),
    Table { keys: Vec<Key>, rest: Rest },
    OneOf(Vec<Form>),
    Named(String),
}

#[derive(Debug)]
struct Key {
    name: String,
    form: Form,
    required: bool,
    /// The field's documentation, the best mend when the key is missing or wrong.
    description: String,
}

#[derive(Debug)]
enum Rest {
    Refused,
    Allowed,
    Each(Box<Form>),
}

impl Shape {
    /// The shape of a type.
    pub fn of<T: schemars::JsonSchema>() -> Self {
        let schema = schemars::schema_for!(T).to_value();
        let definitions = schema
            .get("$defs")
            .and_then(Value::as_object)
            .map(|definitions| {
                definitions.iter().map(|(name, form)| (name.clone(), Form::read(form))).collect()
            })
            .unwrap_or_default();
        Shape { root: Form::read(&schema), definitions }
    }

    /// Everything in `node` that does not fit, in words for the author. `what` names the thing, for
    /// example "a page's front matter".
    pub fn check(&self, node: &Node, file: &Arc<str>, what: &str) -> Vec<Finding> {
        let mut check = Check { definitions: &self.definitions, file, what, findings: Vec::new() };
        check.value(&self.root, node, "", "");
        check.findings
    }
}

impl Form {
    fn read(schema: &Value) -> Form {
        let Some(schema) = schema.as_object() else { return Form::Anything };
        if let Some(Value::String(reference)) = schema.get("$ref") {
            return Form::Named(reference.trim_start_matches("#/$defs/").to_owned());
        }
        if let Some(Value::Array(forms)) = schema.get("oneOf").or_else(|| schema.get("anyOf")) {
            return Form::one_of(forms.iter().map(Form::read).collect());
        }
        if let Some(Value::String(choice)) = schema.get("const") {
            return Form::Text { choices: vec![choice.clone()], date: false };
        }
        match schema.get("type") {
            Some(Value::String(name)) => Form::of_type(name, schema),
            Some(Value::Array(names)) => Form::one_of(
                names.iter().filter_map(Value::as_str).map(|name| Form::of_type(name, schema)).collect(),
            ),
            _ => Form::Anything,
        }
    }

    /// Joins alternatives; choices of text become one list of choices.
    fn one_of(forms: Vec<Form>) -> Form {
        let mut all = Vec::new();
        let mut others = Vec::new();
        for form in forms {
            match form {
                Form::Text { choices, date: false } if !choices.is_empty() => all.extend(choices),
                other => others.push(other),
            }
        }
        if !all.is_empty() {
            others.insert(0, Form::Text { choices: all, date: false });
        }
        if others.len() == 1 { others.remove(0) } else { Form::OneOf(others) }
    }

    fn of_type(name: &str, schema: &Map<String, Value>) -> Form {
        match name {
            "null" => Form::Null,
            "boolean" => Form::Bool,
            "integer" => Form::Integer {
                minimum: schema.get("minimum").and_then(Value::as_i64),
                maximum: schema.get("maximum").and_then(Value::as_i64),
            },
            "number" => Form::Number,
            "string" => Form::Text {
                choices: schema
                    .get("enum")
                    .and_then(Value::as_array)
                    .map(|choices| choices.iter().filter_map(Value::as_str).map(str::to_owned).collect())
                    .unwrap_or_default(),
                date: schema.get("format").and_then(Value::as_str) == Some("date"),
            },
            "array" => Form::List(Box::new(schema.get("items").map_or(Form::Anything, Form::read))),
            "object" => Form::table(schema),
            _ => Form::Anything,
        }
    }

    fn table(schema: &Map<String, Value>) -> Form {
        let required: Vec<&str> = schema
            .get("required")
            .and_then(Value::as_array)
            .map(|names| names.iter().filter_map(Value::as_str).collect())
            .unwrap_or_default();
        let keys = schema
            .get("properties")
            .and_then(Value::as_object)
            .map(|properties| {
                properties
                    .iter()
                    .map(|(name, form)| Key {
                        name: name.clone(),
                        form: Form::read(form),
                        required: required.contains(&name.as_str()),
                        description: one_line(form.get("description").and_then(Value::as_str).unwrap_or("")),
                    })
                    .collect()
            })
            .unwrap_or_default();
        let rest = match schema.get("additionalProperties") {
            Some(Value::Bool(false)) => Rest::Refused,
            Some(form @ Value::Object(_)) => Rest::Each(Box::new(Form::read(form))),
            _ => Rest::Allowed,
        };
        Form::Table { keys, rest }
    }

    fn expected(&self) -> String {
        match self {
            Form::Anything => "a value".into(),
            Form::Null => "nothing".into(),
            Form::Bool => "`true` or `false`".into(),
            Form::Integer { .. } => "a whole number".into(),
            Form::Number => "a number".into(),
            Form::Text { date: true, .. } => "a date such as 2026-11-22".into(),
            Form::Text { choices, .. } if choices.is_empty() => "text".into(),
            Form::Text { choices, .. } => format!("one of {}", quoted(choices.iter().map(String::as_str))),
            Form::List(_) => "a list".into(),
            Form::Table { .. } | Form::Named(_) => "a table of keys".into(),
            Form::OneOf(forms) => either(forms),
        }
    }
}

struct Check<'a> {
    definitions: &'a HashMap<String, Form>,
    file: &'a Arc<str>,
    what: &'a str,
    findings: Vec<Finding>,
}

impl Check<'_> {
    fn value(&mut self, form: &Form, node: &Node, key: &str, description: &str) {
        match (form, &node.kind) {
            (Form::Anything, _) | (Form::Null, Kind::Null) | (Form::Bool, Kind::Bool(_)) => {}
            (Form::Number, Kind::Integer(_) | Kind::Float(_)) => {}
            (Form::Named(name), _) => {
                if let Some(form) = self.definitions.get(name) {
                    self.value(form, node, key, description);
                }
            }
            (Form::OneOf(forms), _) => self.alternatives(forms, node, key, description),
            (Form::Integer { minimum, maximum }, Kind::Integer(number)) => {
                if minimum.is_some_and(|minimum| *number < minimum)
                    || maximum.is_some_and(|maximum| *number > maximum)
                {
                    self.wrong(node, &format!("{number} is out of range for `{key}`"), description);
                }
            }
            (Form::Text { date: true, .. }, Kind::Text(text)) => {
                if text.parse::<jiff::civil::Date>().map_or(true, |date| date.to_string() != *text) {
                    let message = format!("`{text}` is not a date that exists");
                    self.wrong(node, &message, "Write year, month and day: 2026-11-22.");
                }
            }
            (Form::Text { choices, .. }, Kind::Text(text)) => {
                if !choices.is_empty() && !choices.contains(text) {
                    let mend = match closest(text, choices.iter().map(String::as_str)) {
                        Some(close) => format!("Did you mean `{close}`?"),
                        None => format!("Write one of {}.", quoted(choices.iter().map(String::as_str))),
                    };
                    self.wrong(node, &format!("`{text}` is not a value of `{key}`"), &mend);
                }
            }
            (Form::List(form), Kind::List(items)) => {
                for item in items {
                    self.value(form, item, key, description);
                }
            }
            (Form::Table { keys, rest }, Kind::Table(entries)) => self.table(keys, rest, entries, node, key),
            _ => {
                let message = if key.is_empty() {
                    format!("{} must be {}, but this is {}", self.what, form.expected(), node.noun())
                } else {
                    format!("`{key}` must be {}, but this is {}", form.expected(), node.noun())
                };
                self.wrong(node, &message, description);
            }
        }
    }

    fn table(&mut self, keys: &[Key], rest: &Rest, entries: &[Entry], node: &Node, within: &str) {
        // A required key that is there under a misspelt name is not missing as well.
        let mut misspelt = Vec::new();
        let place = if within.is_empty() { self.what.to_owned() } else { format!("`{within}`") };
        for entry in entries {
            if let Some(key) = keys.iter().find(|key| key.name == entry.key) {
                self.value(&key.form, &entry.value, &key.name, &key.description);
            } else {
                match rest {
                    Rest::Allowed => {}
                    Rest::Each(form) => self.value(form, &entry.value, &entry.key, ""),
                    Rest::Refused => {
                        let names = || keys.iter().map(|key| key.name.as_str());
                        let close = closest(&entry.key, names());
                        misspelt.extend(close);
                        let mend = match close {
                            Some(close) => format!("Did you mean `{close}`?"),
                            None => format!("The keys here are {}.", quoted(names())),
                        };
                        self.findings.push(Finding::new(
                            &codes::UNKNOWN_KEY,
                            Place::at(self.file, entry.key_range.clone()),
                            format!("`{}` is not a key of {place}.", entry.key),
                            mend,
                        ));
                    }
                }
            }
        }
        for key in keys.iter().filter(|key| key.required && !misspelt.contains(&key.name.as_str())) {
            if !entries.iter().any(|entry| entry.key == key.name) {
                let range = if entries.is_empty() { node.range.start..node.range.start } else { head(node) };
                self.findings.push(Finding::new(
                    &codes::MISSING_KEY,
                    Place::at(self.file, range),
                    format!("`{}` is missing in {place}.", key.name),
                    format!("Add `{}`: {}", key.name, or(&key.description, "it is required.")),
                ));
            }
        }
    }

    /// The alternative with the fewest faults tells what is wrong.
    fn alternatives(&mut self, forms: &[Form], node: &Node, key: &str, description: &str) {
        if let ([form, Form::Null] | [Form::Null, form], false) = (forms, matches!(node.kind, Kind::Null)) {
            return self.value(form, node, key, description);
        }
        let mut best: Option<Vec<Finding>> = None;
        for form in forms {
            let mut check = Check { findings: Vec::new(), ..*self };
            check.value(form, node, key, description);
            if check.findings.is_empty() {
                return;
            }
            // A table is only the one that was meant if it is a table at all.
            let same_kind = check.findings.iter().all(|finding| finding.code != codes::WRONG_VALUE.id)
                || check.findings.len() > 1;
            if same_kind && best.as_ref().is_none_or(|best| check.findings.len() < best.len()) {
                best = Some(check.findings);
            }
        }
        match best {
            Some(findings) => self.findings.extend(findings),
            None => {
                let expected = either(forms);
                let message = match node.text() {
                    Some(text) if !expected.contains("text") => format!("`{text}` is not a value of `{key}`"),
                    _ => format!("`{key}` must be {expected}, but this is {}", node.noun()),
                };
                let mend = if expected.starts_with("one of") {
                    format!("Write {expected}.")
                } else {
                    description.to_owned()
                };
                self.wrong(node, &message, &mend);
            }
        }
    }

    fn wrong(&mut self, node: &Node, message: &str, mend: &str) {
        self.findings.push(Finding::new(
            &codes::WRONG_VALUE,
            Place::at(self.file, node.range.clone()),
            format!("{message}."),
            mend,
        ));
    }
}

/// The first key of a table, so that a missing key underlines one line, not the whole table.
fn head(node: &Node) -> std::ops::Range<usize> {
    match &node.kind {
        Kind::Table(entries) => entries.first().map_or(node.range.clone(), |entry| entry.key_range.clone()),
        _ => node.range.clone(),
    }
}

fn either(forms: &[Form]) -> String {
    let wanted = forms.iter().filter(|form| !matches!(form, Form::Null));
    wanted.map(Form::expected).collect::<Vec<_>>().join(" or ")
}

fn quoted<'a>(names: impl Iterator<Item = &'a str>) -> String {
    names.map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn or<'a>(text: &'a str, other: &'a str) -> &'a str {
    if text.is_empty() { other } else { text }
}
