//! Days in the reader's words, and on paper the day of today and of the next look.

use alloc::string::String;

use footbridge_model::date;
use footbridge_page::day_in_words;

use crate::plan::Plan;

impl Plan {
    /// A day as the page's language writes it.
    pub(crate) fn in_words(&self, day: &str) -> String {
        day_in_words(&self.section, day)
    }

    /// The days that stand on paper.
    pub(crate) fn show_days(&self) {
        let next = date::later(&self.day, self.draft.rules().review_after);
        let days = [
            ("[data-today]", Some(&self.day)),
            ("[data-card-day]", Some(&self.day)),
            ("[data-next-look]", next.as_ref()),
        ];
        for (selector, day) in days {
            if let (Some(place), Some(day)) = (self.find(selector), day) {
                place.set_text(&self.in_words(day));
            }
        }
    }
}
