//! Phrases: making one of words, reading one as it was typed, and an honest word on its strength.

use alloc::string::String;
use alloc::vec::Vec;

use zeroize::{Zeroize, Zeroizing};

use crate::Random;

/// How many bits of chance a made phrase has at least. At 64 MiB and three passes, 50 bits cost whoever guesses
/// tens of millions of dollars on rented machines; docs/vault.md has the reckoning.
pub const BITS: u32 = 50;
/// The fewest letters of a phrase of one's own, after NIST SP 800-63B-4.
pub const FEWEST: usize = 15;

/// The phrase as it counts: small letters, single spaces, none at the ends. Who has it on paper cannot get it
/// wrong by a capital at the start or two spaces. Other letters than A to Z, and accents, are folded by `store.js`
/// before: those tables are in every browser and would be heavy here.
pub fn read(typed: &str) -> String {
    let mut phrase = String::with_capacity(typed.len());
    for letter in typed.chars() {
        if letter.is_ascii_whitespace() {
            if !phrase.is_empty() && !phrase.ends_with(' ') {
                phrase.push(' ');
            }
        } else {
            phrase.push(letter.to_ascii_lowercase());
        }
    }
    if phrase.ends_with(' ') {
        phrase.pop();
    }
    phrase
}

/// A phrase of so many words that it has [`BITS`] bits of chance; five words of a list of 1024. `None` if the
/// list is too short to make one that a person can remember.
pub fn make(words: &[&str], random: Random) -> Option<String> {
    let count = u32::try_from(words.len()).ok()?;
    let bits = count.checked_ilog2().filter(|bits| *bits >= 7)?;
    let mut phrase = String::with_capacity(100);
    for _ in 0..BITS.div_ceil(bits) {
        if !phrase.is_empty() {
            phrase.push(' ');
        }
        phrase.push_str(words[pick(count, random) as usize]);
    }
    Some(phrase)
}

/// A number below `count`, each as likely as any other.
fn pick(count: u32, random: Random) -> u32 {
    loop {
        let mut bytes = [0; 4];
        random(&mut bytes);
        let number = u32::from_le_bytes(bytes);
        bytes.zeroize();
        // The last, incomplete round would favour low numbers.
        if number < u32::MAX - u32::MAX % count {
            return number % count;
        }
    }
}

/// What can honestly be said of a phrase of somebody's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strength {
    /// Shorter than [`FEWEST`] letters: not taken.
    Short,
    /// Long, but one of the first that anybody would try: repeats, rows of keys, digits alone. Not taken.
    Simple,
    /// Long enough. Whether somebody who knows the person could guess it, no program can tell.
    Long,
}

/// What everybody tries first.
const ROWS: &[&str] = &[
    "abcdefghijklmnopqrstuvwxyz",
    "qwertyuiopasdfghjklzxcvbnm",
    "01234567890123456789",
    "98765432109876543210",
    "password",
    "passphrase",
    "contrasena",
    "iloveyou",
    "teamo",
    "teamomucho",
];

/// Judges a phrase as [`read`] gives it.
pub fn strength(phrase: &str) -> Strength {
    if phrase.chars().nth(FEWEST - 1).is_none() {
        return Strength::Short;
    }
    // Bytes, not letters: whoever writes with other letters has long phrases in any case.
    let letters = Zeroizing::new(phrase.bytes().filter(|byte| *byte > b' ').collect::<Vec<u8>>());
    let is_digits = letters.iter().all(u8::is_ascii_digit);
    let mut seen = [false; 256];
    letters.iter().for_each(|byte| seen[usize::from(*byte)] = true);
    let different = seen.iter().filter(|seen| **seen).count();
    // What is left when everybody's first tries are taken out must still be something.
    if is_digits || different < 7 || left_over(&letters) < FEWEST / 2 {
        return Strength::Simple;
    }
    Strength::Long
}

/// How many letters are left without rows of keys and the commonest passwords.
fn left_over(letters: &[u8]) -> usize {
    let mut left = 0;
    let mut rest = letters;
    while let [_, after @ ..] = rest {
        // The longest piece from here that stands in some row; pieces below four letters are chance.
        let longest = ROWS.iter().map(|row| common(rest, row.as_bytes())).max().unwrap_or_default();
        rest = match rest.get(longest..) {
            Some(after) if longest >= 4 => after,
            _ => {
                left += 1;
                after
            }
        };
    }
    left
}

/// How many letters from the start of `letters` stand together somewhere in a row.
fn common(letters: &[u8], row: &[u8]) -> usize {
    let from = |start: &[u8]| start.iter().zip(letters).take_while(|(one, other)| one == other).count();
    (0..row.len()).filter_map(|start| row.get(start..)).map(from).max().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;
    use std::format;

    /// Random enough for tests, and the same in every run.
    fn counting(bytes: &mut [u8]) {
        use std::cell::Cell;
        std::thread_local! {
            static NEXT: Cell<u64> = const { Cell::new(1) };
        }
        for byte in bytes {
            let state =
                NEXT.get().wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            NEXT.set(state);
            *byte = (state >> 56) as u8;
        }
    }

    #[test]
    fn a_phrase_is_read_as_it_was_meant() {
        assert_eq!(read("  River  LAMP\tstone "), "river lamp stone");
        assert_eq!(read(""), "");
        assert_eq!(read("ни один"), "ни один");
    }

    #[test]
    fn a_made_phrase_has_as_many_words_as_its_list_needs() {
        let words: Vec<String> = (0..1024).map(|number| format!("w{number}")).collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let phrase = make(&words, counting).unwrap();
        assert_eq!(phrase.split(' ').count(), 5);
        assert_eq!(make(&words[..512], counting).unwrap().split(' ').count(), 6);
        assert_eq!(make(&words[..100], counting), None, "too few words to choose from");
        let different: BTreeSet<String> = (0..50).map(|_| make(&words, counting).unwrap()).collect();
        assert_eq!(different.len(), 50);
    }

    #[test]
    fn every_word_is_as_likely() {
        let mut hits = [0_u32; 200];
        for _ in 0..20_000 {
            hits[pick(200, counting) as usize] += 1;
        }
        assert!(hits.iter().all(|hits| (60..140).contains(hits)), "{hits:?}");
    }

    #[test]
    fn what_everybody_tries_first_is_not_taken() {
        for short in ["", "1234", "correct horse", "fourteen lette"] {
            assert_eq!(strength(short), Strength::Short, "{short}");
        }
        for simple in [
            "123456789012345",
            "aaaaaaaaaaaaaaaaaa",
            "abababababababab",
            "qwertyuiopasdfgh",
            "passwordpassword",
            "te amo te amo te amo",
            "1987 06 05 1234 5678",
            "abcdefghijklmnopq",
        ] {
            assert_eq!(strength(simple), Strength::Simple, "{simple}");
        }
        for long in ["the cat sleeps on warm bread", "mi abuela canta en la cocina", "zebra7 lampara nube"] {
            assert_eq!(strength(long), Strength::Long, "{long}");
        }
    }
}
