//! Functions of a path: filters, counts, sums, and calculations with their results.

use super::expr::Expr;
use super::links::link_passes;
use super::meaning::{Found, Meaning, Sym, joined, refused, url_of};
use super::parse::{Ast, Start, Step};
use footbridge_model::Number;

impl<'t, 'a> Meaning<'t, 'a> {
    pub(super) fn call(&mut self, sym: Sym, name: &str, arguments: &[Ast], at: Option<usize>) -> Found {
        match (sym, name, arguments) {
            (Sym::Response, "descendants", []) => Ok(Sym::Items((0..self.tree.entries.len()).collect())),
            // An older name for the answers to everything.
            (Sym::Response, "answers", []) => Ok(Sym::Answers((0..self.tree.entries.len()).collect())),
            (Sym::Items(list), "answers", []) => {
                let below = self.all_below(&list, None);
                Ok(Sym::Answers(joined(list, below)))
            }
            (Sym::Form, "descendants", []) => Ok(Sym::FormItems((0..self.tree.entries.len()).collect())),
            (Sym::Items(list), "descendants", []) => Ok(Sym::Items(self.all_below(&list, None))),
            (Sym::FormItems(list), "descendants", []) => Ok(Sym::FormItems(self.all_below(&list, None))),
            (sym, "repeat", [Ast::Path(start, steps)])
                if steps.is_empty() && **start == Start::Here(Step::Name("item".to_owned())) =>
            {
                let top = self.tree.children(None);
                Ok(match sym {
                    Sym::Response => {
                        let mut all = self.all_below(&top, Some(false));
                        all.extend(top);
                        all.sort_unstable();
                        Sym::Items(all)
                    }
                    Sym::Form => Sym::FormItems((0..self.tree.entries.len()).collect()),
                    Sym::Items(list) => Sym::Items(self.all_below(&list, Some(false))),
                    Sym::FormItems(list) => Sym::FormItems(self.all_below(&list, None)),
                    _ => return refused("`repeat` is not understood there"),
                })
            }
            (Sym::Items(list), "where", [test]) => match asks_yes(test) {
                Some(wanted) => self.said(&list, wanted),
                None => Ok(Sym::Items(self.linked(list, test)?)),
            },
            (Sym::FormItems(list), "where", [test]) => Ok(Sym::FormItems(self.linked(list, test)?)),
            (sym, "where", [test]) => self.filtered(sym, test, at),
            (sym, "first" | "single", []) => self.first(sym),
            (sym, "ofType", [_]) if matches!(sym, Sym::Values(_)) => {
                let Some(Ast::Path(start, steps)) = arguments.first() else {
                    return refused("`ofType` needs a type");
                };
                let kind = match (&**start, steps.last()) {
                    (_, Some(Step::Name(name))) | (Start::Here(Step::Name(name)), None) => name.clone(),
                    _ => return refused("`ofType` needs a type"),
                };
                let Sym::Values(list) = sym else { return refused("`ofType` is not understood there") };
                let mut letters = kind.chars();
                let upper = letters
                    .next()
                    .map(|c| c.to_ascii_uppercase())
                    .into_iter()
                    .chain(letters)
                    .collect::<String>();
                self.typed(list, &upper)
            }
            (Sym::Values(list) | Sym::Chosen(list), "weight" | "ordinal", []) => self.weighted(&list, &[]),
            (Sym::Answers(list), "weight" | "ordinal", []) => self.weighted(&list, &[]),
            (Sym::Values(list) | Sym::Chosen(list), "extension", [Ast::Text(url)]) => {
                self.weighted(&list, &[url])
            }
            (Sym::Weights(list), "select", [inner]) if turn_of(inner).is_some() => self.turned(list, inner),
            (Sym::Values(list), "select", [inner]) if turn_of(inner).is_some() => {
                let list = self.valued(&list)?;
                self.turned(list, inner)
            }
            (sym, "select", [inner]) => {
                let single = self.first(sym.clone()).is_ok();
                match self.value(inner, at, Some(&sym))? {
                    Sym::Is(_) | Sym::Text(_) if !single => refused("`select` computes with single answers"),
                    Sym::Is(expr) if expr.sources().is_empty() => {
                        refused("`select` makes the same of all answers")
                    }
                    found => Ok(found),
                }
            }
            (sym, "aggregate", [step, rest @ ..]) => self.aggregate(sym, step, rest),
            (Sym::Is(expr), name, arguments) => self.compute(expr, name, arguments),
            (sym, "sum" | "avg" | "min" | "max" | "count" | "exists" | "empty" | "hasValue", []) => {
                self.over(sym, name)
            }
            (sym, "not", []) => Ok(Sym::Is(self.truth(sym)?.negated())),
            (sym, "toInteger" | "toDecimal" | "toQuantity", []) => Ok(sym),
            (sym, "combine", [other]) => {
                let other = self.value(other, at, None)?;
                match (sym, other) {
                    (Sym::Weights(one), Sym::Weights(two)) if one.iter().all(|item| !two.contains(item)) => {
                        Ok(Sym::Weights(joined(one, two)))
                    }
                    _ => refused("`combine` is not understood there"),
                }
            }
            (sym, "round", [_] | []) => {
                let expr = self.numeric(sym)?;
                self.compute(expr, name, arguments)
            }
            (sym, "power", [_]) => {
                let expr = self.numeric(sym)?;
                self.compute(expr, name, arguments)
            }
            (_, other, _) => refused(format!("the function `{other}` is not understood there")),
        }
    }

