//! Exchanging two folders in one step.

use std::fs;
use std::io;
use std::path::Path;

use rayon::prelude::*;

use super::output::MARK;

/// Puts `new` in the place of `old` and removes what was there.
///
/// Where the system can exchange two names in one step, a reader sees the old site or the new one and never
/// less; elsewhere there is a moment between two renames, and a failure in it is undone.
///
/// What was there and cannot be removed is named in the result; the exchange stands all the same.
pub(super) fn swap(new: &Path, old: &Path) -> io::Result<Option<String>> {
    if !old.exists() {
        fs::rename(new, old)?;
        return Ok(None);
    }
    if exchange(new, old)? {
        return Ok(left_behind(new));
    }
    let aside = new.with_extension("footbridge-old");
    if aside.join(MARK).is_file() {
        remove(&aside)?;
    }
    fs::rename(old, &aside)?;
    if let Err(error) = fs::rename(new, old) {
        fs::rename(&aside, old)?;
        return Err(error);
    }
    Ok(left_behind(&aside))
}

fn left_behind(folder: &Path) -> Option<String> {
    let error = remove(folder).err()?;
    Some(format!("the old site could not be removed from {}: {error}", folder.display()))
}

/// Removes a folder, its parts on all cores: for a large site that takes as long as writing it.
pub(super) fn remove(folder: &Path) -> io::Result<()> {
    let entries = fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?;
    entries.par_iter().try_for_each(|entry| match entry.file_type()?.is_dir() {
        true => fs::remove_dir_all(entry.path()),
        false => fs::remove_file(entry.path()),
    })?;
    fs::remove_dir(folder)
}

/// Exchanges two names. `false`: this system or disk cannot.
#[cfg(any(target_os = "linux", target_os = "macos"))]
fn exchange(new: &Path, old: &Path) -> io::Result<bool> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    match renameat_with(CWD, new, CWD, old, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(true),
        Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn exchange(_new: &Path, _old: &Path) -> io::Result<bool> {
    Ok(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_new_tree_takes_the_place_of_the_old() {
        let root = tempfile::tempdir().unwrap();
        let (new, old) = (root.path().join("new"), root.path().join("old"));
        fs::create_dir(&new).unwrap();
        fs::write(new.join("a"), "new").unwrap();
        swap(&new, &old).unwrap();
        fs::create_dir(&new).unwrap();
        fs::write(new.join("a"), "newer").unwrap();
        swap(&new, &old).unwrap();
        assert_eq!(fs::read_to_string(old.join("a")).unwrap(), "newer");
        assert!(!new.exists());
    }
}
