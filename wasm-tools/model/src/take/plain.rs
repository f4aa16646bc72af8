//! Answers as plain text: to read, to send by one's own mail, to bring along.

use crate::prelude::*;

use super::Taken;

impl Taken<'_> {
    pub(super) fn plain(&self) -> String {
        let mut lines = vec![
            self.words.phrase("title"),
            [&self.words.phrase("date"), " ", self.day].concat(),
            String::new(),
        ];
        for place in self.answered() {
            lines.push(self.words.question(place));
            lines.push(["   ", &self.answer(place)].concat());
        }
        lines.push(String::new());
        for score in &self.outcome.scores {
            let Some(value) = score.value else { continue };
            lines.push([&self.words.score(&score.id), ": ", &value.to_text()].concat());
            let band = self.bands(score);
            if !band.is_empty() {
                lines.push(band);
            }
        }
        lines.push(String::new());
        lines.extend(["not-diagnosis", "help", "source"].map(|name| self.words.phrase(name)));
        lines.retain({
            // One empty line at most between two parts.
            let mut empty = true;
            move |line| {
                let kept = !(line.is_empty() && empty);
                empty = line.is_empty();
                kept
            }
        });
        // Also the plainest editors on Windows show it line by line.
        lines.push(String::new());
        lines.join("\r\n")
    }
}
