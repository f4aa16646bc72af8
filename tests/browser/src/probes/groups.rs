//! WCAG 1.3.1 and 4.1.2: radio buttons that answer one question are a group named by that question.
//!
//! Asked of the accessibility tree, which is what a screen reader is told, and not of the markup.

use std::collections::HashMap;

use serde_json::Value;

use crate::page::Page;

/// Radio buttons without a name, or outside of a group that has one.
#[track_caller]
pub fn groups_named(page: &Page<'_>) -> Vec<String> {
    let nodes = page.accessibility();
    let by_id: HashMap<&str, &Value> =
        nodes.iter().filter_map(|node| node["nodeId"].as_str().map(|id| (id, node))).collect();
    let mut problems = Vec::new();
    for node in nodes.iter().filter(|node| role(node) == "radio") {
        let label = name(node);
        if label.is_empty() {
            problems.push("a radio button has no name".to_owned());
        }
        if group(node, &by_id).is_none_or(str::is_empty) {
            problems.push(format!("the radio button {label:?} is in no group that has a name"));
        }
    }
    problems
}

/// The name of the nearest group around the node.
fn group<'a>(node: &Value, by_id: &HashMap<&str, &'a Value>) -> Option<&'a str> {
    let mut parent = node["parentId"].as_str();
    while let Some(&outer) = parent.and_then(|id| by_id.get(id)) {
        if ["group", "radiogroup"].contains(&role(outer)) {
            return Some(name(outer));
        }
        parent = outer["parentId"].as_str();
    }
    None
}

fn role(node: &Value) -> &str {
    node["role"]["value"].as_str().unwrap_or_default()
}

fn name(node: &Value) -> &str {
    node["name"]["value"].as_str().unwrap_or_default().trim()
}
