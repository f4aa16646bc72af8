//! What an expression says about missing answers: it stands around the rest, as a condition.

use super::Form;
use crate::fhir::path::expr::Expr;
use crate::fhir::path::meaning::same;

/// Which answers there must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Guard {
    All,
    AtLeast(u16),
    /// So many may be missing, and are taken to be like the others.
    Prorate(u16),
}

impl Form<'_, '_> {
    /// Takes the conditions on missing answers off an expression.
    pub(super) fn guarded(&self, mut expr: Expr) -> Result<(Guard, Expr), String> {
        let mut guard = Guard::All;
        loop {
            match expr {
                Expr::If(condition, then, other) if *other == Expr::Empty => {
                    match (self.guard(&condition, &then.sources())?, guard) {
                        (Guard::All, _) => {}
                        (one, Guard::All) => guard = one,
                        _ => return Err("it has two conditions on missing answers".to_owned()),
                    }
                    expr = *then;
                }
                rest => return Ok((guard, rest)),
            }
        }
    }

    /// One condition: does it only ask whether enough is answered?
    fn guard(&self, condition: &Expr, sources: &[usize]) -> Result<Guard, String> {
        let known = |list: &[usize]| !list.is_empty() && list.iter().all(|item| sources.contains(item));
        let always = |list: &[usize]| list.iter().all(|item| !self.is_conditional(*item));
        let unclear = || Err("its condition on missing answers is not understood".to_owned());
        match condition {
            Expr::Truth(true) => Ok(Guard::All),
            Expr::Any(list) if known(list) && (list.len() == sources.len() || always(list)) => Ok(Guard::All),
            Expr::Op("and", one, two) => {
                let strict = |part: &Expr| !matches!(part, Expr::Any(list) if !always(list));
                match (self.guard(one, sources)?, self.guard(two, sources)?) {
                    (Guard::All, Guard::All) if strict(one) && strict(two) => Ok(Guard::All),
                    _ => unclear(),
                }
            }
            Expr::Op(sign @ ("=" | ">=" | ">"), one, two) => {
                let list = match &**one {
                    Expr::Answered(list) if known(list) => list,
                    _ => return Err("it is a number only under a condition on the answers".to_owned()),
                };
                let count = i64::try_from(list.len()).unwrap_or(i64::MAX);
                let all = same(list, sources);
                let (least, left) = match &**two {
                    Expr::Number(number, 1) => (number + i64::from(*sign == ">"), None),
                    // "All but one" is how an export of ours says that missing answers are filled in.
                    Expr::Op("-", all, missing) => match (&**all, &**missing) {
                        (Expr::Number(all, 1), Expr::Number(missing, 1)) if *all == count => {
                            (all - missing, u16::try_from(*missing).ok().filter(|_| *sign == ">="))
                        }
                        _ => return unclear(),
                    },
                    _ => return unclear(),
                };
                match (u16::try_from(least), left) {
                    (_, Some(most)) if all && most > 0 && i64::from(most) < count && always(list) => {
                        Ok(Guard::Prorate(most))
                    }
                    (Ok(_), _) if least == count && always(list) => Ok(Guard::All),
                    (Ok(least), _) if all && *sign != "=" && least > 0 && i64::from(least) <= count => {
                        Ok(Guard::AtLeast(least))
                    }
                    _ => unclear(),
                }
            }
            _ => Err("it is a number only under a condition on the answers".to_owned()),
        }
    }

    /// Recognises a total in which missing answers are taken to be like the mean of the others.
    pub(super) fn prorated(&self, guard: Guard, expr: Expr) -> (Guard, Expr) {
        let (guard, most, count) = match guard {
            Guard::All => return (guard, expr),
            Guard::Prorate(most) => (guard, most, expr.sources().len()),
            Guard::AtLeast(least) => {
                let count = expr.sources().len();
                (guard, u16::try_from(count.saturating_sub(usize::from(least))).unwrap_or(0), count)
            }
        };
        let is_mean = matches!(&expr, Expr::Mean(_))
            || matches!(&expr, Expr::Op("/", _, count) if matches!(**count, Expr::Answered(_)));
        match stretched(&expr, count) {
            Some(sum) if most > 0 && !sum.sources().iter().any(|item| self.is_conditional(*item)) => {
                (Guard::Prorate(most), sum)
            }
            // The mean of what is there is the same for both rules; the guard says which one was meant.
            _ if is_mean => (guard, expr),
            _ => match guard {
                Guard::Prorate(most) => {
                    let least = count.saturating_sub(usize::from(most));
                    (Guard::AtLeast(u16::try_from(least).unwrap_or(u16::MAX)), expr)
                }
                guard => (guard, expr),
            },
        }
    }
}

/// The sum in `(sum * count / answered).round(0)`, or in the same under "if one is missing", otherwise the sum.
fn stretched(expr: &Expr, count: usize) -> Option<Expr> {
    let count = i64::try_from(count).ok()?;
    let all = |expr: &Expr| *expr == Expr::Number(count, 1);
    let there = |expr: &Expr, sum: &Expr| matches!(expr, Expr::Answered(list) if same(list, &sum.sources()));
    match expr {
        Expr::If(condition, then, other) => {
            let Expr::Op("<", one, two) = &**condition else { return None };
            let Expr::Round(..) = &**then else { return None };
            let sum = stretched_sum(then, &all, &there)?;
            (all(two) && there(one, &sum) && sum == **other).then_some(sum)
        }
        // Of whole weights the sum is whole where nothing is missing, too; of others it is not.
        _ => None,
    }
}

fn stretched_sum(
    expr: &Expr,
    all: &dyn Fn(&Expr) -> bool,
    there: &dyn Fn(&Expr, &Expr) -> bool,
) -> Option<Expr> {
    let Expr::Round(inner, 0) = expr else { return None };
    let Expr::Op("/", over, answered) = &**inner else { return None };
    let Expr::Op("*", sum, count) = &**over else { return None };
    (all(count) && there(answered, sum)).then(|| (**sum).clone())
}
