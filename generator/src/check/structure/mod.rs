//! Structure and access: links, images, tables, titles, and what belongs together in several languages.

mod blocks;
mod images;
mod links;
mod orphans;
mod terms;
mod titles;
mod translations;

pub(crate) use images::large;
pub(crate) use links::contacts;
pub(crate) use orphans::orphans;
pub(crate) use terms::check as terms;
pub(crate) use titles::same_titles;
pub(crate) use translations::{missing, outdated};

use super::{Context, Reading, Reporter};
use crate::parse::page::Page;

/// Tells what is wrong with the structure of a page.
pub(crate) fn check(page: &Page, body: &[Reading<'_>], context: &Context<'_>, reporter: &mut Reporter<'_>) {
    let vocabulary = context.vocabulary(page);
    links::check(page, vocabulary, reporter);
    images::check(page, vocabulary, reporter);
    blocks::check(page, body, vocabulary, reporter);
}
