//! Which version of a tool something was made with, so that results are compared only where they mean the same.

use crate::prelude::*;
use core::fmt::Write;

use sha2::{Digest, Sha256};

use crate::{Questionnaire, Tool, checksum};

impl Tool {
    /// The stamp of the definition: sixteen hexadecimal digits. It changes with what is asked and how it is scored,
    /// and stays the same when our own explanations improve. Translations share the stamp of their original.
    pub fn stamp(&self) -> String {
        let digest = match self {
            Tool::Questionnaire(questionnaire) => Sha256::digest(asked_and_scored(questionnaire)),
            _ => Sha256::digest(self.compact()),
        };
        let mut stamp = String::new();
        for byte in &digest[..8] {
            // Writing to a string cannot fail.
            let _ = write!(stamp, "{byte:02x}");
        }
        stamp
    }
}

fn asked_and_scored(questionnaire: &Questionnaire) -> String {
    let mut text = checksum::wording(questionnaire);
    for item in &questionnaire.items {
        let _ = write!(text, "\n{} {:?}", item.id, item.kind);
    }
    for score in &questionnaire.scores {
        let _ = write!(
            text,
            "\n{} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?}",
            score.id,
            score.method,
            score.items,
            score.reverse,
            score.weights,
            score.formula,
            score.at_least,
            score.multiply,
            score.missing,
            score.max_missing,
            score.min_answered,
        );
        for band in &score.bands {
            let _ = write!(text, "\n{} {:?} {:?}", band.id, band.from, band.to);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gated() -> Questionnaire {
        let tool: Tool = toml::from_str(include_str!("../tests/gated.toml")).unwrap();
        match tool {
            Tool::Questionnaire(questionnaire) => questionnaire,
            _ => panic!("not a questionnaire"),
        }
    }

    #[test]
    fn a_stamp_follows_what_is_asked_and_scored_and_nothing_else() {
        let stamp = |change: fn(&mut Questionnaire)| {
            let mut questionnaire = gated();
            change(&mut questionnaire);
            Tool::Questionnaire(questionnaire).stamp()
        };
        let before = stamp(|_| {});
        assert_eq!(before.len(), 16);
        assert_eq!(before, stamp(|it| it.summary.push('!')));
        assert_eq!(before, stamp(|it| it.scores[0].title.push('!')));
        assert_ne!(before, stamp(|it| it.items[0].text.push('!')));
        assert_ne!(before, stamp(|it| it.scores[0].reverse.push("x".into())));
        assert_ne!(before, stamp(|it| it.scores[0].missing = crate::Missing::Minimum));
    }
}
