//! What goes by file between a person and those who help them to look: no server, nothing but text.
//!
//! A file is a readable part, which nothing here reads, and below it a coded part between two marks. The coded
//! part carries its kind, its version and a checksum, so that a cut, altered or foreign file is told from a good one.

use crate::prelude::*;

use super::day::Day;
use super::document::{Document, Rating, Seen, Share, digits, is_id};
use crate::code::{self, coded};
use crate::list::{gathered, take_out};
use crate::{joined, parted};

/// The marks around the coded part. They are no words for readers, and the same in every language.
const BEGIN: &str = "=====BEGIN=====";
const END: &str = "=====END=====";
const VERSION: u8 = 1;
const LINE: usize = 64;

/// A file that can be opened.
#[expect(clippy::large_enum_variant, reason = "there is one at a time, at the press of a button")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opened {
    /// The person's own list.
    Own(Document),
    /// What an owner asks an observer to look at.
    Asked(Asked),
    /// What an observer gives back.
    Answer(Answer),
}

/// Why a file cannot be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It is another sort of file.
    Foreign,
    /// A part of it is missing or altered.
    Damaged,
    /// It comes from a newer version.
    Newer,
}

/// What an owner asks an observer to look at: the shared signs, and nothing else of the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// The agreement. Its `signs` name the shared ones.
    pub share: Share,
    /// The signs in the owner's words where they have some: id and words.
    pub signs: Vec<(String, String)>,
}

/// What an observer has seen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// The number of the share.
    pub share: u32,
    /// The owner as named in the share: two lists can have shares of one number.
    pub owner: String,
    /// The observer.
    pub name: String,
    /// What was seen, one entry a day.
    pub entries: Vec<Rating>,
}

coded!(Asked { share, signs });
coded!(Answer { share, owner, name, entries });

/// What became of an observer's answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TakenIn {
    /// So many entries stand in the list now.
    Entries(usize),
    /// It belongs to no share of this list.
    Unknown,
    /// The share was withdrawn.
    Withdrawn,
    /// All entries are from after the end of the share.
    Ended,
}

impl Document {
    /// The file for an observer.
    pub fn asked(&self, share: u32) -> Option<Asked> {
        let mut share = self.shares.iter().find(|known| known.id == share)?.clone();
        take_out(&mut share.signs, |id| self.sign(id).is_none());
        let words =
            |id: &String| (id.clone(), self.sign(id).map_or(String::new(), |sign| sign.words.clone()));
        Some(Asked { signs: gathered(share.signs.iter().map(words)), share })
    }

    /// Takes in what an observer has seen, as far as the share allows it: only the shared signs, and nothing after
    /// its end or its withdrawal.
    pub fn take_in_answer(&mut self, answer: &Answer) -> TakenIn {
        let known = self.shares.iter().find(|share| share.id == answer.share && share.owner == answer.owner);
        let Some(share) = known.cloned() else { return TakenIn::Unknown };
        if share.withdrawn.is_some() {
            return TakenIn::Withdrawn;
        }
        let in_time = gathered(answer.entries.iter().filter(|rating| share.is_open(rating.day)));
        if in_time.is_empty() {
            return TakenIn::Ended;
        }
        for rating in &in_time {
            let mut rating = (*rating).clone();
            take_out(&mut rating.values, |(id, _)| !share.signs.contains(id));
            // The agreement's name says who it is, whatever the file says.
            self.take_in(Seen { share: share.id, name: share.name.clone(), rating });
        }
        TakenIn::Entries(in_time.len())
    }

    /// Withdraws a share from a day on. What was taken in before stays, and can be removed by hand.
    pub fn withdraw(&mut self, share: u32, day: Day) {
        if let Some(share) = self.shares.iter_mut().find(|known| known.id == share) {
            share.withdrawn = Some(day);
        }
    }
}

