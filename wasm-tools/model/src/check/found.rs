//! What the tests of all checks ask: which problems a change of a sound definition brings.

use crate::prelude::*;
use crate::{CODES, Problem, Tool};

/// Codes and pointers.
pub(crate) type Found = Vec<(&'static str, String)>;

/// What the checks find in a definition after a change.
#[track_caller]
pub(crate) fn after(definition: &str, from: &str, to: &str) -> Found {
    let changed = changed(definition, from, to);
    codes_of(toml::from_str::<Tool>(&changed).expect("a tool").problems())
}

/// The text after a change, which must be one.
#[track_caller]
pub(crate) fn changed(text: &str, from: &str, to: &str) -> String {
    assert!(text.contains(from), "the test edits `{from}`");
    text.replacen(from, to, 1)
}

/// Where problems are. Each must have a documented code, and say in whole sentences what is wrong and how to mend it.
#[track_caller]
pub(crate) fn codes_of(problems: Vec<Problem>) -> Found {
    for problem in &problems {
        assert!(CODES.iter().any(|(code, _)| *code == problem.code), "{} is documented", problem.code);
        assert!(problem.message.ends_with('.') && problem.mend.ends_with('.'), "{problem:?}");
    }
    problems.into_iter().map(|problem| (problem.code, problem.pointer)).collect()
}

#[track_caller]
pub(crate) fn has(found: &[(&'static str, String)], code: &str, pointer: &str) {
    assert!(found.iter().any(|(c, p)| *c == code && p == pointer), "{code} at {pointer} in {found:?}");
}
