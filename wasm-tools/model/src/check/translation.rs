//! A translation has exactly the parts of its original, no more and no less, and in the same order. One that leaves
//! the words of a published form as they are has all of our own texts, and none of the form's.

use super::Report;
use super::compare::{parts, present};
use crate::prelude::*;
use crate::translation::{ItemTexts, OptionTexts};
use crate::{Band, Item, Questionnaire, ResponseOption, Translation, Wording};

pub(super) fn check(translation: &Translation, original: &Questionnaire, report: &mut Report) {
    present("/accuracy", "accuracy", original.accuracy.is_some(), translation.accuracy.is_some(), report);
    // Where `[source]` is not in this language, its meaning may be told although the original needs no such words.
    if original.rights.is_some() || translation.wording == Wording::Translated {
        present("/rights", "rights", original.rights.is_some(), translation.rights.is_some(), report);
    }
    present("/bring", "bring", !original.bring.is_empty(), !translation.bring.is_empty(), report);
    match translation.wording {
        Wording::Translated => whole_form(translation, original, report),
        Wording::Original => own_texts_alone(translation, original, report),
    }
    scores(translation, original, report);
    let ids: Vec<String> = original.responses.iter().map(|response| response.id.clone()).collect();
    let own: Vec<String> = translation.responses.iter().map(|response| response.id.clone()).collect();
    parts(("/responses", "response", "id"), &own, &ids, report);
    for (index, response) in translation.responses.iter().enumerate() {
        report.text(format!("/responses/{index}/title"), "title", &response.title);
        report.text(format!("/responses/{index}/text"), "text", &response.text);
    }
}

/// The form in this language, with its rights and all of its words.
fn whole_form(translation: &Translation, original: &Questionnaire, report: &mut Report) {
    if translation.source.is_none() {
        let mend = "Add `[source]`: which official translation this is, and who compared it word by word. Is there none? Then write `wording = \"original\"`, and leave `stem`, `options` and the questions of the form out.";
        let message = "The translation does not say where its words come from.";
        report.add("FB0530", "/source", message, mend);
    }
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
}

/// Our own texts around a form that stays in the words of the original.
fn own_texts_alone(translation: &Translation, original: &Questionnaire, report: &mut Report) {
    if original.source.own {
        let message = "This questionnaire is your own, so it has no published words that must stay.";
        report.add("FB0532", "/wording", message, "Remove `wording` and translate all of it.");
    }
    for (key, given) in [
        ("stem", translation.stem.is_some()),
        ("options", !translation.options.is_empty()),
        ("source", translation.source.is_some()),
    ] {
        if given {
            stays(&format!("/{key}"), &format!("`{key}`"), report);
        }
    }
    let is_ours = |item: &&Item| item.own || item.help.is_some();
    let ids: Vec<String> = original.items.iter().filter(is_ours).map(|item| item.id.clone()).collect();
    let is_published = |id: &str| original.item(id).is_some_and(|item| !is_ours(&item));
    // Where one of them is refused, the places of the others are still those in the file.
    let mut own = Vec::new();
    for (index, texts) in translation.items.iter().enumerate() {
        let pointer = format!("/items/{index}");
        if is_published(&texts.id) {
            stays(&pointer, &format!("The question `{}`", texts.id), report);
            continue;
        }
        own.push(texts.id.clone());
        match original.item(&texts.id) {
            Some(item) if item.own => one(texts, item, &pointer, report),
            Some(item) => help_alone(texts, item, &pointer, report),
            None => {}
        }
    }
    parts(("/items", "text of your own at the question", "id"), &own, &ids, report);
}

/// The help is ours; the question above it is not.
fn help_alone(texts: &ItemTexts, item: &Item, pointer: &str, report: &mut Report) {
    present(&format!("{pointer}/help"), "help", item.help.is_some(), texts.help.is_some(), report);
    for (key, given) in [
        ("text", texts.text.is_some()),
        ("unit", texts.unit.is_some()),
        ("low", texts.low.is_some()),
        ("high", texts.high.is_some()),
        ("other", texts.other.is_some()),
        ("options", !texts.options.is_empty()),
    ] {
        if given {
            stays(&format!("{pointer}/{key}"), &format!("`{key}` of the question `{}`", texts.id), report);
        }
    }
}

fn stays(pointer: &str, what: &str, report: &mut Report) {
    let message =
        format!("{what} belongs to the published form, which stays in the words of the original here.");
    let mend = "Remove it. Is it from an official translation? Then remove `wording`, and give all of that translation with its `[source]`.";
    report.add("FB0532", pointer, message, mend);
}

fn scores(translation: &Translation, original: &Questionnaire, report: &mut Report) {
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
            let pointer = format!("{pointer}/bands/{place}");
            report.text(format!("{pointer}/label"), "label", &band.label);
            report.text(format!("{pointer}/meaning"), "meaning", &band.meaning);
            let same = |other: &&Band| other.id == band.id && other.group == band.group;
            if let Some(other) = score.bands.iter().find(same) {
                let (original, own) = (!other.next.is_empty(), !band.next.is_empty());
                present(&format!("{pointer}/next"), "next", original, own, report);
            }
        }
    }
}

fn one(texts: &ItemTexts, item: &Item, pointer: &str, report: &mut Report) {
    match &texts.text {
        Some(text) => report.text(format!("{pointer}/text"), "text", text),
        None => present(pointer, "text", true, false, report),
    }
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
