//! Spanish: one way to address the reader on a page, "tú" or "usted".

use std::cell::LazyCell;

use crate::check::{Reading, Reporter};
use crate::findings::{Place, codes};

const FAMILIAR: &[&str] =
    &["tú", "ti", "contigo", "tienes", "puedes", "quieres", "necesitas", "estás", "eres", "sientes"];
/// "Ustedes" is not among them: in the Americas it is the plural of "tú" as well, and a page for families needs it.
const FORMAL: &[&str] = &["usted"];

/// Tells the first word of the rarer address when a page has both.
pub(crate) fn one_register(body: &[Reading<'_>], reporter: &mut Reporter<'_>) {
    let mut familiar = Vec::new();
    let mut formal = Vec::new();
    for reading in body.iter().filter(|reading| reading.is_prose()) {
        let quoted = LazyCell::new(|| super::Quoted::of(reading.block));
        for index in 0..reading.words.list.len() {
            let word = reading.words.small(index);
            let list = match word {
                _ if FAMILIAR.contains(&word) => &mut familiar,
                _ if FORMAL.contains(&word) => &mut formal,
                _ => continue,
            };
            let at = reading.words.list[index].at.clone();
            if !quoted.covers(&at) {
                list.push((reading, at));
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

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::one_register;
    use crate::check::{Reading, Reporter};
    use crate::config::Checks;
    use crate::parse::markdown::{Origin, body};

    fn said(text: &str) -> Vec<String> {
        let file: Arc<str> = "page.es.md".into();
        let (body, _) = body(text, &Origin { file: &file, offset: 0, prefix: "", facts: true });
        let checks = Checks::usual();
        let mut reporter = Reporter::new(&file, &checks, &[]);
        let readings: Vec<_> = body.facts.blocks.iter().map(Reading::of).collect();
        one_register(&readings, &mut reporter);
        reporter.findings.iter().map(|finding| finding.message.clone()).collect()
    }

    #[test]
    fn one_page_addresses_its_reader_in_one_way() {
        assert_eq!(said("Tú decides. Usted pregunta.").len(), 1);
        assert_eq!(said("Tú decides. Di: “¿Puede usted ayudarme?”"), [""; 0]);
    }

    #[test]
    fn several_readers_are_ustedes_where_one_is_tu() {
        assert_eq!(said("Puedes venir con tu familia. Ustedes eligen la hora."), [""; 0]);
    }
}
