//! What a person lets be read before the phrase: the steps of a plan for a hard moment. Version 1:
//!
//! | bytes | what |
//! | --- | --- |
//! | 0..4 | `PSYS` |
//! | 4 | version of this layout: 1 |
//! | 5 | version of the contents |
//! | 6..38 | a key of its own |
//! | 38..62 | nonce of the contents |
//! | 62.. | the contents in whole buckets, encrypted with that key; bytes 0..62 are bound to them |
//!
//! The key stands beside what it opens. So no word lies in clear in the store, and its length tells little; but this
//! **keeps nobody out** who can open the site on this device. Nothing of the vault can be learned from it: not its
//! keys, not its phrase, and no word that a person did not choose to show.

use alloc::vec::Vec;

use zeroize::Zeroizing;

use crate::envelope::MOST;
use crate::keys::{NONCE, TAG};
use crate::{Contents, Key, Random, contents};

/// Whether this module has it at all. Without, the third place of the store is neither read nor written, and all that
/// would do so is left out of the module.
pub const IS_KNOWN: bool = cfg!(feature = "steps");

const MAGIC: &[u8; 4] = b"PSYS";
const VERSION: u8 = 1;
const KEY: usize = 6;
const SEALED: usize = KEY + 32 + NONCE;

/// The bytes to store. Each time with a new key, so that bytes that were taken back open nothing that comes later.
pub fn write(contents: &Contents, random: Random) -> Vec<u8> {
    let padded = contents.to_padded();
    let key = Key::random(random);
    let mut nonce = [0; NONCE];
    random(&mut nonce);
    let mut bytes = Vec::with_capacity(SEALED + padded.len() + TAG);
    bytes.extend_from_slice(MAGIC);
    bytes.extend_from_slice(&[VERSION, contents::VERSION]);
    bytes.extend_from_slice(key.as_bytes());
    bytes.extend_from_slice(&nonce);
    bytes.extend_from_slice(&padded);
    let (before, body) = bytes.split_at_mut(SEALED);
    let tag = key.encrypt(&nonce, before, body);
    bytes.extend_from_slice(&tag);
    bytes
}

/// What stands in such bytes; `None` if they are damaged, of a later version, or none of ours. Whoever reads passes
/// over them then: they are a convenience, and the vault beside them is whole without them.
pub fn read(bytes: &[u8]) -> Option<Contents> {
    let (before, rest) = bytes.split_at_checked(SEALED).filter(|_| bytes.len() <= MOST)?;
    let (start, keys) = before.split_first_chunk::<KEY>()?;
    let [m, a, g, i, VERSION, version] = start else { return None };
    if [*m, *a, *g, *i] != *MAGIC {
        return None;
    }
    let (key, nonce) = keys.split_first_chunk::<32>()?;
    let (body, tag) = rest.split_last_chunk()?;
    let mut body = Zeroizing::new(body.to_vec());
    let opens = Key::from_bytes(key)?.decrypt(nonce.try_into().ok()?, before, &mut body, tag);
    opens.then(|| Contents::from_padded(*version, &body)).flatten()
}
