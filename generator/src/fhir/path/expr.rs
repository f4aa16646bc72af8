//! What an expression computes, over items of the file: numbers and truths, with FHIRPath's meaning of "empty".

use footbridge_model::Number;

/// More parts than this in one total.
const MOST_PARTS: usize = 1500;

/// A number or a truth. Items are places in the tree of the file.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::fhir) enum Expr {
    /// Nothing.
    Empty,
    /// A number, exact as a fraction.
    Number(i64, i64),
    Truth(bool),
    /// The points of the one answer to an item; empty without an answer.
    Item(usize),
    /// The value of a computed item.
    Score(usize),
    /// The sum of the points of those that are answered; 0 of none.
    Sum(Vec<usize>),
    Mean(Vec<usize>),
    Min(Vec<usize>),
    Max(Vec<usize>),
    /// How many are answered.
    Answered(Vec<usize>),
    /// How many have at least these points.
    CountAtLeast(Vec<usize>, Number),
    /// How many have at most these points.
    CountAtMost(Vec<usize>, Number),
    /// The sum of "this number less the points" of those that are answered.
    Turned(Vec<usize>, Number),
    /// Whether one of them is answered.
    Any(Vec<usize>),
    Add(Vec<Expr>),
    Op(&'static str, Box<Expr>, Box<Expr>),
    Not(Box<Expr>),
    If(Box<Expr>, Box<Expr>, Box<Expr>),
    Round(Box<Expr>, u8),
}

impl Expr {
    pub(in crate::fhir) const ZERO: Expr = Expr::Number(0, 1);

    /// Reads a number as it is written.
    pub(in crate::fhir) fn literal(text: &str) -> Option<Expr> {
        let (whole, part) = text.split_once('.').unwrap_or((text, ""));
        let part = part.trim_end_matches('0');
        if whole.len() + part.len() > 9 {
            return None;
        }
        let digits: i64 = format!("{whole}{part}").parse().ok()?;
        Some(Expr::Number(digits, 10_i64.pow(u32::try_from(part.len()).ok()?)))
    }

    /// Whether it is a truth.
    pub(in crate::fhir) fn is_truth(&self) -> bool {
        match self {
            Expr::Truth(_) | Expr::Any(_) | Expr::Not(_) => true,
            Expr::Op(sign, ..) => !matches!(*sign, "*" | "/" | "-"),
            _ => false,
        }
    }

    /// The expressions that it is made of.
    fn parts(&self) -> Vec<&Expr> {
        match self {
            Expr::Add(list) => list.iter().collect(),
            Expr::Op(_, one, two) => vec![one, two],
            Expr::Not(one) | Expr::Round(one, _) => vec![one],
            Expr::If(one, two, three) => vec![one, two, three],
            _ => Vec::new(),
        }
    }

    /// How many parts it has; an error if they are too many.
    pub(in crate::fhir) fn weigh(&self) -> Result<usize, String> {
        let mut pending = vec![self];
        let mut count = 0;
        while let Some(expr) = pending.pop() {
            count += match expr {
                Expr::Sum(list)
                | Expr::Mean(list)
                | Expr::Any(list)
                | Expr::Answered(list)
                | Expr::Turned(list, _)
                | Expr::CountAtLeast(list, _)
                | Expr::CountAtMost(list, _) => list.len(),
                _ => 1,
            };
            if count > MOST_PARTS {
                return Err(format!("it has more than {MOST_PARTS} parts"));
            }
            pending.extend(expr.parts());
        }
        Ok(count)
    }

    /// `one + two`, with sums joined.
    pub(in crate::fhir) fn plus(self, other: Expr) -> Expr {
        let terms = |expr: Expr| match expr {
            Expr::Add(list) => list,
            one => vec![one],
        };
        let mut all = terms(self);
        for term in terms(other) {
            match (all.last_mut(), term) {
                (_, Expr::Number(0, _)) => {}
                (Some(Expr::Sum(known)), Expr::Sum(more))
                | (Some(Expr::Answered(known)), Expr::Answered(more))
                    if more.iter().all(|item| !known.contains(item)) =>
                {
                    known.extend(more);
                }
                (_, term) => all.push(term),
            }
        }
        match all.len() {
            1 => all.remove(0),
            _ => Expr::Add(all),
        }
    }

