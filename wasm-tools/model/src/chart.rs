//! Lines over days, as the paths of a drawing that stands in the page. No style and no color is set here: a line, its
//! dots and what is usual differ by shape, so that paper without color shows them too.

use crate::prelude::*;
use crate::{Number, joined};

/// The part of a drawing that the lines use.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Where the first day stands.
    pub left: i32,
    /// Where the last day stands.
    pub right: i32,
    /// Where the highest value stands.
    pub top: i32,
    /// Where the lowest value stands.
    pub bottom: i32,
}

/// What a drawing shows: which values, and for how long.
#[derive(Clone, Copy, Debug)]
pub struct Scale {
    /// Where it is drawn.
    pub field: Field,
    /// The last moment; the first is 0.
    pub span: u32,
    /// The lowest and the highest value.
    pub values: (i64, i64),
}

impl Scale {
    /// How far to the right a moment stands.
    pub fn x(&self, moment: u32) -> i32 {
        let width = i64::from(self.field.right - self.field.left);
        self.field.left + small(width * i64::from(moment) / i64::from(self.span.max(1)))
    }

    /// How far down a value stands.
    pub fn y(&self, value: i64) -> i32 {
        let (low, high) = self.values;
        let height = i64::from(self.field.bottom - self.field.top);
        let above = value.clamp(low, high.max(low)) - low;
        self.field.bottom - small(height * above / (high - low).max(1))
    }

    /// The line through all values.
    pub fn line(&self, values: &[(u32, i64)]) -> String {
        self.path(values, |first, x, y| joined(&[if first { "M" } else { "L" }, x, " ", y]))
    }

    /// A dot at each value.
    pub fn dots(&self, values: &[(u32, i64)]) -> String {
        self.path(values, |_, x, y| joined(&["M", x, " ", y, "m-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0"]))
    }

    /// A line across, at one value.
    pub fn across(&self, value: i64) -> String {
        joined(&["M", &text(self.field.left), " ", &text(self.y(value)), "H", &text(self.field.right)])
    }

    fn path(&self, values: &[(u32, i64)], piece: impl Fn(bool, &str, &str) -> String) -> String {
        let mut path = String::new();
        for (place, (moment, value)) in values.iter().enumerate() {
            path.push_str(&piece(place == 0, &text(self.x(*moment)), &text(self.y(*value))));
        }
        path
    }
}

/// A place in a drawing as text.
pub fn text(place: i32) -> String {
    Number::whole(i64::from(place)).to_text()
}

fn small(number: i64) -> i32 {
    i32::try_from(number).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCALE: Scale =
        Scale { field: Field { left: 10, right: 110, top: 0, bottom: 50 }, span: 4, values: (0, 10) };

    #[test]
    fn lines_and_dots_stand_where_their_values_are() {
        let values = [(0, 0), (1, 10), (4, 5)];
        assert_eq!(SCALE.line(&values), "M10 50L35 0L110 25");
        assert_eq!(SCALE.dots(&values[..1]), "M10 50m-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0");
        assert_eq!(SCALE.across(5), "M10 25H110");
    }

    #[test]
    fn nothing_is_drawn_outside_and_nothing_is_divided_by_zero() {
        assert_eq!((SCALE.y(-5), SCALE.y(99)), (50, 0));
        let flat = Scale { span: 0, values: (3, 3), ..SCALE };
        assert_eq!((flat.x(0), flat.y(3), flat.line(&[])), (10, 50, String::new()));
    }
}
