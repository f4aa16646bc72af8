//! Interval arithmetic over the rules: which values can a score have?
//!
//! A span may be wider than the truth (it does not see that two parts of a formula hang together), never
//! narrower: bands that tile it leave no possible score out.

use crate::prelude::*;

use crate::formula::Op;
use crate::ratio::Ratio;
use crate::rules::{AnswerRule, MethodRule, MissingRule, Part, Rules, ScoreRule, Source, build};

/// All possible values: the lowest, the highest, and the step between them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Span {
    lowest: Ratio,
    highest: Ratio,
    /// Every value is the lowest plus a multiple of this. Zero for a single value; none if they lie anyhow.
    step: Option<Ratio>,
}

impl Span {
    pub(crate) fn lowest(&self) -> Ratio {
        self.lowest
    }

    pub(crate) fn highest(&self) -> Ratio {
        self.highest
    }

    pub(crate) fn step(&self) -> Option<Ratio> {
        self.step
    }

    fn single(value: Ratio) -> Span {
        Span { lowest: value, highest: value, step: Some(Ratio::ZERO) }
    }

    fn truth() -> Span {
        Span { lowest: Ratio::ZERO, highest: Ratio::ONE, step: Some(Ratio::ONE) }
    }

    fn up_to(count: usize) -> Span {
        Span { lowest: Ratio::ZERO, highest: Ratio::count(count), step: Some(Ratio::ONE) }
    }

    fn of_values(values: &[Ratio]) -> Option<Span> {
        let spans = values.iter().map(|value| Span::single(*value));
        spans.reduce(Span::or)
    }

    /// What may be either.
    fn or(self, other: Span) -> Span {
        let apart = self.lowest.minus(other.lowest);
        let step = match (self.step, other.step, apart) {
            (Some(one), Some(two), Some(apart)) => one.gcd(two).and_then(|step| step.gcd(apart)),
            _ => None,
        };
        Span { lowest: self.lowest.min(other.lowest), highest: self.highest.max(other.highest), step }
    }

    fn plus(self, other: Span) -> Option<Span> {
        let step = self.step.zip(other.step).and_then(|(one, two)| one.gcd(two));
        Some(Span {
            lowest: self.lowest.plus(other.lowest)?,
            highest: self.highest.plus(other.highest)?,
            step,
        })
    }

    fn negated(self) -> Option<Span> {
        Some(Span { lowest: self.highest.negated()?, highest: self.lowest.negated()?, step: self.step })
    }

    fn times(self, other: Span) -> Option<Span> {
        let (a, b) = (self, other);
        let corners = [
            a.lowest.times(b.lowest)?,
            a.lowest.times(b.highest)?,
            a.highest.times(b.lowest)?,
            a.highest.times(b.highest)?,
        ];
        // (a + is)(b + jt) = ab + jat + ibs + ijst, and every corner is one of these values.
        let step = a
            .step
            .zip(b.step)
            .and_then(|(s, t)| a.lowest.times(t)?.gcd(b.lowest.times(s)?)?.gcd(s.times(t)?));
        Some(Span { lowest: *corners.iter().min()?, highest: *corners.iter().max()?, step })
    }

    /// One through each value but zero, which gives no value.
    fn inverse(self) -> Option<Span> {
        if self.lowest == self.highest {
            return Ratio::ONE.divided_by(self.lowest).map(Span::single);
        }
        let (mut lowest, mut highest) = (self.lowest, self.highest);
        if lowest <= Ratio::ZERO && highest >= Ratio::ZERO {
            // The values next to zero, if the steps say which they are.
            let step = self.step.filter(|step| !step.is_zero())?;
            let below = Ratio::ZERO.minus(lowest)?.divided_by(step)?.floor();
            let under = lowest.plus(step.times(Ratio::whole(below))?)?;
            let above = lowest.plus(step.times(Ratio::whole(below.checked_add(1)?))?)?;
            let under = if under.is_zero() { under.minus(step)? } else { under };
            // One through numbers of both signs reaches from the nearest below to the nearest above zero.
            return match (under >= lowest, above <= highest) {
                (true, true) => Some(Span {
                    lowest: Ratio::ONE.divided_by(under)?,
                    highest: Ratio::ONE.divided_by(above)?,
                    step: None,
                }),
                (true, false) => {
                    highest = under;
                    Span { lowest, highest, step: None }.inverse()
                }
                (false, true) => {
                    lowest = above;
                    Span { lowest, highest, step: None }.inverse()
                }
                (false, false) => None,
            };
        }
        Some(Span {
            lowest: Ratio::ONE.divided_by(highest)?,
            highest: Ratio::ONE.divided_by(lowest)?,
            step: None,
        })
    }

