//! The Atom feed of each language: its dated pages, the newest first.

use std::fmt::Write;

use crate::html::escape;
use crate::link::{Entry, Site};

/// How many pages a feed holds.
const LENGTH: usize = 30;

/// The feed of a language.
pub(super) fn atom(site: &Site, language: usize) -> String {
    let config = &site.parsed.config;
    let mut dated: Vec<(&str, &Entry)> = site
        .entries
        .iter()
        .filter(|entry| entry.language == language && entry.original.is_none())
        .filter_map(|entry| Some((day(site, entry)?, entry)))
        .collect();
    dated.sort_by(|a, b| b.0.cmp(a.0).then_with(|| a.1.url.cmp(&b.1.url)));
    let newest = dated.first().map_or("1970-01-01", |(day, _)| day);
    let home = escape(&site.permalink(&site.home_url(language)));
    let mut xml = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n\
         <title>{}</title>\n<id>{home}</id>\n<link href=\"{home}\"/>\n<link rel=\"self\" href=\"{home}feed.xml\"/>\n\
         <updated>{newest}T00:00:00Z</updated>\n<author><name>{}</name></author>\n",
        site.languages[language],
        escape(site.name(language)),
        escape(&config.title),
    );
    for (day, entry) in dated.into_iter().take(LENGTH) {
        let url = escape(&site.permalink(&entry.url));
        let _ = writeln!(
            xml,
            "<entry>\n<title>{}</title>\n<id>{url}</id>\n<link href=\"{url}\"/>\n<updated>{day}T00:00:00Z</updated>\n\
             <summary>{}</summary>\n</entry>",
            escape(site.title(entry)),
            escape(site.summary(entry)),
        );
    }
    xml.push_str("</feed>\n");
    xml
}

/// The day of an entry's last change, as its front matter says.
pub(super) fn day<'a>(site: &'a Site, entry: &Entry) -> Option<&'a str> {
    let front = &site.page(entry)?.front;
    front.updated.as_deref().or(front.date.as_deref())
}
