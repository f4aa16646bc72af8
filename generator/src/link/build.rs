//! Entries, addresses, sections: the frame of the site.

use std::collections::{BTreeMap, HashMap};

use jiff::civil::Date;
use rayon::prelude::*;

use super::{Entry, Filled, Parsed, Site, Subject, address, claims, evidence, resolve, taxonomy, tool_path};
use crate::findings::{Finding, Place, codes};
use crate::parse::markdown::Body;
use crate::parse::page::Page;

/// Which pages belong to the site.
#[derive(Clone, Copy, Debug)]
pub struct Choice {
    /// Drafts and pages with a date to come as well.
    pub drafts: bool,
    /// The day of the build.
    pub today: Date,
}

impl Choice {
    fn takes(&self, page: &Page) -> bool {
        self.drafts || (!page.front.draft && page.front.day().is_none_or(|day| day <= self.today))
    }
}

/// Makes a site of what was parsed.
pub fn link(mut parsed: Parsed, choice: Choice) -> (Site, Vec<Finding>) {
    let mut findings = Vec::new();
    let (kept, left_out): (Vec<Page>, Vec<Page>) =
        parsed.pages.drain(..).partition(|page| choice.takes(page));
    parsed.pages = kept;
    let hidden: Vec<String> = left_out.into_iter().map(|page| page.path).collect();
    let languages: Vec<String> = parsed.config.language_codes().into_iter().map(str::to_owned).collect();
    let mut site = Site {
        entries: Vec::new(),
        by_path: BTreeMap::new(),
        homes: vec![None; languages.len()],
        glossary_pages: Vec::new(),
        taxonomies: Vec::new(),
        redirects: Vec::new(),
        languages,
        parsed,
    };
    site.make_entries();
    site.make_sections();
    site.find_glossaries();
    site.taxonomies = taxonomy::lists(&site);
    site.redirects = claims::redirects(&site, &mut findings);
    findings.extend(claims::same_output(&site));
    findings.extend(evidence::check(&site));
    let filled: Vec<(Filled, Vec<Finding>)> =
        site.entries.par_iter().map(|entry| resolve::entry(&site, entry, &hidden)).collect();
    for (entry, (filled, more)) in site.entries.iter_mut().zip(filled) {
        entry.filled = filled;
        // The original stands in for missing translations; its faults are told once.
        if entry.original.is_none() {
            findings.extend(more);
        }
    }
    if site.parsed.config.crisis.is_none() {
        findings.extend(site.parsed.tools.iter().filter(|tool| tool.language.is_none() && tool.tool.asks_about_risk()).map(|tool| {
            Finding::new(
                &codes::RISK_WITHOUT_LINES,
                Place::file(&tool.file),
                "This tool has a risk item, and the site names no crisis lines.",
                "Add `[crisis]` to site.toml with the country, its emergency number and at least one line.",
            )
        }));
    }
    for glossary in &site.parsed.glossaries {
        for term in &glossary.terms {
            findings.extend(resolve::text(&site, &glossary.file, &term.body, 0, &mut Vec::new()).1);
        }
    }
    (site, findings)
}

