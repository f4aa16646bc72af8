//! The theme's templates in Tera, with our filter and functions, and errors that name place and mend.

use std::collections::HashMap;
use std::sync::Arc;

use fluent_bundle::FluentArgs;
use tera::{Context, Kwargs, State, Tera, Value};

use super::assets::Assets;
use super::words::{Words, argument};
use crate::findings::{Finding, Place, closest, codes};
use crate::link::Site;
use crate::read::Theme;

/// The templates of a theme.
pub(super) struct Templates {
    tera: Tera,
    /// For findings: what a template's file is called, and its text.
    files: HashMap<String, (Arc<str>, String)>,
}

impl Templates {
    pub(super) fn read(
        theme: &Theme,
        site: &Site,
        words: &Arc<Words>,
        assets: &Arc<Assets>,
    ) -> Result<Templates, Vec<Finding>> {
        let mut tera = Tera::new();
        tera.autoescape_on(vec![".html"]);
        register(&mut tera, site, words, assets);
        let files: HashMap<String, (Arc<str>, String)> = theme
            .under("templates/")
            .map(|(name, file)| {
                let text = String::from_utf8_lossy(&file.bytes).into_owned();
                (name.to_owned(), (Arc::from(file.name.as_str()), text))
            })
            .collect();
        let mut sources: Vec<(&str, &str)> =
            files.iter().map(|(name, (_, text))| (name.as_str(), text.as_str())).collect();
        sources.sort_unstable();
        let added = tera.add_raw_templates(sources);
        let templates = Templates { tera, files };
        match added {
            Ok(()) => Ok(templates),
            Err(error) => Err(vec![templates.finding(&error, None)]),
        }
    }

    /// Whether the theme has a template.
    pub(super) fn has(&self, name: &str) -> bool {
        self.tera.contains_template(name)
    }

    /// The finding of a name that the theme does not have, at the place that gave the name.
    pub(super) fn check_name(&self, name: &str, place: impl FnOnce() -> Place) -> Result<(), Finding> {
        if self.tera.contains_template(name) {
            return Ok(());
        }
        let names = self.files.keys().map(String::as_str).filter(|name| !name.contains('/'));
        Err(Finding::new(
            &codes::NO_TEMPLATE,
            place(),
            format!("The theme has no template `{name}`."),
            match closest(name, names) {
                Some(close) => format!("Did you mean `{close}`?"),
                None => format!("Add templates/{name} to the theme."),
            },
        ))
    }

    /// Renders a template; a finding names the page on which it failed.
    pub(super) fn render(&self, name: &str, context: &Context, page: &str) -> Result<String, Finding> {
        self.check_name(name, || Place::file(&page.into()))?;
        self.tera.render(name, context).map_err(|error| self.finding(&error, Some(page)))
    }

    fn finding(&self, error: &tera::Error, page: Option<&str>) -> Finding {
        let seen = page.map(|page| format!("Seen on `{page}`. ")).unwrap_or_default();
        let code = if page.is_some() { &codes::TEMPLATE_FAILED } else { &codes::TEMPLATE_SYNTAX };
        let help = "The values that templates receive are listed in docs/template-context.md.";
        if let tera::ErrorKind::SyntaxError(report) | tera::ErrorKind::RenderingError(report) = error.kind() {
            let (file, text) = match self.files.get(report.filename()) {
                Some((file, text)) => (file.clone(), text.as_str()),
                None => (Arc::from(report.filename()), ""),
            };
            let span = report.span();
            let start = byte_of(text, span.start_line, span.start_col);
            let end = byte_of(text, span.end_line, span.end_col).max(start);
            let message = report.message().trim_end_matches('.');
            return Finding::new(
                code,
                Place::at(&file, start..end),
                format!("This template fails: {message}."),
                format!("{seen}{help}"),
            );
        }
        let mut message = error.to_string();
        let mut source = std::error::Error::source(error);
        while let Some(cause) = source {
            message = format!("{message}: {cause}");
            source = cause.source();
        }
        let file: Arc<str> = page.unwrap_or("templates").into();
        Finding::new(code, Place::file(&file), format!("A template fails: {message}."), help)
    }
}

