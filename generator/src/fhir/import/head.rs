//! The resource in the file, and what stands above its items: title, source and rights.

use footbridge_model::{Questionnaire, Source};

use crate::fhir::node::At;
use crate::fhir::report::Report;
use crate::findings::codes;

/// What a definition says where the file says nothing: true of every questionnaire.
pub(super) const LIMITS: &str = "This questionnaire is **not a diagnosis**. Only a trained person who talks with you can tell what your answers mean.";
/// The same for the time that the questions ask about.
pub(super) const TIMEFRAME: &str = "As each question says";
/// Nobody has compared the wording yet.
pub(super) const UNCOMPARED: &str =
    "Imported from a FHIR Questionnaire; nobody has compared it with the official form yet";

/// The one Questionnaire of the file, and the resources beside it.
pub(super) fn find<'a>(file: &At<'a>, report: &mut Report<'_>) -> Option<(At<'a>, Vec<At<'a>>)> {
    let kind = file.text("resourceType").unwrap_or_default();
    let named = At { node: file.node, path: if kind.is_empty() { "the file" } else { kind }.to_owned() };
    match kind {
        "Questionnaire" => Some((named, Vec::new())),
        "Bundle" => {
            let resources: Vec<At<'a>> =
                named.all("entry").iter().filter_map(|entry| entry.get("resource")).collect();
            let is = |at: &&At<'a>| at.text("resourceType") == Some("Questionnaire");
            let found: Vec<&At<'a>> = resources.iter().filter(is).collect();
            match found.as_slice() {
                [one] => {
                    let one = At { node: one.node, path: "Questionnaire".to_owned() };
                    Some((one, resources))
                }
                found => {
                    let message = format!("The Bundle holds {} Questionnaires; one is needed.", found.len());
                    report.add(
                        &codes::FHIR_RESOURCE,
                        &named,
                        message,
                        "Save the one that you want in a file of its own.",
                    );
                    None
                }
            }
        }
        "" => {
            let message = "There is no `resourceType`, so this is not a FHIR resource.";
            report.add(&codes::FHIR_RESOURCE, &named, message, "Choose a file that holds a Questionnaire.");
            None
        }
        other => {
            let message = format!("This is a {other}, not a Questionnaire.");
            report.add(&codes::FHIR_RESOURCE, &named, message, "Choose a file that holds a Questionnaire.");
            None
        }
    }
}

/// What forbids understanding the rest.
pub(super) fn check(root: &At<'_>, report: &mut Report<'_>) {
    if let Some(group) = root.get("group") {
        let message = "This is a Questionnaire of FHIR DSTU2, which is not understood.";
        report.add(&codes::FHIR_RESOURCE, &group, message, "Convert it to R4 first.");
    }
    if let Some(rules) = root.get("implicitRules") {
        let message = "The file can be understood only with rules that are written elsewhere.";
        report.add(
            &codes::FHIR_MODIFIER,
            &rules,
            message,
            "Ask its author for a file without `implicitRules`.",
        );
    }
    modifiers(root, report);
    for (key, what) in [
        ("derivedFrom", "Another questionnaire is named as the origin; it is never fetched."),
        ("effectivePeriod", "A period of use is stated; a tool has none."),
        ("useContext", "A context of use is stated; a tool has none."),
    ] {
        if let Some(at) = root.get(key) {
            report.once(&codes::FHIR_LEFT_OUT, &at, what, "");
        }
    }
    if let Some(language) = root.text("language").filter(|language| !language.starts_with("en"))
        && let Some(at) = root.get("language")
    {
        let message = format!(
            "The texts are in `{language}`; a definition is always in the first language of its site."
        );
        let mend = "Is that another one? Then put the official texts in that language here, and these into a file of texts.";
        report.add(&codes::FHIR_CHANGED, &at, message, mend);
    }
    if root.text("status") == Some("retired")
        && let Some(at) = root.get("status")
    {
        let message = "The questionnaire is marked as retired by its publisher.";
        report.add(&codes::FHIR_CHANGED, &at, message, "Look for the version that replaced it.");
    }
}

/// Refuses an element with a modifier extension.
pub(super) fn modifiers(at: &At<'_>, report: &mut Report<'_>) {
    for extension in at.all("modifierExtension") {
        let url = extension.text("url").unwrap_or("without an address");
        let message = format!("The modifier extension {url} is not understood.");
        report.add(&codes::FHIR_MODIFIER, &extension, message, "Ask its author for a file without it.");
    }
}

/// A definition without items yet.
pub(super) fn questionnaire(root: &At<'_>, report: &mut Report<'_>, today: &str) -> Questionnaire {
    let title = root.text("title").or_else(|| root.text("name")).unwrap_or("Untitled questionnaire");
    let description = root.text("description").unwrap_or(title);
    let mut paragraphs = description.split("\n\n");
    Questionnaire {
        title: title.to_owned(),
        summary: paragraphs.next().unwrap_or(title).trim().to_owned(),
        minutes: 1,
        audience: Vec::new(),
        limits: LIMITS.to_owned(),
        accuracy: None,
        rights: None,
        bring: Vec::new(),
        timeframe: TIMEFRAME.to_owned(),
        stem: None,
        source: source(root, report, title, today),
        options: Vec::new(),
        items: Vec::new(),
        scores: Vec::new(),
        risks: Vec::new(),
        responses: Vec::new(),
    }
}

fn source(root: &At<'_>, report: &mut Report<'_>, title: &str, today: &str) -> Source {
    let copyright = root.text("copyright").or_else(|| root.text("copyrightLabel"));
    let (permission, credit) = match copyright.map(|text| text.split_once("\n\n").unwrap_or((text, ""))) {
        Some((permission, credit)) => (permission.trim().to_owned(), credit.trim().to_owned()),
        None => {
            let message = "The file does not say who holds the rights and what may be done with it.";
            let mend = "Read the holder's terms and fill in `permission` and `holder` under `[source]`; the build refuses the tool until then.";
            report.add(&codes::FHIR_RIGHTS, root, message, mend);
            (String::new(), String::new())
        }
    };
    let publisher = root.text("publisher");
    let version = root.text("version");
    let mut citation = title.trim_end_matches('.').to_owned();
    let ends = |text: &str| text.ends_with(['?', '!']);
    for (before, part) in [("", publisher), ("Version ", version), ("", root.text("url"))] {
        if let Some(part) = part {
            citation.push_str(if ends(&citation) { " " } else { ". " });
            citation.push_str(before);
            citation.push_str(part.trim_end_matches('.'));
        }
    }
    if !ends(&citation) {
        citation.push('.');
    }
    Source {
        citation: root
            .text("purpose")
            .and_then(|text| text.strip_prefix("Citation: "))
            .map_or(citation, str::to_owned),
        holder: publisher.filter(|_| copyright.is_some()).unwrap_or_default().to_owned(),
        permission,
        url: contact(root)
            .or_else(|| root.text("url"))
            .filter(|url| url.starts_with("http"))
            .map(str::to_owned),
        credit: Some(credit).filter(|credit| !credit.is_empty()),
        code: super::items::loinc(root),
        checked: today.to_owned(),
        wording_checked_by: UNCOMPARED.to_owned(),
        ..Source::default()
    }
}

/// The publisher's own page.
fn contact<'a>(root: &At<'a>) -> Option<&'a str> {
    let ways = root.all("contact").into_iter().flat_map(|contact| contact.all("telecom"));
    ways.filter(|way| way.text("system") == Some("url")).find_map(|way| way.text("value"))
}
