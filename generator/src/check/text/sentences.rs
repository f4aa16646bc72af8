//! A text cut into sentences.

use std::ops::Range;

/// Short forms whose stop does not end a sentence, in small letters and without that stop.
const SHORT: &[&str] = &[
    // English
    "dr", "mr", "mrs", "ms", "prof", "st", "vs", "e.g", "i.e", "etc", "no", "fig", "approx", "a.m", "p.m",
    "u.s", "u.k", "al", "jr", "sr", "inc", "ph.d", "vol", "cf", // Spanish
    "dra", "sra", "srta", "ud", "uds", "p. ej", "ej", "núm", "pág", "ee", "uu", "a. m", "p. m", "av", "tel",
];

/// The sentences of a text, without the space around them. What has no stop at its end is one as well.
pub(crate) fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut all = Vec::new();
    let mut start = 0;
    let mut from = 0;
    while let Some(at) = next_stop(text, from) {
        // Further stops, closing quotes and brackets belong to the sentence.
        let belongs = ['.', '!', '?', '…', '”', '"', '’', '»', ')', ']'];
        let rest = text[at..].trim_start_matches(belongs);
        let end = text.len() - rest.len();
        from = end;
        let c = text.as_bytes()[at];
        let next = rest.trim_start().chars().next();
        let parted = rest.is_empty() || rest.starts_with(char::is_whitespace);
        let begins = next.is_none_or(|next| {
            next.is_uppercase()
                || next.is_numeric()
                || matches!(next, '“' | '"' | '‘' | '«' | '¿' | '¡' | '(' | '*')
        });
        if parted && begins && !(c == b'.' && is_short(&text[start..at], next)) {
            push(text, start..end, &mut all);
            start = end;
        }
    }
    push(text, start..text.len(), &mut all);
    all
}

/// The next sign that may end a sentence.
fn next_stop(text: &str, from: usize) -> Option<usize> {
    let mut from = from;
    loop {
        // The first byte of `…` begins other signs as well.
        let may_be = |byte: &u8| matches!(byte, b'.' | b'!' | b'?' | 0xe2);
        let at = from + text.as_bytes()[from..].iter().position(may_be)?;
        if text.as_bytes()[at] != 0xe2 || text[at..].starts_with('…') {
            return Some(at);
        }
        from = at + 1;
    }
}

/// Whether the word before a stop is a short form or an initial. "a.m." ends a sentence when a capital follows.
fn is_short(before: &str, next: Option<char>) -> bool {
    let word =
        before.rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '“' | '"')).next().unwrap_or("");
    let small = word.to_lowercase();
    let is_time = matches!(small.as_str(), "a.m" | "p.m" | "m" | "etc" | "no" | "al");
    if is_time && next.is_some_and(char::is_uppercase) {
        return false;
    }
    let initial = word.chars().count() == 1 && word.chars().all(|c| c.is_uppercase()) && word != "I";
    initial || SHORT.contains(&small.as_str())
}

fn push(text: &str, range: Range<usize>, all: &mut Vec<Range<usize>>) {
    let part = &text[range.clone()];
    let from = range.start + part.len() - part.trim_start().len();
    let to = range.start + part.trim_end().len();
    if text[from..to.max(from)].chars().any(char::is_alphanumeric) {
        all.push(from..to);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        sentences(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn stops_end_sentences_and_short_forms_do_not() {
        assert_eq!(cut("Ask Dr. Ruiz. She knows."), ["Ask Dr. Ruiz.", "She knows."]);
        assert_eq!(
            cut("It costs 3.5 points (e.g. Two). Fine!"),
            ["It costs 3.5 points (e.g. Two).", "Fine!"]
        );
        assert_eq!(cut("“Are you safe?” Then wait."), ["“Are you safe?”", "Then wait."]);
        assert_eq!(cut("¿Cómo estás? ¡Ánimo!"), ["¿Cómo estás?", "¡Ánimo!"]);
        assert_eq!(cut("Call at 9 a.m. Then rest."), ["Call at 9 a.m.", "Then rest."]);
        assert_eq!(cut("no stop at all"), ["no stop at all"]);
    }
}
