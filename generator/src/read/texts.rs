//! The texts that findings point into, read again when a finding is shown: mostly there is none.

use std::path::PathBuf;
use std::sync::Arc;

use crate::embedded;
use crate::findings::report;

/// The texts of a site and of the built-in theme.
#[derive(Clone, Debug)]
pub struct Texts {
    root: PathBuf,
}

impl Texts {
    /// The texts of the site in a folder.
    pub fn of(root: &std::path::Path) -> Texts {
        Texts { root: root.to_owned() }
    }
}

impl report::Texts for Texts {
    fn text(&self, file: &str) -> Option<Arc<str>> {
        if let Ok(text) = std::fs::read_to_string(self.root.join(file)) {
            let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
            return Some(text.into());
        }
        let path = file.strip_prefix("daylight/")?;
        let (_, bytes) = embedded::THEME.iter().find(|(name, _)| *name == path)?;
        std::str::from_utf8(bytes).ok().map(Arc::from)
    }
}
