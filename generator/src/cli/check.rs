//! `footbridge check`.

use super::output::{Terminal, data};
use super::{CheckArgs, CheckFormat, today};
use crate::check;
use crate::findings::Severity;
use crate::findings::report::{self, Format, tally};
use crate::pipeline::{self, Request};
use crate::publish::Memory;
use crate::render::Options;

/// Says everything that is wrong; writes nothing to the disk.
pub(super) fn run(args: &CheckArgs, terminal: &Terminal) -> u8 {
    let progress = terminal.progress("checking");
    let request = Request {
        root: &args.site.root,
        base_url: None,
        drafts: args.site.drafts,
        today: today(),
        check: true,
    };
    let mut loaded = pipeline::load(&request);
    pipeline::render(&mut loaded, Options::default(), &Memory::default());
    drop(progress);
    if args.readability {
        let table = loaded.site.as_ref().map(|(site, _)| check::readability_table(site));
        data(&table.unwrap_or_default());
        return u8::from(!loaded.is_sound());
    }
    match args.format {
        CheckFormat::Human => terminal.findings(&loaded.findings, &loaded.texts),
        CheckFormat::Json => {
            let json = report::write(&loaded.findings, &loaded.texts, Format::Json);
            data(&json);
        }
    }
    terminal.say(&tally(&loaded.findings));
    let forbidden = !loaded.is_sound()
        || (args.strict && loaded.findings.iter().any(|finding| finding.severity == Severity::Warning));
    u8::from(forbidden)
}
