//! The site under test: built once, and served to each test on an origin of its own.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

use browser::Server;

/// The published forms of the site.
pub(crate) const FORMS: [&str; 10] = [
    "phq-9",
    "phq-2",
    "phq-4",
    "gad-7",
    "k6",
    "audit-c",
    "pc-ptsd-5",
    "loneliness-3",
    "who-5",
    "satisfaction-with-life",
];

/// The check-ins that were written for the site.
pub(crate) const CHECK_INS: [&str; 2] = ["recovery-check-in", "carer-check-in"];

/// The folder of this repository.
pub(crate) fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

/// The program, ready to get its arguments.
pub(crate) fn footbridge() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_footbridge"));
    command.stdin(Stdio::null());
    command
}

/// Builds the site into a folder of the tests, with these arguments besides.
#[track_caller]
pub(crate) fn build(name: &str, more: &[&str]) -> PathBuf {
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    // What an earlier run left must not be taken for what this program makes.
    fs::remove_dir_all(&out).ok();
    let done = footbridge().arg("build").arg("--root").arg(root()).arg("--out").arg(&out).args(more).output();
    expect_success(&done.unwrap(), "footbridge build");
    out
}

/// The built site, the same for all tests.
#[track_caller]
pub(crate) fn folder() -> &'static Path {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| build("web-site", &[]))
}

/// The site on an origin of its own, so that no test sees what another stored.
#[track_caller]
pub(crate) fn serve() -> Server {
    Server::folder(folder())
}

/// Where the things of a tool are kept: in its own page (`/es/tools/early-signs/`), or, for a self-check, in the page
/// beside it.
pub(crate) fn kept_at(path: &str) -> String {
    let beside = format!("{path}keep/");
    if folder().join(&beside[1..]).is_dir() { beside } else { path.to_owned() }
}

/// Copies a folder with everything in it.
pub(crate) fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// Stops with what the program said if it failed.
#[track_caller]
pub(crate) fn expect_success(done: &Output, what: &str) {
    let said = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "{what} ended with {}:\n{said}", done.status);
}

/// A page of the site: where it stands under the site's root, and its text.
pub(crate) struct Document {
    /// `tools/phq-9/`, `404.html`; empty for the home page.
    pub(crate) path: String,
    /// The file's content.
    pub(crate) html: String,
}

impl Document {
    /// Whether it only leads on to another page.
    pub(crate) fn is_redirect(&self) -> bool {
        self.html.contains("http-equiv=\"refresh\"") || self.html.contains("http-equiv=refresh")
    }

    /// Whether it is the page on which readers keep the site for times without a network.
    pub(crate) fn keeps_the_site(&self) -> bool {
        self.html.contains("data-offline ")
    }

    /// Whether what tools have kept is shown in it.
    pub(crate) fn shows_what_is_kept(&self) -> bool {
        self.html.contains("data-keep=")
    }

    /// Whether a tool stands in it.
    pub(crate) fn has_tool(&self) -> bool {
        self.html.contains("data-tool=")
    }
}

/// All pages of a built site, in the order of their paths.
pub(crate) fn documents(folder: &Path) -> Vec<Document> {
    let mut found: Vec<Document> = files(folder)
        .into_iter()
        .filter(|file| file.extension().is_some_and(|extension| extension == "html"))
        .map(|file| {
            let path = file.strip_prefix(folder).unwrap().to_string_lossy().into_owned();
            let path = path.strip_suffix("index.html").map_or(path.clone(), str::to_owned);
            Document { path, html: fs::read_to_string(&file).unwrap() }
        })
        .collect();
    found.sort_by(|one, other| one.path.cmp(&other.path));
    assert!(found.len() > 10, "the site has only {} pages", found.len());
    found
}

/// All files under a folder.
pub(crate) fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found
}
