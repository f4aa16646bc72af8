//! The list of a taxonomy's terms, and the pages of one term.

use std::borrow::Cow;

use serde::Serialize;
use tera::{Context, Value};

use super::page::{self, TranslationView};
use super::{Shared, head};
use crate::findings::Finding;
use crate::link::{TaxonomyList, TermList};

#[derive(Serialize)]
struct TaxonomyView<'a> {
    name: &'a str,
    title: &'a str,
    url: &'a str,
    terms: Vec<TermView<'a>>,
}

#[derive(Serialize)]
struct TermView<'a> {
    name: &'a str,
    url: &'a str,
    count: usize,
}

impl<'a> TermView<'a> {
    fn of(term: &'a TermList) -> Self {
        TermView { name: &term.name, url: &term.url, count: term.entries.len() }
    }
}

/// The page with all terms of a taxonomy.
pub(super) fn list(shared: &Shared<'_>, language: usize, taxonomy: &TaxonomyList) -> Result<String, Finding> {
    let places = in_languages(shared, language, taxonomy, |taxonomy| Some(&taxonomy.url));
    let mut context = context(shared, language, &taxonomy.url, &places)?;
    context.insert_value("taxonomy", view(taxonomy, taxonomy.terms.iter().map(TermView::of).collect()));
    shared.templates.render("taxonomy.html", &context, "site.toml")
}

/// The page with all pages of a term.
pub(super) fn term(
    shared: &Shared<'_>,
    language: usize,
    taxonomy: &TaxonomyList,
    term: &TermList,
) -> Result<String, Finding> {
    let places = in_languages(shared, language, taxonomy, |taxonomy| Some(&taxonomy.term(&term.key)?.url));
    let mut context = context(shared, language, &term.url, &places)?;
    context.insert_value("taxonomy", view(taxonomy, Vec::new()));
    let cards: Vec<Value> = term.entries.iter().map(|index| shared.cards[*index].clone()).collect();
    let value = Value::from_serializable(&TermView::of(term));
    context.insert_value("term", page::with(value, "pages", Value::from(cards)));
    shared.templates.render("term.html", &context, "site.toml")
}

fn view(taxonomy: &TaxonomyList, terms: Vec<TermView<'_>>) -> Value {
    Value::from_serializable(&TaxonomyView {
        name: &taxonomy.name,
        title: &taxonomy.title,
        url: &taxonomy.url,
        terms,
    })
}

fn context(
    shared: &Shared<'_>,
    language: usize,
    url: &str,
    places: &[TranslationView<'_>],
) -> Result<Context, Finding> {
    let mut context = shared.context(language);
    let others: Vec<(&str, &str)> = places.iter().map(TranslationView::place).collect();
    context.insert_value("head", head::of_list(shared, language, Some(url), &others));
    context.insert_value("frame", shared.frame(language, None)?);
    context.insert_value("translations", Value::from_serializable(&places));
    Ok(context)
}

/// The same list in every language that has it.
fn in_languages<'a>(
    shared: &'a Shared<'_>,
    language: usize,
    taxonomy: &TaxonomyList,
    url: impl Fn(&'a TaxonomyList) -> Option<&'a String>,
) -> Vec<TranslationView<'a>> {
    let site = shared.site;
    let same = |lists: &'a Vec<TaxonomyList>| lists.iter().find(|other| other.name == taxonomy.name);
    let urls = site.taxonomies.iter().map(|lists| same(lists).and_then(&url));
    let view = |(other, url): (usize, Option<&'a String>)| {
        Some(TranslationView::to(site, other, Cow::Borrowed(url?), other == language))
    };
    urls.enumerate().filter_map(view).collect()
}