    fn over(self, other: Span) -> Option<Span> {
        self.times(other.inverse()?)
    }

    fn rounded(self, places: u8) -> Option<Span> {
        let unit = Ratio::new(1, [1, 10, 100][usize::from(places.min(2))])?;
        // Values that are multiples of the unit stay as they are.
        let kept =
            self.step.filter(|step| step.gcd(unit) == Some(unit) && self.lowest.gcd(unit) == Some(unit));
        let step = Some(kept.unwrap_or(unit));
        Some(Span { lowest: self.lowest.rounded(places)?, highest: self.highest.rounded(places)?, step })
    }

    /// The least (`true`) or the greatest of two.
    fn least(self, other: Span, least: bool) -> Span {
        let both = self.or(other);
        if least {
            Span { highest: self.highest.min(other.highest), ..both }
        } else {
            // The lowest value is one of theirs, so the steps still fit.
            Span { lowest: self.lowest.max(other.lowest), ..both }
        }
    }
}

/// The span of each score; none where it is not bounded.
pub(crate) fn of_scores(rules: &Rules) -> Vec<Option<Span>> {
    let mut spans: Vec<Option<Span>> = vec![None; rules.scores.len()];
    for place in &rules.order {
        let place = usize::from(*place);
        if let Some(score) = rules.scores.get(place) {
            spans[place] = Spans { rules, scores: &spans }.score(score);
        }
    }
    spans
}

struct Spans<'a> {
    rules: &'a Rules,
    scores: &'a [Option<Span>],
}

/// A value on the way through a formula.
#[derive(Clone, Copy)]
struct Cell {
    span: Option<Span>,
    /// A bare question that may be left out of a sum.
    may_be_left_out: bool,
}