    /// The items whose linkId passes.
    pub(super) fn linked(&self, list: Vec<usize>, test: &Ast) -> Result<Vec<usize>, String> {
        let mut left = Vec::new();
        for item in list {
            if link_passes(test, &self.entry(item)?.link, 0)? {
                left.push(item);
            }
        }
        if left.is_empty() {
            return refused("it looks for items that are not there");
        }
        Ok(left)
    }

    pub(super) fn filtered(&mut self, sym: Sym, test: &Ast, at: Option<usize>) -> Found {
        match sym {
            Sym::Extensions(list) => {
                let Some(address) = url_of(test) else {
                    return refused("an extension is chosen by something else than its address");
                };
                // The address may stand in a variable.
                match self.value(address, at, None)? {
                    Sym::Text(url) => self.weighted(&list, &[&url]),
                    _ => refused("an extension is chosen by something else than its address"),
                }
            }
            Sym::Offered(list) => {
                let Ast::Chain(left, rest) = test else {
                    return refused("an answer is looked for in an unknown way");
                };
                let [(sign, right)] = rest.as_slice() else {
                    return refused("an answer is looked for in an unknown way");
                };
                let names = |ast: &Ast| match ast {
                    Ast::Path(start, steps) => match &**start {
                        Start::Here(Step::Name(name)) => {
                            let more = steps.iter().map(|step| match step {
                                Step::Name(name) => name.as_str(),
                                _ => "?",
                            });
                            Some(std::iter::once(name.as_str()).chain(more).collect::<Vec<_>>().join("."))
                        }
                        _ => None,
                    },
                    _ => None,
                };
                let asked = names(left);
                let chosen = self.value(right, at, None)?;
                let same = match (asked.as_deref(), &chosen) {
                    (Some("valueCoding.code" | "value.code"), Sym::Codes(items)) => *items == list,
                    (Some("valueCoding" | "value"), Sym::Values(items)) => *items == list,
                    _ => false,
                };
                // One question at a time: codes of different questions could be the same.
                if sign == "=" && same && list.len() == 1 {
                    Ok(Sym::Chosen(list))
                } else {
                    refused(
                        "the chosen answer is looked for in another question's list, or in an unknown way",
                    )
                }
            }
            Sym::Answers(list) | Sym::Values(list) | Sym::Weights(list) => {
                let each = Sym::Values(list.clone());
                let Ast::Chain(left, rest) = test else { return refused("a filter is not understood") };
                let [(sign, right)] = rest.as_slice() else { return refused("a filter is not understood") };
                let right = self.value(right, at, None)?;
                let left = self.filter_side(left, &each, &list, at)?;
                match (left, sign.as_str(), right) {
                    (Sym::Values(items), "=", Sym::Is(Expr::Truth(wanted))) => self.said(&items, wanted),
                    (Sym::Weights(items), ">=" | ">" | "<=" | "<", Sym::Is(limit)) => {
                        self.sized(items, sign, &limit)
                    }
                    (Sym::Values(items), ">=" | ">" | "<=" | "<", Sym::Is(limit)) => {
                        let items = self.valued(&items)?;
                        self.sized(items, sign, &limit)
                    }
                    (Sym::Codes(_), ..) => refused("answers are chosen by their code, not by their weight"),
                    _ => refused("a filter is not understood"),
                }
            }
            _ => refused("a filter is not understood there"),
        }
    }

