//! Comments in hand-written data that tell the program something, and the part of the file that each holds for.

use std::ops::Range;

use super::node::{Kind, Node};

/// A comment that starts with a mark. All ranges are in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// What follows the mark.
    pub text: String,
    /// The comment, from its sign to the end of its line.
    pub place: Range<usize>,
    /// What it holds for.
    pub holds: Range<usize>,
}

/// The comments with a mark in TOML or YAML that starts at byte `offset` of its file and was read as `node`.
///
/// At the end of a line a comment holds for that line. On a line of its own it holds for the next entry: a key with its
/// whole value, or a table with all its keys.
pub fn marked_comments(text: &str, offset: usize, node: &Node, mark: &str) -> Vec<Comment> {
    if !text.contains(mark) {
        return Vec::new();
    }
    let mut spans = Spans::default();
    spans.gather(node);
    let lines: Vec<Range<usize>> = lines(text).collect();
    let starts_table = |line: &Range<usize>| {
        text[line.clone()].trim_start().starts_with('[')
            && !spans.values.iter().any(|value| inside(line.start + offset, value))
    };
    let mut comments = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let Some((sign, rest)) = marked(&text[line.clone()], mark) else { continue };
        let start = line.start + sign;
        if spans.texts.iter().any(|words| words.contains(&(start + offset))) {
            continue;
        }
        let is_alone = text[line.start..start].trim().is_empty();
        let is_content = |line: &&Range<usize>| {
            let words = text[(*line).clone()].trim();
            !words.is_empty() && !words.starts_with('#')
        };
        let first = if is_alone { lines[index..].iter().find(is_content) } else { Some(line) };
        let end = match first {
            None => line.end,
            Some(first) if starts_table(first) => {
                let next = lines.iter().find(|line| line.start > first.start && starts_table(line));
                next.map_or(text.len(), |next| next.start)
            }
            Some(first) => {
                let here = first.start + offset..first.end + offset;
                let values = spans.values.iter().filter(|value| here.contains(&value.start));
                values.fold(first.end, |end, value| end.max(value.end.saturating_sub(offset)))
            }
        };
        comments.push(Comment {
            text: rest.to_owned(),
            place: start + offset..line.end + offset,
            holds: line.start + offset..end + offset,
        });
    }
    comments
}

/// The comments with a mark in a bibliography: `%` on a line of its own, for the next entry.
pub fn marked_in_bibliography(text: &str, mark: &str) -> Vec<Comment> {
    let all = lines(text).filter_map(|line| {
        let rest = text[line.clone()].strip_prefix('%')?.trim_start().strip_prefix(mark)?;
        let entry = text[line.end..].find("\n@").map_or(text.len(), |at| line.end + at + 1);
        let end = text[entry..].find("\n@").map_or(text.len(), |at| entry + at);
        Some(Comment { text: rest.trim_end().to_owned(), place: line.clone(), holds: line.start..end })
    });
    all.collect()
}

/// Where a comment with the mark starts in a line, and what follows the mark.
fn marked<'a>(line: &'a str, mark: &str) -> Option<(usize, &'a str)> {
    line.match_indices('#').find_map(|(at, _)| {
        let rest = line[at + 1..].trim_start().strip_prefix(mark)?;
        Some((at, rest.trim_end()))
    })
}

/// The lines of a text, without their ends.
fn lines(text: &str) -> impl Iterator<Item = Range<usize>> {
    text.split_inclusive('\n').scan(0, |start, line| {
        let range = *start..*start + line.trim_end_matches(['\n', '\r']).len();
        *start += line.len();
        Some(range)
    })
}

/// Where values stand.
#[derive(Default)]
struct Spans {
    /// Texts: a sign in one starts no comment.
    texts: Vec<Range<usize>>,
    /// Each key up to the end of its value, and each value in a list.
    values: Vec<Range<usize>>,
}

