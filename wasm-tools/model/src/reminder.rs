//! A reminder for a calendar, as a file of RFC 5545. Its words are the page's own and neutral: calendars are shown to
//! others and copied to other devices.

use crate::date::parts;
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

    fn rule(self, of_month: u32) -> &'static str {
        match (self, of_month) {
            (Repeats::Once, _) => "",
            (Repeats::Weekly, _) => "RRULE:FREQ=WEEKLY",
            (Repeats::Fortnightly, _) => "RRULE:FREQ=WEEKLY;INTERVAL=2",
            // A month that lacks the day would be left out: there its last day counts.
            (Repeats::Monthly, 31) => "RRULE:FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1",
            (Repeats::Monthly, 30) => "RRULE:FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1",
            (Repeats::Monthly, 29) => "RRULE:FREQ=MONTHLY;BYMONTHDAY=28,29;BYSETPOS=-1",
            (Repeats::Monthly, _) => "RRULE:FREQ=MONTHLY",
        }
    }
}

/// The calendar's text. `day` as `2026-02-03` and `time` as `18:30` are the reader's own and bound to no time zone,
/// so that it rings at that time wherever they are. `now` is the present moment as `2026-02-03T09:08:07.123Z`.
/// `None` if any of these is not of its form.
pub fn calendar(words: &str, day: &str, time: &str, repeats: Repeats, now: &str) -> Option<String> {
    let (_, _, of_month) = parts(day)?;
    let time = time.get(..5).filter(|time| is_time(time))?;
    let (made, of_second) = now.split_at_checked(19)?;
    if parts(made.get(..10)?).is_none() || !is_time(made.get(11..16)?) {
        return None;
    }
    let starts = joined(&["DTSTART:", &digits(day), "T", &digits(time), "00"]);
    let stamp = joined(&[&digits(made.get(..10)?), "T", &digits(made.get(10..)?)]);
    let words = escaped(words);
    let mut text = String::new();
    for line in [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//reminder//1.0//EN",
        "BEGIN:VEVENT",
        &joined(&["UID:", &stamp, "-", &digits(of_second), "@reminder.invalid"]),
        &joined(&["DTSTAMP:", &stamp, "Z"]),
        &starts,
        "DURATION:PT15M",
        repeats.rule(of_month),
        &joined(&["SUMMARY:", &words]),
        "CLASS:PRIVATE",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        &joined(&["DESCRIPTION:", &words]),
        "TRIGGER:PT0S",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
    ] {
        if !line.is_empty() {
            fold(&mut text, line);
        }
    }
    Some(text)
}

/// A time of the day, as `18:30`.
fn is_time(text: &str) -> bool {
    let part = |from: usize, most: u32| {
        let digits = text.get(from..from + 2).filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
        digits.and_then(|part| part.parse::<u32>().ok()).is_some_and(|part| part <= most)
    };
    text.len() == 5 && part(0, 23) && text.get(2..3) == Some(":") && part(3, 59)
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// Section 3.3.11: what would end a text, or divide it, is marked.
fn escaped(words: &str) -> String {
    let mut text = String::new();
    for letter in words.trim().chars() {
        match letter {
            '\n' => text.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => {
                if matches!(letter, '\\' | ';' | ',') {
                    text.push('\\');
                }
                text.push(letter);
            }
        }
    }
    text
}

/// Section 3.1: no line is longer than 75 bytes without its end; what follows begins with a space.
fn fold(text: &mut String, line: &str) {
    let mut length = 0;
    for letter in line.chars() {
        if length + letter.len_utf8() > 75 {
            text.push_str("\r\n ");
            length = 1;
        }
        text.push(letter);
        length += letter.len_utf8();
    }
    text.push_str("\r\n");
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
        for now in ["", "2026-11-22", "2026-13-22T09:08:07.123Z"] {
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
