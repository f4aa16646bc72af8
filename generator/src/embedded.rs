//! What the binary carries in itself: the default theme, and the script that brings tools to life.
//!
//! Both are made by `build.rs`, so an installed binary needs no other file.

/// The lines that start a tool page: quick exit, paper, and the tools of the kinds that stand in for the mark.
const BOOT: &str = include_str!(concat!(env!("OUT_DIR"), "/boot.js"));

/// The lines that drive the vault, on pages in which something can be kept.
const STORE: &str = include_str!(concat!(env!("OUT_DIR"), "/store.js"));

/// The lines that hand answers over to the page beside this one, in which they can be kept.
const HANDING_OVER: &str = include_str!(concat!(env!("OUT_DIR"), "/hand-over.js"));

/// What each module adds: its bindings and its WebAssembly. There is one for each kind of tool (`plan`), one for each
/// kind with the vault in it (`plan-kept`), and the vault alone (`keep`).
const MODULES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/modules.rs"));

/// Named beside the kinds of tools where something can be kept.
pub(crate) const KEEP: &str = "keep";

/// Named beside the kinds of tools where answers can be handed over to the page that keeps them.
pub(crate) const HAND_OVER: &str = "hand-over";

/// The script of a page with tools of some kinds, to stand inline in the page and be allowed there by its hash.
/// Classic, not a module, so that it also runs from `file://`.
pub(crate) fn tool_script(parts: &[&str]) -> String {
    let kinds = parts.iter().filter(|part| ![KEEP, HAND_OVER].contains(*part));
    let mut names: Vec<String> = kinds.map(|kind| (*kind).to_owned()).collect();
    let keeps = parts.contains(&KEEP);
    if keeps {
        match names.first_mut() {
            Some(first) => first.push_str("-kept"),
            None => names.push(KEEP.to_owned()),
        }
    }
    let modules = MODULES.iter().filter(|(name, _)| names.iter().any(|needed| needed == name));
    let modules: String = modules.map(|(_, module)| *module).collect();
    let behind = match keeps {
        true => STORE,
        false if parts.contains(&HAND_OVER) => HANDING_OVER,
        false => "",
    };
    BOOT.replace("/* @kinds */", &modules).replace("/* @behind */", behind)
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
            assert_eq!(kept.matches("module: ['").count(), 1, "{kind}");
            assert!(tool_script(&[kind, HAND_OVER]).contains(HANDING_OVER), "{kind}");
        }
        assert!(tool_script(&[KEEP]).contains(part(KEEP)));
    }
}
