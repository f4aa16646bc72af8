//! The answers of a choice: words, values, weights, and what a condition calls them.

use std::collections::{BTreeMap, BTreeSet};
use std::slice;

use footbridge_model::date::is_date;
use footbridge_model::{ItemType, Number, Questionnaire, ResponseOption, Value};

use super::ids;
use super::lists::{Lists, MOST_ANSWERS};
use crate::fhir::known;
use crate::fhir::node::At;
use crate::fhir::report::Report;
use crate::findings::codes;

/// One answer.
#[derive(Clone, Debug)]
pub(in crate::fhir) struct Choice {
    pub(in crate::fhir) option: ResponseOption,
    /// The type in the file: `Coding`, `Integer`, `String` and so on.
    pub(in crate::fhir) kind: String,
    pub(in crate::fhir) system: Option<String>,
    /// The code, or the value as text.
    pub(in crate::fhir) code: String,
    /// The weight that stands at it; the points of an integer are its value where it has none.
    pub(in crate::fhir) weight: Option<Number>,
    /// Whether it has a weight that cannot be read, so that no total may be made of it.
    pub(in crate::fhir) unread: bool,
    /// The words in other languages.
    pub(in crate::fhir) translations: Vec<(String, String)>,
}

/// The answers of an item, and whether they stand at the item itself.
pub(super) fn of(at: &At<'_>, lists: &Lists<'_>, report: &mut Report<'_>) -> (Vec<Choice>, bool) {
    let mut choices = Vec::new();
    let mut inline = at.all("answerOption");
    inline.extend(at.all("option"));
    if inline.len() > MOST_ANSWERS {
        let message = format!("The question has more than {MOST_ANSWERS} answers.");
        report.add(&codes::FHIR_TOO_MUCH, at, message, "Leave those out that readers do not need.");
        return (choices, true);
    }
    for option in &inline {
        super::head::modifiers(option, report);
        choices.extend(inline_choice(option, lists, report));
    }
    let address = at.get("answerValueSet").or_else(|| at.get("options"));
    if let Some(list) = address.filter(|_| inline.is_empty()) {
        // In STU3 the address stands in a reference.
        let name = list.node.text().or_else(|| list.text("reference")).unwrap_or_default();
        choices = listed(name, &list, lists, report);
    } else if inline.is_empty() {
        let message = "A choice without answers.";
        report.add(&codes::FHIR_LIST, at, message, "Write the answers as `answerOption`.");
    }
    values(&mut choices);
    (choices, !inline.is_empty())
}

fn listed(name: &str, list: &At<'_>, lists: &Lists<'_>, report: &mut Report<'_>) -> Vec<Choice> {
    let concepts = match lists.concepts(name) {
        Ok(concepts) => concepts,
        Err(why) => {
            if let Some(known) = known::list(name) {
                return known.iter().map(by_heart).collect();
            }
            let message = format!("The answer list {name} {why}.");
            let mend =
                "Put it into the file as a contained ValueSet with its codes, or write `answerOption`.";
            report.once(&codes::FHIR_LIST, list, message, mend);
            return Vec::new();
        }
    };
    if concepts.is_empty() {
        let message = format!("The answer list {name} is empty.");
        report.add(&codes::FHIR_LIST, list, message, "Put its codes into the file.");
    }
    let each = concepts.iter().filter_map(|concept| {
        let code = concept.at.text("code")?;
        if concept.at.is("inactive") {
            let message = "An answer that its list calls inactive is left out.";
            report.once(&codes::FHIR_LEFT_OUT, &concept.at, message, "");
            return None;
        }
        let mut weight = weight(slice::from_ref(&concept.at), lists, report);
        for origin in &concept.origins {
            weight = weight.or_else(|| self::weight(slice::from_ref(origin), lists, report));
        }
        let origin = concept.origins.iter().find_map(|origin| origin.text("display"));
        let label = concept.at.text("display").or(origin).unwrap_or(code);
        Some(coded(code, label, concept.system, weight, &concept.at))
    });
    each.collect()
}

fn by_heart(answer: &known::Answer) -> Choice {
    let points = answer.weight.map(Number::whole);
    Choice {
        option: ResponseOption {
            value: Value::from(""),
            label: answer.words.to_owned(),
            score: points,
            exclusive: false,
            code: (answer.system == known::LOINC).then(|| answer.code.to_owned()),
        },
        kind: "Coding".to_owned(),
        system: Some(answer.system.to_owned()),
        code: answer.code.to_owned(),
        weight: points,
        unread: false,
        translations: Vec::new(),
    }
}

