//! One Markdown file as a page.

use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::front_matter::{self, Evidence, FrontMatter, Grade};
use super::markdown::{self, Body, Origin};
use crate::authored::{self, Comment, Kind, Node, Shape};
use crate::config::{Config, is_address_part};
use crate::findings::{EXCEPTION, Finding, Place, closest, codes};
use crate::read::Source;

/// A page as its own file tells it.
#[derive(Debug)]
pub struct Page {
    /// The file.
    pub file: Arc<str>,
    /// The path from the content folder without the language: `/treatments/cbt.md`. Links name it.
    pub path: String,
    /// The code of its language.
    pub language: String,
    /// Its settings.
    pub front: FrontMatter,
    /// Where the settings are written.
    pub node: Node,
    /// Exceptions in the settings.
    pub comments: Vec<Comment>,
    /// Its text.
    pub body: Body,
    /// A digest of its words, by which a translation names the version that it translates.
    pub digest: String,
    /// Whether its settings or text could not be read whole: what others ask of it is not judged then.
    pub faulty: bool,
}

/// What reading pages needs to know of the site.
pub struct Rules<'a> {
    /// The settings.
    pub config: &'a Config,
    /// The shape of front matter, made once.
    pub shape: &'a Shape,
    /// The names of the taxonomies.
    pub taxonomies: Vec<&'a str>,
    /// Whether checks will look at a text.
    pub facts: &'a (dyn Fn(&str) -> bool + Sync),
}

impl<'a> Rules<'a> {
    /// The rules of a site.
    pub fn new(config: &'a Config, shape: &'a Shape, facts: &'a (dyn Fn(&str) -> bool + Sync)) -> Self {
        Rules { config, shape, taxonomies: config.taxonomies.keys().map(String::as_str).collect(), facts }
    }
}

/// Reads one page; the findings hold for this file alone.
///
/// There is always a page, if need be without settings: so that links to a page with a fault are not faults too.
pub fn read(source: &Source, rules: &Rules<'_>) -> (Page, Vec<Finding>) {
    let mut findings = Vec::new();
    let file = &source.file;
    let (path, language) = path_and_language(file, rules.config, &mut findings);
    let faulty;
    let (front, node, start) = match front_matter::split(file, &source.text) {
        Ok(split) => {
            let (front, node, more) =
                front_matter::read(file, &source.text, &split, rules.shape, &rules.taxonomies);
            findings.extend(more);
            faulty = front.is_none();
            (front.unwrap_or_default(), node, split.body)
        }
        Err(finding) => {
            findings.push(finding);
            faulty = true;
            // Without its end, front matter cannot be told from text.
            (FrontMatter::default(), Node { range: 0..0, kind: Kind::Null }, source.text.len())
        }
    };
    let (above, text) = source.text.split_at(start);
    let comments = authored::marked_comments(above, 0, &node, EXCEPTION);
    let origin = Origin { file, offset: start, prefix: "", facts: (rules.facts)(text) };
    let (body, more) = markdown::body(text, &origin);
    findings.extend(more);
    if let Some(slug) = front.slug.as_deref().filter(|slug| !is_address_part(slug)) {
        findings.push(Finding::new(
            &codes::BAD_ADDRESS_PART,
            Place::at(file, node.nearest("/slug").range.clone()),
            format!("`{slug}` cannot be a part of an address."),
            format!("Write letters, digits and hyphens: `{}`.", super::markdown::slug(slug)),
        ));
    }
    let is_original = rules.config.languages.len() > 1 && language == rules.config.default_language;
    let digest = if is_original { digest_of(&front, text) } else { String::new() };
    (Page { file: file.clone(), path, language, front, node, comments, body, digest, faulty }, findings)
}

/// A few letters that change with the words of a page, and with nothing else of it.
fn digest_of(front: &FrontMatter, text: &str) -> String {
    let mut hash = Sha256::new();
    let evidence = front.evidence.as_ref().map_or("", |evidence| evidence.statement.as_str());
    for part in [front.title.as_str(), front.summary.as_str(), evidence] {
        hash.update(part.trim());
        hash.update([0]);
    }
    // A comment is not seen by readers.
    let is_comment = |line: &&str| line.starts_with("<!--") && line.trim_end().ends_with("-->");
    for line in text.trim().lines().filter(|line| !is_comment(line)) {
        hash.update(line.trim_end());
        hash.update([b'\n']);
    }
    let digits: String = hash.finalize().iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    // With a letter before it no digest is a number to YAML.
    format!("v{digits}")
}

