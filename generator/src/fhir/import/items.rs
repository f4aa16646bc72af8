//! From the items of the file to questions, texts and groups.

use footbridge_model::{Item, ItemType, Number, Other};

use super::tree::{Entry, Tree};
use crate::fhir::known;
use crate::fhir::node::At;
use crate::fhir::report::Report;
use crate::findings::codes;

/// How often a group repeats where the file gives no end.
const MOST_ENTRIES: u16 = 20;

/// Makes the items.
pub(super) fn convert(tree: &mut Tree<'_>, report: &mut Report<'_>) {
    // What stands below an item that was left out with its conditions would be shown always.
    let mut lost = vec![false; tree.entries.len()];
    for place in 0..tree.entries.len() {
        let above = tree.entries[place].parent;
        if above.is_some_and(|above| lost[above]) {
            lost[place] = true;
            let message =
                "It stands below an item with conditions that is left out, and is left out with it.";
            report.once(&codes::FHIR_LEFT_OUT, &tree.entries[place].at, message, "");
            continue;
        }
        let within = above.and_then(|above| tree.entries[above].group.clone());
        let entry = &tree.entries[place];
        if let (Some(role), Some(above)) = (entry.role, above) {
            let text = entry.at.text("text").unwrap_or_default().to_owned();
            attach(&mut tree.entries[above], role, text);
            continue;
        }
        let mut made = Vec::new();
        let mut group = within.clone();
        if entry.calculation.is_none() && is_wanted(entry, report) {
            match entry.kind {
                "group" => {
                    let bare = entry.at.text("text").is_none();
                    let repeats = repeats(entry, report);
                    if !bare || repeats.is_some() || entry.at.get("enableWhen").is_some() {
                        let mut item = blank(entry, ItemType::Group, within, report);
                        item.repeats = repeats;
                        group = Some(item.id.clone());
                        made.push(item);
                    }
                }
                "display" => {
                    if entry.at.text("text").is_some() {
                        made.push(blank(entry, ItemType::Info, within, report));
                    } else {
                        report.once(
                            &codes::FHIR_LEFT_OUT,
                            &entry.at,
                            "A text without words is left out.",
                            "",
                        );
                    }
                }
                _ => made = question(entry, within, report),
            }
        }
        let entry = &tree.entries[place];
        lost[place] = made.is_empty() && entry.at.get("enableWhen").is_some();
        tree.entries[place].items = made;
        tree.entries[place].group = group;
    }
    // A scale needs words at both ends, which stand below it.
    for entry in &mut tree.entries {
        for item in entry.items.iter_mut().filter(|item| item.kind == ItemType::Scale) {
            if item.low.is_none() || item.high.is_none() {
                let message = "The slider has no words at its ends, so it is a field for a number.";
                report.once(
                    &codes::FHIR_CHANGED,
                    &entry.at,
                    message,
                    "Write `type = \"scale\"` with `low` and `high`.",
                );
                let fraction = item.step.is_some_and(|step| step.hundredths() % 100 != 0);
                item.kind = if fraction { ItemType::Decimal } else { ItemType::Integer };
                (item.low, item.high, item.step) = (None, None, None);
            }
        }
    }
    drop_empty_groups(tree);
}

/// All items in the order of the file.
pub(super) fn collect(tree: &Tree<'_>) -> Vec<Item> {
    tree.entries.iter().flat_map(|entry| entry.items.iter().cloned()).collect()
}

fn is_wanted(entry: &Entry<'_>, report: &mut Report<'_>) -> bool {
    let read_only = entry.at.is("readOnly") && !matches!(entry.kind, "group" | "display");
    let why = match entry.kind {
        _ if entry.hidden => "An item that readers never see is left out.",
        "attachment" => "A question for a file is left out: a tool takes no files.",
        "reference" => "A question for a record of another system is left out.",
        _ if read_only => "An item that readers cannot answer is left out.",
        _ => return true,
    };
    report.once(&codes::FHIR_LEFT_OUT, &entry.at, why, "");
    false
}

