//! Exact numbers for scores: a count of hundredths, so that no score ever depends on binary rounding.

use core::fmt;

use crate::prelude::*;
use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A score or a part of one: exact to two decimal places, between about minus and plus ten million.
///
/// Whole numbers print and serialize without a decimal point: `12`, not `12.0`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Number(i64);

/// The largest magnitude in hundredths: sums of many of these cannot overflow an `i64`.
const LIMIT: i64 = 1_000_000_000;

impl Number {
    /// Nothing.
    pub const ZERO: Number = Number(0);
    /// One whole.
    pub const ONE: Number = Number(100);

    /// The number with this many hundredths, held within the range.
    pub fn from_hundredths(hundredths: i64) -> Number {
        Number(hundredths.clamp(-LIMIT, LIMIT))
    }

    /// A whole number, held within the range.
    pub fn whole(units: i64) -> Number {
        Number::from_hundredths(units.saturating_mul(100))
    }

    /// How many hundredths it has.
    pub fn hundredths(self) -> i64 {
        self.0
    }

    /// The sum.
    pub fn plus(self, other: Number) -> Number {
        Number::from_hundredths(self.0.saturating_add(other.0))
    }

    /// The product, rounded to the nearest hundredth, halves away from zero.
    pub fn times(self, other: Number) -> Number {
        Number::from_hundredths(divide_rounded(self.0.saturating_mul(other.0), 100))
    }

    /// The difference.
    pub fn minus(self, other: Number) -> Number {
        Number::from_hundredths(self.0.saturating_sub(other.0))
    }

    /// As people write it: `12`, `2.5`, `-0.25`. The same as `to_string`, without the formatting machinery,
    /// which would be a fifth of the browser's binary.
    pub fn to_text(self) -> String {
        let mut left = self.0.unsigned_abs();
        let mut places = 2;
        while places > 0 && left.is_multiple_of(10) {
            left /= 10;
            places -= 1;
        }
        let mut backwards = Vec::new();
        while left > 0 || places >= 0 {
            // The digit before the point is written even if it is zero.
            backwards.push(char::from(b'0' + u8::try_from(left % 10).unwrap_or(0)));
            left /= 10;
            places -= 1;
            if places == 0 {
                backwards.push('.');
            }
        }
        if self.0 < 0 {
            backwards.push('-');
        }
        backwards.into_iter().rev().collect()
    }

    /// Reads what a person writes into a form: `12`, `-3`, `1.5` or `1,5`, with at most two decimal places.
    pub fn parse(text: &str) -> Option<Number> {
        let (mut negative, mut whole, mut places, mut hundredths) = (false, 0, None, 0_i64);
        for (at, byte) in text.trim_ascii().bytes().enumerate() {
            match byte {
                b'-' if at == 0 => negative = true,
                b'.' | b',' if places.is_none() && whole > 0 => places = Some(0),
                b'0'..=b'9' => {
                    match &mut places {
                        None => whole += 1,
                        Some(places) => *places += 1,
                    }
                    if whole > 8 || places.is_some_and(|places| places > 2) {
                        return None;
                    }
                    hundredths = hundredths * 10 + i64::from(byte - b'0');
                }
                _ => return None,
            }
        }
        hundredths *= match places {
            None if whole > 0 => 100,
            Some(1) => 10,
            Some(2) => 1,
            _ => return None,
        };
        let number = Number::from_hundredths(if negative { -hundredths } else { hundredths });
        (number.0.abs() == hundredths).then_some(number)
    }

    pub(crate) fn from_f64(value: f64) -> Option<Number> {
        let hundredths = value * 100.0;
        if !(-LIMIT as f64..=LIMIT as f64).contains(&hundredths) {
            return None;
        }
        // To the nearest whole number of hundredths, which must be where the value is.
        let nearest = (hundredths + if hundredths < 0.0 { -0.5 } else { 0.5 }) as i64;
        let off = hundredths - nearest as f64;
        (-1e-6..1e-6).contains(&off).then_some(Number(nearest))
    }
}

