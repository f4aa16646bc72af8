//! Wording: words that hurt, judge or endanger, and what to write instead. The rules are data: `en.toml`, `es.toml`
//! and what a site adds.

mod exempt;
mod pattern;
mod register;
mod rules;

use std::ops::Range;

pub(crate) use exempt::Quoted;
pub(crate) use pattern::{Finder, Phrase};
pub(crate) use register::one_register;
pub(crate) use rules::{Compiled, Lists, Rules, built_in, finder};

use super::Reporter;
use super::text::{Gap, Words};
use crate::findings::{Code, Place};
use crate::parse::markdown::facts::{Block, BlockKind};

/// Tells the words of a block that a rule advises against.
pub(crate) fn check(
    block: &Block,
    words: &Words<'_>,
    sentences: &[Range<usize>],
    rules: &Rules,
    reporter: &mut Reporter<'_>,
) {
    let found = rules.finder.find(words);
    if found.is_empty() {
        return;
    }
    let quoted = Quoted::of(block);
    let mut told_to = 0;
    for (range, owner) in found {
        let rule = &rules.list[owner];
        let span = words.span(&range);
        // What lies in a longer phrase that was told is one cause.
        if span.start < told_to || !rule.holds(words, &range, sentences, rules) {
            continue;
        }
        if quoted.covers(&span) || is_name(block, words, &range) || block.style_at(span.start).code {
            continue;
        }
        let sentence = sentences.iter().find(|sentence| sentence.contains(&span.start)).unwrap_or(&span);
        if reporter.is_instrument_wording(&block.text[sentence.clone()]) {
            continue;
        }
        told_to = span.end;
        report(rule, &block.text[span.clone()], block.place_of(span), reporter);
    }
}

fn report(rule: &Compiled, said: &str, place: Range<usize>, reporter: &mut Reporter<'_>) {
    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
    let code: &Code = rule.code;
    let message = format!("“{said}”: {}.", lower_first(code.title));
    let place = Place::at(reporter.file, place);
    reporter.report_named(code, &rule.rule.name, place, message, mend(&rule.rule.say), &rule.rule.why);
}

/// The better words as an instruction: a sentence stands as it is, words are quoted.
fn mend(say: &str) -> String {
    if say.ends_with('.') { say.to_owned() } else { format!("Write “{say}”.") }
}

fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_lowercase().chain(chars).collect()).unwrap_or_default()
}

/// Whether the words are a name: several words, each with a capital, in the middle of a sentence. A heading may have
/// capitals without being one.
fn is_name(block: &Block, words: &Words<'_>, range: &Range<usize>) -> bool {
    let mut long = range.clone().filter(|index| words.written(*index).len() > 3).peekable();
    let mut capitals = || long.peek().is_some() && long.all(|index| words.is_capital(index));
    let is_heading = matches!(block.kind, BlockKind::Heading(_));
    if range.len() < 2 || is_heading || !capitals() {
        return false;
    }
    // With the word before or after: "the National Institute on Drug Abuse".
    let before =
        range.start.checked_sub(1).is_some_and(|index| words.is_capital(index) || words.small(index) == "on");
    let after = range.end < words.list.len() && words.list[range.end].gap != Gap::Break && {
        words.is_capital(range.end) || matches!(words.small(range.end), "and" | "of" | "y" | "de")
    };
    before || after || range.start > 0
}

#[cfg(test)]
mod tests;