    /// The opposite of a truth.
    pub(in crate::fhir) fn negated(self) -> Expr {
        match self {
            Expr::Truth(value) => Expr::Truth(!value),
            Expr::Not(inner) => *inner,
            Expr::Op(sign @ ("and" | "or"), one, two) => {
                let other = if sign == "and" { "or" } else { "and" };
                Expr::Op(other, Box::new(one.negated()), Box::new(two.negated()))
            }
            Expr::Op(sign, one, two) => {
                let other = match sign {
                    "<" => ">=",
                    ">" => "<=",
                    "<=" => ">",
                    ">=" => "<",
                    "=" => "!=",
                    "!=" => "=",
                    sign => return Expr::Not(Box::new(Expr::Op(sign, one, two))),
                };
                Expr::Op(other, one, two)
            }
            other => Expr::Not(Box::new(other)),
        }
    }

    /// `iif(condition, then, other)`, with the common ways to say "0 if unanswered" understood.
    pub(in crate::fhir) fn choice(condition: Expr, then: Expr, other: Expr) -> Expr {
        match (condition, then, other) {
            (Expr::Any(asked), Expr::Item(item), Expr::Number(0, _)) if asked == [item] => Expr::Sum(asked),
            (Expr::Any(asked), Expr::Sum(list), Expr::Number(0, _)) if asked == list => Expr::Sum(list),
            (Expr::Any(asked), Expr::Sum(list), Expr::Empty) if asked == list && asked.len() == 1 => {
                Expr::Item(asked[0])
            }
            (Expr::Any(asked), Expr::Number(1, 1), Expr::Number(0, _)) if asked.len() == 1 => {
                Expr::Answered(asked)
            }
            (Expr::Op(sign @ (">=" | "<="), one, two), Expr::Number(1, 1), Expr::Number(0, _))
                if counted(sign, &one, &two).is_some() =>
            {
                counted(sign, &one, &two).unwrap_or(Expr::ZERO)
            }
            (Expr::Not(inner), then, other) if !matches!(*inner, Expr::Not(_)) => {
                Expr::choice(*inner, other, then)
            }
            (Expr::Truth(true), then, _) => then,
            (Expr::Truth(false), _, other) => other,
            (condition, Expr::Empty, other) if other != Expr::Empty => {
                Expr::If(Box::new(condition.negated()), Box::new(other), Box::new(Expr::Empty))
            }
            (condition, then, other) => Expr::If(Box::new(condition), Box::new(then), Box::new(other)),
        }
    }

    /// `one or two`, with questions of "is any answered" joined.
    pub(in crate::fhir) fn either(self, other: Expr) -> Expr {
        match (self, other) {
            (Expr::Any(mut one), Expr::Any(two)) => {
                for item in two {
                    if !one.contains(&item) {
                        one.push(item);
                    }
                }
                Expr::Any(one)
            }
            (one, two) => Expr::Op("or", Box::new(one), Box::new(two)),
        }
    }

    /// The items whose points it needs.
    pub(in crate::fhir) fn sources(&self) -> Vec<usize> {
        let mut sources: Vec<usize> = Vec::new();
        let mut pending = vec![self];
        while let Some(expr) = pending.pop() {
            let own: &[usize] = match expr {
                Expr::Item(item) | Expr::Score(item) => std::slice::from_ref(item),
                Expr::Sum(list) | Expr::Mean(list) | Expr::Min(list) | Expr::Max(list) => list,
                Expr::CountAtLeast(list, _) | Expr::CountAtMost(list, _) | Expr::Turned(list, _) => list,
                _ => &[],
            };
            for item in own {
                if !sources.contains(item) {
                    sources.push(*item);
                }
            }
            pending.extend(expr.parts());
        }
        sources
    }
}

/// `iif(points >= limit, 1, 0)` counts whether one answer is large (or small) enough.
fn counted(sign: &str, one: &Expr, two: &Expr) -> Option<Expr> {
    let Expr::Number(digits, below) = two else { return None };
    let hundredths = digits.checked_mul(100).filter(|hundredths| hundredths % below == 0)? / below;
    let limit = Number::from_hundredths(hundredths);
    match (one, sign) {
        (Expr::Item(item) | Expr::Score(item), ">=") => Some(Expr::CountAtLeast(vec![*item], limit)),
        // A sum over no answer is 0, which must not count.
        (Expr::Sum(list), ">=") if list.len() == 1 && limit > Number::ZERO => {
            Some(Expr::CountAtLeast(list.clone(), limit))
        }
        (Expr::Item(item) | Expr::Score(item), "<=") => Some(Expr::CountAtMost(vec![*item], limit)),
        _ => None,
    }
}
