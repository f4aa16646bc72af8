//! A text cut into words, in small letters, each with its place and with what stands before it.

use std::ops::Range;

/// What stands between a word and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gap {
    /// Spaces, or nothing, at the start of the text.
    Space,
    /// One hyphen.
    Hyphen,
    /// A comma, a stop, a bracket, a quotation mark.
    Break,
}

/// One word.
#[derive(Clone, Debug)]
pub(crate) struct Word {
    /// Its place in the text.
    pub(crate) at: Range<usize>,
    /// What stands before it.
    pub(crate) gap: Gap,
    /// What it is made of.
    pub(crate) signs: Signs,
    /// The [`key`] of the word in small letters.
    pub(crate) key: u16,
}

/// What a word is made of, seen while it is cut, so that no rule spells every word again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Signs {
    /// How many capitals; 255 stands for more as well.
    pub(crate) capitals: u8,
    /// Whether there is a number in it.
    pub(crate) number: bool,
    /// Whether there is anything else in it.
    pub(crate) other: bool,
}

impl Signs {
    fn add(&mut self, c: char) {
        if c.is_ascii_lowercase() {
            self.other = true;
        } else if c.is_uppercase() {
            self.capitals = self.capitals.saturating_add(1);
            // A Roman number such as "Ⅷ" is both.
            self.number |= c.is_numeric();
        } else if c.is_numeric() {
            self.number = true;
        } else {
            self.other = true;
        }
    }
}

/// The words of a text.
#[derive(Debug)]
pub(crate) struct Words<'a> {
    /// The text as it is.
    pub(crate) text: &'a str,
    /// The text in small letters, with every letter at the same place.
    small: String,
    /// The words in order.
    pub(crate) list: Vec<Word>,
}

impl Words<'_> {
    /// A word in small letters.
    pub(crate) fn small(&self, index: usize) -> &str {
        &self.small[self.list[index].at.clone()]
    }

    /// A word as written.
    pub(crate) fn written(&self, index: usize) -> &str {
        &self.text[self.list[index].at.clone()]
    }

    /// The text that some words cover.
    pub(crate) fn span(&self, words: &Range<usize>) -> Range<usize> {
        self.list[words.start].at.start..self.list[words.end - 1].at.end
    }

    /// Whether a word starts with a capital.
    pub(crate) fn is_capital(&self, index: usize) -> bool {
        self.written(index).chars().next().is_some_and(char::is_uppercase)
    }

    /// The words that lie in a part of the text.
    pub(crate) fn within(&self, part: &Range<usize>) -> Range<usize> {
        let start = self.list.partition_point(|word| word.at.start < part.start);
        let end = self.list.partition_point(|word| word.at.end <= part.end);
        start..end.max(start)
    }
}

/// Cuts a text into words. An apostrophe belongs to its word; a hyphen parts words.
pub(crate) fn words(text: &str) -> Words<'_> {
    let mut small = text.to_lowercase();
    if small.len() != text.len() {
        // A few rare letters change their length; then only the plain alphabet is made small.
        small = text.to_ascii_lowercase();
    }
    let mut list: Vec<Word> = Vec::with_capacity(text.len() / 5);
    let mut open: Option<Word> = None;
    let mut last_end = 0;
    for (at, c) in text.char_indices() {
        let next_is_letter =
            || text[at + c.len_utf8()..].chars().next().is_some_and(|next| next.is_alphanumeric());
        if let (Some(word), 'a'..='z') = (&mut open, c) {
            word.signs.other = true;
            continue;
        }
        let belongs = c.is_alphanumeric()
            || (open.is_some() && matches!(c, '\'' | '’') && next_is_letter())
            || is_mark_over_letter(c);
        if belongs {
            let gap = || gap(&text[last_end..at]);
            let begin = || Word { at: at..at, gap: gap(), signs: Signs::default(), key: 0 };
            open.get_or_insert_with(begin).signs.add(c);
        } else if let Some(mut word) = open.take() {
            word.at.end = at;
            last_end = at;
            list.push(word);
        }
    }
    if let Some(mut word) = open {
        word.at.end = text.len();
        list.push(word);
    }
    for word in &mut list {
        word.key = key(&small[word.at.clone()]);
    }
    Words { text, small, list }
}

/// A number below `1 << KEY_BITS` that few other words have: those of the same length with the same first two bytes and
/// the same last one, and some by chance. So a word need not be looked up where its number is not known.
pub(crate) fn key(word: &str) -> u16 {
    let bytes = word.as_bytes();
    let byte = |index: usize| bytes.get(index).copied().unwrap_or(0);
    let signs = [byte(0), byte(1), byte(bytes.len().saturating_sub(1)), (bytes.len() & 0xff) as u8];
    // Multiplied by the golden ratio, the upper bits depend on all others.
    let mixed = u32::from_le_bytes(signs).wrapping_mul(0x9E37_79B9);
    (mixed >> (32 - KEY_BITS)) as u16
}

/// How many bits a key has.
pub(crate) const KEY_BITS: u32 = 12;

/// What some signs between two words are.
fn gap(between: &str) -> Gap {
    match between {
        " " => Gap::Space,
        "-" | "‑" => Gap::Hyphen,
        _ if between.trim().is_empty() => Gap::Space,
        _ => Gap::Break,
    }
}

/// Accents that are written as signs of their own, after the letter.
fn is_mark_over_letter(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<(String, Gap)> {
        let words = words(text);
        (0..words.list.len()).map(|index| (words.small(index).to_owned(), words.list[index].gap)).collect()
    }

    #[test]
    fn words_keep_apostrophes_and_part_at_hyphens() {
        let said: Vec<String> =
            cut("Don’t self-harm, ‘she’ said.").into_iter().map(|(word, _)| word).collect();
        assert_eq!(said, ["don’t", "self", "harm", "she", "said"]);
        assert_eq!(cut("low-functioning")[1].1, Gap::Hyphen);
        assert_eq!(cut("low – high")[1].1, Gap::Break);
        assert_eq!(cut("Él  PADECE")[1], ("padece".to_owned(), Gap::Space));
        assert_eq!(cut("low -functioning")[1].1, Gap::Break);
    }

    #[test]
    fn words_know_what_they_are_made_of() {
        let signs = |text: &str| words(text).list[0].signs;
        let made_of = |capitals, number, other| Signs { capitals, number, other };
        assert_eq!(signs("word"), made_of(0, false, true));
        assert_eq!(signs("Él"), made_of(1, false, true));
        assert_eq!(signs("PTSD"), made_of(4, false, false));
        assert_eq!(signs("D2’s"), made_of(1, true, true));
        assert_eq!(signs("20"), made_of(0, true, false));
        assert_eq!(signs("Ⅷ"), made_of(1, true, false));
        assert_eq!(signs(&"A".repeat(300)).capitals, 255);
    }
}
