//! The list of files that a site is made of, and their rendering on all cores.

use rayon::prelude::*;
use serde::Serialize;
use tera::Value;

use super::offline::Listing;
use super::text::{Around, fill};
use super::{Shared, Sink, feeds, head, headers, page, policy, sitemap, taxonomy};
use crate::findings::{Finding, Place, codes};
use crate::html;
use crate::link::{Document, TaxonomyList, TermList, text};

/// What was made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Made {
    /// Pages that readers read.
    pub pages: usize,
    /// All files.
    pub files: usize,
}

/// One file to make.
enum Job<'a> {
    Entry(usize),
    Keeping(usize),
    Taxonomy(usize, &'a TaxonomyList),
    Term(usize, &'a TaxonomyList, &'a TermList),
    NotFound(usize),
    Feed(usize),
    Redirect(&'a str, &'a str),
    Asset(&'a str, &'a [u8]),
    Attachment(usize),
    Sitemap,
    Robots,
    Headers,
}

/// Makes every file. The findings of all files are collected; one that fails stops no other.
pub(super) fn run(shared: &Shared<'_>, sink: &dyn Sink, mut findings: Vec<Finding>) -> (Made, Vec<Finding>) {
    let jobs = list(shared);
    let make_all = |sink: &dyn Sink| -> Vec<Finding> {
        jobs.par_iter().filter_map(|job| make(shared, job, sink).err()).collect()
    };
    if shared.site.entries.iter().any(|entry| page::is_for_offline(shared, entry)) {
        let listing = Listing::new(sink);
        findings.extend(make_all(&listing));
        findings.extend(listing.finish(shared).err());
    } else {
        findings.extend(make_all(sink));
    }
    let pages =
        jobs.iter().filter(|job| matches!(job, Job::Entry(_) | Job::Taxonomy(..) | Job::Term(..))).count();
    (Made { pages, files: jobs.len() }, findings)
}

fn list<'a>(shared: &'a Shared<'_>) -> Vec<Job<'a>> {
    let site = shared.site;
    let mut jobs: Vec<Job<'a>> = (0..site.entries.len()).map(Job::Entry).collect();
    let is_kept_beside = |index: &usize| site.keeping_url(&site.entries[*index]).is_some();
    jobs.extend((0..site.entries.len()).filter(is_kept_beside).map(Job::Keeping));
    for (language, taxonomies) in site.taxonomies.iter().enumerate() {
        for taxonomy in taxonomies {
            jobs.push(Job::Taxonomy(language, taxonomy));
            jobs.extend(taxonomy.terms.iter().map(|term| Job::Term(language, taxonomy, term)));
        }
    }
    for language in 0..site.languages.len() {
        jobs.extend([Job::NotFound(language), Job::Feed(language)]);
    }
    jobs.extend(site.redirects.iter().map(|(from, to)| Job::Redirect(from, to)));
    jobs.extend(shared.assets.published().map(|asset| Job::Asset(&asset.path, &asset.bytes)));
    jobs.extend((0..site.parsed.attachments.len()).map(Job::Attachment));
    jobs.extend([Job::Sitemap, Job::Headers]);
    if !site.parsed.attachments.iter().any(|file| file.path == "/robots.txt") {
        jobs.push(Job::Robots);
    }
    jobs
}

