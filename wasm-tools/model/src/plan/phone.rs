//! Telephone numbers as people write them, and the addresses by which a telephone calls them.

use crate::prelude::*;

/// A number that a telephone can call. It holds digits and at most a plus sign before them, and nothing else, so
/// an address made of it can lead nowhere but to a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phone(String);

impl Phone {
    /// Reads a number as it is written: up to the first letter, without the signs that only group its digits.
    /// Letters that stand for digits, as in "1-800-273-TALK", are read as such.
    /// Nothing if it has fewer than 3 digits or more than 15, the most that a number can have; and nothing rather
    /// than a wrong number.
    pub fn read(text: &str) -> Option<Phone> {
        let mut number = String::new();
        let mut before = ' ';
        let mut bracket = 0;
        let mut has_keys = false;
        for sign in text.trim().chars() {
            match sign {
                '0'..='9' => number.push(sign),
                '+' if number.is_empty() => number.push('+'),
                '(' => bracket = number.len(),
                // "+44 (0)20 …": this zero is dialled only within the country, where the first part is not.
                ')' if before == '0' && number.starts_with('+') && number.len() == bracket + 1 => {
                    number.pop();
                }
                ' ' | '-' | '.' | ')' | '/' | '\u{a0}' | '\u{2010}'..='\u{2013}' => {}
                _ if sign.is_ascii_alphabetic() && is_toll_free_begun(&number) => {
                    has_keys = true;
                    number.push(key_of(sign));
                    // Behind its last letter the digits often stand once more.
                    if !is_toll_free_begun(&number) {
                        break;
                    }
                }
                // "555-HELP": where such a number ends is not known, and what stands before is none.
                _ if sign.is_ascii_alphabetic() && before == '-' && number.len() < 7 => return None,
                // An extension, or words such as "home": what stands before them can be called.
                _ if is_letter(sign) || matches!(sign, ',' | ';' | '#') => break,
                _ => return None,
            }
            before = sign;
        }
        if has_keys && is_toll_free_begun(&number) {
            return None;
        }
        let digits = number.trim_start_matches('+').len();
        (3..=15).contains(&digits).then_some(Phone(number))
    }

    /// The address that calls it.
    pub fn call(&self) -> String {
        crate::joined(&["tel:", &self.0])
    }

    /// The address that writes to it.
    pub fn message(&self) -> String {
        crate::joined(&["sms:", &self.0])
    }
}

/// Whether it begins as the numbers of North America that cost the caller nothing, which are given in letters more
/// than any other, and is not whole yet: ten digits, behind a 1 eleven.
fn is_toll_free_begun(number: &str) -> bool {
    let number = number.trim_start_matches('+').as_bytes();
    // 800, 833, 844, 855, 866, 877 and 888.
    matches!(number.strip_prefix(b"1").unwrap_or(number),
        [b'8', second @ (b'0' | b'3'..=b'8'), third, rest @ ..] if second == third && rest.len() < 7)
}

/// The key of a telephone that bears a letter of ASCII.
fn key_of(letter: char) -> char {
    let place = u32::from(letter.to_ascii_lowercase()).wrapping_sub(u32::from('a'));
    b"22233344455566677778889999".get(place as usize).map_or('0', |key| char::from(*key))
}

/// A letter of the scripts that most plans are written in. The table of all letters would be two kilobytes of every
/// page; a number with a rarer letter behind it is shown and can be dialled, only not by one press.
fn is_letter(sign: char) -> bool {
    sign.is_ascii_alphabetic()
        || matches!(sign,
            '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{f6}' | '\u{f8}'..='\u{24f}' // Latin
            | '\u{370}'..='\u{373}' | '\u{386}' | '\u{388}'..='\u{481}' | '\u{48a}'..='\u{556}' // Greek to Armenian
            | '\u{5d0}'..='\u{5ea}' | '\u{620}'..='\u{64a}' | '\u{904}'..='\u{939}' // Hebrew, Arabic, Devanagari
            | '\u{e01}'..='\u{e30}' | '\u{1e00}'..='\u{1eff}' | '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fa}'
            | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}') // Thai, Vietnamese, Japanese, Chinese, Korean
}

#[cfg(test)]
mod tests {
    use super::Phone;
    use proptest::prelude::*;

    fn call(text: &str) -> Option<std::string::String> {
        Phone::read(text).map(|phone| phone.call())
    }

    #[test]
    fn numbers_as_people_write_them() {
        for (written, called) in [
            ("988", "tel:988"),
            ("+1 (555) 010-0199", "tel:+15550100199"),
            ("555.010.0142 ext 7", "tel:5550100142"),
            ("555 0100 (home)", "tel:5550100"),
            ("030/12 34 56", "tel:030123456"),
            ("555 0100 ñ", "tel:5550100"),
            ("555 0100 дом", "tel:5550100"),
            ("555 0100 家", "tel:5550100"),
            ("1-800-FLOWERS", "tel:18003569377"),
            ("1-800-273-TALK (8255)", "tel:18002738255"),
            ("+1 (800) 950-NAMI", "tel:+18009506264"),
            ("800 GO FEDEX", "tel:8004633339"),
            ("1-800-CONTACTS", "tel:18002668228"),
            ("800 911 2000 día y noche", "tel:8009112000"),
            ("1-800-662-4357 ext 7", "tel:18006624357"),
            ("988 LIFELINE", "tel:988"),
            ("112 EMERGENCIAS", "tel:112"),
            ("1737 NEED TO TALK", "tel:1737"),
            ("555-0100-home", "tel:5550100"),
            ("+44 (0)20 7946 0018", "tel:+442079460018"),
            ("+49 (0) 30 23125 000", "tel:+493023125000"),
            ("(0)30 23125 000", "tel:03023125000"),
        ] {
            assert_eq!(call(written).as_deref(), Some(called), "{written}");
        }
        for no_number in [
            "",
            "12",
            "Ana",
            "at the door",
            "javascript:alert(1)",
            "tel:988",
            "1234567890123456",
            "9*8*8",
            "555-HELP",
            "1-800-HELP",
        ] {
            assert_eq!(call(no_number), None, "{no_number}");
        }
    }

    proptest! {
        #[test]
        fn an_address_holds_digits_alone(text in "\\PC{0,40}") {
            if let Some(phone) = Phone::read(&text) {
                let call = phone.call();
                let number = call.strip_prefix("tel:").expect("a call");
                let digits = number.strip_prefix('+').unwrap_or(number);
                prop_assert!(digits.bytes().all(|byte| byte.is_ascii_digit()) && (3..=15).contains(&digits.len()));
            }
        }
    }
}
