//! `footbridge build`.

use std::time::Instant;

use super::output::{Terminal, seconds};
use super::{BuildArgs, today};
use crate::check::Scope;
use crate::findings::codes;
use crate::findings::report::tally;
use crate::pipeline::{self, Request};
use crate::publish::{Disk, Output};
use crate::render::{Options, cannot_write};

/// Makes the site; the old one stays until the new one is whole and sound.
pub(super) fn run(args: &BuildArgs, terminal: &Terminal) -> u8 {
    let began = Instant::now();
    let folder = args.out.clone().unwrap_or_else(|| args.site.root.join("public"));
    let output = match Output::new(&folder, &args.site.root) {
        Ok(output) => output,
        Err(refusal) => {
            terminal.fail(&format!("error[{}]: {}", codes::NOT_OURS.id, refusal.0));
            return 2;
        }
    };
    if let Some(url) = args.base_url.as_deref().filter(|url| !crate::config::is_web_address(url)) {
        terminal.fail(&format!(
            "error: --base-url needs a full web address such as https://example.org/help/, not `{url}`"
        ));
        return 2;
    }
    let progress = terminal.progress("building");
    let request = Request {
        root: &args.site.root,
        base_url: args.base_url.as_deref(),
        drafts: args.site.drafts,
        today: today(),
        scope: Scope::Errors,
    };
    let mut loaded = pipeline::load(&request);
    let mut made = Default::default();
    let mut left = None;
    // Without settings there is nothing to make, and no folder to touch.
    let start = loaded.site.is_some().then(|| Disk::start(output));
    match start {
        None => {}
        Some(Ok(disk)) => {
            // Rendered even when the site is not sound, so that the faults of templates are told as well.
            made = pipeline::render(&mut loaded, Options::default(), &disk);
            if loaded.is_sound() {
                match disk.publish() {
                    Ok(left_behind) => left = left_behind,
                    Err(error) => loaded.findings.push(cannot_write(&folder.to_string_lossy(), &error)),
                }
            } else {
                disk.abandon();
            }
        }
        Some(Err(error)) => loaded.findings.push(cannot_write(&folder.to_string_lossy(), &error)),
    }
    drop(progress);
    terminal.findings(&loaded.findings, &loaded.texts);
    if !loaded.is_sound() {
        let tally = tally(&loaded.findings);
        terminal.fail(&format!("not published: {tally}; the last good site stays as it was"));
        return 1;
    }
    let found = match loaded.findings.is_empty() {
        true => String::new(),
        false => format!(" with {}", tally(&loaded.findings)),
    };
    terminal.say(&format!(
        "made {} pages ({} files) in {} into {}{found}",
        made.pages,
        made.files,
        seconds(began.elapsed()),
        folder.display()
    ));
    if let Some(left) = left {
        terminal.fail(&format!("warning: {left}"));
    }
    // Millions of small values need not be freed one by one: the process ends.
    std::mem::forget(loaded);
    0
}