fn divide_rounded(dividend: i64, divisor: i64) -> i64 {
    if divisor == 0 {
        return 0;
    }
    let (quotient, remainder) = (dividend / divisor, dividend % divisor);
    let away = remainder.unsigned_abs() >= divisor.unsigned_abs().div_ceil(2);
    quotient + if away { dividend.signum() * divisor.signum() } else { 0 }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.to_text())
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // The compact form for the browser keeps the exact hundredths.
        if !serializer.is_human_readable() {
            serializer.serialize_i64(self.0)
        } else if self.0 % 100 == 0 {
            serializer.serialize_i64(self.0 / 100)
        } else {
            serializer.serialize_f64(self.0 as f64 / 100.0)
        }
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Number, D::Error> {
        if !deserializer.is_human_readable() {
            return i64::deserialize(deserializer).map(Number::from_hundredths);
        }
        struct Written;
        impl Visitor<'_> for Written {
            type Value = Number;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number with at most two decimal places, for example 3 or 0.5")
            }
            fn visit_i64<E: Error>(self, value: i64) -> Result<Number, E> {
                let fits = value.checked_mul(100).filter(|hundredths| hundredths.abs() <= LIMIT);
                fits.map(Number).ok_or_else(|| E::custom("the number is too large for a score"))
            }
            fn visit_u64<E: Error>(self, value: u64) -> Result<Number, E> {
                self.visit_i64(i64::try_from(value).unwrap_or(i64::MAX))
            }
            fn visit_f64<E: Error>(self, value: f64) -> Result<Number, E> {
                Number::from_f64(value)
                    .ok_or_else(|| E::custom("a score has at most two decimal places, for example 0.25"))
            }
        }
        deserializer.deserialize_any(Written)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Number {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> alloc::borrow::Cow<'static, str> {
        "Number".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "number" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_have_no_decimal_point() {
        assert_eq!(Number::whole(12).to_string(), "12");
        assert_eq!(Number::from_hundredths(-250).to_string(), "-2.5");
        assert_eq!(Number::from_hundredths(305).to_string(), "3.05");
        assert_eq!(Number::from_hundredths(-5).to_string(), "-0.05");
        assert_eq!(Number::from_hundredths(50).to_string(), "0.5");
        assert_eq!(Number::ZERO.to_string(), "0");
        assert_eq!(Number::whole(100).to_string(), "100");
        assert_eq!(serde_json::to_string(&Number::whole(12)).expect("json"), "12");
    }

    #[test]
    fn rounding_is_to_the_nearest_hundredth() {
        assert_eq!(Number::from_hundredths(250).times(Number::from_hundredths(33)).to_string(), "0.83");
        assert_eq!(Number::from_hundredths(-250).times(Number::from_hundredths(25)).to_string(), "-0.63");
        assert_eq!(Number::ONE.minus(Number::from_hundredths(250)).to_string(), "-1.5");
    }

    #[test]
    fn people_write_numbers_with_a_point_or_a_comma() {
        for (text, hundredths) in [
            ("12", 1200),
            (" 1.5 ", 150),
            ("1,5", 150),
            ("-0.25", -25),
            ("007", 700),
            ("10000000", 1_000_000_000),
        ] {
            assert_eq!(Number::parse(text), Some(Number(hundredths)), "{text}");
        }
        for text in [
            "",
            "-",
            "1.",
            ".5",
            "1.234",
            "1e3",
            "12 kg",
            "--1",
            "1.2.3",
            "10000001",
            "99999999999",
            "\u{663}",
        ] {
            assert_eq!(Number::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_third_decimal_place_is_refused() {
        assert!(serde_json::from_str::<Number>("0.125").is_err());
        assert_eq!(serde_json::from_str::<Number>("0.1").expect("fits"), Number::from_hundredths(10));
    }
}
