//! Every address of another site, once, with all places that it stands at.

use std::collections::BTreeMap;
use std::sync::Arc;

use url::Url;

use crate::authored::{self, Kind, Node};
use crate::check::{Exception, excepted_by_request, exceptions_of};
use crate::findings::Place;
use crate::findings::report::Texts;
use crate::link::Site;
use crate::parse::markdown::Facts;

/// An address.
#[derive(Debug)]
pub(super) struct Address {
    /// What is asked for: without the part after `#`, which no server sees.
    pub(super) url: Url,
    /// Where it stands, in the order of the files.
    pub(super) mentions: Vec<Mention>,
}

/// One place of an address.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    /// Where.
    pub(super) place: Place,
    /// The codes that an author excepts it from.
    pub(super) excepted: Vec<String>,
}

/// Gathers the addresses of a site.
pub(super) fn collect(site: &Site, texts: &dyn Texts) -> Vec<Address> {
    let parsed = &site.parsed;
    let exceptions = exceptions_of(site);
    let own = &parsed.config.base_url;
    let mut found = Found { own, exceptions: &exceptions, by_url: BTreeMap::new() };
    for page in parsed.pages.iter().filter(|page| !page.faulty) {
        found.links(&page.file, &page.body.facts);
    }
    for tool in &parsed.tools {
        tool.prose.iter().for_each(|(_, body, _)| found.links(&tool.file, &body.facts));
    }
    for glossary in &parsed.glossaries {
        glossary.terms.iter().for_each(|term| found.links(&glossary.file, &term.body.facts));
    }
    // Addresses that are values: rights and forms of tools, crisis lines, the site's source.
    let settings: Arc<str> = "site.toml".into();
    let data = [&settings].into_iter().chain(parsed.tools.iter().map(|tool| &tool.file));
    for file in data.chain(parsed.evidence.iter().map(|evidence| &evidence.file)) {
        let Some(text) = texts.text(file) else { continue };
        found.values(file, &authored::parse_toml(file, &text, 0).0);
    }
    if let Some(bibliography) = &parsed.bibliography {
        let text = texts.text(&bibliography.file).unwrap_or_default();
        for (key, address, written) in bibliography.addresses() {
            let place = match place_in_entry(&text, key, &written) {
                Some(range) => Place::at(&bibliography.file, range),
                None => Place::file(&bibliography.file),
            };
            found.add(&address, place);
        }
    }
    found.by_url.into_values().collect()
}

struct Found<'a> {
    /// The site's own address: links to it are no links to another site, and it may not be published yet.
    own: &'a str,
    exceptions: &'a [Exception<'a>],
    by_url: BTreeMap<Url, Address>,
}

impl Found<'_> {
    fn links(&mut self, file: &Arc<str>, facts: &Facts) {
        for link in facts.links.iter().filter(|link| is_web(&link.dest)) {
            self.add(&link.dest, Place::at(file, link.place.into()));
        }
    }

    fn values(&mut self, file: &Arc<str>, node: &Node) {
        match &node.kind {
            Kind::Text(text) if is_web(text) => {
                self.add(text, Place::at(file, node.range.clone()));
            }
            Kind::List(items) => items.iter().for_each(|item| self.values(file, item)),
            Kind::Table(entries) => entries.iter().for_each(|entry| self.values(file, &entry.value)),
            _ => {}
        }
    }

    fn add(&mut self, address: &str, place: Place) {
        let Some(mut url) = Url::parse(address).ok().filter(Url::has_host) else { return };
        url.set_fragment(None);
        if address.starts_with(self.own) || url.as_str() == self.own {
            return;
        }
        let excepted = excepted_by_request(self.exceptions, &place);
        let excepted = excepted.into_iter().map(str::to_owned).collect();
        let entry = self.by_url.entry(url.clone());
        let address = entry.or_insert_with(|| Address { url, mentions: Vec::new() });
        address.mentions.push(Mention { place, excepted });
    }
}

/// Whether a text is an address of the web as a whole.
fn is_web(text: &str) -> bool {
    let start = text.split(':').next().unwrap_or("");
    ["http", "https"].iter().any(|scheme| start.eq_ignore_ascii_case(scheme))
        && !text.contains(char::is_whitespace)
}

/// Where a value stands in an entry of the bibliography, or where the entry starts if the value is written in another
/// way there.
fn place_in_entry(text: &str, key: &str, written: &str) -> Option<std::ops::Range<usize>> {
    let is_start = |at: &usize| {
        let before = text[..*at].trim_end();
        let after = text[at + key.len()..].trim_start();
        before.ends_with('{') && after.starts_with(',')
    };
    let start = text.match_indices(key).map(|(at, _)| at).find(is_start)?;
    let end = text[start..].find("\n@").map_or(text.len(), |length| start + length);
    let value = text[start..end].find(written).map(|at| start + at..start + at + written.len());
    Some(value.unwrap_or(start..start + key.len()))
}

#[cfg(test)]
mod tests {
    use super::place_in_entry;

    #[test]
    fn a_value_is_found_in_its_own_entry() {
        let text = "@article{a2013b,\n doi = {10.1/x}\n}\n@article{a2013,\n doi = {10.1/x},\n url = {https://b.example/a\\_b}\n}\n";
        let at = place_in_entry(text, "a2013", "10.1/x").expect("a place");
        assert_eq!(text[..at.start].matches('\n').count(), 4);
        assert_eq!(&text[at], "10.1/x");
        let at = place_in_entry(text, "a2013", "https://b.example/a_b").expect("a place");
        assert_eq!(&text[at], "a2013", "written in another way");
        assert_eq!(place_in_entry(text, "b2014", "10.1/x"), None);
    }
}
