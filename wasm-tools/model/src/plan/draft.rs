//! A plan being written: rows that are added, filled, moved, removed and brought back, and its dated versions.
//!
//! No step loses a word: what a step takes away can be brought back, and what the definition no longer knows is
//! carried along.

use crate::prelude::*;

use super::{Document, Entry, Filled, PlanRules, Version};

/// The most rows of a section, so that no key held down can fill the memory.
const MOST_ROWS: usize = 60;

/// A row of the page. Its key stays the same while it moves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What the page calls it.
    pub key: u32,
    /// What is written in it.
    pub entry: Entry,
}

/// A plan being written.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    rules: PlanRules,
    sections: Vec<Writing>,
    /// Sections that an earlier form of the plan had.
    others: Vec<Filled>,
    versions: Vec<Version>,
    /// Answers of the look back that is being written.
    answers: Vec<(String, String)>,
    last_key: u32,
    undone: Vec<Undo>,
}

#[derive(Clone, Debug, Default)]
struct Writing {
    nobody: bool,
    rows: Vec<Row>,
}

/// How to bring back what was taken away.
#[derive(Clone, Debug)]
enum Undo {
    Row { section: usize, place: usize, row: Row },
    Version { place: usize, version: Version },
}

/// What came back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Back {
    /// A row, in this section.
    Row(usize, u32),
    /// A version.
    Version,
}

/// An entry that stands in one of two plans only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The id of the section.
    pub section: String,
    /// The entry.
    pub entry: Entry,
    /// Whether it stands in the plan now; otherwise it stood there then.
    pub is_new: bool,
}

impl Draft {
    /// An empty plan: one empty row in each section.
    pub fn new(rules: PlanRules) -> Draft {
        let mut draft = Draft { rules, ..Draft::default() };
        draft.open(Document::default());
        draft
    }

    /// What kind of plan it is.
    pub fn rules(&self) -> &PlanRules {
        &self.rules
    }

    /// Puts a kept plan in the place of this one, and forgets what could be undone.
    pub fn open(&mut self, document: Document) {
        self.fill(document.now);
        self.versions = document.versions;
        self.answers = document.answers;
        self.undone.clear();
    }

    /// Everything that is written.
    pub fn document(&self) -> Document {
        Document { now: self.filled(), versions: self.versions.clone(), answers: self.answers.clone() }
    }

    /// Whether nothing is written.
    pub fn is_empty(&self) -> bool {
        self.document().is_empty()
    }

    /// The rows of a section.
    pub fn rows(&self, section: usize) -> &[Row] {
        self.sections.get(section).map_or(&[], |writing| &writing.rows)
    }

    /// The entries of a section: its rows in which something is written.
    pub fn entries(&self, section: usize) -> impl Iterator<Item = &Entry> {
        self.rows(section).iter().map(|row| &row.entry).filter(|entry| !entry.is_empty())
    }

    /// Whether anything is written in another section than this.
    pub fn has_entries_besides(&self, section: usize) -> bool {
        (0..self.sections.len()).any(|other| other != section && self.entries(other).next().is_some())
    }

    /// The sections that an earlier form of the plan had and this one has not.
    pub fn others(&self) -> &[Filled] {
        &self.others
    }

    /// The dated versions, the latest first.
    pub fn versions(&self) -> &[Version] {
        &self.versions
    }

    /// Writes into a field of a row.
    pub fn write(&mut self, key: u32, field: usize, text: &str) {
        if let Some((section, place)) = self.find(key)
            && let Some(slot) = self.sections[section].rows[place].entry.fields.get_mut(field)
        {
            text.clone_into(slot);
        }
    }

    /// Ticks or clears the box of a row.
    pub fn tick(&mut self, key: u32, on: bool) {
        if let Some((section, place)) = self.find(key) {
            self.sections[section].rows[place].entry.tick = on;
        }
    }

    /// Says that there is nobody for a section right now, or takes it back.
    pub fn say_nobody(&mut self, section: usize, on: bool) {
        if let Some(writing) = self.sections.get_mut(section) {
            writing.nobody = on;
        }
    }

    /// Whether the person has said that there is nobody right now, and nobody has been named since.
    pub fn says_nobody(&self, section: usize) -> bool {
        self.sections.get(section).is_some_and(|writing| writing.nobody)
            && self.entries(section).next().is_none()
    }

