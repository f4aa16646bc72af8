//! A study's result as a picture: for each group a hundred dots, as many filled as people had the outcome.
//!
//! The sentence beside each picture says the same, so the picture is hidden from screen readers.

use std::fmt::Write;

use super::Shared;
use super::text::push_citation;
use crate::config::Words;
use crate::html::escape_into;

/// Dots stand in rows of ten, this far apart.
const STEP: usize = 12;

/// Writes the chart of a result, in a language.
pub(super) fn push(
    html: &mut String,
    shared: &Shared<'_>,
    result: usize,
    title: &str,
    number: Option<usize>,
    language: usize,
) {
    let evidence = shared.site.parsed.evidence.as_ref();
    let Some((result, _)) = evidence.and_then(|evidence| evidence.results.get(result)) else { return };
    let languages = &shared.site.languages;
    let word = |words: &Words| {
        let words = words.get(&languages[language]).or_else(|| words.get(&languages[0]));
        words.cloned().unwrap_or_default()
    };
    html.push_str("<figure class=\"chart\"><figcaption>");
    escape_into(html, title);
    html.push_str("</figcaption><div class=\"chart-arms\">\n");
    let (in_100, outcome) = (shared.word(language, "chart-in-100"), word(&result.outcome));
    for arm in &result.arms {
        html.push_str("<div class=\"chart-arm\">");
        push_dots(html, usize::from(arm.per_100));
        let _ = write!(html, "<p><strong>{} ", arm.per_100);
        escape_into(html, &in_100);
        html.push_str("</strong> ");
        escape_into(html, &format!("{outcome} {}", word(&arm.label)));
        html.push_str("</p></div>\n");
    }
    html.push_str("</div><p class=\"chart-note\">");
    escape_into(html, &format!("{} {}", shared.word(language, "chart-dots"), word(&result.certainty)));
    push_citation(html, shared, number.as_slice(), language);
    html.push_str("</p></figure>\n");
}

/// A hundred rings, and the first of them filled: told apart by form, not by colour.
fn push_dots(html: &mut String, filled: usize) {
    let (all, filled) = (path(100), path(filled));
    let _ = write!(
        html,
        "<svg viewBox=\"0 0 120 120\" aria-hidden=\"true\" focusable=\"false\"><path class=\"ring\" d=\"{all}\"/>\
         <path class=\"hole\" d=\"{all}\"/><path class=\"dot\" d=\"{filled}\"/></svg>"
    );
}

/// A path whose round dashes are the first dots of a hundred. It goes a little beyond the last dot of a row: browsers
/// leave out a dash at the very end of a line.
fn path(dots: usize) -> String {
    let row = |row: usize| {
        let length = (dots - row * 10).min(10) - 1;
        format!("M6 {}h{}", 6 + row * STEP, length * STEP + 1)
    };
    (0..dots.min(100).div_ceil(10)).map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::path;

    #[test]
    fn the_path_passes_as_many_dots_as_people() {
        assert_eq!(path(0), "");
        assert_eq!(path(1), "M6 6h1");
        assert_eq!(path(10), "M6 6h109");
        assert_eq!(path(23), "M6 6h109M6 18h109M6 30h25");
    }
}
