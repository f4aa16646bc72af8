//! A translation has exactly the parts of its original, no more and no less, and in the same order.

use super::Report;
use super::compare::{parts, present};
use crate::prelude::*;
use crate::translation::{ItemTexts, OptionTexts};
use crate::{Band, Item, Questionnaire, ResponseOption, Translation};

pub(super) fn check(translation: &Translation, original: &Questionnaire, report: &mut Report) {
    present("/accuracy", "accuracy", original.accuracy.is_some(), translation.accuracy.is_some(), report);
    present("/stem", "stem", original.stem.is_some(), translation.stem.is_some(), report);
    options("/options", &translation.options, &original.options, report);
    let ids: Vec<String> = original.items.iter().map(|item| item.id.clone()).collect();
    let own: Vec<String> = translation.items.iter().map(|item| item.id.clone()).collect();
    parts(("/items", "question", "id"), &own, &ids, report);
    for (index, texts) in translation.items.iter().enumerate() {
        if let Some(item) = original.item(&texts.id) {
            one(texts, item, &format!("/items/{index}"), report);
        }
    }
    let ids: Vec<String> = original.scores.iter().map(|score| score.id.clone()).collect();
    let own: Vec<String> = translation.scores.iter().map(|score| score.id.clone()).collect();
    parts(("/scores", "score", "id"), &own, &ids, report);
    for (index, texts) in translation.scores.iter().enumerate() {
        let pointer = format!("/scores/{index}");
        report.text(format!("{pointer}/title"), "title", &texts.title);
        let Some(score) = original.scores.iter().find(|score| score.id == texts.id) else { continue };
        let name = |id: &str, group: Option<&crate::Value>| match group {
            Some(group) => format!("{id} ({group})"),
            None => id.to_owned(),
        };
        let named = |band: &Band| name(&band.id, band.group.as_ref());
        let own: Vec<String> = texts.bands.iter().map(|band| name(&band.id, band.group.as_ref())).collect();
        parts(
            (&format!("{pointer}/bands"), "band", "id"),
            &own,
            &score.bands.iter().map(named).collect::<Vec<_>>(),
            report,
        );
        for (place, band) in texts.bands.iter().enumerate() {
            report.text(format!("{pointer}/bands/{place}/label"), "label", &band.label);
            report.text(format!("{pointer}/bands/{place}/meaning"), "meaning", &band.meaning);
        }
    }
    let ids: Vec<String> = original.responses.iter().map(|response| response.id.clone()).collect();
    let own: Vec<String> = translation.responses.iter().map(|response| response.id.clone()).collect();
    parts(("/responses", "response", "id"), &own, &ids, report);
    for (index, response) in translation.responses.iter().enumerate() {
        report.text(format!("/responses/{index}/title"), "title", &response.title);
        report.text(format!("/responses/{index}/text"), "text", &response.text);
    }
}

fn one(texts: &ItemTexts, item: &Item, pointer: &str, report: &mut Report) {
    report.text(format!("{pointer}/text"), "text", &texts.text);
    for (key, original, own) in [
        ("help", &item.help, &texts.help),
        ("unit", &item.unit, &texts.unit),
        ("low", &item.low, &texts.low),
        ("high", &item.high, &texts.high),
        ("other", &item.other.as_ref().map(|other| other.label.clone()), &texts.other),
    ] {
        present(&format!("{pointer}/{key}"), key, original.is_some(), own.is_some(), report);
    }
    options(&format!("{pointer}/options"), &texts.options, &item.options, report);
}

fn options(pointer: &str, own: &[OptionTexts], original: &[ResponseOption], report: &mut Report) {
    let values: Vec<String> = original.iter().map(|option| option.value.to_string()).collect();
    let own_values: Vec<String> = own.iter().map(|option| option.value.to_string()).collect();
    parts((pointer, "response option", "value"), &own_values, &values, report);
    for (index, option) in own.iter().enumerate() {
        report.text(format!("{pointer}/{index}/label"), "label", &option.label);
    }
}
