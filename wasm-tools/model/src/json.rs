//! JSON, read in place and written by hand: as much of it as a file of answers needs.
//!
//! The reader holds no tree. It looks at the whole text once, and from then on a value is the part of the text
//! where it stands. A library that builds a tree would double the module that a page carries.

use crate::prelude::*;

/// How deep values may lie within each other. Deeper files are refused, so that none can exhaust the stack.
const DEEPEST: u8 = 40;

/// One value of a JSON text that has been found to be well-formed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Json<'a>(&'a [u8]);

impl<'a> Json<'a> {
    /// The value that the text is; nothing if the text is not JSON from its first letter to its last.
    pub fn read(text: &'a str) -> Option<Json<'a>> {
        let text = text.as_bytes();
        let start = blank(text, 0);
        let end = value(text, start, DEEPEST)?;
        if blank(text, end) == text.len() { text.get(start..end).map(Json) } else { None }
    }

    /// The first member with this name, if the value is an object. Names written with escapes are not found.
    pub fn get(self, name: &str) -> Option<Json<'a>> {
        self.parts(b'{').find(|(known, _)| *known == name.as_bytes()).map(|(_, value)| value)
    }

    /// The values of a list; none if the value is something else.
    pub fn list(self) -> impl Iterator<Item = Json<'a>> {
        self.parts(b'[').map(|(_, value)| value)
    }

    /// The text, if the value is one.
    pub fn text(self) -> Option<String> {
        let (b'"', inner) = self.0.split_first()? else { return None };
        let mut text = Vec::new();
        let mut at = 0;
        loop {
            let (letter, length) = match inner.get(at)? {
                b'"' => return String::from_utf8(text).ok(),
                b'\\' => match inner.get(at + 1)? {
                    b'n' => ('\n', 2),
                    b't' => ('\t', 2),
                    b'r' => ('\r', 2),
                    b'b' => ('\u{8}', 2),
                    b'f' => ('\u{c}', 2),
                    b'u' => escaped(inner, at)?,
                    letter => (char::from(*letter), 2),
                },
                plain => {
                    text.push(*plain);
                    at += 1;
                    continue;
                }
            };
            text.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes());
            at += length;
        }
    }

    /// The value as it is written: of a number, `true` and `false` the whole truth.
    pub fn written(self) -> &'a [u8] {
        self.0
    }

    /// The members of an object with their names, or the values of a list.
    fn parts(self, open: u8) -> Parts<'a> {
        let at = if self.0.first() == Some(&open) { 1 } else { self.0.len() };
        Parts { text: self.0, at, named: open == b'{' }
    }
}

struct Parts<'a> {
    text: &'a [u8],
    at: usize,
    named: bool,
}

impl<'a> Iterator for Parts<'a> {
    type Item = (&'a [u8], Json<'a>);

    fn next(&mut self) -> Option<Self::Item> {
        let mut at = blank(self.text, self.at);
        let mut name: &[u8] = &[];
        if self.named {
            let end = string(self.text, at)?;
            name = self.text.get(at + 1..end - 1)?;
            at = blank(self.text, blank(self.text, end) + 1);
        }
        let end = value(self.text, at, DEEPEST)?;
        // Behind the comma, or behind the end.
        self.at = blank(self.text, end) + 1;
        Some((name, Json(self.text.get(at..end)?)))
    }
}

/// The letter that is written as `\u` and four digits, and how long that is. A letter beyond the first 65,536 is
/// written as two halves; a half alone is none.
fn escaped(text: &[u8], at: usize) -> Option<(char, usize)> {
    let first = hexadecimal(text, at + 2)?;
    let low = match text.get(at + 6..at + 8) {
        Some(b"\\u") => hexadecimal(text, at + 8).filter(|low| low & 0xfc00 == 0xdc00),
        _ => None,
    };
    let (code, length) = match low {
        Some(low) if first & 0xfc00 == 0xd800 => (0x1_0000 + ((first & 0x3ff) << 10) + (low & 0x3ff), 12),
        _ => (first, 6),
    };
    Some((char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER), length))
}

