//! Answers as plain text: to read, to send by one's own mail, to bring along.

use crate::prelude::*;

use super::Taken;

impl Taken<'_> {
    pub(super) fn plain(&self) -> String {
        let mut out = String::new();
        // Also the plainest editors on Windows show it line by line.
        let mut line = |parts: &[&str]| {
            for part in parts {
                out.push_str(part);
            }
            out.push_str("\r\n");
        };
        line(&[&self.words.phrase("title")]);
        line(&[&self.words.phrase("date"), " ", self.day]);
        line(&[]);
        for place in self.answered() {
            line(&[&self.words.question(place)]);
            line(&["   ", &self.answer(place)]);
        }
        for score in &self.outcome.scores {
            let Some(value) = score.value else { continue };
            line(&[]);
            line(&[&self.words.score(&score.id), ": ", &value.to_text()]);
            let band = self.bands(score);
            if !band.is_empty() {
                line(&[&band]);
            }
        }
        line(&[]);
        for name in ["not-diagnosis", "help", "source"] {
            line(&[&self.words.phrase(name)]);
        }
        out
    }
}
