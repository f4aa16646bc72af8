//! The envelope: made and opened with the real key derivation, every byte changed, every length cut, hostile
//! headers, and the bytes of every released version, which must open for ever.

#![allow(clippy::unwrap_used, reason = "a helper of tests stops where a test would")]

use footbridge_vault::envelope::{Fault, Header, Ring};
use footbridge_vault::{Contents, Kdf, Key, Record, backup};
use proptest::prelude::*;

/// Quick enough to be tried thousands of times.
const QUICK: Kdf = Kdf { memory: 8, passes: 1, lanes: 1 };
const GOLDEN_1: &str = include_str!("golden/v1.txt");

fn counting(bytes: &mut [u8]) {
    for (place, byte) in bytes.iter_mut().enumerate() {
        *byte = place as u8;
    }
}

fn contents() -> Contents {
    let record = |id, tool: &str, body: &[u8]| Record {
        id,
        tool: tool.into(),
        version: 3,
        day: 20_487,
        body: body.into(),
    };
    Contents { records: vec![record(1, "phq-9", b"one"), record(2, "coping-plan", "dos años".as_bytes())] }
}

fn envelope(kdf: Kdf) -> (Vec<u8>, Key) {
    let key = kdf.derive("faro lago pan sol tren".as_bytes(), &[9; 16]).unwrap();
    let ring = Ring::new(kdf, [9; 16], &key, counting);
    (ring.seal(&contents(), 5, counting), key)
}

fn open(envelope: &[u8], key: &Key) -> Result<Contents, Fault> {
    let header = Header::read(envelope)?;
    Ring::unlock(&header, envelope, key)?.open(&header, envelope)
}

#[test]
fn it_opens_with_its_phrase_and_with_no_other() {
    let (bytes, key) = envelope(QUICK);
    assert_eq!(open(&bytes, &key), Ok(contents()));
    let other = QUICK.derive(b"faro lago pan sol tres", &[9; 16]).unwrap();
    assert_eq!(open(&bytes, &other), Err(Fault::WrongPhrase));
}

/// A slip of one bit anywhere: told as damage, never as another phrase, never opened.
#[test]
fn every_changed_byte_is_noticed() {
    let (bytes, key) = envelope(QUICK);
    for place in 0..bytes.len() {
        for flip in [0x01, 0x80, 0xff] {
            let mut changed = bytes.clone();
            changed[place] ^= flip;
            let wanted = match place {
                0..4 => Fault::Foreign,
                4 if changed[4] > 1 => Fault::Newer,
                _ => Fault::Damaged,
            };
            assert_eq!(open(&changed, &key), Err(wanted), "byte {place} ^ {flip:#x}");
        }
    }
}

/// With the checksum made right again, as somebody who means harm would: still nothing opens.
#[test]
fn a_header_changed_on_purpose_opens_nothing() {
    use blake2::digest::consts::U8;
    use blake2::{Blake2b, Digest};
    let (bytes, key) = envelope(QUICK);
    for place in 4..109 {
        let mut changed = bytes.clone();
        changed[place] ^= 0x04;
        let checksum: [u8; 8] = Blake2b::<U8>::digest(&changed[..109]).into();
        changed[109..117].copy_from_slice(&checksum);
        assert!(open(&changed, &key).is_err(), "byte {place}");
    }
}

#[test]
fn every_cut_is_noticed() {
    let (bytes, key) = envelope(QUICK);
    for length in 0..bytes.len() {
        let wanted = if length < 4 { Fault::Foreign } else { Fault::Damaged };
        assert_eq!(open(&bytes[..length], &key), Err(wanted), "{length} bytes");
    }
    let longer = [bytes.as_slice(), b"x"].concat();
    assert_eq!(open(&longer, &key), Err(Fault::Damaged));
}

