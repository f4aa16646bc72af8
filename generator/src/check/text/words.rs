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
    let mut open: Option<usize> = None;
    let mut last_end = 0;
    let mut close = |start: usize, end: usize| {
        let between = text[last_end..start].trim();
        let gap = match between {
            "" => Gap::Space,
            "-" | "‑" if start - last_end <= between.len() => Gap::Hyphen,
            _ => Gap::Break,
        };
        last_end = end;
        list.push(Word { at: start..end, gap });
    };
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next_is_letter = || chars.clone().next().is_some_and(|(_, next)| next.is_alphanumeric());
        let belongs = c.is_alphanumeric()
            || (open.is_some() && matches!(c, '\'' | '’') && next_is_letter())
            || is_mark_over_letter(c);
        match (belongs, open) {
            (true, None) => open = Some(at),
            (false, Some(start)) => {
                close(start, at);
                open = None;
            }
            _ => {}
        }
    }
    if let Some(start) = open {
        close(start, text.len());
    }
    Words { text, small, list }
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
    }
}
