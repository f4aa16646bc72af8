//! Texts as checks read them: words with their places, and sentences.

mod sentences;
pub(crate) mod syllables;
mod words;

pub(crate) use sentences::sentences;
pub(crate) use words::{Gap, KEY_BITS, Word, Words, key, words};
