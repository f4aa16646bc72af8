//! From single pages to a site: addresses, sections, translations, and every link resolved.
//!
//! Invariant: after this stage nothing is looked up by name any more; what could not be resolved is a finding.

mod anchors;
mod build;
mod claims;
mod evidence;
mod resolve;
mod taxonomy;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::authored::Comment;
use crate::config::{Config, ToolKind};
use crate::embedded;
use crate::parse::bibliography::Bibliography;
use crate::parse::evidence::Evidence;
use crate::parse::glossary::Glossary;
use crate::parse::page::Page;
use crate::parse::tool::ToolPage;
use crate::read::Attachment;

pub use build::{Choice, link};
pub use resolve::{Filled, Image, Resolved};
pub(crate) use resolve::{encoded, text};
pub use taxonomy::{TaxonomyList, TermList};

/// The template of the page that lists all that is kept on the device.
pub(crate) const KEPT_LIST: &str = "my-things.html";

/// All that was parsed, before it is a site.
#[derive(Debug)]
pub struct Parsed {
    /// The settings.
    pub config: Config,
    /// The pages in the order of their files.
    pub pages: Vec<Page>,
    /// The tools.
    pub tools: Vec<ToolPage>,
    /// The ids of tools that could not be read: links to them are not faults of their own.
    pub faulty_tools: Vec<String>,
    /// The glossaries.
    pub glossaries: Vec<Glossary>,
    /// Whether a glossary could not be read: its terms are not missed then.
    pub faulty_glossary: bool,
    /// The bibliography.
    pub bibliography: Option<Bibliography>,
    /// Whether the bibliography could not be read: its entries are not missed then.
    pub faulty_bibliography: bool,
    /// The results of studies.
    pub evidence: Option<Evidence>,
    /// Whether the results could not be read: they are not missed then.
    pub faulty_evidence: bool,
    /// The comments with exceptions in data files, by file.
    pub comments: Vec<(Arc<str>, Vec<Comment>)>,
    /// Files to copy.
    pub attachments: Vec<Attachment>,
}

/// A whole site, ready to be rendered.
#[derive(Debug)]
pub struct Site {
    /// All that was parsed.
    pub parsed: Parsed,
    /// The codes of the languages, the default first. Entries name them by index.
    pub languages: Vec<String>,
    /// Everything with an address of its own, in the order of addresses by language.
    pub entries: Vec<Entry>,
    /// For every source path the entry in each language.
    pub by_path: BTreeMap<String, Vec<Option<usize>>>,
    /// The home page of each language, if there is one.
    pub homes: Vec<Option<usize>>,
    /// The glossary page of each language, if there is one.
    pub glossary_pages: Vec<Option<usize>>,
    /// The taxonomies by language.
    pub taxonomies: Vec<Vec<TaxonomyList>>,
    /// Old addresses and where they lead, both with the base path.
    pub redirects: Vec<(String, String)>,
}

/// What an entry shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A page, by index in [`Parsed::pages`].
    Page(usize),
    /// A tool's own page, by index in [`Parsed::tools`].
    Tool(usize),
}

/// Which of an entry's documents is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Document {
    /// The page at its address.
    Page,
    /// The page beside it, in which the answers of a questionnaire can be kept ([`Site::keeping_url`]).
    Keeping,
}

/// Something with an address in one language.
#[derive(Debug)]
pub struct Entry {
    /// What it shows.
    pub subject: Subject,
    /// The language of the site around it, by index.
    pub language: usize,
    /// The language of its text, if that is another: the translation is missing.
    pub original: Option<usize>,
    /// The address from the root of the host, with the base path: `/help/es/treatments/cbt/`.
    pub url: String,
    /// The section that holds it, as an entry.
    pub parent: Option<usize>,
    /// For a section: its pages in order, as entries.
    pub pages: Vec<usize>,
    /// For a section: the sections right below it, in order.
    pub sections: Vec<usize>,
    /// The resolved holes of its text.
    pub filled: Filled,
}

impl Site {
    /// The page of an entry, unless it is a tool's.
    pub fn page(&self, entry: &Entry) -> Option<&Page> {
        match entry.subject {
            Subject::Page(index) => self.parsed.pages.get(index),
            Subject::Tool(_) => None,
        }
    }

    /// The title of an entry.
    pub fn title(&self, entry: &Entry) -> &str {
        match entry.subject {
            Subject::Page(index) => &self.parsed.pages[index].front.title,
            Subject::Tool(index) => self.parsed.tools[index].tool.title(),
        }
    }

    /// The one sentence about an entry.
    pub fn summary(&self, entry: &Entry) -> &str {
        match entry.subject {
            Subject::Page(index) => &self.parsed.pages[index].front.summary,
            Subject::Tool(index) => self.parsed.tools[index].tool.summary(),
        }
    }

