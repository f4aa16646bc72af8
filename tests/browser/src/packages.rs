//! Installs a distribution's package, once, however many test processes ask for it at the same time.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant, SystemTime};

use crate::find::Places;

/// Installing a browser over a slow line takes minutes; a lock older than this was left by a killed run.
const STALE: Duration = Duration::from_secs(15 * 60);

/// Installs `package` by apt-get as root or through passwordless sudo, unless `present` says that another
/// process did so while this one waited for its turn.
///
/// # Errors
/// What stands in the way, and the command that a person can run instead.
pub(crate) fn install(places: &Places, package: &str, present: &dyn Fn() -> bool) -> Result<(), String> {
    let by_hand = format!("Install it, on Debian or Ubuntu with: apt-get install {package}");
    let Some(apt) = places.program("apt-get") else {
        return Err(format!("It cannot be installed by itself, as there is no apt-get here. {by_hand}"));
    };
    let Some(prefix) = as_root(places) else {
        return Err(format!("It cannot be installed by itself without root or passwordless sudo. {by_hand}"));
    };
    let _turn = Lock::take(&cache_folder().join(format!("install-{package}.lock")))?;
    if present() {
        return Ok(());
    }
    eprintln!("installing {package} with apt-get, once for this machine");
    let run = |arguments: &[&str]| -> Result<Output, String> {
        let mut words = prefix.clone();
        words.push(apt.clone());
        let mut command = Command::new(&words[0]);
        command.args(&words[1..]).args(arguments);
        command.env("DEBIAN_FRONTEND", "noninteractive").env("PATH", &places.path).stdin(Stdio::null());
        command.output().map_err(|error| format!("apt-get could not be started: {error}. {by_hand}"))
    };
    // A failing update is no failure yet: the lists may be fresh enough.
    run(&["update", "-q"])?;
    let done = run(&["install", "-y", "-q", "--no-install-recommends", package])?;
    if done.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&done.stderr);
    Err(format!("apt-get install {package} failed: {}. {by_hand}", said.trim().replace('\n', " ")))
}

/// The words to put before a command to run it as root: none for root itself.
fn as_root(places: &Places) -> Option<Vec<PathBuf>> {
    if is_root() {
        return Some(Vec::new());
    }
    let sudo = places.program("sudo")?;
    let free = Command::new(&sudo).args(["-n", "true"]).stdin(Stdio::null()).output().ok()?;
    free.status.success().then(|| vec![sudo, "-n".into()])
}

/// Whether this process runs as root, which also decides about Chromium's sandbox.
pub(crate) fn is_root() -> bool {
    use std::os::unix::fs::MetadataExt as _;
    // The owner of the process's own folder is its user; elsewhere than on Linux, ask `id`.
    match fs::metadata("/proc/self") {
        Ok(own) => own.uid() == 0,
        Err(_) => Command::new("id").arg("-u").output().is_ok_and(|id| id.stdout.trim_ascii() == b"0"),
    }
}

/// A folder that outlives a test run and belongs to this checkout: cargo's target folder.
pub(crate) fn cache_folder() -> PathBuf {
    let program = std::env::current_exe().unwrap_or_default();
    let target = program.ancestors().find(|folder| folder.join("CACHEDIR.TAG").is_file());
    let folder = target.map_or_else(std::env::temp_dir, Path::to_path_buf).join("browser-tests");
    fs::create_dir_all(&folder).unwrap_or_else(|error| panic!("cannot make {}: {error}", folder.display()));
    folder
}

/// A turn that one process at a time can have: the existence of a file.
pub(crate) struct Lock(PathBuf);

impl Lock {
    /// Waits for the turn.
    pub(crate) fn take(file: &Path) -> Result<Self, String> {
        let patience = Instant::now() + STALE;
        loop {
            match File::create_new(file) {
                Ok(_) => return Ok(Self(file.to_path_buf())),
                Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(format!("cannot make the lock {}: {error}.", file.display())),
            }
            let age = fs::metadata(file)
                .and_then(|meta| meta.modified())
                .ok()
                .and_then(|made| SystemTime::now().duration_since(made).ok());
            if age.is_some_and(|age| age > STALE) || Instant::now() > patience {
                fs::remove_file(file).ok();
            }
            std::thread::sleep(Duration::from_millis(200));
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        fs::remove_file(&self.0).ok();
    }
}
