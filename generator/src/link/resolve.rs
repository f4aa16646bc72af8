//! Filling in the holes of a text: where every link leads, which sources are cited, which tools are used.

use std::ops::Range;
use std::sync::Arc;

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

use super::{Entry, Site, Subject, anchors, tool_path};
use crate::findings::{Code, Finding, Place, closest, codes};
use crate::parse::markdown::{Body, Want};

/// The holes of a text, resolved.
#[derive(Debug, Default)]
pub struct Filled {
    /// For the page's text: one for each hole.
    pub text: Vec<Resolved>,
    /// For every tool in the page, by index, the holes of each of its texts: what they cite counts with the page's.
    pub prose: Vec<(usize, Vec<Vec<Resolved>>)>,
    /// The keys of the cited sources in the order of their first mention.
    pub cited: Vec<String>,
    /// The tools that are embedded, by index.
    pub tools: Vec<usize>,
}

/// What stands in a hole.
#[derive(Debug, PartialEq, Eq)]
pub enum Resolved {
    /// An address, not yet escaped.
    Url(String),
    /// An image of the site.
    Image(Image),
    /// A tool, by index.
    Tool(usize),
    /// The chart of a study's result, by index, with the number of its source in the list of references.
    Chart {
        /// The result.
        result: usize,
        /// The number, from 1; `None` if the bibliography cannot be read.
        number: Option<usize>,
    },
    /// Numbers of sources in the list of references, from 1.
    Cite(Vec<usize>),
    /// A message of the theme.
    Word(&'static str),
    /// The crisis lines.
    CrisisLines,
    /// Nothing: a finding says why.
    Nothing,
}

/// An image of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Image {
    /// The file, by index in the attachments.
    pub attachment: usize,
    /// The text alternative.
    pub alt: String,
    /// Width in CSS pixels.
    pub width: usize,
    /// Height in CSS pixels.
    pub height: usize,
}

/// Resolves all texts of an entry. `hidden` are paths of drafts and of pages to come.
pub(super) fn entry(site: &Site, entry: &Entry, hidden: &[String]) -> (Filled, Vec<Finding>) {
    let mut findings = Vec::new();
    let mut filled = Filled::default();
    match entry.subject {
        Subject::Page(index) => {
            let page = &site.parsed.pages[index];
            let scope =
                Scope { site, entry, hidden, file: &page.file, folder: page.folder(), body: &page.body };
            filled.text = scope.fill(&mut filled.cited, &mut filled.tools, &mut findings);
            for tool in filled.tools.clone() {
                prose(site, entry, tool, hidden, &mut filled, &mut findings);
            }
        }
        Subject::Tool(index) => prose(site, entry, index, hidden, &mut filled, &mut findings),
    }
    (filled, findings)
}

/// Resolves the texts of a tool, in the language of the entry around it if there is a translation.
fn prose(
    site: &Site,
    entry: &Entry,
    tool: usize,
    hidden: &[String],
    filled: &mut Filled,
    findings: &mut Vec<Finding>,
) {
    let own = site.find(&tool_path(&site.parsed.tools[tool].id), entry.language);
    let index = match own.map(|own| own.subject) {
        Some(Subject::Tool(index)) => index,
        _ => tool,
    };
    let tool = &site.parsed.tools[index];
    let holes = tool.prose.iter().map(|(_, body, _)| {
        let scope = Scope { site, entry, hidden, file: &tool.file, folder: "/tools/", body };
        scope.fill(&mut filled.cited, &mut Vec::new(), findings)
    });
    let holes = holes.collect();
    filled.prose.push((index, holes));
}

/// Resolves a text of the glossary, as a part of the glossary page of a language. What it cites goes on in `cited`.
pub(crate) fn text(
    site: &Site,
    file: &Arc<str>,
    body: &Body,
    language: usize,
    cited: &mut Vec<String>,
) -> (Vec<Resolved>, Vec<Finding>) {
    let page = site.glossary_pages.get(language).copied().flatten();
    let any = || site.entries.iter().position(|entry| entry.language == language);
    let Some(entry) = page.or_else(any).map(|index| &site.entries[index]) else {
        return (body.holes.iter().map(|_| Resolved::Nothing).collect(), Vec::new());
    };
    let mut findings = Vec::new();
    let scope = Scope { site, entry, hidden: &[], file, folder: "/", body };
    let filled = scope.fill(cited, &mut Vec::new(), &mut findings);
    (filled, findings)
}

