//! Bytes as text that can stand in a page: the tools' modules, and their definitions.
//!
//! Base64 would hide from a compressing server what repeats in a module: three bytes become four letters, so
//! the same bytes look different at each offset, and a module weighs a third more on the way. Here each byte is
//! one letter: itself where it is plain, else one of the 256 letters from U+0100 on. No control character and
//! nothing that HTML or a script would take for its own is among them. The reader in `boot.js` needs one line.

/// Which bytes become plain letters. Measured over all 256 values: with this one a module is smallest.
const MASK: u8 = 65;

/// The text of some bytes.
pub(crate) fn write(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| letter(byte ^ MASK)).collect()
}

fn letter(byte: u8) -> char {
    match byte {
        b'\'' | b'"' | b'\\' | b'<' | b'&' => lettered(byte),
        b' '..=b'~' => char::from(byte),
        _ => lettered(byte),
    }
}

/// The letter whose low byte this is.
fn lettered(byte: u8) -> char {
    char::from_u32(0x100 | u32::from(byte)).unwrap_or_default()
}
