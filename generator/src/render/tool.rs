//! A tool inside a page: the form made at build time, and the compact definition for the browser.

use serde_json::Value as Json;
use tera::Value;

use super::Shared;
use super::text::{Around, fill};
use crate::fhir;
use crate::findings::Finding;
use crate::link::{Entry, Site, Subject, tool_path};
use crate::parse::tool::ToolPage;
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
    interchange(site, tool, &mut view);
    if let Json::Object(map) = &mut view {
        if around.subject == Subject::Tool(index) {
            map.insert("own_page".into(), true.into());
        }
        map.insert("id".into(), tool.id.clone().into());
        map.insert("url".into(), own.url.clone().into());
        let original = site.parsed.tools.iter().find(|other| other.id == tool.id && other.language.is_none());
        map.insert("version".into(), original.unwrap_or(tool).tool.stamp().into());
        map.insert("definition".into(), text_bytes::write(&tool.tool.compact()).into());
    }
    let mut context = shared.context(around.language);
    context.insert_value("tool", Value::from_serializable(&view));
    shared.templates.render(&format!("tools/{}.html", tool.tool.kind()), &context, &tool.file)
}

/// What a file for clinics needs to know: the form's address with its version, as `footbridge export fhir` writes
/// them, and which scores that form has.
fn interchange(site: &Site, tool: &ToolPage, view: &mut Json) {
    let original = site.parsed.tools.iter().find(|other| other.id == tool.id && other.language.is_none());
    let Some(questionnaire) = original.unwrap_or(tool).tool.questionnaire() else { return };
    let address = format!("{}/tools/{}/", site.parsed.config.base_url.trim_end_matches('/'), tool.id);
    let about = fhir::About { id: &tool.id, address: Some(&address), language: None };
    let resource = fhir::export(about, questionnaire, &[]).resource;
    let items = resource["item"].as_array().map(Vec::as_slice).unwrap_or_default();
    for score in view["scores"].as_array_mut().into_iter().flatten() {
        if items.iter().any(|item| item["readOnly"] == true && item["linkId"] == score["id"]) {
            score["known"] = true.into();
        }
    }
    let part = |name: &str| resource[name].as_str().unwrap_or_default();
    view["form"] = format!("{}|{}", part("url"), part("version")).into();
}

/// A text that stands within a line: without the paragraph around it.
fn inline_html(html: &str) -> &str {
    let html = html.trim();
    html.strip_prefix("<p>").and_then(|html| html.strip_suffix("</p>")).unwrap_or(html)
}
