//! A site in memory, for the preview and for tests.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Mutex;

use crate::findings::Finding;
use crate::render::{Sink, cannot_write};

/// The files of a site by path.
#[derive(Debug, Default)]
pub struct Memory {
    files: Mutex<BTreeMap<String, Vec<u8>>>,
}

impl Memory {
    /// The files.
    pub fn into_files(self) -> BTreeMap<String, Vec<u8>> {
        self.files.into_inner().unwrap_or_default()
    }
}

impl Sink for Memory {
    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), Finding> {
        let taken =
            self.files.lock().is_ok_and(|mut files| files.insert(path.to_owned(), bytes.to_vec()).is_some());
        match taken {
            true => Err(cannot_write(path, &std::io::Error::from(std::io::ErrorKind::AlreadyExists))),
            false => Ok(()),
        }
    }

    fn copy(&self, path: &str, from: &Path) -> Result<(), Finding> {
        let bytes = std::fs::read(from).map_err(|error| cannot_write(path, &error))?;
        self.put(path, &bytes)
    }
}
