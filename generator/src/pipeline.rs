//! The stages in their order: read, parse, link, check, render. What each makes goes on to the next; what
//! each finds is collected.

use std::path::Path;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::authored::{self, Comment, Shape};
use crate::check::{self, Scope, Wanted};
use crate::config::Config;
use crate::findings::{self, EXCEPTION, Finding, Place, codes};
use crate::link::{self, Choice, Parsed, Site};
use crate::parse::front_matter::FrontMatter;
use crate::parse::markdown::Facts;
use crate::parse::page;
use crate::parse::tool::ToolPage;
use crate::parse::{bibliography, evidence, glossary, tool};
use crate::read::{self, History, Source, Sources, Texts, Theme};
use crate::render::{self, Made, Options, Sink};

/// What to build.
#[derive(Clone, Debug)]
pub struct Request<'a> {
    /// The site's folder.
    pub root: &'a Path,
    /// The address to publish at, if not the one in `site.toml`.
    pub base_url: Option<&'a str>,
    /// Whether drafts and pages with a date to come are taken.
    pub drafts: bool,
    /// The day of the build.
    pub today: Date,
    /// Which rules of the checks are looked at: wording, reading, health information, structure.
    pub scope: Scope,
}

/// A site that was read and linked, and everything that was found.
#[derive(Debug)]
pub struct Loaded {
    /// The site and its theme, if the settings could be read.
    pub site: Option<(Site, Theme)>,
    /// All findings so far.
    pub findings: Vec<Finding>,
    /// The texts that findings point into.
    pub texts: Texts,
}

impl Loaded {
    /// Gives back what only checks ask for; half of the memory of a large site.
    pub fn forget_facts(&mut self) {
        if let Some((site, _)) = &mut self.site {
            site.parsed.pages.par_iter_mut().for_each(|page| page.body.facts = Facts::default());
        }
    }

    /// Whether the site may be published.
    pub fn is_sound(&self) -> bool {
        self.site.is_some() && !self.findings.iter().any(Finding::is_error)
    }
}

/// Reads, parses and links a site.
pub fn load(request: &Request<'_>) -> Loaded {
    let (sources, mut findings) = read::read(request.root);
    let texts = Texts::of(request.root);
    let config = sources.site.as_ref().and_then(|source| {
        let (config, more) = Config::read(&source.file, &source.text, request.today);
        findings.extend(more);
        if let Some(config) = &config {
            findings.extend(check::settings(&config.checks, &source.file, &source.text));
        }
        config
    });
    let Some(mut config) = config else {
        // Without settings the languages and taxonomies are unknown; what does not need them is still told.
        tools(&sources.tools, None, &mut findings);
        findings::sort(&mut findings);
        return Loaded { site: None, findings, texts };
    };
    if let Some(base_url) = request.base_url {
        config.base_url = if base_url.ends_with('/') { base_url.to_owned() } else { format!("{base_url}/") };
    }
    let (theme, more) = Theme::read(request.root, &config.theme);
    findings.extend(more);
    if sources.pages.is_empty() {
        findings.push(Finding::new(
            &codes::NO_CONTENT,
            Place::file(&"content".into()),
            "The content folder holds no page.",
            "Put a Markdown file there: `content/_index.md`.",
        ));
    }
    let wanted = Wanted::of(request.scope, &config.checks);
    let parsed = parse(request.root, sources, config, &wanted, &mut findings);
    let choice = Choice { drafts: request.drafts, today: request.today };
    let (site, more) = link::link(parsed, choice);
    findings.extend(more);
    let history = History::of(request.root, page::digest_of_text);
    findings.extend(check::check(&site, &wanted, request.today, &history));
    findings::sort(&mut findings);
    Loaded { site: Some((site, theme)), findings, texts }
}

/// Renders a loaded site into a sink, and adds what was found.
pub fn render(loaded: &mut Loaded, options: Options, sink: &dyn Sink) -> Made {
    let Some((site, theme)) = &loaded.site else { return Made::default() };
    let (made, mut more) = render::render(site, theme, options, sink);
    // Two files with one name were told at their sources.
    if loaded.findings.iter().any(|finding| finding.code == codes::SAME_URL.id) {
        more.retain(|finding| finding.code != codes::CANNOT_WRITE.id);
    }
    // A tool with a fault has no values for some of the templates of tools; its own finding says what to do.
    if loaded.findings.iter().any(|finding| finding.is_error() && finding.code.starts_with("FB05")) {
        more.retain(|finding| {
            let of_tools = finding.place.file.contains("/templates/tools/");
            finding.code != codes::TEMPLATE_FAILED.id || !of_tools
        });
    }
    loaded.findings.extend(more);
    findings::sort(&mut loaded.findings);
    made
}

