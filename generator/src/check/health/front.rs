//! Summary, sources, evidence and review: what a page says of itself.

use jiff::Span;
use jiff::civil::Date;

use crate::check::{Context, Reporter};
use crate::findings::{Finding, Place, codes};
use crate::link::Site;
use crate::parse::markdown::Want;
use crate::parse::page::Page;

/// A shorter text states too little to need sources.
const FEW_WORDS: usize = 150;

pub(super) fn check(page: &Page, context: &Context<'_>, reporter: &mut Reporter<'_>) {
    let checks = &context.site.parsed.config.checks;
    let front = &page.front;
    let title = || page.place_of("/title");
    let is_home = page.path == "/_index.md";
    if front.summary.trim().is_empty() && !is_home {
        reporter.report(
            &codes::NO_SUMMARY,
            title(),
            "This page has no summary.",
            "Add `summary: …`: one sentence that says what the reader will find.",
        );
    }
    let is_text = front.template.is_none() && !page.is_section();
    // What the original lacks is told there, once.
    let original = context.original(page);
    let original_cites =
        original.is_none_or(|original| cites(original) || !original.front.sources.is_empty());
    let original_states = original.is_none_or(|original| original.front.evidence.is_some());
    let in_a_section = page.folder() != "/";
    if is_text
        && in_a_section
        && page.body.words >= FEW_WORDS
        && !cites(page)
        && original_cites
        && front.sources.is_empty()
    {
        reporter.report(
            &codes::NO_SOURCES,
            title(),
            "This page cites nothing and lists no sources.",
            "Cite with `[@key]`, or list `sources` in the front matter.",
        );
    }
    let tells_of_a_treatment = checks.treatments.iter().any(|folder| page.path.starts_with(folder.as_str()));
    if is_text && tells_of_a_treatment && original_states && front.evidence.is_none() {
        reporter.report(
            &codes::NO_EVIDENCE,
            title(),
            "This page tells of a treatment and has no evidence statement.",
            "Add `evidence` with `grade` (A to D) and one plain `statement`.",
        );
    }
    if let Some(day) = front.reviewed.as_deref().and_then(|day| day.parse::<Date>().ok()) {
        review(page, day, context, reporter);
    }
}

/// Whether a page cites anything.
fn cites(page: &Page) -> bool {
    page.body.holes.iter().any(|hole| matches!(hole.want, Want::Cite(_)))
}

fn review(page: &Page, day: Date, context: &Context<'_>, reporter: &mut Reporter<'_>) {
    let months = context.site.parsed.config.checks.review_months;
    let place = page.place_of("/reviewed");
    if day > context.today {
        reporter.report(
            &codes::NO_REVIEWER,
            place,
            "This review is in the future.",
            "Write the day on which it was done.",
        );
        return;
    }
    if page.front.reviewer.as_deref().unwrap_or("").trim().is_empty() {
        reporter.report(
            &codes::NO_REVIEWER,
            place.clone(),
            "This review has no name.",
            "Add `reviewer: name, credentials`.",
        );
    }
    let oldest = context.today.checked_sub(Span::new().months(i64::from(months))).unwrap_or(Date::MIN);
    if day < oldest {
        let message = format!("This page was last reviewed on {day}, more than {months} months ago.");
        reporter.report(
            &codes::OLD_REVIEW,
            place,
            message,
            "Have a clinician read it again, and set `reviewed`.",
        );
    }
}

/// Says once how many pages nobody has reviewed.
pub(crate) fn never_reviewed(site: &Site) -> Option<Finding> {
    let pages = site
        .parsed
        .pages
        .iter()
        .filter(|page| !page.faulty && !page.is_section() && page.front.template.is_none());
    let all: Vec<&Page> = pages.collect();
    let never = all.iter().filter(|page| page.front.reviewed.is_none()).count();
    (never > 0).then(|| {
        let message = match never {
            1 => "1 page has never been reviewed by a clinician.".to_owned(),
            _ => format!("{never} of {} pages have never been reviewed by a clinician.", all.len()),
        };
        let mend = "When one has read a page, write `reviewed` and `reviewer` into its front matter.";
        Finding::new(&codes::NEVER_REVIEWED, Place::file(&"site.toml".into()), message, mend)
    })
}
