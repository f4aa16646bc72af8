//! Conditions as `enableWhen`. FHIR has no order among the answers of a list: a condition on their size becomes
//! conditions on each of them.

use footbridge_model::{Condition, EnabledWhen, Item, ItemType, Match, Number, Operator, Questionnaire};
use serde_json::{Value, json};

use super::items::kind;
use super::links::Links;
use crate::fhir::known;

type Said = (Vec<Value>, Match);

/// The conditions of an item; `Err` says in words what FHIR cannot say.
pub(super) fn of(original: &Questionnaire, links: &Links, when: &EnabledWhen) -> Result<Said, String> {
    let alone = when.conditions.len() == 1;
    let mut matching = if alone { Match::All } else { when.matching };
    let mut all = Vec::new();
    for condition in &when.conditions {
        let item = original.item(&condition.item);
        let Some(item) = item.filter(|item| item.takes_options() && is_size(condition.operator)) else {
            all.push(one(original, links, condition, item)?);
            continue;
        };
        let (passing, failing): (Vec<&str>, Vec<&str>) = values(original, item)
            .into_iter()
            .partition(|value| passes(condition.operator, value, condition.answer.as_str()));
        let equal = |value: &&str| coded(original, links, item, Operator::Equal, value);
        let unequal = |value: &&str| coded(original, links, item, Operator::NotEqual, value);
        if passing.is_empty() {
            return Err(format!("no answer to `{}` can meet it", item.id));
        }
        if alone || matching == Match::Any || passing.len() == 1 {
            if passing.len() > 1 {
                matching = Match::Any;
            }
            all.extend(passing.iter().map(equal));
        } else if matches!(item.kind, ItemType::Choice | ItemType::YesNo) {
            all.push(exists(links.item(&item.id), true));
            all.extend(failing.iter().map(unequal));
        } else {
            return Err(format!(
                "FHIR cannot say that all hold, and that one of several answers to `{}` does",
                item.id
            ));
        }
    }
    Ok((all, matching))
}

/// What never holds.
pub(super) fn never(links: &Links, when: &EnabledWhen) -> Said {
    let link = when.conditions.first().map(|condition| links.item(&condition.item)).unwrap_or_default();
    (vec![exists(link, true), exists(link, false)], Match::All)
}

fn exists(link: &str, wanted: bool) -> Value {
    json!({ "question": link, "operator": "exists", "answerBoolean": wanted })
}

fn is_size(operator: Operator) -> bool {
    !matches!(operator, Operator::Exists | Operator::Equal | Operator::NotEqual)
}

/// The values of the answers of a list.
fn values<'q>(original: &'q Questionnaire, item: &'q Item) -> Vec<&'q str> {
    let options = original.options_of(item);
    if options.is_empty() {
        vec!["yes", "no"]
    } else {
        options.iter().map(|option| option.value.as_str()).collect()
    }
}

/// Whether a value compares so as a number.
fn passes(operator: Operator, value: &str, wanted: &str) -> bool {
    let (Some(value), Some(wanted)) = (Number::parse(value), Number::parse(wanted)) else { return false };
    match operator {
        Operator::Greater => value > wanted,
        Operator::Less => value < wanted,
        Operator::AtLeast => value >= wanted,
        _ => value <= wanted,
    }
}

fn one(
    original: &Questionnaire,
    links: &Links,
    condition: &Condition,
    item: Option<&Item>,
) -> Result<Value, String> {
    let Some(item) = item else { return Err(format!("there is no question `{}`", condition.item)) };
    let answer = condition.answer.as_str();
    if condition.operator == Operator::Exists {
        return Ok(exists(links.item(&item.id), matches!(answer, "yes" | "true")));
    }
    if item.takes_options() {
        return Ok(coded(original, links, item, condition.operator, answer));
    }
    let (key, value) = match (kind(item), answer.parse::<i64>(), Number::parse(answer)) {
        ("integer", Ok(whole), _) => ("answerInteger", json!(whole)),
        ("integer" | "decimal", _, Some(number)) => ("answerDecimal", json!(number)),
        ("date", ..) => ("answerDate", json!(answer)),
        _ => ("answerString", json!(answer)),
    };
    Ok(written(links, item, condition.operator, key, &value))
}

/// A condition on an answer of a list, or on yes or no.
fn coded(original: &Questionnaire, links: &Links, item: &Item, operator: Operator, answer: &str) -> Value {
    let options = original.options_of(item);
    if options.is_empty() {
        let yes = matches!(answer, "yes" | "true");
        return written(links, item, operator, "answerBoolean", &json!(yes));
    }
    let known = |value: &str| options.iter().find(|option| option.value.as_str() == value);
    // Own words for yes and no may be asked about as true and false.
    let option = known(answer).or_else(|| match answer {
        "true" => known("yes"),
        "false" => known("no"),
        _ => None,
    });
    let loinc = |option: &'_ footbridge_model::ResponseOption| {
        option.code.clone().filter(|code| known::is_loinc(code))
    };
    let value = match option.map(|option| (loinc(option), option.value.as_str())) {
        Some((Some(code), _)) => json!({ "system": known::LOINC, "code": code }),
        Some((None, value)) => json!({ "code": value }),
        None => json!({ "code": answer }),
    };
    written(links, item, operator, "answerCoding", &value)
}

fn written(links: &Links, item: &Item, operator: Operator, key: &str, value: &Value) -> Value {
    json!({ "question": links.item(&item.id), "operator": known::operator(operator), key: value })
}
