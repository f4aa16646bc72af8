//! Tables with headings, meaning without colour, headings that are headings.

use crate::check::language::Quoted;
use crate::check::{Reading, Reporter, Vocabulary};
use crate::findings::{Place, codes};
use crate::parse::markdown::facts::{Block, BlockKind};
use crate::parse::page::Page;

/// A longer bold line is a sentence that matters, not a heading.
const LONGEST_HEADING: usize = 60;

pub(super) fn check(page: &Page, body: &[Reading<'_>], vocabulary: &Vocabulary, reporter: &mut Reporter<'_>) {
    for table in &page.body.facts.tables {
        let empty = table.head.iter().filter(|cell| cell.is_empty()).count();
        // One empty corner, over a column of names, is usual.
        if empty > 1 || (empty == 1 && table.head.len() == 1) {
            let place = Place::at(reporter.file, table.place.clone());
            reporter.report(
                &codes::TABLE_WITHOUT_HEAD,
                place,
                "This table has columns without a heading.",
                "Name each column in the first row.",
            );
        }
    }
    for reading in body {
        if let Some(range) = vocabulary.by_colour.first(&reading.words) {
            let span = reading.words.span(&range);
            if !Quoted::of(reading.block).covers(&span) {
                let message =
                    format!("“{}” tells something by colour alone.", &reading.block.text[span.clone()]);
                let place = Place::at(reporter.file, reading.block.place_of(span));
                reporter.report(
                    &codes::COLOUR_ONLY,
                    place,
                    message,
                    "Name the thing as well: its words, its place in the text.",
                );
            }
        }
        if is_bold_heading(reading.block) {
            let place = Place::at(reporter.file, reading.block.place.into());
            let message = format!("“{}” looks like a heading and is none.", reading.block.text.trim());
            reporter.report(&codes::BOLD_HEADING, place, message, "Write `##` before it, without the stars.");
        }
    }
}

fn is_bold_heading(block: &Block) -> bool {
    let text = block.text.trim();
    let bold = |run: &&crate::parse::markdown::facts::Run| {
        run.style.strong || block.text[run.text.range()].trim().is_empty()
    };
    block.kind == BlockKind::Paragraph
        && block.callout.is_none()
        && !block.quoted
        && block.group == 0
        && block.runs.iter().all(|run| bold(&run))
        && text.chars().count() <= LONGEST_HEADING
        && !text.ends_with(['.', '!', '…', ',', ';', ':'])
}
