//! Results of one questionnaire over time: what is joined by a line, and what is listed apart.
//!
//! Only results of the same version are joined, because only those asked and counted the same.

use crate::chart::{Field, Scale};
use crate::checklist::day::Day;
use crate::prelude::*;
use crate::{Number, Saved};

/// Where the values stand in the drawing of `templates/tools/trends.html`, whose bands [`crate::View`] places.
pub const FIELD: Field = Field { left: 58, right: 284, top: 12, bottom: 152 };

/// Numbers in a drawing that are nearer than this would cover each other.
const NEAR: i32 = 22;

/// One result that was kept.
#[derive(Clone, Debug)]
pub struct Kept {
    /// The day on which it was kept.
    pub day: Day,
    /// Whether it was made with the version that stands in the page.
    pub is_current: bool,
    /// The answers and the scores of that time.
    pub saved: Saved,
}

/// What one score was, at one time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// The day.
    pub day: Day,
    /// The number.
    pub value: Number,
    /// The id of its band, where one was named.
    pub band: Option<String>,
    /// The group that decided about the band.
    pub group: Option<String>,
}

/// The results of this version, for one score, oldest first.
pub fn points(results: &[Kept], score: &str) -> Vec<Point> {
    let mut points = Vec::new();
    for result in results.iter().filter(|result| result.is_current) {
        let Some(score) = result.saved.score(score) else { continue };
        let at = points.iter().take_while(|before: &&Point| before.day <= result.day).count();
        let point = Point {
            day: result.day,
            value: score.value,
            band: score.band.clone(),
            group: score.group.clone(),
        };
        points.insert(at, point);
    }
    points
}

/// The group whose bands lie behind the line: that of all points. Empty where bands differ by no group; none where
/// the points have different ones.
pub fn group(points: &[Point]) -> Option<&str> {
    let mut groups = points.iter().map(|point| point.group.as_deref().unwrap_or_default());
    let first = groups.next()?;
    groups.all(|group| group == first).then_some(first)
}

/// Where each point stands in time and height, in hundredths of a day and of the score. What was kept on the same
/// day stands in the order in which it was kept.
pub fn values(points: &[Point]) -> Vec<(u32, i64)> {
    let mut values = Vec::new();
    for (place, point) in points.iter().enumerate() {
        let is_same = |other: &&Point| other.day == point.day;
        let before = points.iter().take(place).filter(is_same).count();
        let all = points.iter().filter(is_same).count();
        let first = points.first().map_or(point.day, |first| first.day);
        let part = u32::try_from(before * 100 / all.max(1)).unwrap_or_default();
        values.push((
            point.day.since(first).saturating_mul(100).saturating_add(part),
            point.value.hundredths(),
        ));
    }
    values
}

/// The scale of a drawing of these values, between a lowest and a highest one.
pub fn scale(values: &[(u32, i64)], low: i64, high: i64) -> Scale {
    Scale { field: FIELD, span: values.last().map_or(0, |(moment, _)| *moment), values: (low, high) }
}

/// Which points have room for their number beside them, from how far to the right each stands. The first and the
/// last always have; the table has all.
pub fn labelled(places: &[i32]) -> Vec<bool> {
    let last = places.last().copied().unwrap_or_default();
    let mut free = i32::MIN;
    let mut labelled = Vec::new();
    for (place, x) in places.iter().enumerate() {
        let is_last = place + 1 == places.len();
        let has_room = is_last || place == 0 || (*x >= free && x + NEAR <= last);
        if has_room {
            free = x + NEAR;
        }
        labelled.push(has_room);
    }
    labelled
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::SavedScore;

    fn result(day: &str, is_current: bool, value: Option<i64>) -> Kept {
        let score = |value| SavedScore {
            id: "total".into(),
            value: Number::whole(value),
            band: Some("mild".into()),
            group: None,
        };
        let saved = Saved { scores: value.map(score).into_iter().collect(), ..Saved::default() };
        Kept { day: Day::parse(day).unwrap(), is_current, saved }
    }

    fn numbers(points: &[Point]) -> Vec<String> {
        points.iter().map(|point| [point.day.to_text(), point.value.to_text()].join(" ")).collect()
    }

    #[test]
    fn other_versions_and_what_has_no_score_are_never_joined() {
        let results = [
            result("2026-03-03", true, Some(12)),
            result("2026-01-01", false, Some(20)),
            result("2026-04-01", true, None),
            result("2026-02-01", true, Some(7)),
            result("2026-03-03", true, Some(9)),
        ];
        let points = points(&results, "total");
        assert_eq!(numbers(&points), ["2026-02-01 7", "2026-03-03 12", "2026-03-03 9"]);
        assert_eq!(super::points(&results, "other"), []);
    }

    #[test]
    fn results_of_one_day_stand_side_by_side_in_their_order() {
        let points = points(&[4, 8, 6].map(|value| result("2026-02-01", true, Some(value))), "total");
        assert_eq!(values(&points), [(0, 400), (33, 800), (66, 600)]);
        let mixed = super::points(
            &[result("2026-02-01", true, Some(4)), result("2026-02-04", true, Some(5))],
            "total",
        );
        assert_eq!(values(&mixed), [(0, 400), (300, 500)]);
        assert_eq!(scale(&values(&mixed), 0, 900).x(300), FIELD.right);
    }

    #[test]
    fn bands_of_a_group_lie_behind_only_if_all_points_are_of_it() {
        let mut points =
            points(&[result("2026-02-01", true, Some(4)), result("2026-02-02", true, Some(5))], "total");
        assert_eq!(group(&points), Some(""));
        points[0].group = Some("women".into());
        assert_eq!(group(&points), None);
        points[1].group = Some("women".into());
        assert_eq!((group(&points), group(&[])), (Some("women"), None));
    }

    #[test]
    fn numbers_that_would_cover_each_other_are_left_to_the_table() {
        assert_eq!(labelled(&[]), Vec::<bool>::new());
        assert_eq!(labelled(&[58]), [true]);
        assert_eq!(labelled(&[58, 64, 284]), [true, false, true]);
        assert_eq!(labelled(&[58, 100, 110, 130, 270, 284]), [true, true, false, true, false, true]);
    }
}
