//! The part of a large text that a finding is shown with: whole lines; of a line that no person wrote, such as a form
//! without line breaks, the pieces around the words.

use std::borrow::Cow;
use std::ops::Range;

use super::report::position;

/// What people write is smaller, and shown out of the whole.
const LARGE: usize = 1 << 16;
/// Longer lines of large texts are shown in pieces.
const LONG: usize = 1000;
/// How much of a long line is kept on each side of the words: more than a terminal is wide.
const AROUND: usize = 200;
/// How much of long words is underlined.
const WORDS: usize = 100;

/// Some lines of a text, and the same words in them.
#[derive(Debug)]
pub(super) struct Excerpt<'a> {
    /// The lines.
    pub(super) text: Cow<'a, str>,
    /// The number of the first one.
    pub(super) line: usize,
    /// The words, in the order in which they were asked for.
    pub(super) spans: Vec<Range<usize>>,
}

/// The lines that hold these words, of which none goes on to a further line. There is at least one.
pub(super) fn excerpt(text: &str, spans: Vec<Range<usize>>) -> Excerpt<'_> {
    let lines: Vec<Range<usize>> = spans.iter().map(|span| line_around(text, span)).collect();
    let first = lines.iter().map(|line| line.start).min().unwrap_or(0);
    let last = lines.iter().map(|line| line.end).max().unwrap_or(0);
    // What stands behind the last line break is shown as the end of the line before it.
    if text.len() <= LARGE || first >= last {
        return Excerpt { text: text.into(), line: 1, spans };
    }
    let mut shown = String::new();
    let mut moved = spans.clone();
    let mut at = first;
    for line in text[first..last].split_inclusive('\n') {
        let end = at + line.trim_end_matches(['\r', '\n']).len();
        let here: Vec<usize> = (0..spans.len()).filter(|index| lines[*index].start == at).collect();
        let pieces = pieces(text, at..end, here.iter().map(|index| &spans[*index]));
        let mut taken = at;
        for piece in pieces {
            if piece.start > taken {
                shown.push('…');
            }
            for &index in &here {
                // The line break has no words.
                let start = spans[index].start.min(end);
                if (piece.start..=piece.end).contains(&start) {
                    let whole = line.len() <= LONG;
                    let stop = if whole { spans[index].end } else { clipped(text, &spans[index]) };
                    let stop = stop.clamp(start, piece.end);
                    moved[index] = shown.len() + start - piece.start..shown.len() + stop - piece.start;
                }
            }
            shown.push_str(&text[piece.clone()]);
            taken = piece.end;
        }
        if taken < end {
            shown.push('…');
        }
        shown.push_str(&text[end..at + line.len()]);
        at += line.len();
    }
    Excerpt { text: shown.into(), line: position(text, first).0, spans: moved }
}

/// The line that holds some words, without its end.
fn line_around(text: &str, words: &Range<usize>) -> Range<usize> {
    let start = text[..words.start].rfind('\n').map_or(0, |before| before + 1);
    start..text[words.end..].find('\n').map_or(text.len(), |after| words.end + after)
}

/// A line, or the pieces of a long one around some words, in order; none touches another.
fn pieces<'a>(
    text: &str,
    line: Range<usize>,
    words: impl Iterator<Item = &'a Range<usize>>,
) -> Vec<Range<usize>> {
    if line.len() <= LONG {
        return vec![line];
    }
    let around = |span: &Range<usize>| {
        let end = clipped(text, span);
        let from = floor(text, span.start.saturating_sub(AROUND)).max(line.start);
        from..floor(text, end + AROUND).min(line.end)
    };
    let mut all: Vec<Range<usize>> = words.map(around).collect();
    all.sort_by_key(|piece| piece.start);
    let mut apart: Vec<Range<usize>> = Vec::new();
    for piece in all {
        match apart.last_mut() {
            Some(last) if piece.start <= last.end => last.end = last.end.max(piece.end),
            _ => apart.push(piece),
        }
    }
    apart
}

/// Where the beginning of long words ends.
fn clipped(text: &str, words: &Range<usize>) -> usize {
    words.end.min(floor(text, words.start + WORDS))
}

/// The nearest character boundary at or before a byte, so that no range can split a character.
pub(super) fn floor(text: &str, byte: usize) -> usize {
    let mut byte = byte.min(text.len());
    while !text.is_char_boundary(byte) {
        byte -= 1;
    }
    byte
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_write_is_shown_out_of_the_whole() {
        let text = "one\ntwo\n";
        let words = 4..7;
        let excerpt = excerpt(text, vec![words.clone()]);
        assert_eq!((excerpt.text.as_ref(), excerpt.line, &excerpt.spans[0]), (text, 1, &words));
    }

    #[test]
    fn lines_of_a_large_text_keep_their_number() {
        let text = "é line\r\n".repeat(20_000);
        let at = text[..90_000].rfind('é').unwrap();
        let excerpt = excerpt(&text, vec![at..at + 2, at + 9 * 2..at + 9 * 2 + 7]);
        assert_eq!(excerpt.text, "é line\r\né line\r\né line\r");
        assert_eq!(excerpt.line, at / 9 + 1);
        assert_eq!(excerpt.spans, [0..2, 18..25]);
    }

    #[test]
    fn of_an_enormous_line_the_pieces_around_the_words_are_left() {
        let text = format!("{{}}\n{}here{}there{}", "é".repeat(100_000), "é".repeat(100_000), "é".repeat(9));
        let (here, there) = (text.find("here").unwrap(), text.rfind("there").unwrap());
        let excerpt = excerpt(&text, vec![there..there + 5, here..here + 4]);
        let (around, end) = ("é".repeat(AROUND / 2), "é".repeat(9));
        assert_eq!(excerpt.text, format!("…{around}here{around}…{around}there{end}"));
        assert_eq!(excerpt.line, 2);
        let said: Vec<&str> = excerpt.spans.iter().map(|span| &excerpt.text[span.clone()]).collect();
        assert_eq!(said, ["there", "here"]);
    }

    #[test]
    fn of_enormous_words_the_beginning_is_underlined() {
        let text = "é".repeat(100_000);
        let excerpt = excerpt(&text, vec![0..text.len(), 20..40]);
        assert_eq!(excerpt.text, format!("{}…", "é".repeat((WORDS + AROUND) / 2)));
        assert_eq!(excerpt.spans, [0..WORDS, 20..40]);
    }

    #[test]
    fn the_end_of_a_line_is_a_place_in_it() {
        for line in ["é".repeat(600), "é".repeat(400)] {
            let text = format!("{line}\r\n").repeat(100);
            let break_at = line.len();
            let excerpt = excerpt(&text, vec![break_at..break_at, break_at + 1..break_at + 1, 0..line.len()]);
            let end = excerpt.text.trim_end().len();
            assert!(excerpt.text.starts_with('é') && excerpt.spans[..2] == [end..end, end..end]);
            let underlined = if line.len() > LONG { WORDS } else { line.len() };
            assert_eq!(excerpt.spans[2], 0..underlined);
        }
    }

    #[test]
    fn the_end_of_a_text_has_a_line_too() {
        let text = "line\n".repeat(20_000);
        let end = text.len()..text.len();
        let excerpt = excerpt(&text, vec![end]);
        assert_eq!(excerpt.text.len(), text.len());
    }
}
