//! Watching the site's folder.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use notify_debouncer_full::notify::{EventKind, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, new_debouncer};

/// Editors save in several steps; this long a pause ends them.
const PAUSE: Duration = Duration::from_millis(20);

/// One message for every saved change of the site's sources. The watch lasts as long as the process.
pub(super) fn changes(root: &Path) -> io::Result<Receiver<()>> {
    let root = root.canonicalize()?;
    let (sender, receiver) = channel();
    let top = root.clone();
    let mut debouncer = new_debouncer(PAUSE, None, move |result: DebounceEventResult| {
        let Ok(events) = result else { return };
        let matters = |path: &PathBuf| is_source(&top, path);
        let changed = events
            .iter()
            .any(|event| !matches!(event.kind, EventKind::Access(_)) && event.paths.iter().any(matters));
        if changed {
            // The preview has ended when nobody receives.
            let _ = sender.send(());
        }
    })
    .map_err(io::Error::other)?;
    debouncer.watch(&root, RecursiveMode::NonRecursive).map_err(io::Error::other)?;
    for folder in ["content", "themes"] {
        let path = root.join(folder);
        if path.is_dir() {
            debouncer.watch(&path, RecursiveMode::Recursive).map_err(io::Error::other)?;
        }
    }
    // Dropping it would end the watch.
    std::mem::forget(debouncer);
    Ok(receiver)
}

/// Whether a path is something that a build reads; the output folder is not.
fn is_source(root: &Path, path: &Path) -> bool {
    let Ok(path) = path.strip_prefix(root) else { return false };
    let hidden = path.components().any(|part| part.as_os_str().to_string_lossy().starts_with('.'));
    !hidden && ["content", "themes", "site.toml"].iter().any(|source| path.starts_with(source))
}
