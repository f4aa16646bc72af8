//! Totals that need no formula: sums, means and counts of questions, each with its factor and direction.

use footbridge_model::{Missing, Number};

use super::{Form, hundredths};
use crate::fhir::path::expr::Expr;
use crate::fhir::path::meaning::same;

/// How the parts are put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Sum,
    Mean,
    /// How many have at least these points.
    Count(Number),
    Weighted,
}

/// One question or score that counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) item: usize,
    pub(super) weight: Number,
    /// Counted the other way round.
    pub(super) turned: bool,
}

/// A total without a formula.
#[derive(Clone, Debug)]
pub(super) struct Parts {
    pub(super) shape: Shape,
    pub(super) all: Vec<Part>,
}

impl Form<'_, '_> {
    /// The parts of an expression, if it has that shape.
    pub(super) fn parts(&self, expr: &Expr, missing: Missing) -> Option<Parts> {
        let (mean, body) = match expr {
            Expr::Mean(list) => (true, Expr::Sum(list.clone())),
            Expr::Op("/", sum, answered) => match &**answered {
                Expr::Answered(list) if same(list, &sum.sources()) => (true, (**sum).clone()),
                _ => return None,
            },
            other => (false, other.clone()),
        };
        let terms: &[Expr] = match &body {
            Expr::Add(terms) => terms,
            one => std::slice::from_ref(one),
        };
        let counts = |term: &Expr| matches!(term, Expr::CountAtLeast(..) | Expr::CountAtMost(..));
        if terms.iter().any(counts) {
            return if mean { None } else { self.count(terms) };
        }
        let mut weighted = false;
        let mut all = Vec::new();
        for term in terms {
            let (factor, term) = match term {
                Expr::Op("*", one, two) => match (&**one, &**two) {
                    (Expr::Number(digits, below), part) | (part, Expr::Number(digits, below)) => {
                        weighted = true;
                        (hundredths((*digits, *below))?, part)
                    }
                    _ => return None,
                },
                term => (Number::ONE, term),
            };
            self.term(term, factor, missing == Missing::Require, &mut all)?;
        }
        self.whole(if weighted && !mean { Shape::Weighted } else { Shape::Sum }, all, mean && weighted).map(
            |mut parts| {
                if mean {
                    parts.shape = Shape::Mean;
                }
                parts
            },
        )
    }

    /// What one term adds. Where answers may be missing, only what adds nothing without an answer is a part.
    fn term(&self, term: &Expr, weight: Number, all_there: bool, all: &mut Vec<Part>) -> Option<()> {
        let certain = |item: &usize| all_there && !self.is_conditional(*item);
        let mut add = |items: &[usize], turned: bool| {
            all.extend(items.iter().map(|item| Part { item: *item, weight, turned }));
        };
        match term {
            Expr::Sum(list) => add(list, false),
            Expr::Turned(list, from) if list.iter().all(|item| self.turns(*item, *from)) => add(list, true),
            Expr::Item(item) if certain(item) => add(&[*item], false),
            Expr::Score(item) if all_there => add(&[*item], false),
            Expr::Op("-", from, points) => {
                let Expr::Number(digits, below) = **from else { return None };
                let item = match &**points {
                    Expr::Item(item) => *item,
                    Expr::Sum(list) if list.len() == 1 => list[0],
                    _ => return None,
                };
                if !certain(&item) || !self.turns(item, hundredths((digits, below))?) {
                    return None;
                }
                add(&[item], true);
            }
            _ => return None,
        }
        Some(())
    }

    /// How many are large enough; those that are counted the other way round, small enough.
    fn count(&self, terms: &[Expr]) -> Option<Parts> {
        let mut least: Option<Number> = None;
        let mut all = Vec::new();
        let mut agree = |limit: Number| *least.get_or_insert(limit) == limit;
        for term in terms {
            match term {
                Expr::CountAtLeast(list, limit) => {
                    agree(*limit).then_some(())?;
                    all.extend(list.iter().map(|item| Part {
                        item: *item,
                        weight: Number::ONE,
                        turned: false,
                    }));
                }
                Expr::CountAtMost(list, limit) => {
                    for item in list {
                        agree(self.turn(*item)?.minus(*limit)).then_some(())?;
                        all.push(Part { item: *item, weight: Number::ONE, turned: true });
                    }
                }
                _ => {}
            }
        }
        let least = least?;
        // Yes is 1 and no is 0, so that with a limit between them a sum of them counts.
        for term in terms {
            let (list, turned) = match term {
                Expr::Sum(list) => (list, false),
                Expr::Turned(list, Number::ONE) => (list, true),
                _ => continue,
            };
            let is_truth =
                |item: &usize| self.tree.entries.get(*item).is_some_and(|entry| entry.kind == "boolean");
            if !list.iter().all(is_truth) || least <= Number::ZERO || least > Number::ONE {
                return None;
            }
            all.extend(list.iter().map(|item| Part { item: *item, weight: Number::ONE, turned }));
        }
        let known = |term: &Expr| {
            matches!(term, Expr::CountAtLeast(..) | Expr::CountAtMost(..) | Expr::Sum(_) | Expr::Turned(..))
        };
        if !terms.iter().all(known) {
            return None;
        }
        self.whole(Shape::Count(least), all, false)
    }

    /// Each item once; in the order of the file, unless factors belong to an order of their own.
    fn whole(&self, shape: Shape, mut all: Vec<Part>, refused: bool) -> Option<Parts> {
        if shape != Shape::Weighted {
            all.sort_by_key(|part| part.item);
        }
        let mut seen = std::collections::BTreeSet::new();
        let once = all.iter().all(|part| seen.insert(part.item));
        (once && !refused && !all.is_empty()).then_some(Parts { shape, all })
    }

    /// Whether this number less the points is what "reversed" means.
    fn turns(&self, item: usize, from: Number) -> bool {
        self.turn(item) == Some(from)
    }

    fn turn(&self, item: usize) -> Option<Number> {
        let id = &self.tree.entries.get(item)?.id;
        self.ends.get(id).map(|(low, high)| low.plus(*high))
    }
}
