//! The part of a page that makes a reminder for the reader's calendar: `templates/tools/reminder.html`.

use alloc::string::String;

use footbridge_model::reminder::{Repeats, calendar};

use crate::Element;

/// The file that the fields ask for: its name in the first line, its media type in the second, then its text. Empty
/// if the day or the time is open; the page then says so. `holder` is the element around; `now` the present moment.
pub fn take_reminder(holder: &Element, now: &str) -> String {
    let Some(part) = holder.find("[data-reminder]") else { return String::new() };
    let field = |name: &str| part.find(name).map(|field| field.value()).unwrap_or_default();
    let words = part.attribute("data-reminder").unwrap_or_default();
    let file = Repeats::named(&field("[name=\"reminder.repeats\"]")).and_then(|repeats| {
        calendar(&words, &field("[name=\"reminder.day\"]"), &field("[name=\"reminder.time\"]"), repeats, now)
    });
    if let Some(status) = part.find("[data-reminder-status]") {
        let said = if file.is_some() { "data-ready" } else { "data-open-fields" };
        status.set_text(&status.attribute(said).unwrap_or_default());
    }
    let mut text = String::new();
    if let Some(file) = file {
        text.push_str("reminder.ics\ntext/calendar\n");
        text.push_str(&file);
    }
    text
}
