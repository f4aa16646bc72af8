//! What the binary carries in itself: the default theme, and the script that brings tools to life.
//!
//! Both are made by `build.rs`, so an installed binary needs no other file.

/// The script of a tool page: quick exit, bindings and WebAssembly in one, to stand inline in the page and be
/// allowed there by its hash. Classic, not a module, so that it also runs from `file://`.
pub const TOOL_SCRIPT: &str = include_str!(concat!(env!("OUT_DIR"), "/tools.js"));

/// Every file of the default theme `daylight`: its path inside the theme (`templates/page.html`) and its
/// bytes, sorted by path.
pub static THEME: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/theme.rs"));

/// The bytes of a file of the default theme.
pub fn theme_file(path: &str) -> Option<&'static [u8]> {
    THEME.binary_search_by(|(name, _)| name.cmp(&path)).ok().map(|place| THEME[place].1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_theme_file_is_found_by_its_path() {
        for (path, bytes) in THEME {
            assert_eq!(theme_file(path), Some(*bytes), "{path}");
        }
        assert_eq!(theme_file("templates/none.html"), None);
    }

    #[test]
    fn the_script_can_stand_inline() {
        assert!(!TOOL_SCRIPT.contains("</script") && !TOOL_SCRIPT.contains("<!--"));
        assert!(!TOOL_SCRIPT.contains("fetch"));
    }
}