/// The digest of a whole file, front matter and all, of another version than the one that is built.
pub(crate) fn digest_of_text(text: &str) -> Option<String> {
    let file: Arc<str> = "".into();
    let split = front_matter::split(&file, text).ok()?;
    let shape = Shape::of::<FrontMatter>();
    let (front, ..) = front_matter::read(&file, text, &split, &shape, &[]);
    // Taxonomies of the site are keys of their own there, which this version of it need not know.
    let front = front.unwrap_or_else(|| words_of(&text[split.front.clone()], split.toml));
    Some(digest_of(&front, &text[split.body..]))
}

/// Title, summary and evidence statement alone.
fn words_of(text: &str, toml: bool) -> FrontMatter {
    let file: Arc<str> = "".into();
    let (node, _) =
        if toml { authored::parse_toml(&file, text, 0) } else { authored::parse_yaml(&file, text, 0) };
    let word = |node: Option<&Node>| node.and_then(Node::text).unwrap_or("").to_owned();
    let statement = word(node.get("evidence").and_then(|evidence| evidence.get("statement")));
    let evidence = Evidence { grade: Grade::D, statement };
    FrontMatter {
        title: word(node.get("title")),
        summary: word(node.get("summary")),
        evidence: Some(evidence),
        ..FrontMatter::default()
    }
}

/// Stands in for a page that could not even be read, so that links to it are not faults too.
pub fn unreadable(name: &str, rules: &Rules<'_>) -> Page {
    let file: Arc<str> = name.into();
    let (path, language) = path_and_language(&file, rules.config, &mut Vec::new());
    let node = Node { range: 0..0, kind: Kind::Null };
    Page {
        file,
        path,
        language,
        front: FrontMatter::default(),
        node,
        comments: Vec::new(),
        body: Body::default(),
        digest: String::new(),
        faulty: true,
    }
}

/// `content/treatments/cbt.es.md` is `/treatments/cbt.md` in `es`.
fn path_and_language(file: &Arc<str>, config: &Config, findings: &mut Vec<Finding>) -> (String, String) {
    let path = &file["content".len()..file.len() - ".md".len()];
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let mut language = config.default_language.clone();
    let mut stem = name;
    if let Some((before, code)) = name.rsplit_once('.') {
        if config.languages.contains_key(code) {
            language = code.to_owned();
            stem = before;
        } else if matches!(code.len(), 2 | 3) && code.chars().all(|c| c.is_ascii_lowercase()) {
            findings.push(Finding::new(
                &codes::UNKNOWN_LANGUAGE,
                Place::file(file),
                format!("`{code}` is not one of the site's languages."),
                match closest(code, config.languages.keys().map(String::as_str)) {
                    Some(close) => format!("Did you mean `{before}.{close}.md`?"),
                    None => format!("Add `[languages.{code}]` to site.toml, or rename the file."),
                },
            ));
        }
    }
    let fine = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '/' | '.');
    let name_is_fine = stem == "_index" || stem.chars().all(fine);
    if !(folder.chars().all(fine) && name_is_fine) {
        let mend = |name: &str| if name == "_index" { name.to_owned() } else { super::markdown::slug(name) };
        let folders = folder.split('/').skip(1).map(|part| format!("{}/", mend(part))).collect::<String>();
        let ending = &name[stem.len()..];
        findings.push(Finding::new(
            &codes::BAD_FILE_NAME,
            Place::file(file),
            "The address of this page would not be easy to read or type.",
            format!(
                "Use small letters, digits and hyphens, for example `{folders}{}{ending}.md`.",
                mend(stem)
            ),
        ));
    }
    (format!("{folder}/{stem}.md"), language)
}

impl Page {
    /// Whether this is a section's start page.
    pub fn is_section(&self) -> bool {
        self.path.ends_with("/_index.md")
    }

    /// The place of a key of the front matter, for findings.
    pub fn place_of(&self, pointer: &str) -> Place {
        Place::at(&self.file, self.node.nearest(pointer).range.clone())
    }

    /// The folder with a slash at each end: `/treatments/`.
    pub fn folder(&self) -> &str {
        let end = self.path.rfind('/').map_or(0, |slash| slash + 1);
        &self.path[..end]
    }

    /// The address below the language, with a slash at each end: `/treatments/cbt/`.
    pub fn address(&self) -> String {
        let folder = self.folder();
        let name = self.path[folder.len()..].trim_end_matches(".md");
        match (name, &self.front.slug) {
            ("_index", _) => folder.to_owned(),
            ("index", _) => folder.to_owned(),
            (_, Some(slug)) => format!("{folder}{slug}/"),
            (name, None) => format!("{folder}{name}/"),
        }
    }
}
