//! What copying from a website leaves behind.

use std::cell::LazyCell;

use crate::check::language::Quoted;
use crate::check::{Reading, Reporter, Vocabulary};
use crate::findings::{Place, codes};
use crate::parse::page::Page;

/// A phrase such as "see more" is left over only when it stands nearly alone.
const FURTHER_WORDS: usize = 2;

pub(super) fn check(page: &Page, body: &[Reading<'_>], vocabulary: &Vocabulary, reporter: &mut Reporter<'_>) {
    for reading in body {
        let quoted = LazyCell::new(|| Quoted::of(reading.block));
        for (range, _) in vocabulary.artefacts.find(&reading.words) {
            let span = reading.words.span(&range);
            let sentence = reading.sentences.iter().find(|sentence| sentence.contains(&span.start));
            let around = sentence.map_or(range.len(), |sentence| reading.words.within(sentence).len());
            if around > range.len() + FURTHER_WORDS
                || quoted.covers(&span)
                || reading.block.style_at(span.start).link
            {
                continue;
            }
            tell(reading, span, reporter);
            break;
        }
        if matches!(page.language.as_str(), "en" | "es")
            && let Some(span) = stray_script(&reading.block.text)
            && !quoted.covers(&span)
            && !reading.block.style_at(span.start).link
        {
            tell(reading, span, reporter);
        }
    }
}

fn tell(reading: &Reading<'_>, span: std::ops::Range<usize>, reporter: &mut Reporter<'_>) {
    let message = format!("“{}” looks left over from copying.", &reading.block.text[span.clone()]);
    let place = Place::at(reporter.file, reading.block.place_of(span));
    reporter.report(&codes::ARTEFACT, place, message, "Delete it, and look at the text around it.");
}

/// Signs of Chinese, Japanese or Korean in the middle of a text in the Latin alphabet.
fn stray_script(text: &str) -> Option<std::ops::Range<usize>> {
    // All of them begin with such a byte; most texts have none.
    if text.bytes().all(|byte| byte < 0xe3) {
        return None;
    }
    let is_stray =
        |c: char| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}');
    let start = text.find(is_stray)?;
    let end = text[start..].find(|c| !is_stray(c)).map_or(text.len(), |at| start + at);
    Some(start..end)
}
