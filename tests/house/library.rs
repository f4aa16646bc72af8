//! The library of this site: every topic of its map has a page that says something about it, and every "X in 100" comes
//! from the evidence data.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use crate::repository;

/// The map: each group of topics and how many it has. Two digits each: `T01` to `T47`.
const MAP: &[(&str, u8)] = &[
    ("T", 47),
    ("P", 12),
    ("C", 4),
    ("G", 7),
    ("F", 12),
    ("D", 12),
    ("PC", 9),
    ("M", 6),
    ("N", 12),
    ("W", 5),
    ("R", 8),
    ("H", 12),
    ("X", 10),
    ("V", 12),
    ("Q", 40),
];

/// A page that covers something has at least this many words for each of its topics, and as many at all.
const WORDS_A_TOPIC: usize = 12;
const WORDS_A_PAGE: usize = 120;

struct Page {
    file: PathBuf,
    covers: Vec<String>,
    body: String,
}

fn pages() -> Vec<Page> {
    let content = repository().join("content");
    let files = walkdir::WalkDir::new(&content).sort_by_file_name().into_iter();
    let files = files.map(|entry| entry.expect("the content can be read").into_path());
    files
        .filter(|path| path.extension().is_some_and(|ending| ending == "md"))
        .map(|path| {
            let text = std::fs::read_to_string(&path).expect("a page can be read");
            let mut parts = text.splitn(3, "---\n");
            let (front, body) = (parts.nth(1).unwrap_or(""), parts.next().unwrap_or(""));
            let covers = front.lines().find_map(|line| line.strip_prefix("covers: [")?.strip_suffix(']'));
            let covers = covers.unwrap_or("").split(',').map(|id| id.trim().to_owned());
            let file = path.strip_prefix(&content).expect("below the content").to_owned();
            Page { file, covers: covers.filter(|id| !id.is_empty()).collect(), body: body.to_owned() }
        })
        .collect()
}

fn is_translation(page: &Page) -> bool {
    page.file.to_string_lossy().ends_with(".es.md")
}

#[test]
fn every_topic_of_the_map_is_covered() {
    let all: BTreeSet<String> =
        MAP.iter().flat_map(|(group, count)| (1..=*count).map(move |n| format!("{group}{n:02}"))).collect();
    let mut covered: BTreeMap<String, Vec<PathBuf>> = BTreeMap::new();
    for page in pages().into_iter().filter(|page| !is_translation(page)) {
        let words = page.body.split_whitespace().count();
        let few = words < WORDS_A_PAGE || words < WORDS_A_TOPIC * page.covers.len();
        assert!(
            page.covers.is_empty() || !few,
            "{}: {words} words for {} topics",
            page.file.display(),
            page.covers.len()
        );
        for id in page.covers {
            assert!(all.contains(&id), "{}: there is no topic {id}", page.file.display());
            covered.entry(id).or_default().push(page.file.clone());
        }
    }
    let open: Vec<&String> = all.iter().filter(|id| !covered.contains_key(*id)).collect();
    assert!(open.is_empty(), "no page covers {open:?}");
}

#[test]
fn every_share_in_a_hundred_comes_from_the_evidence() {
    let mut bare = Vec::new();
    for page in pages() {
        // What a link to the evidence holds is checked by the build.
        for line in page.body.lines() {
            let mut rest = line;
            while let Some(at) =
                ["in 100", "of 100", "de cada 100"].iter().filter_map(|mark| rest.find(mark)).min()
            {
                let (before, after) = rest.split_at(at);
                let is_number = before.trim_end().ends_with(|c: char| c.is_ascii_digit());
                let open = before.rfind('[').is_some_and(|open| !before[open..].contains(']'));
                let bound = open && after.find("](evidence:").is_some_and(|end| !after[..end].contains('['));
                if is_number && !bound {
                    let start: String = line.chars().take(160).collect();
                    bare.push(format!("{}: {start}…", page.file.display()));
                }
                rest = &after[2..];
            }
        }
    }
    assert!(bare.is_empty(), "put these into `[…](evidence:…)`:\n{}", bare.join("\n"));
}

#[test]
fn the_glossary_explains_enough_words() {
    let text = std::fs::read_to_string(repository().join("content/glossary.toml")).expect("the glossary");
    let terms = text.matches("[[terms]]").count();
    assert!(terms >= 120, "only {terms} words are explained");
}