fn attach(above: &mut Entry<'_>, role: &str, text: String) {
    let Some(item) = above.items.first_mut() else { return };
    let place = match role {
        "unit" if item.takes_a_number() => &mut item.unit,
        "lower" if item.kind == ItemType::Scale => &mut item.low,
        "upper" if item.kind == ItemType::Scale => &mut item.high,
        _ => &mut item.help,
    };
    match place {
        Some(known) => {
            known.push(' ');
            known.push_str(&text);
        }
        None if !text.is_empty() => *place = Some(text),
        None => {}
    }
}

/// The first LOINC code.
pub(super) fn loinc(at: &At<'_>) -> Option<String> {
    let codes = at.all("code");
    let own = codes.iter().filter(|code| code.text("system") == Some(known::LOINC));
    own.filter_map(|code| code.text("code")).find(|code| known::is_loinc(code)).map(str::to_owned)
}

fn blank(entry: &Entry<'_>, kind: ItemType, within: Option<String>, report: &mut Report<'_>) -> Item {
    let coded = || entry.at.all("code").iter().find_map(|code| code.text("display")).map(str::to_owned);
    let text = match entry.at.text("text") {
        Some(text) => text.to_owned(),
        None => {
            let message = "The item has no text.";
            let mend = "Write the words of the official form into its `text`.";
            report.once(&codes::FHIR_CHANGED, &entry.at, message, mend);
            coded().unwrap_or_else(|| entry.link.clone())
        }
    };
    Item {
        id: entry.id.clone(),
        text,
        link_id: (entry.link != entry.id).then(|| entry.link.clone()),
        kind,
        help: None,
        within,
        repeats: None,
        min: None,
        max: None,
        step: None,
        low: None,
        high: None,
        unit: None,
        own: false,
        other: None,
        options: Vec::new(),
        required: entry.at.flag("required").filter(|_| !matches!(kind, ItemType::Group | ItemType::Info)),
        enabled_when: None,
        code: loinc(&entry.at),
        risk: None,
    }
}

fn repeats(entry: &Entry<'_>, report: &mut Report<'_>) -> Option<u16> {
    if !entry.at.is("repeats") {
        return None;
    }
    let least = entry.at.extension(&[known::MIN_OCCURS]).and_then(|at| at.integer());
    if least.is_some_and(|least| least > 1) {
        let message = "How often the group must be filled in is left out: once is enough.";
        report.once(&codes::FHIR_CHANGED, &entry.at, message, "");
    }
    let stated = entry.at.extension(&[known::MAX_OCCURS]).and_then(|at| at.integer());
    match stated {
        Some(1) => None,
        Some(most @ 2..=20) => u16::try_from(most).ok(),
        _ => {
            let message = "The group repeats without an end; here it can be filled in 20 times.";
            report.once(&codes::FHIR_CHANGED, &entry.at, message, "");
            Some(MOST_ENTRIES)
        }
    }
}

