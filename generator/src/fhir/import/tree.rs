//! The items of the file as they stand there, flat, each with its parent: what totals and conditions refer to.

use std::collections::{BTreeMap, BTreeSet};

use footbridge_model::Item;

use super::head;
use super::lists::Lists;
use super::options::{self, Choice};
use crate::authored::Kind;
use crate::fhir::known;
use crate::fhir::node::At;
use crate::fhir::path::meaning::is_path;
use crate::fhir::report::Report;
use crate::findings::codes;

/// More items than this on one page are surely not meant.
const MOST_ITEMS: usize = 1000;

/// More answers to all questions together than this.
const MOST_ANSWERS: usize = 10_000;

/// One item of the file.
#[derive(Debug)]
pub(in crate::fhir) struct Entry<'a> {
    /// Its name in the file.
    pub(in crate::fhir) link: String,
    /// Its name in the definition.
    pub(in crate::fhir) id: String,
    pub(in crate::fhir) parent: Option<usize>,
    pub(in crate::fhir) at: At<'a>,
    /// The type as R4 calls it.
    pub(in crate::fhir) kind: &'a str,
    /// Whether it can have more than one answer, or stands in a group that repeats.
    pub(in crate::fhir) several: bool,
    /// Whether it, or something around it, is shown on conditions only.
    pub(in crate::fhir) conditional: bool,
    /// Whether it is never shown to readers.
    pub(in crate::fhir) hidden: bool,
    /// The expression that computes it.
    pub(in crate::fhir) calculation: Option<At<'a>>,
    /// Whether several expressions compute it, each in its own way.
    pub(in crate::fhir) two_totals: bool,
    /// What it is the sum of, where its code says so instead of an expression.
    pub(in crate::fhir) sum_of: Vec<usize>,
    /// Its answers.
    pub(in crate::fhir) choices: Vec<Choice>,
    /// Whether the answers stand at the item itself.
    pub(in crate::fhir) inline: bool,
    /// The role of a text that belongs to the question around it: `help`, `unit`, `lower` or `upper`.
    pub(in crate::fhir) role: Option<&'static str>,
    /// The groups and questions that it became.
    pub(in crate::fhir) items: Vec<Item>,
    /// How it is called as a group by its children, if it became one.
    pub(in crate::fhir) group: Option<String>,
}

/// All items.
#[derive(Debug)]
pub(in crate::fhir) struct Tree<'a> {
    pub(in crate::fhir) entries: Vec<Entry<'a>>,
    pub(in crate::fhir) by_link: BTreeMap<String, usize>,
    /// How many answers all questions offer together.
    answers: usize,
    /// Whether the file is of STU3, where conditions are joined by "any".
    pub(in crate::fhir) old: bool,
}

