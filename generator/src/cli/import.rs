//! `footbridge import fhir`.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::Path;
use std::sync::Arc;

use super::ImportArgs;
use super::output::Terminal;
use crate::fhir::{self, Imported};
use crate::findings::{Finding, Place, codes, sort};
use crate::read;

/// Makes a definition from a FHIR Questionnaire; refuses to write over a file.
pub(super) fn run(args: &ImportArgs, terminal: &Terminal) -> u8 {
    let folder = args.file.parent().unwrap_or(Path::new(""));
    let name = args.file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let source = match read::read_text(folder, &name) {
        Ok(source) => source,
        Err(finding) => {
            terminal.findings(&[finding], &std::collections::HashMap::new());
            return 1;
        }
    };
    let today = super::today().to_string();
    let mut imported = fhir::import(&source.file, &source.text, &today);
    if imported.toml.is_some()
        && let Some(out) = &args.out
    {
        let written = write(out, &imported, terminal);
        imported.findings.extend(written.err());
    }
    sort(&mut imported.findings);
    let texts: std::collections::HashMap<_, _> = [(source.file, source.text)].into();
    terminal.findings(&imported.findings, &texts);
    if imported.findings.iter().any(Finding::is_error) {
        return 1;
    }
    if let (None, Some(toml)) = (&args.out, &imported.toml) {
        // A closed pipe is the reader's own choice.
        let _ = std::io::stdout().write_all(toml.as_bytes());
        if !imported.translations.is_empty() {
            terminal
                .say("The file has other languages, too: with --out they are written beside the definition.");
        }
    }
    0
}

fn write(out: &Path, imported: &Imported, terminal: &Terminal) -> Result<(), Finding> {
    let beside = |language: &str| out.with_extension(format!("{language}.toml"));
    let mut files = vec![(out.to_owned(), imported.toml.as_deref().unwrap_or_default())];
    files.extend(imported.translations.iter().map(|(language, toml)| (beside(language), toml.as_str())));
    // All or nothing: no file is made while another of them is in the way.
    for (path, _) in &files {
        if path.exists() {
            let file: Arc<str> = path.to_string_lossy().as_ref().into();
            let message = format!("`{file}` exists already, and an import writes over nothing.");
            let mend = "Choose another name with `--out`, or remove the file yourself.";
            return Err(Finding::new(&codes::FHIR_EXISTS, Place::file(&file), message, mend));
        }
    }
    for (path, text) in files {
        let made = OpenOptions::new().write(true).create_new(true).open(&path);
        if let Err(error) = made.and_then(|mut file| file.write_all(text.as_bytes())) {
            let file: Arc<str> = path.to_string_lossy().as_ref().into();
            let message = format!("This file cannot be written: {error}.");
            return Err(Finding::new(
                &codes::CANNOT_WRITE,
                Place::file(&file),
                message,
                "Choose another folder.",
            ));
        }
        terminal.say(&format!("made {}", path.display()));
    }
    Ok(())
}
