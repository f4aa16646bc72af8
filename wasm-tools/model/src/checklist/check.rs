//! A checklist: its bank is whole, its levels can be met and grow, and its red signs bring up help.

use crate::prelude::*;
use alloc::collections::BTreeMap;

use super::{Checklist, ChecklistTexts, Colour, Level, LevelRule, Sign};
use crate::check::{Report, compare};
use crate::{Problem, ResponseKind};

/// Words that would turn a level into a verdict, at the beginning of a word.
const VERDICTS: &[&str] = &["relaps", "recaíd", "recaid"];

/// All problems of a checklist.
pub(crate) fn checklist(list: &Checklist) -> Vec<Problem> {
    let mut all = Report::default();
    let report = &mut all;
    scale(list, report);
    report.ids("part of life", each("domains", list.domains.iter().map(|domain| domain.id.as_str())));
    report.ids("group", each("groups", list.groups.iter().map(|group| group.id.as_str())));
    report.ids("response", each("responses", list.responses.iter().map(|response| response.id.as_str())));
    let signs = each("signs", list.signs.iter().map(|sign| sign.id.as_str()));
    report.ids("sign", signs.chain(each("red", list.red.iter().map(|red| red.id.as_str()))));
    words(list, report);
    bank(list, report);
    red(list, report);
    levels(list, report);
    all.done()
}

/// All problems of a translation: its own texts, and every part that differs from the original.
pub(crate) fn texts(texts: &ChecklistTexts, original: &Checklist) -> Vec<Problem> {
    let mut all = Report::default();
    let report = &mut all;
    words(&texts.over(original), report);
    let mut same = |list: &str, what: &str, key: &str, own: Vec<String>, ids: Vec<String>| {
        compare::parts((&format!("/{list}"), what, key), &own, &ids, report);
    };
    macro_rules! compare_ids {
        ($list:ident, $what:literal, $key:literal, $one:ident => $id:expr) => {
            same(
                stringify!($list),
                $what,
                $key,
                texts.$list.iter().map(|$one| $id).collect(),
                original.$list.iter().map(|$one| $id).collect(),
            );
        };
    }
    compare_ids!(scale, "point of the scale", "value", one => one.value.to_string());
    compare_ids!(domains, "part of life", "id", one => one.id.clone());
    compare_ids!(groups, "group", "id", one => one.id.clone());
    compare_ids!(signs, "sign", "id", one => one.id.clone());
    compare_ids!(red, "sign", "id", one => one.id.clone());
    compare_ids!(levels, "level", "colour", one => one.colour.id().to_owned());
    compare_ids!(responses, "response", "id", one => one.id.clone());
    for (index, group) in texts.groups.iter().enumerate() {
        let Some(original) = original.groups.iter().find(|known| known.id == group.id) else { continue };
        let pointer = format!("/groups/{index}/note");
        compare::present(&pointer, "note", original.note.is_some(), group.note.is_some(), report);
    }
    for (name, own, lines) in
        [("talking", &texts.talking, &original.talking), ("sharing", &texts.sharing, &original.sharing)]
    {
        compare::count(&format!("/{name}"), "line", own.len(), lines.len(), report);
    }
    all.done()
}

