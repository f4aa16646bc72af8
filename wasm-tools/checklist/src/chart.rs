//! Lines over days, as the paths of a drawing that stands in the page. No style and no color is set here: a line,
//! its dots and the usual differ by shape, so that paper without color shows them too.

use alloc::string::String;
use alloc::vec::Vec;

use footbridge_model::checklist::day::Day;
use footbridge_page::Element;

use crate::screen::number;

/// The part of the drawing that the lines use.
pub(crate) struct Field {
    pub(crate) left: u32,
    pub(crate) right: u32,
    pub(crate) top: u32,
    pub(crate) bottom: u32,
}

/// The scales of a drawing: its days and its highest value.
pub(crate) struct Scale {
    pub(crate) field: Field,
    pub(crate) first: Day,
    pub(crate) last: Day,
    pub(crate) most: u32,
}

impl Scale {
    fn x(&self, day: Day) -> u32 {
        let width = self.field.right - self.field.left;
        let days = self.last.since(self.first).max(1);
        self.field.left + width * day.since(self.first) / days
    }

    fn y(&self, value: u32) -> u32 {
        let height = self.field.bottom - self.field.top;
        self.field.bottom - height * value.min(self.most) / self.most.max(1)
    }

    /// Draws the values as a line with a dot at each, and the usual as a line across.
    pub(crate) fn draw(&self, drawing: &Element, values: &[(Day, u32)], usual: Option<u32>) {
        let mut line = String::new();
        let mut dots = String::new();
        for (place, (day, value)) in values.iter().enumerate() {
            let (x, y) = (self.x(*day), self.y(*value));
            line += &[if place == 0 { "M" } else { "L" }, &number(x), " ", &number(y)].concat();
            dots += &["M", &number(x - 4), " ", &number(y), "a4 4 0 1 0 8 0a4 4 0 1 0-8 0"].concat();
        }
        set(drawing, "[data-line]", &line);
        set(drawing, "[data-dots]", &dots);
        let usual = usual.map(|usual| {
            let y = number(self.y(usual));
            ["M", &number(self.field.left), " ", &y, "H", &number(self.field.right)].concat()
        });
        set(drawing, "[data-usual]", &usual.unwrap_or_default());
    }
}

fn set(drawing: &Element, part: &str, path: &str) {
    if let Some(part) = drawing.find(part) {
        part.set_attribute("d", path);
    }
}

/// The values that were rated, with their days.
pub(crate) fn rated(values: impl Iterator<Item = (Day, Option<u32>)>) -> Vec<(Day, u32)> {
    values.filter_map(|(day, value)| Some((day, value?))).collect()
}