fn make(shared: &Shared<'_>, job: &Job<'_>, sink: &dyn Sink) -> Result<(), Finding> {
    let site = shared.site;
    match *job {
        Job::Entry(index) => {
            let entry = &site.entries[index];
            let html = page::render(shared, entry, index, Document::Page)?;
            sink.put(&site.output_path(&entry.url), html.as_bytes())
        }
        Job::Keeping(index) => {
            let entry = &site.entries[index];
            let Some(url) = site.keeping_url(entry) else { return Ok(()) };
            let html = page::render(shared, entry, index, Document::Keeping)?;
            sink.put(&site.output_path(&url), html.as_bytes())
        }
        Job::Taxonomy(language, taxonomy) => {
            let html = taxonomy::list(shared, language, taxonomy)?;
            sink.put(&site.output_path(&taxonomy.url), html.as_bytes())
        }
        Job::Term(language, taxonomy, term) => {
            let html = taxonomy::term(shared, language, taxonomy, term)?;
            sink.put(&site.output_path(&term.url), html.as_bytes())
        }
        Job::NotFound(language) => {
            let mut context = shared.context(language);
            context.insert_value("head", head::of_list(shared, language, None, &[]));
            context.insert_value("frame", shared.frame(language, None)?);
            let html = shared.templates.render("404.html", &context, "site.toml")?;
            let path = site.output_path(&format!("{}404.html", site.home_url(language)));
            sink.put(&path, html.as_bytes())
        }
        Job::Feed(language) => {
            let path = site.output_path(&format!("{}feed.xml", site.home_url(language)));
            sink.put(&path, feeds::atom(site, language).as_bytes())
        }
        Job::Redirect(from, to) => {
            sink.put(&site.output_path(from), redirect(&site.languages[0], to).as_bytes())
        }
        Job::Asset(path, bytes) => sink.put(path, bytes),
        Job::Attachment(index) => {
            let file = &site.parsed.attachments[index];
            if !file.location.exists() {
                // It was an editor's own file, gone since the folder was listed; a link to it would be a finding.
                return Ok(());
            }
            sink.copy(&file.path[1..], &file.location)
        }
        Job::Sitemap => sink.put("sitemap.xml", sitemap::xml(site).as_bytes()),
        Job::Robots => {
            let text =
                format!("User-agent: *\nAllow: /\nSitemap: {}sitemap.xml\n", site.parsed.config.base_url);
            sink.put("robots.txt", text.as_bytes())
        }
        Job::Headers => sink.put("_headers", headers::text(shared).as_bytes()),
    }
}

fn redirect(language: &str, to: &str) -> String {
    let to = html::escape(to);
    let policy = policy::element("default-src 'none'");
    format!(
        "<!DOCTYPE html>\n<html lang=\"{language}\">\n<meta charset=\"utf-8\">\n{policy}\n<title>{to}</title>\n\
         <meta http-equiv=\"refresh\" content=\"0; url={to}\">\n<link rel=\"canonical\" href=\"{to}\">\n\
         <p><a href=\"{to}\">{to}</a></p>\n"
    )
}

#[derive(Serialize)]
struct GlossaryView<'a> {
    id: &'a str,
    term: &'a str,
    html: String,
    also: &'a [String],
}

/// The terms of the glossary in a language, or else those of the site's own. What they cite goes on in `cited`.
pub(super) fn glossary(shared: &Shared<'_>, language: usize, cited: &mut Vec<String>) -> Value {
    let site = shared.site;
    let code = site.languages[language].as_str();
    let glossaries = &site.parsed.glossaries;
    let own = glossaries.iter().find(|glossary| glossary.language.as_deref() == Some(code));
    let Some(glossary) = own.or_else(|| glossaries.iter().find(|glossary| glossary.language.is_none()))
    else {
        return Value::from(Vec::<Value>::new());
    };
    let around = Around { language, sealed: false, tools: &[] };
    let terms: Vec<GlossaryView<'_>> = glossary
        .terms
        .iter()
        .map(|term| {
            let (filled, _) = text(site, &glossary.file, &term.body, language, cited);
            let html = fill(shared, &term.body, &filled, &around);
            GlossaryView { id: &term.id, term: &term.term, html, also: &term.also }
        })
        .collect();
    Value::from_serializable(&terms)
}

/// The finding of a file that cannot be written.
pub(crate) fn cannot_write(path: &str, error: &std::io::Error) -> Finding {
    let file = path.into();
    Finding::new(
        &codes::CANNOT_WRITE,
        Place::file(&file),
        format!("This file cannot be written: {error}."),
        "The old site stays as it was. Free some space or choose another folder with `--out`.",
    )
}
