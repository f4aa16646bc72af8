//! Footbridge: Markdown and tool definitions in, a finished and private website out.
pub mod authored;
pub mod config;
mod embedded;
pub mod findings;
pub mod parse;
pub mod read;
pub mod render;
