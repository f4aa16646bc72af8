//! The bytes of the compact form: written by the generator, read in the browser, field by field, in the order of
//! the types in `rules.rs`.
//!
//! By hand, because the reader travels with every page: what serde derives for the same types is four times as
//! large. Both directions of a type stand together.

use crate::prelude::*;

use super::{
    AnswerRule, BandRule, ItemRule, MethodRule, MissingRule, OptionRule, Part, Passes, RiskRule, RiskSet,
    Rules, ScoreRule, Source, TestRule, WhenRule,
};
use crate::formula::Op;
use crate::grid::Grid;
use crate::saved::{SavedAnswer, Told};
use crate::{Number, Operator, SavedScore};

/// What can be written and read back.
pub(crate) trait Compact: Sized {
    fn write(&self, out: &mut Vec<u8>);
    /// Nothing if the bytes are damaged.
    fn read(bytes: &mut &[u8]) -> Option<Self>;
}

/// A type whose fields are written one after another.
macro_rules! fields {
    ($($type:ident { $($field:ident),+ })+) => {$(
        impl Compact for $type {
            fn write(&self, out: &mut Vec<u8>) {
                $(self.$field.write(out);)+
            }
            fn read(bytes: &mut &[u8]) -> Option<Self> {
                Some($type { $($field: Compact::read(bytes)?),+ })
            }
        }
    )+};
}

/// A type of which each kind has a number, and at most two parts.
macro_rules! kinds {
    ($($type:ident { $($kind:ident $(($($part:ident),+))? = $number:literal),+ $(,)? })+) => {$(
        impl Compact for $type {
            fn write(&self, out: &mut Vec<u8>) {
                match self {
                    $($type::$kind $(($($part),+))? => {
                        out.push($number);
                        $($($part.write(out);)+)?
                    })+
                }
            }
            fn read(bytes: &mut &[u8]) -> Option<Self> {
                Some(match u8::read(bytes)? {
                    $($number => $type::$kind $(($({
                        let $part = Compact::read(bytes)?;
                        $part
                    }),+))?,)+
                    _ => return None,
                })
            }
        }
    )+};
}

fields! {
    Rules { option_sets, items, scores, order, risks }
    OptionRule { value, score, exclusive, code }
    ItemRule { id, link, code, answer, required, optional, parent, extra, when, risk }
    RiskRule { at_least, response }
    RiskSet { response, when, score }
    WhenRule { any, tests }
    TestRule { items, unanswered, every, passes }
    ScoreRule { id, method, multiply, missing, by, bands }
    Part { source, times, plus }
    BandRule { id, group, from, to }
    Grid { min, max, step }
    Told { lines, language, one_at_a_time }
    SavedAnswer { item, value }
    SavedScore { id, value, band, group }
}

kinds! {
    AnswerRule { None = 0, One(set) = 1, Truth(set) = 2, Many(set) = 3, Open(set, score) = 4, Number(grid) = 5, Date = 6, Text = 7 }
    Passes { Always(always) = 0, Options(places, own_words) = 1, Number(operator, number) = 2, Text(operator, text) = 3 }
    MethodRule { Sum(parts) = 0, Mean(parts) = 1, Count(parts, least) = 2, Formula(steps) = 3 }
    MissingRule { Require = 0, Prorate(most) = 1, Minimum(least) = 2 }
    Source { Item(place) = 0, Score(place) = 1 }
    Operator { Exists = 0, Equal = 1, NotEqual = 2, Greater = 3, Less = 4, AtLeast = 5, AtMost = 6 }
    Op {
        Number(number) = 0, Item(place) = 1, Score(place) = 2, Answered(place) = 3, Scored(place) = 4, Negate = 5,
        Add = 6, Subtract = 7, Multiply = 8, Divide = 9, Equal = 10, Unequal = 11, Less = 12, AtMost = 13,
        Greater = 14, AtLeast = 15, And = 16, Or = 17, Not = 18, If = 19, Round(places) = 20, Sum(count) = 21,
        Count(count) = 22, Min(count) = 23, Max(count) = 24,
    }
}

impl Compact for u8 {
    fn write(&self, out: &mut Vec<u8>) {
        out.push(*self);
    }

    fn read(bytes: &mut &[u8]) -> Option<u8> {
        let (first, rest) = bytes.split_first()?;
        *bytes = rest;
        Some(*first)
    }
}

impl Compact for bool {
    fn write(&self, out: &mut Vec<u8>) {
        out.push(u8::from(*self));
    }

    fn read(bytes: &mut &[u8]) -> Option<bool> {
        match u8::read(bytes)? {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        }
    }
}

/// Seven bits a byte, the lowest first; the eighth says that more follow. Small numbers of either sign are short.
impl Compact for Number {
    fn write(&self, out: &mut Vec<u8>) {
        let hundredths = self.hundredths();
        let mut left = ((hundredths << 1) ^ (hundredths >> 63)).cast_unsigned();
        while left > 0x7f {
            out.push(u8::try_from(left & 0x7f).unwrap_or(0) | 0x80);
            left >>= 7;
        }
        out.push(u8::try_from(left).unwrap_or(0));
    }

