//! Phone numbers in texts: those of `site.toml` are checked on a day, others by nobody.

use std::collections::HashSet;
use std::ops::Range;

use crate::check::{Context, Reading, Reporter};
use crate::config::Config;
use crate::findings::{Place, codes};
use crate::parse::page::Page;

/// Crisis numbers that are still copied from page to page and are no longer right, with what became of them.
const DEAD: &[(&str, &str)] = &[
    ("18334564566", "Canada's line is 9-8-8 since 2023."),
    ("08457909090", "Samaritans can be called at 116 123."),
    ("8002900024", "Línea de la Vida can be called at 800 911 2000."),
    ("18005990019", "KIRAN has become part of Tele-MANAS, 14416."),
];

/// The numbers of a site's crisis lines, as digits.
#[derive(Debug, Default)]
pub(crate) struct Numbers(HashSet<String>);

impl Numbers {
    pub(crate) fn of(config: &Config) -> Numbers {
        let countries = config.crisis.iter().flat_map(|crisis| &crisis.countries);
        let numbers = countries.flat_map(|country| {
            let lines = country.lines.iter().flat_map(|line| {
                let notes = line
                    .note
                    .values()
                    .flat_map(|note| numbers_in(note).into_iter().map(|at| digits(&note[at])));
                line.call.iter().chain(&line.text).map(|number| digits(number)).chain(notes)
            });
            lines.chain([digits(&country.emergency)])
        });
        Numbers(numbers.collect())
    }
}

pub(super) fn check(page: &Page, body: &[Reading<'_>], context: &Context<'_>, reporter: &mut Reporter<'_>) {
    for reading in body {
        for span in numbers_in(&reading.block.text) {
            let number = digits(&reading.block.text[span.clone()]);
            let place = Place::at(reporter.file, reading.block.place_of(span));
            judge(&number, place, context, reporter);
        }
    }
    for link in &page.body.facts.links {
        let Some(number) = link.dest.strip_prefix("tel:").or_else(|| link.dest.strip_prefix("sms:")) else {
            continue;
        };
        let number = digits(number.split('?').next().unwrap_or(""));
        let is_in_words = numbers_in(&link.words).into_iter().any(|at| digits(&link.words[at]) == number);
        if !is_in_words && number.len() >= 7 {
            judge(&number, Place::at(reporter.file, link.place.into()), context, reporter);
        }
    }
}

fn judge(number: &str, place: Place, context: &Context<'_>, reporter: &mut Reporter<'_>) {
    if let Some((_, now)) = DEAD.iter().find(|(dead, _)| *dead == number) {
        reporter.report(
            &codes::DEAD_NUMBER,
            place,
            format!("This number is no longer right: {number}."),
            *now,
        );
    } else if !context.numbers.0.contains(number) {
        let message = format!("site.toml has no line with the number {number}.");
        let mend = "Put it into `[crisis]` with the day on which you checked it, and link to the page with the crisis lines.";
        reporter.report(&codes::PHONE_IN_TEXT, place, message, mend);
    }
}

/// Whether the digits of a text hold a number that is no longer right, however they are parted. A quick look, before the
/// words are known.
pub(crate) fn may_hold_dead_number(text: &str) -> bool {
    let mut run = Vec::new();
    let mut rest = text.as_bytes();
    while let Some(apart) = rest.iter().position(u8::is_ascii_digit) {
        // Markup may stand between two groups of one number.
        if apart > 8 {
            run.clear();
        }
        run.push(rest[apart]);
        if DEAD.iter().any(|(dead, _)| run.ends_with(dead.as_bytes())) {
            return true;
        }
        rest = &rest[apart + 1..];
    }
    false
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// Where phone numbers stand in a text: seven to thirteen digits in at least two groups, or after a `+`.
fn numbers_in(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = bytes[at..].iter().position(u8::is_ascii_digit) {
        at += next;
        let start = at;
        let mut end = at;
        while at < bytes.len() {
            let c = bytes[at];
            let joins = matches!(c, b' ' | b'-' | b'.' | b'(' | b')')
                && bytes
                    .get(at + 1)
                    .is_some_and(|next| next.is_ascii_digit() || matches!(next, b'(' | b' ' | b'-'));
            if c.is_ascii_digit() {
                end = at + 1;
            } else if !joins || at > end + 1 {
                break;
            }
            at += 1;
        }
        at = at.max(end);
        let before = text[..start].chars().next_back();
        let after = text[end..].chars().next();
        let glued = |c: Option<char>| {
            c.is_some_and(|c| c.is_alphanumeric() || matches!(c, '/' | '_' | '%' | '=' | ','))
        };
        if !glued(before)
            && !after.is_some_and(|c| c.is_alphanumeric() || c == '/' || c == '%')
            && is_phone(&text[start..end], before)
        {
            found.push(start..end);
        }
    }
    found
}

fn is_phone(text: &str, before: Option<char>) -> bool {
    let groups: Vec<&str> =
        text.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty()).collect();
    let count: usize = groups.iter().map(|group| group.len()).sum();
    let is_year = |group: &&str| group.len() == 4 && (group.starts_with("19") || group.starts_with("20"));
    let is_date = groups.len() == 3 && (is_year(&groups[0]) || is_year(&groups[2])) && count == 8;
    // "52 702 000" is a number of people, unless it is as long as a phone number.
    let is_amount =
        !text.contains('-') && groups.len() > 1 && groups[1..].iter().all(|group| group.len() == 3);
    (7..=13).contains(&count)
        && (groups.len() > 1 || before == Some('+'))
        && !groups.iter().filter(|group| is_year(group)).count().ge(&2)
        && !is_date
        && !is_amount
        && groups.len() <= 6
        && !text.starts_with("978")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dead_number_is_suspected_however_it_is_written() {
        for text in [
            "Samaritans: 08457 90 90 90.",
            "[call](tel:08457909090)",
            "**0845**-790 *9090*",
            "1 8, 1-833-456-4566",
        ] {
            assert!(may_hold_dead_number(text), "{text}");
        }
        for text in ["116 123", "08457 and in another sentence 909090", ""] {
            assert!(!may_hold_dead_number(text), "{text}");
        }
    }

    #[test]
    fn phone_numbers_and_not_years_dates_or_amounts() {
        let found = |text: &str| numbers_in(text).into_iter().map(|at| digits(&text[at])).collect::<Vec<_>>();
        assert_eq!(found("Call 1-800-273-8255 or (204) 677-1234."), ["18002738255", "2046771234"]);
        assert_eq!(found("Samaritans: 08457 90 90 90"), ["08457909090"]);
        for text in [
            "2019-2021",
            "2026-11-22",
            "1 000 000 people",
            "52,702 people",
            "1.5",
            "10.1000/182-1234",
            "988",
            "5 to 10 minutes 30",
        ] {
            assert!(found(text).is_empty(), "{text}: {:?}", found(text));
        }
    }
}
