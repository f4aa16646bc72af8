//! The PHQ-9 page of this repository's site, as its readers receive it: one document.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::{Candidate, Part};

/// Builds the site and takes the page apart.
pub(super) fn page(scratch: &Path) -> Result<Candidate, String> {
    let folder = scratch.join("site");
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
    let mut command = Command::new(env!("CARGO_BIN_EXE_footbridge"));
    command.args(["build", "--root", root, "--out"]).arg(&folder).stdin(Stdio::null());
    let done = command.output().map_err(|error| format!("footbridge cannot be run: {error}"))?;
    if !done.status.success() {
        return Err(format!("the site does not build:\n{}", String::from_utf8_lossy(&done.stderr)));
    }
    let path = "/tools/phq-9/";
    Ok(Candidate {
        name: "Footbridge",
        parts: parts_of(&folder, "tools/phq-9")?,
        folder,
        path,
        ready: "document.querySelector('[data-tool]')?.dataset.state === 'ready'",
    })
}

/// The parts of one document of the built site. Each is weighed alone; sent together they weigh a little less.
pub(super) fn parts_of(folder: &Path, page: &str) -> Result<Vec<Part>, String> {
    let file = folder.join(page).join("index.html");
    let html = fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    let style = between(&html, "<style>", "</style>");
    let script = between(&html, "<script>", "</script>");
    let module = between(script, "module: ['", "'] };");
    let words = between(&html, "<template data-words>", "</template>");
    let keep = between(&html, "data-keep=", "</section>").replacen(words, "", 1);
    let parts = [
        ("style", style),
        ("the definition, without words", between(&html, "<template data-definition>", "</template>")),
        ("all that a result can say", between(&html, "<template data-result-template>", "</template>")),
        ("the words for phrases", words),
        ("what keeping says", &keep),
        ("script that starts and binds the module", &script.replacen(module, "", 1)),
        ("the module", module),
    ];
    let mut rest = html.replacen(script, "", 1);
    for (_, part) in parts {
        rest = rest.replacen(part, "", 1);
    }
    let all = [("the form, its way on paper, the help", rest.as_str())].into_iter().chain(parts);
    let part = |(name, text): (&str, &str)| Part { name: name.to_owned(), bytes: text.as_bytes().to_vec() };
    Ok(all.filter(|(_, text)| !text.is_empty()).map(part).collect())
}

fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let inner = text.split_once(start).map_or("", |(_, rest)| rest);
    inner.split_once(end).map_or("", |(inner, _)| inner)
}
