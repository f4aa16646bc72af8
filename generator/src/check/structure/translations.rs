//! Translations: which are missing, and which are older than their original.
//!
//! A translation names the version that it translates by a digest of the original's words. Where it does not, the
//! days of the two files in git tell which one was changed last.

use std::collections::HashMap;

use crate::check::Reporter;
use crate::findings::{Finding, Place, codes};
use crate::link::Site;
use crate::parse::page::Page;
use crate::read::History;

/// How many paths a note names.
const NAMED: usize = 5;

/// Says once for each language which pages are not translated.
pub(crate) fn missing(site: &Site) -> Vec<Finding> {
    let (default, others) =
        site.languages.split_first().map_or(("", &[][..]), |(first, rest)| (first.as_str(), rest));
    let mut findings = Vec::new();
    for language in others {
        let is_there = |page: &Page| {
            site.parsed.pages.iter().any(|other| other.language == *language && other.path == page.path)
        };
        let originals = site.parsed.pages.iter().filter(|page| page.language == default && !page.faulty);
        let left: Vec<&str> = originals.filter(|page| !is_there(page)).map(|page| &*page.file).collect();
        if left.is_empty() {
            continue;
        }
        let file = "site.toml".into();
        let mut reporter = Reporter::new(&file, &site.parsed.config.checks, &[]);
        let name =
            site.parsed.config.languages.get(language).map_or(language.as_str(), |own| own.name.as_str());
        let count =
            if left.len() == 1 { "1 page is".to_owned() } else { format!("{} pages are", left.len()) };
        let further =
            if left.len() > NAMED { format!(" and {} more", left.len() - NAMED) } else { String::new() };
        let message = format!(
            "{count} not translated into {name} yet: {}{further}.",
            left[..left.len().min(NAMED)].join(", ")
        );
        let mend = format!("Add `name.{language}.md` beside each.");
        reporter.report(&codes::NO_TRANSLATION, Place::file(&file), message, mend);
        findings.append(&mut reporter.findings);
    }
    findings
}

/// Tells translations that are older than their original, or that cannot be compared with it.
pub(crate) fn outdated(site: &Site, history: &History) -> Vec<Finding> {
    let Some(default) = site.languages.first().filter(|_| site.languages.len() > 1) else {
        return Vec::new();
    };
    let originals: HashMap<&str, &Page> = site
        .parsed
        .pages
        .iter()
        .filter(|page| page.language == *default)
        .map(|page| (page.path.as_str(), page))
        .collect();
    let mut findings = Vec::new();
    for page in site.parsed.pages.iter().filter(|page| page.language != *default && !page.faulty) {
        let Some(original) = originals.get(page.path.as_str()).filter(|original| !original.faulty) else {
            continue;
        };
        let mut reporter = Reporter::new(&page.file, &site.parsed.config.checks, &[]);
        compare(page, original, history, &mut reporter);
        findings.append(&mut reporter.findings);
    }
    findings
}

fn compare(page: &Page, original: &Page, history: &History, reporter: &mut Reporter<'_>) {
    let now = original.digest.as_str();
    let write = format!("write `translates: {now}` into the front matter");
    match page.front.translates.as_deref() {
        Some(known) if known == now => {}
        Some(known) => {
            let changed = history.since(&original.file, known);
            let changed = changed.map(|what| format!("{what}; then {write}.", what = upper_first(&what)));
            let mend = changed.unwrap_or_else(|| format!("Bring it up to date, then {write}."));
            let message = format!("{} has changed since this was translated.", original.file);
            reporter.report(&codes::OLD_TRANSLATION, page.place_of("/translates"), message, mend);
        }
        None => match (history.day(&original.file), history.day(&page.file)) {
            (Some(theirs), Some(ours)) if theirs > ours => {
                let message = format!(
                    "{} was changed on {}, after this translation ({}).",
                    original.file,
                    date(theirs),
                    date(ours)
                );
                reporter.report(
                    &codes::OLD_TRANSLATION,
                    page.place_of("/title"),
                    message,
                    format!("Compare the two, then {write}."),
                );
            }
            (Some(_), Some(_)) => {}
            _ => {
                let message = format!("Nobody can tell which version of {} this translates.", original.file);
                reporter.report(
                    &codes::UNMARKED_TRANSLATION,
                    page.place_of("/title"),
                    message,
                    format!("Compare the two, then {write}."),
                );
            }
        },
    }
}

fn date(seconds: i64) -> String {
    let moment = jiff::Timestamp::from_second(seconds).unwrap_or_default();
    moment.to_zoned(jiff::tz::TimeZone::UTC).date().to_string()
}

fn upper_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}
