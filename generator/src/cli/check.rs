//! `footbridge check`.

use super::output::{Terminal, data};
use super::{CheckArgs, CheckFormat, today};
use crate::findings::report::{self, Format, tally};
use crate::pipeline::{self, Request};
use crate::publish::Memory;
use crate::render::Options;

/// Says everything that is wrong; writes nothing to the disk.
pub(super) fn run(args: &CheckArgs, terminal: &Terminal) -> u8 {
    let progress = terminal.progress("checking");
    let request = Request { root: &args.site.root, base_url: None, drafts: args.site.drafts, today: today() };
    let mut loaded = pipeline::load(&request);
    pipeline::render(&mut loaded, Options::default(), &Memory::default());
    drop(progress);
    match args.format {
        CheckFormat::Human => terminal.findings(&loaded.findings, &loaded.texts),
        CheckFormat::Json => {
            let json = report::write(&loaded.findings, &loaded.texts, Format::Json);
            data(&json);
        }
    }
    terminal.say(&tally(&loaded.findings));
    let forbidden = !loaded.is_sound() || (args.strict && !loaded.findings.is_empty());
    u8::from(forbidden)
}
