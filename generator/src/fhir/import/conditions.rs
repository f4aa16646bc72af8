//! Conditions: `enableWhen` with its meaning in FHIR, or a refusal.

use footbridge_model::date::is_date;
use footbridge_model::{Condition, EnabledWhen, ItemType, Match, Operator, Value};

use super::tree::{Entry, Tree};
use crate::fhir::known;
use crate::fhir::node::At;
use crate::fhir::report::Report;
use crate::findings::codes;

/// Longer rows of items that wait for each other take too long to prove.
const LONGEST_CHAIN: usize = 60;

/// Gives every item its conditions.
pub(super) fn convert(tree: &mut Tree<'_>, report: &mut Report<'_>) {
    circles(tree, report);
    for place in 0..tree.entries.len() {
        let own = own(tree, place, report);
        // What stands below a question is shown only while the question is.
        let above = tree.entries[place].parent.map(|above| &tree.entries[above]);
        let inherited = above
            .filter(|above| above.kind != "group")
            .and_then(|above| above.items.first())
            .and_then(|item| item.enabled_when.clone());
        let joined = match (own, inherited) {
            (None, inherited) => inherited,
            (own, None) => own,
            (Some(own), Some(inherited)) => join(own, inherited).or_else(|| {
                let message = "Its conditions and those of the question around it cannot be joined.";
                let mend = "Put the question and what stands below it into a group that has the conditions.";
                report.add(&codes::FHIR_CONDITION, &tree.entries[place].at, message, mend);
                None
            }),
        };
        for item in &mut tree.entries[place].items {
            item.enabled_when.clone_from(&joined);
        }
    }
}

/// Both must hold.
fn join(mut one: EnabledWhen, two: EnabledWhen) -> Option<EnabledWhen> {
    let is_all = |when: &EnabledWhen| when.matching == Match::All || when.conditions.len() == 1;
    if one == two {
        return Some(one);
    }
    if !is_all(&one) || !is_all(&two) {
        return None;
    }
    one.matching = Match::All;
    one.conditions.extend(two.conditions);
    Some(one)
}

fn own(tree: &Tree<'_>, place: usize, report: &mut Report<'_>) -> Option<EnabledWhen> {
    let entry = tree.entries.get(place)?;
    let whens = entry.at.all("enableWhen");
    if whens.is_empty() || entry.items.is_empty() {
        // What is computed or left out has no place on the page; its conditions decide about nothing.
        return None;
    }
    let behavior = entry.at.text("enableBehavior");
    let matching = match behavior {
        Some("any") => Match::Any,
        Some("all") => Match::All,
        // In STU3 conditions were joined by "any".
        None if tree.old => Match::Any,
        // Of one answer several can be asked about only if one of them is enough.
        None if whens.len() > 1 && of_one_answer(tree, &whens) => {
            let message = "Several conditions, and it is not stated whether all must hold; they cannot, so `any` is taken.";
            report.once(&codes::FHIR_CHANGED, &entry.at, message, "Look whether that is meant.");
            Match::Any
        }
        None => {
            if whens.len() > 1 {
                let message =
                    "Several conditions, and it is not stated whether all must hold; `all` is taken.";
                let mend = "Write `match = \"any\"` if one is enough.";
                report.once(&codes::FHIR_CHANGED, &entry.at, message, mend);
            }
            Match::All
        }
        Some(other) => {
            let message = format!("`{other}` is no way to join conditions.");
            report.add(&codes::FHIR_CONDITION, &entry.at, message, "Write \"all\" or \"any\".");
            return None;
        }
    };
    let mut conditions = Vec::new();
    for when in &whens {
        match condition(tree, when) {
            Ok(condition) => conditions.push(condition),
            Err(message) => {
                let mend = "Let the condition ask about the answer to a question of the file.";
                report.add(&codes::FHIR_CONDITION, when, message, mend);
            }
        }
    }
    Some(EnabledWhen { matching: if conditions.len() == 1 { Match::All } else { matching }, conditions })
}

