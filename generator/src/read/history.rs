//! What git knows of the site's files: when each was last changed, and what has changed since a version. Without git, or
//! outside of a repository, it knows nothing; that is no fault.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// How many versions of a file are looked at for the one that was translated.
const MOST_VERSIONS: usize = 50;

/// The history of a site, asked only when it is needed.
#[derive(Debug)]
pub struct History {
    root: PathBuf,
    days: OnceLock<HashMap<String, i64>>,
    /// The digest of a text, as the pages have it.
    digest: fn(&str) -> Option<String>,
}

impl History {
    /// The history of the site in a folder.
    pub fn of(root: &Path, digest: fn(&str) -> Option<String>) -> History {
        History { root: root.to_owned(), days: OnceLock::new(), digest }
    }

    /// When a file was last changed, in seconds since 1970.
    pub fn day(&self, file: &str) -> Option<i64> {
        self.days.get_or_init(|| self.all_days()).get(file).copied()
    }

    /// What has changed in a file since the version with a digest: "3 lines were added and 1 was removed since …".
    pub fn since(&self, file: &str, digest: &str) -> Option<String> {
        let most = format!("-{MOST_VERSIONS}");
        let commits = self.git(&["log", &most, "--format=%H", "--", file])?;
        let known = commits.lines().find(|commit| {
            let text = self.git(&["show", &format!("{commit}:./{file}")]);
            text.and_then(|text| (self.digest)(&text)).is_some_and(|found| found == digest)
        })?;
        let stat = self.git(&["diff", "--numstat", "--relative", known, "--", file])?;
        let mut numbers = stat.split_whitespace();
        let (added, removed) = (numbers.next()?, numbers.next()?);
        let short = known.get(..10)?;
        Some(format!(
            "{added} lines were added and {removed} removed since: `git diff {short} -- {file}` shows them"
        ))
    }

    fn all_days(&self) -> HashMap<String, i64> {
        let log =
            self.git(&["log", "--format=@%ct", "--name-only", "--no-renames", "--relative", "--", "content"]);
        let mut days = HashMap::new();
        let mut day = 0;
        for line in log.unwrap_or_default().lines() {
            match line.strip_prefix('@') {
                Some(seconds) => day = seconds.parse().unwrap_or(0),
                None if !line.is_empty() => {
                    days.entry(line.to_owned()).or_insert(day);
                }
                None => {}
            }
        }
        days
    }

    fn git(&self, arguments: &[&str]) -> Option<String> {
        let mut command = Command::new("git");
        command.arg("-C").arg(&self.root).args(["-c", "core.quotePath=false"]).args(arguments);
        let output = command.output().ok().filter(|output| output.status.success())?;
        String::from_utf8(output.stdout).ok()
    }
}
