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
const DEEPEST: usize = 24;
/// How many parts may be gone through for one file's totals.
const LONGEST: usize = 200_000;

/// What a part of an expression stands for.
#[derive(Clone, Debug, PartialEq)]
enum Sym {
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
    /// Of some weights those that are at least this.
    Large(Vec<usize>, Number),
    Is(Expr),
    Text(String),
}

/// Reads the expressions of one file.
pub(in crate::fhir) struct Meaning<'t, 'a> {
    tree: &'t Tree<'a>,
    root: &'t At<'a>,
    known: BTreeMap<String, Result<Sym, String>>,
    depth: usize,
    steps: usize,
}

type Found = Result<Sym, String>;

fn refused<T>(why: impl Into<String>) -> Result<T, String> {
    Err(why.into())
}

impl<'t, 'a> Meaning<'t, 'a> {
    pub(in crate::fhir) fn new(root: &'t At<'a>, tree: &'t Tree<'a>) -> Meaning<'t, 'a> {
        Meaning { tree, root, known: BTreeMap::new(), depth: 0, steps: 0 }
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

    fn text(&mut self, text: &str, at: Option<usize>) -> Found {
        let ast = parse(text)?;
        self.value(&ast, at, None)
    }

    fn entry(&self, item: usize) -> Result<&'t Entry<'a>, String> {
        self.tree.entries.get(item).ok_or_else(|| "it leads nowhere".to_owned())
    }

    // ---- names ----

    fn variable(&mut self, name: &str, at: Option<usize>) -> Found {
        match name {
            "resource" => return Ok(Sym::Response),
            "questionnaire" => return Ok(Sym::Form),
            "context" => return Ok(self.here(at)),
            _ => {}
        }
        // The nearest item around that defines it wins.
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
    fn here(&self, at: Option<usize>) -> Sym {
        match at.filter(|item| self.is(*item, "group")) {
            Some(group) => Sym::Items(vec![group]),
            None => Sym::Response,
        }
    }

    fn defined(&mut self, name: &str, extension: &At<'a>, place: Option<usize>) -> Found {
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

    fn value(&mut self, ast: &Ast, at: Option<usize>, this: Option<&Sym>) -> Found {
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

    fn iif(&mut self, arguments: &[Ast], at: Option<usize>, this: Option<&Sym>) -> Found {
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
        Ok(Sym::Is(Expr::choice(condition, then, other)))
    }

    fn operate(&mut self, left: Sym, sign: &str, right: Sym) -> Found {
        let number = |this: &Self, sym| this.numeric(sym).map(Box::new);
        Ok(Sym::Is(match sign {
            "+" => self.numeric(left)?.plus(self.numeric(right)?),
            "-" => match (self.numeric(left)?, self.numeric(right)?) {
                (one, Expr::Number(0, _)) => one,
                (one, two) => Expr::Op("-", Box::new(one), Box::new(two)),
            },
            "*" => Expr::Op("*", number(self, left)?, number(self, right)?),
            "/" => match (self.numeric(left)?, self.numeric(right)?) {
                (Expr::Sum(sum), Expr::Answered(count)) if sum == count => Expr::Mean(sum),
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
    fn numeric(&self, sym: Sym) -> Result<Expr, String> {
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

    fn truth(&self, sym: Sym) -> Result<Expr, String> {
        match sym {
            Sym::Is(expr) if expr.is_truth() || expr == Expr::Empty => Ok(expr),
            Sym::Values(list) if list.iter().all(|item| self.is(*item, "boolean")) && list.len() == 1 => {
                self.numeric(Sym::Yes(list))
            }
            _ => refused("a condition is not a yes or no"),
        }
    }

    fn is(&self, item: usize, kind: &str) -> bool {
        self.tree.entries.get(item).is_some_and(|entry| entry.kind == kind)
    }

    // ---- steps ----

    fn step(&mut self, sym: Sym, step: &Step, at: Option<usize>) -> Found {
        self.steps += 1;
        match step {
            Step::Index(index) if index == "0" => self.first(sym),
            Step::Index(_) => refused("a place in square brackets is not understood"),
            Step::Name(name) => self.named(sym, name),
            Step::Call(name, arguments) => self.call(sym, name, arguments, at),
        }
    }

    /// The one answer there is, where there can be no second.
    fn first(&self, sym: Sym) -> Found {
        match &sym {
            Sym::Items(list)
            | Sym::FormItems(list)
            | Sym::Answers(list)
            | Sym::Values(list)
            | Sym::Codes(list)
            | Sym::Weights(list)
            | Sym::Chosen(list) => match list.as_slice() {
                [item] if !self.entry(*item)?.several => Ok(sym),
                _ => refused("it takes the first of several answers"),
            },
            Sym::Is(_) => Ok(sym),
            _ => refused("`first` is not understood there"),
        }
    }

    fn below(&self, list: &[usize], of_questions: Option<bool>) -> Vec<usize> {
        let fits = |item: usize| of_questions.is_none_or(|wanted| wanted != self.is(item, "group"));
        let entries = self.tree.entries.iter().enumerate();
        let inside =
            |entry: &Entry<'_>| entry.parent.is_some_and(|parent| fits(parent) && list.contains(&parent));
        entries.filter(|(_, entry)| inside(entry)).map(|(place, _)| place).collect()
    }

    /// Everything below, level by level; in a response the children of questions stand in their answers.
    fn all_below(&self, list: &[usize], of_questions: Option<bool>) -> Vec<usize> {
        let mut inside = vec![false; self.tree.entries.len()];
        // Parents stand before their children.
        for (place, entry) in self.tree.entries.iter().enumerate() {
            inside[place] = entry.parent.is_some_and(|parent| {
                let fits = of_questions.is_none_or(|wanted| wanted != self.is(parent, "group"));
                fits && (list.contains(&parent) || inside.get(parent) == Some(&true))
            });
        }
        inside.iter().enumerate().filter(|(_, inside)| **inside).map(|(place, _)| place).collect()
    }

    fn named(&self, sym: Sym, name: &str) -> Found {
        let top = || self.tree.children(None);
        Ok(match (sym, name) {
            (Sym::Response, "item") => Sym::Items(top()),
            (Sym::Form, "item") => Sym::FormItems(top()),
            (Sym::Items(list), "item") => Sym::Items(self.below(&list, Some(false))),
            (Sym::Answers(list), "item") => Sym::Items(self.below(&list, Some(true))),
            (Sym::FormItems(list), "item") => Sym::FormItems(self.below(&list, None)),
            (Sym::Items(list), "answer") => Sym::Answers(list),
            (Sym::Answers(list), name) if name.starts_with("value") => self.typed(list, &name[5..])?,
            // The number of a quantity.
            (Sym::Values(list), "value") if list.iter().all(|item| self.is(*item, "quantity")) => {
                Sym::Values(list)
            }
            (Sym::Values(list), "code") => Sym::Codes(list),
            (Sym::Values(list), "extension") => Sym::Extensions(list),
            (Sym::FormItems(list), "answerOption") => {
                let away = |item: &usize| {
                    self.tree
                        .entries
                        .get(*item)
                        .is_some_and(|entry| !entry.inline && !entry.choices.is_empty())
                };
                if list.iter().any(away) {
                    return refused(
                        "it looks for `answerOption` where the answers stand in a list elsewhere",
                    );
                }
                Sym::Offered(list)
            }
            (Sym::Chosen(list), "value" | "valueCoding") => Sym::Chosen(list),
            (Sym::Chosen(list), "extension") => Sym::Extensions(list),
            (Sym::Weights(list), "value" | "valueDecimal" | "valueInteger") => Sym::Weights(list),
            (_, other) => return refused(format!("`{other}` is not understood there")),
        })
    }

    /// The values of a type; items of another type have none.
    fn typed(&self, list: Vec<usize>, wanted: &str) -> Found {
        let fits = |kind: &str| match wanted {
            "" => true,
            "Coding" => matches!(kind, "choice" | "open-choice"),
            "Integer" => kind == "integer" || kind == "choice",
            "Decimal" => kind == "decimal",
            "Quantity" => kind == "quantity",
            "Boolean" => kind == "boolean",
            "String" => matches!(kind, "string" | "text" | "open-choice" | "choice"),
            _ => false,
        };
        let entries = |item: &usize| self.tree.entries.get(*item).is_some_and(|entry| fits(entry.kind));
        let left: Vec<usize> = list.into_iter().filter(entries).collect();
        if left.is_empty() {
            return refused(format!("no item there has an answer `value{wanted}`"));
        }
        Ok(Sym::Values(left))
    }

    /// Of the items those with weights; a weight for every answer, or a sum could be wrong.
    fn weighted(&self, list: &[usize], urls: &[&str]) -> Found {
        if urls.iter().any(|url| !known::WEIGHTS.contains(url)) {
            return refused(format!("the extension {} is not a weight", urls.join(", ")));
        }
        let mut left = Vec::new();
        for item in list {
            let entry = self.entry(*item)?;
            let have = entry.choices.iter().filter(|choice| choice.weight.is_some()).count();
            if have == 0 {
                continue;
            }
            if have < entry.choices.len() {
                return refused(format!("some answers to `{}` have a weight and some have not", entry.link));
            }
            self.countable(entry)?;
            left.push(*item);
        }
        if left.is_empty() {
            return refused("no answer there has a weight");
        }
        Ok(Sym::Weights(left))
    }

    /// Of the items those whose answer is a number itself.
    fn valued(&self, list: &[usize]) -> Result<Vec<usize>, String> {
        let mut left = Vec::new();
        for item in list {
            let entry = self.entry(*item)?;
            let number = matches!(entry.kind, "integer" | "decimal" | "quantity");
            let numbers =
                !entry.choices.is_empty() && entry.choices.iter().all(|choice| choice.kind == "Integer");
            if !number && !numbers {
                return refused(format!("the answer to `{}` is not a number", entry.link));
            }
            let differs = entry
                .choices
                .iter()
                .any(|choice| choice.option.score.map(|score| score.to_text()) != Some(choice.code.clone()));
            if differs {
                return refused(format!("the answers to `{}` are numbers with other weights", entry.link));
            }
            if entry.kind == "quantity" && entry.at.extensions(&[known::UNIT_OPTION]).len() > 1 {
                return refused(format!("the unit of `{}` can be chosen", entry.link));
            }
            self.countable(entry)?;
            left.push(*item);
        }
        Ok(left)
    }

    fn countable(&self, entry: &Entry<'_>) -> Result<(), String> {
        if entry.items.is_empty() && entry.calculation.is_none() {
            return refused(format!("`{}` is left out of the tool", entry.link));
        }
        if entry.kind == "open-choice" {
            return refused(format!("an answer in own words to `{}` has no weight", entry.link));
        }
        if entry.at.is("repeats") && entry.kind != "choice" && entry.kind != "group" {
            return refused(format!("`{}` can be answered several times", entry.link));
        }
        Ok(())
    }

    fn call(&mut self, sym: Sym, name: &str, arguments: &[Ast], at: Option<usize>) -> Found {
        match (sym, name, arguments) {
            (Sym::Response, "descendants", []) => Ok(Sym::Items((0..self.tree.entries.len()).collect())),
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
            (Sym::Items(list), "where", [test]) => Ok(Sym::Items(self.linked(list, test)?)),
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
            (sym, "select", [inner]) => match self.value(inner, at, Some(&sym))? {
                Sym::Is(_) | Sym::Text(_) => refused("`select` computes with single answers"),
                found => Ok(found),
            },
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
    fn linked(&self, list: Vec<usize>, test: &Ast) -> Result<Vec<usize>, String> {
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

    fn filtered(&mut self, sym: Sym, test: &Ast, at: Option<usize>) -> Found {
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
                    (Sym::Values(items), "=", Sym::Is(Expr::Truth(true)))
                        if items.iter().all(|item| self.is(*item, "boolean")) =>
                    {
                        Ok(Sym::Yes(items))
                    }
                    (Sym::Weights(items), ">=" | ">", Sym::Is(Expr::Number(digits, below))) => {
                        if items.iter().any(|item| self.entry(*item).is_ok_and(|entry| entry.several)) {
                            return refused("it counts answers of a question that can have several");
                        }
                        // Weights have two decimal places, so that "more than 1" begins at 1.01.
                        let hundredths = digits.saturating_mul(100);
                        if hundredths % below != 0 {
                            return refused("a limit has more than two decimal places");
                        }
                        let more = i64::from(sign == ">");
                        Ok(Sym::Large(items, Number::from_hundredths(hundredths / below + more)))
                    }
                    (Sym::Codes(_), ..) => refused("answers are chosen by their code, not by their weight"),
                    _ => refused("a filter is not understood"),
                }
            }
            _ => refused("a filter is not understood there"),
        }
    }

    /// One side of a filter over answers: `$this`, `value`, `value.weight()` and the like.
    fn filter_side(&mut self, ast: &Ast, each: &Sym, list: &[usize], at: Option<usize>) -> Found {
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

    fn aggregate(&mut self, sym: Sym, step: &Ast, rest: &[Ast]) -> Found {
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
    fn over(&self, sym: Sym, name: &str) -> Found {
        let list = match &sym {
            Sym::Answers(list)
            | Sym::Values(list)
            | Sym::Codes(list)
            | Sym::Weights(list)
            | Sym::Chosen(list)
            | Sym::Yes(list)
            | Sym::Large(list, _) => list.clone(),
            _ => return refused(format!("`{name}` is not understood there")),
        };
        if let "exists" | "empty" | "hasValue" = name {
            let any = match sym {
                Sym::Yes(_) => self.numeric(sym)?,
                Sym::Large(..) => return refused(format!("`{name}` is not understood there")),
                _ => Expr::Any(list),
            };
            return Ok(Sym::Is(if name == "empty" { any.negated() } else { any }));
        }
        let single = list.iter().all(|item| self.entry(*item).is_ok_and(|entry| !entry.several));
        Ok(Sym::Is(match (sym, name) {
            (Sym::Yes(list), "count") if single => Expr::Sum(list),
            (Sym::Large(list, least), "count") => Expr::CountAtLeast(list, least),
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
            _ => return refused(format!("`{name}` is not understood there")),
        }))
    }

    /// A sum over computed items.
    fn all_scores(&self, list: &[usize]) -> Option<Expr> {
        let is = |item: &usize| self.tree.entries.get(*item).is_some_and(|entry| entry.calculation.is_some());
        (!list.is_empty() && list.iter().all(is))
            .then(|| Expr::Add(list.iter().map(|item| Expr::Score(*item)).collect()))
    }

    /// A function on a number.
    fn compute(&mut self, expr: Expr, name: &str, arguments: &[Ast]) -> Found {
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
    fn present(&self, expr: &Expr) -> Result<Expr, String> {
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

/// Whether an expression is one that can be read here.
pub(in crate::fhir) fn is_path(value: &At<'_>) -> bool {
    value.text("language").is_none_or(|language| language == "text/fhirpath")
}

fn joined(mut one: Vec<usize>, two: Vec<usize>) -> Vec<usize> {
    for item in two {
        if !one.contains(&item) {
            one.push(item);
        }
    }
    one.sort_unstable();
    one
}

/// What stands for the address in `url = '...'`.
fn url_of(test: &Ast) -> Option<&Ast> {
    let Ast::Chain(left, rest) = test else { return None };
    let named = matches!(&**left, Ast::Path(start, steps) if steps.is_empty() && **start == Start::Here(Step::Name("url".to_owned())));
    match rest.as_slice() {
        [(sign, address)] if sign == "=" && named => Some(address),
        _ => None,
    }
}

/// Whether a linkId passes a test that is about nothing else.
fn link_passes(test: &Ast, link: &str, depth: usize) -> Result<bool, String> {
    let is_link = |ast: &Ast| match ast {
        Ast::Path(start, steps) => match (&**start, steps.as_slice()) {
            (Start::Here(Step::Name(name)), []) => name == "linkId",
            (Start::This, [Step::Name(name)]) => name == "linkId",
            _ => false,
        },
        _ => false,
    };
    let unknown = || Err("items are chosen by something else than their linkId".to_owned());
    if depth > 24 {
        return unknown();
    }
    match test {
        Ast::Chain(first, rest) if matches!(rest.first(), Some((sign, _)) if sign == "or" || sign == "and") =>
        {
            let mut passes = link_passes(first, link, depth + 1)?;
            for (sign, ast) in rest {
                let more = link_passes(ast, link, depth + 1)?;
                passes = match sign.as_str() {
                    "or" => passes || more,
                    "and" => passes && more,
                    _ => return unknown(),
                };
            }
            Ok(passes)
        }
        Ast::Chain(left, rest) => match rest.as_slice() {
            [(sign, Ast::Text(text))] if is_link(left) && sign == "=" => Ok(link == text),
            [(sign, Ast::Text(text))] if is_link(left) && sign == "!=" => Ok(link != text),
            [(sign, Ast::Text(text))] if is_link(left) && sign == "in" => Ok(link == text),
            [(sign, Ast::Chain(first, more))] if is_link(left) && sign == "in" => {
                let mut texts = vec![&**first];
                for (sign, ast) in more {
                    if sign != "|" {
                        return unknown();
                    }
                    texts.push(ast);
                }
                if !texts.iter().all(|ast| matches!(ast, Ast::Text(_))) {
                    return unknown();
                }
                Ok(texts.iter().any(|ast| matches!(ast, Ast::Text(text) if text == link)))
            }
            _ => unknown(),
        },
        Ast::Path(start, steps) => {
            let (call, before) = match (&**start, steps.as_slice()) {
                (Start::Here(Step::Name(name)), [Step::Call(call, arguments)]) => {
                    ((call, arguments), name == "linkId")
                }
                (Start::This, [Step::Name(name), Step::Call(call, arguments)]) => {
                    ((call, arguments), name == "linkId")
                }
                _ => return unknown(),
            };
            match (call.0.as_str(), call.1.as_slice()) {
                ("startsWith", [Ast::Text(text)]) if before => Ok(link.starts_with(text.as_str())),
                ("endsWith", [Ast::Text(text)]) if before => Ok(link.ends_with(text.as_str())),
                ("contains", [Ast::Text(text)]) if before => Ok(link.contains(text.as_str())),
                _ => unknown(),
            }
        }
        _ => unknown(),
    }
}