/// What must not stand as it is in the path of an address.
const IN_A_PATH: &AsciiSet =
    &CONTROLS.add(b' ').add(b'"').add(b'#').add(b'%').add(b'<').add(b'>').add(b'?').add(b'`');

/// A path of files as it may stand in an address.
pub(crate) fn encoded(path: &str) -> String {
    utf8_percent_encode(path, IN_A_PATH).to_string()
}

pub(super) struct Scope<'a> {
    pub(super) site: &'a Site,
    entry: &'a Entry,
    hidden: &'a [String],
    file: &'a Arc<str>,
    folder: &'a str,
    body: &'a Body,
}

impl Scope<'_> {
    fn fill(
        &self,
        cited: &mut Vec<String>,
        tools: &mut Vec<usize>,
        findings: &mut Vec<Finding>,
    ) -> Vec<Resolved> {
        self.body
            .holes
            .iter()
            .map(|hole| {
                let resolved = match &hole.want {
                    Want::Link(dest) => self.link(dest, &hole.range),
                    Want::Term(id) => self.term(id, &hole.range),
                    Want::ToolLink(id) | Want::Tool { id } if self.site.parsed.faulty_tools.contains(id) => {
                        Ok(Resolved::Nothing)
                    }
                    Want::ToolLink(id) => self.tool(id, &hole.range).map(|tool| self.tool_url(tool)),
                    Want::Tool { id } => self.tool(id, &hole.range).and_then(|tool| {
                        if tools.contains(&tool) {
                            return Err(self.finding(
                                &codes::TOOL_TWICE,
                                &hole.range,
                                format!("The tool `{id}` stands in this page already."),
                                format!("Link to it here: `[words](tool:{id})`."),
                            ));
                        }
                        tools.push(tool);
                        Ok(Resolved::Tool(tool))
                    }),
                    Want::Image { dest, alt } => self.image(dest, alt, &hole.range),
                    Want::Cite(keys) => Ok(self.cite(keys, cited, findings)),
                    Want::Chart { id, .. } => self.chart(id, &hole.range, cited),
                    Want::Numbers { id, text } => self.numbers(id, text, &hole.range),
                    Want::Word(key) => Ok(Resolved::Word(key)),
                    Want::CrisisLines => Ok(Resolved::CrisisLines),
                };
                resolved.unwrap_or_else(|finding| {
                    findings.push(finding);
                    Resolved::Nothing
                })
            })
            .collect()
    }

    fn link(&self, dest: &str, range: &Range<usize>) -> Result<Resolved, Finding> {
        let (path, anchor) = dest.split_once('#').map_or((dest, None), |(path, anchor)| (path, Some(anchor)));
        if path.is_empty() {
            let anchor = anchor.unwrap_or("");
            anchors::check(self.site, self.entry, anchor)
                .map_err(|close| self.no_anchor(anchor, range, close))?;
            return Ok(Resolved::Url(format!("#{anchor}")));
        }
        let path = self.absolute(&percent_decode_str(path).decode_utf8_lossy());
        if let Some(target) = self.site.find(&self.neutral(&path), self.entry.language) {
            return Ok(Resolved::Url(match anchor {
                Some(anchor) => {
                    anchors::check(self.site, target, anchor)
                        .map_err(|close| self.no_anchor(anchor, range, close))?;
                    format!("{}#{anchor}", target.url)
                }
                None => target.url.clone(),
            }));
        }
        if !path.ends_with(".md") && self.site.parsed.attachments.iter().any(|file| file.path == path) {
            let base = self.site.parsed.config.base_path();
            return Ok(Resolved::Url(format!("{base}{}", encoded(&path[1..]))));
        }
        if self.site.parsed.faulty_tools.iter().any(|id| tool_path(id) == path) {
            return Ok(Resolved::Nothing);
        }
        Err(self.no_page(dest, &path, range))
    }

    /// A path from the content folder: `../a.md` is read from the page's own folder.
    fn absolute(&self, path: &str) -> String {
        let joined = if path.starts_with('/') { path.to_owned() } else { format!("{}{path}", self.folder) };
        let mut parts: Vec<&str> = Vec::new();
        for part in joined.split('/').skip(1) {
            match part {
                "." => {}
                ".." => {
                    parts.pop();
                }
                part => parts.push(part),
            }
        }
        format!("/{}", parts.join("/"))
    }

    /// A link to `a.es.md` means the page, in whatever language it is read.
    fn neutral(&self, path: &str) -> String {
        for code in &self.site.languages {
            if let Some(stem) =
                path.strip_suffix(".md").and_then(|path| path.strip_suffix(&format!(".{code}")))
            {
                return format!("{stem}.md");
            }
        }
        path.to_owned()
    }

    fn no_page(&self, dest: &str, path: &str, range: &Range<usize>) -> Finding {
        if self.hidden.iter().any(|hidden| hidden == path) {
            return self.finding(
                &codes::BROKEN_LINK,
                range,
                format!("`{dest}` is a draft or has a date to come, so readers will not find it."),
                "Publish that page as well, or leave the link out.",
            );
        }
        // `/treatments/cbt/` and `/treatments/cbt` are addresses; the source path is what survives a move.
        let stem = path.trim_end_matches('/');
        let by_address = [format!("{stem}.md"), format!("{stem}/_index.md")]
            .into_iter()
            .find(|path| self.site.by_path.contains_key(path));
        let name = |path: &str| path.rsplit('/').next().unwrap_or("").to_owned();
        let wanted = name(path);
        let same_name =
            || self.site.by_path.keys().find(|path| name(path) == wanted && wanted != "_index.md").cloned();
        let close = || closest(path, self.site.by_path.keys().map(String::as_str)).map(str::to_owned);
        let mend = match by_address.or_else(same_name).or_else(close) {
            Some(path) => format!("Did you mean `{path}`?"),
            None => {
                "Write the path of the source file from the content folder: `/family/first-steps.md`.".into()
            }
        };
        self.finding(&codes::BROKEN_LINK, range, format!("There is no page or file `{dest}`."), mend)
    }

    fn no_anchor(&self, anchor: &str, range: &Range<usize>, close: Option<String>) -> Finding {
        let mend = match close {
            Some(close) => format!("Did you mean `#{close}`?"),
            None => "Link to the page without `#…`, or give the heading `{#anchor}`.".to_owned(),
        };
        self.finding(&codes::BROKEN_ANCHOR, range, format!("That page has no heading `#{anchor}`."), mend)
    }

    fn term(&self, id: &str, range: &Range<usize>) -> Result<Resolved, Finding> {
        let glossaries = &self.site.parsed.glossaries;
        // The glossary that the reader's glossary page shows.
        let code = self.site.languages[self.entry.language].as_str();
        let shown = glossaries
            .iter()
            .find(|glossary| glossary.language.as_deref() == Some(code))
            .or_else(|| glossaries.iter().find(|glossary| glossary.language.is_none()));
        let known =
            || shown.into_iter().flat_map(|glossary| glossary.terms.iter().map(|term| term.id.as_str()));
        if self.site.parsed.faulty_glossary {
            return Ok(Resolved::Nothing);
        }
        if !known().any(|known| known == id) {
            return Err(self.finding(
                &codes::UNKNOWN_TERM,
                range,
                format!("`{id}` is not in the glossary."),
                match closest(id, known()) {
                    Some(close) => format!("Did you mean `term:{close}`?"),
                    None => "Add it to content/glossary.toml.".to_owned(),
                },
            ));
        }
        let page = self.site.glossary_pages[self.entry.language].map(|index| &self.site.entries[index]);
        match page {
            Some(page) => Ok(Resolved::Url(format!("{}#{id}", page.url))),
            None if self.site.parsed.pages.iter().any(|page| page.faulty) => Ok(Resolved::Nothing),
            None => Err(self.finding(
                &codes::UNKNOWN_TERM,
                range,
                "The site has no glossary page to link to.",
                "Add a page with `template: glossary.html`.",
            )),
        }
    }

    fn tool(&self, id: &str, range: &Range<usize>) -> Result<usize, Finding> {
        let tools = &self.site.parsed.tools;
        tools.iter().position(|tool| tool.id == id).ok_or_else(|| {
            self.finding(
                &codes::UNKNOWN_TOOL,
                range,
                format!("There is no tool `{id}`."),
                match closest(id, tools.iter().map(|tool| tool.id.as_str())) {
                    Some(close) => format!("Did you mean `tool:{close}`?"),
                    None => format!("Add content/tools/{id}.toml."),
                },
            )
        })
    }

    fn tool_url(&self, tool: usize) -> Resolved {
        let path = tool_path(&self.site.parsed.tools[tool].id);
        match self.site.find(&path, self.entry.language) {
            Some(entry) => Resolved::Url(entry.url.clone()),
            None => Resolved::Nothing,
        }
    }

    fn image(&self, dest: &str, alt: &str, range: &Range<usize>) -> Result<Resolved, Finding> {
        if dest.contains("://") || dest.starts_with("data:") {
            return Err(self.finding(
                &codes::UNSAFE_LINK,
                range,
                "An image from another site would tell that site who reads this page.",
                "Put the file beside the page and write its name.",
            ));
        }
        let path = self.absolute(&percent_decode_str(dest).decode_utf8_lossy());
        let attachments = &self.site.parsed.attachments;
        let Some(index) = attachments.iter().position(|file| file.path == path) else {
            return Err(self.finding(
                &codes::MISSING_IMAGE,
                range,
                format!("There is no file `{dest}` beside this page."),
                match closest(&path, attachments.iter().map(|file| file.path.as_str())) {
                    Some(close) => format!("Did you mean `{close}`?"),
                    None => "Put the file beside the page, or correct its name.".to_owned(),
                },
            ));
        };
        let no_image = || Err("it is no image that browsers show".to_owned());
        match attachments[index].size.clone().unwrap_or_else(no_image) {
            Ok((width, height)) => {
                Ok(Resolved::Image(Image { attachment: index, alt: alt.to_owned(), width, height }))
            }
            Err(reason) => Err(self.finding(
                &codes::UNREADABLE_IMAGE,
                range,
                format!("The size of `{dest}` cannot be read: {reason}."),
                "Save the picture again as SVG, PNG, JPEG, WebP or AVIF.",
            )),
        }
    }

    pub(super) fn cite(
        &self,
        keys: &[(String, Range<usize>)],
        cited: &mut Vec<String>,
        findings: &mut Vec<Finding>,
    ) -> Resolved {
        let bibliography = self.site.parsed.bibliography.as_ref();
        let known = || bibliography.into_iter().flat_map(|bibliography| bibliography.keys());
        let mut numbers = Vec::new();
        for (key, range) in keys {
            if self.site.parsed.faulty_bibliography {
                continue;
            }
            if !known().any(|known| known == key) {
                findings.push(self.finding(
                    &codes::UNKNOWN_CITATION,
                    range,
                    format!("`{key}` is not in the bibliography."),
                    match closest(key, known()) {
                        Some(close) => format!("Did you mean `@{close}`?"),
                        None => "Add the entry to content/references.bib.".to_owned(),
                    },
                ));
                continue;
            }
            let index = cited.iter().position(|cited| cited == key).unwrap_or_else(|| {
                cited.push(key.clone());
                cited.len() - 1
            });
            numbers.push(index + 1);
        }
        Resolved::Cite(numbers)
    }

    pub(super) fn finding(
        &self,
        code: &Code,
        range: &Range<usize>,
        message: impl Into<String>,
        mend: impl Into<String>,
    ) -> Finding {
        Finding::new(code, Place::at(self.file, range.clone()), message, mend)
    }
}
