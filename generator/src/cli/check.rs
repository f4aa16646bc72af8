//! `footbridge check`.

use super::output::{Terminal, data};
use super::{CheckArgs, CheckFormat, today};
use crate::check::{self, Scope};
use crate::external;
use crate::findings::report::{self, Format, tally};
use crate::findings::{self, Severity};
use crate::pipeline::{self, Request};
use crate::publish::Nowhere;
use crate::render::Options;

/// Says everything that is wrong; writes nothing to the disk.
pub(super) fn run(args: &CheckArgs, terminal: &Terminal) -> u8 {
    let progress = terminal.progress("checking");
    let request = Request {
        root: &args.site.root,
        base_url: None,
        drafts: args.site.drafts,
        today: today(),
        scope: Scope::All,
    };
    let mut loaded = pipeline::load(&request);
    if !(args.scorecard || args.readability || args.external_links) {
        loaded.forget_facts();
    }
    pipeline::render(&mut loaded, Options::default(), &Nowhere::default());
    drop(progress);
    if args.scorecard {
        let card = loaded.site.as_ref().map(|(site, _)| check::scorecard(site, today()));
        data(&card.unwrap_or_default());
        return u8::from(!loaded.is_sound());
    }
    if args.readability {
        let table = loaded.site.as_ref().map(|(site, _)| check::readability_table(site));
        data(&table.unwrap_or_default());
        return u8::from(!loaded.is_sound());
    }
    if args.external_links {
        let progress = terminal.progress("asking other sites");
        let (findings, summary) = external::check(&loaded);
        drop(progress);
        loaded.findings.extend(findings);
        findings::sort(&mut loaded.findings);
        terminal.say(&summary);
    }
    let format = match args.format {
        CheckFormat::Human => None,
        CheckFormat::Json => Some(Format::Json),
        CheckFormat::Sarif => Some(Format::Sarif),
        CheckFormat::Github => Some(Format::Github),
    };
    match format {
        None => terminal.findings(&loaded.findings, &loaded.texts),
        Some(format) => data(&report::write(&loaded.findings, &loaded.texts, format)),
    }
    terminal.say(&tally(&loaded.findings));
    let forbidden = !loaded.is_sound()
        || (args.strict && loaded.findings.iter().any(|finding| finding.severity == Severity::Warning));
    u8::from(forbidden)
}
