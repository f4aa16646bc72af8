//! Phrases to look for: the small language of the lists, and the finding of all phrases in one pass over the words.

use std::cmp::Reverse;
use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::check::text::{Gap, KEY_BITS, Word, Words, key};

/// One word of a phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    /// Any of these words; a starred one may go on.
    Any(Vec<Alternative>),
    /// Whatever word.
    Whatever,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Alternative {
    word: String,
    may_go_on: bool,
}

impl Alternative {
    fn fits(&self, word: &str) -> bool {
        if self.may_go_on { word.starts_with(&self.word) } else { word == self.word }
    }
}

/// A phrase: its words in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Phrase(Vec<Part>);

impl Phrase {
    /// Reads `commit|commits|committed suicide`. A word that may be missing makes two phrases.
    pub(crate) fn read(text: &str) -> Result<Vec<Phrase>, String> {
        let mut phrases = vec![Vec::new()];
        for token in text.to_lowercase().replace('\'', "’").split_whitespace() {
            let (token, may_be_missing) = match token.strip_suffix('?') {
                Some(token) => (token, true),
                None => (token, false),
            };
            let part = read_part(token)?;
            let without = phrases.clone();
            for phrase in &mut phrases {
                phrase.push(part.clone());
            }
            if may_be_missing {
                phrases.extend(without);
            }
        }
        phrases.retain(|phrase| !phrase.is_empty());
        if phrases.is_empty() || phrases.iter().any(|phrase| phrase.first() == Some(&Part::Whatever)) {
            return Err(format!("`{text}` must start with a word to look for."));
        }
        Ok(phrases.into_iter().map(Phrase).collect())
    }

    fn first(&self) -> &[Alternative] {
        match self.0.first() {
            Some(Part::Any(alternatives)) => alternatives,
            _ => &[],
        }
    }

    /// The words that the phrase covers if it starts at `start`, whose word is known to fit; no stop or comma may part
    /// them.
    fn at(&self, words: &Words<'_>, start: usize) -> Option<Range<usize>> {
        let end = start + self.0.len();
        let further = words.list.get(start + 1..end)?;
        let fits = |(part, index): (&Part, usize)| match part {
            Part::Whatever => true,
            Part::Any(alternatives) => {
                let word = words.small(index);
                alternatives.iter().any(|alternative| alternative.fits(word))
            }
        };
        let joined = further.iter().all(|word| word.gap != Gap::Break);
        (joined && self.0[1..].iter().zip(start + 1..).all(fits)).then_some(start..end)
    }
}

fn read_part(token: &str) -> Result<Part, String> {
    if token == "_" {
        return Ok(Part::Whatever);
    }
    let alternatives = token.split('|').map(|word| {
        let (word, may_go_on) = match word.strip_suffix('*') {
            Some(stem) => (stem, true),
            None => (word, false),
        };
        if word.is_empty() || !word.chars().all(|c| c.is_alphanumeric() || c == '’') {
            return Err(format!("`{token}` is not a word; write hyphens as spaces."));
        }
        Ok(Alternative { word: word.to_owned(), may_go_on })
    });
    Ok(Part::Any(alternatives.collect::<Result<_, _>>()?))
}

/// Many phrases, found in one pass.
#[derive(Debug, Default)]
pub(crate) struct Finder {
    phrases: Vec<(Phrase, usize)>,
    /// By the whole first word.
    whole: FxHashMap<String, Vec<usize>>,
    /// By the first two letters, or the only one, for first words that may go on.
    open: FxHashMap<String, Vec<usize>>,
    sieve: Sieve,
}

/// Lets through the whole first words and few others: most words of a text need not be looked up.
#[derive(Debug)]
struct Sieve([u64; 1 << (KEY_BITS - 6)]);

impl Default for Sieve {
    fn default() -> Self {
        Sieve([0; _])
    }
}

impl Sieve {
    fn add(&mut self, key: u16) {
        self.0[usize::from(key / 64)] |= 1 << (key % 64);
    }

    fn may_hold(&self, key: u16) -> bool {
        self.0[usize::from(key / 64)] & (1 << (key % 64)) != 0
    }
}

impl Finder {
    /// Adds a phrase that stands for `owner`.
    pub(crate) fn add(&mut self, phrase: Phrase, owner: usize) {
        let index = self.phrases.len();
        for alternative in phrase.first() {
            let word = alternative.word.as_str();
            let (map, first) = match alternative.may_go_on {
                true => (&mut self.open, head(word, 2).unwrap_or(word)),
                false => {
                    self.sieve.add(key(word));
                    (&mut self.whole, word)
                }
            };
            let list = map.entry(first.to_owned()).or_default();
            if list.last() != Some(&index) {
                list.push(index);
            }
        }
        self.phrases.push((phrase, owner));
    }

