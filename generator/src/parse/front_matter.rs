//! The settings at the head of a page, in YAML (`---`) or TOML (`+++`).

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::authored::{self, Kind, Node, Shape};
use crate::findings::{Finding, Place, codes};

/// What a page says of itself.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FrontMatter {
    /// The page's main heading and its name in lists.
    pub title: String,
    /// One sentence that says what the reader will find.
    #[serde(default)]
    pub summary: String,
    /// Whom the page is for: `family`, `client`, `educator`.
    #[serde(default)]
    pub audience: Vec<Audience>,
    /// The day on which a clinician last reviewed the page: 2026-11-22. Leave it out until then.
    #[serde(default)]
    #[schemars(extend("format" = "date"))]
    pub reviewed: Option<String>,
    /// Who reviewed it, with credentials.
    #[serde(default)]
    pub reviewer: Option<String>,
    /// For a treatment: how good the evidence is.
    #[serde(default)]
    pub evidence: Option<Evidence>,
    /// For a translation: the digest of the original that it translates, as `footbridge check` tells it.
    #[serde(default)]
    pub translates: Option<String>,
    /// Sources beyond those that the text cites.
    #[serde(default)]
    pub sources: Vec<String>,
    /// Identifiers of the topics that the page covers, for the coverage test.
    #[serde(default)]
    pub covers: Vec<String>,
    /// The day of publication: 2026-11-22. A page with a date to come is left out until then.
    #[serde(default)]
    #[schemars(extend("format" = "date"))]
    pub date: Option<String>,
    /// The day of the last change.
    #[serde(default)]
    #[schemars(extend("format" = "date"))]
    pub updated: Option<String>,
    /// `true` keeps the page out of the published site.
    #[serde(default)]
    pub draft: bool,
    /// Other addresses that lead here, such as `/old/name/`.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// The place among its neighbours; small comes first.
    #[serde(default)]
    pub weight: Option<i64>,
    /// A template of the theme other than the usual one: `glossary.html`.
    #[serde(default)]
    pub template: Option<String>,
    /// The last part of the address, if not the file's name.
    #[serde(default)]
    pub slug: Option<String>,
    /// Whether the page stands in the main navigation. Sections of the first level do unless this is `false`.
    #[serde(default)]
    pub in_navigation: Option<bool>,
    /// The terms of each taxonomy: `topics: [family, work]`.
    #[serde(default)]
    pub taxonomies: BTreeMap<String, Vec<String>>,
}

/// Whom a page is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Audience {
    /// Relatives, partners, friends.
    Family,
    /// People who live with a condition themselves.
    Client,
    /// Those who teach or run groups.
    Educator,
}

/// How good the evidence for a treatment is.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// `A` several good trials agree, `B` trials with limits or small effects, `C` promising, `D` not shown.
    pub grade: Grade,
    /// One plain sentence that says what is known.
    pub statement: String,
}

/// The strength of evidence, after the key on the site's about page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[expect(missing_docs, reason = "`Evidence::grade` says what the letters mean")]
pub enum Grade {
    A,
    B,
    C,
    D,
}

impl FrontMatter {
    /// The day of publication.
    pub fn day(&self) -> Option<Date> {
        self.date.as_deref().and_then(|date| date.parse().ok())
    }
}

/// A page's text, cut in two.
pub struct Split {
    /// The front matter between its marks.
    pub front: Range<usize>,
    /// Whether it is TOML.
    pub toml: bool,
    /// Where the Markdown starts.
    pub body: usize,
}

/// Finds the front matter; the finding says what is missing.
pub fn split(file: &Arc<str>, text: &str) -> Result<Split, Finding> {
    let mut lines = lines(text);
    let first = lines.next().map(|line| text[line].trim_end()).unwrap_or("");
    if first != "---" && first != "+++" {
        return Err(Finding::new(
            &codes::NO_FRONT_MATTER,
            Place::at(file, 0..first.len()),
            "This page has no front matter.",
            "Start the file with the lines `---`, `title: …`, `---`.",
        ));
    }
    let start = text.find('\n').map_or(text.len(), |newline| newline + 1);
    for line in lines {
        if text[line.clone()].trim_end() == first {
            let body = (line.end + 1).min(text.len());
            return Ok(Split { front: start..line.start, toml: first == "+++", body });
        }
    }
    Err(Finding::new(
        &codes::OPEN_FRONT_MATTER,
        Place::at(file, 0..first.len()),
        "The front matter that starts here is never closed.",
        format!("Add a line `{first}` after the last key."),
    ))
}

