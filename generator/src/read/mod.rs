//! From the site's folder to sources: the only stage that reads the disk.

mod files;
mod history;
mod image;
mod texts;
mod theme;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

pub use history::History;
pub use image::Size;
pub use texts::Texts;
pub use theme::Theme;

use crate::findings::{Finding, Place, codes};

/// A text file and its name.
#[derive(Clone, Debug)]
pub struct Source {
    /// The path from the site's folder: `content/treatments/cbt.md`.
    pub file: Arc<str>,
    /// The whole text.
    pub text: Arc<str>,
}

/// A file that is copied or measured, not read as text.
#[derive(Clone, Debug)]
pub struct Attachment {
    /// The path from the content folder, with a leading slash: `/treatments/team.svg`.
    pub path: String,
    /// Where it is on the disk.
    pub location: PathBuf,
    /// For an image, its size.
    pub size: Option<Size>,
    /// How many bytes it has.
    pub bytes: u64,
}

impl Attachment {
    /// The whole file, for a page that must hold its images.
    pub fn bytes(&self) -> std::io::Result<Vec<u8>> {
        std::fs::read(&self.location)
    }
}

/// Everything that a build needs from the disk.
#[derive(Debug, Default)]
pub struct Sources {
    /// `site.toml`.
    pub site: Option<Source>,
    /// The names of the Markdown files. They are read one by one as they are parsed, so that the texts of a large
    /// site are never in memory all at once.
    pub pages: Vec<String>,
    /// The definitions of tools.
    pub tools: Vec<Source>,
    /// The glossaries, one a language.
    pub glossaries: Vec<Source>,
    /// The bibliography.
    pub bibliography: Option<Source>,
    /// The results of studies.
    pub evidence: Option<Source>,
    /// Pictures and other files beside the pages.
    pub attachments: Vec<Attachment>,
}

/// Reads a site's folder.
pub fn read(root: &Path) -> (Sources, Vec<Finding>) {
    let mut findings = Vec::new();
    let mut sources = Sources::default();
    match read_text(root, "site.toml") {
        Ok(source) => sources.site = Some(source),
        Err(_) if !root.join("site.toml").exists() => findings.push(Finding::new(
            &codes::NO_SITE_FILE,
            Place::file(&"site.toml".into()),
            "There is no `site.toml` in this folder.",
            "Go to the folder that holds it, or name that folder with `--root`.",
        )),
        Err(finding) => findings.push(finding),
    }
    let names = files::list(root, "content", &mut findings);
    let mut attachments = Vec::new();
    for name in names {
        if has_ending(&name, ".md") {
            sources.pages.push(name);
        } else if is_data(&name) {
            match read_text(root, &name) {
                Ok(source) => sources.sort_in(source),
                Err(finding) => findings.push(finding),
            }
        } else {
            attachments.push(name);
        }
    }
    let attachment = |name: &String| {
        let location = root.join(name);
        let size = image::measure(&location);
        let bytes = std::fs::metadata(&location).map_or(0, |data| data.len());
        Attachment { path: name["content".len()..].to_owned(), location, size, bytes }
    };
    sources.attachments = attachments.par_iter().map(attachment).collect();
    (sources, findings)
}

impl Sources {
    fn sort_in(&mut self, source: Source) {
        let name = &source.file["content/".len()..];
        if name.starts_with("tools/") {
            self.tools.push(source);
        } else if name.starts_with("glossary") {
            self.glossaries.push(source);
        } else if name == "evidence.toml" {
            self.evidence = Some(source);
        } else {
            self.bibliography = Some(source);
        }
    }
}

/// `Page.MD` is a page too: as a file it would be published with its front matter, draft or not.
fn has_ending(name: &str, ending: &str) -> bool {
    name.len() > ending.len()
        && name.as_bytes()[name.len() - ending.len()..].eq_ignore_ascii_case(ending.as_bytes())
}

/// Whether a file of the content folder holds data; what is neither data nor a page is copied as it is.
fn is_data(name: &str) -> bool {
    let name = name.strip_prefix("content/").unwrap_or(name);
    (name.starts_with("tools/") && name.ends_with(".toml"))
        || (name.starts_with("glossary") && name.ends_with(".toml"))
        || name == "references.bib"
        || name == "evidence.toml"
}

/// Reads one text file, `name` from `root`; the finding names the file and the reason.
pub fn read_text(root: &Path, name: &str) -> Result<Source, Finding> {
    let file: Arc<str> = name.into();
    let bytes = std::fs::read(root.join(name)).map_err(|error| {
        Finding::new(
            &codes::CANNOT_READ,
            Place::file(&file),
            format!("This file cannot be read: {error}."),
            "Check its name and permissions.",
        )
    })?;
    match String::from_utf8(bytes) {
        Ok(text) => {
            // A byte order mark would hide the front matter.
            let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
            Ok(Source { file, text: text.into() })
        }
        Err(error) => {
            let valid = error.utf8_error().valid_up_to();
            let before = &error.as_bytes()[..valid];
            let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
            let column = before.iter().rev().take_while(|byte| **byte != b'\n').count() + 1;
            Err(Finding::new(
                &codes::NOT_UTF8,
                Place::file(&file),
                format!(
                    "This file is not in UTF-8: the first wrong byte is in line {line}, column {column}."
                ),
                "Save it with the encoding UTF-8.",
            ))
        }
    }
}
