//! A block of text, read: its words and sentences.

use std::ops::Range;

use super::text::{Words, sentences, words};
use crate::parse::markdown::facts::{Block, BlockKind, Extent, Run, Style};
use crate::parse::page::Page;

/// A block with its words and sentences.
pub(crate) struct Reading<'a> {
    pub(crate) block: &'a Block,
    pub(crate) words: Words<'a>,
    pub(crate) sentences: Vec<Range<usize>>,
    /// Whether some of it is code.
    pub(crate) has_code: bool,
}

impl<'a> Reading<'a> {
    pub(crate) fn of(block: &'a Block) -> Reading<'a> {
        let has_code = block.runs.iter().any(|run| run.style.code);
        Reading { block, words: words(&block.text), sentences: sentences(&block.text), has_code }
    }

    /// Whether the block is running text of the page's own: no heading, no table, no quotation, not the crisis panel.
    pub(crate) fn is_prose(&self) -> bool {
        let kind = matches!(self.block.kind, BlockKind::Paragraph | BlockKind::Item | BlockKind::Note);
        kind && !self.block.quoted && self.block.callout != Some("crisis")
    }
}

/// The title, summary and evidence statement of a page as blocks, in the order in which they are read.
pub(crate) fn front_matter(page: &Page) -> Vec<Block> {
    let evidence = page.front.evidence.as_ref().map_or("", |evidence| evidence.statement.as_str());
    let texts = [
        (page.front.title.as_str(), "/title", BlockKind::Heading(1)),
        (page.front.summary.as_str(), "/summary", BlockKind::Paragraph),
        (evidence, "/evidence/statement", BlockKind::Paragraph),
    ];
    let texts = texts.into_iter().filter(|(text, ..)| !text.is_empty());
    texts
        .map(|(text, pointer, kind)| {
            let place = Extent::from(page.node.nearest(pointer).range.clone());
            let run = Run { text: (0..text.len()).into(), place, style: Style::default() };
            Block {
                kind,
                callout: None,
                quoted: false,
                cites: false,
                group: 0,
                text: text.into(),
                runs: Box::new([run]),
                place,
            }
        })
        .collect()
}