/// Byte ranges of the lines, without their ends.
fn lines(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut start = 0;
    std::iter::from_fn(move || {
        (start < text.len()).then(|| {
            let end = text[start..].find('\n').map_or(text.len(), |newline| start + newline);
            let line = start..end;
            start = end + 1;
            line
        })
    })
}

/// Reads the front matter. Any taxonomy of the site may stand as a key of its own.
pub fn read(
    file: &Arc<str>,
    text: &str,
    split: &Split,
    shape: &Shape,
    taxonomies: &[&str],
) -> (Option<FrontMatter>, Node, Vec<Finding>) {
    let parse = if split.toml { authored::parse_toml } else { authored::parse_yaml };
    let (mut node, mut findings) = parse(file, &text[split.front.clone()], split.front.start);
    if findings.iter().any(|finding| finding.code == codes::YAML_SYNTAX.id) {
        return (None, node, findings);
    }
    let lists = lift_taxonomies(&mut node, taxonomies, file, &mut findings);
    let (front, more) = authored::from_node::<FrontMatter>(&node, shape, file, "a page's front matter");
    findings.extend(more);
    let front = front.map(|mut front| {
        front.taxonomies.extend(lists);
        front
    });
    unknown_taxonomies(&node, taxonomies, file, &mut findings);
    (front, node, findings)
}

/// Takes `topics: [...]` out of the table, where `topics` is a taxonomy of the site.
fn lift_taxonomies(
    node: &mut Node,
    taxonomies: &[&str],
    file: &Arc<str>,
    findings: &mut Vec<Finding>,
) -> BTreeMap<String, Vec<String>> {
    let mut lists = BTreeMap::new();
    for name in taxonomies {
        let Some(list) = node.remove(name) else { continue };
        match &list.kind {
            Kind::List(items) if items.iter().all(|item| item.text().is_some()) => {
                let terms = items.iter().filter_map(Node::text).map(str::to_owned).collect();
                lists.insert((*name).to_owned(), terms);
            }
            _ => findings.push(Finding::new(
                &codes::WRONG_VALUE,
                Place::at(file, list.range.clone()),
                format!("`{name}` must be a list of words, but this is {}.", list.noun()),
                format!("Write `{name}: [one, two]`."),
            )),
        }
    }
    lists
}

fn unknown_taxonomies(node: &Node, known: &[&str], file: &Arc<str>, findings: &mut Vec<Finding>) {
    let Some(Node { kind: Kind::Table(entries), .. }) = node.get("taxonomies") else { return };
    for entry in entries.iter().filter(|entry| !known.contains(&entry.key.as_str())) {
        let name = &entry.key;
        findings.push(Finding::new(
            &codes::UNKNOWN_TAXONOMY,
            Place::at(file, entry.key_range.clone()),
            format!("`{name}` is not a taxonomy of this site."),
            match crate::findings::closest(name, known.iter().copied()) {
                Some(close) => format!("Did you mean `{close}`?"),
                None => format!("Add `[taxonomies.{name}]` to site.toml."),
            },
        ));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn splits_yaml_and_toml() {
        let file: Arc<str> = "a.md".into();
        let yaml = split(&file, "---\ntitle: A\n---\nText").unwrap();
        assert_eq!((yaml.front, yaml.toml, yaml.body), (4..13, false, 17));
        let toml = split(&file, "+++\ntitle = 'A'\n+++").unwrap();
        assert!(toml.toml);
        assert_eq!(split(&file, "Text").err().unwrap().code, "FB0203");
        assert_eq!(split(&file, "---\ntitle: A\n").err().unwrap().code, "FB0204");
    }
}
