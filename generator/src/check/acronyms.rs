//! Acronyms: explained at their first use, and the two-faced ones on every page.

use std::collections::HashMap;
use std::ops::Range;

use super::language::Quoted;
use super::text::Gap;
use super::{Reading, Reporter, Vocabulary};
use crate::findings::{Place, codes};
use crate::parse::markdown::Facts;
use crate::parse::markdown::facts::BlockKind;

/// Tells acronyms that a page uses before it explains them.
pub(crate) fn check(
    front: &[Reading<'_>],
    body: &[Reading<'_>],
    facts: &Facts,
    vocabulary: &Vocabulary,
    reporter: &mut Reporter<'_>,
) {
    // The first use in the text, and whether it is explained there.
    let mut first: HashMap<String, (Place, bool)> = HashMap::new();
    let mut explained_in_front: Vec<String> = Vec::new();
    for reading in front {
        for (name, range) in acronyms(reading) {
            if is_explained(reading, &range) {
                explained_in_front.push(name);
            }
        }
    }
    for (index, reading) in body.iter().enumerate() {
        let found = acronyms(reading);
        if found.is_empty() {
            continue;
        }
        let quoted = Quoted::of(reading.block);
        for (name, range) in found {
            let span = reading.words.span(&range);
            if first.contains_key(&name) || quoted.covers(&span) || reading.block.style_at(span.start).code {
                continue;
            }
            let linked = facts.links.iter().any(|link| {
                let leads_to_words = link.dest.starts_with("term:") || link.dest.starts_with("tool:");
                link.block == index
                    && leads_to_words
                    && link.text.range().start <= span.start
                    && span.end <= link.text.range().end
            });
            let explained = linked || is_explained(reading, &range);
            // Headings and titles of callouts come before the text that explains; the text has its own first use.
            let waits = matches!(reading.block.kind, BlockKind::Heading(_) | BlockKind::CalloutTitle);
            if waits && !explained {
                continue;
            }
            let place = Place::at(reporter.file, reading.block.place_of(span));
            first.insert(name, (place, explained));
        }
    }
    let mut first: Vec<_> = first.into_iter().collect();
    first.sort_by(|a, b| a.1.0.cmp(&b.1.0));
    for (name, (place, explained)) in first {
        if explained || explained_in_front.contains(&name) {
            continue;
        }
        if let Some(meanings) = vocabulary.lists.ambiguous_acronyms.get(&name) {
            let message = format!("“{name}” can mean {meanings}.");
            let mend = format!("Write the words in full, then “({name})”, or link it to the glossary.");
            reporter.report(&codes::AMBIGUOUS_ACRONYM, place, message, mend);
        } else if !vocabulary.known_acronyms.contains(&name) {
            let message = format!("“{name}” is not explained at its first use.");
            let mend = format!(
                "Write the words in full, then “({name})”, or link it to the glossary: `[{name}](term:…)`."
            );
            reporter.report(&codes::UNEXPLAINED_ACRONYM, place, message, mend);
        }
    }
}

/// The acronyms of a block: two to six capitals, not in a line that is all capitals, not the name of a form ("PHQ-9").
fn acronyms(reading: &Reading<'_>) -> Vec<(String, Range<usize>)> {
    let words = &reading.words;
    let may_be = |index: usize| words.list[index].signs.capitals >= 2;
    let count = words.list.len();
    if !(0..count).any(may_be) {
        return Vec::new();
    }
    let is_capitals = |index: usize| {
        let letters = || words.written(index).chars().filter(|c| c.is_alphabetic()).count();
        !words.list[index].signs.other && letters() >= 2
    };
    let capitals = (0..count).filter(|index| is_capitals(*index)).count();
    if count >= 4 && capitals * 2 > count {
        return Vec::new();
    }
    let mut all = Vec::new();
    for index in (0..count).filter(|index| may_be(*index)) {
        let written = words.written(index);
        // "APs" is the plural of "AP".
        let base = written.strip_suffix('s').filter(|base| base.len() >= 2).unwrap_or(written);
        let letters = base.chars().count();
        let fits = (2..=6).contains(&letters)
            && base.chars().all(|c| c.is_uppercase())
            && !base.chars().all(|c| "IVX".contains(c));
        if !fits {
            continue;
        }
        // A chain of hyphens that ends in a number is the name of a form or of a kind.
        let mut end = index + 1;
        while end < count && words.list[end].gap == Gap::Hyphen {
            end += 1;
        }
        let mut start = index;
        while start > 0 && words.list[start].gap == Gap::Hyphen {
            start -= 1;
        }
        let is_form = (start..end).any(|part| words.list[part].signs.number);
        if !is_form && end == index + 1 && start == index {
            all.push((base.to_owned(), index..index + 1));
        }
    }
    all
}

/// Whether the words stand beside the letters: "cognitive therapy (CT)", "CT (cognitive therapy)", "CT means …".
fn is_explained(reading: &Reading<'_>, range: &Range<usize>) -> bool {
    let text = &reading.block.text;
    let span = reading.words.span(range);
    let before = text[..span.start].trim_end_matches(['“', '"', '«', '*', ' ']);
    let after = text[span.end..].trim_start_matches(['”', '"', '»', '*']);
    // "extrasensory perception (i.e., ESP)"
    let before =
        ["i.e.", "i. e.", "es decir"].iter().fold(before.trim_end_matches([',', ' ']), |before, sign| {
            before.strip_suffix(sign).map_or(before, str::trim_end)
        });
    if before.ends_with('(')
        || text[..span.start].trim_end().ends_with(',') && after.starts_with([')', ';'])
        || after.starts_with(')')
    {
        let has_words = before.trim_end_matches('(').split_whitespace().count() > 0;
        return has_words;
    }
    let follows = after.trim_start().to_lowercase();
    if follows.starts_with('(') {
        return follows.split(')').next().is_some_and(|inside| inside.split_whitespace().count() >= 2);
    }
    let says = [
        "means ",
        "stands for ",
        "is short for ",
        ", short for ",
        ", or ",
        ": ",
        "significa ",
        "quiere decir ",
        "son las siglas",
        ", o ",
        ", por sus siglas",
    ];
    says.iter().any(|words| follows.starts_with(words) || after.starts_with(words))
}
