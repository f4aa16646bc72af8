//! The vault as a text file, to be carried to another device: a few words for whoever finds it, then the
//! envelope in Base64. It stays readable when a mail program breaks its lines.

use alloc::string::String;
use alloc::vec::Vec;

use base64ct::{Base64, Encoding};

use crate::envelope::{Fault, MOST};

/// How every envelope begins in Base64.
const START: &str = "UFNZV";
/// The longest line that mail leaves alone.
const LINE: usize = 76;

/// The file's text: `words` in the reader's language, then the envelope.
pub fn write(words: &str, envelope: &[u8]) -> String {
    let code = Base64::encode_string(envelope);
    let mut text = String::with_capacity(words.len() + code.len() + code.len() / LINE + 8);
    text.push_str(words.trim());
    text.push_str("\r\n\r\n");
    let mut rest = code.as_str();
    while !rest.is_empty() {
        let (line, after) = rest.split_at(rest.len().min(LINE));
        text.push_str(line);
        text.push_str("\r\n");
        rest = after;
    }
    text
}

/// The envelope in a file's text.
///
/// # Errors
/// [`Fault::Foreign`] if there is none in it, [`Fault::Damaged`] if it is not whole.
pub fn read(text: &str) -> Result<Vec<u8>, Fault> {
    let mut lines =
        text.lines().map(|line| line.trim_matches(|letter: char| letter.is_whitespace() || letter == '>'));
    let first = lines.find(|line| line.starts_with(START)).ok_or(Fault::Foreign)?;
    if text.len() > MOST * 2 {
        return Err(Fault::Damaged);
    }
    let mut code = String::from(first);
    lines.for_each(|line| code.push_str(line));
    Base64::decode_vec(&code).map_err(|_| Fault::Damaged)
}
