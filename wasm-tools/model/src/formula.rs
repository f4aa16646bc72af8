//! Formulas: a small language over the answers and the scores of a questionnaire.
//!
//! A formula is compiled at build to steps for a stack ([`Op`]). Carrying them out always ends, takes one turn
//! for each step, and gives a fraction or no value; there are no loops, and no input makes it fail.

mod parse;
mod term;
#[cfg(test)]
mod tests;

use crate::prelude::*;

use crate::Number;
use crate::ratio::Ratio;

pub(crate) use parse::{Fault, Names, parse};
pub use term::Term;

/// The longest formula, in characters.
pub(crate) const LONGEST: usize = 2000;
/// The most steps of a formula.
pub(crate) const MOST_STEPS: usize = 400;
/// How deep brackets may stand within brackets.
pub(crate) const DEEPEST: usize = 24;

/// One step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Op {
    Number(Number),
    /// The points of a question.
    Item(u16),
    /// Another score.
    Score(u16),
    /// 1 if the question is shown and answered, otherwise 0.
    Answered(u16),
    /// 1 if the score has a value, otherwise 0.
    Scored(u16),
    Negate,
    Add,
    Subtract,
    Multiply,
    Divide,
    Equal,
    Unequal,
    Less,
    AtMost,
    Greater,
    AtLeast,
    And,
    Or,
    Not,
    /// Condition, value if it holds, value if not.
    If,
    /// To this many decimal places.
    Round(u8),
    /// Over this many values.
    Sum(u16),
    Count(u16),
    Min(u16),
    Max(u16),
}

/// A value on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cell {
    Is(Ratio),
    /// A question without an answer: `sum`, `min` and `max` leave it out, everything else has no value.
    Open,
    /// No value: an answer is missing where it is needed, or a division by zero.
    Nothing,
}

impl Cell {
    fn value(self) -> Option<Ratio> {
        match self {
            Cell::Is(ratio) => Some(ratio),
            _ => None,
        }
    }

    fn from(value: Option<Ratio>) -> Cell {
        value.map_or(Cell::Nothing, Cell::Is)
    }

    fn truth(self) -> Option<bool> {
        self.value().map(|ratio| !ratio.is_zero())
    }
}

/// What a formula asks of the answers.
pub(crate) trait Source {
    /// The points of a question, if it is shown and answered.
    fn item(&self, place: u16) -> Option<Ratio>;
    /// The value of another score.
    fn score(&self, place: u16) -> Option<Ratio>;
    /// Whether a question is shown and answered, points or not.
    fn is_answered(&self, place: u16) -> bool;
}

/// Carries out a formula.
pub(crate) fn evaluate(ops: &[Op], source: &dyn Source) -> Option<Ratio> {
    let mut stack: Vec<Cell> = Vec::new();
    for op in ops {
        let cell = step(*op, &mut stack, source);
        stack.push(cell);
    }
    stack.pop().and_then(Cell::value)
}

fn step(op: Op, stack: &mut Vec<Cell>, source: &dyn Source) -> Cell {
    let truth = |holds: bool| Cell::Is(if holds { Ratio::ONE } else { Ratio::ZERO });
    match op {
        Op::Number(number) => Cell::Is(Ratio::of(number)),
        Op::Item(place) => source.item(place).map_or(Cell::Open, Cell::Is),
        Op::Score(place) => Cell::from(source.score(place)),
        Op::Answered(place) => truth(source.is_answered(place)),
        Op::Scored(place) => truth(source.score(place).is_some()),
        Op::Negate => Cell::from(pop(stack).value().and_then(Ratio::negated)),
        Op::Not => pop(stack).truth().map_or(Cell::Nothing, |holds| truth(!holds)),
        Op::Round(places) => Cell::from(pop(stack).value().and_then(|value| value.rounded(places))),
        Op::If => {
            let (other, then) = (pop(stack), pop(stack));
            match pop(stack).truth() {
                Some(true) => then,
                Some(false) => other,
                None => Cell::Nothing,
            }
        }
        Op::And | Op::Or => {
            let (two, one) = (pop(stack).truth(), pop(stack).truth());
            // What one side decides alone needs no value of the other.
            let deciding = op == Op::Or;
            match (one, two) {
                (Some(one), _) if one == deciding => truth(deciding),
                (_, Some(two)) if two == deciding => truth(deciding),
                (Some(_), Some(_)) => truth(!deciding),
                _ => Cell::Nothing,
            }
        }
        Op::Sum(count) | Op::Count(count) | Op::Min(count) | Op::Max(count) => {
            let start = stack.len().saturating_sub(usize::from(count));
            let value = over(op, stack.get(start..).unwrap_or_default());
            stack.truncate(start);
            Cell::from(value)
        }
        _ => {
            let (two, one) = (pop(stack).value(), pop(stack).value());
            let (Some(one), Some(two)) = (one, two) else { return Cell::Nothing };
            match op {
                Op::Add => Cell::from(one.plus(two)),
                Op::Subtract => Cell::from(one.minus(two)),
                Op::Multiply => Cell::from(one.times(two)),
                Op::Divide => Cell::from(one.divided_by(two)),
                Op::Equal => truth(one == two),
                Op::Unequal => truth(one != two),
                Op::Less => truth(one < two),
                Op::AtMost => truth(one <= two),
                Op::Greater => truth(one > two),
                _ => truth(one >= two),
            }
        }
    }
}

fn pop(stack: &mut Vec<Cell>) -> Cell {
    stack.pop().unwrap_or(Cell::Nothing)
}

/// One value of several.
fn over(op: Op, cells: &[Cell]) -> Option<Ratio> {
    if let Op::Count(_) = op {
        return Some(Ratio::count(cells.iter().filter(|cell| cell.truth() == Some(true)).count()));
    }
    let mut result = if let Op::Sum(_) = op { Some(Ratio::ZERO) } else { None };
    for cell in cells {
        let value = match cell {
            Cell::Open => continue,
            Cell::Nothing => return None,
            Cell::Is(value) => *value,
        };
        result = Some(match (op, result) {
            (Op::Sum(_), Some(sum)) => sum.plus(value)?,
            (Op::Min(_), Some(least)) => least.min(value),
            (_, Some(most)) => most.max(value),
            (_, None) => value,
        });
    }
    result
}
