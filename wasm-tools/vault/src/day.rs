//! Days of the calendar, as numbers that can be compared and subtracted.

use alloc::string::String;

/// A day: how many days it is after 1 January 1970 in the calendar of today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(i32);

impl Day {
    /// The day with this number.
    pub const fn from_number(number: i32) -> Day {
        Day(number)
    }

    /// Its number.
    pub const fn number(self) -> i32 {
        self.0
    }

    /// Reads `2026-02-03`. `None` for a text of another form and for a day that does not exist.
    pub fn from_text(text: &str) -> Option<Day> {
        let bytes: &[u8; 10] = text.as_bytes().try_into().ok()?;
        let digits = |from: usize, to: usize| {
            bytes[from..to]
                .iter()
                .try_fold(0_i32, |sum, byte| byte.is_ascii_digit().then(|| sum * 10 + i32::from(byte - b'0')))
        };
        if bytes[4] != b'-' || bytes[7] != b'-' {
            return None;
        }
        let (year, month, day) = (digits(0, 4)?, digits(5, 7)?, digits(8, 10)?);
        let made = Day::of(year, month, day);
        ((1..=12).contains(&month) && made.parts() == (year, month, day)).then_some(made)
    }

    /// As `2026-02-03`.
    pub fn to_text(self) -> String {
        let (year, month, day) = self.parts();
        let mut text = String::with_capacity(10);
        for (number, width) in [(year, 4), (month, 2), (day, 2)] {
            if !text.is_empty() {
                text.push('-');
            }
            for place in (0..width).rev() {
                let digit = number / 10_i32.pow(place) % 10;
                text.push(char::from(b'0' + digit.unsigned_abs() as u8));
            }
        }
        text
    }

    /// Year, month, day. After Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
    pub fn parts(self) -> (i32, i32, i32) {
        // Years that begin in March have the leap day last.
        let days = self.0 + 719_468;
        let era = days.div_euclid(146_097);
        let of_era = days.rem_euclid(146_097);
        let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        (year + era * 400 + i32::from(month <= 2), month, day)
    }

    fn of(year: i32, month: i32, day: i32) -> Day {
        let year = year - i32::from(month <= 2);
        let era = year.div_euclid(400);
        let of_era = year.rem_euclid(400);
        let of_year = (153 * (if month > 2 { month - 3 } else { month + 9 }) + 2) / 5 + day - 1;
        Day(era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468)
    }

    /// The day so many days later.
    pub fn plus(self, days: i32) -> Day {
        Day(self.0.saturating_add(days))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_go_there_and_back() {
        assert_eq!(Day::from_text("1970-01-01"), Some(Day(0)));
        assert_eq!(Day::from_text("2000-02-29").map(Day::number), Some(11_016));
        for number in -200_000..200_000 {
            let text = Day(number).to_text();
            assert_eq!(Day::from_text(&text), Some(Day(number)), "{text}");
        }
    }

    #[test]
    fn only_days_that_exist() {
        for bad in ["2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "20-11-2026", ""] {
            assert_eq!(Day::from_text(bad), None, "{bad}");
        }
    }
}
