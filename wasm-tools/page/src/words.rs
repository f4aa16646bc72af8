//! Words that stand in the page, put together.

use alloc::string::{String, ToString};

use crate::Element;

/// Puts values where the page's words have `{name}`; a name that is not given stays away.
pub fn filled(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::new();
    // Split at bytes: searching for texts would double the size of a module.
    for (place, piece) in text.as_bytes().split(|byte| matches!(byte, b'{' | b'}')).enumerate() {
        let piece = core::str::from_utf8(piece).unwrap_or_default();
        let value = values.iter().find(|(name, _)| place % 2 == 1 && *name == piece);
        filled.push_str(value.map_or(piece, |(_, value)| value));
    }
    filled
}

/// A day (`2026-02-03`) in the reader's words. The element has them: in `data-date` how a date is put together, in
/// `data-months` the months.
pub fn day_in_words(holder: &Element, day: &str) -> String {
    let words = |name: &str| holder.attribute(name).unwrap_or_default();
    in_words(day, &words("data-date"), &words("data-months"))
}

/// The same for one of several things. Where others (`twins`, itself among them) have the same day, it gets its number
/// among them, as `data-twin` says it.
pub fn day_among(holder: &Element, day: &str, number: usize, twins: usize) -> String {
    let day = day_in_words(holder, day);
    if twins < 2 {
        return day;
    }
    let words = holder.attribute("data-twin").unwrap_or_default();
    filled(&words, &[("date", &day), ("number", &number.to_string())])
}

fn in_words(day: &str, pattern: &str, months: &str) -> String {
    let (Some(year), Some(month), Some(of_month)) = (day.get(..4), day.get(5..7), day.get(8..10)) else {
        return day.into();
    };
    let number = month.bytes().fold(0, |number, digit| number * 10 + usize::from(digit.wrapping_sub(b'0')));
    let month = months.as_bytes().split(|byte| *byte == b'|').nth(number.wrapping_sub(1)).unwrap_or_default();
    let month = core::str::from_utf8(month).unwrap_or_default();
    let of_month = of_month.strip_prefix('0').unwrap_or(of_month);
    filled(pattern, &[("day", of_month), ("month", month), ("year", year)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_stand_as_people_write_them() {
        let months = "enero|febrero|marzo";
        assert_eq!(in_words("2026-03-03", "{day} de {month} de {year}", months), "3 de marzo de 2026");
        assert_eq!(in_words("2026-02-20", "{month} {day}", months), "febrero 20");
        assert_eq!(in_words("2026-00-20", "{month} {day}", months), " 20");
        assert_eq!(in_words("soon", "{day}", months), "soon");
    }
}
