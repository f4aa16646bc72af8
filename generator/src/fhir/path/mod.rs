//! The part of FHIRPath in which totals are written: read ([`parse`]), understood over the items of the file
//! ([`meaning`], its [`steps`] and [`calls`]) as a number ([`expr`]), and said as a score of ours. Anything else is refused in words.

mod calls;
pub(super) mod expr;
mod links;
pub(super) mod meaning;
pub(super) mod parse;
mod steps;

/// An expression in a message: one line of at most 120 characters.
pub(super) fn shortened(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(120) {
        Some((end, _)) => format!("`{}…`", &line[..end]),
        None => format!("`{line}`"),
    }
}