/// Parses every source, all at once.
fn parse(
    root: &Path,
    sources: Sources,
    config: Config,
    wanted: &Wanted,
    findings: &mut Vec<Finding>,
) -> Parsed {
    let shape = Shape::of::<FrontMatter>();
    let pages = {
        let facts = |text: &str| wanted.need_facts_of(text);
        let rules = page::Rules::new(&config, &shape, &facts);
        collect(&sources.pages, findings, |name| match read::read_text(root, name) {
            Ok(source) => {
                let (page, findings) = page::read(&source, &rules);
                (Some(page), findings)
            }
            Err(finding) => (Some(page::unreadable(name, &rules)), vec![finding]),
        })
    };
    let taken: Vec<Source> =
        sources.tools.into_iter().filter(|source| config.tools.take(&source.file)).collect();
    let tools = tools(&taken, Some(&config), findings);
    let glossaries = collect(&sources.glossaries, findings, glossary::read);
    let faulty_glossary = glossaries.len() < sources.glossaries.len();
    let faulty_bibliography = sources.bibliography.is_some();
    let bibliography = sources.bibliography.as_ref().and_then(|source| {
        let (bibliography, more) = bibliography::read(source);
        findings.extend(more);
        bibliography
    });
    let faulty_bibliography = faulty_bibliography && bibliography.is_none();
    let faulty_evidence = sources.evidence.is_some();
    let evidence = sources.evidence.as_ref().and_then(|source| {
        let (evidence, more) = evidence::read(source);
        findings.extend(more);
        evidence
    });
    let faulty_evidence = faulty_evidence && evidence.is_none();
    let is_read = |id: &&str| tools.iter().any(|tool| tool.id == **id);
    let ids = taken.iter().map(|source| tool::id_of(&source.file));
    let faulty_tools = ids.filter(|id| !is_read(id)).map(str::to_owned).collect();
    let data = sources.site.iter().chain(&taken).chain(&sources.glossaries).chain(&sources.evidence);
    let data = data.chain(&sources.bibliography);
    let comments = data.map(|source| (source.file.clone(), exceptions(source))).collect();
    let attachments = sources.attachments;
    Parsed {
        config,
        pages,
        tools,
        faulty_tools,
        glossaries,
        faulty_glossary,
        bibliography,
        faulty_bibliography,
        evidence,
        faulty_evidence,
        comments,
        attachments,
    }
}

/// The exceptions that are written as comments in a data file.
fn exceptions(source: &Source) -> Vec<Comment> {
    if !source.text.contains(EXCEPTION) {
        return Vec::new();
    }
    if source.file.ends_with(".bib") {
        return authored::marked_in_bibliography(&source.text, EXCEPTION);
    }
    let (node, _) = authored::parse_toml(&source.file, &source.text, 0);
    authored::marked_comments(&source.text, 0, &node, EXCEPTION)
}

/// The tools, then their translations: each needs its original.
fn tools(sources: &[Source], config: Option<&Config>, findings: &mut Vec<Finding>) -> Vec<ToolPage> {
    let (translations, originals): (Vec<&Source>, Vec<&Source>) =
        sources.iter().partition(|source| tool::language_of(&source.file).is_some());
    let mut tools = collect(&originals, findings, |source| tool::read(source));
    let has_original = |source: &Source| {
        originals.iter().any(|original| tool::id_of(&original.file) == tool::id_of(&source.file))
    };
    let translated = collect(&translations, findings, |source| {
        let language = tool::language_of(&source.file).unwrap_or_default();
        if let Some(config) = config
            && !config.language_codes().contains(&language)
        {
            let message = format!("The site has no language `{language}`.");
            let mend = "Add it to site.toml as `[languages.XX]`, or rename the file.";
            let finding = Finding::new(&codes::UNKNOWN_LANGUAGE, Place::file(&source.file), message, mend);
            return (None, vec![finding]);
        }
        if !has_original(source) {
            let id = tool::id_of(&source.file);
            let message = format!("This translates `{id}`, but there is no `{id}.toml`.");
            let mend = "Put the original into `content/tools`, or correct the name of the file.";
            let finding = Finding::new(&codes::UNKNOWN_TOOL, Place::file(&source.file), message, mend);
            return (None, vec![finding]);
        }
        tool::read_translation(source, &tools)
    });
    tools.extend(translated);
    tools
}

fn collect<S: Sync, T: Send>(
    sources: &[S],
    findings: &mut Vec<Finding>,
    read: impl Fn(&S) -> (Option<T>, Vec<Finding>) + Send + Sync,
) -> Vec<T> {
    let results: Vec<_> = sources.par_iter().map(read).collect();
    let mut values = Vec::with_capacity(results.len());
    for (value, more) in results {
        values.extend(value);
        findings.extend(more);
    }
    values
}
