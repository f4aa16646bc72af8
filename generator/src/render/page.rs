//! The context of one page, and its HTML.

use std::borrow::Cow;

use serde::Serialize;
use tera::{Context, Value};

use super::cards::reading_minutes;
use super::shared::LanguageView;
use super::text::{Around, fill};
use super::{Shared, head, offline, tool};
use crate::findings::Finding;
use crate::link::{Document, Entry, KEPT_LIST, Site, Subject};
use crate::parse::front_matter::{Audience, Evidence};
use crate::parse::markdown::Heading;

#[derive(Serialize)]
struct PageView<'a> {
    title: &'a str,
    summary: &'a str,
    url: &'a str,
    permalink: String,
    path: String,
    content: String,
    toc: Vec<TocView<'a>>,
    audience: &'a [Audience],
    #[serde(skip_serializing_if = "Option::is_none")]
    reviewed: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reviewer: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    evidence: Option<&'a Evidence>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    updated: Option<&'a str>,
    breadcrumbs: Vec<LinkView<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    previous: Option<LinkView<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<LinkView<'a>>,
    translations: Vec<TranslationView<'a>>,
    is_keeping: bool,
    content_lang: &'a str,
    tools: Vec<&'a str>,
    taxonomies: Vec<TaxonomyView<'a>>,
    sources: &'a [String],
    reading_minutes: usize,
}

#[derive(Serialize)]
struct LinkView<'a> {
    title: &'a str,
    url: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    lang: Option<&'a str>,
}

impl<'a> LinkView<'a> {
    fn to(site: &'a Site, index: usize) -> Self {
        let entry = &site.entries[index];
        LinkView { title: site.title(entry), url: &entry.url, lang: site.foreign(entry) }
    }
}

#[derive(Serialize)]
struct TocView<'a> {
    id: &'a str,
    title: String,
    children: Vec<TocView<'a>>,
}

/// The same page in a language.
#[derive(Serialize)]
pub(super) struct TranslationView<'a> {
    language: LanguageView<'a>,
    url: Cow<'a, str>,
    current: bool,
    missing: bool,
}

impl<'a> TranslationView<'a> {
    /// One that is not missing, at an address.
    pub(super) fn to(site: &'a Site, language: usize, url: Cow<'a, str>, current: bool) -> Self {
        let code = site.languages[language].as_str();
        let name = site.parsed.config.languages.get(code).map_or(code, |own| own.name.as_str());
        TranslationView { language: LanguageView { code, name }, url, current, missing: false }
    }

    /// The code of the language, and the address.
    pub(super) fn place(&self) -> (&'a str, &str) {
        (self.language.code, &self.url)
    }
}

#[derive(Serialize)]
struct TaxonomyView<'a> {
    name: &'a str,
    title: &'a str,
    terms: Vec<TermView<'a>>,
}

#[derive(Serialize)]
struct TermView<'a> {
    name: &'a str,
    url: &'a str,
}

/// The HTML of an entry's document.
pub(super) fn render(
    shared: &Shared<'_>,
    entry: &Entry,
    index: usize,
    document: Document,
) -> Result<String, Finding> {
    let site = shared.site;
    let sealed = site.is_sealed(entry);
    let mut context = shared.context(entry.language);
    let content = content(shared, entry, document, sealed)?;
    let view = view(shared, entry, index, document, content);
    let mut page = Value::from_serializable(&view);
    let template = template(shared, entry);
    if let Some(page) = site.page(entry) {
        shared.templates.check_name(template, || page.place_of("/template"))?;
    }
    let mut cited = entry.filled.cited.clone();
    add_lists(shared, entry, template, &mut context, &mut cited);
    if !cited.is_empty() {
        page = with(page, "references", shared.references.cited(site, entry.language, &cited));
    }
    context.insert_value("page", page);
    context.insert_value("head", head::of_entry(shared, entry, document));
    context.insert_value("frame", shared.frame(entry.language, Some(&entry.url))?);
    if !entry.pages.is_empty()
        || !entry.sections.is_empty()
        || site.page(entry).is_some_and(|p| p.is_section())
    {
        let cards =
            |list: &[usize]| list.iter().map(|index| shared.cards[*index].clone()).collect::<Vec<_>>();
        let section = [("pages", cards(&entry.pages)), ("sections", cards(&entry.sections))];
        context.insert_value("section", Value::from(std::collections::BTreeMap::from(section)));
    }
    shared.templates.render(template, &context, shared.file(entry))
}

