//! A day of the calendar as a number, so that days can be counted without a clock.

use crate::date::is_date;
use crate::prelude::*;

/// A day, counted from the first of March in the year 0. Days sort and subtract.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(u32);

impl Day {
    /// Reads year-month-day.
    pub fn parse(text: &str) -> Option<Day> {
        // A day before March of the year 0 has no number; no list is that old.
        if !is_date(text) || text < "1900-01-01" {
            return None;
        }
        let part = |from: usize, to: usize| text.get(from..to)?.parse::<u32>().ok();
        let (year, month, day) = (part(0, 4)?, part(5, 7)?, part(8, 10)?);
        // A year that begins in March ends with the day that is sometimes there.
        let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
        Some(Day(year * 365 + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + day - 1))
    }

    /// Year, month and day.
    pub fn parts(self) -> (u32, u32, u32) {
        let era = self.0 / 146_097;
        let of_era = self.0 % 146_097;
        let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month + 2) / 5 + 1;
        let year = era * 400 + year;
        if month < 10 { (year, month + 3, day) } else { (year + 1, month - 9, day) }
    }

    /// The day as year-month-day.
    pub fn to_text(self) -> String {
        let (year, month, day) = self.parts();
        let mut text = String::new();
        // Digit by digit: the browser then carries no formatting code.
        for (number, mut place) in [(year, 1000), (month, 10), (day, 10)] {
            if !text.is_empty() {
                text.push('-');
            }
            while place > 0 {
                text.push(char::from_digit(number / place % 10, 10).unwrap_or('0'));
                place /= 10;
            }
        }
        text
    }

    /// How many days lie between an earlier day and this one; 0 if it is not earlier.
    pub fn since(self, earlier: Day) -> u32 {
        self.0.saturating_sub(earlier.0)
    }

    /// The day so many days later.
    pub fn plus(self, days: u32) -> Day {
        Day(self.0.saturating_add(days))
    }

    /// The number of the day.
    pub(crate) fn number(self) -> u32 {
        self.0
    }

    /// The day of a number: what comes out of foreign bytes can be any.
    pub(crate) fn of_number(number: u32) -> Option<Day> {
        (693_901..803_351).contains(&number).then_some(Day(number))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_of_two_centuries_comes_back() {
        let first = Day::parse("1900-01-01").unwrap();
        let mut before = String::new();
        for number in 0..73_000 {
            let day = first.plus(number);
            let text = day.to_text();
            assert_eq!(Day::parse(&text), Some(day));
            assert!(before < text && Day::of_number(day.0) == Some(day), "{text}");
            before = text;
        }
        let (leap, next) = (Day::parse("2024-02-28").unwrap(), Day::parse("2024-03-01").unwrap());
        assert_eq!((next.since(leap), leap.since(next)), (2, 0));
        assert_eq!(Day::parse("2026-02-30"), None);
    }
}
