//! What lets a reader keep the whole site for times without a network: a list of its files and the worker that
//! answers from the copy. Made only for a site that has a page with the template `offline.html`.

use std::path::Path;
use std::sync::{Mutex, PoisonError};

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::{Shared, Sink};
use crate::findings::Finding;
use crate::link::encoded;

/// The template of the page with the buttons.
pub(super) const TEMPLATE: &str = "offline.html";

/// The script of that page, in the theme.
pub(super) const SCRIPT: &str = "scripts/offline.js";

/// The worker, in the theme; published at the site's start, since it answers only for what lies below it.
const WORKER: &str = "scripts/offline-worker.js";

/// What hosts and other programs read is of no use without a network.
const NOT_FOR_READERS: &[&str] = &["_headers", "robots.txt", "sitemap.xml"];

/// Passes all files on to another sink and remembers which they were.
pub(super) struct Listing<'a> {
    sink: &'a dyn Sink,
    files: Mutex<Vec<Listed>>,
}

struct Listed {
    path: String,
    bytes: usize,
    digest: [u8; 32],
}

#[derive(Serialize)]
struct List<'a> {
    /// Changes with any byte of any file.
    version: String,
    /// How large all files are together.
    bytes: usize,
    /// Their addresses from the site's start.
    files: Vec<&'a str>,
}

impl<'a> Listing<'a> {
    pub(super) fn new(sink: &'a dyn Sink) -> Listing<'a> {
        Listing { sink, files: Mutex::default() }
    }

    fn note(&self, path: &str, bytes: &[u8]) {
        if NOT_FOR_READERS.contains(&path) || path.ends_with("feed.xml") {
            return;
        }
        let address =
            path.strip_suffix("index.html").filter(|folder| folder.is_empty() || folder.ends_with('/'));
        let listed = Listed {
            path: encoded(address.unwrap_or(path)),
            bytes: bytes.len(),
            digest: Sha256::digest(bytes).into(),
        };
        self.files.lock().unwrap_or_else(PoisonError::into_inner).push(listed);
    }

    /// Writes the list and the worker.
    pub(super) fn finish(self, shared: &Shared<'_>) -> Result<(), Finding> {
        let mut files = self.files.into_inner().unwrap_or_else(PoisonError::into_inner);
        files.sort_by(|one, other| one.path.cmp(&other.path));
        let mut digest = Sha256::new();
        for file in &files {
            digest.update(&file.path);
            digest.update(file.digest);
        }
        let list = List {
            version: digest.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect(),
            bytes: files.iter().map(|file| file.bytes).sum(),
            // The site's start is the empty address, which would say nothing in the list.
            files: files.iter().map(|file| if file.path.is_empty() { "./" } else { &file.path }).collect(),
        };
        self.sink.put("offline.json", &serde_json::to_vec(&list).unwrap_or_default())?;
        self.sink.put("offline-worker.js", shared.script(WORKER).as_bytes())
    }
}

impl Sink for Listing<'_> {
    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), Finding> {
        self.note(path, bytes);
        self.sink.put(path, bytes)
    }

    fn copy(&self, path: &str, from: &Path) -> Result<(), Finding> {
        // What cannot be read cannot be copied either, and is told there.
        if let Ok(bytes) = std::fs::read(from) {
            self.note(path, &bytes);
        }
        self.sink.copy(path, from)
    }
}