    /// The site's name in a language.
    pub fn name(&self, language: usize) -> &str {
        let config = &self.parsed.config;
        let own = config.languages.get(&self.languages[language]).and_then(|own| own.title.as_deref());
        own.unwrap_or(&config.title)
    }

    /// The language of an entry's title and text, if it is not the one around it.
    pub fn foreign(&self, entry: &Entry) -> Option<&str> {
        entry.original.map(|language| self.languages[language].as_str())
    }

    /// The source path of an entry: `/treatments/cbt.md`, `/tools/phq-9.toml`.
    pub fn path(&self, entry: &Entry) -> String {
        match entry.subject {
            Subject::Page(index) => self.parsed.pages[index].path.clone(),
            Subject::Tool(index) => tool_path(&self.parsed.tools[index].id),
        }
    }

    /// The entry of a source path in a language.
    pub fn find(&self, path: &str, language: usize) -> Option<&Entry> {
        self.by_path.get(path)?.get(language)?.map(|index| &self.entries[index])
    }

    /// The address of the site's start in a language, with the base path.
    pub fn home_url(&self, language: usize) -> String {
        address(&self.parsed.config, &self.languages, language, "/")
    }

    /// Whether an entry holds a tool or what tools have kept, and so is sealed.
    pub fn is_sealed(&self, entry: &Entry) -> bool {
        matches!(entry.subject, Subject::Tool(_)) || !entry.filled.tools.is_empty() || self.keeps(entry)
    }

    /// Whether something can be kept in an entry's page, or what is kept is shown there: a tool's own page, and the
    /// page of all that is kept.
    pub fn keeps(&self, entry: &Entry) -> bool {
        let is_list = |page: &Page| page.front.template.as_deref() == Some(KEPT_LIST);
        match entry.subject {
            Subject::Tool(index) => self.kept_kind(index).is_some_and(|kind| !kind.is_kept_beside()),
            Subject::Page(_) => self.page(entry).is_some_and(is_list),
        }
    }

    /// The address of the page beside a tool's own in which its answers can be kept, if there is one.
    pub fn keeping_url(&self, entry: &Entry) -> Option<String> {
        let Subject::Tool(index) = entry.subject else { return None };
        self.is_kept_beside(index).then(|| format!("{}keep/", entry.url))
    }

    fn is_kept_beside(&self, tool: usize) -> bool {
        self.kept_kind(tool).is_some_and(ToolKind::is_kept_beside)
    }

    /// The kind of a tool, if tools of that kind can be kept.
    fn kept_kind(&self, tool: usize) -> Option<ToolKind> {
        let own = self.parsed.tools[tool].tool.kind();
        self.parsed.config.tools.keep.iter().copied().find(|kind| kind.word() == own)
    }

    /// The parts of the tools' script that a document of an entry needs: the kinds of the tools in it, each once, and
    /// what keeps things or hands them over.
    pub fn script_parts(&self, entry: &Entry, document: Document) -> BTreeSet<&'static str> {
        let own = match entry.subject {
            Subject::Tool(index) => Some(index),
            Subject::Page(_) => None,
        };
        let tools = || own.into_iter().chain(entry.filled.tools.iter().copied());
        let keeping = if document == Document::Keeping || self.keeps(entry) {
            Some(embedded::KEEP)
        } else {
            tools().any(|tool| self.is_kept_beside(tool)).then_some(embedded::HAND_OVER)
        };
        tools().map(|index| self.parsed.tools[index].tool.kind()).chain(keeping).collect()
    }

    /// Where an address is written below the output folder: `es/treatments/cbt/index.html`.
    pub fn output_path(&self, url: &str) -> String {
        let path = url.strip_prefix(self.parsed.config.base_path()).unwrap_or(url.trim_start_matches('/'));
        if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() }
    }

    /// A full address, for other sites: `https://example.org/help/es/treatments/cbt/`.
    pub fn permalink(&self, url: &str) -> String {
        let base = &self.parsed.config.base_url;
        let path = url.strip_prefix(self.parsed.config.base_path()).unwrap_or(url.trim_start_matches('/'));
        format!("{base}{path}")
    }
}

/// The source path by which a tool's page is known.
pub(crate) fn tool_path(id: &str) -> String {
    format!("/tools/{id}.toml")
}

/// An address below a language: the default language has no folder of its own.
pub(crate) fn address(config: &Config, languages: &[String], language: usize, path: &str) -> String {
    let base = config.base_path();
    match language {
        0 => format!("{base}{}", &path[1..]),
        other => format!("{base}{}{path}", languages[other]),
    }
}
