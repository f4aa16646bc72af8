//! Answers as a table for spreadsheets (RFC 4180), one answer a line. Each line has the day, so that the tables of
//! several days can stand under each other.

use crate::prelude::*;

use super::Taken;
use crate::Number;

impl Taken<'_> {
    pub(super) fn csv(&self) -> String {
        // Without this mark Excel takes the letters beyond ASCII for others.
        let mut out = String::from("\u{feff}");
        line(&mut out, ["csv-date", "csv-question", "csv-answer", "csv-points"].map(|name| self.words.phrase(name)));
        let points = |points: Option<Number>| points.map(Number::to_text).unwrap_or_default();
        for place in self.answered() {
            let answer = guarded(self.answer(place));
            line(&mut out, [self.day.to_owned(), self.words.question(place), answer, points(self.sheet.points(place))]);
        }
        for score in self.outcome.scores.iter().filter(|score| score.value.is_some()) {
            let title = self.words.score(&score.id);
            line(&mut out, [self.day.to_owned(), title, self.bands(score), points(score.value)]);
        }
        out
    }
}

fn line(out: &mut String, cells: [String; 4]) {
    for (place, cell) in cells.iter().enumerate() {
        if place > 0 {
            out.push(',');
        }
        if cell.contains(['"', ',', '\n', '\r']) {
            out.push('"');
            out.push_str(&cell.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(cell);
        }
    }
    out.push_str("\r\n");
}

/// Own words that a spreadsheet would take for a formula, made plain.
fn guarded(text: String) -> String {
    // A number below zero begins like a formula, too, and is none.
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) && Number::parse(&text).is_none() {
        return ["'", &text].concat();
    }
    text
}
