//! What an expression means over the items of one file. It is never carried out: each part of it stands for a
//! set of items, answers or weights, and functions over them for a number.

use std::collections::BTreeMap;

use footbridge_model::Number;

use super::expr::Expr;
use super::parse::{Ast, Start, Step, parse};
use crate::fhir::import::tree::{Entry, Tree};
use crate::fhir::known;
use crate::fhir::node::At;

/// How long variables may lead to variables.
pub(super) const DEEPEST: usize = 24;
/// How many parts may be gone through for one file's totals.
pub(super) const LONGEST: usize = 200_000;

/// What a part of an expression stands for.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Sym {
    Response,
    Form,
    /// Items of the response.
    Items(Vec<usize>),
    /// Items of the questionnaire.
    FormItems(Vec<usize>),
    Answers(Vec<usize>),
    Values(Vec<usize>),
    Codes(Vec<usize>),
    /// The answers that the questionnaire offers.
    Offered(Vec<usize>),
    /// Of those the chosen ones.
    Chosen(Vec<usize>),
    /// All extensions of what was chosen.
    Extensions(Vec<usize>),
    Weights(Vec<usize>),
    /// Yes-no questions that are answered with yes.
    Yes(Vec<usize>),
    /// Yes-no questions that are answered with no.
    No(Vec<usize>),
    /// Of some weights those that are at least this.
    Large(Vec<usize>, Number),
    /// Of some weights those that are at most this.
    Small(Vec<usize>, Number),
    /// Each weight taken from this number.
    Turned(Vec<usize>, Number),
    Is(Expr),
    Text(String),
}

/// Reads the expressions of one file.
pub(in crate::fhir) struct Meaning<'t, 'a> {
    pub(super) tree: &'t Tree<'a>,
    pub(super) root: &'t At<'a>,
    pub(super) known: BTreeMap<String, Result<Sym, String>>,
    /// What a name means at a place, once looked for.
    names: BTreeMap<(String, Option<usize>), Found>,
    pub(super) depth: usize,
    pub(super) steps: usize,
}

pub(super) type Found = Result<Sym, String>;

pub(super) fn refused<T>(why: impl Into<String>) -> Result<T, String> {
    Err(why.into())
}

impl<'t, 'a> Meaning<'t, 'a> {
    pub(in crate::fhir) fn new(root: &'t At<'a>, tree: &'t Tree<'a>) -> Meaning<'t, 'a> {
        Meaning { tree, root, known: BTreeMap::new(), names: BTreeMap::new(), depth: 0, steps: 0 }
    }

    /// The number that an expression at an item computes; `Err` says in words what is not understood.
    pub(in crate::fhir) fn number(&mut self, text: &str, at: usize) -> Result<Expr, String> {
        let found = self.text(text, Some(at))?;
        let expr = self.numeric(found)?;
        if expr.is_truth() {
            return refused("it gives yes or no instead of a number");
        }
        Ok(expr)
    }

    pub(super) fn text(&mut self, text: &str, at: Option<usize>) -> Found {
        let ast = parse(text)?;
        self.value(&ast, at, None)
    }

    pub(super) fn entry(&self, item: usize) -> Result<&'t Entry<'a>, String> {
        self.tree.entries.get(item).ok_or_else(|| "it leads nowhere".to_owned())
    }

    // ---- names ----

    pub(super) fn variable(&mut self, name: &str, at: Option<usize>) -> Found {
        match name {
            "resource" => return Ok(Sym::Response),
            "questionnaire" => return Ok(Sym::Form),
            "context" => return Ok(self.here(at)),
            _ => {}
        }
        let key = (name.to_owned(), at);
        if let Some(found) = self.names.get(&key) {
            return found.clone();
        }
        let found = self.nearest(name, at);
        self.names.insert(key, found.clone());
        found
    }

