//! The vault as a text file, to be carried to another device: a few words for whoever finds it, then the
//! envelope in Base64. It stays readable when a mail program breaks its lines. (By hand, because it travels with
//! every page: the usual crate is three times as large.)

use alloc::string::String;
use alloc::vec::Vec;

use crate::envelope::{Fault, MOST};

/// How every envelope begins in Base64: its magic bytes and its first version.
const START: &[u8] = b"UFNZV";
/// The longest line that mail leaves alone.
const LINE: usize = 76;
const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The file's text: `words` in the reader's language, then the envelope.
pub fn write(words: &str, envelope: &[u8]) -> String {
    let mut text = String::from(words.trim_ascii());
    text.push_str("\r\n\r\n");
    let mut column = 0;
    for three in envelope.chunks(3) {
        let byte = |place: usize| u32::from(three.get(place).copied().unwrap_or_default());
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..4 {
            let letter = LETTERS[(bits >> (18 - 6 * place) & 63) as usize];
            text.push(if place > three.len() { '=' } else { char::from(letter) });
        }
        column += 4;
        if column == LINE {
            text.push_str("\r\n");
            column = 0;
        }
    }
    text.push_str("\r\n");
    text
}

/// The envelope in a file's text.
///
/// # Errors
/// [`Fault::Foreign`] if there is none in it, [`Fault::Damaged`] if it is not whole.
pub fn read(text: &str) -> Result<Vec<u8>, Fault> {
    if text.len() > MOST * 2 {
        return Err(Fault::Damaged);
    }
    let lines = text.as_bytes().split(|byte| *byte == b'\n').map(without_marks);
    let code = lines.skip_while(|line| !line.starts_with(START)).flatten();
    let mut bytes = Vec::new();
    let (mut bits, mut held, mut ended) = (0_u32, 0, 0);
    for letter in code {
        let value = LETTERS.iter().position(|known| known == letter);
        match value.and_then(|value| u32::try_from(value).ok()) {
            Some(value) if ended == 0 => bits = bits << 6 | value,
            None if *letter == b'=' && ended < 2 => {
                ended += 1;
                continue;
            }
            _ => return Err(Fault::Damaged),
        }
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push((bits >> held & 0xff) as u8);
        }
    }
    // What is left of a whole file: nothing, or the empty bits before its end marks.
    let is_whole = held == 2 * ended && bits & ((1 << held) - 1) == 0;
    match bytes.is_empty() {
        true => Err(Fault::Foreign),
        false if is_whole => Ok(bytes),
        false => Err(Fault::Damaged),
    }
}

/// A line without what mail programs put around it.
fn without_marks(mut line: &[u8]) -> &[u8] {
    while let [b'>' | b' ' | b'\t' | b'\r', rest @ ..] = line {
        line = rest;
    }
    line.trim_ascii_end()
}
