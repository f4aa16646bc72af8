//! Days of the calendar as people write them in files: year-month-day.

/// Whether the text is a day of the calendar as year-month-day. Such texts sort like the days that they name.
pub(crate) fn is_date(text: &str) -> bool {
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

#[cfg(test)]
mod tests {
    use super::is_date;

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
