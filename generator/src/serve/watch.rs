//! Watching the site's folder.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use notify_debouncer_full::notify::{EventKind, RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, Debouncer, RecommendedCache, new_debouncer};

/// Editors save in several steps; this long a pause ends them.
const PAUSE: Duration = Duration::from_millis(20);

/// Watches the sources of a site.
pub(super) struct Changes {
    debouncer: Debouncer<RecommendedWatcher, RecommendedCache>,
    receiver: Receiver<()>,
    root: PathBuf,
}

impl Changes {
    /// Waits for the next change. Several that came during a build are one.
    pub(super) fn wait(&mut self) -> bool {
        let changed = self.receiver.recv().is_ok();
        while self.receiver.try_recv().is_ok() {}
        self.watch_folders();
        changed
    }

    /// Watches the folders of the sources, also one that was made, or removed and made again, since the last time.
    fn watch_folders(&mut self) {
        for folder in ["content", "themes"] {
            let path = self.root.join(folder);
            if path.is_dir() {
                let _ = self.debouncer.unwatch(&path);
                // Without it the folder's changes are not shown; the next change tries again.
                let _ = self.debouncer.watch(&path, RecursiveMode::Recursive);
            }
        }
    }
}

/// Starts to watch a site's folder.
pub(super) fn changes(root: &Path) -> io::Result<Changes> {
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
    let mut changes = Changes { debouncer, receiver, root };
    changes.watch_folders();
    Ok(changes)
}

/// Whether a path is something that a build reads; the output folder is not.
fn is_source(root: &Path, path: &Path) -> bool {
    let Ok(path) = path.strip_prefix(root) else { return false };
    let hidden = path.components().any(|part| part.as_os_str().to_string_lossy().starts_with('.'));
    !hidden && ["content", "themes", "site.toml"].iter().any(|source| path.starts_with(source))
}
