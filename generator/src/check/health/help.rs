//! Help close by, wherever a page speaks of suicide or self-harm.

use std::cell::LazyCell;

use crate::check::language::Quoted;
use crate::check::{Context, Reading, Reporter};
use crate::findings::{Place, codes};
use crate::parse::markdown::Want;
use crate::parse::markdown::facts::BlockKind;
use crate::parse::page::Page;

const HELP_PAGE: &str = "help-now.html";

pub(super) fn check(
    page: &Page,
    front: &[Reading<'_>],
    body: &[Reading<'_>],
    context: &Context<'_>,
    reporter: &mut Reporter<'_>,
) {
    if page.front.template.as_deref() == Some(HELP_PAGE) {
        return;
    }
    let vocabulary = context.vocabulary(page);
    let in_front = front.iter().any(|reading| vocabulary.about_suicide.first(&reading.words).is_some());
    let mention = body.iter().find_map(|reading| {
        let quoted = LazyCell::new(|| Quoted::of(reading.block));
        let found = vocabulary.about_suicide.find(&reading.words);
        let spans = found.into_iter().map(|(range, _)| reading.words.span(&range));
        let mut own = spans.filter(|span| !quoted.covers(span) && !reading.block.style_at(span.start).link);
        own.next().map(|span| (reading, span))
    });
    let Some((reading, span)) = mention else { return };
    let at = reading.block.place_of(span.clone());
    // The help must stand in the part that speaks of it, or before.
    let next_part = body.iter().find(|other| {
        matches!(other.block.kind, BlockKind::Heading(level) if level <= 2)
            && other.block.place.range().start > at.start
    });
    let until = next_part.map_or(usize::MAX, |heading| heading.block.place.range().start);
    if helps(page, context).into_iter().any(|help| help < until) {
        return;
    }
    let said = &reading.block.text[span];
    let message = match in_front {
        true => format!("This page is about suicide or self-harm (“{said}”), and there is no help close by."),
        false => format!("“{said}” stands here without help close by."),
    };
    let mend = "Put a `> [!CRISIS]` callout or a link to the page with the crisis lines into this part, or before it.";
    reporter.report(&codes::NO_HELP_NEAR, Place::at(reporter.file, at), message, mend);
}

/// Where a page offers help: the crisis lines, a tool that shows them, a link to the help page, a number to call.
fn helps(page: &Page, context: &Context<'_>) -> Vec<usize> {
    let holes = page.body.holes.iter().filter(|hole| match &hole.want {
        Want::CrisisLines => true,
        Want::Tool { id } => {
            context.site.parsed.tools.iter().any(|tool| tool.id == *id && tool.tool.asks_about_risk())
        }
        _ => false,
    });
    let links = page.body.facts.links.iter().filter(|link| {
        let path = link.dest.split('#').next().unwrap_or("");
        link.dest.starts_with("tel:") || link.dest.starts_with("sms:") || context.is_help_page(page, path)
    });
    holes.map(|hole| hole.range.start).chain(links.map(|link| link.place.range().start)).collect()
}