/// The template of an entry: the front matter's, or the usual one.
fn template<'a>(shared: &Shared<'a>, entry: &Entry) -> &'a str {
    let Some(page) = shared.site.page(entry) else { return "tool.html" };
    match &page.front.template {
        Some(name) => name,
        None if page.path == "/_index.md" => "home.html",
        None if page.is_section() => "section.html",
        None => "page.html",
    }
}

/// Whether an entry is the page on which readers keep the site.
pub(super) fn is_for_offline(shared: &Shared<'_>, entry: &Entry) -> bool {
    template(shared, entry) == offline::TEMPLATE
}

/// The lists that only some templates show. The glossary goes on with the numbers of the page's sources.
fn add_lists(
    shared: &Shared<'_>,
    entry: &Entry,
    template: &str,
    context: &mut Context,
    cited: &mut Vec<String>,
) {
    match template {
        offline::TEMPLATE => {
            context.insert_value("offline_root", Value::from(shared.site.parsed.config.base_path()));
        }
        "glossary.html" => {
            context.insert_value("glossary", super::jobs::glossary(shared, entry.language, cited));
        }
        KEPT_LIST => {
            context.insert_value("kept_tools", kept_tools(shared, entry.language));
        }
        "references.html" => {
            context.insert_value("references", shared.references.all(shared.site, entry.language));
        }
        _ => {}
    }
}

#[derive(Serialize)]
struct KeptToolView<'a> {
    id: &'a str,
    title: &'a str,
    url: Cow<'a, str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lang: Option<&'a str>,
}

/// The tools whose things may be kept, to be named where all that is kept is listed.
fn kept_tools(shared: &Shared<'_>, language: usize) -> Value {
    let site = shared.site;
    let of_language = site.entries.iter().filter(|entry| entry.language == language);
    let tools: Vec<KeptToolView<'_>> = of_language
        .filter_map(|entry| match entry.subject {
            Subject::Tool(index) => Some(KeptToolView {
                id: &site.parsed.tools[index].id,
                title: site.title(entry),
                url: address(site, entry, Document::Keeping),
                lang: site.foreign(entry),
            }),
            Subject::Page(_) => None,
        })
        .collect();
    Value::from_serializable(&tools)
}

fn content(shared: &Shared<'_>, entry: &Entry, document: Document, sealed: bool) -> Result<String, Finding> {
    let used: Vec<usize> = match entry.subject {
        Subject::Tool(index) => vec![index],
        Subject::Page(_) => entry.filled.tools.clone(),
    };
    let mut tools = Vec::with_capacity(used.len());
    for index in used {
        tools.push((index, tool::render(shared, entry, document, index)?));
    }
    let around = Around { language: entry.language, sealed, tools: &tools };
    Ok(match shared.site.body(entry) {
        Some(body) => fill(shared, body, &entry.filled.text, &around),
        None => tools.into_iter().map(|(_, html)| html).collect(),
    })
}

