//! The envelope: everything that is kept, as one sealed row of bytes. Version 1:
//!
//! | bytes | what |
//! | --- | --- |
//! | 0..4 | `PSYV` |
//! | 4 | version of the envelope: 1 |
//! | 5 | how the key is made from the phrase: 1 is Argon2id, version 0x13 |
//! | 6..10, 10, 11 | its memory in KiB, passes, lanes |
//! | 12..28 | its salt |
//! | 28..52 | nonce of the wrapped key |
//! | 52..100 | the data key, encrypted with the phrase's key; bytes 0..28 are bound to it |
//! | 100 | version of the contents |
//! | 101..109 | how often this vault was saved |
//! | 109..117 | checksum of all bytes before: tells a wrong phrase from damage, and keeps nothing secret |
//! | 117..141 | nonce of the contents |
//! | 141.. | the contents in whole buckets, encrypted with the data key; bytes 0..117 are bound to them |
//!
//! Numbers are little-endian. Whatever is encrypted with XChaCha20-Poly1305 ends with a tag of 16 bytes.

use alloc::vec::Vec;

use blake2::Blake2b;
use blake2::digest::Digest;
use blake2::digest::consts::U8;
use zeroize::Zeroizing;

use crate::keys::{NONCE, TAG};
use crate::{Contents, Kdf, Key, Random, contents};

const MAGIC: &[u8; 4] = b"PSYV";
const VERSION: u8 = 1;
const ARGON2ID: u8 = 1;
/// Where the part ends that the wrapped key is bound to.
const LOCK_END: usize = 28;
const WRAP_NONCE: usize = LOCK_END;
const WRAPPED: usize = WRAP_NONCE + NONCE;
const CONTENTS: usize = WRAPPED + 32 + TAG;
const COUNT: usize = CONTENTS + 1;
const CHECKSUM: usize = COUNT + 8;
const HEADER: usize = CHECKSUM + 8;
const BODY: usize = HEADER + NONCE;
/// No vault of words is as large; whatever is larger is refused before any work.
pub const MOST: usize = 4 << 20;

/// Why an envelope does not open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is none of ours.
    Foreign,
    /// It was made by a later version of this program.
    Newer,
    /// It is ours, and not whole.
    Damaged,
    /// It is whole, and the phrase is another one.
    WrongPhrase,
}

/// The part of an envelope that can be read without a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// How the phrase becomes a key.
    pub kdf: Kdf,
    /// The salt for that.
    pub salt: [u8; 16],
    /// How often this vault was saved.
    pub count: u64,
    contents: u8,
    wrap: Wrap,
}

/// The data key, wrapped: nonce, encrypted key, tag.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Wrap {
    nonce: [u8; NONCE],
    key: [u8; 32],
    tag: [u8; TAG],
}

impl Header {
    /// Reads what stands before the contents.
    ///
    /// # Errors
    /// [`Fault::Foreign`], [`Fault::Newer`] or [`Fault::Damaged`].
    pub fn read(envelope: &[u8]) -> Result<Header, Fault> {
        let Some(MAGIC) = envelope.first_chunk() else { return Err(Fault::Foreign) };
        // From here on it is ours. What follows is bounded, so nothing below can be out of range.
        let header: &[u8; HEADER] = envelope.first_chunk().ok_or(Fault::Damaged)?;
        if header[4] != VERSION {
            // A later version may have another layout, and so another place for its checksum.
            return Err(if header[4] > VERSION { Fault::Newer } else { Fault::Damaged });
        }
        if checksum(&header[..CHECKSUM]) != header[CHECKSUM..] || envelope.len() > MOST {
            return Err(Fault::Damaged);
        }
        if header[CONTENTS] > contents::VERSION || header[5] != ARGON2ID {
            return Err(Fault::Newer);
        }
        let kdf = Kdf { memory: u32::from_le_bytes(part(header, 6)), passes: header[10], lanes: header[11] };
        if !kdf.is_within_limits() {
            return Err(Fault::Newer);
        }
        Ok(Header {
            kdf,
            salt: part(header, 12),
            contents: header[CONTENTS],
            wrap: Wrap {
                nonce: part(header, WRAP_NONCE),
                key: part(header, WRAPPED),
                tag: part(header, WRAPPED + 32),
            },
            count: u64::from_le_bytes(part(header, COUNT)),
        })
    }

    /// What the wrapped key is bound to.
    fn lock(kdf: Kdf, salt: &[u8; 16]) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(LOCK_END);
        bytes.extend_from_slice(MAGIC);
        bytes.extend_from_slice(&[VERSION, ARGON2ID]);
        bytes.extend_from_slice(&kdf.memory.to_le_bytes());
        bytes.extend_from_slice(&[kdf.passes, kdf.lanes]);
        bytes.extend_from_slice(salt);
        bytes
    }
}

