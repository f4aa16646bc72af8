//! The checks that a plan must pass before it is published.

use crate::prelude::*;

use super::{EntryKind, Plan, PlanTranslation, Section};
use crate::Problem;
use crate::check::{Report, compare};

/// Names and headings of plans that belong to others. Ours, and those that educators write with it, go by names
/// and headings of their own: the forms behind these may not be copied without leave of their holders.
const OF_OTHERS: &[(&str, &str)] = &[
    ("WRAP", MARK),
    ("wellness recovery action plan", MARK),
    ("wellness toolbox", HEADING_OF_WRAP),
    ("daily maintenance plan", HEADING_OF_WRAP),
    ("when things are breaking down", HEADING_OF_WRAP),
    ("post-crisis planning", HEADING_OF_WRAP),
    ("stanley-brown", FORM),
    ("stanley brown", FORM),
    ("internal coping strategies", HEADING_OF_FORM),
    ("people and social settings that provide distraction", HEADING_OF_FORM),
    ("people whom i can ask for help", HEADING_OF_FORM),
    ("making the environment safe", HEADING_OF_FORM),
];

const MARK: &str = "is a registered mark of Advocates for Human Potential";
const HEADING_OF_WRAP: &str = "is a heading of WRAP, a registered mark of Advocates for Human Potential";
const FORM: &str = "is the name of a safety plan that may not be changed or shown on screens without leave";
const HEADING_OF_FORM: &str =
    "is a heading of the Stanley-Brown Safety Plan, which may not be changed without leave";

/// All problems of a plan.
pub(crate) fn plan(plan: &Plan) -> Vec<Problem> {
    let mut report = Report::default();
    texts(plan, &mut report);
    if plan.sections.is_empty() {
        let mend = "Add `[[sections]]` with `id`, `title` and `prompt`.";
        report.add("FB0540", "/sections", "The plan has no sections.", mend);
    }
    let all = plan.sections.iter().enumerate();
    report
        .ids("section", all.clone().map(|(at, section)| (format!("/sections/{at}/id"), section.id.as_str())));
    for (at, section) in all {
        fitting(section, &format!("/sections/{at}"), &mut report);
    }
    for (key, ids) in [("crisis_view", &plan.crisis_view), ("card", &plan.card)] {
        order(plan, key, ids, &mut report);
    }
    if plan.crisis_view.is_empty() && !plan.sections.is_empty() {
        let message = "The view for a hard moment shows nothing.";
        let mend =
            "List in `crisis_view` the ids of the sections that help in a hard moment, the first one first.";
        report.add("FB0543", "/crisis_view", message, mend);
    }
    // A plan without a person on it goes with a worse year (doi:10.1176/appi.ps.202100699), so one that shows
    // crisis lines must at least ask for one.
    let asks = |section: &Section| section.entries == EntryKind::Contacts && section.nobody.is_some();
    if plan.crisis_lines && !plan.sections.iter().any(asks) {
        let message = "A plan with crisis lines has no section that asks for a person.";
        let mend = "Give a section `entries = \"contacts\"` and `[sections.nobody]` with `ask`, `answer` and `text`.";
        report.add("FB0544", "/sections", message, mend);
    }
    let questions = plan.review.iter().enumerate();
    report
        .ids("question", questions.map(|(at, question)| (format!("/review/{at}/id"), question.id.as_str())));
    report.done()
}

/// All problems of a translation: its own texts, and every part that differs from the original.
pub(crate) fn translation(translation: &PlanTranslation, original: &Plan) -> Vec<Problem> {
    let mut report = Report::default();
    texts(&translation.over(original), &mut report);
    compare::count("/before", "line", translation.before.len(), original.before.len(), &mut report);
    let own: Vec<String> = translation.sections.iter().map(|texts| texts.id.clone()).collect();
    let ids: Vec<String> = original.sections.iter().map(|section| section.id.clone()).collect();
    compare::parts(("/sections", "section", "id"), &own, &ids, &mut report);
    for (at, texts) in translation.sections.iter().enumerate() {
        let Some(section) = original.section(&texts.id) else { continue };
        let pointer = format!("/sections/{at}");
        for (key, original, own) in [
            ("help", section.help.is_some(), texts.help.is_some()),
            ("nobody", section.nobody.is_some(), texts.nobody.is_some()),
        ] {
            compare::present(&format!("{pointer}/{key}"), key, original, own, &mut report);
        }
        let pointer = format!("{pointer}/suggestions");
        compare::count(
            &pointer,
            "suggestion",
            texts.suggestions.len(),
            section.suggestions.len(),
            &mut report,
        );
        for (place, (own, original)) in texts.suggestions.iter().zip(&section.suggestions).enumerate() {
            for (key, original, own) in [
                ("how", original.how.is_some(), own.how.is_some()),
                ("caution", original.caution.is_some(), own.caution.is_some()),
            ] {
                compare::present(&format!("{pointer}/{place}/{key}"), key, original, own, &mut report);
            }
        }
    }
    let own: Vec<String> = translation.review.iter().map(|texts| texts.id.clone()).collect();
    let ids: Vec<String> = original.review.iter().map(|question| question.id.clone()).collect();
    compare::parts(("/review", "question", "id"), &own, &ids, &mut report);
    report.done()
}

