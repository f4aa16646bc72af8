//! The drawing of a score over time as a template sees it: where its bands lie behind the line.

use crate::prelude::*;
use serde::Serialize;

use super::scores::BandView;
use crate::chart::Scale;
use crate::trend::{FIELD, scale};
use crate::{Number, Range};

/// What stands in the page before there is any result. The browser adds the line.
#[derive(Debug, Serialize)]
pub(super) struct TrendView {
    /// The lowest and the highest value of the drawing: a little more than the score can have.
    low: Number,
    high: Number,
    min: Number,
    max: Number,
    /// How far down these stand.
    min_y: i32,
    max_y: i32,
    /// The bands behind the line, for each group that has its own. None where one band is all that there is.
    groups: Vec<GroupView>,
}

#[derive(Debug, Serialize)]
struct GroupView {
    /// Empty where all have the same bands.
    group: String,
    /// Lowest first.
    bands: Vec<StripeView>,
}

/// A band in the drawing.
#[derive(Debug, Serialize)]
struct StripeView {
    /// The place of the band in the score's `bands`.
    index: usize,
    /// By which it is named in the drawing.
    letter: char,
    /// How far down the letter stands.
    letter_y: i32,
    y: i32,
    height: i32,
}

/// The drawing of a score with this range and these bands.
pub(super) fn view(range: Range, bands: &[BandView<'_>]) -> TrendView {
    let (min, max) = (range.min.hundredths(), range.max.hundredths());
    // A point at the very edge would be cut.
    let margin = ((max - min) / 30).max(1);
    let (low, high) = (min - margin, max + margin);
    let scale = scale(&[], low, high);
    let mut groups: Vec<GroupView> = Vec::new();
    for group in bands.iter().map(BandView::group_text) {
        if !groups.iter().any(|known| known.group == group) {
            let bands = stripes(&group, bands, &scale);
            groups.push(GroupView { group, bands });
        }
    }
    groups.retain(|group| group.bands.len() > 1);
    TrendView {
        low: Number::from_hundredths(low),
        high: Number::from_hundredths(high),
        min: range.min,
        max: range.max,
        min_y: scale.y(min),
        max_y: scale.y(max),
        groups,
    }
}

fn stripes(group: &str, bands: &[BandView<'_>], scale: &Scale) -> Vec<StripeView> {
    let mut own: Vec<(usize, &BandView<'_>)> =
        bands.iter().enumerate().filter(|(_, band)| band.group_text() == group).collect();
    own.sort_by_key(|(_, band)| band.from);
    let mut bottom = FIELD.bottom;
    let mut stripes = Vec::new();
    for (place, (index, band)) in own.iter().enumerate() {
        // Half way between the last number of this band and the first of the next.
        let top = own
            .get(place + 1)
            .map_or(FIELD.top, |(_, next)| scale.y((band.to.hundredths() + next.from.hundredths()) / 2));
        let letter = u8::try_from(place).ok().and_then(|place| b'A'.checked_add(place)).unwrap_or(b'Z');
        let (letter, letter_y) = (letter.into(), i32::midpoint(top, bottom) + 4);
        stripes.push(StripeView { index: *index, letter, letter_y, y: top, height: bottom - top });
        bottom = top;
    }
    stripes
}

#[cfg(test)]
mod tests {
    use crate::{Tool, View};
    use std::{fs, vec::Vec};

    /// Every questionnaire that we publish: its bands fill the drawing from the lowest to the highest, without a gap.
    #[test]
    fn bands_fill_the_drawing_without_a_gap() {
        let mut drawn = 0;
        for file in fs::read_dir("../../content/tools").unwrap() {
            let path = file.unwrap().path();
            let Ok(text) = fs::read_to_string(&path) else { continue };
            let Ok(tool) = toml::from_str::<Tool>(&text) else { continue };
            let View::Questionnaire(view) = tool.view() else { continue };
            for score in &view.scores {
                let Some(trend) = score.trend() else { continue };
                for group in &trend.groups {
                    drawn += 1;
                    let mut bottom = super::FIELD.bottom;
                    for stripe in &group.bands {
                        assert!(stripe.height > 4, "{} {stripe:?}", path.display());
                        assert_eq!(stripe.y + stripe.height, bottom, "{}", path.display());
                        bottom = stripe.y;
                    }
                    assert_eq!(bottom, super::FIELD.top, "{}", path.display());
                    let letters: Vec<char> = group.bands.iter().map(|stripe| stripe.letter).collect();
                    assert!(letters.is_sorted() && letters[0] == 'A', "{letters:?}");
                }
            }
        }
        assert!(drawn > 8, "{drawn}");
    }
}
