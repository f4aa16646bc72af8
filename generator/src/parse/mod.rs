//! From sources to pages, tools, glossary and bibliography; each source by itself, so all at once.
//!
//! Invariant: nothing here knows of another file. Where a page's HTML depends on one (a link, a citation,
//! a tool), it has a [`markdown::Hole`] that the link stage resolves and the render stage fills.

pub mod bibliography;
pub mod evidence;
pub mod front_matter;
pub mod glossary;
pub mod markdown;
pub mod page;
pub mod tool;
