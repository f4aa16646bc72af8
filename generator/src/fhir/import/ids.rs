//! From a linkId to a short name in the definition.

use std::collections::BTreeSet;

use super::tree::Tree;

/// Words that mean something else in a formula.
const RESERVED: &[&str] = &["and", "or", "not", "if", "min", "max", "sum", "count", "round", "answered"];

/// Gives every item its id. What is a good id already stays as it is.
pub(super) fn assign(tree: &mut Tree<'_>) {
    let mut taken: BTreeSet<String> = BTreeSet::new();
    for entry in &mut tree.entries {
        if is_id(&entry.link) && taken.insert(entry.link.clone()) {
            entry.id.clone_from(&entry.link);
        }
    }
    for entry in tree.entries.iter_mut().filter(|entry| entry.id.is_empty()) {
        entry.id = unique(&kebab(&entry.link, "q"), &mut taken);
    }
}

fn is_id(text: &str) -> bool {
    text.len() <= 60 && kebab(text, "q") == text
}

/// Small letters, digits and hyphens, beginning with a letter.
pub(super) fn kebab(text: &str, before: &str) -> String {
    let mut id = String::new();
    for c in text.chars().take(60) {
        if c.is_ascii_alphanumeric() {
            id.push(c.to_ascii_lowercase());
        } else if !id.is_empty() && !id.ends_with('-') {
            id.push('-');
        }
    }
    let id = id.trim_end_matches('-');
    if id.starts_with(|c: char| c.is_ascii_lowercase()) && !RESERVED.contains(&id) {
        id.to_owned()
    } else if RESERVED.contains(&id) {
        format!("{before}-{id}")
    } else {
        format!("{before}{id}")
    }
}

/// The name itself, or with the first number behind it that is free.
pub(super) fn unique(id: &str, taken: &mut BTreeSet<String>) -> String {
    let mut name = id.to_owned();
    let mut number = 2;
    while !taken.insert(name.clone()) {
        name = format!("{id}-{number}");
        number += 1;
    }
    name
}
