//! TOML into nodes.

use std::ops::Range;
use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::node::{Entry, Kind, Node};
use crate::findings::{Finding, Place, codes};

/// Parses `text`, which starts at byte `offset` of `file`. The parser recovers, so all faults come at once
/// and what could be read is still returned.
pub fn parse(file: &Arc<str>, text: &str, offset: usize) -> (Node, Vec<Finding>) {
    let (table, errors) = DeTable::parse_recoverable(text);
    let findings = errors
        .iter()
        .map(|error| {
            let span = error.span().unwrap_or(0..0);
            let range =
                shift(span.start..span.end.max(span.start + 1).min(text.len().max(span.start)), offset);
            let message = error.message().lines().collect::<Vec<_>>().join("; ");
            Finding::new(
                &codes::TOML_SYNTAX,
                Place::at(file, range),
                format!("This is not valid TOML: {message}."),
                "Write `key = \"value\"`, one on a line, with text in quotation marks.",
            )
        })
        .collect();
    let range = shift(table.span(), offset);
    let node = Node { range, kind: table_kind(table.get_ref(), offset) };
    (node, findings)
}

fn shift(range: Range<usize>, offset: usize) -> Range<usize> {
    range.start + offset..range.end + offset
}

fn table_kind(table: &DeTable<'_>, offset: usize) -> Kind {
    let mut entries: Vec<Entry> = table
        .iter()
        .map(|(key, value)| Entry {
            key: key.get_ref().to_string(),
            key_range: shift(key.span(), offset),
            value: node(value, offset),
        })
        .collect();
    entries.sort_by_key(|entry| entry.key_range.start);
    Kind::Table(entries)
}

fn node(value: &Spanned<DeValue<'_>>, offset: usize) -> Node {
    let kind = match value.get_ref() {
        DeValue::String(text) => Kind::Text(text.to_string()),
        DeValue::Integer(number) => i64::from_str_radix(&number.as_str().replace('_', ""), number.radix())
            .map_or_else(|_| Kind::Text(number.as_str().to_owned()), Kind::Integer),
        DeValue::Float(number) => number
            .as_str()
            .replace('_', "")
            .parse()
            .map_or_else(|_| Kind::Text(number.as_str().to_owned()), Kind::Float),
        DeValue::Boolean(value) => Kind::Bool(*value),
        DeValue::Datetime(value) => Kind::Text(value.to_string()),
        DeValue::Array(items) => Kind::List(items.iter().map(|item| node(item, offset)).collect()),
        DeValue::Table(table) => table_kind(table, offset),
    };
    Node { range: shift(value.span(), offset), kind }
}