    /// Whether a phrase may start with a word.
    fn may_start(&self, word: &Word) -> bool {
        self.sieve.may_hold(word.key) || !self.open.is_empty()
    }

    /// Adds the places of all phrases that start at a word.
    fn add_at(&self, words: &Words<'_>, start: usize, found: &mut Vec<(Range<usize>, usize)>) {
        let word = words.small(start);
        let mut add = |index: &usize| {
            let (phrase, owner) = &self.phrases[*index];
            found.extend(phrase.at(words, start).map(|range| (range, *owner)));
        };
        self.whole.get(word).into_iter().flatten().for_each(&mut add);
        let heads = if self.open.is_empty() { [None; 2] } else { [head(word, 1), head(word, 2)] };
        let open = heads.into_iter().flatten().filter_map(|head| self.open.get(head)).flatten();
        let fits = |index: &&usize| self.phrases[**index].0.first().iter().any(|one| one.fits(word));
        open.filter(fits).for_each(add);
    }

    /// All places of all phrases: the words and the owner, the longest first where several start at one word.
    pub(crate) fn find(&self, words: &Words<'_>) -> Vec<(Range<usize>, usize)> {
        self.find_from(words, 0..words.list.len())
    }

    fn find_from(&self, words: &Words<'_>, starts: Range<usize>) -> Vec<(Range<usize>, usize)> {
        let mut found = Vec::new();
        for start in starts {
            if self.may_start(&words.list[start]) {
                let from = found.len();
                self.add_at(words, start, &mut found);
                found[from..].sort_by_key(|(range, owner)| (Reverse(range.end), *owner));
            }
        }
        found
    }

    /// The first place of any phrase, the longest where several start there.
    pub(crate) fn first(&self, words: &Words<'_>) -> Option<Range<usize>> {
        let mut found = Vec::new();
        for start in 0..words.list.len() {
            if self.may_start(&words.list[start]) {
                self.add_at(words, start, &mut found);
            }
            if !found.is_empty() {
                break;
            }
        }
        found.into_iter().map(|(range, _)| range).max_by_key(|range| range.end)
    }

    /// The places of all phrases in a part of the words.
    pub(crate) fn find_in(&self, words: &Words<'_>, part: Range<usize>) -> Vec<Range<usize>> {
        let all = self.find_from(words, part.clone()).into_iter().map(|(range, _)| range);
        all.filter(|range| range.end <= part.end).collect()
    }

    /// Whether any phrase stands in these words.
    pub(crate) fn is_in(&self, words: &Words<'_>, part: Range<usize>) -> bool {
        !self.phrases.is_empty() && !self.find_in(words, part).is_empty()
    }
}

/// The first letters of a word, if it has as many.
fn head(word: &str, letters: usize) -> Option<&str> {
    let (last, c) = word.char_indices().nth(letters - 1)?;
    Some(&word[..last + c.len_utf8()])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::text::words;

    fn found(phrase: &str, text: &str) -> Vec<String> {
        let mut finder = Finder::default();
        for phrase in Phrase::read(phrase).unwrap() {
            finder.add(phrase, 0);
        }
        let words = words(text);
        finder.find(&words).iter().map(|(range, _)| text[words.span(range)].to_owned()).collect()
    }

    #[test]
    fn phrases_fit_forms_cases_and_line_breaks() {
        assert_eq!(
            found("commit|commit* suicide", "He Committed\nSuicide, they say."),
            ["Committed\nSuicide"]
        );
        assert_eq!(found("high functioning", "a high-functioning person"), ["high-functioning"]);
        assert_eq!(found("failed suicide? attempt", "A failed attempt."), ["failed attempt"]);
        assert_eq!(found("lack of _ insight", "lack of all insight"), ["lack of all insight"]);
        assert!(found("commit suicide", "to commit, suicide").is_empty());
    }

    #[test]
    fn first_words_of_one_letter_and_with_accents_are_found() {
        assert_eq!(found("a* risk", "an Alert, a risk, any risk"), ["a risk", "any risk"]);
        assert_eq!(found("áni* sí", "Ánimo sí, á sí"), ["Ánimo sí"]);
        assert_eq!(found("y no", "Y no, yo no"), ["Y no"]);
    }

    #[test]
    fn a_phrase_must_start_with_a_word() {
        assert!(Phrase::read("_ x").is_err());
        assert!(Phrase::read("low-functioning").is_err());
        assert!(Phrase::read("").is_err());
    }
}
