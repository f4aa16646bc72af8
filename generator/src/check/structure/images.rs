//! Images: text alternatives that say something, and files that an old phone can load.

use std::sync::Arc;

use crate::check::{Reporter, Vocabulary};
use crate::config::Checks;
use crate::findings::{Place, codes};
use crate::link::Site;
use crate::parse::page::Page;

pub(super) fn check(page: &Page, vocabulary: &Vocabulary, reporter: &mut Reporter<'_>) {
    for image in &page.body.facts.images {
        let alt = image.alt.trim().to_lowercase();
        let name = image.dest.rsplit('/').next().unwrap_or("").to_lowercase();
        let stem = name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem);
        let is_file_name =
            alt == name || alt == stem || alt.replace([' ', '_'], "-") == stem.replace('_', "-");
        let ends_as_file =
            [".png", ".jpg", ".jpeg", ".svg", ".webp", ".gif", ".avif"].iter().any(|end| alt.ends_with(end));
        let is_vague = vocabulary
            .lists
            .vague_alts
            .iter()
            .any(|vague| *vague == alt.trim_end_matches(['.', ' ', '1', '2', '3', '4']));
        if !alt.is_empty() && (is_vague || ends_as_file || (is_file_name && !alt.contains(' '))) {
            let message = format!("“{}” does not say what the picture tells.", image.alt.trim());
            let place = Place::at(reporter.file, image.place.clone());
            reporter.report(
                &codes::VAGUE_ALT,
                place,
                message,
                "Say in a few words what a person sees and why it is there.",
            );
        }
    }
}

/// Tells images that are too large.
pub(crate) fn large(site: &Site, checks: &Checks) -> Vec<crate::findings::Finding> {
    let mut findings = Vec::new();
    let limit = u64::from(checks.image_kilobytes);
    for image in site.parsed.attachments.iter().filter(|file| file.size.is_some()) {
        let kilobytes = image.bytes / 1000;
        if kilobytes > limit {
            let file: Arc<str> = format!("content{}", image.path).into();
            let mut reporter = Reporter::new(&file, checks, &[]);
            let message = format!("This image has {kilobytes} kB; {limit} are enough.");
            reporter.report(
                &codes::LARGE_IMAGE,
                Place::file(&file),
                message,
                "Save it smaller, as WebP or AVIF.",
            );
            findings.append(&mut reporter.findings);
        }
    }
    findings
}
