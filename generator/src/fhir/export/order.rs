//! The order in which FHIR lists the elements: programs do not need it, people who read the file do.

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};
use serde_json::Value;

const ORDER: &[&str] = &[
    "resourceType",
    "id",
    "language",
    "extension",
    "url",
    "linkId",
    "version",
    "name",
    "system",
    "question",
    "operator",
    "title",
    "status",
    "subjectType",
    "publisher",
    "contact",
    "description",
    "purpose",
    "copyright",
    "code",
    "display",
    "text",
    "type",
    "enableWhen",
    "enableBehavior",
    "required",
    "repeats",
    "readOnly",
    "answerOption",
    "item",
];

/// A resource whose keys are written in FHIR's order.
pub(super) struct Ordered<'a>(pub(super) &'a Value);

impl Serialize for Ordered<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Value::Object(entries) => {
                let rank = |key: &str| {
                    let bare = key.trim_start_matches('_');
                    ORDER.iter().position(|known| *known == bare).unwrap_or(ORDER.len())
                };
                let mut keys: Vec<&String> = entries.keys().collect();
                // The text itself stands before its `_text`.
                keys.sort_by_key(|key| (rank(key), key.starts_with('_')));
                let mut map = serializer.serialize_map(Some(keys.len()))?;
                for key in keys {
                    map.serialize_entry(key, &Ordered(&entries[key]))?;
                }
                map.end()
            }
            Value::Array(values) => {
                let mut list = serializer.serialize_seq(Some(values.len()))?;
                for value in values {
                    list.serialize_element(&Ordered(value))?;
                }
                list.end()
            }
            other => other.serialize(serializer),
        }
    }
}
