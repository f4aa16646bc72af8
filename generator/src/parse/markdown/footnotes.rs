//! Footnotes: letters in the text, since numbers are the sources', and all notes at its end with a way back.

use std::ops::Range;

use super::Want;
use super::events::{Pass, slug};
use crate::findings::codes;

/// The notes of a text.
#[derive(Default)]
pub(super) struct Footnotes {
    /// Names in the order in which the text first refers to them.
    order: Vec<String>,
    defined: Vec<Note>,
}

/// One note.
struct Note {
    name: String,
    /// The events of its text.
    events: Range<usize>,
    /// Where it is written.
    place: Range<usize>,
}

impl Footnotes {
    /// Remembers the text of a note.
    pub(super) fn define(&mut self, name: String, events: Range<usize>, place: Range<usize>) {
        self.defined.push(Note { name, events, place });
    }

    /// The mark of a note in the text. Only the first is the target of the way back.
    pub(super) fn refer(&mut self, name: &str) -> String {
        let known = self.order.iter().position(|known| known == name);
        let place = known.unwrap_or_else(|| {
            self.order.push(name.to_owned());
            self.order.len() - 1
        });
        let target = target(name);
        let id = if known.is_none() { format!(" id=\"{target}-ref\"") } else { String::new() };
        format!("<sup class=\"footnote\"><a href=\"#{target}\"{id}>{}</a></sup>", letter(place))
    }
}

impl Pass<'_> {
    /// Writes the notes that the text refers to, in that order.
    pub(super) fn write_footnotes(&mut self) {
        let unused: Vec<(String, Range<usize>)> = self
            .footnotes
            .defined
            .iter()
            .filter(|note| !self.footnotes.order.contains(&note.name))
            .map(|note| (note.name.clone(), note.place.clone()))
            .collect();
        for (name, place) in unused {
            let message = format!("Nothing refers to the footnote `{name}`.");
            self.finding(
                &codes::UNUSED_NOTE,
                place,
                message,
                format!("Refer to it with `[^{name}]`, or remove it."),
            );
        }
        if self.footnotes.order.is_empty() {
            return;
        }
        self.raw("<ol class=\"footnotes\" type=\"a\">\n");
        let mut next = 0;
        // A note may refer to a further one, so the list can grow while it is written.
        while let Some(name) = self.footnotes.order.get(next).cloned() {
            next += 1;
            let note = self.footnotes.defined.iter().find(|note| note.name == name);
            let Some(events) = note.map(|note| note.events.clone()) else { continue };
            let target = target(&name);
            self.raw(format!("<li id=\"{target}\">\n"));
            self.walk(events.start, events.end);
            self.raw(format!("<p><a href=\"#{target}-ref\">"));
            self.hole(0..0, Want::Word("footnote-back"));
            self.raw("</a></p></li>\n");
        }
        self.raw("</ol>\n");
    }
}

/// The anchor of a note. The first letters keep it apart from every heading's.
fn target(name: &str) -> String {
    format!("fb-note-{}", slug(name))
}

/// a, b, … z, aa, ab, …
fn letter(place: usize) -> String {
    let last = char::from(b'a' + (place % 26) as u8);
    if place < 26 { last.to_string() } else { format!("{}{last}", letter(place / 26 - 1)) }
}

#[cfg(test)]
mod tests {
    #[test]
    fn letters_go_on_after_z() {
        let letters: Vec<String> = [0, 25, 26, 51, 52].into_iter().map(super::letter).collect();
        assert_eq!(letters, ["a", "z", "aa", "az", "ba"]);
    }
}
