//! The list of the default theme's files, as Rust source that includes each of them.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use crate::Stop;

/// A folder with everything in it, sorted by path, so that the list is the same on every machine.
pub(crate) fn walk(folder: &Path) -> Result<Vec<PathBuf>, Stop> {
    let explain = |error| format!("cannot read {}: {error}", folder.display());
    let mut all = vec![folder.to_owned()];
    let mut entries: Vec<PathBuf> = Vec::new();
    for entry in fs::read_dir(folder).map_err(explain)? {
        entries.push(entry.map_err(explain)?.path());
    }
    entries.sort();
    for path in entries {
        let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        if hidden {
            continue;
        }
        if path.is_dir() {
            all.extend(walk(&path)?);
        } else {
            all.push(path);
        }
    }
    Ok(all)
}

pub(crate) fn list(theme: &Path) -> Result<String, Stop> {
    let mut files: Vec<(String, PathBuf)> = Vec::new();
    for path in walk(theme)?.into_iter().filter(|path| path.is_file()) {
        let inside = path.strip_prefix(theme).map_err(|error| error.to_string())?;
        let parts: Vec<_> = inside.components().map(|part| part.as_os_str().to_string_lossy()).collect();
        files.push((parts.join("/"), path));
    }
    files.sort();
    let mut source = String::from("&[\n");
    for (name, path) in files {
        // Writing to a string cannot fail.
        let _ = writeln!(source, "    ({name:?}, include_bytes!({:?})),", path.display().to_string());
    }
    source.push(']');
    Ok(source)
}