impl<'a> Tree<'a> {
    /// Reads all items; nothing if there are too many.
    pub(super) fn of(root: &At<'a>, lists: &Lists<'a>, report: &mut Report<'_>) -> Option<Tree<'a>> {
        lists_only(root, report);
        let mut tree = Tree { entries: Vec::new(), by_link: BTreeMap::new(), answers: 0, old: false };
        tree.walk(root, None, lists, report)?;
        if tree.entries.is_empty() {
            report.add(
                &codes::FHIR_RESOURCE,
                root,
                "It has no items.",
                "Choose a Questionnaire with questions.",
            );
            return None;
        }
        Some(tree)
    }

    fn walk(
        &mut self,
        above: &At<'a>,
        parent: Option<usize>,
        lists: &Lists<'a>,
        report: &mut Report<'_>,
    ) -> Option<()> {
        for at in above.all("item") {
            if self.entries.len() >= MOST_ITEMS {
                let message = format!("There are more than {MOST_ITEMS} items.");
                report.add(&codes::FHIR_TOO_MUCH, &at, message, "Split the questionnaire.");
                return None;
            }
            head::modifiers(&at, report);
            lists_only(&at, report);
            let Some(link) = at.text("linkId") else {
                let message = "The item has no linkId, so nothing can refer to it.";
                report.add(&codes::FHIR_ELEMENT, &at, message, "Give every item a `linkId` of its own.");
                continue;
            };
            let place = self.entries.len();
            if let Some(first) = self.by_link.insert(link.to_owned(), place) {
                let other = self.entries.get(first).map(|entry| entry.at.path.clone()).unwrap_or_default();
                let message = format!("The linkId `{link}` is also that of {other}.");
                report.add(&codes::FHIR_SAME_LINK_ID, &at, message, "Give each item a `linkId` of its own.");
            }
            let entry = self.entry(&at, link, parent, lists, report);
            self.old |= at.get("option").is_some()
                || at.get("options").is_some()
                || at.all("enableWhen").iter().any(|when| when.get("operator").is_none());
            self.answers += entry.choices.len();
            self.entries.push(entry);
            if self.answers > MOST_ANSWERS {
                let message = format!("All questions together have more than {MOST_ANSWERS} answers.");
                report.add(&codes::FHIR_TOO_MUCH, &at, message, "Split the questionnaire.");
                return None;
            }
            self.walk(&at, Some(place), lists, report)?;
        }
        Some(())
    }

    fn entry(
        &self,
        at: &At<'a>,
        link: &str,
        parent: Option<usize>,
        lists: &Lists<'a>,
        report: &mut Report<'_>,
    ) -> Entry<'a> {
        let kind = kind(at, report);
        let above = parent.and_then(|parent| self.entries.get(parent));
        let (choices, inline) = match kind {
            "choice" | "open-choice" => options::of(at, lists, report),
            _ if at.get("answerOption").is_some() || at.get("answerValueSet").is_some() => {
                let message = format!("The answers are limited to a list, which a {kind} cannot be here.");
                report.once(
                    &codes::FHIR_CHANGED,
                    at,
                    message,
                    "Any answer of the type is taken; write `type = \"choice\"` and `options` for the list.",
                );
                (Vec::new(), false)
            }
            _ => (Vec::new(), false),
        };
        // One that can be read goes before the same in another language.
        let stated = at.extensions(known::CALCULATIONS);
        let reads = |at: &&At<'a>| at.value().is_some_and(|(_, value)| is_path(&value));
        let calculation = stated.iter().find(reads).or(stated.first()).cloned().filter(|found| {
            // What is no number is no total; readers can answer it themselves.
            let stays = !at.is("readOnly") && !matches!(kind, "integer" | "decimal" | "quantity");
            if stays {
                let message = "The file fills in this answer by an expression; here readers give it.";
                report.once(&codes::FHIR_CHANGED, found, message, "");
            }
            !stays
        });
        let expressions = stated.iter().filter(reads).filter_map(|at| at.value()?.1.text("expression"));
        Entry {
            two_totals: expressions.collect::<BTreeSet<_>>().len() > 1,
            link: link.to_owned(),
            id: String::new(),
            parent,
            at: at.clone(),
            kind,
            several: at.is("repeats") || above.is_some_and(|above| above.several),
            conditional: at.get("enableWhen").is_some() || above.is_some_and(|above| above.conditional),
            hidden: hidden(at) || above.is_some_and(|above| above.hidden),
            calculation,
            sum_of: Vec::new(),
            choices,
            inline,
            role: role(at).filter(|_| {
                // A text with conditions of its own comes and goes, so it is no part of the question.
                let stays = at.get("enableWhen").is_none() && !hidden(at);
                kind == "display" && stays && above.is_some_and(|above| above.kind != "group")
            }),
            items: Vec::new(),
            group: None,
        }
    }

    /// The items right below an item, or those at the top.
    pub(in crate::fhir) fn children(&self, parent: Option<usize>) -> Vec<usize> {
        let all = self.entries.iter().enumerate();
        all.filter(|(_, entry)| entry.parent == parent).map(|(place, _)| place).collect()
    }
}

