//! Footbridge: Markdown and tool definitions in, a finished and private website out.
//!
//! The stages, in the order of the data: [`read`] the disk, [`parse`] each file by itself, [`link`] them into a
//! site, [`check`] its texts, [`render`] it with a theme, [`publish`] it. [`pipeline`] puts them together, [`cli`] is what people
//! type. [`authored`] (hand-written data) and [`findings`] (what is wrong, and where) serve all of them.

pub mod authored;
pub mod check;
pub mod cli;
pub mod config;
mod embedded;
mod external;
pub mod fhir;
pub mod findings;
mod html;
pub mod link;
pub mod parse;
pub mod pipeline;
pub mod publish;
pub mod read;
pub mod render;
pub mod serve;
mod text_bytes;

// Two files of the build script. Cargo tests none, so their tests run here.
#[cfg(test)]
#[path = "../build/bytes.rs"]
mod bytes;
#[cfg(test)]
#[path = "../build/rows.rs"]
mod rows;
