//! Which texts of a definition are Markdown, and where they stand.

use crate::Questionnaire;
use crate::prelude::*;

/// One Markdown text of a definition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prose<'a> {
    /// Its place as a JSON pointer, for example `/scores/0/bands/2/meaning`.
    pub pointer: String,
    /// The Markdown.
    pub text: &'a str,
    /// Whether it stands inside a line (no paragraph around it).
    pub inline: bool,
}

pub(crate) fn of_questionnaire(questionnaire: &Questionnaire) -> Vec<Prose<'_>> {
    let mut all = Vec::new();
    let mut block = |pointer: String, text| all.push(Prose { pointer, text, inline: false });
    block("/limits".to_owned(), questionnaire.limits.as_str());
    if let Some(accuracy) = &questionnaire.accuracy {
        block("/accuracy".to_owned(), accuracy);
    }
    if let Some(rights) = &questionnaire.rights {
        block("/rights".to_owned(), rights);
    }
    for (index, response) in questionnaire.responses.iter().enumerate() {
        block(format!("/responses/{index}/text"), &response.text);
    }
    for (index, score) in questionnaire.scores.iter().enumerate() {
        for (place, band) in score.bands.iter().enumerate() {
            block(format!("/scores/{index}/bands/{place}/meaning"), &band.meaning);
        }
    }
    let mut line = |pointer: String, text| all.push(Prose { pointer, text, inline: true });
    for (index, text) in questionnaire.bring.iter().enumerate() {
        line(format!("/bring/{index}"), text.as_str());
    }
    for (index, score) in questionnaire.scores.iter().enumerate() {
        for (place, band) in score.bands.iter().enumerate() {
            for (step, text) in band.next.iter().enumerate() {
                line(format!("/scores/{index}/bands/{place}/next/{step}"), text);
            }
        }
    }
    all
}