/// Appends a text as JSON.
pub fn write_text(out: &mut String, text: &str) {
    out.push('"');
    for letter in text.chars() {
        match letter {
            '\n' => out.push_str("\\n"),
            // Other control characters say nothing and may not stand in JSON.
            '\0'..=' ' => out.push(' '),
            _ => {
                if matches!(letter, '"' | '\\') {
                    out.push('\\');
                }
                out.push(letter);
            }
        }
    }
    out.push('"');
}

fn blank(bytes: &[u8], mut at: usize) -> usize {
    while matches!(bytes.get(at), Some(b' ' | b'\n' | b'\r' | b'\t')) {
        at += 1;
    }
    at
}

/// Where the value that begins here ends; nothing if there is none.
fn value(bytes: &[u8], at: usize, depth: u8) -> Option<usize> {
    match bytes.get(at)? {
        b'"' => string(bytes, at),
        b'{' => all(bytes, at, b'}', depth.checked_sub(1)?),
        b'[' => all(bytes, at, b']', depth.checked_sub(1)?),
        b't' => word(bytes, at, b"true"),
        b'f' => word(bytes, at, b"false"),
        b'n' => word(bytes, at, b"null"),
        _ => number(bytes, at),
    }
}

/// The members of an object, or the values of a list.
fn all(bytes: &[u8], start: usize, close: u8, depth: u8) -> Option<usize> {
    let mut at = blank(bytes, start + 1);
    if bytes.get(at) == Some(&close) {
        return Some(at + 1);
    }
    loop {
        if close == b'}' {
            at = blank(bytes, string(bytes, at)?);
            if bytes.get(at) != Some(&b':') {
                return None;
            }
            at = blank(bytes, at + 1);
        }
        at = blank(bytes, value(bytes, at, depth)?);
        match bytes.get(at)? {
            b',' => at = blank(bytes, at + 1),
            end if *end == close => return Some(at + 1),
            _ => return None,
        }
    }
}

fn string(bytes: &[u8], start: usize) -> Option<usize> {
    if bytes.get(start) != Some(&b'"') {
        return None;
    }
    let mut at = start + 1;
    loop {
        match bytes.get(at)? {
            b'"' => return Some(at + 1),
            b'\\' => match bytes.get(at + 1)? {
                b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => at += 2,
                b'u' if bytes.get(at + 2..at + 6)?.iter().all(u8::is_ascii_hexdigit) => at += 6,
                _ => return None,
            },
            0..=31 => return None,
            _ => at += 1,
        }
    }
}

fn word(bytes: &[u8], at: usize, word: &[u8]) -> Option<usize> {
    let end = at + word.len();
    (bytes.get(at..end)? == word).then_some(end)
}

fn number(bytes: &[u8], start: usize) -> Option<usize> {
    let digits = |mut at: usize| {
        let first = at;
        while bytes.get(at).is_some_and(u8::is_ascii_digit) {
            at += 1;
        }
        (at > first).then_some(at)
    };
    let is = |at: usize, wanted: &[u8]| bytes.get(at).is_some_and(|byte| wanted.contains(byte));
    let first = start + usize::from(is(start, b"-"));
    let mut at = if is(first, b"0") { first + 1 } else { digits(first)? };
    if is(at, b".") {
        at = digits(at + 1)?;
    }
    if is(at, b"eE") {
        at += 1;
        at = digits(at + usize::from(is(at, b"+-")))?;
    }
    Some(at)
}

/// The four digits at a place.
fn hexadecimal(text: &[u8], at: usize) -> Option<u32> {
    let digit = |number: u32, byte: &u8| Some(number * 16 + char::from(*byte).to_digit(16)?);
    text.get(at..at + 4)?.iter().try_fold(0, digit)
}

#[cfg(test)]
#[path = "json_tests.rs"]
mod tests;
