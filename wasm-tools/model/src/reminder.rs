//! A reminder for a calendar, as a file of RFC 5545. Its words are the page's own and neutral: calendars are shown to
//! others and copied to other devices.

use crate::date::is_date;
use crate::joined;
use crate::prelude::*;

/// How often a reminder comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repeats {
    /// On one day alone.
    Once,
    /// Every week.
    Weekly,
    /// Every second week.
    Fortnightly,
    /// Every month, on the same day of it.
    Monthly,
}

impl Repeats {
    /// The choice with this name.
    pub fn named(name: &str) -> Option<Repeats> {
        match name {
            "once" => Some(Repeats::Once),
            "week" => Some(Repeats::Weekly),
            "fortnight" => Some(Repeats::Fortnightly),
            "month" => Some(Repeats::Monthly),
            _ => None,
        }
    }

    fn rule(self, day: &[u8]) -> &'static str {
        match (self, day) {
            (Repeats::Once, _) => "",
            (Repeats::Weekly, _) => "RRULE:FREQ=WEEKLY",
            (Repeats::Fortnightly, _) => "RRULE:FREQ=WEEKLY;INTERVAL=2",
            // A month that lacks the day would be left out: there its last day counts.
            (Repeats::Monthly, [.., b'3', b'1']) => "RRULE:FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1",
            (Repeats::Monthly, [.., b'3', b'0']) => "RRULE:FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1",
            (Repeats::Monthly, [.., b'2', b'9']) => "RRULE:FREQ=MONTHLY;BYMONTHDAY=28,29;BYSETPOS=-1",
            (Repeats::Monthly, _) => "RRULE:FREQ=MONTHLY",
        }
    }
}

/// The calendar's text. `day` as `2026-02-03` and `time` as `18:30` are the reader's own and bound to no time zone,
/// so that it rings at that time wherever they are. `now` is the present moment as `2026-02-03T09:08:07.123Z`.
/// `None` if any of these is not of its form.
pub fn calendar(words: &str, day: &str, time: &str, repeats: Repeats, now: &str) -> Option<String> {
    let now = digits(now);
    let (today, clock) = now.split_at_checked(8)?;
    let (clock, of_second) = clock.split_at_checked(6)?;
    if !is_date(day) || !is_time(time.as_bytes()) || of_second.len() != 3 {
        return None;
    }
    let (first, time) = (digits(day), digits(time));
    // Some browsers give the seconds of the time, too.
    let time = time.get(..4)?;
    let rule = repeats.rule(day.as_bytes());
    let end_of_rule = if rule.is_empty() { "" } else { "\n" };
    let mut lines = Lines::default();
    lines.add("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//reminder//1.0//EN\nBEGIN:VEVENT\n");
    lines.add(&joined(&["UID:", today, "T", clock, "-", of_second, "@reminder.invalid\n"]));
    lines.add(&joined(&["DTSTAMP:", today, "T", clock, "Z\n"]));
    lines.add(&joined(&[
        "DTSTART:",
        &first,
        "T",
        time,
        "00\nDURATION:PT15M\n",
        rule,
        end_of_rule,
        "SUMMARY:",
    ]));
    lines.add_escaped(words);
    lines.add("\nCLASS:PRIVATE\nTRANSP:TRANSPARENT\nBEGIN:VALARM\nACTION:DISPLAY\nDESCRIPTION:");
    lines.add_escaped(words);
    lines.add("\nTRIGGER:PT0S\nEND:VALARM\nEND:VEVENT\nEND:VCALENDAR\n");
    Some(lines.text)
}

/// A time of the day, as `18:30`, with seconds or without.
fn is_time(time: &[u8]) -> bool {
    match time {
        [hour @ (b'0'..=b'2'), of_hour, b':', b'0'..=b'5', b'0'..=b'9', ..] => {
            of_hour.is_ascii_digit() && (*hour < b'2' || *of_hour < b'4')
        }
        _ => false,
    }
}

fn digits(text: &str) -> String {
    let mut digits = String::new();
    for byte in text.bytes().filter(u8::is_ascii_digit) {
        digits.push(byte.into());
    }
    digits
}

/// The lines of a calendar. Section 3.1: none is longer than 75 bytes without its end; what follows begins with a
/// space.
#[derive(Default)]
struct Lines {
    text: String,
    length: usize,
}