    /// Of some items those that are answered with yes, or with no; an answer of another type is neither.
    fn said(&self, items: &[usize], wanted: bool) -> Found {
        let mut asked = Vec::new();
        for item in items.iter().filter(|item| self.is(**item, "boolean")) {
            let entry = self.entry(*item)?;
            // What is computed is no answer to a question.
            if entry.calculation.is_some() {
                return refused(format!("`{}` is computed, as yes or no", entry.link));
            }
            self.countable(entry)?;
            asked.push(*item);
        }
        if asked.is_empty() {
            return refused("no question there is answered with yes or no");
        }
        Ok(if wanted { Sym::Yes(asked) } else { Sym::No(asked) })
    }

    /// Of some answers the large or the small ones.
    fn sized(&self, items: Vec<usize>, sign: &str, limit: &Expr) -> Found {
        if items.iter().any(|item| self.entry(*item).is_ok_and(|entry| entry.at.is("repeats"))) {
            return refused("it counts answers of a question that can have several");
        }
        let Expr::Number(digits, below) = limit else { return refused("a filter is not understood") };
        let hundredths = digits.saturating_mul(100);
        if hundredths % below != 0 {
            return refused("a limit has more than two decimal places");
        }
        // Weights have two decimal places, so that "more than 1" begins at 1.01.
        let (large, off) = match sign {
            ">=" => (true, 0),
            ">" => (true, 1),
            "<=" => (false, 0),
            _ => (false, -1),
        };
        let limit = Number::from_hundredths(hundredths / below + off);
        Ok(if large { Sym::Large(items, limit) } else { Sym::Small(items, limit) })
    }

    /// `select(3 - $this)` over weights.
    fn turned(&self, list: Vec<usize>, inner: &Ast) -> Found {
        if list.iter().any(|item| self.entry(*item).is_ok_and(|entry| entry.at.is("repeats"))) {
            return refused("it turns round answers of a question that can have several");
        }
        match turn_of(inner) {
            Some(from) => Ok(Sym::Turned(list, from)),
            None => refused("`select` is not understood there"),
        }
    }

    /// One side of a filter over answers: `$this`, `value`, `value.weight()` and the like.
    pub(super) fn filter_side(&mut self, ast: &Ast, each: &Sym, list: &[usize], at: Option<usize>) -> Found {
        if let Ast::Path(start, steps) = ast
            && let Start::Here(Step::Name(name)) = &**start
            && let Some(kind) = name.strip_prefix("value")
        {
            let mut found = self.typed(list.to_vec(), kind)?;
            for step in steps {
                found = self.step(found, step, at)?;
            }
            return Ok(found);
        }
        self.value(ast, at, Some(each))
    }

    pub(super) fn aggregate(&mut self, sym: Sym, step: &Ast, rest: &[Ast]) -> Found {
        let is = |ast: &Ast, wanted: &Start| matches!(ast, Ast::Path(start, steps) if steps.is_empty() && **start == *wanted);
        let adds = match step {
            Ast::Chain(left, rest) => match rest.as_slice() {
                [(sign, right)] if sign == "+" => {
                    (is(left, &Start::This) && is(right, &Start::Total))
                        || (is(left, &Start::Total) && is(right, &Start::This))
                }
                _ => false,
            },
            _ => false,
        };
        match rest {
            [Ast::Number(start)] if adds && start == "0" => self.over(sym, "sum"),
            _ => refused("`aggregate` is understood for sums only"),
        }
    }

    /// A function over all answers.
    pub(super) fn over(&self, sym: Sym, name: &str) -> Found {
        let list = match &sym {
            Sym::Answers(list)
            | Sym::Values(list)
            | Sym::Codes(list)
            | Sym::Weights(list)
            | Sym::Chosen(list)
            | Sym::Yes(list)
            | Sym::No(list)
            | Sym::Large(list, _)
            | Sym::Small(list, _)
            | Sym::Turned(list, _) => list.clone(),
            _ => return refused(format!("`{name}` is not understood there")),
        };
        if let "exists" | "empty" | "hasValue" = name {
            let any = match sym {
                Sym::Yes(_) => self.numeric(sym)?,
                Sym::Large(..) | Sym::Small(..) | Sym::No(_) => {
                    return refused(format!("`{name}` is not understood there"));
                }
                _ => Expr::Any(list),
            };
            return Ok(Sym::Is(if name == "empty" { any.negated() } else { any }));
        }
        let single = list.iter().all(|item| self.entry(*item).is_ok_and(|entry| !entry.several));
        Ok(Sym::Is(match (sym, name) {
            (Sym::Yes(list), "count") if single => Expr::Sum(list),
            (Sym::No(list), "count") if single => Expr::Turned(list, Number::ONE),
            (Sym::Large(list, least), "count") => Expr::CountAtLeast(list, least),
            (Sym::Small(list, most), "count") => Expr::CountAtMost(list, most),
            (Sym::Turned(list, from), "sum") => Expr::Turned(list, from),
            (_, "count") if single => Expr::Answered(list),
            (_, "count") => return refused("it counts answers of a question that can have several"),
            (Sym::Weights(list), "sum") => Expr::Sum(list),
            (Sym::Values(list), "sum") => {
                if let Some(scores) = self.all_scores(&list) {
                    return Ok(Sym::Is(scores));
                }
                Expr::Sum(self.valued(&list)?)
            }
            (Sym::Weights(list), "avg") if single => Expr::Mean(list),
            (Sym::Values(list), "avg") if single => Expr::Mean(self.valued(&list)?),
            (Sym::Weights(list), "min") if single => Expr::Min(list),
            (Sym::Weights(list), "max") if single => Expr::Max(list),
            (Sym::Values(list), "min") if single => Expr::Min(self.valued(&list)?),
            (Sym::Values(list), "max") if single => Expr::Max(self.valued(&list)?),
            _ => return refused(format!("`{name}` is not understood there")),
        }))
    }

