//! A tool inside a page: the form made at build time, and the compact definition for the browser.

use footbridge_model::{Words, YesNo};
use serde_json::{Value as Json, json};
use tera::{Context, Value};

use super::Shared;
use super::text::{Around, fill};
use crate::fhir;
use crate::findings::Finding;
use crate::link::{Document, Entry, Site, Subject, tool_path};
use crate::parse::tool::ToolPage;
use crate::text_bytes;

/// The HTML of a tool for the language of an entry.
pub(super) fn render(
    shared: &Shared<'_>,
    around: &Entry,
    document: Document,
    index: usize,
) -> Result<String, Finding> {
    let Some(shown) = Shown::find(shared, around, document, index) else { return Ok(String::new()) };
    let kind = shown.tool.tool.kind();
    let form = format!("tools/{kind}-form.html");
    let mut view = shown.view(shared);
    // A checked translation travels along, so that a change of language loses no answer.
    if let Some(other) = shown.translated(shared).filter(|_| shared.templates.has(&form)) {
        let mut inner = other.view(shared);
        inner["other_language"] = language(shared, around.language);
        view["other_language"] = language(shared, other.around.language);
        view["other_form"] =
            shared.templates.render(&form, &other.context(shared, &inner), &other.tool.file)?.into();
    }
    let context = shown.context(shared, &view);
    shared.templates.render(&format!("tools/{kind}.html"), &context, &shown.tool.file)
}

/// A tool as an entry shows it.
struct Shown<'a> {
    /// The page that holds it.
    around: &'a Entry,
    document: Document,
    /// The tool's own page, in the language of that page.
    own: &'a Entry,
    index: usize,
    tool: &'a ToolPage,
}

impl<'a> Shown<'a> {
    /// In the language of the page around it, if there is a translation.
    fn find(shared: &Shared<'a>, around: &'a Entry, document: Document, index: usize) -> Option<Shown<'a>> {
        let site = shared.site;
        let own = site.find(&tool_path(&site.parsed.tools[index].id), around.language)?;
        let Subject::Tool(index) = own.subject else { return None };
        Some(Shown { around, document, own, index, tool: &site.parsed.tools[index] })
    }

    /// The same tool in another language, if both are more than an original that stands in.
    fn translated(&self, shared: &Shared<'a>) -> Option<Shown<'a>> {
        let path = tool_path(&self.tool.id);
        let others = (0..shared.site.languages.len()).filter(|language| *language != self.around.language);
        let mut all = others.filter_map(|language| {
            let own = shared.site.find(&path, language)?;
            Shown::find(shared, own, self.document, self.index)
        });
        all.find(|other| {
            other.index != self.index && self.own.original.is_none() && other.own.original.is_none()
        })
    }

    /// The language of the published form, where a translation leaves its words as they are: that of the original.
    fn published_in(&self) -> Option<usize> {
        self.tool.keeps_wording.then_some(0)
    }

    /// What its template receives as `tool`.
    fn view(&self, shared: &Shared<'_>) -> Json {
        let (tool, language) = (self.tool, self.around.language);
        let answers = |language| (shared.word(language, "tool-yes"), shared.word(language, "tool-no"));
        let (texts, form) = (self.own.original.unwrap_or(language), self.published_in());
        let (own, published) = (answers(texts), answers(form.unwrap_or(texts)));
        let words = Words {
            own: YesNo { yes: &own.0, no: &own.1 },
            published: YesNo { yes: &published.0, no: &published.1 },
        };
        let mut view = serde_json::to_value(tool.tool.view_with(words)).unwrap_or_default();
        let mut used = self.around.filled.prose.iter();
        let holes = used.find(|(used, _)| *used == self.index).map(|(_, holes)| holes.as_slice());
        for ((pointer, body, inline), filled) in tool.prose.iter().zip(holes.unwrap_or_default()) {
            let html = fill(shared, body, filled, &Around { language, sealed: true, tools: &[] });
            if let Some(place) = view.pointer_mut(pointer) {
                *place = Json::String(if *inline { inline_html(&html).to_owned() } else { html });
            }
        }
        interchange(shared.site, tool, &mut view);
        if let Json::Object(map) = &mut view {
            if matches!(self.around.subject, Subject::Tool(_)) {
                map.insert("own_page".into(), true.into());
            }
            map.insert("id".into(), tool.id.clone().into());
            map.insert("url".into(), self.own.url.clone().into());
            let original = self.own.original.or(self.published_in());
            let original = original.and_then(|original| shared.site.find(&tool_path(&tool.id), original));
            if let Some(original) = original {
                map.insert("original_url".into(), original.url.clone().into());
            }
            // Results are compared over time only where the same was asked and scored, in whatever language.
            let originals = &mut shared.site.parsed.tools.iter();
            let asked = originals.find(|other| other.id == tool.id && other.language.is_none());
            let beside = shared.site.keeping_url(self.own);
            let is_keeping = self.document == Document::Keeping;
            map.insert("can_be_kept".into(), (is_keeping || shared.site.keeps(self.own)).into());
            if let Some(url) = beside.filter(|_| !is_keeping) {
                map.insert("keeping_url".into(), url.into());
            }
            map.insert("version".into(), asked.unwrap_or(tool).tool.stamp().into());
            map.insert("definition".into(), text_bytes::write(&tool.tool.compact()).into());
        }
        view
    }

    fn context(&self, shared: &Shared<'_>, view: &Json) -> Context {
        let mut context = shared.context(self.around.language);
        context.insert_value("tool", Value::from_serializable(view));
        if let Some(original) = self.own.original {
            context.insert_value("foreign", Value::from(shared.site.languages[original].as_str()));
        }
        if let Some(original) = self.published_in() {
            context.insert_value("published_in", Value::from(shared.site.languages[original].as_str()));
        }
        context
    }
}

/// A language with its name in itself.
fn language(shared: &Shared<'_>, language: usize) -> Json {
    let code = shared.site.languages[language].as_str();
    let name = shared.site.parsed.config.languages.get(code).map_or(code, |own| own.name.as_str());
    json!({ "code": code, "name": name })
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
