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
    let html =
        fs::read_to_string(folder.join("tools/phq-9/index.html")).map_err(|error| error.to_string())?;
    Ok(Candidate {
        name: "Footbridge",
        folder,
        path,
        parts: parts(&html),
        ready: "document.querySelector('[data-tool]')?.dataset.state === 'ready'",
    })
}

/// The parts of the one document. Each is weighed alone; sent together they weigh a little less.
fn parts(html: &str) -> Vec<Part> {
    let style = between(html, "<style>", "</style>");
    let script = between(html, "<script>", "</script>");
    let module = between(script, "module: '", "'");
    let definition = between(html, "<template data-definition>", "</template>");
    let template = between(html, "<template data-result-template>", "</template>");
    let mut rest = html.to_owned();
    for part in [style, script, definition, template] {
        rest = rest.replacen(part, "", 1);
    }
    let part = |name: &str, text: &str| Part { name: name.to_owned(), bytes: text.as_bytes().to_vec() };
    vec![
        part("the form, the way to score it by hand, the help", &rest),
        part("all that a result can say", template),
        part("style", style),
        part("the definition, without words", definition),
        part("script that starts and binds the module", &script.replacen(module, "", 1)),
        part("the module", module),
    ]
}

fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let inner = text.split_once(start).map_or("", |(_, rest)| rest);
    inner.split_once(end).map_or("", |(inner, _)| inner)
}
