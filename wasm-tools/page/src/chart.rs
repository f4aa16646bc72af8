//! Drawings whose parts stand in the page.

use footbridge_model::chart::Scale;

use crate::Element;

/// Draws values, each at its moment, as a line with a dot at each, and one value as a line across.
pub fn draw(drawing: &Element, scale: &Scale, values: &[(u32, i64)], across: Option<i64>) {
    let set = |part: &str, path: &str| {
        if let Some(part) = drawing.find(part) {
            part.set_attribute("d", path);
        }
    };
    set("[data-line]", &scale.line(values));
    set("[data-dots]", &scale.dots(values));
    if let Some(value) = across {
        set("[data-usual]", &scale.across(value));
    } else {
        set("[data-usual]", "");
    }
}
