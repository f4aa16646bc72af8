//! The bytes of plans and checklists, and of what a person makes of them: fields one after another, numbers short, texts and lists with their length
//! before them. Written by hand, because what derives it weighs four times as much in the browser.

use crate::prelude::*;

use crate::checklist::day::Day;
use crate::checklist::document::{Sort, Stage};
use crate::plan::EntryKind;

/// What can be written as bytes and read again.
pub(crate) trait Coded: Default {
    /// Appends the bytes.
    fn put(&self, bytes: &mut Vec<u8>);
    /// Takes the bytes from the front, into a value that was empty. Nothing if they cannot be of this. (Into its place:
    /// a function that returns what it reads must let go of half a value wherever it can fail, and is three times as
    /// large.)
    fn take(&mut self, bytes: &mut &[u8]) -> Option<()>;
}

/// Writes everything behind a version byte.
pub(crate) fn write_as(version: u8, value: &impl Coded) -> Vec<u8> {
    let mut bytes = vec![version];
    value.put(&mut bytes);
    bytes
}

/// Reads everything: what is left over is a fault, too.
pub(crate) fn read<T: Coded>(bytes: &[u8]) -> Option<T> {
    read_into(T::default(), bytes)
}

/// Reads everything into a value that is empty.
pub(crate) fn read_into<T: Coded>(mut value: T, mut bytes: &[u8]) -> Option<T> {
    value.take(&mut bytes)?;
    bytes.is_empty().then_some(value)
}

/// A small value from the front of the bytes.
fn taken<T: Coded>(bytes: &mut &[u8]) -> Option<T> {
    let mut value = T::default();
    value.take(bytes)?;
    Some(value)
}

/// The fields of a struct, in an order that never changes within one version.
macro_rules! coded {
    ($name:ident { $($field:ident),+ }) => {
        impl $crate::code::Coded for $name {
            fn put(&self, bytes: &mut $crate::prelude::Vec<u8>) {
                $($crate::code::Coded::put(&self.$field, bytes);)+
            }
            fn take(&mut self, bytes: &mut &[u8]) -> Option<()> {
                $($crate::code::Coded::take(&mut self.$field, bytes)?;)+
                Some(())
            }
        }
    };
}
pub(crate) use coded;

impl Coded for u8 {
    fn put(&self, bytes: &mut Vec<u8>) {
        bytes.push(*self);
    }

    fn take(&mut self, bytes: &mut &[u8]) -> Option<()> {
        let (first, rest) = bytes.split_first()?;
        *bytes = rest;
        *self = *first;
        Some(())
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

    fn take(&mut self, bytes: &mut &[u8]) -> Option<()> {
        let mut number = 0;
        for place in 0..5 {
            let byte: u8 = taken(bytes)?;
            number |= u64::from(byte & 127) << (7 * place);
            if byte < 128 {
                *self = u32::try_from(number).ok()?;
                return Some(());
            }
        }
        None
    }
}

impl Coded for u16 {
    fn put(&self, bytes: &mut Vec<u8>) {
        u32::from(*self).put(bytes);
    }

    fn take(&mut self, bytes: &mut &[u8]) -> Option<()> {
        let number: u32 = taken(bytes)?;
        *self = u16::try_from(number).ok()?;
        Some(())
    }
}

impl Coded for bool {
    fn put(&self, bytes: &mut Vec<u8>) {
        bytes.push(u8::from(*self));
    }

    fn take(&mut self, bytes: &mut &[u8]) -> Option<()> {
        *self = one_of([false, true], bytes)?;
        Some(())
    }
}

impl Coded for String {
    fn put(&self, bytes: &mut Vec<u8>) {
        length(self.len(), bytes);
        bytes.extend_from_slice(self.as_bytes());
    }

    fn take(&mut self, bytes: &mut &[u8]) -> Option<()> {
        let length: u32 = taken(bytes)?;
        let (text, rest) = bytes.split_at_checked(usize::try_from(length).ok()?)?;
        *bytes = rest;
        self.push_str(core::str::from_utf8(text).ok()?);
        Some(())
    }
}

impl<T: Coded> Coded for Vec<T> {
    fn put(&self, bytes: &mut Vec<u8>) {
        length(self.len(), bytes);
        self.iter().for_each(|entry| entry.put(bytes));
    }

    fn take(&mut self, bytes: &mut &[u8]) -> Option<()> {
        let length: u32 = taken(bytes)?;
        // A length that lies cannot reserve memory: the list grows with what is really there.
        for _ in 0..length {
            let mut entry = T::default();
            entry.take(bytes)?;
            self.push(entry);
        }
        Some(())
    }
}

impl<T: Coded> Coded for Option<T> {
    fn put(&self, bytes: &mut Vec<u8>) {
        self.is_some().put(bytes);
        if let Some(value) = self {
            value.put(bytes);
        }
    }

    fn take(&mut self, bytes: &mut &[u8]) -> Option<()> {
        if taken(bytes)? {
            self.insert(T::default()).take(bytes)?;
        }
        Some(())
    }
}

impl<A: Coded, B: Coded> Coded for (A, B) {
    fn put(&self, bytes: &mut Vec<u8>) {
        self.0.put(bytes);
        self.1.put(bytes);
    }

    fn take(&mut self, bytes: &mut &[u8]) -> Option<()> {
        self.0.take(bytes)?;
        self.1.take(bytes)
    }
}

impl<T: Coded, const N: usize> Coded for [T; N]
where
    [T; N]: Default,
{
    fn put(&self, bytes: &mut Vec<u8>) {
        self.iter().for_each(|entry| entry.put(bytes));
    }

    fn take(&mut self, bytes: &mut &[u8]) -> Option<()> {
        self.iter_mut().try_for_each(|entry| entry.take(bytes))
    }
}

impl Coded for Day {
    fn put(&self, bytes: &mut Vec<u8>) {
        self.number().put(bytes);
    }

    fn take(&mut self, bytes: &mut &[u8]) -> Option<()> {
        *self = Day::of_number(taken(bytes)?)?;
        Some(())
    }
}

impl Coded for Sort {
    fn put(&self, bytes: &mut Vec<u8>) {
        bytes.push(*self as u8);
    }

    fn take(&mut self, bytes: &mut &[u8]) -> Option<()> {
        *self = one_of([Sort::Mine, Sort::Sometimes, Sort::NotMine], bytes)?;
        Some(())
    }
}

impl Coded for Stage {
    fn put(&self, bytes: &mut Vec<u8>) {
        bytes.push(*self as u8);
    }

    fn take(&mut self, bytes: &mut &[u8]) -> Option<()> {
        *self = one_of([Stage::Early, Stage::Middle, Stage::Late], bytes)?;
        Some(())
    }
}

impl Coded for EntryKind {
    fn put(&self, bytes: &mut Vec<u8>) {
        bytes.push(*self as u8);
    }

    fn take(&mut self, bytes: &mut &[u8]) -> Option<()> {
        use EntryKind::{Agreements, Contacts, Dates, Lines, Reasons, Steps};
        *self = one_of([Lines, Steps, Contacts, Reasons, Agreements, Dates], bytes)?;
        Some(())
    }
}

/// The value in the place that one byte names.
fn one_of<T: Copy, const N: usize>(all: [T; N], bytes: &mut &[u8]) -> Option<T> {
    let place: u8 = taken(bytes)?;
    all.get(usize::from(place)).copied()
}

/// No list or text of a person's own comes near four thousand million.
fn length(length: usize, bytes: &mut Vec<u8>) {
    u32::try_from(length).unwrap_or_default().put(bytes);
}
