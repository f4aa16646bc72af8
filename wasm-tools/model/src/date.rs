//! Days of the calendar as people write them in files: year-month-day.

use crate::prelude::*;

/// Whether the text is a day of the calendar as year-month-day. Such texts sort like the days that they name.
pub fn is_date(text: &str) -> bool {
    let mut parts = [0_u32; 3];
    if text.len() != 10 {
        return false;
    }
    for (place, byte) in text.bytes().enumerate() {
        let part = usize::from(place > 4) + usize::from(place > 7);
        match byte {
            b'-' if place == 4 || place == 7 => {}
            b'0'..=b'9' if place != 4 && place != 7 => {
                if let Some(part) = parts.get_mut(part) {
                    *part = *part * 10 + u32::from(byte - b'0');
                }
            }
            _ => return false,
        }
    }
    let [year, month, day] = parts;
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1..=days).contains(&day)
}

/// The year, the month and the day.
pub fn parts(day: &str) -> Option<(u32, u32, u32)> {
    if !is_date(day) {
        return None;
    }
    let part = |from: usize, to: usize| day.get(from..to)?.parse().ok();
    Some((part(0, 4)?, part(5, 7)?, part(8, 10)?))
}

/// The day that comes this many days later.
pub fn later(day: &str, days: u16) -> Option<String> {
    let (mut year, mut month, mut of_month) = parts(day)?;
    for _ in 0..days {
        of_month += 1;
        if !is_date(&text(year, month, of_month)) {
            (month, of_month) = (month + 1, 1);
        }
        if month > 12 {
            (year, month) = (year + 1, 1);
        }
    }
    Some(text(year, month, of_month))
}

fn text(year: u32, month: u32, day: u32) -> String {
    let two = |part: u32| [if part < 10 { "0" } else { "" }, &part.to_string()].concat();
    let year = year.to_string();
    ["000".get(year.len().saturating_sub(1)..).unwrap_or_default(), &year, "-", &two(month), "-", &two(day)]
        .concat()
}

#[cfg(test)]
mod tests {
    use super::{is_date, later};

    #[test]
    fn days_go_over_the_ends_of_months_and_years() {
        for (day, days, then) in [
            ("2026-11-22", 0, "2026-11-22"),
            ("2026-11-22", 30, "2026-12-22"),
            ("2024-02-28", 1, "2024-02-29"),
            ("2026-12-31", 1, "2027-01-01"),
            ("2026-01-01", 365, "2027-01-01"),
        ] {
            assert_eq!(later(day, days).as_deref(), Some(then), "{days} after {day}");
        }
        assert_eq!(later("soon", 1), None);
    }

    #[test]
    fn only_days_that_exist() {
        for good in ["2026-11-20", "2024-02-29", "2000-02-29"] {
            assert!(is_date(good), "{good}");
        }
        for bad in
            ["2026-02-29", "1900-02-29", "2026-13-01", "2026-1-1", "20-11-2026", "today", "", "2026-04-31"]
        {
            assert!(!is_date(bad), "{bad}");
        }
    }
}