impl Opened {
    /// Reads a file. What stands outside the marks, and how lines end, does not matter.
    ///
    /// # Errors
    /// [`Refused`], for any text that no `to_code` of these has made.
    pub fn from_file(text: &str) -> Result<Opened, Refused> {
        let (_, mut code) = parted(text, BEGIN).ok_or(Refused::Foreign)?;
        // What was copied twice counts as it was copied last.
        while let Some((_, later)) = parted(code, BEGIN) {
            code = later;
        }
        let (code, _) = parted(code, END).ok_or(Refused::Damaged)?;
        let bytes = from_base64(code).ok_or(Refused::Damaged)?;
        let (body, sum) =
            bytes.split_last_chunk::<4>().map(|(body, sum)| (body, *sum)).ok_or(Refused::Damaged)?;
        if checksum(body) != u32::from_le_bytes(sum) {
            return Err(Refused::Damaged);
        }
        let [b'F', b'C', version, kind, body @ ..] = body else { return Err(Refused::Foreign) };
        if *version != VERSION {
            return Err(if *version > VERSION { Refused::Newer } else { Refused::Damaged });
        }
        let opened = match kind {
            b'o' => Document::from_bytes(body).ok().map(Opened::Own),
            b'a' => code::read(body).filter(Asked::is_sound).map(Opened::Asked),
            b's' => code::read(body).filter(Answer::is_sound).map(Opened::Answer),
            _ => return Err(Refused::Newer),
        };
        opened.ok_or(Refused::Damaged)
    }
}

/// The coded part of a file, of what it holds: the byte of its kind, and the bytes.
fn to_code(body: &[u8]) -> String {
    let mut bytes = vec![b'F', b'C', VERSION];
    bytes.extend_from_slice(body);
    bytes.extend_from_slice(&checksum(&bytes).to_le_bytes());
    let mut code = joined(&[BEGIN, "\n"]);
    for (place, letter) in base64(&bytes).chars().enumerate() {
        if place > 0 && place % LINE == 0 {
            code.push('\n');
        }
        code.push(letter);
    }
    joined(&[&code, "\n", END, "\n"])
}

impl Document {
    /// The coded part of a file with the person's own list.
    pub fn to_code(&self) -> String {
        let mut body = vec![b'o'];
        body.extend_from_slice(&self.to_bytes());
        to_code(&body)
    }
}

impl Asked {
    /// The coded part of a file for an observer.
    pub fn to_code(&self) -> String {
        to_code(&code::write_as(b'a', self))
    }

    fn is_sound(&self) -> bool {
        self.share.is_sound()
            && self.signs.len() <= 400
            && self.signs.iter().all(|(id, words)| is_id(id) && words.len() <= 20_000)
    }
}

impl Answer {
    /// The coded part of a file that an observer gives back.
    pub fn to_code(&self) -> String {
        to_code(&code::write_as(b's', self))
    }

    fn is_sound(&self) -> bool {
        self.entries.len() <= 4_000
            && self.entries.iter().all(Rating::is_sound)
            && [&self.owner, &self.name].into_iter().all(|text| text.len() <= 20_000)
    }
}

/// The name of a file: it says neither what it is about nor with what it was made.
pub fn file_name(start: &str, day: Day) -> String {
    joined(&[start, "-", &day.to_text(), ".txt"])
}

/// A number as text, for the readable part.
pub fn number(number: u32) -> String {
    digits(number)
}

/// CRC-32, as everywhere. Against accidents: nobody is kept from making a file of their own.
fn checksum(bytes: &[u8]) -> u32 {
    let mut sum = u32::MAX;
    for byte in bytes {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = if sum & 1 == 1 { sum >> 1 ^ 0xedb8_8320 } else { sum >> 1 };
        }
    }
    !sum
}

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

fn base64(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 4 / 3 + 4);
    for chunk in bytes.chunks(3) {
        let mut group = 0_u32;
        for place in 0..3 {
            group = group << 8 | u32::from(chunk.get(place).copied().unwrap_or_default());
        }
        for place in 0..4 {
            let letter = LETTERS.get((group >> (18 - 6 * place) & 63) as usize).copied().unwrap_or(b'A');
            text.push(if place <= chunk.len() { char::from(letter) } else { '=' });
        }
    }
    text
}

fn from_base64(text: &str) -> Option<Vec<u8>> {
    let (mut bytes, mut group, mut count) = (Vec::with_capacity(text.len() * 3 / 4), 0_u32, 0_u32);
    let mut ended = false;
    for byte in text.bytes().filter(|byte| !byte.is_ascii_whitespace()) {
        if byte == b'=' {
            ended = true;
            continue;
        }
        if ended {
            return None;
        }
        let place = LETTERS.iter().position(|letter| *letter == byte)?;
        group = group << 6 | u32::try_from(place).ok()?;
        count += 1;
        if count.is_multiple_of(4) {
            bytes.extend(group.to_be_bytes().get(1..).unwrap_or_default());
            group = 0;
        }
    }
    match count % 4 {
        0 => {}
        2 => bytes.push((group >> 4 & 255) as u8),
        3 => bytes.extend([(group >> 10 & 255) as u8, (group >> 2 & 255) as u8]),
        _ => return None,
    }
    Some(bytes)
}
