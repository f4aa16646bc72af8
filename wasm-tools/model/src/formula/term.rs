//! A formula as a tree, for whoever writes it in another language. Never in the browser.

use crate::prelude::*;
use alloc::boxed::Box;

use super::Op;
use crate::rules::build;
use crate::{Number, Questionnaire, Score, layout};

/// A formula or a part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Term {
    /// A number.
    Number(Number),
    /// The points of a question, by its id. A question with several entries stands once for all of them.
    Item(String),
    /// The value of another score, by its id.
    Score(String),
    /// Whether a question or a score has an answer, by its id.
    Answered(String),
    /// The opposite number.
    Negative(Box<Term>),
    /// The opposite truth.
    Not(Box<Term>),
    /// Two parts and the sign between them, as it is written.
    Both(&'static str, Box<Term>, Box<Term>),
    /// Condition, value if it holds, value if not.
    If(Box<[Term; 3]>),
    /// To so many decimal places.
    Round(Box<Term>, u8),
    /// One of the functions `sum`, `count`, `min` and `max`, over several.
    Over(&'static str, Vec<Term>),
}

impl Questionnaire {
    /// The formula of a score as a tree; nothing if it has none, or one with a fault.
    pub fn formula_of(&self, score: &Score) -> Option<Term> {
        let ops = build::compile(self, score.formula.as_deref()?).ok()?;
        let slots = layout::slots(self);
        let item = |place: u16| {
            slots.get(usize::from(place)).map(|slot| self.items[slot.item].id.clone()).unwrap_or_default()
        };
        let score = |place: u16| {
            self.scores.get(usize::from(place)).map(|score| score.id.clone()).unwrap_or_default()
        };
        let mut stack: Vec<Term> = Vec::new();
        for op in ops {
            let term = match op {
                Op::Number(number) => Term::Number(number),
                Op::Item(place) => Term::Item(item(place)),
                Op::Score(place) => Term::Score(score(place)),
                Op::Answered(place) => Term::Answered(item(place)),
                Op::Scored(place) => Term::Answered(score(place)),
                Op::Negate => Term::Negative(Box::new(stack.pop()?)),
                Op::Not => Term::Not(Box::new(stack.pop()?)),
                Op::Round(places) => Term::Round(Box::new(stack.pop()?), places),
                Op::If => {
                    let (other, then) = (stack.pop()?, stack.pop()?);
                    Term::If(Box::new([stack.pop()?, then, other]))
                }
                Op::Sum(count) | Op::Count(count) | Op::Min(count) | Op::Max(count) => {
                    let mut parts = stack.split_off(stack.len().checked_sub(usize::from(count))?);
                    // The entries of one question stand side by side, and are one part here.
                    let entries =
                        |id: &str| (0..slots.len()).filter(|at| item(build::small(*at)) == id).count();
                    let mut left = 0;
                    parts.retain(|part| match part {
                        Term::Item(_) if left > 0 => {
                            left -= 1;
                            false
                        }
                        Term::Item(id) => {
                            left = entries(id).saturating_sub(1);
                            true
                        }
                        _ => true,
                    });
                    let name = match op {
                        Op::Sum(_) => "sum",
                        Op::Count(_) => "count",
                        Op::Min(_) => "min",
                        _ => "max",
                    };
                    Term::Over(name, parts)
                }
                op => {
                    let two = stack.pop()?;
                    let one = stack.pop()?;
                    match (sign(op), &one, &two) {
                        // "Any entry is answered" is one question.
                        ("or", Term::Answered(a), Term::Answered(b)) if a == b => one,
                        (sign, ..) => Term::Both(sign, Box::new(one), Box::new(two)),
                    }
                }
            };
            stack.push(term);
        }
        stack.pop()
    }
}

fn sign(op: Op) -> &'static str {
    match op {
        Op::Add => "+",
        Op::Subtract => "-",
        Op::Multiply => "*",
        Op::Divide => "/",
        Op::Equal => "=",
        Op::Unequal => "!=",
        Op::Less => "<",
        Op::AtMost => "<=",
        Op::Greater => ">",
        Op::AtLeast => ">=",
        Op::And => "and",
        _ => "or",
    }
}