/// Whether all conditions want another answer to the same question, which has one answer only.
fn of_one_answer(tree: &Tree<'_>, whens: &[At<'_>]) -> bool {
    let first = whens.first().and_then(|when| when.text("question"));
    let single =
        first.and_then(|link| tree.entries.get(*tree.by_link.get(link)?)).is_some_and(|entry| !entry.several);
    let same =
        |when: &At<'_>| when.text("question") == first && matches!(when.text("operator"), Some("=") | None);
    single && whens.iter().all(same)
}

fn condition(tree: &Tree<'_>, when: &At<'_>) -> Result<Condition, String> {
    let link = when.text("question").ok_or("The condition names no question.")?;
    let place = tree.by_link.get(link).ok_or_else(|| format!("There is no item `{link}`."))?;
    let entry = tree.entries.get(*place).ok_or("There is no such item.")?;
    let Some(item) = entry.items.first().filter(|item| item.takes_an_answer()) else {
        let what = match entry {
            entry if entry.calculation.is_some() => "is computed",
            entry if matches!(entry.kind, "group" | "display") => "takes no answer",
            _ => "is left out of the tool",
        };
        return Err(format!("The condition asks about `{link}`, which {what}."));
    };
    let operator = match when.text("operator") {
        Some(text) => known::operator_of(text).ok_or_else(|| format!("`{text}` is not an operator."))?,
        None if when.get("hasAnswer").is_some() => Operator::Exists,
        None if tree.old => Operator::Equal,
        None => return Err("The condition has no operator.".to_owned()),
    };
    if entry.kind == "open-choice" && item.kind == ItemType::MultiChoice && operator != Operator::Equal {
        return Err("The question is taken apart into a list and a text, which this condition needs as one."
            .to_owned());
    }
    let answer = if operator == Operator::Exists {
        let wanted = when.flag("answerBoolean").or_else(|| when.flag("hasAnswer"));
        wanted.ok_or("`exists` needs `answerBoolean`.")?.to_string()
    } else {
        let (kind, value) = when.choice("answer").ok_or("The condition has no answer to compare with.")?;
        wanted(entry, item.kind, operator, kind, &value)?
    };
    let written = Value::written(&answer);
    if written.as_str() != answer {
        return Err(format!("The answer `{answer}` has spaces that a definition does not keep."));
    }
    Ok(Condition { item: item.id.clone(), operator, answer: written })
}

/// The answer that a condition compares with, as the definition calls it.
fn wanted(
    entry: &Entry<'_>,
    item: ItemType,
    operator: Operator,
    kind: &str,
    value: &At<'_>,
) -> Result<String, String> {
    let equality = matches!(operator, Operator::Equal | Operator::NotEqual);
    let unfit =
        || format!("An answer of the type {kind} is compared with a question of the type {}.", entry.kind);
    match item {
        ItemType::Choice | ItemType::MultiChoice | ItemType::OpenChoice => {
            if !equality && kind != "Integer" {
                return Err("Answers of a list are compared by size, and FHIR does not say which is larger."
                    .to_owned());
            }
            let code = match kind {
                "Coding" => value.text("code").or_else(|| value.text("display")).map(str::to_owned),
                "Integer" => value.integer().map(|number| number.to_string()),
                _ => value.node.text().map(|text| text.trim().to_owned()),
            };
            let code = code.ok_or_else(unfit)?;
            let system = value.text("system");
            let same = |choice: &&super::options::Choice| {
                let systems =
                    system.is_none() || choice.system.is_none() || choice.system.as_deref() == system;
                choice.code == code && systems && choice.kind == kind
            };
            let mut found = entry.choices.iter().filter(same);
            match (found.next(), found.next()) {
                (Some(choice), None) if !equality => Ok(choice.code.clone()),
                (Some(choice), None) => Ok(choice.option.value.to_string()),
                (None, _) if !equality => Ok(code),
                (None, _) => Err(format!("`{code}` is not one of the answers to `{}`.", entry.link)),
                _ => Err(format!("`{code}` is more than one of the answers to `{}`.", entry.link)),
            }
        }
        ItemType::YesNo => match (kind, &value.node.kind) {
            ("Boolean", crate::authored::Kind::Bool(wanted)) if equality => {
                Ok(if *wanted { "yes" } else { "no" }.to_owned())
            }
            _ => Err(unfit()),
        },
        ItemType::Integer | ItemType::Decimal | ItemType::Scale => {
            let unit = value.text("code").or_else(|| value.text("unit"));
            if let Some(unit) = unit.filter(|unit| !is_unit_of(entry, unit)) {
                return Err(format!("The condition compares with a unit, {unit}, which is not converted."));
            }
            let number = value.get("value").unwrap_or_else(|| value.clone()).number();
            number.map(|number| number.to_text()).ok_or_else(unfit)
        }
        ItemType::Date if entry.kind == "date" && kind == "Date" => {
            value.node.text().filter(|day| is_date(day)).map(str::to_owned).ok_or_else(unfit)
        }
        ItemType::Text if equality && kind == "String" => {
            value.node.text().map(str::to_owned).ok_or_else(unfit)
        }
        _ => Err(unfit()),
    }
}

