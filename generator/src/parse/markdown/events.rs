//! The pass over the parser's events.

use std::collections::HashMap;
use std::ops::Range;

use pulldown_cmark::{Alignment, BrokenLink, CowStr, Event, LinkType, Options, Parser, Tag, TagEnd, html};

use super::footnotes::Footnotes;
use super::{Body, Facts, Hole, Origin, Parsed, Want, facts};
use crate::findings::{Code, Finding, Place, codes};

/// Stands for a hole while the HTML is written. A character of private use, taken out of the source before.
const MARK: char = '\u{e000}';

/// Names that the theme gives to parts of a page; a heading of the same words gets a number.
const TAKEN: &[&str] =
    &["main", "footer-help", "page-sources", "more-sources", "other-countries", "home-sections"];

/// Turns Markdown into a body.
pub fn body(text: &str, origin: &Origin<'_>) -> Parsed {
    // The replacement is as long as the mark, so that every place stays right.
    let clean;
    let text = if text.contains(MARK) {
        clean = text.replace(MARK, "\u{fffd}");
        &clean
    } else {
        text
    };
    let mut unknown = Vec::new();
    let events: Vec<(Event<'_>, Range<usize>)> = {
        let callback = |link: BrokenLink<'_>| special_reference(&link, &mut unknown);
        Parser::new_with_broken_link_callback(text, options(), Some(callback)).into_offset_iter().collect()
    };
    let facts = if origin.facts { facts::gather(&events, origin.offset) } else { Facts::default() };
    let body = Body { facts, ..Body::default() };
    let mut pass = Pass {
        text,
        origin,
        events,
        out: Vec::new(),
        body,
        findings: Vec::new(),
        anchors: HashMap::new(),
        quotes: Vec::new(),
        open_html: Vec::new(),
        footnotes: Footnotes::default(),
        table: Table::default(),
        tables: 0,
        callouts: 0,
    };
    for (word, range) in unknown {
        pass.finding(
            &codes::UNKNOWN_REFERENCE,
            range,
            format!("`[{word}]` is not defined, so this is no link."),
            format!("Add a line `[{word}]: address`, or write `\\[`."),
        );
    }
    for taken in TAKEN {
        pass.anchors.insert((*taken).to_owned(), 1);
    }
    pass.walk(0, pass.events.len());
    pass.write_footnotes();
    pass.finish()
}

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_SMART_PUNCTUATION
}

/// `[@key]` and `[!TIP]` are references without a definition; so they come as events, with their place.
fn special_reference(
    link: &BrokenLink<'_>,
    unknown: &mut Vec<(String, Range<usize>)>,
) -> Option<(CowStr<'static>, CowStr<'static>)> {
    let word = &link.reference;
    if word.starts_with('@') {
        return Some((format!("cite:{word}").into(), "".into()));
    }
    if let Some(kind) = word.strip_prefix('!') {
        return Some((format!("callout:{kind}").into(), "".into()));
    }
    if matches!(link.link_type, LinkType::Reference | LinkType::Collapsed) {
        unknown.push((word.to_string(), link.span.clone()));
    }
    None
}

/// Where the pass is in a table.
#[derive(Default)]
pub(super) struct Table {
    pub(super) alignments: Vec<Alignment>,
    pub(super) in_head: bool,
    pub(super) cell: usize,
    /// Whether the open cell is a header.
    pub(super) is_header: bool,
}

pub(super) struct Pass<'a> {
    pub(super) text: &'a str,
    pub(super) origin: &'a Origin<'a>,
    pub(super) events: Vec<(Event<'a>, Range<usize>)>,
    pub(super) out: Vec<Event<'a>>,
    pub(super) body: Body,
    pub(super) findings: Vec<Finding>,
    /// How often each anchor was wanted.
    pub(super) anchors: HashMap<String, usize>,
    /// The open quotes: a callout closes differently, and CRISIS ends with the lines.
    pub(super) quotes: Vec<Option<&'static str>>,
    /// The names of raw tags that were told and are still open.
    pub(super) open_html: Vec<String>,
    pub(super) footnotes: Footnotes,
    pub(super) table: Table,
    pub(super) tables: usize,
    pub(super) callouts: usize,
}

impl<'a> Pass<'a> {
    pub(super) fn walk(&mut self, from: usize, to: usize) {
        let mut index = from;
        while index < to {
            index = self.step(index);
        }
    }