impl Lines {
    /// Adds a text of lines.
    fn add(&mut self, text: &str) {
        for letter in text.chars() {
            if letter == '\n' {
                self.text.push_str("\r\n");
                self.length = 0;
                continue;
            }
            if self.length + letter.len_utf8() > 75 {
                self.text.push_str("\r\n ");
                self.length = 1;
            }
            self.text.push(letter);
            self.length += letter.len_utf8();
        }
    }

    /// Section 3.3.11: what would end a text, or divide it, is marked.
    fn add_escaped(&mut self, words: &str) {
        let mut rest = words;
        while let Some(letter) = rest.chars().next() {
            let (piece, behind) = rest.split_at(letter.len_utf8());
            rest = behind;
            self.add(match letter {
                '\n' => "\\n",
                '\\' => "\\\\",
                ';' => "\\;",
                ',' => "\\,",
                '\0'..' ' => "",
                _ => piece,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const NOW: &str = "2026-11-22T09:08:07.123Z";

    #[test]
    fn a_reminder_each_week() {
        let text = calendar("Your reminder", "2026-11-29", "18:30", Repeats::Weekly, NOW).unwrap();
        assert_eq!(
            text.split("\r\n").collect::<Vec<_>>(),
            [
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//reminder//1.0//EN",
                "BEGIN:VEVENT",
                "UID:20261122T090807-123@reminder.invalid",
                "DTSTAMP:20261122T090807Z",
                "DTSTART:20261129T183000",
                "DURATION:PT15M",
                "RRULE:FREQ=WEEKLY",
                "SUMMARY:Your reminder",
                "CLASS:PRIVATE",
                "TRANSP:TRANSPARENT",
                "BEGIN:VALARM",
                "ACTION:DISPLAY",
                "DESCRIPTION:Your reminder",
                "TRIGGER:PT0S",
                "END:VALARM",
                "END:VEVENT",
                "END:VCALENDAR",
                "",
            ]
        );
    }

    #[test]
    fn every_choice_has_its_rule() {
        let rule = |name: &str, day: &str| {
            let text = calendar("x", day, "08:00", Repeats::named(name).unwrap(), NOW).unwrap();
            text.lines().find(|line| line.starts_with("RRULE")).unwrap_or_default().to_owned()
        };
        assert_eq!(rule("once", "2026-11-30"), "");
        assert_eq!(rule("fortnight", "2026-11-30"), "RRULE:FREQ=WEEKLY;INTERVAL=2");
        assert_eq!(rule("month", "2026-11-28"), "RRULE:FREQ=MONTHLY");
        // In February the last day takes the place of the 30th.
        assert_eq!(rule("month", "2026-11-30"), "RRULE:FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1");
        assert_eq!(rule("month", "2026-12-31"), "RRULE:FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1");
        assert_eq!(Repeats::named("hourly"), None);
    }

    #[test]
    fn only_days_and_times_that_exist() {
        let made = |day, time, now| calendar("x", day, time, Repeats::Weekly, now);
        // Some browsers give the seconds too.
        assert!(made("2026-11-29", "18:30:00", NOW).is_some());
        for (day, time) in [
            ("", "18:30"),
            ("2026-02-30", "18:30"),
            ("2026-11-29", ""),
            ("2026-11-29", "24:00"),
            ("2026-11-29", "6 pm"),
            ("2026-11-29", "+1:00"),
        ] {
            assert_eq!(made(day, time, NOW), None, "{day} {time}");
        }
        for now in ["", "2026-11-22", "2026-11-22T09:08:07Z"] {
            assert_eq!(made("2026-11-29", "18:30", now), None, "{now}");
        }
    }

    proptest! {
        /// RFC 5545, sections 3.1 and 3.3.11: short lines, and the words come back whole.
        #[test]
        fn any_words_are_folded_and_come_back(words in "[ -~áéñ–語;,\\\\\n]{1,200}") {
            let words = words.trim();
            let text = calendar(words, "2026-11-29", "18:30", Repeats::Monthly, NOW).unwrap();
            prop_assert!(text.split("\r\n").all(|line| line.len() <= 75 && !line.contains(['\r', '\n'])));
            let whole = text.replace("\r\n ", "");
            let summary = whole.split("\r\n").find_map(|line| line.strip_prefix("SUMMARY:")).unwrap();
            let mut read = String::new();
            let mut letters = summary.chars();
            while let Some(letter) = letters.next() {
                read.push(match letter {
                    '\\' => match letters.next() {
                        Some('n') => '\n',
                        next => next.unwrap(),
                    },
                    letter => letter,
                });
            }
            prop_assert_eq!(read, words);
        }
    }
}
