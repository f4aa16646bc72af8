//! The value of a response option: written as a number or a word, always kept as text.

use crate::prelude::*;
use core::fmt;

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::Number;

/// What an answer is called in a file, for example `0`, `"several-days"` or `true`.
///
/// It is text wherever it travels (form fields, files, interchange), so `1` and `"1"` are the same.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Value(String);

impl Value {
    /// As a file has it. A space at an end, or a second one between words, is a slip: a code of FHIR cannot have it
    /// either.
    pub fn written(text: &str) -> Value {
        Value(text.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// As text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        Value(text.to_owned())
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Value, D::Error> {
        if !deserializer.is_human_readable() {
            return String::deserialize(deserializer).map(Value);
        }
        struct Written;
        impl Visitor<'_> for Written {
            type Value = Value;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number or a word in quotes, for example 0 or \"several-days\"")
            }
            fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
                Ok(Value(value.to_string()))
            }
            fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
                Ok(Value(value.to_string()))
            }
            fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
                Ok(Value(value.to_string()))
            }
            fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
                let number = Number::from_f64(value)
                    .ok_or_else(|| E::custom("a value has at most two decimal places, for example 2.5"))?;
                Ok(Value(number.to_text()))
            }
            fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
                Ok(Value::written(value))
            }
        }
        deserializer.deserialize_any(Written)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Value {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> alloc::borrow::Cow<'static, str> {
        "Value".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": ["string", "number", "boolean"] })
    }
}

#[cfg(test)]
mod tests {
    use super::Value;

    #[test]
    fn spaces_that_nobody_sees_are_none_of_a_value() {
        let value: Value = serde_json::from_str("\"  not   always \"").unwrap();
        assert_eq!(value.as_str(), "not always");
        assert_eq!(Value::from(" as typed ").as_str(), " as typed ", "an answer stays as it was given");
    }
}
