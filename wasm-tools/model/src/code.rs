//! The bytes of plans and checklists, and of what a person makes of them: fields one after another, numbers short, texts and lists with their length
//! before them. Written by hand, because what derives it weighs four times as much in the browser.

use crate::prelude::*;

use crate::checklist::day::Day;
use crate::checklist::document::{Sort, Stage};
use crate::plan::EntryKind;

/// What can be written as bytes and read again.
pub(crate) trait Coded: Sized {
    /// Appends the bytes.
    fn put(&self, bytes: &mut Vec<u8>);
    /// Takes the bytes from the front. Nothing if they cannot be of this.
    fn take(bytes: &mut &[u8]) -> Option<Self>;
}

/// Writes everything.
pub(crate) fn write(value: &impl Coded) -> Vec<u8> {
    let mut bytes = Vec::new();
    value.put(&mut bytes);
    bytes
}

/// Reads everything: what is left over is a fault, too.
pub(crate) fn read<T: Coded>(mut bytes: &[u8]) -> Option<T> {
    T::take(&mut bytes).filter(|_| bytes.is_empty())
}

/// The fields of a struct, in an order that never changes within one version.
macro_rules! coded {
    ($name:ident { $($field:ident),+ }) => {
        impl $crate::code::Coded for $name {
            fn put(&self, bytes: &mut $crate::prelude::Vec<u8>) {
                $($crate::code::Coded::put(&self.$field, bytes);)+
            }
            fn take(bytes: &mut &[u8]) -> Option<Self> {
                Some($name { $($field: $crate::code::Coded::take(bytes)?),+ })
            }
        }
    };
}
pub(crate) use coded;

impl Coded for u8 {
    fn put(&self, bytes: &mut Vec<u8>) {
        bytes.push(*self);
    }

    fn take(bytes: &mut &[u8]) -> Option<u8> {
        let (first, rest) = bytes.split_first()?;
        *bytes = rest;
        Some(*first)
    }
}

impl Coded for u32 {
    fn put(&self, bytes: &mut Vec<u8>) {
        let mut number = *self;
        while number > 127 {
            bytes.push((number & 127) as u8 | 128);
            number >>= 7;
        }
        bytes.push(number as u8);
    }

    fn take(bytes: &mut &[u8]) -> Option<u32> {
        let mut number = 0;
        for place in 0..5 {
            let byte = u8::take(bytes)?;
            number |= u64::from(byte & 127) << (7 * place);
            if byte < 128 {
                return u32::try_from(number).ok();
            }
        }
        None
    }
}

impl Coded for u16 {
    fn put(&self, bytes: &mut Vec<u8>) {
        u32::from(*self).put(bytes);
    }

    fn take(bytes: &mut &[u8]) -> Option<u16> {
        u16::try_from(u32::take(bytes)?).ok()
    }
}

impl Coded for bool {
    fn put(&self, bytes: &mut Vec<u8>) {
        bytes.push(u8::from(*self));
    }

    fn take(bytes: &mut &[u8]) -> Option<bool> {
        match u8::take(bytes)? {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        }
    }
}

impl Coded for String {
    fn put(&self, bytes: &mut Vec<u8>) {
        length(self.len(), bytes);
        bytes.extend_from_slice(self.as_bytes());
    }

    fn take(bytes: &mut &[u8]) -> Option<String> {
        let length = usize::try_from(u32::take(bytes)?).ok()?;
        let (text, rest) = bytes.split_at_checked(length)?;
        *bytes = rest;
        core::str::from_utf8(text).ok().map(ToOwned::to_owned)
    }
}

impl<T: Coded> Coded for Vec<T> {
    fn put(&self, bytes: &mut Vec<u8>) {
        length(self.len(), bytes);
        self.iter().for_each(|entry| entry.put(bytes));
    }

    fn take(bytes: &mut &[u8]) -> Option<Vec<T>> {
        // A length that lies cannot reserve memory: the list grows with what is really there.
        let mut list = Vec::new();
        for _ in 0..u32::take(bytes)? {
            list.push(T::take(bytes)?);
        }
        Some(list)
    }
}

impl<T: Coded> Coded for Option<T> {
    fn put(&self, bytes: &mut Vec<u8>) {
        self.is_some().put(bytes);
        if let Some(value) = self {
            value.put(bytes);
        }
    }

    fn take(bytes: &mut &[u8]) -> Option<Option<T>> {
        if bool::take(bytes)? { T::take(bytes).map(Some) } else { Some(None) }
    }
}

impl<A: Coded, B: Coded> Coded for (A, B) {
    fn put(&self, bytes: &mut Vec<u8>) {
        self.0.put(bytes);
        self.1.put(bytes);
    }

    fn take(bytes: &mut &[u8]) -> Option<(A, B)> {
        Some((A::take(bytes)?, B::take(bytes)?))
    }
}

impl<T: Coded, const N: usize> Coded for [T; N] {
    fn put(&self, bytes: &mut Vec<u8>) {
        self.iter().for_each(|entry| entry.put(bytes));
    }

    fn take(bytes: &mut &[u8]) -> Option<[T; N]> {
        let mut list = Vec::new();
        for _ in 0..N {
            list.push(T::take(bytes)?);
        }
        list.try_into().ok()
    }
}

impl Coded for Day {
    fn put(&self, bytes: &mut Vec<u8>) {
        self.number().put(bytes);
    }

    fn take(bytes: &mut &[u8]) -> Option<Day> {
        u32::take(bytes).and_then(Day::of_number)
    }
}

impl Coded for Sort {
    fn put(&self, bytes: &mut Vec<u8>) {
        bytes.push(*self as u8);
    }

    fn take(bytes: &mut &[u8]) -> Option<Sort> {
        [Sort::Mine, Sort::Sometimes, Sort::NotMine].get(usize::from(u8::take(bytes)?)).copied()
    }
}

impl Coded for Stage {
    fn put(&self, bytes: &mut Vec<u8>) {
        bytes.push(*self as u8);
    }

    fn take(bytes: &mut &[u8]) -> Option<Stage> {
        [Stage::Early, Stage::Middle, Stage::Late].get(usize::from(u8::take(bytes)?)).copied()
    }
}

impl Coded for EntryKind {
    fn put(&self, bytes: &mut Vec<u8>) {
        bytes.push(*self as u8);
    }

    fn take(bytes: &mut &[u8]) -> Option<EntryKind> {
        use EntryKind::{Agreements, Contacts, Dates, Lines, Reasons, Steps};
        let kinds = [Lines, Steps, Contacts, Reasons, Agreements, Dates];
        kinds.get(usize::from(u8::take(bytes)?)).copied()
    }
}

/// No list or text of a person's own comes near four thousand million.
fn length(length: usize, bytes: &mut Vec<u8>) {
    u32::try_from(length).unwrap_or_default().put(bytes);
}
