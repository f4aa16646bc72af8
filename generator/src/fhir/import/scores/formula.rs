//! What an expression computes, in the language of our formulas.

use footbridge_model::Number;

use super::{Form, hundredths};
use crate::fhir::path::expr::Expr;

/// How tight an expression binds, from loose to tight.
const OR: u8 = 1;
const AND: u8 = 2;
const NOT: u8 = 3;
const COMPARED: u8 = 4;
const ADDED: u8 = 5;
const MULTIPLIED: u8 = 6;
const WHOLE: u8 = 7;

type Said = Result<(String, u8), String>;

impl Form<'_, '_> {
    /// The formula. `complete`: it is computed only once everything that is shown has an answer.
    pub(super) fn formula(&self, expr: &Expr, complete: bool) -> Result<String, String> {
        Ok(Writer { form: self, complete }.expr(expr)?.0)
    }
}

struct Writer<'f, 't, 'a> {
    form: &'f Form<'t, 'a>,
    complete: bool,
}

impl Writer<'_, '_, '_> {
    fn expr(&self, expr: &Expr) -> Said {
        Ok(match expr {
            Expr::Empty => return Err("it gives nothing in some cases".to_owned()),
            Expr::Number(digits, below) => number(*digits, *below)?,
            Expr::Truth(value) => (i32::from(*value).to_string(), WHOLE),
            Expr::Item(item) | Expr::Score(item) => (self.form.name(*item)?, WHOLE),
            Expr::Sum(items) => (format!("sum({})", self.each(items, |name| name)?), WHOLE),
            Expr::Min(items) => (format!("min({})", self.each(items, |name| name)?), WHOLE),
            Expr::Max(items) => (format!("max({})", self.each(items, |name| name)?), WHOLE),
            Expr::Mean(items) => {
                (format!("{} / {}", self.expr(&Expr::Sum(items.clone()))?.0, self.count(items)?), MULTIPLIED)
            }
            Expr::Answered(items) => (self.count(items)?, WHOLE),
            Expr::CountAtLeast(items, least) => (
                format!("count({})", self.each(items, |name| format!("{name} >= {}", signed(*least)))?),
                WHOLE,
            ),
            Expr::CountAtMost(items, most) => (
                format!("count({})", self.each(items, |name| format!("{name} <= {}", signed(*most)))?),
                WHOLE,
            ),
            Expr::Turned(items, from) => {
                if items.iter().any(|item| self.form.is_several(*item)) {
                    return Err("it turns round answers in a group that repeats".to_owned());
                }
                let sum = self.expr(&Expr::Sum(items.clone()))?.0;
                (format!("{} * {} - {sum}", signed(*from), self.count(items)?), ADDED)
            }
            Expr::Any(items) => {
                let names = items.iter().map(|item| Ok(format!("answered({})", self.form.name(*item)?)));
                let names = names.collect::<Result<Vec<_>, String>>()?;
                let rank = if names.len() == 1 { WHOLE } else { OR };
                (names.join(" or "), rank)
            }
            Expr::Add(terms) => {
                let mut said = Vec::new();
                for (place, term) in terms.iter().enumerate() {
                    said.push(bound(self.expr(term)?, if place == 0 { ADDED } else { MULTIPLIED }));
                }
                (said.join(" + "), ADDED)
            }
            Expr::Op(sign, one, two) => {
                let (rank, left) = match *sign {
                    "or" => (OR, OR),
                    "and" => (AND, AND),
                    "+" | "-" => (ADDED, ADDED),
                    "*" | "/" => (MULTIPLIED, MULTIPLIED),
                    _ => (COMPARED, ADDED),
                };
                let (one, two) = (bound(self.expr(one)?, left), bound(self.expr(two)?, rank + 1));
                (format!("{one} {sign} {two}"), rank)
            }
            Expr::Not(one) => (format!("not {}", bound(self.expr(one)?, COMPARED)), NOT),
            Expr::If(condition, then, other) => {
                let mut asked = self.expr(condition)?.0;
                // In FHIR what cannot be decided is not so; `count` says the same.
                if **then == Expr::Number(1, 1) && **other == Expr::ZERO {
                    return Ok((format!("count({asked})"), WHOLE));
                }
                if !self.has_value(condition) {
                    asked = format!("count({asked}) = 1");
                }
                (format!("if({asked}, {}, {})", self.expr(then)?.0, self.expr(other)?.0), WHOLE)
            }
            Expr::Round(inner, 0) => (format!("round({})", self.expr(inner)?.0), WHOLE),
            Expr::Round(inner, places) => (format!("round({}, {places})", self.expr(inner)?.0), WHOLE),
        })
    }

    fn each(&self, items: &[usize], say: impl Fn(String) -> String) -> Result<String, String> {
        let names = items.iter().map(|item| Ok(say(self.form.name(*item)?)));
        Ok(names.collect::<Result<Vec<_>, String>>()?.join(", "))
    }

    fn count(&self, items: &[usize]) -> Result<String, String> {
        Ok(format!("count({})", self.each(items, |name| format!("answered({name})"))?))
    }

    /// Whether there is a value whenever this is computed.
    fn has_value(&self, expr: &Expr) -> bool {
        let there = |item: &usize| self.complete && !self.form.is_conditional(*item);
        match expr {
            Expr::Item(item) => there(item),
            Expr::Score(_) => self.complete,
            Expr::Mean(list) | Expr::Min(list) | Expr::Max(list) => list.iter().any(there),
            Expr::Add(terms) => terms.iter().all(|term| self.has_value(term)),
            Expr::Op("/", one, two) => {
                self.has_value(one) && matches!(**two, Expr::Number(digits, _) if digits != 0)
            }
            Expr::Op(_, one, two) => self.has_value(one) && self.has_value(two),
            Expr::Not(one) | Expr::Round(one, _) => self.has_value(one),
            Expr::If(_, then, other) => self.has_value(then) && self.has_value(other),
            Expr::Empty => false,
            _ => true,
        }
    }
}

/// Numbers of ours end at ten millions and have two decimal places; others are divisions.
fn number(digits: i64, below: i64) -> Said {
    if digits.unsigned_abs() > 9_999_999 || below > 9_999_999 {
        return Err("a number in it has too many digits".to_owned());
    }
    Ok(match hundredths((digits, below)) {
        Some(number) if digits >= 0 => (number.to_text(), WHOLE),
        Some(number) => (signed(number), WHOLE),
        None if digits >= 0 => (format!("{digits} / {below}"), MULTIPLIED),
        None => (format!("(0 - {} / {below})", digits.unsigned_abs()), WHOLE),
    })
}

/// A number behind an operator.
fn signed(number: Number) -> String {
    if number < Number::ZERO { format!("(0 - {})", Number::ZERO.minus(number)) } else { number.to_text() }
}

/// In brackets where it binds looser than what stands around it.
fn bound((text, rank): (String, u8), around: u8) -> String {
    if rank >= around { text } else { format!("({text})") }
}
