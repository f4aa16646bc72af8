//! The list of what is kept: a line for each record, newest first. And what of it may be read before the phrase.

use footbridge_page::{Element, day_among, day_in_words, filled, joined};
use footbridge_vault::Record;

use crate::words;

/// Writes a list anew: the one in the part of the page with this mark. `asked` is the record whose removal waits for a
/// second press.
pub(crate) fn write(
    section: &Element,
    part: &str,
    records: &mut dyn Iterator<Item = &Record>,
    asked: Option<u64>,
) {
    let Some(part) = section.find(part) else { return };
    let (Some(place), Some(template)) = (part.find("[data-rows]"), part.find("template[data-row]")) else {
        return;
    };
    place.set_text("");
    let records: alloc::vec::Vec<&Record> = records.collect();
    for (at, record) in records.iter().enumerate() {
        let row = template.copy_of_content();
        let id = words::id(record.id);
        // Two of one tool and one day are told apart; the oldest, which stands last, is the first.
        let is_twin = |other: &&&Record| other.day == record.day && other.tool == record.tool;
        let twins = records.iter().filter(is_twin).count();
        let number = records.iter().skip(at).filter(is_twin).count();
        let day = day_among(section, &record.day().to_text(), number, twins);
        if let Some(line) = row.find("[data-id]") {
            line.set_attribute("data-id", &id);
            let is_asked = asked == Some(record.id);
            if let Some(part) = line.find("[data-sure]") {
                part.show(is_asked);
            }
            if let Some(part) = line.find("[data-deeds]") {
                part.show(!is_asked);
            }
        }
        if let Some(when) = row.find("[data-when]") {
            when.set_text(&day);
        }
        name_tool(section, &row, &record.tool);
        // Buttons that do the same to different records are told apart by their names.
        while let Some(button) = row.find("[data-action]:not([data-for])") {
            button.set_attribute("data-for", &id);
            let name = button.attribute("data-name").unwrap_or_default();
            button.set_attribute("aria-label", &filled(&name, &[("date", &day)]));
        }
        place.append(&row);
    }
}

/// The button that chooses whether steps may be read before the phrase: pressed while they are, with their day.
pub(crate) fn write_choice(section: &Element, choice: &Element, shown: Option<&Record>) {
    if let Some(button) = choice.find("[data-action]") {
        button.set_attribute("aria-pressed", if shown.is_some() { "true" } else { "false" });
    }
    if let Some(now) = choice.find("[data-now-shown]") {
        let words = now.attribute("data-words").unwrap_or_default();
        let day = shown.map(|record| day_in_words(section, &record.day().to_text()));
        now.set_text(&day.map(|day| filled(&words, &[("date", &day)])).unwrap_or_default());
    }
}

/// On the page of all things, each record leads to its tool.
fn name_tool(section: &Element, row: &Element, tool: &str) {
    let Some(place) = row.find("[data-of]") else { return };
    // An id of ours has no quote in it; one that has names no tool.
    let tool = if tool.bytes().any(|byte| matches!(byte, b'"' | b'\\')) { "" } else { tool };
    let selector = joined(&["template[data-title-of=\"", tool, "\"]"]);
    if let Some(title) = section.find(&selector).or_else(|| section.find("template[data-title-of=\"\"]")) {
        place.append(&title.copy_of_content());
    }
}