/// Whether a question asks for its number in this one unit.
fn is_unit_of(entry: &Entry<'_>, unit: &str) -> bool {
    let stated: Vec<At<'_>> = entry.at.extensions(&[known::UNIT, known::UNIT_OPTION]);
    let names = |extension: &At<'_>| {
        let value = extension.value().map(|(_, value)| value);
        value.is_some_and(|value| value.text("code").or_else(|| value.text("display")) == Some(unit))
    };
    !stated.is_empty() && stated.iter().all(names)
}

/// Refuses items that wait for each other, before anything goes round in them.
fn circles(tree: &Tree<'_>, report: &mut Report<'_>) {
    // What must be decided first: the items of the conditions, and what stands around.
    let gates: Vec<Vec<usize>> = tree
        .entries
        .iter()
        .map(|entry| {
            let whens = entry.at.all("enableWhen");
            let links = whens.iter().filter_map(|when| tree.by_link.get(when.text("question")?).copied());
            links.chain(entry.parent).collect()
        })
        .collect();
    // Items whose gates are all settled are settled; what is left waits for a circle.
    let mut open: Vec<usize> = gates.iter().map(Vec::len).collect();
    let mut opens: Vec<Vec<usize>> = vec![Vec::new(); gates.len()];
    for (place, gates) in gates.iter().enumerate() {
        gates.iter().for_each(|gate| opens[*gate].push(place));
    }
    let mut steps = vec![0_usize; gates.len()];
    let mut ready: Vec<usize> = (0..gates.len()).filter(|place| open[*place] == 0).collect();
    while let Some(gate) = ready.pop() {
        for place in &opens[gate] {
            open[*place] -= 1;
            steps[*place] = steps[*place].max(steps[gate] + 1);
            if open[*place] == 0 {
                ready.push(*place);
            }
        }
    }
    if let Some(place) = steps.iter().position(|steps| *steps > LONGEST_CHAIN) {
        let message = format!("More than {LONGEST_CHAIN} items wait for each other in a row.");
        report.add(
            &codes::FHIR_TOO_MUCH,
            &tree.entries[place].at,
            message,
            "Let conditions ask about earlier questions directly.",
        );
    }
    let stuck = (0..gates.len())
        .find(|place| open[*place] > 0 && tree.entries[*place].at.get("enableWhen").is_some());
    if let Some(place) = stuck {
        let entry = &tree.entries[place];
        let count = open.iter().filter(|open| **open > 0).count();
        let message =
            format!("`{}` waits for itself by way of its conditions ({count} items wait so).", entry.link);
        report.add(&codes::FHIR_CIRCLE, &entry.at, message, "Remove one of the conditions of the circle.");
    }
}
