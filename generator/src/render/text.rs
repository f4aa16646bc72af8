//! Filling the holes of a text.

use super::{Shared, chart};
use crate::html::escape_into;
use crate::link::{Image, Resolved, encoded};
use crate::parse::markdown::{Body, Want};

/// What a text is part of.
pub(super) struct Around<'a> {
    pub(super) language: usize,
    /// Whether the page is sealed: its images must stand inside it.
    pub(super) sealed: bool,
    /// The HTML of the embedded tools, by the tool's index.
    pub(super) tools: &'a [(usize, String)],
}

/// The finished HTML of a text.
pub(super) fn fill(shared: &Shared<'_>, body: &Body, filled: &[Resolved], around: &Around<'_>) -> String {
    let mut html = String::with_capacity(body.html.len() + filled.len() * 60);
    let mut from = 0;
    for (hole, resolved) in body.holes.iter().zip(filled) {
        html.push_str(&body.html[from..hole.at]);
        from = hole.at;
        match resolved {
            Resolved::Url(url) => escape_into(&mut html, url),
            Resolved::Image(image) => push_image(&mut html, shared, image, around.sealed),
            Resolved::Tool(tool) => {
                let found = around.tools.iter().find(|(index, _)| index == tool);
                html.push_str(found.map_or("", |(_, html)| html));
            }
            Resolved::Chart { result, number } => {
                if let Want::Chart { title, .. } = &hole.want {
                    chart::push(&mut html, shared, *result, title, *number, around.language);
                }
            }
            Resolved::Cite(numbers) => push_citation(&mut html, shared, numbers, around.language),
            Resolved::Word(key) => escape_into(&mut html, &shared.word(around.language, key)),
            Resolved::CrisisLines => html.push_str(shared.crisis_lines(around.language)),
            Resolved::Nothing if matches!(hole.want, Want::Link(_)) => html.push('#'),
            Resolved::Nothing => {}
        }
    }
    html.push_str(&body.html[from..]);
    html
}

fn push_image(html: &mut String, shared: &Shared<'_>, image: &Image, sealed: bool) {
    let file = &shared.site.parsed.attachments[image.attachment];
    html.push_str("<img src=\"");
    let embedded = if sealed { file.bytes().ok() } else { None };
    match embedded {
        Some(bytes) => html.push_str(&super::assets::data_url(&file.path, &bytes)),
        None => {
            let url = format!("{}{}", shared.site.parsed.config.base_path(), encoded(&file.path[1..]));
            escape_into(html, &url);
        }
    }
    html.push_str("\" alt=\"");
    escape_into(html, &image.alt);
    let (width, height) = (image.width, image.height);
    // A drawing is light; and what loads late can be missing on paper.
    let late = if file.path.ends_with(".svg") { "" } else { " loading=\"lazy\" decoding=\"async\"" };
    html.push_str(&format!("\" width=\"{width}\" height=\"{height}\"{late}>"));
}

pub(super) fn push_citation(html: &mut String, shared: &Shared<'_>, numbers: &[usize], language: usize) {
    if numbers.is_empty() {
        return;
    }
    html.push_str("<sup class=\"cite\">");
    let source = shared.word(language, "citation");
    for (place, number) in numbers.iter().enumerate() {
        if place > 0 {
            html.push_str(", ");
        }
        html.push_str(&format!("<a href=\"#ref-{number}\"><span class=\"visually-hidden\">"));
        escape_into(html, &source);
        html.push_str(&format!(" </span>{number}</a>"));
    }
    html.push_str("</sup>");
}
