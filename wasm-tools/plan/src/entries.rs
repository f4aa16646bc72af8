//! Entries as they are read: large in the view for a hard moment, small on the card.

use alloc::string::ToString;

use footbridge_model::plan::{Entry, Phone};
use footbridge_page::Element;

/// Puts entries into a list, each as a copy of the template.
pub(crate) fn show<'a>(list: &Element, template: &Element, entries: impl Iterator<Item = &'a Entry>) {
    for entry in entries {
        let content = template.copy_of_content();
        for (field, value) in entry.fields.iter().enumerate() {
            if let Some(part) = content.find(&["[data-value=\"", &field.to_string(), "\"]"].concat()) {
                part.set_text(value.trim());
                part.show(!value.trim().is_empty());
            }
        }
        if let Some(part) = content.find("[data-entry]") {
            link(&part, entry);
            part.toggle_attribute("data-ticked", entry.tick);
        }
        list.append(&content);
    }
}

/// Lets the links of a row or an entry call the number that is written in it, or hides them. What cannot be called by
/// a press, such as "ask Ana", still stands in the entry, without being a link.
pub(crate) fn link(part: &Element, entry: &Entry) {
    let phone = entry.fields.get(1).and_then(|number| Phone::read(number));
    for (selector, is_call) in [("[data-call]", true), ("[data-message]", false)] {
        let Some(link) = part.find(selector) else { continue };
        link.show(phone.is_some() || link.find("[data-value]:not([hidden])").is_some());
        if let Some(phone) = &phone {
            link.set_call(&if is_call { phone.call() } else { phone.message() });
        }
    }
}