    /// An empty row at the end of a section: the one that is there, or a new one. Nothing if there are too many.
    pub fn add(&mut self, section: usize) -> Option<u32> {
        let writing = self.sections.get(section)?;
        if let Some(last) = writing.rows.last().filter(|row| row.entry.is_empty()) {
            return Some(last.key);
        }
        if writing.rows.len() >= MOST_ROWS {
            return None;
        }
        let entry = self.blank(section);
        let key = self.next_key();
        self.sections[section].rows.push(Row { key, entry });
        Some(key)
    }

    /// Adds an entry with a text that the person has chosen. Nothing if it is there already.
    pub fn suggest(&mut self, section: usize, text: &str) -> Option<u32> {
        if self.entries(section).any(|entry| entry.name() == text.trim()) {
            return None;
        }
        let empty = self.rows(section).iter().find(|row| row.entry.is_empty()).map(|row| row.key);
        let key = empty.or_else(|| self.add(section))?;
        self.write(key, 0, text.trim());
        Some(key)
    }

    /// Moves a row one place up or down. Whether it could.
    pub fn shift(&mut self, key: u32, down: bool) -> bool {
        let Some((section, place)) = self.find(key) else { return false };
        let rows = &mut self.sections[section].rows;
        let other = if down { place + 1 } else { place.wrapping_sub(1) };
        if other >= rows.len() {
            return false;
        }
        rows.swap(place, other);
        true
    }

    /// Takes a row away. Gives its section and the row that stands in its place now, or before it.
    pub fn remove(&mut self, key: u32) -> Option<(usize, Option<u32>)> {
        let (section, place) = self.find(key)?;
        let row = self.sections[section].rows.remove(place);
        if !row.entry.is_empty() {
            self.undone.push(Undo::Row { section, place, row });
        }
        self.ensure_a_row(section);
        let rows = &self.sections[section].rows;
        Some((section, rows.get(place).or(rows.last()).map(|row| row.key)))
    }

    /// Whether what was taken away last is a row of this section.
    pub fn undoes_row_of(&self, section: usize) -> bool {
        matches!(self.undone.last(), Some(Undo::Row { section: own, .. }) if *own == section)
    }

    /// Whether what was taken away last is a version.
    pub fn undoes_version(&self) -> bool {
        matches!(self.undone.last(), Some(Undo::Version { .. }))
    }

    /// Brings back what was taken away last.
    pub fn undo(&mut self) -> Option<Back> {
        match self.undone.pop()? {
            Undo::Row { section, place, row } => {
                let rows = &mut self.sections.get_mut(section)?.rows;
                let key = row.key;
                rows.insert(place.min(rows.len()), row);
                Some(Back::Row(section, key))
            }
            Undo::Version { place, version } => {
                self.versions.insert(place.min(self.versions.len()), version);
                Some(Back::Version)
            }
        }
    }

    /// The answer to a question of the look back that is being written.
    pub fn answer(&self, id: &str) -> &str {
        self.answers.iter().find(|(known, _)| known == id).map(|(_, text)| text.as_str()).unwrap_or_default()
    }

    /// Answers a question of the look back, or takes the answer back.
    pub fn write_answer(&mut self, id: &str, text: &str) {
        self.answers.retain(|(known, _)| known != id);
        if !text.trim().is_empty() {
            self.answers.push((id.to_owned(), text.to_owned()));
        }
    }

    /// Keeps what the plan says as a dated version, with the answers of the look back.
    pub fn keep_version(&mut self, day: &str) {
        let answers = core::mem::take(&mut self.answers);
        self.push_version(day, answers);
    }

    fn push_version(&mut self, day: &str, answers: Vec<(String, String)>) {
        let then = self.filled();
        self.versions.insert(0, Version { day: day.to_owned(), answers, then });
    }

    /// Puts a version in the place of the plan. What the plan said until now is kept as a version of this day,
    /// unless there is one that says the same.
    pub fn restore(&mut self, place: usize, day: &str) -> bool {
        let Some(version) = self.versions.get(place) else { return false };
        let then = version.then.clone();
        let before = self.filled();
        if !before.is_empty() && !self.versions.iter().any(|version| version.then == before) {
            self.push_version(day, Vec::new());
        }
        self.fill(then);
        true
    }

