//! Markdown into HTML with holes, in one pass over the parser's events.

mod blocks;
mod callout;
mod events;
pub mod facts;
mod footnotes;
mod inline;
mod links;
#[cfg(test)]
mod tests;

use std::ops::Range;
use std::sync::Arc;

use crate::findings::Finding;

pub use events::body;
pub(crate) use events::slug;
pub use facts::Facts;

/// The text of a page as HTML, as far as it can be known from the page alone.
#[derive(Debug, Default)]
pub struct Body {
    /// HTML; at each hole something is still to be written.
    pub html: String,
    /// The holes in the order of the text.
    pub holes: Vec<Hole>,
    /// The headings in the order of the text.
    pub headings: Vec<Heading>,
    /// How many words there are to read.
    pub words: usize,
    /// What checks need to know of it.
    pub facts: Facts,
}

/// A place in the HTML that depends on something outside the page.
#[derive(Debug)]
pub struct Hole {
    /// Byte offset in the HTML.
    pub at: usize,
    /// The words in the source that asked for it.
    pub range: Range<usize>,
    /// What is to be written.
    pub want: Want,
}

/// What a hole wants.
#[derive(Debug, PartialEq, Eq)]
pub enum Want {
    /// The address of a page or file, into an attribute.
    Link(String),
    /// The address of a glossary term, into an attribute.
    Term(String),
    /// The address of a tool's page, into an attribute.
    ToolLink(String),
    /// A whole image element.
    Image {
        /// The file.
        dest: String,
        /// The text alternative.
        alt: String,
    },
    /// A whole tool.
    Tool {
        /// Its id.
        id: String,
    },
    /// The chart of a study's result, under a title.
    Chart {
        /// The result's id.
        id: String,
        /// What the chart shows, in the words of the page.
        title: String,
    },
    /// Nothing: but the numbers in these words must be those of the result with this id.
    Numbers {
        /// The result's id.
        id: String,
        /// The words.
        text: String,
    },
    /// Citations by key, each with its place.
    Cite(Vec<(String, Range<usize>)>),
    /// A message of the theme, as text.
    Word(&'static str),
    /// The crisis lines.
    CrisisLines,
}

/// A heading of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// 1 to 6.
    pub level: u8,
    /// The anchor.
    pub id: String,
    /// The text without markup.
    pub text: String,
}

/// Where Markdown comes from: for the places of findings.
pub struct Origin<'a> {
    /// The file.
    pub file: &'a Arc<str>,
    /// Byte of the file at which the Markdown starts.
    pub offset: usize,
    /// What keeps the names in this text apart from those of other texts in the same page; mostly nothing.
    pub prefix: &'a str,
    /// Whether checks will ask for the facts of this text; they take three times its memory.
    pub facts: bool,
}

/// A body and what is wrong with it.
pub type Parsed = (Body, Vec<Finding>);
