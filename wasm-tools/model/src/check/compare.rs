//! What a translation of any kind of tool shares: the same parts as its original, in the same order.

use super::Report;
use crate::prelude::*;

/// A text that stands in one of the two only.
pub(crate) fn present(pointer: &str, key: &str, original: bool, own: bool, report: &mut Report) {
    match (original, own) {
        (true, false) => {
            let message = format!("The original has `{key}` here, and the translation has not.");
            report.add("FB0530", pointer, message, format!("Add `{key}` in this language."));
        }
        (false, true) => {
            let message = format!("The translation has `{key}` here, and the original has not.");
            report.add("FB0530", pointer, message, format!("Remove `{key}`, or add it to the original."));
        }
        _ => {}
    }
}

/// A list that must be as long as that of the original.
pub(crate) fn count(pointer: &str, what: &str, own: usize, original: usize, report: &mut Report) {
    if own != original {
        let message = format!("There must be as many {what}s as in the original: {original}, not {own}.");
        report.add("FB0530", pointer, message, "Write them in the order of the original.");
    }
}

/// Compares two lists of ids.
pub(crate) fn parts(
    (pointer, what, key): (&str, &str, &str),
    own: &[String],
    original: &[String],
    report: &mut Report,
) {
    let missing: Vec<&str> = original.iter().filter(|id| !own.contains(id)).map(String::as_str).collect();
    if !missing.is_empty() {
        let message = format!("The translation lacks a {what} of the original: {}.", missing.join(", "));
        report.add("FB0530", pointer, message, format!("Add it with the same `{key}`."));
    }
    let mut sound = missing.is_empty();
    for (index, id) in own.iter().enumerate() {
        let again = own.iter().take(index).any(|earlier| earlier == id);
        if again || !original.contains(id) {
            sound = false;
            let message = match again {
                true => format!("The translation has the {what} `{id}` twice."),
                false => format!("The original has no {what} `{id}`."),
            };
            let mend = match original.is_empty() {
                true => "Remove it.".to_owned(),
                false => format!("Those of the original are {}.", original.join(", ")),
            };
            report.add("FB0530", format!("{pointer}/{index}/{key}"), message, mend);
        }
    }
    if sound && own != original {
        let message =
            format!("The {what}s of the translation stand in another order than those of the original.");
        report.add("FB0530", pointer, message, format!("Write them in this order: {}.", original.join(", ")));
    }
}
