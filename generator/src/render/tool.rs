//! A tool inside a page: the form made at build time, and the compact definition for the browser.

use serde_json::Value as Json;
use tera::Value;

use super::Shared;
use super::text::{Around, fill};
use crate::findings::Finding;
use crate::link::{Entry, Subject, tool_path};
use crate::text_bytes;

/// The HTML of a tool for the language of an entry.
pub(super) fn render(shared: &Shared<'_>, around: &Entry, index: usize) -> Result<String, Finding> {
    let site = shared.site;
    let path = tool_path(&site.parsed.tools[index].id);
    let Some(own) = site.find(&path, around.language) else { return Ok(String::new()) };
    // In the language around it, if there is a translation.
    let Subject::Tool(index) = own.subject else { return Ok(String::new()) };
    let tool = &site.parsed.tools[index];
    let (yes, no) = (shared.word(around.language, "tool-yes"), shared.word(around.language, "tool-no"));
    let words = footbridge_model::Words { yes: &yes, no: &no };
    let mut view = serde_json::to_value(tool.tool.view_with(words)).unwrap_or_default();
    let holes =
        around.filled.prose.iter().find(|(used, _)| *used == index).map(|(_, holes)| holes.as_slice());
    for ((pointer, body, inline), filled) in tool.prose.iter().zip(holes.unwrap_or_default()) {
        let around = Around { language: around.language, sealed: true, tools: &[] };
        let html = fill(shared, body, filled, &around);
        if let Some(place) = view.pointer_mut(pointer) {
            *place = Json::String(if *inline { inline_html(&html).to_owned() } else { html });
        }
    }
    if let Json::Object(map) = &mut view {
        if around.subject == Subject::Tool(index) {
            map.insert("own_page".into(), true.into());
        }
        map.insert("id".into(), tool.id.clone().into());
        map.insert("url".into(), own.url.clone().into());
        map.insert("definition".into(), text_bytes::write(&tool.tool.compact()).into());
    }
    let mut context = shared.context(around.language);
    context.insert_value("tool", Value::from_serializable(&view));
    shared.templates.render(&format!("tools/{}.html", tool.tool.kind()), &context, &tool.file)
}

/// A text that stands within a line: without the paragraph around it.
fn inline_html(html: &str) -> &str {
    let html = html.trim();
    html.strip_prefix("<p>").and_then(|html| html.strip_suffix("</p>")).unwrap_or(html)
}
