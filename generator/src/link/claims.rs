//! Who writes which file: every address belongs to one source, and to no other in silence.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::{Entry, Site, Subject, address};
use crate::findings::{Finding, Place, codes};
use crate::parse::page::Page;

/// The redirects of the aliases; an alias that is no address of this site is a finding.
pub(super) fn redirects(site: &Site, findings: &mut Vec<Finding>) -> Vec<(String, String)> {
    let mut redirects = Vec::new();
    for (page, entry) in written_pages(site) {
        for (index, alias) in page.front.aliases.iter().enumerate() {
            let is_part = |part: &str| {
                !matches!(part, "" | "." | "..")
                    && !part.contains([':', '?', '#', '\\', '%'])
                    && part.trim() == part
            };
            if !alias.trim_matches('/').split('/').all(is_part) {
                findings.push(Finding::new(
                    &codes::BAD_ADDRESS_PART,
                    page.place_of(&format!("/aliases/{index}")),
                    format!("`{alias}` is not an address of this site."),
                    "Write the path alone, for example `/old/name/`.",
                ));
                continue;
            }
            redirects.push((alias_url(site, alias), entry.url.clone()));
        }
    }
    redirects
}

/// Two sources that would write one file. The message names the owner, the place is the other one.
pub(super) fn same_output(site: &Site) -> Vec<Finding> {
    let mut claims = Claims { site, owners: HashMap::new(), told: HashSet::new(), findings: Vec::new() };
    for name in ["sitemap.xml", "_headers", ".footbridge"] {
        claims.owners.insert(name.to_owned(), "Footbridge".into());
    }
    for language in 0..site.languages.len() {
        let home = site.home_url(language);
        for name in ["404.html", "feed.xml"] {
            claims.owners.insert(site.output_path(&format!("{home}{name}")), "Footbridge".into());
        }
    }
    // What an author wrote comes first, so that the finding is at what stands in its way.
    let (own, stand_ins): (Vec<&Entry>, Vec<&Entry>) =
        site.entries.iter().partition(|entry| entry.original.is_none());
    for entry in own.into_iter().chain(stand_ins) {
        let file = file_of(site, entry);
        claims.add(&entry.url, file, Place::file(file));
    }
    for entry in &site.entries {
        if let Some(url) = site.keeping_url(entry) {
            let file = file_of(site, entry);
            claims.add(&url, file, Place::file(file));
        }
    }
    same_path(site, &mut claims.findings);
    for (page, _) in written_pages(site) {
        for (index, alias) in page.front.aliases.iter().enumerate() {
            claims.add(&alias_url(site, alias), &page.file, page.place_of(&format!("/aliases/{index}")));
        }
    }
    let settings: Arc<str> = "site.toml".into();
    for list in site.taxonomies.iter().flatten() {
        claims.add(&list.url, &settings, Place::file(&settings));
        for term in &list.terms {
            let first = term.entries.first().map(|index| file_of(site, &site.entries[*index]));
            let file = first.unwrap_or(&settings);
            claims.add(&term.url, file, Place::file(file));
        }
    }
    for attachment in &site.parsed.attachments {
        let file: Arc<str> = format!("content{}", attachment.path).into();
        let url = format!("{}{}", site.parsed.config.base_path(), &attachment.path[1..]);
        claims.add(&url, &file, Place::file(&file));
    }
    claims.findings
}

struct Claims<'a> {
    site: &'a Site,
    /// The file that owns each path of the output, in small letters: some hosts and disks know no others.
    owners: HashMap<String, Arc<str>>,
    told: HashSet<(Arc<str>, Arc<str>)>,
    findings: Vec<Finding>,
}

impl Claims<'_> {
    fn add(&mut self, url: &str, file: &Arc<str>, place: Place) {
        let path = self.site.output_path(url).to_lowercase();
        if let Some(owner) = self.owners.get(&path) {
            // Two pages that clash do so in every language.
            if !self.told.insert((owner.clone(), file.clone())) {
                return;
            }
            self.findings.push(Finding::new(
                &codes::SAME_URL,
                place,
                format!("`{owner}` has the address `{url}` already."),
                "Rename one of the two, or change its `slug` or `aliases`.",
            ));
            return;
        }
        self.owners.insert(path, file.clone());
    }
}

/// Files that are one page by their names, such as `a.md` and `a.en.md`: only the first has an entry.
fn same_path(site: &Site, findings: &mut Vec<Finding>) {
    let mut seen: HashMap<(String, &str), &Arc<str>> = HashMap::new();
    let pages = site.parsed.pages.iter().map(|page| (page.path.clone(), page.language.as_str(), &page.file));
    let tools = site
        .parsed
        .tools
        .iter()
        .map(|tool| (super::tool_path(&tool.id), tool.language.as_deref().unwrap_or(""), &tool.file));
    for (path, language, file) in pages.chain(tools) {
        if let Some(first) = seen.insert((path, language), file) {
            findings.push(Finding::new(
                &codes::SAME_URL,
                Place::file(file),
                format!("`{first}` is the same page already."),
                "Rename or remove one of the two.",
            ));
        }
    }
}

fn written_pages(site: &Site) -> impl Iterator<Item = (&Page, &Entry)> {
    let own = site.entries.iter().filter(|entry| entry.original.is_none());
    own.filter_map(|entry| Some((site.page(entry)?, entry)))
}

fn file_of<'a>(site: &'a Site, entry: &Entry) -> &'a Arc<str> {
    match entry.subject {
        Subject::Page(index) => &site.parsed.pages[index].file,
        Subject::Tool(index) => &site.parsed.tools[index].file,
    }
}

fn alias_url(site: &Site, alias: &str) -> String {
    let path = alias.trim_matches('/');
    let url = address(&site.parsed.config, &site.languages, 0, &format!("/{path}"));
    if url.ends_with(".html") { url } else { format!("{url}/") }
}
