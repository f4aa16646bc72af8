//! What axe cannot decide: checks of a page by looking at it and by using it.
//!
//! Each function gives back plain problems, one a line; none is good. They leave the page's size and
//! preferences as they find them only where they say so, so run each on a page that may be changed.

mod focus;
mod groups;
mod ids;
mod reflow;
mod spacing;
mod targets;

pub use focus::{focus_order, focus_visible};
pub use groups::groups_named;
pub use ids::ids;
pub use reflow::{magnified, reflow, zoom};
pub use spacing::text_spacing;
pub use targets::target_size;

use serde_json::Value;

/// Functions that the scripts of several probes share.
const SHARED: &str = include_str!("shared.js");

/// Runs a probe's script, whose last expression is a list of texts.
#[track_caller]
fn listed(page: &crate::Page<'_>, script: &str) -> Vec<String> {
    let answer = page.eval(&format!("(() => {{ {SHARED}\n return {script} }})()"));
    let Value::Array(lines) = answer else { panic!("a probe gives back a list, not {answer}") };
    lines.iter().map(|line| line.as_str().unwrap_or_default().to_owned()).collect()
}
