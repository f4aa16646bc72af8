//! What all pages share, made once.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::{Arc, OnceLock};

use serde::Serialize;
use tera::{Context, Value};

use super::assets::Assets;
use super::references::References;
use super::templates::Templates;
use super::words::Words;
use super::{Options, cards, offline, page, policy, style};
use crate::embedded;
use crate::findings::Finding;
use crate::link::{Document, Entry, Site, Subject};
use crate::parse::page::Page;
use crate::read::Theme;

/// Everything that rendering a page needs besides the page.
pub(crate) struct Shared<'a> {
    pub(super) site: &'a Site,
    pub(super) options: Options,
    pub(super) templates: Templates,
    pub(super) assets: Arc<Assets>,
    words: Arc<Words>,
    pub(super) references: References,
    /// One card for each entry.
    pub(super) cards: Vec<Value>,
    /// For each entry its neighbours in the section's order.
    pub(super) neighbours: Vec<(Option<usize>, Option<usize>)>,
    /// `site` of the template context, by language.
    sites: Vec<Value>,
    crisis_lines: Vec<OnceLock<String>>,
    frames: Vec<OnceLock<Result<Frame, Finding>>>,
    /// What seals pages with tools.
    seals: BTreeMap<SealedKind, Seal>,
    /// The policy of the page that keeps the site on the device, and of all other pages.
    pub(super) offline_policy: String,
    pub(super) page_policy: String,
    /// The theme's scripts by their path, for what is not a tool.
    scripts: BTreeMap<String, String>,
}

/// What seals a page with tools: its one style and script, and the policy that allows no other.
pub(super) struct Seal {
    pub(super) style: String,
    pub(super) script: String,
    pub(super) policy: String,
}

/// The parts of the frame that all pages of a language share.
struct Frame {
    value: Value,
    /// The addresses in the navigation: on those pages it marks where the reader is.
    navigated: HashSet<String>,
}

#[derive(Serialize)]
struct SiteView<'a> {
    title: &'a str,
    description: &'a str,
    base_url: &'a str,
    home: String,
    feed: String,
    language: LanguageView<'a>,
    quick_exit: &'a str,
    navigation: Vec<NavigationView<'a>>,
    help_url: String,
    #[serde(skip_serializing_if = "str::is_empty")]
    license: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    source_url: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    crisis: Option<CrisisView<'a>>,
}

#[derive(Serialize)]
pub(super) struct LanguageView<'a> {
    pub(super) code: &'a str,
    pub(super) name: &'a str,
}

#[derive(Serialize)]
struct NavigationView<'a> {
    title: &'a str,
    url: &'a str,
    path: String,
    summary: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    lang: Option<&'a str>,
}

#[derive(Serialize)]
struct CrisisView<'a> {
    country: &'a str,
    countries: Vec<CountryView<'a>>,
}

#[derive(Serialize)]
struct CountryView<'a> {
    code: &'a str,
    name: &'a str,
    emergency: &'a str,
    lines: Vec<LineView<'a>>,
}

#[derive(Serialize)]
struct LineView<'a> {
    id: &'a str,
    name: &'a str,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    call: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    call_href: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text_href: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text_body: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    chat: Option<&'a str>,
    #[serde(skip_serializing_if = "str::is_empty")]
    hours: &'a str,
    languages: &'a [String],
    #[serde(skip_serializing_if = "str::is_empty")]
    note: &'a str,
    source: &'a str,
    checked: &'a str,
}

