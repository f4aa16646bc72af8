//! Texts made of parts.

use crate::prelude::*;

/// One text of several. The same as `concat`, whose checks of its own arithmetic would be two thousand bytes of
/// every module.
pub fn joined(parts: &[&str]) -> String {
    let mut text = String::new();
    for part in parts {
        text.push_str(part);
    }
    text
}
