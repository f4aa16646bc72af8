//! Words that stand in the page, put together.

use alloc::string::String;

/// How large something is, in whole kilobytes.
pub(crate) fn kilobytes(bytes: usize) -> String {
    number(i32::try_from(bytes.div_ceil(1000)).unwrap_or(i32::MAX))
}

/// A whole number of at least nothing.
pub(crate) fn number(number: i32) -> String {
    let mut digits = String::new();
    let mut rest = number.max(0);
    loop {
        digits.insert(0, char::from(b'0' + (rest % 10) as u8));
        rest /= 10;
        if rest == 0 {
            return digits;
        }
    }
}

/// The number that an id or a version stands for in the page.
pub(crate) fn id_of(text: &str) -> u64 {
    let digits = text.bytes().filter_map(|byte| char::from(byte).to_digit(16));
    digits.fold(0, |number, digit| number << 4 | u64::from(digit))
}

/// An id as it stands in the page: sixteen hexadecimal digits.
pub(crate) fn id(id: u64) -> String {
    (0..16).rev().map(|place| char::from(b"0123456789abcdef"[(id >> (place * 4) & 15) as usize])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_ids_as_text() {
        assert_eq!([number(0), number(7), number(2026)], ["0", "7", "2026"]);
        assert_eq!(kilobytes(8506), "9");
        assert_eq!(id(0x0123_4567_89ab_cdef), "0123456789abcdef");
        assert_eq!(id_of(&id(u64::MAX - 7)), u64::MAX - 7);
    }
}
