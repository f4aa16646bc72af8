//! A site that is made and not kept, for checks: only the names of its files are.

use std::collections::HashSet;
use std::fs::File;
use std::path::Path;
use std::sync::Mutex;

use crate::findings::Finding;
use crate::render::{Sink, cannot_write};

/// The names of the files that a site would have.
#[derive(Debug, Default)]
pub struct Nowhere {
    names: Mutex<HashSet<String>>,
}

impl Sink for Nowhere {
    fn put(&self, path: &str, _bytes: &[u8]) -> Result<(), Finding> {
        let is_new = self.names.lock().is_ok_and(|mut names| names.insert(path.to_owned()));
        match is_new {
            true => Ok(()),
            false => Err(cannot_write(path, &std::io::Error::from(std::io::ErrorKind::AlreadyExists))),
        }
    }

    fn copy(&self, path: &str, from: &Path) -> Result<(), Finding> {
        File::open(from).map_err(|error| cannot_write(path, &error))?;
        self.put(path, &[])
    }
}
