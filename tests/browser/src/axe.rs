//! The axe-core rules on a page.
//!
//! axe-core is under the MPL and not our writing, so it is not in this repository: the pinned version is
//! fetched once with the npm client, checked against its hash, and kept in cargo's target folder.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

use serde_json::Value;
use sha2::{Digest as _, Sha512};

use crate::find::Places;
use crate::packages::{self, Lock};
use crate::page::Page;

/// The version that is fetched.
pub const VERSION: &str = "4.14.1";

/// SHA-512 of its package: what `npm view axe-core@4.14.1 dist.integrity` says, in hexadecimal.
const SHA512: &str = "1477dafa598d8d065f273d6af302aa203c02e83131707b7fa648cd41bd3d6b734f8c22a0dab86ee6a6f64b8afbe804b214d36db85a2826965edfb3a0b9d546b5";

/// Everything that WCAG 2.2 asks at A and AA and axe can decide, and what axe calls good practice.
const RUN: &str = "axe.run(document, {
    resultTypes: ['violations'],
    runOnly: {type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']},
})";

/// What axe finds wrong with the page as it stands: one readable text for each rule that is broken.
///
/// # Panics
/// If axe-core is not here and cannot be fetched, with a message that says what to do.
#[track_caller]
pub fn violations(page: &Page<'_>) -> Vec<String> {
    found(page, RUN)
}

/// Which colours are too faint upon their background, in the scheme that the page has now.
///
/// # Panics
/// As [`violations`].
#[track_caller]
pub fn faint_colours(page: &Page<'_>) -> Vec<String> {
    found(page, "axe.run(document, {resultTypes: ['violations'], runOnly: ['color-contrast']})")
}

#[track_caller]
fn found(page: &Page<'_>, run: &str) -> Vec<String> {
    static SOURCE: OnceLock<String> = OnceLock::new();
    let source = SOURCE.get_or_init(|| source().unwrap_or_else(|reason| panic!("{reason}")));
    if !page.is("window.axe?.run") {
        // Not through the page's own scripts, so its policy has no say and stays in force for the page.
        page.eval(&format!("{source}; true"));
    }
    let result = page.eval(run);
    result["violations"].as_array().into_iter().flatten().map(readable).collect()
}

fn readable(violation: &Value) -> String {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let mut report = format!("{}: {}", text(&violation["id"]), text(&violation["help"]));
    for node in violation["nodes"].as_array().into_iter().flatten() {
        let html: String = text(&node["html"]).chars().take(200).collect();
        let why = text(&node["failureSummary"]).replace('\n', " ");
        write!(report, "\n    {html}\n      {why}").expect("a string takes all text");
    }
    report
}

/// The script, from the target folder or freshly fetched.
fn source() -> Result<String, String> {
    let folder = packages::cache_folder().join(format!("axe-core-{VERSION}"));
    let script = folder.join("package/axe.min.js");
    let _turn = Lock::take(&folder.with_extension("lock"))?;
    if !script.is_file() {
        fetch(&folder)?;
    }
    fs::read_to_string(&script).map_err(|error| format!("cannot read {}: {error}", script.display()))
}

/// Packs, verifies and unpacks it beside the final folder, so that a half-fetched one is never used.
fn fetch(folder: &Path) -> Result<(), String> {
    let parts = folder.with_extension("parts");
    fs::remove_dir_all(&parts).ok();
    fs::create_dir_all(&parts).map_err(|error| format!("cannot make {}: {error}", parts.display()))?;
    let npm = npm()?;
    let wanted = format!("axe-core@{VERSION}");
    run(Command::new(npm).args(["pack", "--silent", &wanted]).current_dir(&parts)).map_err(|reason| {
        format!("the accessibility tests need {wanted}, which npm could not fetch: {reason}")
    })?;
    let package = parts.join(format!("axe-core-{VERSION}.tgz"));
    let bytes = fs::read(&package).map_err(|error| format!("cannot read {}: {error}", package.display()))?;
    let hash = hexadecimal(&Sha512::digest(&bytes));
    if hash != SHA512 {
        return Err(format!("the fetched {wanted} is not the pinned one: its SHA-512 is {hash}"));
    }
    run(Command::new("tar").arg("-xzf").arg(&package).current_dir(&parts))
        .map_err(|reason| format!("tar could not unpack {wanted}: {reason}"))?;
    fs::remove_dir_all(folder).ok();
    fs::rename(&parts, folder).map_err(|error| format!("cannot make {}: {error}", folder.display()))
}

fn npm() -> Result<PathBuf, String> {
    let places = Places::here();
    if places.program("npm").is_none() {
        packages::install(&places, "npm", &|| places.program("npm").is_some())
            .map_err(|reason| format!("the accessibility tests need npm to fetch axe-core. {reason}"))?;
    }
    places.program("npm").ok_or_else(|| "npm was installed but is not on PATH".to_owned())
}

fn run(command: &mut Command) -> Result<Output, String> {
    let done = command.stdin(Stdio::null()).output().map_err(|error| error.to_string())?;
    if done.status.success() {
        return Ok(done);
    }
    Err(String::from_utf8_lossy(&done.stderr).trim().replace('\n', " "))
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").expect("a string takes all text");
        text
    })
}
