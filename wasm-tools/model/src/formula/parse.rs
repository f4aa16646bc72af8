//! From the text of a formula to its steps, or to the column of the first fault.

use crate::prelude::*;

use super::{DEEPEST, LONGEST, MOST_STEPS, Op};
use crate::Number;

/// What the names in a formula stand for.
pub(crate) struct Names<'a> {
    /// Every place of a question: several if it can be filled in several times.
    pub(crate) item: &'a dyn Fn(&str) -> Vec<u16>,
    pub(crate) score: &'a dyn Fn(&str) -> Option<u16>,
}

/// What is wrong with a formula.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    /// From 1.
    pub(crate) column: usize,
    pub(crate) message: String,
    pub(crate) mend: String,
}

/// Compiles a formula.
pub(crate) fn parse(text: &str, names: &Names<'_>) -> Result<Vec<Op>, Fault> {
    if text.chars().count() > LONGEST {
        let message = format!("It is longer than {LONGEST} characters.");
        return fault(1, message, "Let a score of its own compute a part of it.");
    }
    let mut parser = Parser {
        tokens: tokens(text)?,
        at: 0,
        end: text.chars().count() + 1,
        depth: 0,
        ops: Vec::new(),
        names,
    };
    parser.expression()?;
    match parser.tokens.get(parser.at) {
        None => Ok(parser.ops),
        Some((column, token)) => fault(
            *column,
            format!("`{}` is not expected here.", token.text()),
            "Write an operator such as `+` between two values.",
        ),
    }
}

