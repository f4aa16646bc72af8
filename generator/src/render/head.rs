//! What stands in a page's head: policy, addresses, descriptions for other programs, styles, scripts.

use std::fmt::Write;

use serde_json::json;
use tera::Value;

use super::shared::Seal;
use super::{Shared, offline, page, policy};
use crate::html::escape;
use crate::link::{Document, Entry, Site, Subject};

/// For a page that no search engine should list: an error, or what stands beside another page.
const UNLISTED: &str = "<meta name=\"robots\" content=\"noindex\">";

/// `head` of an entry's document.
pub(super) fn of_entry(shared: &Shared<'_>, entry: &Entry, document: Document) -> Value {
    let site = shared.site;
    let original = entry.original.and_then(|language| site.find(&site.path(entry), language));
    let permalink = site.permalink(&original.unwrap_or(entry).url);
    let seal = shared.seal(entry, document);
    let mut head = frame(shared, entry.language, seal, page::is_for_offline(shared, entry));
    if document == Document::Keeping {
        head.push(("alternates", String::new()));
        return undescribed(head, UNLISTED.to_owned());
    }
    head.push(("canonical", format!("<link rel=\"canonical\" href=\"{}\">", escape(&permalink))));
    head.push(("alternates", alternates(site, entry)));
    head.push(("open_graph", open_graph(site, entry, &permalink)));
    // A page whose text is in another language would describe it wrongly.
    let describes = entry.original.is_none();
    head.push(("json_ld", if describes { json_ld(site, entry, &permalink) } else { String::new() }));
    value(head)
}

/// `head` of a page that is a list or an error, at an address, with its addresses in all languages.
pub(super) fn of_list(
    shared: &Shared<'_>,
    language: usize,
    url: Option<&str>,
    places: &[(&str, &str)],
) -> Value {
    let mut head = frame(shared, language, None, false);
    let canonical = url
        .map(|url| format!("<link rel=\"canonical\" href=\"{}\">", escape(&shared.site.permalink(url))))
        .unwrap_or_else(|| UNLISTED.to_owned());
    head.push(("alternates", in_languages(shared.site, places)));
    undescribed(head, canonical)
}

/// With nothing that describes the page to other programs.
fn undescribed(mut head: Vec<(&'static str, String)>, canonical: String) -> Value {
    head.push(("canonical", canonical));
    head.extend([("open_graph", String::new()), ("json_ld", String::new())]);
    value(head)
}

fn value(head: Vec<(&'static str, String)>) -> Value {
    Value::from(std::collections::BTreeMap::from_iter(head))
}

fn frame(
    shared: &Shared<'_>,
    language: usize,
    seal: Option<&Seal>,
    offline: bool,
) -> Vec<(&'static str, String)> {
    let site = shared.site;
    let base = site.parsed.config.base_path();
    let home = site.home_url(language);
    let live = if shared.options.preview {
        format!("<script src=\"{}\" defer></script>", policy::LIVE_SCRIPT)
    } else {
        String::new()
    };
    let (policy, styles, scripts) = if let Some(seal) = seal {
        let script = format!("<script>{}</script>{live}", seal.script);
        (&seal.policy, format!("<style>{}</style>", seal.style), script)
    } else {
        let (policy, script) = if offline {
            let script = shared.script(offline::SCRIPT);
            (&shared.offline_policy, format!("<script>{script}</script>{live}"))
        } else {
            (&shared.page_policy, live)
        };
        let sheet = shared.assets.get("daylight.css").map(|asset| {
            format!("<link rel=\"stylesheet\" href=\"{}\">", escape(&format!("{base}{}", asset.path)))
        });
        (policy, sheet.unwrap_or_default(), script)
    };
    vec![
        ("policy", policy::element(policy)),
        ("styles", styles),
        ("scripts", scripts),
        (
            "feed",
            format!(
                "<link rel=\"alternate\" type=\"application/atom+xml\" href=\"{}\">",
                escape(&format!("{home}feed.xml"))
            ),
        ),
    ]
}

/// The page in its other languages; an original that stands in is not a translation.
fn alternates(site: &Site, entry: &Entry) -> String {
    let path = site.path(entry);
    let Some(slots) = site.by_path.get(&path) else { return String::new() };
    let real: Vec<(&str, &str)> = slots
        .iter()
        .enumerate()
        .filter_map(|(language, index)| Some((site.languages[language].as_str(), &site.entries[(*index)?])))
        .filter(|(_, other)| other.original.is_none())
        .map(|(code, other)| (code, other.url.as_str()))
        .collect();
    in_languages(site, &real)
}

/// Links to the same page in each language; none where there is but one.
fn in_languages(site: &Site, places: &[(&str, &str)]) -> String {
    if places.len() < 2 {
        return String::new();
    }
    let mut html = String::new();
    for (code, url) in places {
        let url = escape(&site.permalink(url));
        let _ = writeln!(html, "<link rel=\"alternate\" hreflang=\"{code}\" href=\"{url}\">");
    }
    html
}

fn open_graph(site: &Site, entry: &Entry, permalink: &str) -> String {
    let mut html = String::new();
    let properties = [
        (
            "og:type",
            if site.homes[entry.language].is_some_and(|home| site.entries[home].url == entry.url) {
                "website"
            } else {
                "article"
            },
        ),
        ("og:title", site.title(entry)),
        ("og:description", site.summary(entry)),
        ("og:url", permalink),
        ("og:site_name", site.name(entry.language)),
        ("og:locale", &site.languages[entry.original.unwrap_or(entry.language)]),
    ];
    for (name, content) in properties.into_iter().filter(|(_, content)| !content.is_empty()) {
        let _ = writeln!(html, "<meta property=\"{name}\" content=\"{}\">", escape(content));
    }
    html
}

/// What the page is, in the words of schema.org. Only what its front matter says.
fn json_ld(site: &Site, entry: &Entry, permalink: &str) -> String {
    let page = site.page(entry);
    let is_text = matches!(entry.subject, Subject::Page(_)) && page.is_some_and(|page| !page.is_section());
    let kind = if is_text && page.is_some_and(|page| page.front.evidence.is_some()) {
        "MedicalWebPage"
    } else {
        "WebPage"
    };
    let mut data = json!({
        "@context": "https://schema.org",
        "@type": kind,
        "name": site.title(entry),
        "url": permalink,
        "inLanguage": site.languages[entry.language],
        "isPartOf": { "@type": "WebSite", "name": site.parsed.config.title, "url": site.parsed.config.base_url },
    });
    if !site.summary(entry).is_empty() {
        data["description"] = site.summary(entry).into();
    }
    if let Some(front) = page.map(|page| &page.front) {
        if let Some(reviewed) = &front.reviewed {
            data["lastReviewed"] = reviewed.as_str().into();
        }
        if let Some(date) = &front.date {
            data["datePublished"] = date.as_str().into();
        }
        if let Some(updated) = &front.updated {
            data["dateModified"] = updated.as_str().into();
        }
    }
    // A `<` could close the element.
    let text = data.to_string().replace('<', "\\u003c");
    format!("<script type=\"application/ld+json\">{text}</script>")
}