    fn read(bytes: &mut &[u8]) -> Option<Number> {
        let mut value = 0_u64;
        let mut shift = 0;
        loop {
            let byte = u8::read(bytes)?;
            value |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                let hundredths = (value >> 1).cast_signed() ^ -((value & 1).cast_signed());
                let number = Number::from_hundredths(hundredths);
                return (number.hundredths() == hundredths).then_some(number);
            }
            shift += 7;
            // No number is longer than five bytes.
            if shift > 35 {
                return None;
            }
        }
    }
}

/// Places in lists are small: one byte below 255, otherwise three.
impl Compact for u16 {
    fn write(&self, out: &mut Vec<u8>) {
        match u8::try_from(*self) {
            Ok(small) if small < 255 => out.push(small),
            _ => {
                out.push(255);
                out.extend(self.to_le_bytes());
            }
        }
    }

    fn read(bytes: &mut &[u8]) -> Option<u16> {
        match u8::read(bytes)? {
            255 => Some(u16::from(u8::read(bytes)?) | (u16::from(u8::read(bytes)?) << 8)),
            small => Some(u16::from(small)),
        }
    }
}

impl Compact for String {
    fn write(&self, out: &mut Vec<u8>) {
        // Ids are short; what is too long is cut, and the reader finds that the rest does not fit.
        super::build::small(self.len()).write(out);
        out.extend(self.as_bytes());
    }

    fn read(bytes: &mut &[u8]) -> Option<String> {
        let length = usize::from(u16::read(bytes)?);
        let (text, rest) = bytes.split_at_checked(length)?;
        *bytes = rest;
        String::from_utf8(text.to_vec()).ok()
    }
}

impl<T: Compact> Compact for Option<T> {
    fn write(&self, out: &mut Vec<u8>) {
        self.is_some().write(out);
        if let Some(value) = self {
            value.write(out);
        }
    }

    fn read(bytes: &mut &[u8]) -> Option<Option<T>> {
        Some(if bool::read(bytes)? { Some(T::read(bytes)?) } else { None })
    }
}

impl<T: Compact> Compact for Vec<T> {
    fn write(&self, out: &mut Vec<u8>) {
        super::build::small(self.len()).write(out);
        for value in self {
            value.write(out);
        }
    }

    fn read(bytes: &mut &[u8]) -> Option<Vec<T>> {
        let mut list = Vec::new();
        for _ in 0..u16::read(bytes)? {
            // A value has at least one byte, so that no list is longer than its bytes.
            list.push(T::read(bytes)?);
        }
        Some(list)
    }
}

impl<A: Compact, B: Compact> Compact for (A, B) {
    fn write(&self, out: &mut Vec<u8>) {
        self.0.write(out);
        self.1.write(out);
    }

    fn read(bytes: &mut &[u8]) -> Option<(A, B)> {
        Some((A::read(bytes)?, B::read(bytes)?))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::Tool;

    fn rules(text: &str) -> Rules {
        toml::from_str::<Tool>(text).expect("a tool").questionnaire().expect("a questionnaire").rules()
    }

    fn every_kind() -> Rules {
        rules(include_str!("../../tests/kinds.toml"))
    }

    #[test]
    fn what_is_written_is_read() {
        for text in [
            include_str!("../../tests/kinds.toml"),
            include_str!("../../tests/gated.toml"),
            include_str!("../../../../content/tools/phq-9.toml"),
        ] {
            let rules = rules(text);
            assert_eq!(Rules::from_bytes(&rules.to_bytes()).as_ref(), Ok(&rules));
        }
    }

    #[test]
    fn no_part_of_the_bytes_is_enough_and_nothing_may_follow() {
        let bytes = every_kind().to_bytes();
        for length in 0..bytes.len() {
            assert!(Rules::from_bytes(&bytes[..length]).is_err(), "{length}");
        }
        assert!(Rules::from_bytes(&[&bytes[..], &[0]].concat()).is_err());
    }

    proptest! {
        #[test]
        fn numbers_of_every_size_come_back(hundredths in any::<i64>(), place in any::<u16>()) {
            let number = Number::from_hundredths(hundredths);
            let mut out = Vec::new();
            (number, place).write(&mut out);
            prop_assert_eq!(<(Number, u16)>::read(&mut out.as_slice()), Some((number, place)));
        }

        #[test]
        fn damaged_bytes_are_refused_or_read_never_worse(at in any::<prop::sample::Index>(), byte in any::<u8>(), noise in any::<Vec<u8>>()) {
            let mut bytes = every_kind().to_bytes();
            let at = at.index(bytes.len());
            bytes[at] = byte;
            if let Ok(rules) = Rules::from_bytes(&bytes) {
                let _ = rules.outcome(&crate::Answers::default());
            }
            let _ = Rules::from_bytes(&noise);
        }
    }
}