fn each<'a>(
    list: &'a str,
    ids: impl Iterator<Item = &'a str> + 'a,
) -> impl Iterator<Item = (String, &'a str)> + 'a {
    ids.enumerate().map(move |(index, id)| (format!("/{list}/{index}/id"), id))
}

/// Texts that may not be empty, and levels that are no verdicts.
fn words(list: &Checklist, report: &mut Report) {
    for (name, text) in [
        ("title", &list.title),
        ("summary", &list.summary),
        ("limits", &list.limits),
        ("honest", &list.honest),
        ("frequency", &list.frequency),
    ] {
        report.text(format!("/{name}"), name, text);
    }
    let mut text = |list: &str, index: usize, name: &str, text: &str| {
        report.text(format!("/{list}/{index}/{name}"), name, text);
    };
    for (index, point) in list.scale.iter().enumerate() {
        text("scale", index, "label", &point.label);
    }
    for (index, domain) in list.domains.iter().enumerate() {
        text("domains", index, "title", &domain.title);
    }
    for (index, group) in list.groups.iter().enumerate() {
        text("groups", index, "title", &group.title);
    }
    for (index, sign) in list.signs.iter().enumerate() {
        text("signs", index, "mine", &sign.mine);
        text("signs", index, "seen", &sign.seen);
    }
    for (index, red) in list.red.iter().enumerate() {
        text("red", index, "mine", &red.mine);
        text("red", index, "seen", &red.seen);
    }
    for (index, level) in list.levels.iter().enumerate() {
        text("levels", index, "label", &level.label);
        text("levels", index, "meaning", &level.meaning);
    }
    for (index, response) in list.responses.iter().enumerate() {
        text("responses", index, "title", &response.title);
        text("responses", index, "text", &response.text);
    }
    verdicts(&list.levels, report);
}

/// FR-4: a level names what has changed. It never says what is to come.
fn verdicts(levels: &[Level], report: &mut Report) {
    for (index, level) in levels.iter().enumerate() {
        let all = [("label", level.label.as_str()), ("meaning", &level.meaning)].into_iter();
        for (name, text) in all {
            if VERDICTS.iter().any(|word| text.to_lowercase().contains(word)) {
                let message = "The level speaks of a relapse, which no list of signs can see coming.";
                let mend = "Say what has changed and what was agreed. How far signs can be trusted belongs in `honest`.";
                report.add("FB0567", format!("/levels/{index}/{name}"), message, mend);
            }
        }
    }
}

fn scale(list: &Checklist, report: &mut Report) {
    let rises = list.scale.iter().enumerate().all(|(place, point)| usize::from(point.value) == place);
    if !rises || !(2..=7).contains(&list.scale.len()) {
        let message = "The scale must have 2 to 7 points, from 0 upwards one by one.";
        let mend = "Write `value = 0` for the first point, `value = 1` for the next, and so on.";
        report.add("FB0560", "/scale", message, mend);
    }
}

fn bank(list: &Checklist, report: &mut Report) {
    for (index, sign) in list.signs.iter().enumerate() {
        let named = [
            ("group", &sign.group, list.groups.iter().map(|group| &group.id).collect::<Vec<_>>()),
            ("domain", &sign.domain, list.domains.iter().map(|domain| &domain.id).collect()),
        ];
        for (key, id, all) in named {
            if !all.contains(&id) {
                leads_nowhere(&format!("/signs/{index}/{key}"), key, id, &all, report);
            }
        }
        if let Some(response) = &sign.response {
            response_of(list, &format!("/signs/{index}/response"), response, report);
        }
    }
    for (index, group) in list.groups.iter().enumerate() {
        if !list.signs.iter().any(|sign| sign.group == group.id) {
            let message = format!("The group `{}` has no signs.", group.id);
            let mend = format!("Write `group = \"{}\"` at a sign, or remove the group.", group.id);
            report.add("FB0564", format!("/groups/{index}"), message, mend);
        }
    }
    for (index, domain) in list.domains.iter().enumerate() {
        if !list.signs.iter().any(|sign| sign.domain == domain.id) {
            let message = format!("The part of life `{}` has no signs.", domain.id);
            let mend = format!("Write `domain = \"{}\"` at a sign, or remove it.", domain.id);
            report.add("FB0564", format!("/domains/{index}"), message, mend);
        }
    }
    same_words(list, "mine", |sign| &sign.mine, report);
    same_words(list, "seen", |sign| &sign.seen, report);
}

fn same_words(list: &Checklist, key: &str, words: impl Fn(&Sign) -> &String, report: &mut Report) {
    let mut first: BTreeMap<String, &str> = BTreeMap::new();
    for (index, sign) in list.signs.iter().enumerate() {
        let plain = words(sign).trim().to_lowercase();
        if let Some(other) = first.get(&plain) {
            let message = format!("The signs `{other}` and `{}` have the same words.", sign.id);
            let mend = "Remove one of them, or say how they differ.";
            report.add("FB0565", format!("/signs/{index}/{key}"), message, mend);
        } else if !plain.is_empty() {
            first.insert(plain, &sign.id);
        }
    }
}

fn red(list: &Checklist, report: &mut Report) {
    if list.red.is_empty() {
        let message = "The checklist has no sign that cannot wait.";
        let mend =
            "Add `[[red]]`: at least talk or plans of suicide, with a `response` of the kind `crisis`.";
        report.add("FB0566", "", message, mend);
    }
    for (index, red) in list.red.iter().enumerate() {
        response_of(list, &format!("/red/{index}/response"), &red.response, report);
    }
}

/// A response that exists and has the lines to call in it.
fn response_of(list: &Checklist, pointer: &str, id: &String, report: &mut Report) {
    match list.responses.iter().find(|response| response.id == *id) {
        None => {
            let all: Vec<&String> = list.responses.iter().map(|response| &response.id).collect();
            leads_nowhere(pointer, "response", id, &all, report);
        }
        Some(response) if response.kind == ResponseKind::Gentle => {
            let message = format!("The response `{id}` has no lines to call in it.");
            let mend = "Leave `kind` out of the response, or write `kind = \"crisis\"`.";
            report.add("FB0566", pointer, message, mend);
        }
        Some(_) => {}
    }
}

fn leads_nowhere(pointer: &str, key: &str, id: &str, all: &[&String], report: &mut Report) {
    let message = format!("`{key} = \"{id}\"` leads nowhere.");
    let names: Vec<&str> = all.iter().map(|id| id.as_str()).collect();
    let mend = match names.is_empty() {
        true => format!("Define it: there is no {key} yet."),
        false => format!("Those defined are {}.", names.join(", ")),
    };
    report.add("FB0502", pointer, message, mend);
}

fn levels(list: &Checklist, report: &mut Report) {
    let colours: Vec<Colour> = list.levels.iter().map(|level| level.colour).collect();
    if colours != Colour::ALL {
        let message = "A checklist has four levels: green, yellow, orange and red, in this order.";
        report.add("FB0561", "/levels", message, "Write `[[levels]]` four times, with these colors.");
        return;
    }
    let most = list.scale.iter().map(|point| point.value).max().unwrap_or_default();
    for (index, level) in list.levels.iter().enumerate() {
        let has_rule = matches!(level.colour, Colour::Yellow | Colour::Orange);
        let pointer = format!("/levels/{index}/rule");
        match &level.rule {
            None if has_rule => {
                let mend = "Add a rule to begin with, for example `rule = { signs = 1, above = 1, days = 2, total = 2 }`.";
                report.add("FB0562", format!("/levels/{index}"), "This level can never be met.", mend);
            }
            Some(_) if !has_rule => {
                let message = match level.colour {
                    Colour::Red => "Red is met by any sign of `[[red]]`, and by nothing else.",
                    _ => "Green is where no other level is met.",
                };
                report.add("FB0562", pointer, message, "Remove the rule.");
            }
            Some(rule) if never(rule, most) => {
                let message = format!(
                    "This rule can never be met: each sign can be at most {most} above the usual, and both the signs and the days must be possible."
                );
                let mend = format!("Choose `above` from 1 to {most}, `signs` from 1 to 8, `days` up to 28.");
                report.add("FB0562", pointer, message, mend);
            }
            _ => {}
        }
    }
    if let [_, Level { rule: Some(yellow), .. }, Level { rule: Some(orange), .. }, _] = list.levels.as_slice()
        && is_easier(orange, yellow)
    {
        let message = "Orange is met more easily than yellow, so nobody would ever be told about yellow.";
        let mend = "Let orange need more: more signs, further above the usual, or a higher sum.";
        report.add("FB0563", "/levels/2/rule", message, mend);
    }
}

fn never(rule: &LevelRule, most: u8) -> bool {
    !(1..=most).contains(&rule.above) || !(1..=8).contains(&rule.signs) || rule.days > 28
}

/// Whether each way to meet `one` also meets `other`, whatever is rated. Then `other` is never seen alone.
fn is_easier(one: &LevelRule, other: &LevelRule) -> bool {
    let signs = one.signs <= other.signs && one.above <= other.above && one.days <= other.days;
    let total = other.total == 0 || (one.total > 0 && one.total <= other.total);
    signs && total
}