    /// The nearest item around that defines a variable wins.
    fn nearest(&mut self, name: &str, at: Option<usize>) -> Found {
        let mut place = at;
        loop {
            let holder = match place {
                Some(item) => &self.entry(item)?.at,
                None => self.root,
            };
            let named = |extension: &At<'a>| {
                extension.value().is_some_and(|(_, value)| value.text("name") == Some(name))
            };
            let found: Vec<At<'a>> =
                holder.extensions(&[known::VARIABLE]).into_iter().filter(named).collect();
            match found.as_slice() {
                [] => {}
                [one] => return self.defined(name, one, place),
                _ => return refused(format!("the variable `%{name}` is defined twice in one place")),
            }
            match place {
                Some(item) => place = self.entry(item)?.parent,
                None => return refused(format!("the variable `%{name}` is not defined")),
            }
        }
    }

    /// Where a path begins that does not say so: a group at itself; everything else at the whole response, for a
    /// question has nothing in it that a total could mean.
    pub(super) fn here(&self, at: Option<usize>) -> Sym {
        match at.filter(|item| self.is(*item, "group")) {
            Some(group) => Sym::Items(vec![group]),
            None => Sym::Response,
        }
    }

    pub(super) fn defined(&mut self, name: &str, extension: &At<'a>, place: Option<usize>) -> Found {
        if let Some(known) = self.known.get(&extension.path) {
            return known.clone();
        }
        self.depth += 1;
        if self.depth > DEEPEST {
            return refused("its variables lead to each other in a circle, or too far");
        }
        let value = extension.value().map(|(_, value)| value);
        let text = value.as_ref().filter(|value| is_path(value)).and_then(|value| value.text("expression"));
        let found = match text {
            Some(text) => self.text(text, place).and_then(|sym| {
                if let Sym::Is(expr) = &sym {
                    expr.weigh()?;
                }
                Ok(sym)
            }),
            None => refused("it is not written in FHIRPath"),
        };
        self.depth -= 1;
        let found =
            found.map_err(
                |why| if why.contains("`%") { why } else { format!("in the variable `%{name}`: {why}") },
            );
        self.known.insert(extension.path.clone(), found.clone());
        found
    }

    // ---- expressions ----

    pub(super) fn value(&mut self, ast: &Ast, at: Option<usize>, this: Option<&Sym>) -> Found {
        self.steps += 1;
        if self.steps > LONGEST {
            return refused("it is too long to be understood");
        }
        match ast {
            Ast::Number(text) => match Expr::literal(text) {
                Some(number) => Ok(Sym::Is(number)),
                None => refused(format!("the number {text} has too many digits")),
            },
            Ast::Text(text) => Ok(Sym::Text(text.clone())),
            Ast::Bool(value) => Ok(Sym::Is(Expr::Truth(*value))),
            Ast::Empty => Ok(Sym::Is(Expr::Empty)),
            Ast::Negative(inner) => {
                let inner = self.value(inner, at, this)?;
                let inner = self.numeric(inner)?;
                Ok(Sym::Is(match inner {
                    Expr::Number(digits, below) => Expr::Number(-digits, below),
                    other => Expr::Op("-", Box::new(Expr::ZERO), Box::new(other)),
                }))
            }
            Ast::Path(start, steps) => {
                let mut found = match (&**start, this) {
                    (Start::Variable(name), _) => self.variable(name, at)?,
                    (Start::Value(ast), _) => self.value(ast, at, this)?,
                    (Start::This, Some(this)) => this.clone(),
                    (Start::This, None) => return refused("`$this` stands outside a function"),
                    (Start::Total, _) => return refused("`$total` is not understood"),
                    (Start::Here(Step::Call(name, arguments)), _) if name == "iif" => {
                        self.iif(arguments, at, this)?
                    }
                    (Start::Here(step), Some(this)) => self.step(this.clone(), step, at)?,
                    (Start::Here(Step::Name(name)), None) if name == "QuestionnaireResponse" => Sym::Response,
                    (Start::Here(step), None) => self.step(self.here(at), step, at)?,
                };
                for step in steps {
                    found = self.step(found, step, at)?;
                }
                Ok(found)
            }
            Ast::Chain(first, rest) => {
                let mut left = self.value(first, at, this)?;
                if rest.len() > 500 {
                    return refused("it has too many parts in a row");
                }
                for (sign, ast) in rest {
                    let right = self.value(ast, at, this)?;
                    left = self.operate(left, sign, right)?;
                }
                Ok(left)
            }
        }
    }

    pub(super) fn iif(&mut self, arguments: &[Ast], at: Option<usize>, this: Option<&Sym>) -> Found {
        let (condition, then, other) = match arguments {
            [condition, then] => (condition, then, &Ast::Empty),
            [condition, then, other] => (condition, then, other),
            _ => return refused("`iif` needs a condition and one or two values"),
        };
        let condition = self.value(condition, at, this)?;
        let condition = self.truth(condition)?;
        let then = self.value(then, at, this)?;
        let then = self.numeric(then)?;
        let other = self.value(other, at, this)?;
        let other = self.numeric(other)?;
        if let Some(item) = self.yes_as_a_number(&condition, &then, &other) {
            // Of the answer itself nothing is made of nothing; of the whole response 0.
            return Ok(Sym::Is(if this.is_some() { Expr::Item(item) } else { Expr::Sum(vec![item]) }));
        }
        Ok(Sym::Is(Expr::choice(condition, then, other)))
    }

    /// The yes-no question in `iif(answer, 1, 0)`.
    fn yes_as_a_number(&self, condition: &Expr, then: &Expr, other: &Expr) -> Option<usize> {
        let Expr::Op("=", one, two) = condition else { return None };
        let Expr::Item(item) = **one else { return None };
        let is = **two == Expr::Number(1, 1) && *then == Expr::Number(1, 1) && *other == Expr::ZERO;
        (is && self.is(item, "boolean")).then_some(item)
    }

    pub(super) fn operate(&mut self, left: Sym, sign: &str, right: Sym) -> Found {
        let number = |this: &Self, sym| this.numeric(sym).map(Box::new);
        Ok(Sym::Is(match sign {
            "+" => self.numeric(left)?.plus(self.numeric(right)?),
            "-" => match (self.numeric(left)?, self.numeric(right)?) {
                (one, Expr::Number(0, _)) => one,
                (one, two) => Expr::Op("-", Box::new(one), Box::new(two)),
            },
            "*" => Expr::Op("*", number(self, left)?, number(self, right)?),
            "/" => match (self.numeric(left)?, self.numeric(right)?) {
                (Expr::Sum(sum), Expr::Answered(count)) if same(&sum, &count) => Expr::Mean(sum),
                (one, two) => Expr::Op("/", Box::new(one), Box::new(two)),
            },
            "and" => Expr::Op("and", Box::new(self.truth(left)?), Box::new(self.truth(right)?)),
            "or" => self.truth(left)?.either(self.truth(right)?),
            "=" | "!=" => {
                let sign = if sign == "=" { "=" } else { "!=" };
                match (left, right) {
                    (left, Sym::Is(Expr::Truth(wanted))) => {
                        let truth = self.truth(left)?;
                        if wanted == (sign == "=") { truth } else { truth.negated() }
                    }
                    (Sym::Codes(_) | Sym::Values(_), Sym::Text(_)) | (Sym::Text(_), Sym::Codes(_)) => {
                        return refused("an answer is compared by its code, not by its weight");
                    }
                    (left, right) => Expr::Op(sign, number(self, left)?, number(self, right)?),
                }
            }
            "<" => Expr::Op("<", number(self, left)?, number(self, right)?),
            "<=" => Expr::Op("<=", number(self, left)?, number(self, right)?),
            ">" => Expr::Op(">", number(self, left)?, number(self, right)?),
            ">=" => Expr::Op(">=", number(self, left)?, number(self, right)?),
            "|" => match (left, right) {
                // Items differ by their linkId, so that joining them loses none. Equal numbers would become one.
                (Sym::Items(one), Sym::Items(two)) => return Ok(Sym::Items(joined(one, two))),
                (Sym::FormItems(one), Sym::FormItems(two)) => return Ok(Sym::FormItems(joined(one, two))),
                _ => return refused("`|` makes one of equal numbers, which would change the total"),
            },
            other => return refused(format!("the operator `{other}` is not understood")),
        }))
    }

    /// As a number: exactly one where several could be is refused.
    pub(super) fn numeric(&self, sym: Sym) -> Result<Expr, String> {
        let one = |list: &[usize]| match list {
            [item] if !self.entry(*item)?.several => Ok(*item),
            [] => refused("it leads to no item"),
            _ => refused("there can be several answers where one number is needed"),
        };
        match sym {
            Sym::Is(expr) => Ok(expr),
            Sym::Text(text) if text.is_empty() => Ok(Expr::Empty),
            Sym::Text(text) => refused(format!("it gives the text '{text}' instead of a number")),
            Sym::Weights(list) => Ok(Expr::Item(one(&list)?)),
            Sym::Values(list) => {
                let item = one(&list)?;
                if self.entry(item)?.calculation.is_some() {
                    return Ok(Expr::Score(item));
                }
                self.valued(&[item])?;
                Ok(Expr::Item(item))
            }
            Sym::Yes(list) => {
                Ok(Expr::Op("=", Box::new(Expr::Item(one(&list)?)), Box::new(Expr::Number(1, 1))))
            }
            _ => refused("it gives items or codes instead of a number"),
        }
    }

    pub(super) fn truth(&self, sym: Sym) -> Result<Expr, String> {
        match sym {
            Sym::Is(expr) if expr.is_truth() || expr == Expr::Empty => Ok(expr),
            Sym::Values(list) if list.iter().all(|item| self.is(*item, "boolean")) && list.len() == 1 => {
                self.numeric(Sym::Yes(list))
            }
            _ => refused("a condition is not a yes or no"),
        }
    }

    pub(super) fn is(&self, item: usize, kind: &str) -> bool {
        self.tree.entries.get(item).is_some_and(|entry| entry.kind == kind)
    }
}

/// Whether an expression is one that can be read here.
pub(in crate::fhir) fn is_path(value: &At<'_>) -> bool {
    value.text("language").is_none_or(|language| language == "text/fhirpath")
}

pub(super) fn joined(mut one: Vec<usize>, two: Vec<usize>) -> Vec<usize> {
    for item in two {
        if !one.contains(&item) {
            one.push(item);
        }
    }
    one.sort_unstable();
    one
}

/// Whether two lists hold the same items.
pub(in crate::fhir) fn same(one: &[usize], two: &[usize]) -> bool {
    one.len() == two.len() && one.iter().all(|item| two.contains(item))
}

/// What stands for the address in `url = '...'`.
pub(super) fn url_of(test: &Ast) -> Option<&Ast> {
    let Ast::Chain(left, rest) = test else { return None };
    let named = matches!(&**left, Ast::Path(start, steps) if steps.is_empty() && **start == Start::Here(Step::Name("url".to_owned())));
    match rest.as_slice() {
        [(sign, address)] if sign == "=" && named => Some(address),
        _ => None,
    }
}