    /// Handles one event, or a group that belongs together; returns the next index.
    pub(super) fn step(&mut self, index: usize) -> usize {
        match &self.events[index].0 {
            Event::Start(Tag::Heading { level, id, .. }) => {
                let (level, id) = (*level, id.clone());
                return self.heading(index, level, id);
            }
            Event::Start(Tag::Paragraph) => return self.paragraph(index),
            Event::Start(Tag::BlockQuote(_)) => return self.quote(index),
            Event::Start(Tag::Link { .. }) => return self.link(index),
            Event::Start(Tag::Image { dest_url, .. }) => {
                let dest = dest_url.clone();
                return self.image(index, &dest);
            }
            Event::Start(Tag::FootnoteDefinition(name)) => {
                // Written at the end, wherever the author put it.
                let (name, end) = (name.to_string(), self.end_of(index));
                let place = self.events[index].1.clone();
                self.footnotes.define(name, index + 1..end, place);
                return end + 1;
            }
            Event::Text(text) => self.body.words += text.split_ascii_whitespace().count(),
            Event::Start(Tag::HtmlBlock) => return self.html_block(index),
            _ => {}
        }
        let (event, range) = (self.take(index), self.events[index].1.clone());
        match event {
            Event::End(TagEnd::Link) => self.raw("</a>"),
            Event::End(TagEnd::BlockQuote(_)) => self.end_quote(range),
            Event::Start(Tag::Table(alignments)) => self.open_table(alignments),
            Event::Start(Tag::TableHead) => {
                self.table.in_head = true;
                self.raw("<thead><tr>");
            }
            Event::End(TagEnd::TableHead) => {
                self.table = Table { in_head: false, cell: 0, ..std::mem::take(&mut self.table) };
                self.raw("</tr></thead><tbody>\n");
            }
            Event::Start(Tag::TableRow) => {
                self.table.cell = 0;
                self.raw("<tr>");
            }
            Event::Start(Tag::TableCell) => {
                let is_empty = matches!(self.events[index + 1].0, Event::End(TagEnd::TableCell));
                self.open_cell(is_empty);
            }
            Event::End(TagEnd::TableCell) => {
                self.raw(if self.table.is_header { "</th>" } else { "</td>" });
            }
            Event::End(TagEnd::TableRow) => self.raw("</tr>\n"),
            Event::End(TagEnd::Table) => self.raw("</tbody></table></div>\n"),
            Event::FootnoteReference(name) => {
                let html = self.footnotes.refer(&name);
                self.raw(html);
            }
            // A disabled checkbox without a name says nothing to a screen reader; the sign does.
            Event::TaskListMarker(done) => {
                // The sign stands where the bullet would.
                let is_item = |event: &&mut Event<'_>| matches!(event, Event::Start(Tag::Item));
                if let Some(item) = self.out.iter_mut().rev().find(is_item) {
                    *item = Event::InlineHtml("<li class=\"task\">".into());
                }
                self.out.push(Event::Text(if done { "☑ " } else { "☐ " }.into()));
            }
            Event::Html(html) | Event::InlineHtml(html) => self.raw_html(&html, range),
            // The mark can also come from an entity, which the parser decodes.
            Event::Text(text) if text.contains(MARK) => self.out.push(Event::Text(unmarked(&text).into())),
            Event::Code(text) if text.contains(MARK) => self.out.push(Event::Code(unmarked(&text).into())),
            event => self.out.push(event),
        }
        index + 1
    }

    /// Takes an event out of the list; nothing looks back at it.
    pub(super) fn take(&mut self, index: usize) -> Event<'a> {
        std::mem::replace(&mut self.events[index].0, Event::Rule)
    }

    /// The index of the event that closes the one at `index`.
    pub(super) fn end_of(&self, index: usize) -> usize {
        let mut depth = 0_usize;
        for (offset, (event, _)) in self.events[index..].iter().enumerate() {
            match event {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                return index + offset;
            }
        }
        self.events.len() - 1
    }

    pub(super) fn plain_text(&self, from: usize, to: usize) -> String {
        let mut text = String::new();
        for (event, _) in &self.events[from..to] {
            match event {
                Event::Text(part) | Event::Code(part) => text.push_str(part),
                Event::SoftBreak | Event::HardBreak => text.push(' '),
                _ => {}
            }
        }
        text
    }

    pub(super) fn raw(&mut self, html: impl Into<CowStr<'a>>) {
        self.out.push(Event::InlineHtml(html.into()));
    }

    pub(super) fn hole(&mut self, range: Range<usize>, want: Want) {
        let range = self.in_file(range);
        self.body.holes.push(Hole { at: 0, range, want });
        self.raw("\u{e000}");
    }

    pub(super) fn in_file(&self, range: Range<usize>) -> Range<usize> {
        range.start + self.origin.offset..range.end + self.origin.offset
    }

    pub(super) fn finding(
        &mut self,
        code: &Code,
        range: Range<usize>,
        message: impl Into<String>,
        mend: impl Into<String>,
    ) {
        let place = Place::at(self.origin.file, self.in_file(range));
        self.findings.push(Finding::new(code, place, message, mend));
    }

    /// Writes the HTML and turns the marks into offsets.
    pub(super) fn finish(mut self) -> Parsed {
        let mut marked = String::with_capacity(self.text.len() * 3 / 2);
        html::push_html(&mut marked, self.out.into_iter());
        if self.body.holes.is_empty() {
            self.body.html = marked;
            return (self.body, self.findings);
        }
        let mut html = String::with_capacity(marked.len());
        let mut holes = self.body.holes.iter_mut();
        let mut parts = marked.split(MARK);
        html.push_str(parts.next().unwrap_or(""));
        for part in parts {
            if let Some(hole) = holes.next() {
                hole.at = html.len();
            }
            html.push_str(part);
        }
        self.body.html = html;
        (self.body, self.findings)
    }
}

/// Whether a link came from [`special_reference`].
pub(super) fn is_special(kind: LinkType) -> bool {
    matches!(kind, LinkType::ShortcutUnknown | LinkType::ReferenceUnknown | LinkType::CollapsedUnknown)
}

/// Letters and digits in lower case, with one hyphen between.
pub(crate) fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_alphanumeric() {
            slug.extend(c.to_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') && !matches!(c, '\'' | '’') {
            slug.push('-');
        }
    }
    while slug.ends_with('-') {
        slug.pop();
    }
    if slug.is_empty() { "section".to_owned() } else { slug }
}

pub(super) fn escape(text: &str) -> String {
    crate::html::escape(&unmarked(text))
}

/// Text without the mark of holes.
fn unmarked(text: &str) -> String {
    text.replace(MARK, "\u{fffd}")
}
