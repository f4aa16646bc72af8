//! The output folder: whether it is ours, and where the new site grows beside it.

use std::io;
use std::path::{Path, PathBuf};

/// The file that marks a folder as written by Footbridge.
pub(super) const MARK: &str = ".footbridge";

/// Where a site is published.
#[derive(Debug)]
pub struct Output {
    /// The published folder.
    pub folder: PathBuf,
    /// The new tree, beside it, on the same disk.
    pub(super) staging: PathBuf,
}

/// Why an output folder cannot be used, in words for whoever gave it.
#[derive(Debug, PartialEq, Eq)]
pub struct Refusal(pub String);

impl Output {
    /// Looks at the folder and refuses one that is not ours. `root` is the site's own folder, which must not be
    /// lost either.
    pub fn new(folder: &Path, root: &Path) -> Result<Output, Refusal> {
        let folder = std::path::absolute(folder)
            .map_err(|error| Refusal(format!("{}: {error}.", folder.display())))?;
        let name = folder
            .file_name()
            .and_then(|name| name.to_str())
            .ok_or_else(|| Refusal(format!("{} cannot be an output folder.", folder.display())))?;
        let root = std::path::absolute(root).unwrap_or_else(|_| root.to_owned());
        let holds_sources = ["content", "themes"].iter().any(|part| folder.starts_with(root.join(part)));
        if root.starts_with(&folder) || holds_sources {
            return Err(Refusal(format!(
                "{} holds the site's sources; a build would replace them. Choose another folder with --out.",
                folder.display()
            )));
        }
        if !is_ours_or_empty(&folder).map_err(|error| Refusal(format!("{}: {error}.", folder.display())))? {
            return Err(Refusal(format!(
                "{} holds files that Footbridge did not write, so it is left alone. \
                 Choose an empty or new folder with --out.",
                folder.display()
            )));
        }
        let staging = folder.with_file_name(format!(".{name}.footbridge-new"));
        Ok(Output { folder, staging })
    }

    /// The same output with a place for the new tree that is free: what a killed build left there is removed, what
    /// somebody else put there is not.
    pub(super) fn with_free_staging(self) -> io::Result<Output> {
        let first = self.staging.clone();
        let mut last = None;
        for number in 1..10 {
            let mut name = first.clone().into_os_string();
            if number > 1 {
                name.push(format!("-{number}"));
            }
            let staging = PathBuf::from(name);
            match std::fs::symlink_metadata(&staging) {
                Err(error) if error.kind() == io::ErrorKind::NotFound => {
                    return Ok(Output { staging, ..self });
                }
                Ok(_) if is_ours_or_empty(&staging)? => match std::fs::remove_dir_all(&staging) {
                    Ok(()) => return Ok(Output { staging, ..self }),
                    Err(error) => last = Some(error),
                },
                Ok(_) => {}
                Err(error) => last = Some(error),
            }
        }
        Err(last.unwrap_or_else(|| io::Error::other(format!("{} is taken", first.display()))))
    }
}

fn is_ours_or_empty(folder: &Path) -> io::Result<bool> {
    match std::fs::symlink_metadata(folder) {
        // A link could lead anywhere.
        Ok(found) if !found.is_dir() => Ok(false),
        Ok(_) => Ok(folder.join(MARK).is_file() || std::fs::read_dir(folder)?.next().is_none()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(true),
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refuses_what_is_not_ours() {
        let root = tempfile::tempdir().unwrap();
        let other = root.path().join("photos");
        std::fs::create_dir(&other).unwrap();
        assert!(Output::new(&other, root.path()).is_ok(), "an empty folder is fine");
        std::fs::write(other.join("a.jpg"), "x").unwrap();
        assert!(Output::new(&other, root.path()).is_err());
        std::fs::write(other.join(MARK), "").unwrap();
        assert!(Output::new(&other, root.path()).is_ok());
        assert!(Output::new(root.path(), root.path()).is_err(), "the site's own folder");
        assert!(Output::new(&root.path().join("content/x"), root.path()).is_err());
    }
}