fn view<'a>(
    shared: &'a Shared<'_>,
    entry: &'a Entry,
    index: usize,
    document: Document,
    content: String,
) -> PageView<'a> {
    let site = shared.site;
    let page = site.page(entry);
    let front = page.map(|page| &page.front);
    let (previous, next) = shared.neighbours[index];
    let link = |index| LinkView::to(site, index);
    PageView {
        title: site.title(entry),
        summary: site.summary(entry),
        url: &entry.url,
        permalink: site.permalink(&entry.url),
        path: site.path(entry),
        content,
        toc: page.map(|page| toc(&page.body.headings)).unwrap_or_default(),
        audience: front.map_or(&[], |front| &front.audience),
        reviewed: front.and_then(|front| front.reviewed.as_deref()),
        reviewer: front.and_then(|front| front.reviewer.as_deref()),
        evidence: front.and_then(|front| front.evidence.as_ref()),
        date: front.and_then(|front| front.date.as_deref()),
        updated: front.and_then(|front| front.updated.as_deref()),
        breadcrumbs: breadcrumbs(shared, entry),
        previous: previous.map(link),
        next: next.map(link),
        translations: translations(shared, entry, document),
        is_keeping: document == Document::Keeping,
        content_lang: &site.languages[entry.original.unwrap_or(entry.language)],
        tools: used_tools(shared, entry),
        taxonomies: taxonomies(shared, entry),
        sources: front.map_or(&[], |front| &front.sources),
        reading_minutes: reading_minutes(page.map_or(0, |page| page.body.words)),
    }
}

fn used_tools<'a>(shared: &'a Shared<'_>, entry: &Entry) -> Vec<&'a str> {
    let tools = &shared.site.parsed.tools;
    match entry.subject {
        Subject::Tool(index) => vec![tools[index].id.as_str()],
        Subject::Page(_) => entry.filled.tools.iter().map(|index| tools[*index].id.as_str()).collect(),
    }
}

/// The headings of the second and third level as a tree.
fn toc(headings: &[Heading]) -> Vec<TocView<'_>> {
    let mut tree: Vec<TocView<'_>> = Vec::new();
    for heading in headings {
        let view =
            TocView { id: &heading.id, title: crate::html::escape(&heading.text), children: Vec::new() };
        match (heading.level, tree.last_mut()) {
            (2, _) => tree.push(view),
            (3, Some(parent)) => parent.children.push(view),
            (3, None) => tree.push(view),
            _ => {}
        }
    }
    tree
}

/// The sections above an entry, the home page first.
fn breadcrumbs<'a>(shared: &'a Shared<'_>, entry: &Entry) -> Vec<LinkView<'a>> {
    let site = shared.site;
    let mut trail = Vec::new();
    let mut above = entry.parent;
    while let Some(index) = above {
        trail.push(LinkView::to(site, index));
        above = site.entries[index].parent;
    }
    trail.reverse();
    trail
}

fn translations<'a>(shared: &'a Shared<'_>, entry: &Entry, document: Document) -> Vec<TranslationView<'a>> {
    let site = shared.site;
    let Some(slots) = site.by_path.get(&site.path(entry)) else { return Vec::new() };
    slots
        .iter()
        .enumerate()
        .filter_map(|(language, index)| {
            let other = &site.entries[(*index)?];
            let url = address(site, other, document);
            let view = TranslationView::to(site, language, url, language == entry.language);
            Some(TranslationView { missing: other.original.is_some(), ..view })
        })
        .collect()
}

fn taxonomies<'a>(shared: &'a Shared<'_>, entry: &Entry) -> Vec<TaxonomyView<'a>> {
    let site = shared.site;
    let Some(page) = site.page(entry) else { return Vec::new() };
    page.front
        .taxonomies
        .iter()
        .filter_map(|(name, words)| {
            let list = site.taxonomies[entry.language].iter().find(|list| list.name == *name)?;
            let terms = words
                .iter()
                .filter_map(|word| list.term(word))
                .map(|term| TermView { name: &term.name, url: &term.url })
                .collect();
            Some(TaxonomyView { name, title: &list.title, terms })
        })
        .collect()
}

/// The address of an entry's document.
fn address<'a>(site: &Site, entry: &'a Entry, document: Document) -> Cow<'a, str> {
    let beside = if document == Document::Keeping { site.keeping_url(entry) } else { None };
    beside.map_or(Cow::Borrowed(&entry.url), Cow::Owned)
}

/// A map value with one more key.
pub(super) fn with(value: Value, key: &'static str, more: Value) -> Value {
    match value.into_map() {
        Some(mut map) => {
            map.insert(key.into(), more);
            Value::from(map)
        }
        None => more,
    }
}
