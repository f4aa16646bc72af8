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
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if !matches!(c, '.' | '!' | '?' | '…') {
            continue;
        }
        // Further stops, closing quotes and brackets belong to the sentence.
        let mut end = at + c.len_utf8();
        while let Some((next, sign)) = chars.peek().copied() {
            if !matches!(sign, '.' | '!' | '?' | '…' | '”' | '"' | '’' | '»' | ')' | ']') {
                break;
            }
            end = next + sign.len_utf8();
            chars.next();
        }
        let rest = &text[end..];
        let next = rest.trim_start().chars().next();
        let parted = rest.is_empty() || rest.starts_with(char::is_whitespace);
        let begins = next.is_none_or(|next| {
            next.is_uppercase()
                || next.is_numeric()
                || matches!(next, '“' | '"' | '‘' | '«' | '¿' | '¡' | '(' | '*')
        });
        if parted && begins && !(c == '.' && is_short(&text[start..at], next)) {
            push(text, start..end, &mut all);
            start = end;
        }
    }
    push(text, start..text.len(), &mut all);
    all
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