/// A file must not be able to stop the page for hours or take all memory.
#[test]
fn hostile_parameters_are_refused_before_any_work() {
    for kdf in [
        Kdf { memory: u32::MAX, ..Kdf::STRONG },
        Kdf { memory: 256 * 1024 + 1, ..Kdf::STRONG },
        Kdf { memory: 1, ..Kdf::STRONG },
        Kdf { passes: 0, ..Kdf::STRONG },
        Kdf { passes: 11, ..Kdf::STRONG },
        Kdf { lanes: 0, ..Kdf::STRONG },
        Kdf { lanes: 2, ..Kdf::STRONG },
    ] {
        let key = Key::from_bytes(&[1; 32]).unwrap();
        let bytes = Ring::new(kdf, [1; 16], &key, counting).seal(&Contents::default(), 1, counting);
        assert_eq!(Header::read(&bytes), Err(Fault::Newer), "{kdf:?}");
    }
}

/// Made by the reference implementation: `argon2-cffi`, which binds the code of Argon2's authors.
#[test]
fn the_key_is_that_of_the_reference() {
    let hex = |key: &Key| key.as_bytes().iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let key = Kdf::MODEST.derive(b"river lamp stone bread moon", b"0123456789abcdef").unwrap();
    assert_eq!(hex(&key), "3f308dd61ffdcaf8c0322b0bd34b5f08a2718bf87f7fb7d6ea08ad29ad6627ae");
    let key = Kdf::STRONG.derive("niño río árbol".as_bytes(), b"fedcba9876543210").unwrap();
    assert_eq!(hex(&key), "5ee748cc29c091ea6d510132001dd40248f446087490020609cd7179c7d9afe6");
}

/// Version 1, as it was first released. Its phrase stands here; its words are known.
#[test]
fn the_first_version_opens_for_ever() {
    let bytes = backup::read(GOLDEN_1).unwrap();
    let header = Header::read(&bytes).unwrap();
    assert_eq!((header.kdf, header.count), (Kdf::MODEST, 5));
    let key = header.kdf.derive("faro lago pan sol tren".as_bytes(), &header.salt).unwrap();
    assert_eq!(open(&bytes, &key), Ok(contents()));
}

/// With `FOOTBRIDGE_GOLDEN` set it writes the file.
#[test]
fn the_golden_file_is_what_this_version_writes() {
    let text = backup::write("This is a backup.\r\nEsto es una copia.", &envelope(Kdf::MODEST).0);
    if std::env::var_os("FOOTBRIDGE_GOLDEN").is_some() {
        std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/v1.txt"), &text).unwrap();
        return;
    }
    assert_eq!(GOLDEN_1, text, "a new layout is a new version, with a golden file of its own beside the old");
}

#[test]
fn a_new_wrapping_opens_the_same_contents() {
    let (bytes, key) = envelope(QUICK);
    let ring = Ring::unlock(&Header::read(&bytes).unwrap(), &bytes, &key).unwrap();
    let other = QUICK.derive(b"otra frase", &[3; 16]).unwrap();
    let again = ring.rewrapped(QUICK, [3; 16], &other, counting).seal(&contents(), 6, counting);
    assert_eq!(open(&again, &other), Ok(contents()));
    assert_eq!(open(&again, &key), Err(Fault::WrongPhrase));
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..400), magic in any::<bool>()) {
        let bytes = if magic { [b"PSYV\x01\x01".as_slice(), &bytes].concat() } else { bytes };
        let key = Key::from_bytes(&[1; 32]).unwrap();
        prop_assert!(open(&bytes, &key).is_err());
    }

    #[test]
    fn no_text_makes_it_panic(text in "(UFNZV)?[A-Za-z0-9+/=>\n ]{0,300}") {
        let _ = backup::read(&text);
    }

    #[test]
    fn a_file_gives_back_its_bytes(bytes in prop::collection::vec(any::<u8>(), 0..5000), words in "[a-z .\n]{0,200}") {
        let bytes = [b"PSYV\x01".as_slice(), &bytes].concat();
        prop_assert_eq!(backup::read(&backup::write(&words, &bytes)), Ok(bytes));
    }
}
