//! Spanish: one way to address the reader on a page, "tú" or "usted".

use crate::check::{Reading, Reporter};
use crate::findings::{Place, codes};

const FAMILIAR: &[&str] =
    &["tú", "ti", "contigo", "tienes", "puedes", "quieres", "necesitas", "estás", "eres", "sientes"];
const FORMAL: &[&str] = &["usted", "ustedes"];

/// Tells the first word of the rarer address when a page has both.
pub(crate) fn one_register(body: &[Reading<'_>], reporter: &mut Reporter<'_>) {
    let mut familiar = Vec::new();
    let mut formal = Vec::new();
    for reading in body.iter().filter(|reading| reading.is_prose()) {
        let quoted = super::Quoted::of(reading.block);
        for index in 0..reading.words.list.len() {
            let word = reading.words.small(index);
            let at = reading.words.list[index].at.clone();
            if quoted.covers(&at) {
                continue;
            }
            if FAMILIAR.contains(&word) {
                familiar.push((reading, at));
            } else if FORMAL.contains(&word) {
                formal.push((reading, at));
            }
        }
    }
    let rarer = if familiar.len() < formal.len() { &familiar } else { &formal };
    if let (Some((reading, at)), false) = (rarer.first(), familiar.is_empty() || formal.is_empty()) {
        let (this, other) = if familiar.len() < formal.len() { ("tú", "usted") } else { ("usted", "tú") };
        let place = Place::at(reporter.file, reading.block.place_of(at.clone()));
        let message = format!("This page says “{other}” elsewhere, and “{this}” here.");
        reporter.report(&codes::REGISTER, place, message, format!("Write it with “{other}” all through."));
    }
}
