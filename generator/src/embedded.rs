//! What the binary carries in itself: the default theme, and the script that brings tools to life.
//!
//! Both are made by `build.rs`, so an installed binary needs no other file.

/// The lines that start a tool page: quick exit, paper, and the tools of the kinds that stand in for the mark.
const BOOT: &str = include_str!(concat!(env!("OUT_DIR"), "/boot.js"));

/// The lines that drive the vault, on pages in which something can be kept.
const STORE: &str = include_str!(concat!(env!("OUT_DIR"), "/store.js"));

/// What each module adds: its bindings and its WebAssembly. There is one for each kind of tool (`plan`), one for each
/// kind with the vault in it (`plan-kept`), and the vault alone (`keep`).
const MODULES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/modules.rs"));

/// Named beside the kinds of tools where something can be kept.
pub(crate) const KEEP: &str = "keep";

/// The script of a page with tools of some kinds, to stand inline in the page and be allowed there by its hash.
/// Classic, not a module, so that it also runs from `file://`.
pub(crate) fn tool_script(kinds: &[&str]) -> String {
    let mut names: Vec<String> =
        kinds.iter().filter(|kind| **kind != KEEP).map(|kind| (*kind).to_owned()).collect();
    let keeps = kinds.contains(&KEEP);
    if keeps {
        match names.first_mut() {
            Some(first) => first.push_str("-kept"),
            None => names.push(KEEP.to_owned()),
        }
    }
    let parts = MODULES.iter().filter(|(name, _)| names.iter().any(|needed| needed == name));
    let parts: String = parts.map(|(_, part)| *part).collect();
    BOOT.replace("/* @kinds */", &parts).replace("/* @store */", if keeps { STORE } else { "" })
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
        let part = |name: &str| MODULES.iter().find(|(known, _)| *known == name).unwrap().1;
        for kind in ["checklist", "plan", "questionnaire"] {
            assert!(tool_script(&[kind]).contains(part(kind)), "{kind}");
            assert!(!tool_script(&[kind]).contains(STORE), "{kind}");
            // One module holds both, so that nothing is sent twice.
            let kept = tool_script(&[kind, KEEP]);
            assert!(kept.contains(part(&format!("{kind}-kept"))) && kept.contains(STORE), "{kind}");
            assert_eq!(kept.matches("module: '").count(), 1, "{kind}");
        }
        assert!(tool_script(&[KEEP]).contains(part(KEEP)));
    }
}
