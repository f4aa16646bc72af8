//! Pages and theme into files.
//!
//! What all pages share (settings, navigation, words, cards) is turned into template values once; then every
//! page is a job of its own, with nothing locked between them.

mod assets;
mod cards;
mod chart;
mod feeds;
mod head;
mod headers;
mod jobs;
mod offline;
mod page;
mod policy;
mod references;
mod shared;
mod sitemap;
mod style;
mod taxonomy;
mod templates;
mod text;
mod tool;
mod words;

use std::path::Path;

use crate::findings::Finding;
use crate::link::Site;
use crate::read::Theme;

pub use jobs::Made;
pub(crate) use jobs::cannot_write;
pub(crate) use policy::LIVE_SCRIPT;
use shared::Shared;

/// Where the files of a site go.
pub trait Sink: Sync {
    /// Takes a file, by its path from the site's start.
    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), Finding>;
    /// Takes a copy of a file on the disk.
    fn copy(&self, path: &str, from: &Path) -> Result<(), Finding>;
}

/// How to render.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// For the preview: pages load the script that shows changes at once. Never published.
    pub preview: bool,
}

/// Renders the whole site into a sink.
pub fn render(site: &Site, theme: &Theme, options: Options, sink: &dyn Sink) -> (Made, Vec<Finding>) {
    let mut findings = Vec::new();
    match Shared::new(site, theme, options, &mut findings) {
        Some(shared) => jobs::run(&shared, sink, findings),
        None => (Made::default(), findings),
    }
}
