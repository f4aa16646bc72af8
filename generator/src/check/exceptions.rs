//! Exceptions that an author makes at one place, with a reason: `<!-- footbridge-ignore FB0406: the reason -->`, and in
//! data `# footbridge-ignore FB0406: the reason`; `authored/comments.rs` tells what that holds for.
//!
//! In a text, a comment on a line of its own holds for the block that follows it, one inside of a block for that block. A comment
//! before the first block of a page also holds for what is told of the page as a whole, at its front matter.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use super::{Reporter, levels};
use crate::authored;
use crate::config::Checks;
use crate::findings::{EXCEPTION, Finding, Place, codes};
use crate::link::Site;
use crate::parse::markdown::Facts;
use crate::parse::markdown::facts::Comment;
use crate::parse::page::Page;

/// One exception.
#[derive(Debug)]
pub(crate) struct Exception<'a> {
    file: &'a Arc<str>,
    /// Where it is written.
    place: Range<usize>,
    /// The codes.
    names: Vec<&'a str>,
    reason: &'a str,
    /// The parts of the file that it holds for.
    covered: Vec<Range<usize>>,
    /// The signs before and after it.
    signs: (&'static str, &'static str),
}

/// The exceptions on a page.
pub(crate) fn of_page(page: &Page) -> Vec<Exception<'_>> {
    let settings = page.comments.iter().map(|comment| in_data(&page.file, comment));
    settings.chain(in_text(&page.file, &page.body.facts, 0..usize::MAX)).collect()
}

/// All exceptions of a site.
pub(crate) fn of_site(site: &Site) -> Vec<Exception<'_>> {
    let parsed = &site.parsed;
    let pages = parsed.pages.iter().filter(|page| !page.faulty).flat_map(of_page);
    let tools = parsed.tools.iter().flat_map(|tool| tool.prose.iter().map(|(_, body, _)| (&tool.file, body)));
    let glossaries = parsed.glossaries.iter();
    let terms = glossaries.flat_map(|list| list.terms.iter().map(|term| (&list.file, &term.body)));
    let texts = tools.chain(terms).filter(|(_, body)| !body.facts.comments.is_empty());
    let texts = texts.flat_map(|(file, body)| in_text(file, &body.facts, extent(&body.facts)));
    let data = parsed.comments.iter();
    let data = data.flat_map(|(file, comments)| comments.iter().map(move |comment| in_data(file, comment)));
    pages.chain(texts).chain(data).collect()
}

