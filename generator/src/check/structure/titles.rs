//! Two pages with one title.

use std::collections::HashMap;

use crate::check::Reporter;
use crate::findings::{Finding, codes};
use crate::link::Site;

/// Tells every page whose title another page of the same language has already.
pub(crate) fn same_titles(site: &Site) -> Vec<Finding> {
    let checks = &site.parsed.config.checks;
    let mut first: HashMap<(&str, String), &str> = HashMap::new();
    let mut findings = Vec::new();
    for page in site.parsed.pages.iter().filter(|page| !page.faulty) {
        let title = page.front.title.trim().to_lowercase();
        if let Some(other) = first.get(&(page.language.as_str(), title.clone())) {
            let mut reporter = Reporter::new(&page.file, checks, &[]);
            let message = format!("{other} has the title “{}” already.", page.front.title);
            reporter.report(
                &codes::SAME_TITLE,
                page.place_of("/title"),
                message,
                "Give one of the two a title of its own.",
            );
            findings.append(&mut reporter.findings);
        } else {
            first.insert((&page.language, title), &page.file);
        }
    }
    findings
}
