//! The other languages of the file: texts only, for a file of its own beside the definition.

use std::collections::BTreeSet;
use std::mem;

use footbridge_model::translation::{ItemTexts, OptionTexts, ScoreTexts};
use footbridge_model::{Item, Questionnaire, ResponseOption, Source, Translation, Wording};

use super::tree::{Entry, Tree};
use crate::authored::{Kind, Node};
use crate::fhir::known;
use crate::fhir::node::At;
use crate::fhir::report::Report;
use crate::findings::codes;

/// The translations, each with its language.
pub(super) fn of(
    root: &At<'_>,
    tree: &Tree<'_>,
    questionnaire: &Questionnaire,
    report: &mut Report<'_>,
) -> Vec<(String, Translation)> {
    let mut languages = BTreeSet::new();
    gather(root.node, &mut languages);
    let mut all = Vec::new();
    for language in languages {
        let tag = language.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        if !tag || language.is_empty() || language.len() > 20 {
            let message = format!("`{language}` is not the tag of a language; its texts are left out.");
            report.once(&codes::FHIR_LEFT_OUT, root, message, "Write a tag such as `es`.");
            continue;
        }
        let mut translation = one(root, tree, questionnaire, &language);
        if has_no_word_of_the_form(&translation) {
            keep_wording(&mut translation);
            let message =
                format!("No question has words in `{language}`, so all keep those of the original.");
            let mend = "Is there an official translation? Remove `wording` from the file of that language, and write the words of that translation.";
            report.once(&codes::FHIR_CHANGED, root, message, mend);
        }
        let missing = empty_texts(&translation);
        if missing > 0 {
            let message = format!(
                "Texts without a translation into `{language}`: {missing}. They are empty in its file."
            );
            let mend = "Fill them in from the official translation; the build names each. Are those that have one your own questions? Write `own = true` at them in the definition, and `wording = \"original\"` here in place of the others.";
            report.once(&codes::FHIR_CHANGED, root, message, mend);
        }
        all.push((language, translation));
    }
    all
}

/// Every language that a `translation` extension names.
fn gather(node: &Node, languages: &mut BTreeSet<String>) {
    match &node.kind {
        Kind::List(nodes) => nodes.iter().for_each(|node| gather(node, languages)),
        Kind::Table(entries) => {
            let at = At { node, path: String::new() };
            if at.text("url") == Some(known::TRANSLATION)
                && let Some(language) =
                    at.extension(&["lang"]).and_then(|lang| lang.node.text().map(str::to_owned))
            {
                languages.insert(language);
            }
            entries.iter().for_each(|entry| gather(&entry.value, languages));
        }
        _ => {}
    }
}

/// Whether the file translates only what stands around the questions and their answers.
fn has_no_word_of_the_form(translation: &Translation) -> bool {
    let options = translation.items.iter().flat_map(|item| &item.options).chain(&translation.options);
    let of_items = translation
        .items
        .iter()
        .flat_map(|item| [&item.text, &item.unit, &item.low, &item.high, &item.other].into_iter().flatten());
    let mut words = of_items.chain(&translation.stem).chain(options.map(|option| &option.label));
    words.all(String::is_empty)
}

/// Leaves the form in the words of the original: only the texts around it stay, and the help below its questions.
fn keep_wording(translation: &mut Translation) {
    translation.wording = Wording::Original;
    (translation.stem, translation.source) = (None, None);
    translation.options.clear();
    translation.items.retain(|item| item.help.is_some());
    for item in &mut translation.items {
        *item = ItemTexts { id: mem::take(&mut item.id), help: item.help.take(), ..ItemTexts::default() };
    }
}

/// How many texts the file should have translated and has not.
fn empty_texts(translation: &Translation) -> usize {
    let of_item = |item: &ItemTexts| {
        let own = [&item.text, &item.help, &item.unit, &item.low, &item.high, &item.other];
        let own = own.into_iter().flatten().filter(|text| text.is_empty()).count();
        own + item.options.iter().filter(|option| option.label.is_empty()).count()
    };
    let around = [Some(&translation.title), Some(&translation.summary), translation.stem.as_ref()];
    around.into_iter().flatten().filter(|text| text.is_empty()).count()
        + translation.options.iter().filter(|option| option.label.is_empty()).count()
        + translation.items.iter().map(of_item).sum::<usize>()
        + translation.scores.iter().filter(|score| score.title.is_empty()).count()
}