fn coded(code: &str, label: &str, system: Option<&str>, weight: Option<Weight>, at: &At<'_>) -> Choice {
    let unread = weight == Some(Weight::Unread);
    let weight = weight.and_then(Weight::number);
    Choice {
        option: ResponseOption {
            value: Value::from(""),
            label: label.to_owned(),
            score: weight,
            exclusive: false,
            code: (system == Some(known::LOINC) && known::is_loinc(code)).then(|| code.to_owned()),
        },
        kind: "Coding".to_owned(),
        system: system.map(str::to_owned),
        code: code.to_owned(),
        weight,
        unread,
        translations: translations(at, "display"),
    }
}

fn translations(at: &At<'_>, key: &str) -> Vec<(String, String)> {
    let texts = at.get(&format!("_{key}")).map(|texts| texts.extensions(&[known::TRANSLATION]));
    let words = |translation: &At<'_>| {
        let language = translation.extension(&["lang"])?.node.text()?.to_owned();
        Some((language, translation.extension(&["content"])?.node.text()?.to_owned()))
    };
    texts.unwrap_or_default().iter().filter_map(words).collect()
}

fn inline_choice(at: &At<'_>, lists: &Lists<'_>, report: &mut Report<'_>) -> Option<Choice> {
    let Some((kind, value)) = at.value() else {
        let message = "An answer without a value.";
        report.add(
            &codes::FHIR_ELEMENT,
            at,
            message,
            "Write `valueCoding`, `valueString` or `valueInteger`.",
        );
        return None;
    };
    // The extensions of a value that is no object stand beside it.
    let beside = at.get(&format!("_value{kind}"));
    let places: Vec<At<'_>> = [at.clone(), value.clone()].into_iter().chain(beside).collect();
    let mut weight = weight(&places, lists, report);
    if let (None, Some(origin)) = (weight, lists.origin(value.text("system"), value.text("code"))) {
        weight = self::weight(&[origin], lists, report);
    }
    let mut choice = match kind {
        "Coding" => {
            let label = value.text("display").or_else(|| value.text("code"));
            let Some(label) = label else {
                let message = "An answer without words and without a code.";
                report.add(&codes::FHIR_ELEMENT, &value, message, "Write its `display`.");
                return None;
            };
            let code = value.text("code").unwrap_or(label);
            coded(code, label, value.text("system"), weight, &value)
        }
        "String" | "Date" | "Time" | "Integer" => {
            let number = value.integer().map(Number::whole);
            let text = value.node.text().map(|text| text.trim().to_owned());
            let text = text.or_else(|| number.map(Number::to_text)).filter(|text| !text.is_empty());
            let Some(text) = text else {
                report.add(&codes::FHIR_ELEMENT, &value, "An answer without words.", "Write its value.");
                return None;
            };
            if (kind == "Date" && !is_day(&text)) || (kind == "Integer" && number.is_none()) {
                let message = format!("The answer `{text}` is not of the type {kind}.");
                let mend = "Write it as FHIR does, for example 2026-01-31 or 3, or as `valueString`.";
                report.add(&codes::FHIR_ELEMENT, &value, message, mend);
                return None;
            }
            let mut choice = coded(&text, &text, None, weight, &value);
            choice.option.score = choice.weight.or(number);
            choice.translations = translations(at, &format!("value{kind}"));
            choice
        }
        other => {
            let message = format!("An answer of the type {other} cannot be chosen here.");
            report.add(&codes::FHIR_ELEMENT, &value, message, "Write it as `valueCoding` or `valueString`.");
            return None;
        }
    };
    choice.kind = kind.to_owned();
    choice.option.exclusive = at
        .extension(&[known::EXCLUSIVE])
        .is_some_and(|flag| matches!(flag.node.kind, crate::authored::Kind::Bool(true)));
    // The short name that an export has written there.
    if let Some(id) = at.text("id").filter(|id| id.len() <= 40 && !id.contains(char::is_whitespace)) {
        choice.option.value = Value::from(id);
    }
    Some(choice)
}

/// A date of FHIR: a day, a month or a year.
fn is_day(text: &str) -> bool {
    ["", "-01", "-01-01"].iter().any(|rest| is_date(&format!("{text}{rest}")))
}

/// What is written as the weight of an answer.
#[derive(Clone, Copy, PartialEq)]
enum Weight {
    Number(Number),
    /// Something else than a number with at most two decimal places.
    Unread,
}

impl Weight {
    fn number(self) -> Option<Number> {
        match self {
            Weight::Number(number) => Some(number),
            Weight::Unread => None,
        }
    }
}

