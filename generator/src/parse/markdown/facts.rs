//! What checks need to know of a text: its words with their places, links, images and tables. Gathered from the
//! same events that become HTML, before they are taken.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::callout;

/// A range in half the memory: the facts of all pages are kept until the last page is checked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Extent {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl From<Range<usize>> for Extent {
    fn from(range: Range<usize>) -> Self {
        // `gather` takes no longer text.
        let number = |byte: usize| u32::try_from(byte).unwrap_or(u32::MAX);
        Extent { start: number(range.start), end: number(range.end) }
    }
}

impl From<Extent> for Range<usize> {
    fn from(extent: Extent) -> Self {
        extent.start as usize..extent.end as usize
    }
}

impl Extent {
    /// The same as a range, which can cut a text.
    pub fn range(self) -> Range<usize> {
        self.into()
    }
}

/// The facts of one Markdown text. All ranges called `place` are in the file.
#[derive(Debug, Default)]
pub struct Facts {
    /// The blocks of words in the order of the text.
    pub blocks: Vec<Block>,
    /// The links.
    pub links: Vec<Link>,
    /// The images, without tools.
    pub images: Vec<Picture>,
    /// The tables.
    pub tables: Vec<Grid>,
    /// Comments in HTML, which may hold instructions for the checks.
    pub comments: Vec<Comment>,
}

/// Words that stand together: a paragraph, a heading, an item of a list, a cell.
#[derive(Debug)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// The class of the callout around it, if any.
    pub callout: Option<&'static str>,
    /// Whether it is somebody else's words: a quote that is no callout.
    pub quoted: bool,
    /// Whether sources are cited in it.
    pub cites: bool,
    /// The list or table that it belongs to; 0 is none. A list and the paragraph before it do not share one.
    pub group: u32,
    /// The words as readers see them, without citations.
    pub text: Box<str>,
    /// Which part of the text is written where, in order.
    pub runs: Box<[Run]>,
    /// The whole block in the file.
    pub place: Extent,
}

/// The kinds of block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// A heading with its level.
    Heading(u8),
    /// The title of a callout.
    CalloutTitle,
    /// A paragraph.
    Paragraph,
    /// An item of a list.
    Item,
    /// A cell in the head of a table.
    HeadCell,
    /// Another cell.
    Cell,
    /// A term that is defined.
    Term,
    /// A note at the end of the text.
    Note,
}

/// A part of a block's text and where it is written.
#[derive(Clone, Debug)]
pub struct Run {
    /// The part of the block's text.
    pub text: Extent,
    /// The same in the file. It may be of another length, where a sign was replaced by a finer one.
    pub place: Extent,
    /// How it is marked up.
    pub style: Style,
}

/// How words are marked up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// `*so*`.
    pub emphasis: bool,
    /// `**so**`.
    pub strong: bool,
    /// `` `so` ``.
    pub code: bool,
    /// Inside a link.
    pub link: bool,
}

/// A link.
#[derive(Debug)]
pub struct Link {
    /// Where it leads, as written.
    pub dest: Box<str>,
    /// Its words.
    pub words: Box<str>,
    /// The index of its block, and its words in the block's text.
    pub block: usize,
    /// Its words in the block's text.
    pub text: Extent,
    /// The whole link in the file.
    pub place: Extent,
}

/// An image.
#[derive(Debug)]
pub struct Picture {
    /// The file, as written.
    pub dest: String,
    /// The text alternative.
    pub alt: String,
    /// The whole image in the file.
    pub place: Range<usize>,
}

/// A table.
#[derive(Debug)]
pub struct Grid {
    /// The words of its head, cell by cell.
    pub head: Vec<String>,
    /// How many rows it has below the head.
    pub rows: usize,
    /// The whole table in the file.
    pub place: Range<usize>,
}

/// A comment in HTML.
#[derive(Debug)]
pub struct Comment {
    /// What stands between the marks.
    pub text: String,
    /// How many blocks stand before it.
    pub block: usize,
    /// Whether it stands inside of the block with that index, not before it.
    pub inside: bool,
    /// The whole comment in the file.
    pub place: Range<usize>,
}

impl Facts {
    /// Whether there is nothing: the text is empty, or nobody asked for its facts.
    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty() && self.comments.is_empty()
    }
}

impl Block {
    /// Where a part of the text is written in the file.
    pub fn place_of(&self, text: Range<usize>) -> Range<usize> {
        let at = |offset: usize, is_end: bool| {
            let after = self.runs.partition_point(|run| match is_end {
                true => run.text.range().end < offset,
                false => run.text.range().end <= offset,
            });
            let Some(run) = self.runs.get(after) else { return self.place.range().end };
            let (text, place) = (run.text.range(), run.place.range());
            if text.len() != place.len() {
                return if is_end { place.end } else { place.start };
            }
            place.start + offset.saturating_sub(text.start)
        };
        let start = at(text.start, false);
        start..at(text.end, true).max(start)
    }