fn part<const N: usize>(header: &[u8; HEADER], from: usize) -> [u8; N] {
    // Every caller's range lies within the header.
    header.get(from..).and_then(|rest| rest.first_chunk()).copied().unwrap_or([0; N])
}

fn checksum(bytes: &[u8]) -> [u8; 8] {
    Blake2b::<U8>::digest(bytes).into()
}

/// What opens and seals the envelopes of one vault: its data key, and the wrapping that lets a phrase find it.
#[derive(Clone)]
pub struct Ring {
    kdf: Kdf,
    salt: [u8; 16],
    wrap: Wrap,
    data: Key,
}

impl Ring {
    /// A ring for a new vault.
    pub fn new(kdf: Kdf, salt: [u8; 16], phrase: &Key, random: Random) -> Ring {
        Ring::wrapping(kdf, salt, phrase, Key::random(random), random)
    }

    /// The same data key for another phrase, or for a harder way to the same one.
    pub fn rewrapped(&self, kdf: Kdf, salt: [u8; 16], phrase: &Key, random: Random) -> Ring {
        Ring::wrapping(kdf, salt, phrase, self.data.clone(), random)
    }

    fn wrapping(kdf: Kdf, salt: [u8; 16], phrase: &Key, data: Key, random: Random) -> Ring {
        let mut wrap = Wrap { nonce: [0; NONCE], key: *data.as_bytes(), tag: [0; TAG] };
        random(&mut wrap.nonce);
        wrap.tag = phrase.encrypt(&wrap.nonce, &Header::lock(kdf, &salt), &mut wrap.key);
        Ring { kdf, salt, wrap, data }
    }

    /// The ring of an envelope, with the key that its phrase makes.
    ///
    /// # Errors
    /// [`Fault::WrongPhrase`].
    pub fn unlock(header: &Header, envelope: &[u8], phrase: &Key) -> Result<Ring, Fault> {
        let mut data = Zeroizing::new(header.wrap.key);
        // The very bytes of this envelope, which may be older than what we write.
        let lock = envelope.get(..LOCK_END).ok_or(Fault::Damaged)?;
        if !phrase.decrypt(&header.wrap.nonce, lock, data.as_mut_slice(), &header.wrap.tag) {
            return Err(Fault::WrongPhrase);
        }
        let data = Key::from_bytes(data.as_slice()).ok_or(Fault::Damaged)?;
        Ok(Ring { kdf: header.kdf, salt: header.salt, wrap: header.wrap.clone(), data })
    }

    /// Whether an envelope's key is wrapped exactly as ours, so that it must open with our key unless it is damaged.
    pub(crate) fn is_of(&self, header: &Header) -> bool {
        self.wrap == header.wrap && self.salt == header.salt && self.kdf == header.kdf
    }

    /// The same data key, as an envelope wraps it.
    pub(crate) fn as_in(&self, header: &Header) -> Ring {
        Ring { kdf: header.kdf, salt: header.salt, wrap: header.wrap.clone(), data: self.data.clone() }
    }

    /// How the phrase becomes a key.
    pub fn kdf(&self) -> Kdf {
        self.kdf
    }

    /// The sealed bytes of some contents.
    pub fn seal(&self, contents: &Contents, count: u64, random: Random) -> Vec<u8> {
        let padded = contents.to_padded();
        let mut bytes = Header::lock(self.kdf, &self.salt);
        bytes.reserve_exact(BODY - LOCK_END + padded.len() + TAG);
        bytes.extend_from_slice(&self.wrap.nonce);
        bytes.extend_from_slice(&self.wrap.key);
        bytes.extend_from_slice(&self.wrap.tag);
        bytes.push(contents::VERSION);
        bytes.extend_from_slice(&count.to_le_bytes());
        let checksum = checksum(&bytes);
        bytes.extend_from_slice(&checksum);
        let mut nonce = [0; NONCE];
        random(&mut nonce);
        bytes.extend_from_slice(&nonce);
        bytes.extend_from_slice(&padded);
        let (before, body) = bytes.split_at_mut(BODY);
        let tag = self.data.encrypt(&nonce, &before[..HEADER], body);
        bytes.extend_from_slice(&tag);
        bytes
    }

    /// The contents of an envelope.
    ///
    /// # Errors
    /// [`Fault::Damaged`] if it is not whole, or not of this ring.
    pub fn open(&self, header: &Header, envelope: &[u8]) -> Result<Contents, Fault> {
        let (before, rest) = envelope.split_at_checked(HEADER).ok_or(Fault::Damaged)?;
        let (nonce, rest) = rest.split_first_chunk().ok_or(Fault::Damaged)?;
        let (body, tag) = rest.split_last_chunk().ok_or(Fault::Damaged)?;
        let mut body = Zeroizing::new(body.to_vec());
        if !self.data.decrypt(nonce, before, &mut body, tag) {
            return Err(Fault::Damaged);
        }
        Contents::from_padded(header.contents, &body).ok_or(Fault::Damaged)
    }
}