impl Spans {
    fn gather(&mut self, node: &Node) {
        match &node.kind {
            Kind::Text(_) => self.texts.push(node.range.clone()),
            Kind::List(items) => {
                for item in items {
                    self.values.push(item.range.clone());
                    self.gather(item);
                }
            }
            Kind::Table(entries) => {
                for entry in entries {
                    self.values.push(entry.key_range.start..entry.value.range.end);
                    self.gather(&entry.value);
                }
            }
            _ => {}
        }
    }
}

fn inside(at: usize, value: &Range<usize>) -> bool {
    value.start < at && at < value.end
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::authored::{parse_toml, parse_yaml};

    const MARK: &str = "look-away";

    fn in_toml(text: &str) -> Vec<(String, &str)> {
        let file: Arc<str> = "a.toml".into();
        let (node, faults) = parse_toml(&file, text, 0);
        assert!(faults.is_empty(), "{faults:?}");
        let comments = marked_comments(text, 0, &node, MARK);
        comments.into_iter().map(|comment| (comment.text, &text[comment.holds])).collect()
    }

    #[test]
    fn a_comment_holds_for_the_next_entry_or_for_its_own_line() {
        let text = "a = 1\n# look-away X1: why\n\n# more\nb = \"\"\"\ntwo\nlines\"\"\"\nc = 3 # look-away X2: d\nd = 4\n";
        assert_eq!(
            in_toml(text),
            [
                (" X1: why".to_owned(), "# look-away X1: why\n\n# more\nb = \"\"\"\ntwo\nlines\"\"\""),
                (" X2: d".to_owned(), "c = 3 # look-away X2: d"),
            ]
        );
    }

    #[test]
    fn before_a_table_it_holds_for_all_of_that_table_and_no_other() {
        let text = "# look-away X: 1\n[[terms]]\nid = 1\nlist = [\n  [1],\n]\n[[terms]]\nid = 2\n# look-away X: 2\n[other]\na = 1\n";
        assert_eq!(
            in_toml(text),
            [
                (" X: 1".to_owned(), "# look-away X: 1\n[[terms]]\nid = 1\nlist = [\n  [1],\n]\n"),
                (" X: 2".to_owned(), "# look-away X: 2\n[other]\na = 1\n"),
            ]
        );
    }

    #[test]
    fn in_a_list_it_holds_for_the_next_value_and_in_a_text_it_is_none() {
        let text = "a = [\n  \"x\",\n  # look-away X: 1\n  \"y\",\n  \"z\",\n]\nb = \"# look-away X: no\"\nc = \"\"\"\n# look-away X: no\n\"\"\"\n";
        assert_eq!(in_toml(text), [(" X: 1".to_owned(), "  # look-away X: 1\n  \"y\",")]);
    }

    #[test]
    fn yaml_and_bibliographies_have_them_too() {
        let text = "title: A\n# look-away X: y\nevidence:\n  grade: A\n  statement: It # look-away X: z\nsummary: B\n";
        let file: Arc<str> = "a.md".into();
        let (node, _) = parse_yaml(&file, text, 4);
        let comments = marked_comments(text, 4, &node, MARK);
        let held: Vec<&str> = comments
            .iter()
            .map(|comment| text[comment.holds.start - 4..comment.holds.end - 4].trim_end())
            .collect();
        let first = "# look-away X: y\nevidence:\n  grade: A\n  statement: It # look-away X: z";
        assert!(
            held[0].starts_with("# look-away X: y\nevidence:\n  grade: A") && first.starts_with(held[0]),
            "{held:?}"
        );
        assert_eq!(held[1], "  statement: It # look-away X: z");

        let text = "@book{a,\n title = {A}\n}\n\n% look-away X: y\n@book{b,\n title = {B}\n}\n@book{c,\n}\n";
        let comments = marked_in_bibliography(text, MARK);
        assert_eq!(comments.len(), 1);
        assert_eq!(&text[comments[0].holds.clone()], "% look-away X: y\n@book{b,\n title = {B}\n}");
    }
}
