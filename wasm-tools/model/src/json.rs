//! JSON, read in place and written by hand: as much of it as a file of answers needs.
//!
//! The reader holds no tree. It looks at the whole text once, and from then on a value is the part of the text
//! where it stands. A library that builds a tree would double the module that a page carries.

use crate::prelude::*;

/// How deep values may lie within each other. Deeper files are refused, so that none can exhaust the stack.
const DEEPEST: u8 = 40;

/// One value of a JSON text that has been found to be well-formed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Json<'a>(&'a str);

impl<'a> Json<'a> {
    /// The value that the text is; nothing if the text is not JSON from its first letter to its last.
    pub fn read(text: &'a str) -> Option<Json<'a>> {
        let start = blank(text.as_bytes(), 0);
        let end = value(text.as_bytes(), start, DEEPEST)?;
        (blank(text.as_bytes(), end) == text.len()).then_some(Json(text.get(start..end)?))
    }

    /// The first member with this name, if the value is an object. Names written with escapes are not found.
    pub fn get(self, name: &str) -> Option<Json<'a>> {
        self.parts(b'{').find(|(known, _)| *known == name).map(|(_, value)| value)
    }

    /// The values of a list; none if the value is something else.
    pub fn list(self) -> impl Iterator<Item = Json<'a>> {
        self.parts(b'[').map(|(_, value)| value)
    }

    /// The text, if the value is one.
    pub fn text(self) -> Option<String> {
        let mut rest = self.0.strip_prefix('"')?.strip_suffix('"')?;
        let mut text = String::new();
        while let Some((plain, escaped)) = rest.split_once('\\') {
            text.push_str(plain);
            let mut letters = escaped.chars();
            match letters.next()? {
                'n' => text.push('\n'),
                't' => text.push('\t'),
                'r' => text.push('\r'),
                'b' => text.push('\u{8}'),
                'f' => text.push('\u{c}'),
                'u' => {
                    let mut code = hexadecimal(escaped, 1)?;
                    letters = escaped.get(5..)?.chars();
                    // A letter beyond the first 65,536 is written as two halves.
                    if code & 0xfc00 == 0xd800
                        && let Some(low) = letters.as_str().strip_prefix("\\u").and(hexadecimal(escaped, 7))
                        && low & 0xfc00 == 0xdc00
                    {
                        code = 0x1_0000 + ((code & 0x3ff) << 10) + (low & 0x3ff);
                        letters = escaped.get(11..)?.chars();
                    }
                    text.push(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER));
                }
                letter => text.push(letter),
            }
            rest = letters.as_str();
        }
        text.push_str(rest);
        Some(text)
    }

    /// The value as it is written: of a number, `true` and `false` the whole truth.
    pub fn written(self) -> &'a str {
        self.0
    }

    /// The members of an object with their names, or the values of a list.
    fn parts(self, open: u8) -> Parts<'a> {
        let at = if self.0.as_bytes().first() == Some(&open) { 1 } else { self.0.len() };
        Parts { text: self.0, at, named: open == b'{' }
    }
}

struct Parts<'a> {
    text: &'a str,
    at: usize,
    named: bool,
}

impl<'a> Iterator for Parts<'a> {
    type Item = (&'a str, Json<'a>);

    fn next(&mut self) -> Option<Self::Item> {
        let bytes = self.text.as_bytes();
        let mut at = blank(bytes, self.at);
        let mut name = "";
        if self.named {
            let end = string(bytes, at)?;
            name = self.text.get(at + 1..end - 1)?;
            at = blank(bytes, blank(bytes, end) + 1);
        }
        let end = value(bytes, at, DEEPEST)?;
        let found = Json(self.text.get(at..end)?);
        // Behind the comma, or behind the end.
        self.at = blank(bytes, end) + 1;
        Some((name, found))
    }
}

/// Appends a text as JSON.
pub fn write_text(out: &mut String, text: &str) {
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            // Other control characters say nothing and may not stand in JSON.
            '\0'..=' ' => out.push(' '),
            _ => out.push(letter),
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
fn hexadecimal(text: &str, at: usize) -> Option<u32> {
    u32::from_str_radix(text.get(at..at + 4)?, 16).ok()
}

#[cfg(test)]
#[path = "json_tests.rs"]
mod tests;
