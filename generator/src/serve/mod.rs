//! The preview: the site in memory, served on this machine, made again at every change.
//!
//! A site with errors is not shown: the last good one stays, with the findings over it.

mod http;
mod watch;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, RwLock};
use std::time::{Duration, Instant};

use jiff::civil::Date;
use tokio::sync::watch as signal;

use crate::check::Scope;
use crate::pipeline::{self, Loaded, Request};
use crate::publish::Memory;
use crate::render::{Made, Options};

/// What to serve.
pub struct Settings {
    /// The site's folder.
    pub root: PathBuf,
    /// Whether drafts are shown.
    pub drafts: bool,
    /// The port that is tried first.
    pub port: u16,
    /// Tells the day.
    pub today: fn() -> Date,
}

/// What happens while serving, for the terminal.
pub enum Event<'a> {
    /// The address, once it answers.
    Listening(&'a str),
    /// A build ended.
    Built {
        /// The site and its findings.
        loaded: &'a Loaded,
        /// What was made.
        made: Made,
        /// How long it took.
        took: Duration,
    },
}

/// What browsers are given.
#[derive(Default)]
pub(crate) struct Shown {
    /// The last good site.
    pub(crate) files: BTreeMap<String, Vec<u8>>,
    /// The findings that keep a newer one back; empty when there are none.
    pub(crate) findings: String,
}

/// Writes findings for the page.
type Describe = fn(&Loaded) -> String;

/// A preview, ready to run.
pub struct Preview {
    settings: Settings,
    describe: Describe,
    shown: Arc<RwLock<Shown>>,
    version: signal::Sender<u64>,
}

impl Preview {
    /// A preview of a site; `describe` writes findings for people.
    pub fn new(settings: Settings, describe: Describe) -> Preview {
        Preview { settings, describe, shown: Arc::default(), version: signal::Sender::new(0) }
    }

    /// Serves until the process ends.
    ///
    /// # Errors
    /// When no port is free or the folder cannot be watched.
    pub fn run(&self, report: &dyn Fn(Event<'_>)) -> std::io::Result<()> {
        let mut changes = watch::changes(&self.settings.root)?;
        let listener = http::listen(self.settings.port)?;
        let address = format!("http://{}/", listener.local_addr()?);
        self.build(&address, report);
        let server = http::serve(listener, self.shown.clone(), self.version.subscribe())?;
        report(Event::Listening(&address));
        while changes.wait() {
            self.build(&address, report);
        }
        drop(server);
        Ok(())
    }

    fn build(&self, address: &str, report: &dyn Fn(Event<'_>)) {
        let start = Instant::now();
        let request = Request {
            root: &self.settings.root,
            base_url: Some(address),
            drafts: self.settings.drafts,
            today: (self.settings.today)(),
            scope: Scope::Errors,
        };
        let mut loaded = pipeline::load(&request);
        let memory = Memory::default();
        let made = pipeline::render(&mut loaded, Options { preview: true }, &memory);
        if let Ok(mut shown) = self.shown.write() {
            if loaded.is_sound() {
                shown.files = memory.into_files();
                shown.findings.clear();
            } else {
                shown.findings = (self.describe)(&loaded);
            }
        }
        self.version.send_modify(|version| *version += 1);
        report(Event::Built { loaded: &loaded, made, took: start.elapsed() });
    }
}
