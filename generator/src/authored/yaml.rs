//! YAML into nodes.

use std::sync::Arc;

use saphyr::{LoadableYamlNode, MarkedYaml, Marker, Scalar, YamlData};

use super::node::{Entry, Kind, Node};
use crate::findings::{Finding, Place, codes};

/// Parses `text`, which starts at byte `offset` of `file`. YAML has no way to go on after a fault, so
/// there is at most one finding, and an empty table with it.
pub fn parse(file: &Arc<str>, text: &str, offset: usize) -> (Node, Vec<Finding>) {
    let bytes = Bytes::new(text, offset);
    let empty = Node { range: offset..offset + text.len(), kind: Kind::Table(Vec::new()) };
    match MarkedYaml::load_from_str(text) {
        Ok(documents) => match documents.into_iter().next() {
            Some(document) => (node(&document, &bytes), Vec::new()),
            None => (empty, Vec::new()),
        },
        Err(error) => {
            let start = bytes.of(error.marker());
            let line_end = text[start - offset..].find('\n').map_or(offset + text.len(), |at| start + at);
            let finding = Finding::new(
                &codes::YAML_SYNTAX,
                Place::at(file, start..line_end.max(start)),
                format!("This is not valid YAML: {}.", error.info()),
                "Write `key: value`, one on a line; put quotation marks round text that holds `: ` or starts with a sign.",
            );
            (empty, vec![finding])
        }
    }
}

/// From the parser's count of characters to bytes of the file.
struct Bytes {
    offset: usize,
    len: usize,
    /// Byte of every character; empty for plain ASCII, where both counts agree.
    starts: Vec<usize>,
}

impl Bytes {
    fn new(text: &str, offset: usize) -> Self {
        let starts =
            if text.is_ascii() { Vec::new() } else { text.char_indices().map(|(byte, _)| byte).collect() };
        Bytes { offset, len: text.len(), starts }
    }

    fn of(&self, marker: &Marker) -> usize {
        let index = marker.index();
        let byte = if self.starts.is_empty() { index } else { *self.starts.get(index).unwrap_or(&self.len) };
        self.offset + byte.min(self.len)
    }
}

fn node(yaml: &MarkedYaml<'_>, bytes: &Bytes) -> Node {
    let kind = match &yaml.data {
        YamlData::Value(Scalar::Null) | YamlData::BadValue | YamlData::Alias(_) => Kind::Null,
        YamlData::Value(Scalar::Boolean(value)) => Kind::Bool(*value),
        YamlData::Value(Scalar::Integer(value)) => Kind::Integer(*value),
        YamlData::Value(Scalar::FloatingPoint(value)) => Kind::Float(value.into_inner()),
        YamlData::Value(Scalar::String(text)) | YamlData::Representation(text, ..) => {
            Kind::Text(text.to_string())
        }
        YamlData::Sequence(items) => Kind::List(items.iter().map(|item| node(item, bytes)).collect()),
        YamlData::Mapping(map) => Kind::Table(
            map.iter()
                .map(|(key, value)| Entry {
                    key: key_text(key),
                    key_range: bytes.of(&key.span.start)..bytes.of(&key.span.end),
                    value: node(value, bytes),
                })
                .collect(),
        ),
        YamlData::Tagged(_, inner) => return node(inner, bytes),
    };
    Node { range: bytes.of(&yaml.span.start)..bytes.of(&yaml.span.end), kind }
}

fn key_text(key: &MarkedYaml<'_>) -> String {
    match &key.data {
        YamlData::Value(Scalar::String(text)) | YamlData::Representation(text, ..) => text.to_string(),
        YamlData::Value(Scalar::Integer(value)) => value.to_string(),
        YamlData::Value(Scalar::Boolean(value)) => value.to_string(),
        _ => String::new(),
    }
}
