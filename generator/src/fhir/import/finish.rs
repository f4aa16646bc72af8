//! The last look at the whole: the shared sentence, the checks of every definition, and what can be left unsaid.

use footbridge_model::{Item, ItemType, Questionnaire, Tool};

use super::tree::Tree;
use crate::fhir::node::At;
use crate::fhir::report::Report;
use crate::findings::{Code, codes};

/// How many questions people answer in a minute.
const A_MINUTE: usize = 5;

/// A text at the very start that an export has named `stem` is the sentence that all questions share.
pub(super) fn stem(questionnaire: &mut Questionnaire) {
    let is_stem = |item: &footbridge_model::Item| {
        item.id == "stem"
            && item.kind == ItemType::Info
            && item.within.is_none()
            && item.enabled_when.is_none()
    };
    if questionnaire.items.first().is_some_and(is_stem) {
        let first = questionnaire.items.remove(0);
        questionnaire.stem = Some(first.text);
    }
    let questions = questionnaire.items.iter().filter(|item| item.takes_an_answer()).count();
    questionnaire.minutes = u16::try_from(questions.div_ceil(A_MINUTE).clamp(1, 120)).unwrap_or(120);
}

/// How often totals may be left out because of others.
const MOST_ROUNDS: usize = 6;

/// Drops what the checks refuse in a score, and refuses the file for anything else that they find in it. What the
/// file does not say (rights, citation) is left to the build.
pub(super) fn check(
    root: &At<'_>,
    tree: &Tree<'_>,
    questionnaire: &mut Questionnaire,
    report: &mut Report<'_>,
) {
    // A requirement that follows from the scores need not be written; a stated "no" has a meaning of its own.
    for place in 0..questionnaire.items.len() {
        if questionnaire.items[place].required == Some(true) {
            questionnaire.items[place].required = None;
            if !questionnaire.is_required(&questionnaire.items[place]) {
                questionnaire.items[place].required = Some(true);
            }
        }
    }
    questionnaire.source.checksum = Some(questionnaire.wording_checksum());
    let mut told: Vec<String> = Vec::new();
    for round in 0.. {
        let tool = Tool::Questionnaire(questionnaire.clone());
        let mut dropped: Vec<(usize, String)> = Vec::new();
        for problem in tool.problems() {
            let mut parts = problem.pointer.split('/').skip(1);
            let index = |part: Option<&str>| part.and_then(|part| part.parse::<usize>().ok());
            match parts.next() {
                Some("source") => {}
                Some("scores") => {
                    let place = index(parts.next()).unwrap_or_default();
                    if dropped.iter().all(|(known, _)| *known != place) {
                        dropped.push((place, problem.message));
                    }
                }
                Some("items") => {
                    let item = index(parts.next()).and_then(|place| questionnaire.items.get(place));
                    let entry = item.and_then(|item| tree.entries.iter().find(|entry| entry.id == item.id));
                    let at = entry.map_or(root, |entry| &entry.at);
                    tell(&mut told, report, at, code_of(problem.code), problem.message, problem.mend);
                }
                Some("options") => {
                    let at = first_that_shares(questionnaire, tree).unwrap_or(root);
                    tell(&mut told, report, at, &codes::FHIR_ELEMENT, problem.message, problem.mend);
                }
                _ => tell(&mut told, report, root, &codes::FHIR_ELEMENT, problem.message, problem.mend),
            }
        }
        if dropped.is_empty() {
            break;
        }
        if round >= MOST_ROUNDS {
            // Totals of totals of totals: rather none than to go on for long.
            dropped = (0..questionnaire.scores.len())
                .map(|place| (place, "it is made of others that are".to_owned()))
                .collect();
        }
        dropped.sort_by_key(|(place, _)| std::cmp::Reverse(*place));
        for (place, why) in dropped {
            if place >= questionnaire.scores.len() {
                continue;
            }
            let score = questionnaire.scores.remove(place);
            let entry = tree.entries.iter().find(|entry| entry.id == score.id);
            let at = entry.map_or(root, |entry| &entry.at);
            let message = format!("The total `{}` is left out: {why}", score.title);
            report.add(
                &codes::FHIR_SCORE,
                at,
                message,
                "Write the published rule into `[[scores]]` by hand.",
            );
        }
        if round > MOST_ROUNDS {
            break;
        }
    }
}

/// Where the answers that several questions share were written first.
fn first_that_shares<'t, 'n>(questionnaire: &Questionnaire, tree: &'t Tree<'n>) -> Option<&'t At<'n>> {
    let shares = |item: &&Item| item.options.is_empty() && !questionnaire.options_of(item).is_empty();
    let item = questionnaire.items.iter().find(shares)?;
    tree.entries.iter().find(|entry| entry.id == item.id).map(|entry| &entry.at)
}

fn code_of(code: &str) -> &'static Code {
    match code {
        "FB0502" | "FB0517" | "FB0527" => &codes::FHIR_CONDITION,
        "FB0503" => &codes::FHIR_CIRCLE,
        _ => &codes::FHIR_ELEMENT,
    }
}

fn tell(
    told: &mut Vec<String>,
    report: &mut Report<'_>,
    at: &At<'_>,
    code: &Code,
    message: String,
    mend: String,
) {
    if !told.contains(&message) {
        report.add(code, at, &message, mend);
        told.push(message);
    }
}
