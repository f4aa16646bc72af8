//! The sitemap: every page that is its own, translations included, and no original that stands in.

use std::fmt::Write;

use super::feeds::day;
use crate::html::escape;
use crate::link::Site;

/// The sitemap.
pub(super) fn xml(site: &Site) -> String {
    let mut urls: Vec<(String, Option<&str>)> = site
        .entries
        .iter()
        .filter(|entry| entry.original.is_none())
        .map(|entry| (site.permalink(&entry.url), day(site, entry)))
        .collect();
    for taxonomy in site.taxonomies.iter().flatten() {
        urls.push((site.permalink(&taxonomy.url), None));
        urls.extend(taxonomy.terms.iter().map(|term| (site.permalink(&term.url), None)));
    }
    urls.sort_unstable();
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for (url, day) in urls {
        let _ = write!(xml, "<url><loc>{}</loc>", escape(&url));
        if let Some(day) = day {
            let _ = write!(xml, "<lastmod>{day}</lastmod>");
        }
        xml.push_str("</url>\n");
    }
    xml.push_str("</urlset>\n");
    xml
}