fn fault<T>(column: usize, message: impl Into<String>, mend: impl Into<String>) -> Result<T, Fault> {
    Err(Fault { column, message: message.into(), mend: mend.into() })
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    Number(Number),
    Name(String),
    Sign(&'static str),
}

impl Token {
    fn text(&self) -> String {
        match self {
            Token::Number(number) => number.to_text(),
            Token::Name(name) => name.clone(),
            Token::Sign(sign) => (*sign).to_owned(),
        }
    }
}

/// The longer signs first, so that `<=` is not read as `<`.
const SIGNS: &[&str] = &["<=", ">=", "!=", "=", "<", ">", "+", "-", "*", "/", "(", ")", ","];

/// Splits the text, each part with its column.
fn tokens(text: &str) -> Result<Vec<(usize, Token)>, Fault> {
    let chars: Vec<char> = text.chars().collect();
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(first) = chars.get(at) {
        let column = at + 1;
        let run = |fits: &dyn Fn(char) -> bool| -> String {
            chars.iter().skip(at).take_while(|c| fits(**c)).collect()
        };
        if first.is_whitespace() {
            at += 1;
        } else if first.is_ascii_digit() {
            let number = run(&|c| c.is_ascii_digit() || c == '.');
            at += number.len();
            match Number::parse(&number) {
                Some(value) => tokens.push((column, Token::Number(value))),
                None => {
                    let mend = "Write at most eight digits, a point and two more, for example 0.25; write a finer number as a division.";
                    return fault(column, format!("`{number}` is not a number that can be used."), mend);
                }
            }
        } else if first.is_ascii_lowercase() {
            let name = run(&|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
            at += name.len();
            tokens.push((column, Token::Name(name)));
        } else {
            let Some(sign) = SIGNS
                .iter()
                .find(|sign| sign.chars().enumerate().all(|(more, c)| chars.get(at + more) == Some(&c)))
            else {
                let mend =
                    "Use ids, numbers, `+ - * /`, `= != < <= > >=`, `and or not`, brackets and commas.";
                return fault(column, format!("`{first}` has no meaning in a formula."), mend);
            };
            at += sign.len();
            tokens.push((column, Token::Sign(sign)));
        }
    }
    Ok(tokens)
}

struct Parser<'a> {
    tokens: Vec<(usize, Token)>,
    at: usize,
    /// The column behind the last character.
    end: usize,
    depth: usize,
    ops: Vec<Op>,
    names: &'a Names<'a>,
}

const FUNCTIONS: &[&str] = &["if", "min", "max", "sum", "count", "round", "answered"];

impl Parser<'_> {
    fn column(&self) -> usize {
        self.tokens.get(self.at).map_or(self.end, |(column, _)| *column)
    }

    /// Takes one of these signs or words, if it comes next.
    fn takes(&mut self, texts: &[&'static str]) -> Option<&'static str> {
        let found = match &self.tokens.get(self.at)?.1 {
            Token::Sign(sign) => texts.iter().find(|text| *text == sign),
            Token::Name(name) => texts.iter().find(|text| *text == name),
            Token::Number(_) => None,
        };
        self.at += usize::from(found.is_some());
        found.copied()
    }

    fn expects(&mut self, sign: &'static str) -> Result<(), Fault> {
        if self.takes(&[sign]).is_some() {
            return Ok(());
        }
        let message = match self.tokens.get(self.at) {
            Some((_, token)) => format!("`{}` stands where `{sign}` is expected.", token.text()),
            None => format!("The formula ends where `{sign}` is expected."),
        };
        fault(self.column(), message, format!("Write `{sign}`."))
    }

    fn push(&mut self, op: Op) -> Result<(), Fault> {
        if self.ops.len() >= MOST_STEPS {
            let message = format!("It has more than {MOST_STEPS} steps.");
            return fault(self.column(), message, "Let a score of its own compute a part of it.");
        }
        self.ops.push(op);
        Ok(())
    }

    /// Goes one step deeper: the only way in which this calls itself.
    fn expression(&mut self) -> Result<(), Fault> {
        self.depth += 1;
        if self.depth > DEEPEST {
            let message = format!("Brackets stand more than {DEEPEST} deep.");
            return fault(self.column(), message, "Let a score of its own compute a part of it.");
        }
        self.all_of()?;
        while self.takes(&["or"]).is_some() {
            self.all_of()?;
            self.push(Op::Or)?;
        }
        self.depth -= 1;
        Ok(())
    }

    fn all_of(&mut self) -> Result<(), Fault> {
        self.negation()?;
        while self.takes(&["and"]).is_some() {
            self.negation()?;
            self.push(Op::And)?;
        }
        Ok(())
    }

    fn negation(&mut self) -> Result<(), Fault> {
        let mut not = false;
        while self.takes(&["not"]).is_some() {
            not = !not;
            if !not {
                self.push_twice_not()?;
            }
        }
        self.comparison()?;
        if not { self.push(Op::Not) } else { Ok(()) }
    }

    /// Two `not` in a row are surely a slip of the pen.
    fn push_twice_not(&self) -> Result<(), Fault> {
        fault(self.column(), "`not not` says nothing.", "Remove one or both.")
    }

    fn comparison(&mut self) -> Result<(), Fault> {
        self.terms()?;
        const COMPARISONS: &[&str] = &["=", "!=", "<", "<=", ">", ">="];
        if let Some(sign) = self.takes(COMPARISONS) {
            self.terms()?;
            self.push(match sign {
                "=" => Op::Equal,
                "!=" => Op::Unequal,
                "<" => Op::Less,
                "<=" => Op::AtMost,
                ">" => Op::Greater,
                _ => Op::AtLeast,
            })?;
            let column = self.column();
            if self.takes(COMPARISONS).is_some() {
                return fault(column, "A comparison has two sides only.", "Join two comparisons with `and`.");
            }
        }
        Ok(())
    }

    fn terms(&mut self) -> Result<(), Fault> {
        self.factors()?;
        while let Some(sign) = self.takes(&["+", "-"]) {
            self.factors()?;
            self.push(if sign == "+" { Op::Add } else { Op::Subtract })?;
        }
        Ok(())
    }

    fn factors(&mut self) -> Result<(), Fault> {
        self.signed()?;
        while let Some(sign) = self.takes(&["*", "/"]) {
            self.signed()?;
            self.push(if sign == "*" { Op::Multiply } else { Op::Divide })?;
        }
        Ok(())
    }

    fn signed(&mut self) -> Result<(), Fault> {
        let negative = self.takes(&["-"]).is_some();
        self.value()?;
        if negative { self.push(Op::Negate) } else { Ok(()) }
    }

    fn value(&mut self) -> Result<(), Fault> {
        let column = self.column();
        let token = self.tokens.get(self.at).map(|(_, token)| token.clone());
        self.at += 1;
        match token {
            Some(Token::Number(number)) => self.push(Op::Number(number)),
            Some(Token::Sign("(")) => {
                self.expression()?;
                self.expects(")")
            }
            Some(Token::Name(name)) => {
                let called = matches!(self.tokens.get(self.at), Some((_, Token::Sign("("))));
                if called && FUNCTIONS.contains(&name.as_str()) {
                    self.at += 1;
                    self.function(&name, column)?;
                    self.expects(")")
                } else if called {
                    let mend = format!("The functions are {}.", FUNCTIONS.join(", "));
                    fault(column, format!("There is no function `{name}`."), mend)
                } else {
                    let ops = self.named(&name, column)?;
                    if ops.len() > 1 {
                        let mend = format!("Write `sum({name})`, or `min`, `max` or `count`.");
                        return fault(column, format!("`{name}` can have several answers."), mend);
                    }
                    ops.into_iter().try_for_each(|op| self.push(op))
                }
            }
            Some(token) => {
                let message = format!("`{}` stands where a value is expected.", token.text());
                fault(column, message, "Write an id, a number, a function or a bracket.")
            }
            None => fault(column, "The formula ends where a value is expected.", "Write an id or a number."),
        }
    }

    /// What an id stands for: a score, or every place of a question.
    fn named(&self, name: &str, column: usize) -> Result<Vec<Op>, Fault> {
        let items = (self.names.item)(name);
        if !items.is_empty() {
            return Ok(items.into_iter().map(Op::Item).collect());
        }
        if let Some(score) = (self.names.score)(name) {
            return Ok(vec![Op::Score(score)]);
        }
        let mend = if name.contains('-') {
            "Write the id of a question or of another score; put spaces around a minus."
        } else {
            "Write the id of a question or of another score."
        };
        fault(column, format!("`{name}` is neither a question nor a score."), mend)
    }

    fn function(&mut self, name: &str, column: usize) -> Result<(), Fault> {
        match name {
            "if" => {
                self.expression()?;
                for _ in 0..2 {
                    self.expects(",")?;
                    self.expression()?;
                }
                self.push(Op::If)
            }
            "round" => {
                self.expression()?;
                let mut places = 0;
                if self.takes(&[","]).is_some() {
                    let here = self.column();
                    let token = self.tokens.get(self.at).map(|(_, token)| token.clone());
                    places = match token {
                        Some(Token::Number(Number::ZERO)) => 0,
                        Some(Token::Number(Number::ONE)) => 1,
                        Some(Token::Number(number)) if number == Number::whole(2) => 2,
                        _ => {
                            return fault(
                                here,
                                "The number of decimal places must be 0, 1 or 2.",
                                "Write `round(x, 1)`.",
                            );
                        }
                    };
                    self.at += 1;
                }
                self.push(Op::Round(places))
            }
            "answered" => {
                let here = self.column();
                let Some((_, Token::Name(id))) = self.tokens.get(self.at).cloned() else {
                    return fault(
                        here,
                        "`answered` asks about one question or score.",
                        "Write `answered(q1)`.",
                    );
                };
                self.at += 1;
                let ops = self.named(&id, here)?;
                let count = ops.len();
                for (place, op) in ops.into_iter().enumerate() {
                    self.push(match op {
                        Op::Score(score) => Op::Scored(score),
                        Op::Item(item) => Op::Answered(item),
                        other => other,
                    })?;
                    // Any entry of a repeating group is enough.
                    if place > 0 && place < count {
                        self.push(Op::Or)?;
                    }
                }
                Ok(())
            }
            _ => self.several(name, column),
        }
    }

    /// The arguments of `sum`, `count`, `min` and `max`.
    fn several(&mut self, name: &str, column: usize) -> Result<(), Fault> {
        let mut count: usize = 0;
        loop {
            count += self.argument()?;
            if self.takes(&[","]).is_none() {
                break;
            }
        }
        let Ok(count) = u16::try_from(count) else {
            return fault(column, "It has too many values.", "Let a score of its own compute a part of it.");
        };
        self.push(match name {
            "sum" => Op::Sum(count),
            "count" => Op::Count(count),
            "min" => Op::Min(count),
            _ => Op::Max(count),
        })
    }

    /// One argument. The bare id of a question with several entries stands for all of them.
    fn argument(&mut self) -> Result<usize, Fault> {
        if let Some((column, Token::Name(name))) = self.tokens.get(self.at).cloned() {
            let ends = matches!(self.tokens.get(self.at + 1), Some((_, Token::Sign("," | ")"))));
            if ends && (self.names.item)(&name).len() > 1 {
                self.at += 1;
                let ops = self.named(&name, column)?;
                let count = ops.len();
                ops.into_iter().try_for_each(|op| self.push(op))?;
                return Ok(count);
            }
        }
        self.expression()?;
        Ok(1)
    }
}
