//! Phrases to look for: the small language of the lists, and the finding of all phrases in one pass over the words.

use std::collections::HashMap;
use std::ops::Range;

use crate::check::text::{Gap, Words};

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

    /// The words that the phrase covers if it starts at `start`; no stop or comma may part them.
    fn at(&self, words: &Words<'_>, start: usize) -> Option<Range<usize>> {
        let end = start + self.0.len();
        let list = words.list.get(start..end)?;
        let fits = self.0.iter().zip(start..).all(|(part, index)| match part {
            Part::Whatever => true,
            Part::Any(alternatives) => {
                let word = words.small(index);
                alternatives.iter().any(|alternative| alternative.fits(word))
            }
        });
        (fits && list[1..].iter().all(|word| word.gap != Gap::Break)).then_some(start..end)
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
    whole: HashMap<String, Vec<usize>>,
    /// By the first two letters, for first words that may go on.
    open: HashMap<String, Vec<usize>>,
    starts: Starts,
}

/// With which two bytes a first word can begin: most words of a text need not be looked up.
#[derive(Debug, Default)]
struct Starts(Vec<u64>);

impl Starts {
    fn add(&mut self, word: &str, may_go_on: bool) {
        self.0.resize(1 << 10, 0);
        let bit = Starts::bit(word);
        // After a single byte anything may follow.
        let bits = if may_go_on && word.len() < 2 { bit..bit + 256 } else { bit..bit + 1 };
        bits.for_each(|bit| self.0[bit / 64] |= 1 << (bit % 64));
    }

    fn may_hold(&self, word: &str) -> bool {
        let bit = Starts::bit(word);
        self.0.get(bit / 64).is_some_and(|bits| bits & (1 << (bit % 64)) != 0)
    }

    fn bit(word: &str) -> usize {
        let byte = |index: usize| word.as_bytes().get(index).copied().map_or(0, usize::from);
        byte(0) << 8 | byte(1)
    }
}

impl Finder {
    /// Adds a phrase that stands for `owner`.
    pub(crate) fn add(&mut self, phrase: Phrase, owner: usize) {
        let index = self.phrases.len();
        for alternative in phrase.first() {
            self.starts.add(&alternative.word, alternative.may_go_on);
            let map = if alternative.may_go_on { &mut self.open } else { &mut self.whole };
            let key = if alternative.may_go_on { head(&alternative.word) } else { alternative.word.as_str() };
            let list = map.entry(key.to_owned()).or_default();
            if list.last() != Some(&index) {
                list.push(index);
            }
        }
        self.phrases.push((phrase, owner));
    }

    /// All places of all phrases: the words and the owner, the longest first where several start at one word.
    pub(crate) fn find(&self, words: &Words<'_>) -> Vec<(Range<usize>, usize)> {
        let mut found = Vec::new();
        for start in 0..words.list.len() {
            let word = words.small(start);
            if !self.starts.may_hold(word) {
                continue;
            }
            let whole = self.whole.get(word).into_iter().flatten();
            let open = self.open.get(head(word)).into_iter().flatten();
            let from = found.len();
            for index in whole.chain(open) {
                let (phrase, owner) = &self.phrases[*index];
                if let Some(range) = phrase.at(words, start) {
                    found.push((range, *owner));
                }
            }
            found[from..].sort_by_key(|(range, owner)| (std::cmp::Reverse(range.end), *owner));
        }
        found
    }

    /// The places of all phrases in a part of the words.
    pub(crate) fn find_in(&self, words: &Words<'_>, part: Range<usize>) -> Vec<Range<usize>> {
        let all = self.phrases.iter();
        all.flat_map(|(phrase, _)| part.clone().filter_map(|start| phrase.at(words, start)))
            .filter(|range| range.end <= part.end)
            .collect()
    }

    /// Whether any phrase stands in these words.
    pub(crate) fn is_in(&self, words: &Words<'_>, part: Range<usize>) -> bool {
        !self.phrases.is_empty()
            && self.phrases.iter().any(|(phrase, _)| {
                part.clone().any(|start| phrase.at(words, start).is_some_and(|range| range.end <= part.end))
            })
    }
}

/// The first two letters of a word.
fn head(word: &str) -> &str {
    let end = word.char_indices().nth(2).map_or(word.len(), |(end, _)| end);
    &word[..end]
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
        assert_eq!(found("a* risk", "an Alert, a risk"), ["a risk"]);
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
