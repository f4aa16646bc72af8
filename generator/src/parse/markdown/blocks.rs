//! Headings, paragraphs, quotes that are callouts, and tables.

use std::ops::Range;

use pulldown_cmark::{Alignment, CowStr, Event, HeadingLevel, Tag, TagEnd};

use super::events::{Pass, Table, escape, slug};
use super::links::{Destination, destination};
use super::{Heading, Want, callout};
use crate::findings::codes;

impl<'a> Pass<'a> {
    /// A table scrolls by itself on a small screen, so it is a region that the keyboard can reach.
    pub(super) fn open_table(&mut self, alignments: Vec<Alignment>) {
        self.tables += 1;
        self.table = Table { alignments, ..Table::default() };
        let heading = self.body.headings.last().map_or("", |heading| heading.text.as_str());
        let label = format!("{heading} {}", self.tables);
        let label = escape(label.trim());
        self.raw(format!(
            "<div class=\"table-wrap\" role=\"region\" tabindex=\"0\" aria-label=\"{label}\"><table>"
        ));
    }

    /// The parser's own writer would align by a style attribute, which the pages' policy forbids. An empty cell in
    /// the head, as over a column of names, heads nothing.
    pub(super) fn open_cell(&mut self, is_empty: bool) {
        self.table.is_header = self.table.in_head && !is_empty;
        let class = match self.table.alignments.get(self.table.cell) {
            Some(Alignment::Right) => " class=\"right\"",
            Some(Alignment::Center) => " class=\"center\"",
            _ => "",
        };
        self.table.cell += 1;
        self.raw(if self.table.is_header {
            format!("<th scope=\"col\"{class}>")
        } else {
            format!("<td{class}>")
        });
    }

    pub(super) fn end_quote(&mut self, range: Range<usize>) {
        match self.quotes.pop().flatten() {
            Some(class) => {
                if class == "crisis" {
                    self.hole(range, Want::CrisisLines);
                }
                self.raw("</div>\n");
            }
            None => self.raw("</blockquote>\n"),
        }
    }

    pub(super) fn heading(&mut self, index: usize, level: HeadingLevel, id: Option<CowStr<'a>>) -> usize {
        let end = self.end_of(index);
        let range = self.events[index].1.clone();
        let text = self.plain_text(index + 1, end);
        let level = level as u8;
        if level == 1 {
            self.finding(
                &codes::EXTRA_H1,
                range.clone(),
                "The title is the page's main heading; this is a second one.",
                "Write `##` instead of `#`.",
            );
        }
        let before = self.body.headings.last().map_or(1, |heading| heading.level);
        if level > before + 1 {
            self.finding(
                &codes::HEADING_JUMP,
                range.clone(),
                format!("This heading has level {level}, and the one before has level {before}."),
                format!("Write it with {} signs `#`.", before + 1),
            );
        }
        let id = match id {
            Some(id) => {
                if self.anchors.insert(id.to_string(), 1).is_some() {
                    self.finding(
                        &codes::SAME_ANCHOR,
                        range,
                        format!("Another heading has the anchor `{id}` already."),
                        "Give one of the two another `{#anchor}`.",
                    );
                }
                id.to_string()
            }
            None => self.anchor(&text),
        };
        self.body.headings.push(Heading { level, id: id.clone(), text });
        self.raw(format!("<h{level} id=\"{}\">", escape(&id)));
        self.walk(index + 1, end);
        self.raw(format!("</h{level}>\n"));
        end + 1
    }

    /// A free anchor for a heading's text: the same text always gives the same, the second one `-2`.
    pub(super) fn anchor(&mut self, text: &str) -> String {
        let slug = slug(text);
        let count = self.anchors.entry(slug.clone()).and_modify(|count| *count += 1).or_insert(1);
        if *count == 1 {
            return slug;
        }
        let numbered = format!("{slug}-{count}");
        self.anchor(&numbered)
    }

