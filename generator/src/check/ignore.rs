//! Exceptions that an author makes at one place, with a reason: `<!-- footbridge-ignore FB0406: the reason -->`.
//!
//! A comment on a line of its own holds for the block that follows it, one inside of a block for that block. A comment
//! before the first block also holds for what is told of the page as a whole, at its front matter.

use std::ops::Range;

use super::{Reporter, levels};
use crate::findings::{Finding, Place, codes};
use crate::parse::markdown::Facts;
use crate::parse::markdown::facts::Comment;

const MARK: &str = "footbridge-ignore";

/// Puts the findings that are not excepted into the reporter, and tells exceptions that are faulty themselves.
pub(crate) fn apply(findings: Vec<Finding>, facts: &Facts, reporter: &mut Reporter<'_>) {
    let comments: Vec<(&Comment, &str)> = facts
        .comments
        .iter()
        .filter_map(|comment| Some((comment, comment.text.strip_prefix(MARK)?)))
        .collect();
    if comments.is_empty() {
        reporter.findings.extend(findings);
        return;
    }
    let mut left = findings;
    for (comment, rest) in comments {
        let (names, reason) = parts(rest);
        let place = Place::at(reporter.file, comment.place.clone());
        let bad = names.iter().find(|name| !is_exceptable(name));
        if names.is_empty() || bad.is_some() {
            let name = bad.copied().unwrap_or("nothing");
            let message = format!("`{name}` is no rule that can be excepted.");
            reporter.report(
                &codes::BAD_IGNORE,
                place,
                message,
                "Write the code that the finding shows, as in `FB0406`.",
            );
            continue;
        }
        if reason.trim().chars().count() < 3 {
            let message = "This exception gives no reason.";
            let mend = format!("Write `<!-- footbridge-ignore {}: the reason -->`.", names.join(" "));
            reporter.report(&codes::IGNORE_WITHOUT_REASON, place.clone(), message, mend);
        }
        let covered = covered(comment, facts);
        let mut used = Vec::new();
        left.retain(|finding| {
            let Some(span) = finding.place.range else { return true };
            let is_here = covered.iter().any(|range| range.start <= span.start && span.start < range.end);
            match names.iter().find(|name| **name == finding.code) {
                Some(name) if is_here => {
                    used.push(*name);
                    false
                }
                _ => true,
            }
        });
        let unused = |name: &&&str| !used.contains(name) && !levels::is_by_request(name);
        if let Some(unused) = names.iter().find(unused) {
            let message = format!("There is no finding {unused} here.");
            reporter.report(&codes::UNUSED_IGNORE, place, message, "Remove this comment.");
        }
    }
    reporter.findings.extend(left);
}

/// The codes of a group that is looked at by request only from which a place is excepted.
pub(crate) fn excepted_by_request(facts: &Facts, start: usize) -> Vec<&str> {
    let comments = facts.comments.iter();
    let here = comments.filter(|comment| covered(comment, facts).iter().any(|range| range.contains(&start)));
    let names = here.filter_map(|comment| comment.text.strip_prefix(MARK)).flat_map(|rest| parts(rest).0);
    names.filter(|name| levels::is_by_request(name)).collect()
}

/// The codes of an exception, and its reason.
fn parts(rest: &str) -> (Vec<&str>, &str) {
    let (names, reason) = rest.split_once(':').unwrap_or((rest, ""));
    (names.split([' ', ',']).map(str::trim).filter(|name| !name.is_empty()).collect(), reason)
}

fn is_exceptable(name: &str) -> bool {
    levels::is_rule(name) && codes::ALL.iter().any(|code| code.id == name)
}

/// The parts of the file that a comment holds for.
fn covered(comment: &Comment, facts: &Facts) -> Vec<Range<usize>> {
    let mut covered: Vec<Range<usize>> = Vec::new();
    if let Some(block) = facts.blocks.get(comment.block) {
        // A picture or a table stands between the comment and the next words.
        covered.push(comment.place.start.min(block.place.start)..block.place.end);
    } else {
        covered.push(comment.place.start..usize::MAX);
    }
    if comment.block == 0 && !comment.inside {
        covered.push(0..comment.place.start);
    }
    covered
}
