//! Link words that say where the link leads, and numbers that can be dialled.

use crate::check::{Reporter, Vocabulary};
use crate::findings::{Place, codes};
use crate::parse::markdown::Facts;
use crate::parse::page::Page;

pub(super) fn check(page: &Page, vocabulary: &Vocabulary, reporter: &mut Reporter<'_>) {
    for link in &page.body.facts.links {
        let words = link.words.to_lowercase();
        let words = words.trim_matches(|c: char| !c.is_alphanumeric());
        if vocabulary.lists.vague_links.iter().any(|vague| vague == words) {
            let message = format!("“{}” does not say where this link leads.", link.words);
            let place = Place::at(reporter.file, link.place.into());
            reporter.report(&codes::VAGUE_LINK, place, message, "Link the words that name the page.");
        }
    }
    contacts(&page.body.facts, reporter);
}

/// Tells which numbers of a text cannot be dialled.
pub(crate) fn contacts(facts: &Facts, reporter: &mut Reporter<'_>) {
    for link in &facts.links {
        let Some((scheme @ ("tel" | "sms"), number)) = link.dest.split_once(':') else { continue };
        if !can_be_dialled(scheme, number) {
            let message = format!("`{}` cannot be dialled.", link.dest);
            reporter.report(
                &codes::BAD_CONTACT,
                Place::at(reporter.file, link.place.into()),
                message,
                "Write the digits alone, with `+` and the country where it is abroad: `tel:+18005551234`.",
            );
        }
    }
}

/// Whether a number has 2 to 15 digits and only signs that a phone understands (RFC 3966). Only a message may have a
/// text after `?`.
fn can_be_dialled(scheme: &str, number: &str) -> bool {
    let (number, rest) = number.split_once('?').map_or((number, None), |(number, rest)| (number, Some(rest)));
    let digits = number.chars().filter(char::is_ascii_digit).count();
    let signs = number.chars().enumerate().all(|(index, c)| {
        c.is_ascii_digit() || matches!(c, '-' | '.' | '(' | ')' | '*' | '#') || (c == '+' && index == 0)
    });
    let text = rest.is_none_or(|rest| scheme == "sms" && rest.starts_with("body="));
    (2..=15).contains(&digits) && signs && text
}

#[cfg(test)]
mod tests {
    use super::can_be_dialled;

    #[test]
    fn numbers() {
        for (scheme, number) in
            [("tel", "988"), ("tel", "+1-800-273-8255"), ("tel", "*4141"), ("sms", "741741?body=HOME")]
        {
            assert!(can_be_dialled(scheme, number), "{number}");
        }
        for (scheme, number) in
            [("tel", "nine"), ("tel", "1 800"), ("tel", "988?body=x"), ("tel", ""), ("sms", "1+2")]
        {
            assert!(!can_be_dialled(scheme, number), "{number}");
        }
    }
}
