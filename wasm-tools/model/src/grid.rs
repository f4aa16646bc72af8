//! Which numbers a question takes.

use crate::prelude::*;

use crate::{Item, ItemType, Number};

/// The numbers that answer a question: from `min` to `max`, in steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Grid {
    pub(crate) min: Option<Number>,
    pub(crate) max: Option<Number>,
    /// The distance between two of them; zero or less counts as a hundredth.
    pub(crate) step: Number,
}

impl Grid {
    pub(crate) fn of(item: &Item) -> Grid {
        let step = match item.kind {
            ItemType::Decimal => Number::from_hundredths(1),
            ItemType::Scale => item.step.unwrap_or(Number::ONE),
            _ => Number::ONE,
        };
        Grid { min: item.min, max: item.max, step }
    }

    /// The number that a text means, if it is one of these.
    pub(crate) fn read(&self, text: &str) -> Option<Number> {
        Number::parse(text).filter(|number| self.holds(*number))
    }

    /// Whether all of them are whole.
    pub(crate) fn is_whole(&self) -> bool {
        let whole = |number: Number| number.hundredths() % 100 == 0;
        whole(self.step) && (self.step == Number::ONE || self.min.is_none_or(whole))
    }

    pub(crate) fn holds(&self, number: Number) -> bool {
        // Whole numbers are whole wherever the range begins; a scale is counted from its lowest point.
        let start = if self.step == Number::ONE { Number::ZERO } else { self.min.unwrap_or(Number::ZERO) };
        let off = number.hundredths().saturating_sub(start.hundredths());
        self.min.is_none_or(|min| number >= min)
            && self.max.is_none_or(|max| number <= max)
            && off % self.step.hundredths().max(1) == 0
    }

    /// How many numbers there are, if that is known.
    pub(crate) fn len(&self) -> Option<usize> {
        let span = self.max?.hundredths().checked_sub(self.min?.hundredths())?;
        usize::try_from(span.checked_div(self.step.hundredths().max(1))?).ok()?.checked_add(1)
    }

    /// As an answer to "what does it take?".
    pub(crate) fn in_words(&self) -> String {
        let what = match self.step {
            step if step.hundredths() == 1 => "a number with at most two decimal places".to_owned(),
            Number::ONE => "a whole number".to_owned(),
            step => format!("a number in steps of {step}"),
        };
        match (self.min, self.max) {
            (Some(min), Some(max)) => format!("{what} from {min} to {max}"),
            (Some(min), None) => format!("{what}, {min} or more"),
            (None, Some(max)) => format!("{what}, {max} or less"),
            (None, None) => what,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_lies_on_the_grid() {
        let whole = |min, max| Grid {
            min: Some(Number::whole(min)),
            max: Some(Number::whole(max)),
            step: Number::ONE,
        };
        assert_eq!(whole(0, 7).read("7"), Some(Number::whole(7)));
        for wrong in ["8", "-1", "1.5", "seven", ""] {
            assert_eq!(whole(0, 7).read(wrong), None, "{wrong}");
        }
        assert_eq!(whole(0, 7).len(), Some(8));
        let halves =
            Grid { min: Some(Number::ONE), max: Some(Number::whole(3)), step: Number::from_hundredths(50) };
        assert!(halves.read("1.5").is_some() && halves.read("1.25").is_none());
        assert_eq!(halves.len(), Some(5));
        assert_eq!(halves.in_words(), "a number in steps of 0.5 from 1 to 3");
        let free = Grid { min: None, max: None, step: Number::from_hundredths(1) };
        assert!(free.read("-12,34").is_some() && free.len().is_none());
    }
}
