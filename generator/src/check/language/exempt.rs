//! What a text shows and does not say itself: quotations and titles of works.

use std::ops::Range;

use crate::parse::markdown::facts::Block;

/// The quoted parts of a block.
pub(crate) struct Quoted(Vec<Range<usize>>);

const PAIRS: &[(char, char)] = &[('“', '”'), ('«', '»'), ('„', '“'), ('‘', '’')];

impl Quoted {
    /// Finds what stands between quotation marks, and titles in italics.
    pub(crate) fn of(block: &Block) -> Quoted {
        let mut parts = Vec::new();
        if block.quoted {
            parts.push(0..block.text.len());
        }
        // No quotation mark is ASCII, and most blocks are.
        let pairs = if block.text.is_ascii() { &[] } else { PAIRS };
        for (open, close) in pairs {
            let mut from = 0;
            while let Some(start) = block.text[from..].find(*open).map(|at| from + at) {
                let inner = start + open.len_utf8();
                // An apostrophe is no end of a quotation: after it the word goes on.
                let is_end = |at: &usize| {
                    let next = block.text[*at..].chars().nth(1);
                    *close != '’' || next.is_none_or(|next| !next.is_alphanumeric())
                };
                let ends = block.text[inner..].match_indices(*close).map(|(at, _)| inner + at);
                let Some(end) = ends.into_iter().find(is_end) else { break };
                parts.push(start..end);
                from = end + close.len_utf8();
            }
        }
        parts.extend(
            block
                .runs
                .iter()
                .filter(|run| run.style.emphasis)
                .map(|run| run.text.range())
                .filter(|text| is_title(&block.text[text.clone()])),
        );
        Quoted(parts)
    }

    /// Whether some words stand in a quoted part.
    pub(crate) fn covers(&self, span: &Range<usize>) -> bool {
        self.0.iter().any(|part| part.start <= span.start && span.end <= part.end)
    }
}

/// Whether words in italics are the title of a work: more than one word, most of them with a capital.
fn is_title(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().filter(|word| word.chars().count() > 3).collect();
    let capitals = words.iter().filter(|word| word.starts_with(char::is_uppercase)).count();
    text.split_whitespace().count() > 1 && !words.is_empty() && capitals * 2 > words.len()
}