fn one(root: &At<'_>, tree: &Tree<'_>, original: &Questionnaire, language: &str) -> Translation {
    let text = |at: Option<&At<'_>>, key: &str| -> String {
        let found = at.and_then(|at| at.translation(key, language));
        found.map(|text| text.trim().to_owned()).unwrap_or_default()
    };
    let entry_of = |id: &str| tree.entries.iter().find(|entry| entry.id == id);
    let title = text(Some(root), "title");
    let summary = match root.text("description") {
        Some(_) => text(Some(root), "description").split("\n\n").next().unwrap_or_default().to_owned(),
        None => title.clone(),
    };
    let stem = original.stem.as_ref().map(|_| text(entry_of("stem").map(|entry| &entry.at), "text"));
    let mut items = Vec::new();
    for item in &original.items {
        let entry = entry_of(&item.id);
        let words = text(entry.map(|entry| &entry.at), "text");
        let part = |role: &str, there: bool| there.then(|| text(child(tree, entry, role), "text"));
        let help = part("help", item.help.is_some());
        let low = part("lower", item.low.is_some());
        let high = part("upper", item.high.is_some());
        let unit = item.unit.as_ref().map(|_| {
            let coding = entry.and_then(|entry| entry.at.extension(&[known::UNIT]));
            text(coding.as_ref(), "display")
        });
        let other = item.other.as_ref().map(|_| {
            let label = entry.and_then(|entry| entry.at.extensions(&[known::OPEN_LABEL]).into_iter().next());
            text(label.as_ref(), "valueString")
        });
        let options = options(entry, &item.options, language);
        items.push(ItemTexts {
            id: item.id.clone(),
            text: Some(words),
            help,
            unit,
            low,
            high,
            other,
            options,
        });
    }
    let scores = original.scores.iter().map(|score| ScoreTexts {
        id: score.id.clone(),
        title: text(entry_of(&score.id).map(|entry| &entry.at), "text"),
        bands: Vec::new(),
    });
    let scores = scores.collect();
    let uses_shared = |item: &&Item| item.options.is_empty() && !original.options_of(item).is_empty();
    let sharing = original.items.iter().find(uses_shared).and_then(|item| entry_of(&item.id));
    let shared = options(sharing, &original.options, language);
    let mut source = Source { checksum: None, ..original.source.clone() };
    let mut translation = Translation {
        wording: Wording::Translated,
        title,
        summary,
        limits: String::new(),
        accuracy: None,
        rights: None,
        bring: Vec::new(),
        timeframe: String::new(),
        stem,
        source: None,
        options: shared,
        items,
        scores,
        responses: Vec::new(),
    };
    source.checksum = Some(translation.over(original).wording_checksum());
    translation.source = Some(source);
    translation
}

fn child<'t, 'a>(tree: &'t Tree<'a>, entry: Option<&Entry<'a>>, role: &str) -> Option<&'t At<'a>> {
    let link = &entry?.link;
    let place = tree.by_link.get(link)?;
    let below = |other: &&Entry<'a>| other.parent == Some(*place) && other.role == Some(known_role(role));
    tree.entries.iter().find(below).map(|entry| &entry.at)
}

fn known_role(role: &str) -> &'static str {
    ["help", "unit", "lower", "upper"].into_iter().find(|known| *known == role).unwrap_or_default()
}

fn options(entry: Option<&Entry<'_>>, own: &[ResponseOption], language: &str) -> Vec<OptionTexts> {
    let choices = entry.map(|entry| entry.choices.as_slice()).unwrap_or_default();
    own.iter()
        .map(|option| {
            let choice = choices.iter().find(|choice| choice.option.value == option.value);
            let found = choice.and_then(|choice| choice.translations.iter().find(|(tag, _)| tag == language));
            let label = found.map(|(_, words)| words.trim().to_owned()).unwrap_or_default();
            OptionTexts { value: option.value.clone(), label }
        })
        .collect()
}
