//! Figures: each has its source in the same paragraph, list or table, or right beside it.

use std::ops::Range;

use crate::check::language::Quoted;
use crate::check::text::Gap;
use crate::check::{Reading, Reporter, Vocabulary};
use crate::findings::{Place, codes};
use crate::parse::markdown::facts::{Block, BlockKind};
use crate::parse::page::Page;

/// What an author makes up to explain something needs no source.
const INVENTED: &[&str] = &["example", "story", "check", "reflect", "facilitator", "crisis"];

pub(super) fn check(page: &Page, body: &[Reading<'_>], vocabulary: &Vocabulary, reporter: &mut Reporter<'_>) {
    for (index, reading) in body.iter().enumerate() {
        let block = reading.block;
        let skipped = matches!(block.kind, BlockKind::Heading(_) | BlockKind::CalloutTitle)
            || block.quoted
            || block.callout.is_some_and(|callout| INVENTED.contains(&callout));
        if skipped {
            continue;
        }
        let Some(figure) = first_figure(reading, vocabulary) else { continue };
        let span = reading.words.span(&figure);
        if Quoted::of(block).covers(&span) || has_source(page, body, index) {
            continue;
        }
        // The sign belongs to its number.
        let end = span.end + block.text[span.end..].find('%').filter(|at| *at <= 2).map_or(0, |at| at + 1);
        let span = span.start..end;
        let said = &block.text[span.clone()];
        let place = Place::at(reporter.file, block.place_of(span.clone()));
        let message = format!("“{said}” has no source.");
        reporter.report(&codes::UNCITED_FIGURE, place, message, "Cite it in the same paragraph: `[@key]`.");
    }
}

/// Whether a source stands in the block, in its list or table, in the paragraph before or after, or in the same callout.
fn has_source(page: &Page, body: &[Reading<'_>], index: usize) -> bool {
    let block = body[index].block;
    let belongs = |other: &Block| {
        (block.group != 0 && other.group == block.group)
            || (block.callout.is_some() && other.callout == block.callout)
    };
    let cites = |index: usize| {
        let block = body[index].block;
        let linked = || {
            page.body.facts.links.iter().any(|link| {
                link.block == index && (link.dest.starts_with("http") || link.dest.starts_with("evidence:"))
            })
        };
        block.cites || linked()
    };
    let mut start = index;
    while start > 0 && belongs(body[start - 1].block) {
        start -= 1;
    }
    let mut end = index + 1;
    while end < body.len() && belongs(body[end].block) {
        end += 1;
    }
    let is_beside = |other: usize| !matches!(body[other].block.kind, BlockKind::Heading(_));
    (start..end).any(cites)
        || (start > 0 && is_beside(start - 1) && cites(start - 1))
        || (end < body.len() && is_beside(end) && cites(end))
}

/// The first figure of a block: "20 %", "3 in 10", "one in four".
fn first_figure(reading: &Reading<'_>, vocabulary: &Vocabulary) -> Option<Range<usize>> {
    let words = &reading.words;
    let count = words.list.len();
    let is_number = |index: usize| {
        index < count
            && words.list[index].signs.number
            && words.written(index).len() < 4
            && words.written(index).chars().all(|c| c.is_ascii_digit())
    };
    for index in 0..count {
        if !is_number(index) {
            continue;
        }
        let after = reading.block.text[words.list[index].at.end..].trim_start();
        let small = |at: usize| if at < count { words.small(at) } else { "" };
        // A decimal part is a word of its own: "0.5 %".
        let is_part = index > 0
            && words.list[index].gap == Gap::Break
            && is_number(index - 1)
            && reading.block.text[words.list[index - 1].at.end..words.list[index].at.start].trim().len() == 1;
        let start = if is_part { index - 1 } else { index };
        let percent = after.starts_with('%')
            || matches!(small(index + 1), "percent" | "percentage")
            || (matches!(small(index + 1), "per" | "por") && matches!(small(index + 2), "cent" | "ciento"));
        if percent && words.written(start) != "100" {
            return Some(start..index + 1);
        }
        let round = |at: usize| {
            is_number(at) && matches!(words.written(at), "10" | "20" | "50" | "100")
                || matches!(small(at), "ten" | "hundred" | "diez" | "cien")
        };
        let parted = |to: usize| (index + 1..=to).all(|at| at < count && words.list[at].gap != Gap::Break);
        // "1 in 5" is a share; "2 in 2019" is none.
        let number = |at: usize| words.written(at).parse::<u16>().unwrap_or(0);
        let is_share = small(index + 1) == "in"
            && is_number(index + 2)
            && number(index) < number(index + 2)
            && number(index + 2) <= 20;
        let share = (matches!(small(index + 1), "in" | "of" | "de")
            && (round(index + 2) || is_share)
            && parted(index + 2))
            || (small(index + 1) == "out"
                && small(index + 2) == "of"
                && is_number(index + 3)
                && parted(index + 3))
            || (small(index + 1) == "de"
                && small(index + 2) == "cada"
                && (is_number(index + 3) || round(index + 3))
                && parted(index + 3));
        if share {
            let end = (index + 3..=(index + 4).min(count))
                .find(|end| words.written(end - 1).starts_with(|c: char| c.is_ascii_digit()));
            return Some(index..end.unwrap_or(index + 3));
        }
    }
    vocabulary.amounts.first(words)
}