    pub(super) fn paragraph(&mut self, index: usize) -> usize {
        // An image or a tool that stands alone is a block of its own.
        if let Event::Start(Tag::Image { dest_url, title, .. }) = &self.events[index + 1].0 {
            let (dest, title) = (dest_url.to_string(), title.to_string());
            let end = self.end_of(index + 1) + 1;
            if matches!(self.events[end].0, Event::End(TagEnd::Paragraph)) {
                match destination(&dest) {
                    Destination::Tool(id) => {
                        let range = self.dest_range(index + 1, &dest);
                        self.hole(range, Want::Tool { id: id.to_owned() });
                        return end + 1;
                    }
                    Destination::Evidence(id) => {
                        let (id, title) = (id.to_owned(), self.plain_text(index + 2, end - 1));
                        let range = self.dest_range(index + 1, &dest);
                        self.hole(range, Want::Chart { id, title });
                        return end + 1;
                    }
                    _ if !title.is_empty() => {
                        self.raw("<figure>");
                        self.image(index + 1, &dest);
                        self.raw(format!("<figcaption>{}</figcaption></figure>\n", escape(&title)));
                        return end + 1;
                    }
                    _ => {}
                }
            }
        }
        self.out.push(Event::Start(Tag::Paragraph));
        index + 1
    }

    pub(super) fn quote(&mut self, index: usize) -> usize {
        let (
            Some((Event::Start(Tag::Paragraph), _)),
            Some((Event::Start(Tag::Link { dest_url, .. }), range)),
        ) = (self.events.get(index + 1), self.events.get(index + 2))
        else {
            self.quotes.push(None);
            self.raw("<blockquote>\n");
            return index + 1;
        };
        let Some(word) = dest_url.strip_prefix("callout:").map(str::to_owned) else {
            self.quotes.push(None);
            self.raw("<blockquote>\n");
            return index + 1;
        };
        let range = range.clone();
        let callout = match callout::find(&word) {
            Ok(callout) => callout,
            Err(close) => {
                let mend = match close {
                    Some(close) => format!("Did you mean `[!{close}]`?"),
                    None => codes::UNKNOWN_CALLOUT.explanation.to_owned(),
                };
                self.finding(
                    &codes::UNKNOWN_CALLOUT,
                    range,
                    format!("`{word}` is not a kind of callout."),
                    mend,
                );
                self.quotes.push(None);
                self.raw("<blockquote>\n");
                return index + 1;
            }
        };
        self.open_callout(index, callout, range)
    }

    /// The first break of a line that no markup spans: a title cut inside a link or an emphasis would leave it open.
    fn first_break(&self, from: usize, to: usize) -> usize {
        let mut depth = 0_usize;
        for index in from..to {
            match self.events[index].0 {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth = depth.saturating_sub(1),
                Event::SoftBreak | Event::HardBreak if depth == 0 => return index,
                _ => {}
            }
        }
        to
    }

    pub(super) fn open_callout(
        &mut self,
        index: usize,
        callout: &'static callout::Callout,
        range: Range<usize>,
    ) -> usize {
        let paragraph_end = self.end_of(index + 1);
        let title_start = self.end_of(index + 2) + 1;
        let title_end = self.first_break(title_start, paragraph_end);
        self.callouts += 1;
        let (class, number, prefix) = (callout.class, self.callouts, self.origin.prefix);
        self.quotes.push(Some(class));
        self.raw(format!(
            "<div class=\"callout callout-{class}\" role=\"note\" aria-labelledby=\"fb-callout-{prefix}{number}\">\
             <p class=\"callout-title\" id=\"fb-callout-{prefix}{number}\">"
        ));
        if self.plain_text(title_start, title_end).trim().is_empty() {
            self.hole(range, Want::Word(callout.message));
        } else {
            if let Event::Text(text) = &mut self.events[title_start].0 {
                *text = text.trim_start().to_owned().into();
            }
            self.walk(title_start, title_end);
        }
        self.raw("</p>\n");
        if title_end < paragraph_end {
            self.out.push(Event::Start(Tag::Paragraph));
            self.walk(title_end + 1, paragraph_end);
            self.out.push(Event::End(TagEnd::Paragraph));
        }
        paragraph_end + 1
    }
}
