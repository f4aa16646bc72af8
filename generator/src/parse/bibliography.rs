//! The bibliography, `content/references.bib`, formatted once for the whole site.

use std::collections::BTreeMap;
use std::sync::Arc;

use hayagriva::archive::{self, ArchivedStyle};
use hayagriva::citationberg::{FontStyle, IndependentStyle, LocaleCode, Style};
use hayagriva::{
    BibliographyDriver, BibliographyRequest, CitationItem, CitationRequest, ElemChild, ElemChildren,
    Formatted, Library, io,
};

use crate::findings::{Finding, Place, codes};
use crate::html::escape_into;
use crate::read::Source;

/// The entries of a site.
#[derive(Debug)]
pub struct Bibliography {
    /// The file.
    pub file: Arc<str>,
    library: Library,
}

/// Reads the bibliography.
pub fn read(source: &Source) -> (Option<Bibliography>, Vec<Finding>) {
    match io::from_biblatex_str(&source.text) {
        Ok(library) => (Some(Bibliography { file: source.file.clone(), library }), Vec::new()),
        Err(errors) => {
            let findings = errors
                .into_iter()
                .map(|error| {
                    let (range, reason) = match &error {
                        io::BibLaTeXError::Parse(error) => (error.span.clone(), error.kind.to_string()),
                        io::BibLaTeXError::Type(error) => (error.span.clone(), error.kind.to_string()),
                    };
                    Finding::new(
                        &codes::BAD_BIBLIOGRAPHY,
                        Place::at(&source.file, range),
                        format!("This entry cannot be read: {reason}."),
                        "Write `@article{key, author = {…}, title = {…}, year = {…}}`.",
                    )
                })
                .collect();
            (None, findings)
        }
    }
}

impl Bibliography {
    /// The keys of all entries.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.library.keys()
    }

    /// The web addresses of all entries with their keys, a DOI as the address that leads to it. The last of the three
    /// is how it is written in the entry.
    pub fn addresses(&self) -> impl Iterator<Item = (&str, String, String)> {
        self.library.iter().flat_map(|entry| {
            let url = entry.url().map(|url| (url.value.to_string(), url.value.to_string()));
            let doi = entry.doi().map(|doi| (format!("https://doi.org/{doi}"), doi.to_owned()));
            url.into_iter().chain(doi).map(|(address, written)| (entry.key(), address, written))
        })
    }

    /// The language of a work, `en`, if its entry says so with `langid` or `language`.
    pub fn language(&self, key: &str) -> Option<&str> {
        Some(self.library.get(key)?.language()?.language.as_str())
    }

    /// Every entry as HTML in the style of the American Medical Association, without a number, by key.
    pub fn format(&self, language: &str) -> BTreeMap<String, String> {
        // The archive holds only styles that stand by themselves or name such a one; this one does.
        let Style::Independent(style) = ArchivedStyle::AmericanMedicalAssociation.get() else {
            return BTreeMap::new();
        };
        let locales = archive::locales();
        self.rendered(&style, &locales, language)
    }

    fn rendered(
        &self,
        style: &IndependentStyle,
        locales: &[hayagriva::citationberg::Locale],
        language: &str,
    ) -> BTreeMap<String, String> {
        let locale = Some(LocaleCode(match language {
            "es" => "es-ES".to_owned(),
            "en" => "en-US".to_owned(),
            other => other.to_owned(),
        }));
        let mut driver = BibliographyDriver::new();
        for entry in self.library.iter() {
            let items = vec![CitationItem::with_entry(entry)];
            driver.citation(CitationRequest::new(items, style, locale.clone(), locales, None));
        }
        let rendered = driver.finish(BibliographyRequest { style, locale, locale_files: locales });
        let items = rendered.bibliography.map(|bibliography| bibliography.items).unwrap_or_default();
        items
            .into_iter()
            .map(|item| {
                let mut html = String::new();
                write(&item.content, &mut html);
                (item.key, html)
            })
            .collect()
    }
}

/// Writes a formatted entry as HTML. The library's own writer does not escape the text of the entries.
fn write(children: &ElemChildren, html: &mut String) {
    for child in &children.0 {
        match child {
            ElemChild::Text(text) => write_text(text, html),
            ElemChild::Elem(elem) => write(&elem.children, html),
            ElemChild::Markup(text) => escape_into(html, text),
            ElemChild::Link { text, url } => {
                html.push_str("<a rel=\"noreferrer\" href=\"");
                escape_into(html, url);
                html.push_str("\">");
                write_text(text, html);
                html.push_str("</a>");
            }
            ElemChild::Transparent { .. } => {}
        }
    }
}

fn write_text(text: &Formatted, html: &mut String) {
    let italic = text.formatting.font_style == FontStyle::Italic;
    html.push_str(if italic { "<i>" } else { "" });
    escape_into(html, &text.text);
    html.push_str(if italic { "</i>" } else { "" });
}
