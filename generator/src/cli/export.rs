//! `footbridge export fhir`.

use std::io::Write;
use std::path::Path;

use footbridge_model::Translation;

use super::ExportArgs;
use super::output::Terminal;
use crate::authored::{self, Shape};
use crate::config::Config;
use crate::fhir;
use crate::findings::{Finding, Place, codes};
use crate::parse::tool;
use crate::read;

/// Prints a definition as a FHIR Questionnaire.
pub(super) fn run(args: &ExportArgs, terminal: &Terminal) -> u8 {
    let Some(page) = super::score::read_tool(&args.tool, terminal) else { return 1 };
    let Some(questionnaire) = super::score::questionnaire(&page, terminal) else { return 1 };
    let Some(translations) = translations(&args.tool, terminal) else { return 1 };
    let site = site(&args.tool);
    let id = tool::id_of(&page.file);
    let address = site.as_ref().map(|site| format!("{}/tools/{id}/", site.base_url.trim_end_matches('/')));
    let language = tool::language_of(&page.file).or(site.as_ref().map(|site| site.default_language.as_str()));
    let about = fhir::About { id, address: address.as_deref(), language };
    let exported = fhir::export(about, questionnaire, &translations);
    let unsaid = exported.unsaid.iter().map(|message| {
        Finding::new(
            &codes::FHIR_UNSAID,
            Place::file(&page.file),
            format!("FHIR cannot say this: {message}"),
            "",
        )
    });
    terminal.findings(&unsaid.collect::<Vec<_>>(), &std::collections::HashMap::new());
    // A closed pipe is the reader's own choice.
    let _ = std::io::stdout().write_all(exported.json().as_bytes());
    0
}

/// The settings of the site around a tool, for its address. A tool outside of a site has none.
fn site(tool: &Path) -> Option<Config> {
    let tool = tool.canonicalize().ok()?;
    let text =
        tool.ancestors().skip(1).find_map(|folder| std::fs::read_to_string(folder.join("site.toml")).ok())?;
    toml::from_str(&text).ok()
}

/// The translations beside a definition: `phq-9.es.toml` beside `phq-9.toml`.
fn translations(path: &Path, terminal: &Terminal) -> Option<Vec<(String, Translation)>> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let stem = format!("{}.", path.file_stem()?.to_string_lossy());
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.file_name().to_string_lossy().into_owned()))
        .filter(|name| name.starts_with(&stem) && name.ends_with(".toml"))
        .collect();
    names.sort();
    let mut translations = Vec::new();
    for name in names {
        let language = name[stem.len()..].trim_end_matches(".toml").trim_end_matches("toml").to_owned();
        if language.is_empty() || language.contains('.') {
            continue;
        }
        let (value, findings, texts) = match read::read_text(folder, &name) {
            Ok(source) => {
                let shape = Shape::of::<Translation>();
                let (value, _, findings) =
                    authored::from_toml::<Translation>(&source.file, &source.text, &shape, "a translation");
                (value, findings, [(source.file, source.text)].into())
            }
            Err(finding) => (None, vec![finding], std::collections::HashMap::new()),
        };
        terminal.findings(&findings, &texts);
        translations.push((language, value?));
    }
    Some(translations)
}