    /// A sum over computed items.
    pub(super) fn all_scores(&self, list: &[usize]) -> Option<Expr> {
        let is = |item: &usize| self.tree.entries.get(*item).is_some_and(|entry| entry.calculation.is_some());
        (!list.is_empty() && list.iter().all(is)).then(|| Expr::Sum(list.to_vec()))
    }

    /// A function on a number.
    pub(super) fn compute(&mut self, expr: Expr, name: &str, arguments: &[Ast]) -> Found {
        let whole = |ast: Option<&Ast>| match ast {
            None => Some(0),
            Some(Ast::Number(text)) => text.parse::<u8>().ok(),
            _ => None,
        };
        Ok(Sym::Is(match (name, arguments) {
            ("round", [] | [_]) => match whole(arguments.first()) {
                Some(places @ 0..=2) => Expr::Round(Box::new(expr), places),
                _ => return refused("it rounds to more than two decimal places"),
            },
            ("power", [power]) => match whole(Some(power)) {
                Some(2) => Expr::Op("*", Box::new(expr.clone()), Box::new(expr)),
                Some(3) => {
                    let square = Expr::Op("*", Box::new(expr.clone()), Box::new(expr.clone()));
                    Expr::Op("*", Box::new(square), Box::new(expr))
                }
                _ => return refused("only the powers 2 and 3 are understood"),
            },
            ("sum" | "first" | "single" | "toDecimal" | "toInteger", []) if !expr.is_truth() => expr,
            ("not", []) if expr.is_truth() => expr.negated(),
            ("exists" | "hasValue", []) => self.present(&expr)?,
            ("empty", []) => self.present(&expr)?.negated(),
            _ => return refused(format!("the function `{name}` on a number is not understood")),
        }))
    }

    /// Whether a number is there.
    pub(super) fn present(&self, expr: &Expr) -> Result<Expr, String> {
        match expr {
            Expr::Item(item) | Expr::Score(item) => Ok(Expr::Any(vec![*item])),
            Expr::Sum(_) | Expr::Number(..) | Expr::Answered(_) | Expr::CountAtLeast(..) => {
                Ok(Expr::Truth(true))
            }
            Expr::Empty => Ok(Expr::Truth(false)),
            Expr::Any(_) => Ok(Expr::Truth(true)),
            _ => refused("it asks whether a computed number is there"),
        }
    }
}

/// The truth in `answer.value = true`, with which items are chosen by their answer.
fn asks_yes(test: &Ast) -> Option<bool> {
    let Ast::Chain(left, rest) = test else { return None };
    let ([(sign, Ast::Bool(wanted))], Ast::Path(start, steps)) = (rest.as_slice(), &**left) else {
        return None;
    };
    let Start::Here(Step::Name(first)) = &**start else { return None };
    let value = matches!(steps.as_slice(), [Step::Name(name)] if name == "value" || name == "valueBoolean");
    (sign == "=" && first == "answer" && value).then_some(*wanted)
}

/// The number in `3 - $this`.
fn turn_of(inner: &Ast) -> Option<Number> {
    let Ast::Chain(first, rest) = inner else { return None };
    let [(sign, Ast::Path(start, steps))] = rest.as_slice() else { return None };
    if sign != "-" || **start != Start::This || !steps.is_empty() {
        return None;
    }
    match &**first {
        Ast::Number(text) => Number::parse(text),
        Ast::Negative(inner) => match &**inner {
            Ast::Number(text) => Number::parse(&format!("-{text}")),
            _ => None,
        },
        _ => None,
    }
}
