//! The files of the theme: the site's own first, then those in the binary.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;

use crate::embedded;
use crate::findings::{Finding, Place, codes};

/// A theme: files by path, `templates/page.html`.
#[derive(Clone, Debug, Default)]
pub struct Theme {
    files: BTreeMap<String, ThemeFile>,
}

/// One file of a theme.
#[derive(Clone, Debug)]
pub struct ThemeFile {
    /// Its bytes.
    pub bytes: Cow<'static, [u8]>,
    /// What a finding calls it: the path in the site's folder, or in the built-in theme.
    pub name: String,
}

impl Theme {
    /// The built-in files, with those that the site's `themes/<name>` puts in their place or adds.
    pub fn read(root: &Path, name: &str) -> (Theme, Vec<Finding>) {
        let mut findings = Vec::new();
        let mut files: BTreeMap<String, ThemeFile> = embedded::THEME
            .iter()
            .map(|(path, bytes)| {
                let file = ThemeFile { bytes: Cow::Borrowed(*bytes), name: format!("daylight/{path}") };
                ((*path).to_owned(), file)
            })
            .collect();
        let folder = format!("themes/{name}");
        let is_name = !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
        if !is_name || (name != "daylight" && !root.join(&folder).is_dir()) {
            findings.push(Finding::new(
                &codes::NO_THEME,
                Place::file(&"site.toml".into()),
                format!("There is no theme `{name}`: no folder `{folder}`."),
                "Write `theme = \"daylight\"`, or make the folder; files that it lacks come from daylight.",
            ));
        }
        let paths = if is_name { super::files::list(root, &folder, &mut findings) } else { Vec::new() };
        for path in paths {
            match std::fs::read(root.join(&path)) {
                Ok(bytes) => {
                    let key = path[folder.len() + 1..].to_owned();
                    files.insert(key, ThemeFile { bytes: Cow::Owned(bytes), name: path });
                }
                Err(error) => findings.push(Finding::new(
                    &codes::CANNOT_READ,
                    Place::file(&path.as_str().into()),
                    format!("This file cannot be read: {error}."),
                    "Check its name and permissions.",
                )),
            }
        }
        (Theme { files }, findings)
    }

    /// The bytes of a file.
    pub fn bytes(&self, path: &str) -> Option<&[u8]> {
        self.files.get(path).map(|file| file.bytes.as_ref())
    }

    /// The files under a folder such as `templates/`, with the folder taken off their paths.
    pub fn under<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'a str, &'a ThemeFile)> {
        self.files.iter().filter_map(move |(path, file)| Some((path.strip_prefix(folder)?, file)))
    }
}
