//! Pages that nothing leads to: no list of a section, no menu, no link.

use std::collections::HashSet;

use crate::check::Reporter;
use crate::findings::{Finding, codes};
use crate::link::{Resolved, Site, Subject};

/// Pages that the theme leads to from every page.
const FROM_THE_THEME: &[&str] = &[
    "/_index.md",
    "/about.md",
    "/privacy.md",
    "/offline.md",
    "/glossary.md",
    "/references.md",
    "/help-now.md",
];

/// Tells pages that no reader can come to. The home page lists its sections, and a section all its pages.
pub(crate) fn orphans(site: &Site) -> Vec<Finding> {
    let mut linked: HashSet<&str> = HashSet::new();
    for entry in &site.entries {
        let texts = entry.filled.prose.iter().flat_map(|(_, texts)| texts);
        for resolved in entry.filled.text.iter().chain(texts.flatten()) {
            if let Resolved::Url(url) = resolved {
                let url = url.split('#').next().unwrap_or("");
                // A page that links to itself is not found by that.
                if url != entry.url {
                    linked.insert(url);
                }
            }
        }
    }
    let mut findings = Vec::new();
    for entry in site.entries.iter().filter(|entry| entry.original.is_none()) {
        let Subject::Page(index) = entry.subject else { continue };
        let page = &site.parsed.pages[index];
        let home = site.homes[entry.language];
        let is_listed = entry.parent.is_some() && (entry.parent != home || page.is_section());
        let in_menu = page.front.in_navigation == Some(true);
        let sorted_in = !page.front.taxonomies.is_empty();
        let from_theme = FROM_THE_THEME.contains(&page.path.as_str());
        if page.faulty
            || is_listed
            || in_menu
            || sorted_in
            || from_theme
            || linked.contains(entry.url.as_str())
        {
            continue;
        }
        let mut reporter = Reporter::new(&page.file, &site.parsed.config.checks, &[]);
        reporter.report(
            &codes::ORPHAN,
            page.place_of("/title"),
            "Nothing leads to this page.",
            "Link to it, or move it into a section.",
        );
        findings.append(&mut reporter.findings);
    }
    findings
}
