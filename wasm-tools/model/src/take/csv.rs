//! Answers as a table for spreadsheets (RFC 4180), one answer a line. Each line has the day, so that the tables of
//! several days can stand under each other.

use crate::joined;
use crate::prelude::*;

use super::Taken;
use crate::Number;

impl Taken<'_> {
    pub(super) fn csv(&self) -> String {
        // Without this mark Excel takes the letters beyond ASCII for others.
        let mut out = String::from("\u{feff}");
        let heading = |name: &str| self.words.phrase(name);
        let points = |points: Option<Number>| points.map(Number::to_text).unwrap_or_default();
        line(
            &mut out,
            &heading("csv-date"),
            &heading("csv-question"),
            &heading("csv-answer"),
            &heading("csv-points"),
        );
        for place in self.answered() {
            let answer = guarded(self.answer(place));
            line(&mut out, self.day, &self.words.question(place), &answer, &points(self.sheet.points(place)));
        }
        for score in self.outcome.scores.iter().filter(|score| score.value.is_some()) {
            line(&mut out, self.day, &self.words.score(&score.id), &self.bands(score), &points(score.value));
        }
        out
    }
}

fn line(out: &mut String, day: &str, question: &str, answer: &str, points: &str) {
    out.push_str(day);
    for cell in [question, answer, points] {
        out.push(',');
        let quoted = cell.bytes().any(|byte| matches!(byte, b'"' | b',' | b'\n' | b'\r'));
        if quoted {
            out.push('"');
        }
        for letter in cell.chars() {
            if letter == '"' {
                out.push('"');
            }
            out.push(letter);
        }
        if quoted {
            out.push('"');
        }
    }
    out.push_str("\r\n");
}

/// Own words that a spreadsheet would take for a formula, made plain.
fn guarded(text: String) -> String {
    let begins = matches!(text.as_bytes().first(), Some(b'=' | b'+' | b'-' | b'@' | b'\t' | b'\r'));
    // A number below zero begins like a formula, too, and is none.
    if begins && Number::parse(&text).is_none() { joined(&["'", &text]) } else { text }
}
