//! A plan as a file of a person's own: JSON that the page opens again, and that other programs can read.
//!
//! It is not encrypted. Whoever takes it along is told so.

use crate::prelude::*;

use super::{Document, Entry, Filled, Version};
use crate::date::is_date;
use crate::json::{Json, write_text};

/// What the first member says, so that no other JSON file is taken for a plan.
const FORMAT: &str = "footbridge-plan";

/// The version that is written. Every version that was ever written is read for ever.
const VERSION: &str = "1";

/// A file that has been read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanFile {
    /// The id of the plan that it is meant for.
    pub tool: String,
    /// What is written in it.
    pub document: Document,
}

impl PlanFile {
    /// The text of a file.
    pub fn write(tool: &str, day: &str, document: &Document) -> String {
        let mut out = String::from("{");
        for (name, text) in [("format", FORMAT), ("version", VERSION), ("tool", tool), ("day", day)] {
            member(&mut out, name, text);
        }
        out.push_str("\"now\":");
        sections(&mut out, &document.now);
        out.push_str(",\"versions\":");
        list(&mut out, document.versions.iter(), |out, version| {
            out.push('{');
            member(out, "day", &version.day);
            answers(out, &version.answers);
            out.push_str(",\"then\":");
            sections(out, &version.then);
            out.push('}');
        });
        if !document.answers.is_empty() {
            out.push(',');
            answers(&mut out, &document.answers);
        }
        out.push_str("}\n");
        out
    }

    /// Reads the text of a file. Nothing if it is no plan, or was cut or altered so that it cannot be one.
    pub fn read(text: &str) -> Option<PlanFile> {
        let file = Json::read(text)?;
        if file.get("format")?.text()? != FORMAT || file.get("version")?.text()? != VERSION {
            return None;
        }
        let versions = file.get("versions")?.list().map(|version| {
            let day = version.get("day")?.text().filter(|day| is_date(day))?;
            let answers = read_answers(version.get("answers")?)?;
            Some(Version { day, answers, then: read_sections(version.get("then")?)? })
        });
        let versions = versions.collect::<Option<Vec<Version>>>()?;
        let now = read_sections(file.get("now")?)?;
        let answers = file.get("answers").map_or(Some(Vec::new()), read_answers)?;
        Some(PlanFile { tool: file.get("tool")?.text()?, document: Document { now, versions, answers } })
    }
}

fn answers(out: &mut String, all: &[(String, String)]) {
    out.push_str("\"answers\":");
    list(out, all.iter(), |out, (id, text)| {
        out.push('{');
        member(out, "id", id);
        out.push_str("\"text\":");
        write_text(out, text);
        out.push('}');
    });
}

fn read_answers(all: Json<'_>) -> Option<Vec<(String, String)>> {
    all.list().map(|answer| Some((answer.get("id")?.text()?, answer.get("text")?.text()?))).collect()
}

/// `"name":"text",`
fn member(out: &mut String, name: &str, text: &str) {
    write_text(out, name);
    out.push(':');
    write_text(out, text);
    out.push(',');
}

fn list<T>(out: &mut String, items: impl Iterator<Item = T>, write: impl Fn(&mut String, T)) {
    out.push('[');
    for (place, item) in items.enumerate() {
        if place > 0 {
            out.push(',');
        }
        write(out, item);
    }
    out.push(']');
}

fn sections(out: &mut String, all: &[Filled]) {
    list(out, all.iter(), |out, section| {
        out.push('{');
        member(out, "section", &section.id);
        out.push_str(if section.nobody { "\"nobody\":\"yes\"," } else { "" });
        out.push_str("\"entries\":");
        list(out, section.entries.iter(), |out, entry| {
            out.push_str("{\"fields\":");
            list(out, entry.fields.iter(), |out, field| write_text(out, field));
            out.push_str(if entry.tick { ",\"tick\":\"yes\"}" } else { "}" });
        });
        out.push('}');
    });
}

fn read_sections(all: Json<'_>) -> Option<Vec<Filled>> {
    let is_yes = |value: Option<Json<'_>>| value.and_then(Json::text).as_deref() == Some("yes");
    let section = |section: Json<'_>| {
        let entry = |entry: Json<'_>| {
            let fields = entry.get("fields")?.list().map(Json::text).collect::<Option<Vec<_>>>()?;
            Some(Entry { fields, tick: is_yes(entry.get("tick")) })
        };
        Some(Filled {
            id: section.get("section")?.text()?,
            nobody: is_yes(section.get("nobody")),
            entries: section.get("entries")?.list().map(entry).collect::<Option<_>>()?,
        })
    };
    all.list().map(section).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn document(words: &[String], tick: bool) -> Document {
        let entries =
            words.iter().map(|word| Entry { fields: vec![word.clone(), String::new()], tick }).collect();
        let now = vec![Filled { id: "signs".to_owned(), nobody: tick, entries }];
        let answers = vec![("helped".to_owned(), words.concat())];
        let then = Version { day: "2026-01-02".to_owned(), answers: answers.clone(), then: now.clone() };
        Document { now, versions: vec![then], answers: if tick { answers } else { Vec::new() } }
    }

    proptest! {
        #[test]
        fn what_is_written_comes_back(words in proptest::collection::vec("[^\0-\u{9}\u{b}-\u{1f}]{0,12}", 0..6), tick: bool) {
            let document = document(&words, tick);
            let text = PlanFile::write("small", "2026-02-03", &document);
            prop_assert_eq!(PlanFile::read(&text), Some(PlanFile { tool: "small".to_owned(), document }));
        }

        #[test]
        fn no_cut_and_no_change_makes_it_panic(cut in 0..400_usize, letter: char) {
            let text = PlanFile::write("small", "2026-02-03", &document(&["a \"word\"".to_owned()], true));
            let cut = (0..=cut.min(text.len() - 2)).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
            prop_assert_eq!(PlanFile::read(&text[..cut]), None);
            let _ = PlanFile::read(&[&text[..cut], &letter.to_string(), &text[cut..]].concat());
        }
    }
}
