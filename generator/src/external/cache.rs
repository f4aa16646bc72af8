//! What was answered lately, so that nobody is asked again for nothing.
//!
//! One file for all sites of a person, in the system's folder for such files; `FOOTBRIDGE_CACHE` names another folder.
//! Nothing of it is needed: a file that cannot be read is begun anew.

use std::collections::BTreeMap;
use std::env;
use std::io;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::answer::Answer;

const FILE: &str = "external-links.json";
const DAY: i64 = 24 * 60 * 60;

/// After how many days an answer is dropped, whatever a site's settings say.
const LONGEST_DAYS: i64 = 90;

/// The answers of earlier times.
pub(super) struct Cache {
    file: Option<PathBuf>,
    now: i64,
    days: i64,
    known: BTreeMap<String, Known>,
    is_changed: bool,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Known {
    /// When it was asked, in seconds since 1970.
    asked: i64,
    answer: Answer,
}

impl Cache {
    /// Opens the person's cache, whose answers hold for so many days.
    pub(super) fn open(days: u16, now: Timestamp) -> Cache {
        Cache::at(folder().map(|folder| folder.join(FILE)), days, now)
    }

    fn at(file: Option<PathBuf>, days: u16, now: Timestamp) -> Cache {
        let text = file.as_ref().and_then(|file| std::fs::read_to_string(file).ok());
        let known = text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
        Cache { file, now: now.as_second(), days: days.into(), known, is_changed: false }
    }

    /// What is known of an address and still holds.
    pub(super) fn get(&self, address: &str) -> Option<&Answer> {
        let known = self.known.get(address)?;
        let age = self.now - known.asked;
        ((0..self.days * DAY).contains(&age) && known.answer.can_be_kept()).then_some(&known.answer)
    }

    /// Keeps an answer, or drops what is no longer so.
    pub(super) fn put(&mut self, address: &str, answer: &Answer) {
        self.is_changed = true;
        if answer.can_be_kept() && self.days > 0 {
            let known = Known { asked: self.now, answer: answer.clone() };
            self.known.insert(address.to_owned(), known);
        } else {
            self.known.remove(address);
        }
    }

    /// Writes the file, whole or not at all.
    pub(super) fn save(mut self) -> io::Result<()> {
        let Some(file) = self.file.take().filter(|_| self.is_changed) else { return Ok(()) };
        let now = self.now;
        self.known.retain(|_, known| (0..LONGEST_DAYS * DAY).contains(&(now - known.asked)));
        let folder = file.parent().unwrap_or(Path::new("."));
        std::fs::create_dir_all(folder)?;
        let new = file.with_extension(format!("{}.new", std::process::id()));
        std::fs::write(&new, serde_json::to_string_pretty(&self.known)?)?;
        std::fs::rename(&new, &file)
    }
}

/// The folder for what can be made again.
fn folder() -> Option<PathBuf> {
    let named = |name: &str| env::var_os(name).map(PathBuf::from).filter(|path| !path.as_os_str().is_empty());
    if let Some(folder) = named("FOOTBRIDGE_CACHE") {
        return Some(folder);
    }
    let folder = if cfg!(windows) {
        named("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        env::home_dir().map(|home| home.join("Library/Caches"))
    } else {
        let absolute = named("XDG_CACHE_HOME").filter(|path| path.is_absolute());
        absolute.or_else(|| env::home_dir().map(|home| home.join(".cache")))
    };
    folder.map(|folder| folder.join("footbridge"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(day: &str) -> Timestamp {
        format!("2026-11-{day}T08:00:00Z").parse().expect("a moment")
    }

    #[test]
    fn an_answer_holds_for_its_days_and_a_fault_for_none() {
        let folder = tempfile::TempDir::new().expect("a folder");
        let file = Some(folder.path().join("new").join(FILE));
        let mut cache = Cache::at(file.clone(), 7, day("01"));
        cache.put("https://a.example/", &Answer::Fine);
        cache.put("https://b.example/", &Answer::Gone("404".to_owned()));
        cache.save().expect("it is written");
        let cache = Cache::at(file.clone(), 7, day("07"));
        assert_eq!(cache.get("https://a.example/"), Some(&Answer::Fine));
        assert_eq!(cache.get("https://b.example/"), None);
        assert_eq!(Cache::at(file.clone(), 7, day("09")).get("https://a.example/"), None, "too old");
        std::fs::write(file.as_ref().expect("the file"), "{\"broken").expect("written");
        let mut cache = Cache::at(file, 7, day("09"));
        assert_eq!(cache.get("https://a.example/"), None);
        cache.put("https://a.example/", &Answer::Fine);
        cache.save().expect("it is begun anew");
    }
}
