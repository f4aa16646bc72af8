//! Counting words, sentences and syllables. Proper names, numbers, acronyms, quotations, tables and the crisis lines do
//! not count: nobody can make them easier.

use std::ops::Range;

use super::formulas;
use crate::check::Reading;
use crate::check::syllables;
use crate::check::text::{Gap, Word};

/// What is counted in one sentence.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Counts {
    /// All words, as a reader meets them.
    pub(crate) all: usize,
    /// The words that count.
    pub(crate) words: usize,
    pub(crate) syllables: usize,
    /// Words of three syllables and more.
    pub(crate) long: usize,
}

/// What was counted on a page.
#[derive(Clone, Copy, Debug, Default)]
pub struct Score {
    /// Words that count.
    pub words: usize,
    /// Sentences.
    pub sentences: usize,
    /// Syllables of the words that count.
    pub syllables: usize,
    /// Words of three syllables and more.
    pub long_words: usize,
}

impl Score {
    /// English: Flesch Reading Ease.
    pub fn flesch(&self) -> f32 {
        formulas::flesch(self.words, self.sentences, self.syllables)
    }

    /// English: the school grade by Flesch-Kincaid.
    pub fn grade(&self) -> f32 {
        formulas::flesch_kincaid(self.words, self.sentences, self.syllables)
    }

    /// English: the school grade by SMOG.
    pub fn smog(&self) -> f32 {
        formulas::smog(self.long_words, self.sentences)
    }

    /// Whether there are too few sentences for SMOG to be more than an estimate.
    pub fn smog_is_estimate(&self) -> bool {
        self.sentences < 30
    }

    /// Spanish: Flesch-Szigriszt on the INFLESZ scale.
    pub fn inflesz(&self) -> f32 {
        formulas::inflesz(self.words, self.sentences, self.syllables)
    }

    /// Spanish: Fernández-Huerta.
    pub fn fernandez_huerta(&self) -> f32 {
        formulas::fernandez_huerta(self.words, self.sentences, self.syllables)
    }
}

/// Counts a text.
pub(crate) fn score<'a>(language: &str, readings: impl Iterator<Item = &'a Reading<'a>>) -> Score {
    let sentences =
        readings.flat_map(|reading| reading.sentences.iter().map(move |sentence| (reading, sentence)));
    total(sentences.map(|(reading, sentence)| count_sentence(language, reading, sentence)))
}

/// Adds up sentences. One in which no word counts is none.
pub(crate) fn total(sentences: impl Iterator<Item = Counts>) -> Score {
    let mut score = Score::default();
    for counts in sentences.filter(|counts| counts.words > 0) {
        score.sentences += 1;
        score.words += counts.words;
        score.syllables += counts.syllables;
        score.long_words += counts.long;
    }
    score
}

/// Counts one sentence. Words with a hyphen between are one word.
pub(crate) fn count_sentence(language: &str, reading: &Reading<'_>, sentence: &Range<usize>) -> Counts {
    let words = &reading.words;
    let within = words.within(sentence);
    let mut counts = Counts::default();
    let mut index = within.start;
    while index < within.end {
        let mut end = index + 1;
        while end < within.end && words.list[end].gap == Gap::Hyphen {
            end += 1;
        }
        counts.all += 1;
        let is_first = index == within.start;
        let counted = (index..end).all(|part| counts_for_reading(reading, part, is_first));
        if counted {
            let syllables: usize = (index..end).map(|part| syllables(language, words.small(part))).sum();
            counts.words += 1;
            counts.syllables += syllables;
            counts.long += usize::from(syllables >= 3);
        }
        index = end;
    }
    counts
}

/// Whether a word is one that an author could make easier.
fn counts_for_reading(reading: &Reading<'_>, index: usize, is_first: bool) -> bool {
    let Word { at, gap, signs, .. } = &reading.words.list[index];
    let is_acronym = signs.capitals >= 2;
    // "I" is no name; nor is a first word. What follows a colon or a quotation mark may be either.
    let may_be_name = signs.capitals == 1 && !is_first && *gap != Gap::Break;
    let is_i = |word: &str| word == "I" || word.starts_with("I’");
    let is_name = may_be_name && !is_i(reading.words.written(index));
    let is_code = reading.has_code && reading.block.style_at(at.start).code;
    !(signs.number || is_acronym || is_name || is_code)
}