impl<'a> Shared<'a> {
    pub(super) fn new(
        site: &'a Site,
        theme: &Theme,
        options: Options,
        findings: &mut Vec<Finding>,
    ) -> Option<Shared<'a>> {
        let words = Arc::new(Words::read(theme, &site.languages, findings));
        let assets = Arc::new(Assets::read(theme));
        let templates = match Templates::read(theme, site, &words, &assets) {
            Ok(templates) => templates,
            Err(more) => {
                findings.extend(more);
                return None;
            }
        };
        let scripts = scripts(theme);
        let seals = seals(site, &assets, options.preview);
        Some(Shared {
            sites: (0..site.languages.len()).map(|language| site_view(site, language)).collect(),
            cards: cards::all(site),
            neighbours: neighbours(site),
            references: References::new(site),
            crisis_lines: site.languages.iter().map(|_| OnceLock::new()).collect(),
            frames: site.languages.iter().map(|_| OnceLock::new()).collect(),
            page_policy: policy::page(options.preview),
            offline_policy: policy::offline(
                scripts.get(offline::SCRIPT).map_or("", String::as_str),
                options.preview,
            ),
            scripts,
            seals,
            site,
            options,
            templates,
            assets,
            words,
        })
    }

    /// The context that every template has.
    pub(super) fn context(&self, language: usize) -> Context {
        let mut context = Context::new();
        context.insert_value("lang", Value::from(self.site.languages[language].as_str()));
        context.insert_value("site", self.sites[language].clone());
        context
    }

    /// The seal of an entry's document; `None` for a page without a tool.
    pub(super) fn seal(&self, entry: &Entry, document: Document) -> Option<&Seal> {
        self.seals.get(&sealed_kind(self.site, entry, document))
    }

    /// A script of the theme, without its comments.
    pub(super) fn script(&self, path: &str) -> &str {
        self.scripts.get(path).map_or("", String::as_str)
    }

    /// A message of the theme without arguments; its key where it is missing, so that the gap is seen.
    pub(super) fn word(&self, language: usize, key: &str) -> String {
        let code = &self.site.languages[language];
        self.words.plain(code, key).map_or_else(|| key.to_owned(), Value::to_string)
    }

    /// `frame` of the template context: the parts of the frame that pages share, rendered once for each language.
    /// Only the navigation differs, on the pages that stand in it: `url` is the address of the page.
    pub(super) fn frame(&self, language: usize, url: Option<&str>) -> Result<Value, Finding> {
        let frame =
            self.frames[language].get_or_init(|| self.new_frame(language)).as_ref().map_err(Clone::clone)?;
        match url {
            Some(url) if frame.navigated.contains(url) => {
                let mut context = self.context(language);
                context.insert_value("current", Value::from(url));
                let navigation = self.templates.render("parts/navigation.html", &context, "site.toml")?;
                Ok(page::with(frame.value.clone(), "navigation", Value::from(navigation)))
            }
            _ => Ok(frame.value.clone()),
        }
    }

    fn new_frame(&self, language: usize) -> Result<Frame, Finding> {
        let mut context = self.context(language);
        context.insert_value("current", Value::from(""));
        let part = |name: &str| self.templates.render(name, &context, "site.toml").map(Value::from);
        let value = Value::from(std::collections::BTreeMap::from([
            ("safety_bar", part("parts/safety-bar.html")?),
            ("navigation", part("parts/navigation.html")?),
            ("footer", part("parts/footer.html")?),
        ]));
        let navigated =
            navigation(self.site, language).into_iter().map(|entry| entry.url.to_owned()).collect();
        Ok(Frame { value, navigated })
    }

    /// The crisis lines as HTML.
    pub(super) fn crisis_lines(&self, language: usize) -> &str {
        self.crisis_lines[language].get_or_init(|| {
            let context = self.context(language);
            self.templates.render("parts/crisis-lines.html", &context, "site.toml").unwrap_or_default()
        })
    }

    /// The file of an entry, for findings.
    pub(super) fn file(&self, entry: &Entry) -> &str {
        match entry.subject {
            Subject::Page(index) => &self.site.parsed.pages[index].file,
            Subject::Tool(index) => &self.site.parsed.tools[index].file,
        }
    }
}

/// The pages before and after each entry in its section.
fn neighbours(site: &Site) -> Vec<(Option<usize>, Option<usize>)> {
    let mut neighbours = vec![(None, None); site.entries.len()];
    for section in &site.entries {
        for pair in section.pages.windows(2) {
            neighbours[pair[0]].1 = Some(pair[1]);
            neighbours[pair[1]].0 = Some(pair[0]);
        }
    }
    neighbours
}

/// The theme's scripts, without comments and indents: they are read by browsers alone.
fn scripts(theme: &Theme) -> BTreeMap<String, String> {
    let plain = |text: &str| {
        let lines = text.lines().map(str::trim).filter(|line| !line.starts_with("//") && !line.is_empty());
        lines.collect::<Vec<_>>().join("\n")
    };
    let all = theme.under("scripts/");
    all.map(|(name, file)| (format!("scripts/{name}"), plain(&String::from_utf8_lossy(&file.bytes))))
        .collect()
}

