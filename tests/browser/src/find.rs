//! Where Chromium is on this machine, and how it gets there when it is not.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use crate::packages;

/// The names under which distributions install it, the freest first.
const NAMES: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];

/// Where to look for programs: the process's own environment, or another one in a test.
#[derive(Clone, Debug)]
pub struct Places {
    /// What `FOOTBRIDGE_CHROMIUM` says, if it is set.
    pub chosen: Option<PathBuf>,
    /// What `PATH` says.
    pub path: OsString,
}

impl Places {
    /// The places that the environment of this process names.
    pub fn here() -> Self {
        Self {
            chosen: std::env::var_os("FOOTBRIDGE_CHROMIUM").map(PathBuf::from),
            path: std::env::var_os("PATH").unwrap_or_default(),
        }
    }

    /// The first program of this name on the path.
    pub fn program(&self, name: &str) -> Option<PathBuf> {
        std::env::split_paths(&self.path).map(|folder| folder.join(name)).find(|file| is_program(file))
    }

    /// Finds a browser, installing the distribution's package where that can be done.
    ///
    /// # Errors
    /// One sentence that says what is missing and how to get it.
    pub fn chromium(&self) -> Result<PathBuf, String> {
        if let Some(chosen) = &self.chosen {
            // A wrong setting must not silently become another browser.
            return if is_program(chosen) {
                Ok(chosen.clone())
            } else {
                Err(format!("FOOTBRIDGE_CHROMIUM names {}, which is not a program", chosen.display()))
            };
        }
        let installed = || NAMES.iter().find_map(|name| self.program(name));
        if let Some(found) = installed() {
            return Ok(found);
        }
        let missing = format!(
            "the browser tests need Chromium: none of {} is on PATH and FOOTBRIDGE_CHROMIUM is not set",
            NAMES.join(", ")
        );
        packages::install(self, "chromium", &|| installed().is_some())
            .map_err(|reason| format!("{missing}. {reason}"))?;
        installed().ok_or(missing)
    }
}

/// Whether the file can be run.
fn is_program(file: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    file.metadata().is_ok_and(|meta| meta.is_file() && meta.permissions().mode() & 0o111 != 0)
}
