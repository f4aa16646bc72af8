//! `footbridge serve`.

use super::output::Terminal;
use super::{ServeArgs, today};
use crate::findings::report::{Format, tally, write};
use crate::serve::{Event, Preview, Settings};

/// Serves the site until it is stopped.
pub(super) fn run(args: &ServeArgs, terminal: &Terminal) -> u8 {
    let settings =
        Settings { root: args.site.root.clone(), drafts: args.site.drafts, port: args.port, today };
    let open = args.open;
    let report = move |event: Event<'_>| match event {
        Event::Listening(address) => {
            terminal.fail(&format!("serving {address} (stop with Ctrl+C)"));
            if open {
                open_browser(address, terminal);
            }
        }
        Event::Built { loaded, made, took } => {
            terminal.findings(&loaded.findings, &loaded.texts);
            let found = tally(&loaded.findings);
            match loaded.is_sound() {
                true => terminal.say(&format!("made {} pages in {:.0?}: {found}", made.pages, took)),
                false => terminal.fail(&format!("not shown: {found}; the last good site stays")),
            }
        }
    };
    let preview = Preview::new(settings, |loaded| {
        write(&loaded.findings, &loaded.texts, Format::Human { colour: false })
    });
    match preview.run(&report) {
        Ok(()) => 0,
        Err(error) => {
            terminal.fail(&format!("error: {error}"));
            2
        }
    }
}

/// Asks the system to open an address; a missing browser is no reason to stop.
fn open_browser(address: &str, terminal: &Terminal) {
    let command = match std::env::consts::OS {
        "macos" => "open",
        "windows" => "explorer",
        _ => "xdg-open",
    };
    if std::process::Command::new(command).arg(address).spawn().is_err() {
        terminal.say("no browser could be opened; go to the address yourself");
    }
}