/// What decides over a page's seal: whether it is a tool's own page, without a text around it, and the parts of the
/// script in it.
type SealedKind = (bool, BTreeSet<&'static str>);

fn sealed_kind(site: &Site, entry: &Entry, document: Document) -> SealedKind {
    (matches!(entry.subject, Subject::Tool(_)), site.script_parts(entry, document))
}

/// The seal for each kind of page that the site has. A part of the script may have a style sheet of its own.
fn seals(site: &Site, assets: &Assets, preview: bool) -> BTreeMap<SealedKind, Seal> {
    let seal = |(is_own_page, parts): &SealedKind| {
        let base = assets.text("daylight.css");
        let base = if *is_own_page { style::without_text(&base) } else { base };
        let own = parts.iter().map(|part| assets.text(&format!("tools/{part}.css")));
        // What a kind shows only where something is kept.
        let kept = parts.iter().filter(|_| parts.contains(embedded::KEEP));
        let kept = kept.map(|part| assets.text(&format!("tools/{part}-kept.css")));
        let sheets = [base, assets.text("tools.css")].into_iter().chain(own).chain(kept);
        let style: String = sheets.map(|sheet| style::packed(&sheet)).collect();
        let script = embedded::tool_script(&parts.iter().copied().collect::<Vec<_>>());
        let policy = policy::sealed(&style, &script, preview);
        Seal { style, script, policy }
    };
    let mut seals = BTreeMap::new();
    for entry in site.entries.iter().filter(|entry| site.is_sealed(entry)) {
        let beside = site.keeping_url(entry).map(|_| Document::Keeping);
        for document in [Document::Page].into_iter().chain(beside) {
            seals.entry(sealed_kind(site, entry, document)).or_insert_with_key(seal);
        }
    }
    seals
}

fn site_view(site: &Site, language: usize) -> Value {
    let config = &site.parsed.config;
    let code = site.languages[language].as_str();
    let own = config.languages.get(code);
    let home = site.home_url(language);
    let help = site.find("/help-now.md", language).map(|entry| entry.url.clone());
    Value::from_serializable(&SiteView {
        title: own.and_then(|own| own.title.as_deref()).unwrap_or(&config.title),
        description: own.and_then(|own| own.description.as_deref()).unwrap_or(&config.description),
        base_url: &config.base_url,
        feed: format!("{home}feed.xml"),
        language: LanguageView { code, name: own.map_or(code, |own| &own.name) },
        quick_exit: &config.quick_exit,
        navigation: navigation(site, language),
        // Without a page of its own the help is in every page's footer.
        help_url: help.unwrap_or_else(|| "#footer-help".to_owned()),
        license: &config.license,
        source_url: &config.source_url,
        crisis: config.crisis.as_ref().map(|crisis| CrisisView {
            country: &crisis.country,
            countries: crisis.countries().map(|country| country_view(site, country, code)).collect(),
        }),
        home,
    })
}

fn country_view<'a>(site: &'a Site, country: &'a crate::config::Country, code: &str) -> CountryView<'a> {
    let config = &site.parsed.config;
    CountryView {
        code: &country.code,
        name: config.words(&country.name, code),
        emergency: &country.emergency,
        lines: country
            .lines
            .iter()
            .map(|line| LineView {
                id: &line.id,
                name: config.words(&line.name, code),
                kind: line.kind.word(),
                call: line.call.as_deref(),
                call_href: line.call_href(),
                text: line.text.as_deref(),
                text_href: line.text_href(),
                text_body: line.text_body.as_deref(),
                chat: line.chat.as_deref(),
                hours: config.words(&line.hours, code),
                languages: &line.languages,
                note: config.words(&line.note, code),
                source: &line.source,
                checked: &line.checked,
            })
            .collect(),
    }
}

/// Sections of the first level, and pages that ask for it, in order.
fn navigation(site: &Site, language: usize) -> Vec<NavigationView<'_>> {
    let wanted = |page: &Page| {
        let first_level = page.is_section() && page.path.matches('/').count() == 2;
        page.front.in_navigation.unwrap_or(first_level) && page.path != "/_index.md"
    };
    let mut entries: Vec<&Entry> = site
        .entries
        .iter()
        .filter(|entry| entry.language == language && site.page(entry).is_some_and(wanted))
        .collect();
    entries.sort_by_cached_key(|entry| {
        let weight = site.page(entry).and_then(|page| page.front.weight);
        (weight.unwrap_or(i64::MAX), site.title(entry).to_lowercase())
    });
    entries
        .into_iter()
        .map(|entry| NavigationView {
            title: site.title(entry),
            url: &entry.url,
            path: site.path(entry),
            summary: site.summary(entry),
            lang: site.foreign(entry),
        })
        .collect()
}