fn question(entry: &Entry<'_>, within: Option<String>, report: &mut Report<'_>) -> Vec<Item> {
    let at = &entry.at;
    let again = at.is("repeats");
    let mut changed = |message: &str| report.once(&codes::FHIR_CHANGED, at, message, "");
    let kind = match entry.kind {
        "boolean" => ItemType::YesNo,
        "integer" => ItemType::Integer,
        "decimal" | "quantity" => ItemType::Decimal,
        "date" => ItemType::Date,
        "dateTime" => {
            changed("A question for a day with a time is a question for a day here.");
            ItemType::Date
        }
        "time" => {
            changed("A question for a time of day is a question for a text here.");
            ItemType::Text
        }
        "choice" if again => ItemType::MultiChoice,
        "choice" => ItemType::Choice,
        "open-choice" if again => ItemType::MultiChoice,
        "open-choice" => ItemType::OpenChoice,
        _ => ItemType::Text,
    };
    if again && kind != ItemType::MultiChoice {
        changed("A question that can be answered several times takes one answer here.");
    }
    let bounded =
        |url: &str| at.extension(&[url]).and_then(|at| at.integer()).is_some_and(|number| number > 1);
    if again && (bounded(known::MIN_OCCURS) || bounded(known::MAX_OCCURS)) {
        changed("How many answers there must be is left out: any number can be chosen.");
    }
    if matches!(entry.kind, "decimal" | "quantity") {
        changed("Numbers have at most two decimal places here.");
    }
    let mut item = blank(entry, kind, within, report);
    if item.takes_a_number() {
        number(entry, &mut item, report);
    }
    if kind != ItemType::YesNo && item.takes_options() {
        item.options = entry.choices.iter().map(|choice| choice.option.clone()).collect();
        if kind != ItemType::MultiChoice && item.options.iter().any(|option| option.exclusive) {
            item.options.iter_mut().for_each(|option| option.exclusive = false);
        }
    }
    if matches!(kind, ItemType::Date | ItemType::Text)
        && let Some(bound) = at.extensions(&[known::MIN, known::MAX]).first()
    {
        let message = "The first or the last answer that is allowed is left out: any can be given.";
        report.once(&codes::FHIR_LEFT_OUT, bound, message, "");
    }
    let label = at.extension(&[known::OPEN_LABEL]).and_then(|at| at.node.text()).unwrap_or("Something else");
    if kind == ItemType::OpenChoice {
        item.other = Some(Other { label: label.to_owned(), score: None });
    }
    let mut items = vec![item];
    if entry.kind == "open-choice" && again {
        let message = "Several answers and one in own words are two questions here: the list, and a text.";
        report.once(&codes::FHIR_CHANGED, at, message, "");
        let mut own = items[0].clone();
        own.id.push_str("-other");
        own.text = label.to_owned();
        own.kind = ItemType::Text;
        own.link_id = None;
        own.code = None;
        own.required = Some(false);
        own.options.clear();
        items.push(own);
    }
    items
}

fn number(entry: &Entry<'_>, item: &mut Item, report: &mut Report<'_>) {
    let at = &entry.at;
    let mut bound = |url: &str| -> Option<Number> {
        let value = at.extension(&[url])?;
        let number = value.get("value").unwrap_or(value.clone()).number();
        if number.is_none() {
            let message = "This bound is not a number with at most two decimal places, and is left out.";
            report.once(&codes::FHIR_LEFT_OUT, &value, message, "");
        }
        number
    };
    item.min = bound(known::MIN);
    item.max = bound(known::MAX);
    item.step = bound(known::STEP);
    let unit = at.extension(&[known::UNIT]);
    let name = |at: &At<'_>| {
        at.text("display")
            .or_else(|| at.text("unit"))
            .or_else(|| at.text("code").map(known::unit))
            .map(str::to_owned)
    };
    item.unit = unit.as_ref().and_then(name);
    let several = at.extensions(&[known::UNIT_OPTION]);
    if let (None, [only]) = (&item.unit, several.as_slice()) {
        item.unit = only.value().and_then(|(_, value)| name(&value));
    } else if several.len() > 1 {
        let message = "The unit can be chosen in the file; here the number has none.";
        report.once(&codes::FHIR_CHANGED, &several[0], message, "Write the one `unit` that you mean.");
    }
    let slider = at.extension(&[known::CONTROL]).is_some_and(|control| {
        control.all("coding").iter().any(|coding| coding.text("code") == Some("slider"))
    });
    if slider && item.min.is_some() && item.max.is_some() {
        item.kind = ItemType::Scale;
        let control = |text: &str| at.extension(&[text]).and_then(|at| at.node.text().map(str::to_owned));
        item.low = control("http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-lowRangeLabel");
        item.high =
            control("http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-highRangeLabel");
    } else {
        if slider {
            let message = "The slider has no lowest or no highest point, so it is a field for a number.";
            let mend = "Write `type = \"scale\"` with `min`, `max`, `low` and `high`.";
            report.once(&codes::FHIR_CHANGED, at, message, mend);
        }
        item.step = None;
    }
}

/// A heading over nothing helps nobody.
fn drop_empty_groups(tree: &mut Tree<'_>) {
    for place in (0..tree.entries.len()).rev() {
        let is_group = tree.entries[place].items.first().is_some_and(|item| item.kind == ItemType::Group);
        if !is_group {
            continue;
        }
        let id = tree.entries[place].id.clone();
        let inside = |entry: &Entry<'_>| entry.items.iter().any(|item| item.within.as_deref() == Some(&*id));
        if !tree.entries.iter().skip(place + 1).any(inside) {
            tree.entries[place].items.clear();
        }
    }
}