/// The byte of a line (from 1) and column (from 0, in characters).
fn byte_of(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let rest = text.get(start..).unwrap_or("");
    start + rest.char_indices().nth(column).map_or(rest.len(), |(byte, _)| byte)
}

fn register(tera: &mut Tera, site: &Site, words: &Arc<Words>, assets: &Arc<Assets>) {
    let shared = words.clone();
    tera.register_filter(
        "t",
        move |key: &str, kwargs: Kwargs, state: &State<'_>| -> tera::TeraResult<Value> {
            let language: String = state.get("lang")?.unwrap_or_default();
            if let Some(plain) = shared.plain(&language, key) {
                return Ok(plain.clone());
            }
            let args: FluentArgs<'_> =
                kwargs.iter().map(|(name, value)| (name.to_string(), argument(value))).collect();
            shared.format(&language, key, &args).map(Value::from).ok_or_else(|| {
                tera::Error::message(format!("there is no message `{key}` in the theme's i18n files"))
            })
        },
    );

    // The definition of a tool may be in another language than the page around it: `foreign` names it.
    tera.register_filter("own", |text: &str, _: Kwargs, state: &State<'_>| -> tera::TeraResult<Value> {
        own(&crate::html::escape(text), "span", state)
    });
    // The words of a published form can stay in its language where all around them is translated: `published_in`
    // names it. A question of our own among them, with `own=true`, is translated.
    tera.register_filter(
        "published",
        |text: &str, kwargs: Kwargs, state: &State<'_>| -> tera::TeraResult<Value> {
            let ours = kwargs.get::<bool>("own")?.unwrap_or_default();
            let language = state.get::<String>("foreign")?;
            let language = language.or(state.get("published_in")?.filter(|_| !ours));
            Ok(marked(&crate::html::escape(text), "span", language.as_deref()))
        },
    );
    tera.register_filter(
        "own_html",
        |html: &str, kwargs: Kwargs, state: &State<'_>| -> tera::TeraResult<Value> {
            let inline = kwargs.get::<bool>("inline")?.unwrap_or_default();
            own(html, if inline { "span" } else { "div" }, state)
        },
    );

    let base: Arc<str> = site.parsed.config.base_path().into();
    let shared = assets.clone();
    tera.register_function("asset", move |kwargs: Kwargs, _: &State<'_>| -> tera::TeraResult<Value> {
        let name: &str = kwargs.must_get("path")?;
        match shared.get(name) {
            Some(asset) => Ok(Value::from(format!("{base}{}", asset.path))),
            None => Err(tera::Error::message(format!("the theme has no asset `{name}`"))),
        }
    });
    let shared = assets.clone();
    tera.register_function("asset_text", move |kwargs: Kwargs, _: &State<'_>| -> tera::TeraResult<Value> {
        let name: &str = kwargs.must_get("path")?;
        Ok(Value::from(shared.text(name)))
    });

    // Only what templates name by path: the pages at the top of the site.
    let mut urls: HashMap<(String, String), String> = HashMap::new();
    for (path, slots) in site.by_path.iter().filter(|(path, _)| path.matches('/').count() <= 2) {
        for (language, index) in slots.iter().enumerate() {
            if let Some(index) = index {
                let key = (path.clone(), site.languages[language].clone());
                urls.insert(key, site.entries[*index].url.clone());
            }
        }
    }
    tera.register_function("url", move |kwargs: Kwargs, state: &State<'_>| -> tera::TeraResult<Value> {
        let path: String = kwargs.must_get("path")?;
        let language: String = state.get("lang")?.unwrap_or_default();
        // A site need not have every page that the theme can link.
        Ok(urls.get(&(path, language)).map_or_else(|| Value::from(""), |url| Value::from(url.as_str())))
    });
}

/// HTML of a tool's own texts, marked with its language where that is not the page's.
fn own(html: &str, element: &str, state: &State<'_>) -> tera::TeraResult<Value> {
    Ok(marked(html, element, state.get::<String>("foreign")?.as_deref()))
}

fn marked(html: &str, element: &str, language: Option<&str>) -> Value {
    match language {
        Some(code) => Value::safe_string(&format!("<{element} lang=\"{code}\">{html}</{element}>")),
        None => Value::safe_string(html),
    }
}
