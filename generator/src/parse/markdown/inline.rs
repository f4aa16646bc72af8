//! Links, citations, images and raw HTML.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::Want;
use super::events::{Pass, escape, is_special};
use super::links::{Destination, citation_keys, destination};
use crate::findings::codes;

impl<'a> Pass<'a> {
    pub(super) fn link(&mut self, index: usize) -> usize {
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
            self.out.push(Event::Text("[".into()));
            let end = self.end_of_link(index);
            self.walk(index + 1, end);
            self.out.push(Event::Text("]".into()));
            return end + 1;
        }
        if kind == LinkType::Email {
            self.raw(format!("<a href=\"mailto:{}\">", href(dest)));
            return index + 1;
        }
        let place = self.dest_range(index, dest);
        match destination(dest) {
            Destination::Term(id) => {
                self.open_link("<a class=\"term\" href=\"", place, Want::Term(id.to_owned()));
            }
            Destination::Tool(id) => self.open_link("<a href=\"", place, Want::ToolLink(id.to_owned())),
            // The words stay; the link only says where their numbers come from.
            Destination::Evidence(id) => {
                let (id, end) = (id.to_owned(), self.end_of_link(index));
                let text = self.plain_text(index + 1, end);
                self.hole(place, Want::Numbers { id, text });
                self.walk(index + 1, end);
                return end + 1;
            }
            Destination::Site => self.open_link("<a href=\"", place, Want::Link(dest.to_owned())),
            Destination::Web => {
                self.raw(format!("<a rel=\"noreferrer\" href=\"{}\"", href(dest)));
            }
            Destination::Contact => self.raw(format!("<a href=\"{}\"", href(dest))),
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

    pub(super) fn citation(&mut self, keys: &str, range: Range<usize>) {
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
    pub(super) fn end_of_link(&self, index: usize) -> usize {
        let is_end = |(event, _): &&(Event<'a>, Range<usize>)| matches!(event, Event::End(TagEnd::Link));
        let after = self.events[index..].iter().position(|event| is_end(&event));
        after.map_or(self.events.len() - 1, |after| index + after)
    }

    pub(super) fn open_link(&mut self, before: &'static str, place: Range<usize>, want: Want) {
        self.raw(before);
        self.hole(place, want);
        self.raw("\"");
    }

    pub(super) fn image(&mut self, index: usize, dest: &str) -> usize {
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
        if let Destination::Evidence(id) = destination(dest) {
            // Within a line of text there is no room for a chart, so its title stands there as words.
            self.hole(place, Want::Numbers { id: id.to_owned(), text: alt.clone() });
            self.out.push(Event::Text(alt.into()));
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

    /// A block of HTML is judged as a whole: what stands between its tags would be lost with them.
    pub(super) fn html_block(&mut self, index: usize) -> usize {
        let end = self.end_of(index);
        let range = self.events[index].1.clone();
        let block = self.text[range.clone()].to_owned();
        self.raw_html(&block, range);
        end + 1
    }

    pub(super) fn raw_html(&mut self, html: &str, range: Range<usize>) {
        let html = html.trim();
        if html.is_empty() || (html.starts_with("<!--") && html.ends_with("-->")) {
            return;
        }
        let name = |tag: &str| {
            let word = tag.trim_start_matches(['<', '/']);
            word.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or("").to_ascii_lowercase()
        };
        if html.starts_with("</") {
            // It was told with its opening tag.
            if let Some(open) = self.open_html.iter().position(|open| *open == name(html)) {
                self.open_html.remove(open);
                return;
            }
        } else {
            self.open_html.push(name(html));
        }
        self.finding(
            &codes::RAW_HTML,
            range,
            "Raw HTML is not published.",
            "Write it in Markdown, or put `&lt;` for a sign that is meant as text.",
        );
    }

    /// Where a destination is written; the whole link if it is written elsewhere.
    pub(super) fn dest_range(&self, index: usize, dest: &str) -> Range<usize> {
        let range = self.events[index].1.clone();
        match self.text[range.clone()].rfind(dest) {
            Some(at) if !dest.is_empty() => range.start + at..range.start + at + dest.len(),
            _ => range,
        }
    }
}

fn href(text: &str) -> String {
    escape(&text.replace(' ', "%20"))
}
