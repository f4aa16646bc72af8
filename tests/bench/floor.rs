//! The floor: walk, read, turn Markdown into HTML, write, on all cores. No generator can do less.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::{fs, io};

use pulldown_cmark::{Options, Parser, html};
use rayon::prelude::*;

/// Writes each page of the site at `root` to a folder of its own under `out`.
pub(crate) fn build(root: &Path, out: &Path) -> io::Result<()> {
    let content = root.join("content");
    let pages: Vec<PathBuf> = walkdir::WalkDir::new(&content)
        .into_iter()
        .filter_map(Result::ok)
        .filter(|entry| entry.path().extension().is_some_and(|extension| extension == "md"))
        .map(walkdir::DirEntry::into_path)
        .collect();
    pages.par_iter().try_for_each(|page| {
        let text = fs::read_to_string(page)?;
        let mut rendered = String::with_capacity(text.len() * 2);
        let options = Options::ENABLE_TABLES
            | Options::ENABLE_FOOTNOTES
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_TASKLISTS
            | Options::ENABLE_HEADING_ATTRIBUTES
            | Options::ENABLE_SMART_PUNCTUATION;
        html::push_html(&mut rendered, Parser::new_ext(body(&text), options));
        let inside = page.strip_prefix(&content).unwrap_or(page).with_extension("");
        let folder = match inside.file_name() {
            Some(name) if name == "_index" => out.join(inside.parent().unwrap_or(Path::new(""))),
            _ => out.join(&inside),
        };
        fs::create_dir_all(&folder)?;
        fs::File::create(folder.join("index.html"))?.write_all(rendered.as_bytes())
    })
}

/// The text after the front matter.
fn body(text: &str) -> &str {
    let after = text.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n"));
    after.map_or(text, |(_, body)| body)
}