impl Site {
    /// For every path and language an entry: the translation, or the original in its place.
    fn make_entries(&mut self) {
        let code_index: HashMap<&str, usize> =
            self.languages.iter().enumerate().map(|(index, code)| (code.as_str(), index)).collect();
        let mut written: BTreeMap<String, Vec<Option<Subject>>> = BTreeMap::new();
        let none = vec![None; self.languages.len()];
        for (index, page) in self.parsed.pages.iter().enumerate() {
            let slots = written.entry(page.path.clone()).or_insert_with(|| none.clone());
            slots[code_index[page.language.as_str()]].get_or_insert(Subject::Page(index));
        }
        for (index, tool) in self.parsed.tools.iter().enumerate() {
            let slots = written.entry(tool_path(&tool.id)).or_insert_with(|| none.clone());
            let language = tool.language.as_deref().map_or(Some(0), |code| code_index.get(code).copied());
            if let Some(language) = language {
                slots[language].get_or_insert(Subject::Tool(index));
            }
        }
        for language in 0..self.languages.len() {
            for (path, slots) in &written {
                let own = slots[language].map(|subject| (subject, None));
                let stand_in =
                    || slots.iter().enumerate().find_map(|(at, subject)| Some(((*subject)?, Some(at))));
                let Some((subject, original)) = own.or_else(stand_in) else { continue };
                let below = match subject {
                    Subject::Page(index) => self.parsed.pages[index].address(),
                    Subject::Tool(index) => format!("/tools/{}/", self.parsed.tools[index].id),
                };
                let url = address(&self.parsed.config, &self.languages, language, &below);
                if path == "/_index.md" {
                    self.homes[language] = Some(self.entries.len());
                }
                let slots = self.by_path.entry(path.clone()).or_insert_with(|| vec![None; none.len()]);
                slots[language] = Some(self.entries.len());
                self.entries.push(Entry {
                    subject,
                    language,
                    original,
                    url,
                    parent: None,
                    pages: Vec::new(),
                    sections: Vec::new(),
                    filled: Filled::default(),
                });
            }
        }
    }

    /// Puts every entry under the nearest section above it.
    fn make_sections(&mut self) {
        let parents: Vec<Option<usize>> =
            self.entries.iter().map(|entry| self.section_above(entry)).collect();
        for (index, parent) in parents.into_iter().enumerate() {
            self.entries[index].parent = parent;
            let Some(parent) = parent else { continue };
            let is_section = self.page(&self.entries[index]).is_some_and(Page::is_section);
            let list = &mut self.entries[parent];
            if is_section { list.sections.push(index) } else { list.pages.push(index) }
        }
        // Keys are made once per entry, not once per comparison.
        let keys: Vec<_> = self.entries.iter().map(|entry| self.order(entry)).collect();
        for entry in &mut self.entries {
            entry.pages.sort_by(|a, b| keys[*a].cmp(&keys[*b]));
            entry.sections.sort_by(|a, b| keys[*a].cmp(&keys[*b]));
        }
    }

    fn section_above(&self, entry: &Entry) -> Option<usize> {
        let path = self.path(entry);
        let mut folder = path.rsplit_once('/')?.0;
        if path.ends_with("/_index.md") || path.ends_with("/index.md") {
            folder = folder.rsplit_once('/')?.0;
        }
        loop {
            let found =
                self.by_path.get(&format!("{folder}/_index.md")).and_then(|slots| slots[entry.language]);
            if found.is_some() {
                return found;
            }
            folder = folder.rsplit_once('/')?.0;
        }
    }

    /// Small weights first, then new before old, then by title.
    fn order(&self, entry: &Entry) -> (i64, std::cmp::Reverse<Option<Date>>, String, String) {
        let front = self.page(entry).map(|page| &page.front);
        let weight = front.and_then(|front| front.weight).unwrap_or(i64::MAX);
        let day = front.and_then(|front| front.day());
        (weight, std::cmp::Reverse(day), self.title(entry).to_lowercase(), self.path(entry))
    }

    /// Remembers the glossary page of each language: every explained word asks for it.
    fn find_glossaries(&mut self) {
        self.glossary_pages = vec![None; self.languages.len()];
        for (index, entry) in self.entries.iter().enumerate() {
            let is_glossary = |page: &Page| page.front.template.as_deref() == Some("glossary.html");
            if self.page(entry).is_some_and(is_glossary) {
                self.glossary_pages[entry.language].get_or_insert(index);
            }
        }
    }

    /// The text of an entry that is a page.
    pub(crate) fn body(&self, entry: &Entry) -> Option<&Body> {
        self.page(entry).map(|page| &page.body)
    }
}
