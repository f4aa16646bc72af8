//! The checksum of an instrument's wording, so that no later edit changes a published questionnaire unseen.

use crate::prelude::*;
use core::fmt::Write;

use sha2::{Digest, Sha256};

use crate::Questionnaire;

/// SHA-256 over every official word, one per line: the stem, then each question followed by its options
/// (`score label`). Our own texts around the instrument are free to improve and do not count.
pub(crate) fn wording(questionnaire: &Questionnaire) -> String {
    let mut text = questionnaire.stem.clone().unwrap_or_default();
    text.push('\n');
    for item in &questionnaire.items {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{}", item.text);
        // The words at the ends of a scale are part of the form, too.
        for end in [&item.low, &item.high].into_iter().flatten() {
            let _ = writeln!(text, "{end}");
        }
        for option in questionnaire.options_of(item) {
            let score = option.score.map(|score| score.to_string()).unwrap_or_default();
            let _ = writeln!(text, "{score} {}", option.label);
        }
    }
    let mut checksum = String::from("sha256:");
    for byte in Sha256::digest(text.as_bytes()) {
        let _ = write!(checksum, "{byte:02x}");
    }
    checksum
}