/// Refuses one value where FHIR has a list: nothing of it would be read.
fn lists_only(at: &At<'_>, report: &mut Report<'_>) {
    const LISTS: &[&str] = &[
        "item",
        "enableWhen",
        "answerOption",
        "option",
        "code",
        "extension",
        "modifierExtension",
        "contained",
    ];
    for found in LISTS.iter().filter_map(|key| at.get(key)) {
        if !matches!(found.node.kind, Kind::List(_)) {
            let key = found.path.rsplit('.').next().unwrap_or_default();
            let message = format!("`{key}` is not a list.");
            let mend = format!("Write `\"{key}\": [ … ]`, also around a single one.");
            report.add(&codes::FHIR_ELEMENT, &found, message, mend);
        }
    }
}

fn hidden(at: &At<'_>) -> bool {
    let flag = at.extension(&[known::HIDDEN]);
    let usage = at.extension(&[known::USAGE]);
    flag.is_some_and(|flag| matches!(flag.node.kind, Kind::Bool(true)))
        // Shown only where answers are looked at afterwards.
        || usage.is_some_and(|usage| matches!(usage.node.text(), Some("display" | "display-non-empty")))
}

/// The role of a text in a question.
fn role(at: &At<'_>) -> Option<&'static str> {
    let marked = at.extension(&[known::CONTROL]).or_else(|| at.extension(&[known::CATEGORY]))?;
    let code = marked.all("coding").iter().find_map(|coding| coding.text("code"))?;
    ["help", "unit", "lower", "upper"].into_iter().find(|role| *role == code).or(match code {
        "instructions" | "flyover" => Some("help"),
        _ => None,
    })
}

/// The type by its name in R4; R5 and STU3 have a few others.
fn kind<'a>(at: &At<'a>, report: &mut Report<'_>) -> &'a str {
    let Some(kind) = at.text("type") else {
        let message = "The item has no type.";
        report.add(&codes::FHIR_ELEMENT, at, message, "Add `type`, for example \"choice\".");
        return "display";
    };
    match kind {
        "coding" => match at.text("answerConstraint") {
            Some("optionsOrString" | "optionsOrType") => "open-choice",
            _ => "choice",
        },
        "group" | "display" | "boolean" | "decimal" | "integer" | "date" | "dateTime" | "time" | "string"
        | "text" | "url" | "choice" | "open-choice" | "attachment" | "reference" | "quantity" => kind,
        other => {
            let message = format!("`{other}` is not a type of item that is understood.");
            report.add(&codes::FHIR_ELEMENT, at, message, "Use one of the types of FHIR R4.");
            "display"
        }
    }
}

/// What can stand above the items, in R4, R5 and STU3.
const ROOT: &[&str] = &[
    "resourceType",
    "id",
    "meta",
    "implicitRules",
    "language",
    "text",
    "contained",
    "extension",
    "modifierExtension",
    "url",
    "identifier",
    "version",
    "versionAlgorithmString",
    "versionAlgorithmCoding",
    "name",
    "title",
    "derivedFrom",
    "status",
    "experimental",
    "subjectType",
    "date",
    "publisher",
    "contact",
    "description",
    "useContext",
    "jurisdiction",
    "purpose",
    "copyright",
    "copyrightLabel",
    "approvalDate",
    "lastReviewDate",
    "effectivePeriod",
    "code",
    "item",
];

/// Names every element and extension that means nothing here.
pub(super) fn unknown_elements(root: &At<'_>, tree: &Tree<'_>, report: &mut Report<'_>) {
    extensions(root, report);
    beside(root, "title", report);
    for key in root.keys().into_iter().filter(|key| !ROOT.contains(&key.trim_start_matches('_'))) {
        if let Some(found) = root.get(key) {
            let message = format!("The element `{key}` is not understood and is left out.");
            report.once(&codes::FHIR_LEFT_OUT, &found, message, "");
        }
    }
    for entry in &tree.entries {
        let at = &entry.at;
        extensions(at, report);
        beside(at, "text", report);
        option_elements(at, report);
        for key in at.keys() {
            let left = match key {
                "initial" | "initialCoding" => {
                    "An answer that is filled in beforehand is left out: the reader starts with an empty form."
                }
                "prefix" => {
                    "The number or letter before the text is left out: the page numbers its questions."
                }
                "maxLength" => "The largest length of a text is left out.",
                "definition" => "The definition elsewhere is never fetched.",
                "disabledDisplay" => "How a disabled item looks is left out: it is not shown.",
                "linkId" | "text" | "_text" | "_prefix" | "type" | "required" | "repeats" | "readOnly"
                | "code" | "item" | "enableWhen" | "enableBehavior" | "answerOption" | "answerValueSet"
                | "option" | "options" | "extension" | "modifierExtension" | "id" | "answerConstraint"
                | "_answerValueSet" | "_linkId" => continue,
                key if key.starts_with("initial") => {
                    "An answer that is filled in beforehand is left out: the reader starts with an empty form."
                }
                other => {
                    let message = format!("The element `{other}` is not understood and is left out.");
                    report.once(&codes::FHIR_LEFT_OUT, at, message, "");
                    continue;
                }
            };
            if let Some(found) = at.get(key) {
                report.once(&codes::FHIR_LEFT_OUT, &found, left, "");
            }
        }
        for key in ["required", "repeats", "readOnly"] {
            if let Some(found) = at.get(key).filter(|found| !matches!(found.node.kind, Kind::Bool(_))) {
                let message = format!("`{key}` must be true or false without quotation marks.");
                report.once(&codes::FHIR_CHANGED, &found, message, "Read as it was surely meant.");
            }
        }
        let foreign = |code: &At<'_>| code.text("system").is_some_and(|system| system != known::LOINC);
        if let Some(code) = at.all("code").iter().find(|code| foreign(code)) {
            let message = "Codes of other systems than LOINC are left out.";
            report.once(&codes::FHIR_LEFT_OUT, code, message, "");
        }
    }
}

/// The extensions of a text, which stand beside it.
fn beside(at: &At<'_>, key: &str, report: &mut Report<'_>) {
    if let Some(beside) = at.get(&format!("_{key}")) {
        extensions(&beside, report);
    }
}

/// The same for the answers that stand at a question.
fn option_elements(at: &At<'_>, report: &mut Report<'_>) {
    for option in at.all("answerOption").iter().chain(&at.all("option")) {
        extensions(option, report);
        if let Some((_, value)) = option.value() {
            extensions(&value, report);
        }
        for key in option.keys() {
            let known = key.starts_with("value") || key.starts_with("_value");
            if known || matches!(key, "extension" | "modifierExtension" | "id") {
                continue;
            }
            let message = match key {
                "initialSelected" => {
                    "An answer that is chosen beforehand is left out: the reader starts with an empty form."
                        .to_owned()
                }
                other => format!("The element `{other}` is not understood and is left out."),
            };
            if let Some(found) = option.get(key) {
                report.once(&codes::FHIR_LEFT_OUT, &found, message, "");
            }
        }
    }
}

fn extensions(at: &At<'_>, report: &mut Report<'_>) {
    for extension in at.all("extension") {
        let url = extension.text("url").unwrap_or_default();
        let no = |at: &At<'_>| matches!(at.node.kind, Kind::Bool(false));
        if known::DECIDING.iter().any(|name| url.ends_with(name))
            && !extension.value().is_some_and(|(_, value)| no(&value))
        {
            let name = url.rsplit('/').next().unwrap_or(url);
            let message = format!(
                "The extension {name} decides what is asked, and cannot be carried out here.{}",
                expression(&extension)
            );
            report.add(
                &codes::FHIR_CONDITION,
                &extension,
                message,
                "Write it with `enableWhen` and `answerOption`.",
            );
        } else if url == known::CQF_EXPRESSION && at.get("linkId").is_some() {
            // A calculation, which was told with its item.
        } else if !known::QUIET.iter().any(|name| url.ends_with(name)) {
            report.once(&codes::FHIR_LEFT_OUT, &extension, format!("The extension {url} is left out."), "");
        }
    }
}

/// The expression of an extension, for a message.
fn expression(extension: &At<'_>) -> String {
    let text = extension.value().and_then(|(_, value)| value.text("expression"));
    text.map(|text| format!(" It reads: {}", crate::fhir::path::shortened(text))).unwrap_or_default()
}