    /// Takes in a plan from a file: it comes in the place of this one, which is kept as a version of this day. The
    /// versions of both stay, the latest first, and none twice.
    pub fn take_in(&mut self, document: Document, day: &str) {
        let before = self.filled();
        let mut versions = core::mem::take(&mut self.versions);
        versions.extend(document.versions);
        if !before.is_empty()
            && before != document.now
            && !versions.iter().any(|version| version.then == before)
        {
            versions.insert(0, Version { day: day.to_owned(), answers: Vec::new(), then: before });
        }
        for version in versions {
            if !self.versions.contains(&version) {
                // Behind those of its day and later. There are few, and sorting them would be code of three kilobytes.
                let place = self.versions.iter().position(|known| known.day < version.day);
                self.versions.insert(place.unwrap_or(self.versions.len()), version);
            }
        }
        for (id, text) in document.answers {
            // What is being written here comes first.
            if self.answer(&id).is_empty() {
                self.write_answer(&id, &text);
            }
        }
        self.fill(document.now);
        self.undone.clear();
    }

    /// Erases a version.
    pub fn erase(&mut self, place: usize) -> bool {
        if place >= self.versions.len() {
            return false;
        }
        let version = self.versions.remove(place);
        self.undone.push(Undo::Version { place, version });
        true
    }

    /// What differs between a version and the plan now: first what stood there then, then what is new; by section.
    pub fn changes(&self, place: usize) -> Vec<Change> {
        let Some(version) = self.versions.get(place) else { return Vec::new() };
        let now = self.filled();
        let mut ids: Vec<&str> = now.iter().map(|section| section.id.as_str()).collect();
        for section in &version.then {
            if !ids.contains(&section.id.as_str()) {
                ids.push(&section.id);
            }
        }
        let mut changes = Vec::new();
        for id in ids {
            let (then, now) = (entries_of(&version.then, id), entries_of(&now, id));
            for (own, other, is_new) in [(then, now, false), (now, then, true)] {
                for entry in
                    own.iter().filter(|entry| !other.iter().any(|known| known.fields == entry.fields))
                {
                    changes.push(Change { section: id.to_owned(), entry: entry.clone(), is_new });
                }
            }
        }
        changes
    }

    fn fill(&mut self, filled: Vec<Filled>) {
        let mut others = filled;
        self.sections = (0..self.rules.sections.len()).map(|_| Writing::default()).collect();
        for section in 0..self.sections.len() {
            let rule = &self.rules.sections[section];
            let count = rule.kind.fields().len();
            if let Some(at) = others.iter().position(|other| other.id == rule.id) {
                let own = others.remove(at);
                self.sections[section].nobody = own.nobody;
                for mut entry in own.entries {
                    // Should the kind have changed, more than its fields is joined rather than lost.
                    while entry.fields.len() > count.max(1) {
                        let more = entry.fields.pop().unwrap_or_default();
                        if let Some(last) = entry.fields.last_mut().filter(|_| !more.is_empty()) {
                            last.push(' ');
                            last.push_str(&more);
                        }
                    }
                    entry.fields.resize(count, String::new());
                    let key = self.next_key();
                    self.sections[section].rows.push(Row { key, entry });
                }
            }
            self.ensure_a_row(section);
        }
        self.others = others;
    }

    fn filled(&self) -> Vec<Filled> {
        let own = self.rules.sections.iter().zip(&self.sections).map(|(rule, writing)| Filled {
            id: rule.id.clone(),
            nobody: writing.nobody,
            entries: writing
                .rows
                .iter()
                .map(|row| &row.entry)
                .filter(|entry| !entry.is_empty())
                .cloned()
                .collect(),
        });
        own.filter(|section| section.nobody || !section.entries.is_empty())
            .chain(self.others.iter().cloned())
            .collect()
    }

    fn ensure_a_row(&mut self, section: usize) {
        if self.rows(section).is_empty() {
            self.add(section);
        }
    }

    fn blank(&self, section: usize) -> Entry {
        let count = self.rules.sections.get(section).map_or(1, |rule| rule.kind.fields().len());
        Entry { fields: vec![String::new(); count], tick: false }
    }

    fn next_key(&mut self) -> u32 {
        self.last_key = self.last_key.wrapping_add(1);
        self.last_key
    }

    fn find(&self, key: u32) -> Option<(usize, usize)> {
        self.sections.iter().enumerate().find_map(|(section, writing)| {
            Some((section, writing.rows.iter().position(|row| row.key == key)?))
        })
    }
}

fn entries_of<'a>(sections: &'a [Filled], id: &str) -> &'a [Entry] {
    sections.iter().find(|section| section.id == id).map_or(&[], |section| &section.entries)
}

#[cfg(test)]
#[path = "draft_tests.rs"]
mod tests;
