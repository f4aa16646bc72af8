//! Days in the reader's words, and on paper the day of today and of the next look.

use alloc::string::{String, ToString};

use footbridge_model::{date, replaced};

use crate::plan::Plan;

impl Plan {
    /// A day as the page's language writes it.
    pub(crate) fn in_words(&self, day: &str) -> String {
        let Some((year, month, of_month)) = date::parts(day) else { return day.into() };
        let words = |name: &str| self.section.attribute(name).unwrap_or_default();
        let months = words("data-months");
        let month = months.split('|').nth(usize::try_from(month).unwrap_or_default().wrapping_sub(1));
        let (of_month, year) = (of_month.to_string(), year.to_string());
        let gaps = [("#d", of_month.as_str()), ("#y", &year), ("#m", month.unwrap_or_default())];
        gaps.iter().fold(words("data-date"), |text, (gap, value)| replaced(&text, gap, value))
    }

    /// The days that stand on paper.
    pub(crate) fn show_days(&self) {
        let next = date::later(&self.day, self.draft.rules().review_after);
        for (selector, day) in [("[data-today]", Some(&self.day)), ("[data-next-look]", next.as_ref())] {
            if let (Some(place), Some(day)) = (self.find(selector), day) {
                place.set_text(&self.in_words(day));
            }
        }
    }
}
