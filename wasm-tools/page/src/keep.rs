//! What a tool must be able to do so that it can be kept.

use alloc::vec::Vec;

use crate::Element;

/// A tool whose content a person can keep. `wasm-tools/keep` does the keeping and knows nothing of what it keeps;
/// `store.js` stands between the two. So each kind's crate exports these functions under the same names:
///
/// ```text
/// pub fn is_empty(&self) -> bool { self.0.is_empty() }
/// pub fn body(&mut self) -> Vec<u8> { self.0.body() }
/// pub fn restore(&mut self, body: &[u8]) -> bool { self.0.restore(body) }
/// pub fn forget(&mut self) { self.0.forget() }
/// ```
///
/// and, where earlier ones are shown beside the present one, `past` and `show_past`; where a part can be read before
/// the phrase, `steps` and `at_hand`. Its template includes `tools/keep.html` after its section, where `tool.own_page`
/// is set.
pub trait Keep {
    /// Whether there is nothing to keep.
    fn is_empty(&self) -> bool;

    /// What is to be kept, in a form that begins with a version byte and is read for ever.
    fn body(&mut self) -> Vec<u8>;

    /// Puts back what was kept, in place of what stands there now. `false`, and nothing changed, if it cannot be read.
    fn restore(&mut self, body: &[u8]) -> bool;

    /// Forgets everything that was typed or restored, and shows the tool as it is when it is first opened, without
    /// moving the focus or saying anything.
    fn forget(&mut self);

    /// Of a kept body, all that may be read before the phrase if the person chooses so, in the same form.
    fn steps(&self, _body: &[u8]) -> Option<Vec<u8>> {
        None
    }

    /// While the rest is locked: what the person lets be read, as [`Past`] reads it. Otherwise nothing.
    fn at_hand(&mut self, _kept: Option<Vec<u8>>) {}

    /// One of the kept, oldest first; [`Past::read`] takes it apart.
    fn past(&mut self, _kept: &[u8]) {}

    /// All of the kept have been named; shows them in place of those shown before, in the part of the panel that is
    /// marked `data-past`. [`Keep::forget`] takes them away.
    fn show_past(&mut self, _place: Option<Element>) {}
}

/// One of the kept, as a tool is shown it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Past<'a> {
    /// The day on which it was kept, as year-month-day.
    pub day: &'a str,
    /// Whether it was made with the tool as it is now.
    pub is_current: bool,
    /// What the tool gave to be kept.
    pub body: &'a [u8],
}

impl Past<'_> {
    /// Takes apart what `wasm-tools/keep` hands over.
    pub fn read(bytes: &[u8]) -> Option<Past<'_>> {
        let (day, rest) = bytes.split_at_checked(10)?;
        let (is_current, body) = rest.split_first()?;
        Some(Past { day: core::str::from_utf8(day).ok()?, is_current: *is_current == 1, body })
    }
}
