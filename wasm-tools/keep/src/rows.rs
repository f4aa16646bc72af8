//! The list of what is kept: a line for each record, newest first.

use footbridge_page::{Element, day_in_words, filled, joined};
use footbridge_vault::Record;

use crate::words;

/// Writes the list anew. `asked` is the record whose removal waits for a second press.
pub(crate) fn write<'a>(
    section: &Element,
    records: impl DoubleEndedIterator<Item = &'a Record>,
    asked: Option<u64>,
) {
    let (Some(place), Some(template)) = (section.find("[data-rows]"), section.find("template[data-row]"))
    else {
        return;
    };
    while let Some(row) = place.find("[data-id]") {
        row.remove();
    }
    for record in records.rev() {
        let row = template.copy_of_content();
        let id = words::id(record.id);
        let day = day_in_words(section, &record.day().to_text());
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
