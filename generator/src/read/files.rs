//! Listing a folder: every file once, in one order on every system.

use std::path::Path;

use walkdir::WalkDir;

use crate::findings::{Finding, Place, codes};

/// All files under `folder` of `root`, as sorted paths from `root` with `/`. Hidden files and editors' left-overs are
/// passed over. A folder that is not there is empty.
pub(super) fn list(root: &Path, folder: &str, findings: &mut Vec<Finding>) -> Vec<String> {
    let top = root.join(folder);
    if !top.is_dir() {
        return Vec::new();
    }
    let mut names = Vec::new();
    let walk = WalkDir::new(&top).follow_links(true).into_iter().filter_entry(|entry| {
        let name = entry.file_name().to_string_lossy();
        entry.depth() == 0 || !(name.starts_with('.') || name.ends_with('~') || name.starts_with('#'))
    });
    for entry in walk {
        match entry {
            Ok(entry) if entry.file_type().is_file() => match slashed(root, entry.path()) {
                Some(name) => names.push(name),
                None => findings.push(Finding::new(
                    &codes::BAD_FILE_NAME,
                    Place::file(&entry.path().to_string_lossy().into()),
                    "The name of this file is not valid text.",
                    "Rename it with small letters, digits and hyphens.",
                )),
            },
            Ok(_) => {}
            Err(error) => {
                let path = error.path().unwrap_or(&top);
                let file = slashed(root, path).unwrap_or_else(|| folder.to_owned()).into();
                findings.push(match error.loop_ancestor() {
                    Some(_) => Finding::new(
                        &codes::LINK_LOOP,
                        Place::file(&file),
                        "This link leads back to a folder that holds it, so it was left out.",
                        "Remove the link.",
                    ),
                    None => Finding::new(
                        &codes::CANNOT_READ,
                        Place::file(&file),
                        format!("This cannot be read: {}.", reason(&error)),
                        "Check its name and permissions.",
                    ),
                });
            }
        }
    }
    names.sort_unstable();
    names
}

fn reason(error: &walkdir::Error) -> String {
    error.io_error().map_or_else(|| error.to_string(), ToString::to_string)
}

fn slashed(root: &Path, path: &Path) -> Option<String> {
    let parts: Option<Vec<&str>> =
        path.strip_prefix(root).ok()?.components().map(|part| part.as_os_str().to_str()).collect();
    Some(parts?.join("/"))
}
