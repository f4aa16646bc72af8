//! From hand-written text to a Rust value, all faults at once.

use std::sync::Arc;

use serde::de::DeserializeOwned;

use super::{Node, Shape, toml};
use crate::findings::{Finding, Place, codes};

/// Makes the value of a node, after its shape was checked. `None` when there are errors.
pub fn from_node<T: DeserializeOwned>(
    node: &Node,
    shape: &Shape,
    file: &Arc<str>,
    what: &str,
) -> (Option<T>, Vec<Finding>) {
    let mut findings = shape.check(node, file, what);
    if !findings.is_empty() {
        return (None, findings);
    }
    match serde_json::from_value(node.to_json()) {
        Ok(value) => (Some(value), findings),
        Err(error) => {
            // The schema cannot say everything that a type demands; serde has the last word.
            let message = format!("{what} cannot be read: {error}.");
            findings.push(Finding::new(
                &codes::WRONG_VALUE,
                Place::at(file, node.range.clone()),
                message,
                "",
            ));
            (None, findings)
        }
    }
}

/// Reads a whole TOML file; also returns its nodes, to find the place of later findings.
pub fn from_toml<T: DeserializeOwned>(
    file: &Arc<str>,
    text: &str,
    shape: &Shape,
    what: &str,
) -> (Option<T>, Node, Vec<Finding>) {
    let (node, mut findings) = toml::parse(file, text, 0);
    let syntax_is_wrong = !findings.is_empty();
    let (value, more) = from_node(&node, shape, file, what);
    // After a syntax error keys may be missing that are there; unknown and wrong ones are real.
    findings.extend(more.into_iter().filter(|f| !syntax_is_wrong || f.code != codes::MISSING_KEY.id));
    (value.filter(|_| !syntax_is_wrong), node, findings)
}
