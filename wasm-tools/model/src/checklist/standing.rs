//! Where a person stands against their own usual, by exact rules that they have set themselves.
//!
//! Nothing here predicts anything. It says which signs are above the usual, since when, and which of the person's
//! own levels that meets. What others have seen does not count.

use crate::prelude::*;

use super::day::Day;
use super::document::{Document, Rating, in_order};
use super::{Colour, LevelRule};
use crate::list::gathered;

/// Two ratings further apart than this belong to no unbroken run: nobody looked in between.
pub const LONGEST_GAP: u32 = 14;

/// Where a person stood at one rating.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The day of the rating.
    pub day: Day,
    /// The highest level that was met.
    pub level: Colour,
    /// Which part of the level's rule was met.
    pub by: Met,
    /// The signs above their usual, the furthest first.
    pub raised: Vec<Raised>,
    /// The sum of all ratings of signs whose usual is known, and the sum of their usuals.
    pub total: (u32, u32),
    /// How many rated signs have no usual yet, and so do not count.
    pub unknown: usize,
}

/// Which part of a level's rule was met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Met {
    /// None: all is near the usual.
    Nothing,
    /// Enough signs, far enough above, long enough: how many, and for how many days at least.
    Signs(u32, u32),
    /// The sum: how many points above.
    Total(u32),
    /// A sign that cannot wait.
    Red,
}

/// A sign above its usual.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raised {
    /// The sign.
    pub sign: String,
    /// How many points.
    pub by: u8,
    /// The first rating of the unbroken run in which it was above.
    pub since: Day,
    /// How many days from then to this rating.
    pub days: u32,
}

impl Document {
    /// Where the person stands by their latest rating.
    pub fn standing(&self, rules: &[LevelRule; 2]) -> Option<Standing> {
        self.standing_at(self.ratings.len().checked_sub(1)?, rules)
    }

    /// Where the person stood at the rating in this place.
    pub fn standing_at(&self, place: usize, rules: &[LevelRule; 2]) -> Option<Standing> {
        let rating = self.ratings.get(place)?;
        let mut raised: Vec<Raised> = Vec::new();
        let (mut total, mut unknown) = ((0, 0), 0);
        for sign in self.signature() {
            let Some(value) = rating.value(&sign.id) else { continue };
            let Some(usual) = self.usual(&sign.id) else {
                unknown += 1;
                continue;
            };
            total = (total.0 + u32::from(value), total.1 + u32::from(usual));
            if let Some(since) = self.run(place, &sign.id, usual, 1) {
                let days = rating.day.since(since);
                raised.push(Raised { sign: sign.id.clone(), by: value.saturating_sub(usual), since, days });
            }
        }
        // The person's own order decides between equals.
        in_order(&mut raised, |raised| core::cmp::Reverse((raised.by, raised.days)));
        let (level, by) = if rating.red.is_empty() {
            let [yellow, orange] = rules;
            let yellow = || self.met(place, rating, yellow, total);
            match self.met(place, rating, orange, total).map(|by| (Colour::Orange, by)) {
                Some(met) => met,
                None => yellow().map_or((Colour::Green, Met::Nothing), |by| (Colour::Yellow, by)),
            }
        } else {
            (Colour::Red, Met::Red)
        };
        Some(Standing { day: rating.day, level, by, raised, total, unknown })
    }

    fn met(&self, place: usize, rating: &Rating, rule: &LevelRule, total: (u32, u32)) -> Option<Met> {
        let days = self
            .signature()
            .filter_map(|sign| self.run(place, &sign.id, self.usual(&sign.id)?, rule.above))
            .map(|since| rating.day.since(since))
            .filter(|days| *days >= u32::from(rule.days));
        let days = gathered(days);
        let count = days.len();
        if rule.signs > 0 && rule.above > 0 && count >= usize::from(rule.signs) {
            let least = days.iter().copied().min().unwrap_or_default();
            return Some(Met::Signs(u32::try_from(count).unwrap_or(u32::MAX), least));
        }
        let over = total.0.saturating_sub(total.1);
        (rule.total > 0 && over >= u32::from(rule.total)).then_some(Met::Total(over))
    }

    /// The first day of the unbroken run of ratings, up to the one in this place, in which the sign was at least
    /// so far above its usual.
    fn run(&self, place: usize, sign: &str, usual: u8, above: u8) -> Option<Day> {
        let mut since: Option<Day> = None;
        for rating in self.ratings.get(..=place)?.iter().rev() {
            let is_above = rating.value(sign).is_some_and(|value| value >= usual.saturating_add(above));
            let is_near = since.is_none_or(|later| later.since(rating.day) <= LONGEST_GAP);
            if !is_above || !is_near {
                break;
            }
            since = Some(rating.day);
        }
        since
    }
}
