//! What is kept of this questionnaire, while it is open.

use alloc::string::String;
use alloc::vec::Vec;

use footbridge_model::Saved;
use footbridge_model::checklist::day::Day;
use footbridge_model::trend::Kept;
use footbridge_page::{Element, take_reminder};

use super::trends::Trends;

/// The kept, oldest first, and where they are shown.
#[derive(Default)]
pub(crate) struct Past {
    all: Vec<Kept>,
    shown: Option<Trends>,
}

impl Past {
    /// One of the kept. What a newer version of this site has written is left to that version.
    pub(crate) fn add(&mut self, kept: &[u8]) {
        let read = |kept: footbridge_page::Past<'_>| {
            Some(Kept {
                day: Day::parse(kept.day)?,
                is_current: kept.is_current,
                saved: Saved::from_bytes(kept.body)?,
            })
        };
        self.all.extend(footbridge_page::Past::read(kept).and_then(read));
    }

    /// Whether the latest was made one question at a time. Only when the kept have just been opened: later the
    /// reader's own presses count.
    pub(crate) fn one_at_a_time(&self) -> Option<bool> {
        if self.shown.is_some() {
            return None;
        }
        self.all.last().and_then(|kept| kept.saved.told.as_ref()).map(|told| told.one_at_a_time)
    }

    /// Shows all that were added since the last time.
    pub(crate) fn show(&mut self, place: Option<Element>) {
        let all = core::mem::take(&mut self.all);
        self.shown = place.map(Trends).filter(|trends| trends.show(&all));
    }

    /// Takes everything away.
    pub(crate) fn clear(&mut self) {
        self.all.clear();
        if let Some(trends) = self.shown.take() {
            trends.show(&[]);
        }
    }

    /// A reminder for the reader's calendar. Its fields stand beside the kept.
    pub(crate) fn reminder(&self, now: &str) -> String {
        self.shown.as_ref().map(|trends| take_reminder(&trends.0, now)).unwrap_or_default()
    }
}
