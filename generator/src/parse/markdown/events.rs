//! The pass over the parser's events.

use std::collections::HashMap;
use std::ops::Range;

use pulldown_cmark::{BrokenLink, CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd, html};

use super::links::{Destination, citation_keys, destination};
use super::{Body, Heading, Hole, Origin, Parsed, Want, callout};
use crate::findings::{Code, Finding, Place, codes};

/// Stands for a hole while the HTML is written. A character of private use, taken out of the source before.
const MARK: char = '\u{e000}';

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
    let events = {
        let callback = |link: BrokenLink<'_>| special_reference(&link, &mut unknown);
        Parser::new_with_broken_link_callback(text, options(), Some(callback)).into_offset_iter().collect()
    };
    let mut pass = Pass {
        text,
        origin,
        events,
        out: Vec::new(),
        body: Body::default(),
        findings: Vec::new(),
        anchors: HashMap::new(),
        quotes: Vec::new(),
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
    pass.walk(0, pass.events.len());
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

struct Pass<'a> {
    text: &'a str,
    origin: &'a Origin<'a>,
    events: Vec<(Event<'a>, Range<usize>)>,
    out: Vec<Event<'a>>,
    body: Body,
    findings: Vec<Finding>,
    /// How often each anchor was wanted.
    anchors: HashMap<String, usize>,
    /// The open quotes: a callout closes differently, and CRISIS ends with the lines.
    quotes: Vec<Option<&'static str>>,
    tables: usize,
    callouts: usize,
}

impl<'a> Pass<'a> {
    fn walk(&mut self, from: usize, to: usize) {
        let mut index = from;
        while index < to {
            index = self.step(index);
        }
    }

    /// Handles one event, or a group that belongs together; returns the next index.
    fn step(&mut self, index: usize) -> usize {
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
            Event::Start(Tag::HtmlBlock) | Event::End(TagEnd::HtmlBlock) => return index + 1,
            Event::Text(text) => self.body.words += text.split_ascii_whitespace().count(),
            _ => {}
        }
        let (event, range) = (self.take(index), self.events[index].1.clone());
        match event {
            Event::End(TagEnd::Link) => self.raw("</a>"),
            Event::End(TagEnd::BlockQuote(_)) => self.end_quote(range),
            Event::Start(Tag::Table(_)) => {
                self.tables += 1;
                let heading = self.body.headings.last().map_or("", |heading| heading.text.as_str());
                let label = format!("{heading} {}", self.tables);
                let label = escape(label.trim());
                self.raw(format!(
                    "<div class=\"table-wrap\" role=\"region\" tabindex=\"0\" aria-label=\"{label}\">"
                ));
                self.out.push(event);
            }
            Event::End(TagEnd::Table) => {
                self.out.push(event);
                self.raw("</div>\n");
            }
            // A disabled checkbox without a name says nothing to a screen reader; the sign does.
            Event::TaskListMarker(done) => self.out.push(Event::Text(if done { "☑ " } else { "☐ " }.into())),
            Event::Html(html) | Event::InlineHtml(html) => self.raw_html(&html, range),
            event => self.out.push(event),
        }
        index + 1
    }

    /// Takes an event out of the list; nothing looks back at it.
    fn take(&mut self, index: usize) -> Event<'a> {
        std::mem::replace(&mut self.events[index].0, Event::Rule)
    }

    fn end_quote(&mut self, range: Range<usize>) {
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

    fn heading(&mut self, index: usize, level: HeadingLevel, id: Option<CowStr<'a>>) -> usize {
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
    fn anchor(&mut self, text: &str) -> String {
        let slug = slug(text);
        let count = self.anchors.entry(slug.clone()).and_modify(|count| *count += 1).or_insert(1);
        if *count == 1 {
            return slug;
        }
        let numbered = format!("{slug}-{count}");
        self.anchor(&numbered)
    }

    fn paragraph(&mut self, index: usize) -> usize {
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

    fn quote(&mut self, index: usize) -> usize {
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
                    None => {
                        "Use NOTE, TIP, IMPORTANT, WARNING, EXAMPLE, STORY, EVIDENCE or CRISIS.".to_owned()
                    }
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

    fn open_callout(
        &mut self,
        index: usize,
        callout: &'static callout::Callout,
        range: Range<usize>,
    ) -> usize {
        let paragraph_end = self.end_of(index + 1);
        let title_start = self.end_of(index + 2) + 1;
        let is_break = |event: &Event<'_>| matches!(event, Event::SoftBreak | Event::HardBreak);
        let title_end =
            (title_start..paragraph_end).find(|i| is_break(&self.events[*i].0)).unwrap_or(paragraph_end);
        self.callouts += 1;
        let (class, number) = (callout.class, self.callouts);
        self.quotes.push(Some(class));
        self.raw(format!(
            "<div class=\"callout callout-{class}\" role=\"note\" aria-labelledby=\"callout-{number}\">\
             <p class=\"callout-title\" id=\"callout-{number}\">"
        ));
        if self.plain_text(title_start, title_end).trim().is_empty() {
            self.hole(range, Want::Word(callout.message));
        } else {
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

    fn link(&mut self, index: usize) -> usize {
        let range = self.events[index].1.clone();
        let Event::Start(Tag::Link { link_type: kind, dest_url, title, .. }) = self.take(index) else {
            return index + 1;
        };
        let dest = dest_url.as_ref();
        if let Some(keys) = dest.strip_prefix("cite:").filter(|_| is_special(kind)) {
            self.citation(keys, range);
            return self.end_of_link(index) + 1;
        }
        if is_special(kind) {
            // `[!word]` outside a quote is only text.
            let end = self.end_of_link(index);
            self.walk(index + 1, end);
            return end + 1;
        }
        let place = self.dest_range(index, dest);
        match destination(dest) {
            Destination::Term(id) => {
                self.open_link("<a class=\"term\" href=\"", place, Want::Term(id.to_owned()));
            }
            Destination::Tool(id) => self.open_link("<a href=\"", place, Want::ToolLink(id.to_owned())),
            Destination::Site => self.open_link("<a href=\"", place, Want::Link(dest.to_owned())),
            Destination::Web => {
                self.raw(format!("<a rel=\"noreferrer\" href=\"{}\"", href(dest)));
            }
            Destination::Contact => {
                let dest = if kind == LinkType::Email { format!("mailto:{dest}") } else { dest.to_owned() };
                self.raw(format!("<a href=\"{}\"", href(&dest)));
            }
            Destination::Unsafe => {
                self.finding(
                    &codes::UNSAFE_LINK,
                    place,
                    format!("`{dest}` is not an address that a page may have."),
                    "Link to a page of the site, a web address, `tel:`, `sms:` or `mailto:`.",
                );
                self.raw("<a");
            }
        }
        if !title.is_empty() {
            self.raw(format!(" title=\"{}\"", escape(&title)));
        }
        self.raw(">");
        index + 1
    }

    fn citation(&mut self, keys: &str, range: Range<usize>) {
        // The number belongs to the word before it, and must not stand alone on the next line.
        if let Some(Event::Text(text)) = self.out.last_mut() {
            *text = text.trim_end().to_owned().into();
        }
        let keys = citation_keys(keys)
            .into_iter()
            .map(|(key, at)| {
                let start = range.start + 1 + at;
                let len = key.len() + 1;
                (key, self.in_file(start..start + len))
            })
            .collect();
        self.hole(range, Want::Cite(keys));
    }

    /// The end of the link whose start was taken out of the list. Links do not nest.
    fn end_of_link(&self, index: usize) -> usize {
        let is_end = |(event, _): &&(Event<'a>, Range<usize>)| matches!(event, Event::End(TagEnd::Link));
        let after = self.events[index..].iter().position(|event| is_end(&event));
        after.map_or(self.events.len() - 1, |after| index + after)
    }

    fn open_link(&mut self, before: &'static str, place: Range<usize>, want: Want) {
        self.raw(before);
        self.hole(place, want);
        self.raw("\"");
    }

    fn image(&mut self, index: usize, dest: &str) -> usize {
        let end = self.end_of(index);
        let range = self.events[index].1.clone();
        let alt = self.plain_text(index + 1, end);
        let place = self.dest_range(index, dest);
        if let Destination::Tool(id) = destination(dest) {
            // Within a line of text there is no room for a tool, so it is a link to its page.
            self.open_link("<a href=\"", place, Want::ToolLink(id.to_owned()));
            self.raw(format!(">{}</a>", escape(&alt)));
            return end + 1;
        }
        if alt.trim().is_empty() {
            self.finding(
                &codes::MISSING_ALT,
                range,
                "This image has no text alternative.",
                "Say in the square brackets what the picture tells.",
            );
        }
        self.hole(place, Want::Image { dest: dest.to_owned(), alt });
        end + 1
    }

    fn raw_html(&mut self, html: &str, range: Range<usize>) {
        let html = html.trim();
        let is_comment = html.starts_with("<!--") && html.ends_with("-->");
        // A closing tag was told with its opening one.
        if html.is_empty() || is_comment || html.starts_with("</") {
            return;
        }
        self.finding(
            &codes::RAW_HTML,
            range,
            "Raw HTML is not published.",
            "Write it in Markdown, or put `&lt;` for a sign that is meant as text.",
        );
    }

    /// The index of the event that closes the one at `index`.
    fn end_of(&self, index: usize) -> usize {
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

    fn plain_text(&self, from: usize, to: usize) -> String {
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

    /// Where a destination is written; the whole link if it is written elsewhere.
    fn dest_range(&self, index: usize, dest: &str) -> Range<usize> {
        let range = self.events[index].1.clone();
        match self.text[range.clone()].rfind(dest) {
            Some(at) if !dest.is_empty() => range.start + at..range.start + at + dest.len(),
            _ => range,
        }
    }

    fn raw(&mut self, html: impl Into<CowStr<'a>>) {
        self.out.push(Event::InlineHtml(html.into()));
    }

    fn hole(&mut self, range: Range<usize>, want: Want) {
        let range = self.in_file(range);
        self.body.holes.push(Hole { at: 0, range, want });
        self.raw("\u{e000}");
    }

    fn in_file(&self, range: Range<usize>) -> Range<usize> {
        range.start + self.origin.offset..range.end + self.origin.offset
    }

    fn finding(
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
    fn finish(mut self) -> Parsed {
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
fn is_special(kind: LinkType) -> bool {
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

fn escape(text: &str) -> String {
    crate::render::html::escape(text)
}

fn href(text: &str) -> String {
    crate::render::html::escape(&text.replace(' ', "%20"))
}