/// The findings that are not excepted, and what is wrong with the exceptions themselves.
pub(crate) fn apply(findings: Vec<Finding>, exceptions: &[Exception<'_>], checks: &Checks) -> Vec<Finding> {
    if exceptions.is_empty() {
        return findings;
    }
    let mut left = Vec::with_capacity(findings.len());
    let mut by_file: HashMap<Arc<str>, Vec<Finding>> =
        exceptions.iter().map(|exception| (exception.file.clone(), Vec::new())).collect();
    for finding in findings {
        match by_file.get_mut(&finding.place.file) {
            Some(of_file) => of_file.push(finding),
            None => left.push(finding),
        }
    }
    for exception in exceptions {
        let mut reporter = Reporter::new(exception.file, checks, &[]);
        if let Some(of_file) = by_file.get_mut(exception.file) {
            apply_one(exception, of_file, &mut reporter);
        }
        left.append(&mut reporter.findings);
    }
    left.extend(by_file.into_values().flatten());
    left
}

/// Takes away what an exception excepts, and tells what is wrong with it.
fn apply_one(exception: &Exception<'_>, findings: &mut Vec<Finding>, reporter: &mut Reporter<'_>) {
    let names = &exception.names;
    let place = Place::at(exception.file, exception.place.clone());
    let bad = names.iter().find(|name| !is_exceptable(name));
    if names.is_empty() || bad.is_some() {
        let name = bad.copied().unwrap_or("nothing");
        let message = format!("`{name}` is no rule that can be excepted.");
        let mend = "Write the code that the finding shows, as in `FB0406`.";
        reporter.report(&codes::BAD_IGNORE, place, message, mend);
        return;
    }
    if exception.reason.trim().chars().count() < 3 {
        let message = "This exception gives no reason.";
        let (before, after) = exception.signs;
        let mend = format!("Write `{before} {EXCEPTION} {}: the reason{after}`.", names.join(" "));
        reporter.report(&codes::IGNORE_WITHOUT_REASON, place.clone(), message, mend);
    }
    let mut used = Vec::new();
    findings.retain(|finding| {
        let Some(span) = finding.place.range else { return true };
        match names.iter().find(|name| **name == finding.code) {
            Some(name) if exception.holds_at(span.start) => {
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

impl Exception<'_> {
    fn holds_at(&self, at: usize) -> bool {
        self.covered.iter().any(|range| range.contains(&at))
    }
}

/// The codes of a group that is looked at by request only from which a place is excepted.
pub(crate) fn excepted_by_request<'a>(exceptions: &'a [Exception<'a>], place: &Place) -> Vec<&'a str> {
    let Some(span) = place.range else { return Vec::new() };
    let here = exceptions.iter().filter(|one| *one.file == place.file && one.holds_at(span.start));
    here.flat_map(|one| one.names.iter().copied()).filter(|name| levels::is_by_request(name)).collect()
}

/// The exceptions in a Markdown text, which takes up `bounds` of its file.
fn in_text<'a>(file: &'a Arc<str>, facts: &'a Facts, bounds: Range<usize>) -> Vec<Exception<'a>> {
    let marked =
        facts.comments.iter().filter_map(|comment| Some((comment, comment.text.strip_prefix(EXCEPTION)?)));
    let read = |(comment, rest): (&Comment, &'a str)| {
        let (names, reason) = parts(rest);
        let covered = covered(comment, facts, &bounds);
        let signs = ("<!--", " -->");
        Exception { file, place: comment.place.clone(), names, reason, covered, signs }
    };
    marked.map(read).collect()
}

/// An exception in hand-written data.
fn in_data<'a>(file: &'a Arc<str>, comment: &'a authored::Comment) -> Exception<'a> {
    let (names, reason) = parts(&comment.text);
    let sign = if file.ends_with(".bib") { "%" } else { "#" };
    let covered = vec![comment.holds.clone()];
    Exception { file, place: comment.place.clone(), names, reason, covered, signs: (sign, "") }
}

/// The part of a file that a text takes up, as far as anything can be found in it.
fn extent(facts: &Facts) -> Range<usize> {
    let blocks = facts.blocks.iter().map(|block| block.place.range());
    let places = blocks.chain(facts.comments.iter().map(|comment| comment.place.clone()));
    let all = places.reduce(|all, place| all.start.min(place.start)..all.end.max(place.end));
    all.unwrap_or_default()
}

/// The codes of an exception, and its reason.
fn parts(rest: &str) -> (Vec<&str>, &str) {
    let (names, reason) = rest.split_once(':').unwrap_or((rest, ""));
    (names.split([' ', ',']).map(str::trim).filter(|name| !name.is_empty()).collect(), reason)
}

fn is_exceptable(name: &str) -> bool {
    levels::is_rule(name) && codes::ALL.iter().any(|code| code.id == name)
}

/// The parts of the file that a comment in a Markdown text holds for.
fn covered(comment: &Comment, facts: &Facts, bounds: &Range<usize>) -> Vec<Range<usize>> {
    let mut covered: Vec<Range<usize>> = Vec::new();
    if let Some(block) = facts.blocks.get(comment.block) {
        // A picture or a table stands between the comment and the next words.
        let block = block.place.range();
        covered.push(comment.place.start.min(block.start)..block.end);
    } else {
        covered.push(comment.place.start..bounds.end);
    }
    if comment.block == 0 && !comment.inside {
        covered.push(bounds.start..comment.place.start);
    }
    covered
}
