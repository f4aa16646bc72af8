//! What the binary carries in itself: the default theme, and the script that brings tools to life.
//!
//! Both are made by `build.rs`, so an installed binary needs no other file.

/// The lines that start a tool page: quick exit, paper, and the tools of the kinds that stand in for the mark.
const BOOT: &str = include_str!(concat!(env!("OUT_DIR"), "/boot.js"));

/// What keeps things, on pages in which something can be kept.
const STORE: &str = include_str!(concat!(env!("OUT_DIR"), "/store.js"));

/// What each kind of tool adds: its bindings and its WebAssembly.
const KINDS: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/kinds.rs"));

/// Named beside the kinds of tools where something can be kept.
pub(crate) const KEEP: &str = "keep";

/// The script of a page with tools of some kinds, to stand inline in the page and be allowed there by its hash.
/// Classic, not a module, so that it also runs from `file://`.
pub(crate) fn tool_script(kinds: &[&str]) -> String {
    let parts: String =
        KINDS.iter().filter(|(kind, _)| kinds.contains(kind)).map(|(_, part)| *part).collect();
    let store = if kinds.contains(&KEEP) { STORE } else { "" };
    BOOT.replace("/* @kinds */", &parts).replace("/* @store */", store)
}

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
        assert!(!tool_script(&[]).contains("module: "), "a page carries only the kinds that it holds");
        for (kind, part) in KINDS {
            assert!(tool_script(&[kind]).contains(part), "{kind}");
        }
    }
}