    /// The style of the words at a byte of the text.
    pub fn style_at(&self, offset: usize) -> Style {
        let after = self.runs.partition_point(|run| run.text.range().end <= offset);
        let run = self.runs.get(after).filter(|run| run.text.range().start <= offset);
        run.map(|run| run.style).unwrap_or_default()
    }
}

/// Gathers the facts. `offset` is the byte of the file at which the text starts.
pub(super) fn gather(events: &[(Event<'_>, Range<usize>)], offset: usize) -> Facts {
    // Nobody writes four gigabytes; what a machine made is not judged as writing.
    let end = events.last().map_or(0, |(_, range)| range.end) + offset;
    if u32::try_from(end).is_err() {
        return Facts::default();
    }
    let mut gatherer = Gatherer {
        offset,
        facts: Facts::default(),
        open: None,
        text: String::new(),
        runs: Vec::new(),
        nest: Vec::new(),
        groups: 0,
        style: Style::default(),
        link: None,
        image: None,
        silent: 0,
    };
    for (index, (event, range)) in events.iter().enumerate() {
        gatherer.event(event, range.start + offset..range.end + offset, &events[index + 1..]);
    }
    gatherer.close();
    gatherer.facts.blocks.shrink_to_fit();
    gatherer.facts.links.shrink_to_fit();
    gatherer.facts
}

/// What is open around the current place.
enum Nest {
    Quote,
    Callout(&'static str),
    List(u32),
    Item,
    Table(u32),
    Head,
    Row,
    Note,
}

struct Gatherer {
    offset: usize,
    facts: Facts,
    /// The open block; its text and runs are still beside it.
    open: Option<Block>,
    text: String,
    runs: Vec<Run>,
    nest: Vec<Nest>,
    groups: u32,
    style: Style,
    link: Option<(Box<str>, Range<usize>, usize, usize)>,
    image: Option<Picture>,
    /// How deep inside of what readers do not see as words: a citation, the mark of a callout, a block of code.
    silent: usize,
}

impl Gatherer {
    fn event(&mut self, event: &Event<'_>, place: Range<usize>, rest: &[(Event<'_>, Range<usize>)]) {
        match event {
            Event::Start(tag) => self.start(tag, place, rest),
            Event::End(tag) => self.end(*tag),
            Event::Text(text) => self.words(text, place, false),
            Event::Code(text) => self.words(text, place, true),
            Event::SoftBreak | Event::HardBreak => {
                if self.open.as_ref().is_some_and(|block| block.kind == BlockKind::CalloutTitle) {
                    self.reopen_after_title(place);
                } else {
                    self.words(" ", place, false);
                }
            }
            Event::Html(html) | Event::InlineHtml(html) => self.comment(html, place),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>, place: Range<usize>, rest: &[(Event<'_>, Range<usize>)]) {
        match tag {
            Tag::Heading { level, .. } => self.open_block(BlockKind::Heading(*level as u8), place),
            Tag::Paragraph => {
                let kind =
                    match self.nest.iter().rev().find(|nest| !matches!(nest, Nest::Quote | Nest::Callout(_)))
                    {
                        Some(Nest::Item) => BlockKind::Item,
                        Some(Nest::Note) => BlockKind::Note,
                        _ => BlockKind::Paragraph,
                    };
                self.open_block(kind, place);
            }
            Tag::BlockQuote(_) => {
                let callout = match rest {
                    [
                        (Event::Start(Tag::Paragraph), _),
                        (Event::Start(Tag::Link { dest_url, .. }), _),
                        ..,
                    ] => dest_url.strip_prefix("callout:").and_then(|word| callout::find(word).ok()),
                    _ => None,
                };
                self.close();
                self.nest.push(callout.map_or(Nest::Quote, |callout| Nest::Callout(callout.class)));
            }
            Tag::List(_) => {
                self.close();
                self.groups += 1;
                self.nest.push(Nest::List(self.groups));
            }
            Tag::Item => {
                self.nest.push(Nest::Item);
                self.open_block(BlockKind::Item, place);
            }
            Tag::FootnoteDefinition(_) => self.nest.push(Nest::Note),
            Tag::DefinitionListTitle => self.open_block(BlockKind::Term, place),
            Tag::DefinitionListDefinition => self.open_block(BlockKind::Paragraph, place),
            Tag::Table(_) => {
                self.groups += 1;
                self.nest.push(Nest::Table(self.groups));
                self.facts.tables.push(Grid { head: Vec::new(), rows: 0, place });
            }
            Tag::TableHead => self.nest.push(Nest::Head),
            Tag::TableRow => self.nest.push(Nest::Row),
            Tag::TableCell => {
                let head = matches!(self.nest.last(), Some(Nest::Head));
                self.open_block(if head { BlockKind::HeadCell } else { BlockKind::Cell }, place);
            }
            Tag::CodeBlock(_) | Tag::HtmlBlock => {
                self.close();
                self.silent += usize::from(matches!(tag, Tag::CodeBlock(_)));
            }
            Tag::Emphasis => self.style.emphasis = true,
            Tag::Strong => self.style.strong = true,
            Tag::Link { dest_url, .. } => self.open_link(dest_url, place),
            Tag::Image { dest_url, .. } => {
                self.image = Some(Picture { dest: dest_url.to_string(), alt: String::new(), place });
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_)
            | TagEnd::Paragraph
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition => self.close(),
            TagEnd::Item
            | TagEnd::FootnoteDefinition
            | TagEnd::List(_)
            | TagEnd::Table
            | TagEnd::BlockQuote(_) => {
                self.close();
                self.nest.pop();
            }
            TagEnd::TableHead => {
                self.nest.pop();
            }
            TagEnd::TableRow => {
                self.nest.pop();
                if let Some(table) = self.facts.tables.last_mut() {
                    table.rows += 1;
                }
            }
            TagEnd::TableCell => {
                let words = self.open.as_ref().filter(|block| block.kind == BlockKind::HeadCell);
                let words = words.map(|_| self.text.trim().to_owned());
                if matches!(self.nest.last(), Some(Nest::Head))
                    && let Some(table) = self.facts.tables.last_mut()
                {
                    table.head.push(words.unwrap_or_default());
                }
                self.close();
            }
            TagEnd::CodeBlock => self.silent = self.silent.saturating_sub(1),
            TagEnd::Emphasis => self.style.emphasis = false,
            TagEnd::Strong => self.style.strong = false,
            TagEnd::Link => self.close_link(),
            TagEnd::Image => {
                if let Some(image) = self.image.take()
                    && !image.dest.starts_with("tool:")
                {
                    self.facts.images.push(image);
                }
            }
            _ => {}
        }
    }

    fn open_block(&mut self, kind: BlockKind, place: Range<usize>) {
        self.close();
        let callout = self.nest.iter().rev().find_map(|nest| match nest {
            Nest::Callout(class) => Some(*class),
            _ => None,
        });
        let group = self.nest.iter().rev().find_map(|nest| match nest {
            Nest::List(group) | Nest::Table(group) => Some(*group),
            _ => None,
        });
        let quoted = self.nest.iter().any(|nest| matches!(nest, Nest::Quote));
        self.open = Some(Block {
            kind,
            callout,
            quoted,
            cites: false,
            group: group.unwrap_or(0),
            text: Box::default(),
            runs: Box::default(),
            place: place.into(),
        });
    }

    /// The first line of a callout is its title; what follows in the same paragraph is not.
    fn reopen_after_title(&mut self, place: Range<usize>) {
        let end = self.open.as_ref().map_or(place.end, |block| block.place.range().end);
        self.open_block(BlockKind::Paragraph, place.end..end);
    }

    fn close(&mut self) {
        if let Some(block) = self.open.take()
            && !self.text.trim().is_empty()
        {
            let (text, runs) = (self.text.as_str().into(), self.runs.as_slice().into());
            self.facts.blocks.push(Block { text, runs, ..block });
        }
        self.text.clear();
        self.runs.clear();
    }

    fn words(&mut self, text: &str, place: Range<usize>, code: bool) {
        if let Some(image) = &mut self.image {
            image.alt.push_str(text);
            return;
        }
        if self.silent > 0 {
            return;
        }
        let style = Style { code, ..self.style };
        if self.open.is_none() {
            return;
        }
        let start = self.text.len();
        self.text.push_str(text);
        self.runs.push(Run { text: (start..self.text.len()).into(), place: place.into(), style });
    }

    fn open_link(&mut self, dest: &str, place: Range<usize>) {
        if dest.starts_with("callout:") {
            if let Some(block) = &mut self.open {
                block.kind = BlockKind::CalloutTitle;
            }
            self.silent += 1;
        } else if dest.starts_with("cite:@") {
            if let Some(block) = &mut self.open {
                block.cites = true;
            }
            self.silent += 1;
        }
        self.link = Some((dest.into(), place, self.facts.blocks.len(), self.text.len()));
        self.style.link = true;
    }

    fn close_link(&mut self) {
        self.style.link = false;
        let Some((dest, place, block, start)) = self.link.take() else { return };
        if dest.starts_with("callout:") || dest.starts_with("cite:@") {
            self.silent = self.silent.saturating_sub(1);
            return;
        }
        let words = self.text.get(start..).unwrap_or("").trim().into();
        let text = (start..self.text.len()).into();
        self.facts.links.push(Link { dest, words, block, text, place: place.into() });
    }

    fn comment(&mut self, html: &str, place: Range<usize>) {
        let inner = html.trim().strip_prefix("<!--").and_then(|rest| rest.strip_suffix("-->"));
        if let Some(inner) = inner {
            let inside = !self.text.trim().is_empty();
            let place = place.start..place.start + html.trim_end().len();
            debug_assert!(place.start >= self.offset);
            self.facts.comments.push(Comment {
                text: inner.trim().to_owned(),
                block: self.facts.blocks.len(),
                inside,
                place,
            });
        }
    }
}
