//! Data that people write by hand (TOML and YAML), read into types with every fault found at once.
//!
//! A file becomes a tree of [`Node`]s that remember their place. The tree is compared with the [`Shape`]
//! of the Rust type that it is meant to be, which comes from the type's own JSON Schema: the editor's
//! completion and our messages cannot disagree. Only then serde makes the value.

mod comments;
mod node;
mod read;
mod shape;
#[cfg(test)]
mod tests;
mod toml;
mod yaml;

pub use comments::{Comment, marked_comments, marked_in_bibliography};
pub use node::{Entry, Kind, Node};
pub use read::{from_node, from_toml};
pub use shape::Shape;
pub use toml::parse as parse_toml;
pub use yaml::parse as parse_yaml;
