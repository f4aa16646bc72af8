//! Health information: where it comes from, how fresh it is, and help close by.

mod artefacts;
mod figures;
mod front;
mod help;
mod phones;

pub(crate) use front::never_reviewed;
pub(crate) use phones::{Numbers, may_hold_dead_number};

use super::{Context, Reading, Reporter};
use crate::parse::page::Page;

/// Tells what is wrong with a page as health information.
pub(crate) fn check(
    page: &Page,
    front: &[Reading<'_>],
    body: &[Reading<'_>],
    context: &Context<'_>,
    reporter: &mut Reporter<'_>,
) {
    let vocabulary = context.vocabulary(page);
    front::check(page, context, reporter);
    figures::check(page, body, vocabulary, reporter);
    help::check(page, front, body, context, reporter);
    artefacts::check(page, body, vocabulary, reporter);
    phones::check(page, body, context, reporter);
}