/// Every text is there, says something new, and is nobody else's.
fn texts(plan: &Plan, report: &mut Report) {
    report.text("/title", "title", &plan.title);
    report.text("/summary", "summary", &plan.summary);
    report.text("/limits", "limits", &plan.limits);
    ours("/title", &plan.title, report);
    ours("/summary", &plan.summary, report);
    for (at, line) in plan.before.iter().enumerate() {
        report.text(format!("/before/{at}"), "before", line);
    }
    for (at, section) in plan.sections.iter().enumerate() {
        let pointer = format!("/sections/{at}");
        report.text(format!("{pointer}/title"), "title", &section.title);
        report.text(format!("{pointer}/prompt"), "prompt", &section.prompt);
        ours(&format!("{pointer}/title"), &section.title, report);
        if plan.sections[..at].iter().any(|earlier| same(&earlier.title, &section.title)) {
            let message = format!("Two sections have the heading \"{}\".", section.title);
            report.add("FB0501", format!("{pointer}/title"), message, "Give one section another heading.");
        }
        if let Some(help) = &section.help {
            report.text(format!("{pointer}/help"), "help", help);
        }
        if let Some(nobody) = &section.nobody {
            for (key, text) in [("ask", &nobody.ask), ("answer", &nobody.answer), ("text", &nobody.text)] {
                report.text(format!("{pointer}/nobody/{key}"), key, text);
            }
        }
        for (place, suggestion) in section.suggestions.iter().enumerate() {
            let pointer = format!("{pointer}/suggestions/{place}");
            report.text(format!("{pointer}/text"), "text", &suggestion.text);
            for (key, text) in [("how", &suggestion.how), ("caution", &suggestion.caution)] {
                if let Some(text) = text {
                    report.text(format!("{pointer}/{key}"), key, text);
                }
            }
            if section.suggestions[..place].iter().any(|earlier| same(&earlier.text, &suggestion.text)) {
                let message = format!("The suggestion \"{}\" stands here twice.", suggestion.text);
                report.add("FB0541", format!("{pointer}/text"), message, "Remove one of the two.");
            }
        }
    }
    for (at, question) in plan.review.iter().enumerate() {
        report.text(format!("/review/{at}/text"), "text", &question.text);
    }
}

fn same(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}

fn ours(pointer: &str, text: &str, report: &mut Report) {
    let is_letter = |c: char| c.is_alphanumeric();
    for (name, why) in OF_OTHERS {
        // To wrap something is nobody's mark; its capitals are.
        let words = if name.contains(char::is_uppercase) { text.to_owned() } else { text.to_lowercase() };
        let is_whole = |start: usize, end: usize| {
            !words[..start].chars().next_back().is_some_and(is_letter)
                && !words[end..].chars().next().is_some_and(is_letter)
        };
        let found = words.match_indices(name).any(|(start, found)| is_whole(start, start + found.len()));
        if found {
            let message = format!("\"{name}\" {why}.");
            let mend = "Use a name and headings of your own. You may link to the other plan in a text.";
            report.add("FB0542", pointer, message, mend);
            return;
        }
    }
}

/// Keys that make sense for some kinds of entries alone.
fn fitting(section: &Section, pointer: &str, report: &mut Report) {
    if section.nobody.is_some() && section.entries != EntryKind::Contacts {
        let message = format!("`nobody` does not fit a section of {}.", section.entries.word());
        let mend = "Write `entries = \"contacts\"`, or remove `[sections.nobody]`.";
        report.add("FB0545", format!("{pointer}/nobody"), message, mend);
    }
    if section.entries == EntryKind::Dates && !section.suggestions.is_empty() {
        let message = "A section of dates cannot have suggestions.";
        report.add("FB0545", format!("{pointer}/suggestions"), message, "Remove `suggestions`.");
    }
}

/// A list of sections by their ids: each exists, none twice.
fn order(plan: &Plan, key: &str, ids: &[String], report: &mut Report) {
    for (at, id) in ids.iter().enumerate() {
        let pointer = format!("/{key}/{at}");
        if plan.section(id).is_none() {
            let known: Vec<&str> = plan.sections.iter().map(|section| section.id.as_str()).collect();
            let message = format!("`{key}` names the section `{id}`, which does not exist.");
            report.add("FB0502", pointer, message, format!("Write one of {}.", known.join(", ")));
        } else if ids[..at].contains(id) {
            let message = format!("`{key}` names the section `{id}` twice.");
            report.add("FB0501", pointer, message, "Name it once.");
        }
    }
}