/// The weight of an answer: `itemWeight` wins over `ordinalValue`.
fn weight(places: &[At<'_>], lists: &Lists<'_>, report: &mut Report<'_>) -> Option<Weight> {
    // What is said of a code or its words stands beside them.
    let beside = places.iter().flat_map(|place| [place.get("_code"), place.get("_display")]).flatten();
    let places: Vec<At<'_>> = places.iter().cloned().chain(beside).collect();
    let mut found: Option<(Weight, At<'_>)> = None;
    let mut other = None;
    for url in known::WEIGHTS {
        for extension in places.iter().flat_map(|place| place.extensions(&[url])) {
            let Some((_, value)) = extension.value() else { continue };
            match (&found, read(&value, report)) {
                (_, Weight::Unread) => return Some(Weight::Unread),
                (None, weight) => found = Some((weight, value)),
                (Some((first, _)), weight) if *first != weight => other = Some((*first, weight, extension)),
                _ => {}
            }
        }
    }
    if let Some((Weight::Number(first), Weight::Number(second), extension)) = other {
        let message = format!("The answer has two different weights, {first} and {second}.");
        report.add(&codes::FHIR_ELEMENT, &extension, message, "Remove the wrong one.");
    }
    if let Some((weight, _)) = found {
        return Some(weight);
    }
    // A code system or an expanded list can also state it as a property.
    let stated = || {
        let mut all = places.iter().flat_map(|place| place.all("property"));
        Some(all.find(|property| lists.is_weight(property.text("code")))?.value()?.1)
    };
    let carried = || {
        let mut all = places.iter().flat_map(|place| place.extensions(&[known::LISTED_PROPERTY]));
        let is_weight = |property: &At<'_>| {
            lists.is_weight(property.extension(&["code"]).as_ref().and_then(|code| code.node.text()))
        };
        all.find(is_weight)?.extension(&["value[x]", "value"])
    };
    let value = stated().or_else(carried)?;
    Some(read(&value, report))
}

fn read(value: &At<'_>, report: &mut Report<'_>) -> Weight {
    if let Some(number) = value.number() {
        return Weight::Number(number);
    }
    let message = "A weight must be a number with at most two decimal places here; this one is left out.";
    report.once(&codes::FHIR_LEFT_OUT, value, message, "No total can use this question.");
    Weight::Unread
}

/// Gives each answer its short name: the export's, a whole weight if all have different ones, or from the code.
fn values(choices: &mut [Choice]) {
    let whole = |choice: &Choice| {
        choice.weight.filter(|weight| weight.hundredths() % 100 == 0 && *weight >= Number::ZERO)
    };
    let weights: BTreeSet<Number> = choices.iter().filter_map(whole).collect();
    let by_weight = weights.len() == choices.len() && choices.iter().all(|choice| choice.kind == "Coding");
    let mut taken = BTreeSet::new();
    for choice in choices.iter_mut() {
        let known = choice.option.value.as_str().to_owned();
        let name = if !known.is_empty() {
            known
        } else if by_weight {
            choice.weight.map(Number::to_text).unwrap_or_default()
        } else if choice.kind == "Integer" || choice.kind == "Date" {
            choice.code.clone()
        } else if choice.option.code.is_some() {
            ids::kebab(&choice.option.label, "a-")
        } else {
            ids::kebab(&choice.code, "a-")
        };
        choice.option.value = Value::from(ids::unique(&name, &mut taken).as_str());
    }
}

/// Writes the list that most questions have once for all of them.
pub(super) fn share(questionnaire: &mut Questionnaire) {
    let key = |options: &[ResponseOption]| format!("{options:?}");
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let takes =
        |kind: ItemType| matches!(kind, ItemType::Choice | ItemType::MultiChoice | ItemType::OpenChoice);
    let lists = || questionnaire.items.iter().filter(|item| takes(item.kind) && !item.options.is_empty());
    // An answer that stands alone has a meaning in some types only.
    for item in lists().filter(|item| item.options.iter().all(|option| !option.exclusive)) {
        *counts.entry(key(&item.options)).or_default() += 1;
    }
    let most = counts.iter().max_by_key(|(_, count)| **count).filter(|(_, count)| **count > 1);
    let Some(most) = most.map(|(most, _)| most.clone()) else { return };
    let Some(shared) = lists().find(|item| key(&item.options) == most).map(|item| item.options.clone())
    else {
        return;
    };
    for item in questionnaire.items.iter_mut().filter(|item| takes(item.kind) && item.options == shared) {
        item.options.clear();
    }
    questionnaire.options = shared;
}
