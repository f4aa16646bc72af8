//! What the binary carries in itself: the default theme, and the script that brings tools to life.
//!
//! Both are made by `build.rs`, so an installed binary needs no other file.

/// The script of a tool page: quick exit, bindings and WebAssembly in one, to stand inline in the page and be
/// allowed there by its hash. Classic, not a module, so that it also runs from `file://`.
pub(crate) const TOOL_SCRIPT: &str = include_str!(concat!(env!("OUT_DIR"), "/tools.js"));

/// Every file of the default theme `daylight`: its path inside the theme (`templates/page.html`) and its
/// bytes, sorted by path.
pub(crate) static THEME: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/theme.rs"));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_theme_and_the_script_are_inside() {
        assert!(THEME.iter().any(|(path, _)| *path == "templates/page.html"));
        assert!(THEME.is_sorted_by_key(|(path, _)| *path));
        assert!(!TOOL_SCRIPT.contains("</script"), "the script could close its own element");
    }
}
