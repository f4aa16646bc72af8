//! JSON with the place of every value, so that a finding can show the very words.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::authored::{Entry, Kind, Node};
use crate::findings::{Finding, Place, codes};

/// The largest file that is read at all.
const LARGEST: usize = 8 * 1024 * 1024;

/// No form has a longer list; with one, what follows could take very long.
const LONGEST_LIST: usize = 2000;
/// All values of a file together.
const MOST_VALUES: usize = 400_000;

/// Reads a whole file.
pub(super) fn parse(file: &Arc<str>, text: &str) -> Result<Node, Finding> {
    if text.len() > LARGEST {
        let message = format!("The file has {} bytes; {LARGEST} is the most.", text.len());
        return Err(Finding::new(&codes::FHIR_TOO_MUCH, Place::file(file), message, "Split it."));
    }
    // serde_json judges the syntax and the depth; what it lets through is scanned again for the places.
    if let Err(error) = serde_json::from_str::<serde_json::Value>(text) {
        let before: usize =
            text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
        let at = (before + error.column().saturating_sub(1)).min(text.len());
        let place = Place::at(file, at..at);
        let said = error.to_string();
        if said.contains("recursion") {
            let message = "The file has objects within objects more than 127 deep.";
            return Err(Finding::new(
                &codes::FHIR_TOO_MUCH,
                place,
                message,
                "Let fewer groups stand in groups.",
            ));
        }
        let message = format!("This is not valid JSON: {said}.");
        return Err(Finding::new(&codes::FHIR_JSON, place, message, "Export the file again."));
    }
    let mut scanner = Scanner { text, at: 0, twice: None, values: 0, too_much: None };
    let node = scanner.value();
    if let Some((range, what)) = scanner.too_much {
        let place = Place::at(file, range);
        return Err(Finding::new(
            &codes::FHIR_TOO_MUCH,
            place,
            what,
            "Take out what the form does not need.",
        ));
    }
    match (node, scanner.twice) {
        (Some(node), None) => Ok(node),
        (_, Some(range)) => {
            let message = "This key stands twice in its object, so it is not known which one is meant.";
            Err(Finding::new(&codes::FHIR_JSON, Place::at(file, range), message, "Remove one of the two."))
        }
        (None, None) => Err(Finding::new(
            &codes::FHIR_JSON,
            Place::file(file),
            "This is not valid JSON.",
            "Export it again.",
        )),
    }
}

/// Goes over text that is known to be valid JSON.
struct Scanner<'a> {
    text: &'a str,
    at: usize,
    twice: Option<std::ops::Range<usize>>,
    values: usize,
    /// The place of the first thing that is too much, and what it is.
    too_much: Option<(std::ops::Range<usize>, String)>,
}

impl Scanner<'_> {
    fn peek(&mut self) -> Option<u8> {
        let bytes = self.text.as_bytes();
        while bytes.get(self.at).is_some_and(u8::is_ascii_whitespace) {
            self.at += 1;
        }
        bytes.get(self.at).copied()
    }

    fn takes(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    fn value(&mut self) -> Option<Node> {
        let first = self.peek()?;
        let start = self.at;
        self.values += 1;
        if self.values > MOST_VALUES {
            let message = format!("The file has more than {MOST_VALUES} values.");
            self.too_much.get_or_insert((start..start + 1, message));
            return None;
        }
        let kind = match first {
            b'{' => self.table()?,
            b'[' => self.list()?,
            b'"' => Kind::Text(self.string()?),
            _ => {
                let end = self.text[start..].find([',', ']', '}', ' ', '\n', '\r', '\t']);
                self.at = end.map_or(self.text.len(), |end| start + end);
                match &self.text[start..self.at] {
                    "null" => Kind::Null,
                    "true" => Kind::Bool(true),
                    "false" => Kind::Bool(false),
                    number => match number.parse() {
                        Ok(whole) => Kind::Integer(whole),
                        Err(_) => Kind::Float(number.parse().ok()?),
                    },
                }
            }
        };
        Some(Node { range: start..self.at, kind })
    }

    fn list(&mut self) -> Option<Kind> {
        let start = self.at;
        self.at += 1;
        let mut nodes = Vec::new();
        if !self.takes(b']') {
            loop {
                nodes.push(self.value()?);
                if nodes.len() > LONGEST_LIST {
                    let message = format!("This list has more than {LONGEST_LIST} entries.");
                    self.too_much.get_or_insert((start..start + 1, message));
                    return None;
                }
                if !self.takes(b',') {
                    break;
                }
            }
            self.takes(b']');
        }
        Some(Kind::List(nodes))
    }

    fn table(&mut self) -> Option<Kind> {
        self.at += 1;
        let mut entries = Vec::new();
        let mut keys = BTreeSet::new();
        if !self.takes(b'}') {
            loop {
                self.peek()?;
                let start = self.at;
                let key = self.string()?;
                let key_range = start..self.at;
                if !keys.insert(key.clone()) && self.twice.is_none() {
                    self.twice = Some(key_range.clone());
                }
                self.takes(b':');
                entries.push(Entry { key, key_range, value: self.value()? });
                if !self.takes(b',') {
                    break;
                }
            }
            self.takes(b'}');
        }
        Some(Kind::Table(entries))
    }

    fn string(&mut self) -> Option<String> {
        let bytes = self.text.as_bytes();
        let start = self.at;
        let mut end = start + 1;
        while *bytes.get(end)? != b'"' {
            end += if bytes[end] == b'\\' { 2 } else { 1 };
        }
        self.at = end + 1;
        serde_json::from_str(self.text.get(start..self.at)?).ok()
    }
}