impl Spans<'_> {
    fn score(&self, score: &ScoreRule) -> Option<Span> {
        let plain = match &score.method {
            MethodRule::Sum(parts) => self.sum(score, parts)?,
            MethodRule::Mean(parts) => self.mean(score, parts)?,
            MethodRule::Count(parts, _) => Span::up_to(parts.len()),
            MethodRule::Formula(ops) => self.formula(score, ops)?,
        };
        plain.times(Span::single(Ratio::of(score.multiply)))
    }

    fn sum(&self, score: &ScoreRule, parts: &[Part]) -> Option<Span> {
        let mut sum = Span::single(Ratio::ZERO);
        for part in parts {
            let mut span = self.part(part)?;
            // What is not shown, or may be left out, adds nothing.
            if self.may_be_left_out(score, part.source) {
                span = span.or(Span::single(Ratio::ZERO));
            }
            sum = sum.plus(span)?;
        }
        match score.missing {
            // Prorated sums are whole, besides those that are complete.
            MissingRule::Prorate(_) => {
                let whole = sum.rounded(0)?;
                Some(sum.or(whole))
            }
            _ => Some(sum),
        }
    }

    fn mean(&self, score: &ScoreRule, parts: &[Part]) -> Option<Span> {
        let spans = parts.iter().map(|part| self.part(part)).collect::<Option<Vec<Span>>>()?;
        let all = spans.iter().copied().reduce(Span::or)?;
        let fixed = score.missing == MissingRule::Require
            && !parts.iter().any(|part| self.may_be_left_out(score, part.source));
        if !fixed {
            return Some(Span { step: None, ..all });
        }
        let sum = spans.into_iter().try_fold(Span::single(Ratio::ZERO), Span::plus)?;
        sum.over(Span::single(Ratio::count(parts.len())))
    }

    fn part(&self, part: &Part) -> Option<Span> {
        let span = self.source(part.source)?;
        span.times(Span::single(Ratio::of(part.times)))?.plus(Span::single(Ratio::of(part.plus)))
    }

    fn source(&self, source: Source) -> Option<Span> {
        match source {
            Source::Score(place) => self.scores.get(usize::from(place)).copied().flatten(),
            Source::Item(place) => {
                let values = |set: u16, other: Option<crate::Number>| {
                    let points: Option<Vec<Ratio>> =
                        self.rules.set(set).iter().map(|option| option.score.map(Ratio::of)).collect();
                    let mut points = points?;
                    points.extend(other.map(Ratio::of));
                    Span::of_values(&points)
                };
                match &self.rules.items.get(usize::from(place))?.answer {
                    AnswerRule::One(set) | AnswerRule::Truth(set) => values(*set, None),
                    AnswerRule::Open(set, other) => values(*set, Some((*other)?)),
                    AnswerRule::Many(set) => {
                        values(*set, None)?;
                        let (lowest, highest) = build::ends(self.rules, source)?;
                        let (lowest, highest) = (Ratio::of(lowest), Ratio::of(highest));
                        // Sums of several: multiples of what divides each option.
                        let options =
                            self.rules.set(*set).iter().filter_map(|option| option.score.map(Ratio::of));
                        let step = options.chain([lowest]).try_fold(Ratio::ZERO, Ratio::gcd);
                        Some(Span { lowest, highest, step })
                    }
                    AnswerRule::Number(grid) => {
                        let (lowest, highest) = (Ratio::of(grid.min?), Ratio::of(grid.max?));
                        Some(Span { lowest, highest, step: Some(Ratio::of(grid.step)) })
                    }
                    AnswerRule::None | AnswerRule::Date | AnswerRule::Text => None,
                }
            }
        }
    }

    fn may_be_left_out(&self, score: &ScoreRule, source: Source) -> bool {
        let Source::Item(place) = source else { return false };
        if matches!(score.missing, MissingRule::Minimum(_)) {
            return true;
        }
        let mut above = self.rules.items.get(usize::from(place));
        for _ in 0..self.rules.items.len() {
            let Some(item) = above else { return false };
            if item.when.is_some() || item.extra {
                return true;
            }
            above = item.parent.and_then(|parent| self.rules.items.get(usize::from(parent)));
        }
        false
    }

    fn formula(&self, score: &ScoreRule, ops: &[Op]) -> Option<Span> {
        let mut stack: Vec<Cell> = Vec::new();
        for op in ops {
            let cell = self.step(score, *op, &mut stack);
            stack.push(cell);
        }
        stack.pop()?.span
    }

    fn step(&self, score: &ScoreRule, op: Op, stack: &mut Vec<Cell>) -> Cell {
        // What is made of an answer that may be left out may be left out itself.
        let mut may_be_left_out = false;
        let mut pop = || {
            let cell = stack.pop()?;
            may_be_left_out |= cell.may_be_left_out;
            cell.span
        };
        let span = match op {
            Op::Number(number) => Some(Span::single(Ratio::of(number))),
            Op::Item(place) => {
                let source = Source::Item(place);
                return Cell {
                    span: self.source(source),
                    may_be_left_out: self.may_be_left_out(score, source),
                };
            }
            Op::Score(place) => self.source(Source::Score(place)),
            Op::Answered(_) | Op::Scored(_) => Some(Span::truth()),
            Op::Negate => pop().and_then(Span::negated),
            Op::Round(places) => pop().and_then(|span| span.rounded(places)),
            Op::Not => {
                pop();
                Some(Span::truth())
            }
            Op::If => {
                let (other, then) = (pop(), pop());
                pop();
                then.zip(other).map(|(then, other)| then.or(other))
            }
            Op::Sum(count) | Op::Count(count) | Op::Min(count) | Op::Max(count) => {
                let start = stack.len().saturating_sub(usize::from(count));
                let cells = stack.split_off(start);
                may_be_left_out = !cells.is_empty() && cells.iter().all(|cell| cell.may_be_left_out);
                over(op, &cells)
            }
            Op::Add | Op::Subtract | Op::Multiply | Op::Divide => {
                let (two, one) = (pop(), pop());
                one.zip(two).and_then(|(one, two)| match op {
                    Op::Add => one.plus(two),
                    Op::Subtract => one.plus(two.negated()?),
                    Op::Multiply => one.times(two),
                    _ => one.over(two),
                })
            }
            _ => {
                pop();
                pop();
                Some(Span::truth())
            }
        };
        Cell { span, may_be_left_out }
    }
}

fn over(op: Op, cells: &[Cell]) -> Option<Span> {
    if let Op::Count(count) = op {
        return Some(Span::up_to(usize::from(count)));
    }
    if let Op::Sum(_) = op {
        return cells.iter().try_fold(Span::single(Ratio::ZERO), |sum, cell| {
            let span = cell.span?;
            sum.plus(if cell.may_be_left_out { span.or(Span::single(Ratio::ZERO)) } else { span })
        });
    }
    let least = matches!(op, Op::Min(_));
    let mut result: Option<Span> = None;
    for cell in cells {
        let span = cell.span?;
        result = Some(match result {
            None => span,
            // Where it may be left out, the others alone stand as well.
            Some(known) if cell.may_be_left_out => known.or(known.least(span, least)).or(span),
            Some(known) => known.least(span, least),
        });
    }
    // Any one may be all that is left.
    let alone = cells.iter().any(|cell| cell.may_be_left_out);
    if alone { cells.iter().filter_map(|cell| cell.span).chain(result).reduce(Span::or) } else { result }
}

#[cfg(test)]
#[path = "span_tests.rs"]
mod tests;
