//! The new tree on the disk. It grows beside the old one, which stays until [`Disk::publish`].

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};
use std::sync::RwLock;

use super::output::{MARK, Output};
use super::swap::swap;
use crate::findings::Finding;
use crate::render::{Sink, cannot_write};

/// Writes a site into the staging folder of an output.
#[derive(Debug)]
pub struct Disk {
    output: Output,
    /// Folders that exist already: asking the disk for each file would cost more than the file.
    made: RwLock<HashSet<PathBuf>>,
    /// Held while the build runs, so that two builds cannot mix.
    _lock: Option<File>,
}

impl Disk {
    /// Starts a new tree. What a killed build left behind is removed.
    pub fn start(output: Output) -> io::Result<Disk> {
        if let Some(parent) = output.staging.parent() {
            fs::create_dir_all(parent)?;
        }
        let lock = lock(&output)?;
        let output = output.with_free_staging()?;
        fs::create_dir(&output.staging)?;
        let note = "This folder is written by Footbridge. Every build replaces it as a whole.\n";
        fs::write(output.staging.join(MARK), note)?;
        Ok(Disk { output, made: RwLock::default(), _lock: lock })
    }

    /// Puts the finished tree in the place of the old one, at once, and removes the old one. The new site stands
    /// even where the old one cannot be removed: then the reason is returned with the name of what is left.
    pub fn publish(self) -> io::Result<Option<String>> {
        let result = swap(&self.output.staging, &self.output.folder);
        if result.is_err() {
            self.abandon();
        }
        result
    }

    /// Gives up the new tree.
    pub fn abandon(self) {
        // The next build would remove it as well.
        let _ = fs::remove_dir_all(&self.output.staging);
    }

    /// The path of a file, its folder made.
    fn place(&self, path: &str) -> io::Result<PathBuf> {
        // No name that an author gives leads out of the folder, whatever check it slipped through.
        if !Path::new(path).components().all(|part| matches!(part, Component::Normal(_))) {
            return Err(io::Error::other("the path leads out of the output folder"));
        }
        let target = self.output.staging.join(path);
        let Some(folder) = target.parent() else { return Ok(target) };
        let known = self.made.read().is_ok_and(|made| made.contains(folder));
        if !known {
            fs::create_dir_all(folder)?;
            if let Ok(mut made) = self.made.write() {
                made.insert(folder.to_owned());
            }
        }
        Ok(target)
    }
}

impl Sink for Disk {
    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), Finding> {
        let written = self.place(path).and_then(|target| {
            let mut file = File::create_new(target)?;
            file.write_all(bytes)
        });
        written.map_err(|error| cannot_write(path, &error))
    }

    fn copy(&self, path: &str, from: &Path) -> Result<(), Finding> {
        // Not `fs::copy`: it would overwrite in silence, and carry over permissions that no web server can read.
        let copied = self.place(path).and_then(|target| {
            let mut source = File::open(from)?;
            io::copy(&mut source, &mut File::create_new(target)?)
        });
        copied.map(|_| ()).map_err(|error| cannot_write(path, &error))
    }
}

/// One build at a time in one place, so that two cannot mix; the system frees the lock of a killed build. The
/// folder around the output is locked itself: a file for it would be left behind.
fn lock(output: &Output) -> io::Result<Option<File>> {
    if !cfg!(unix) {
        // Elsewhere folders cannot be opened as files, and a second build fails at the first file it shares.
        return Ok(None);
    }
    let Some(parent) = output.staging.parent() else { return Ok(None) };
    let folder = File::open(parent)?;
    folder.lock()?;
    Ok(Some(folder))
}
