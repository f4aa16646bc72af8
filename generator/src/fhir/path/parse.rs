//! From the text of an expression to its parts.

/// The longest expression.
const LONGEST: usize = 20_000;
/// How deep brackets may stand within brackets.
const DEEPEST: usize = 24;

/// An expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::fhir) enum Ast {
    /// A number as it is written.
    Number(String),
    Text(String),
    Bool(bool),
    Empty,
    /// A start and what follows after each point.
    Path(Box<Start>, Vec<Step>),
    /// Operands of one rank from left to right.
    Chain(Box<Ast>, Vec<(String, Ast)>),
    Negative(Box<Ast>),
}

/// Where a path begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::fhir) enum Start {
    Variable(String),
    This,
    Total,
    /// A name or a function on what is there already.
    Here(Step),
    Value(Ast),
}

/// One part of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::fhir) enum Step {
    Name(String),
    Call(String, Vec<Ast>),
    Index(String),
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    Number(String),
    Text(String),
    Name(String),
    Variable(String),
    Sign(&'static str),
}

const SIGNS: &[&str] = &[
    "<=", ">=", "!=", "!~", "$this", "$total", "=", "~", "<", ">", "+", "-", "*", "/", "|", "&", "(", ")",
    "[", "]", "{", "}", ",", ".",
];

/// The ranks of the operators, the weakest first.
const RANKS: &[&[&str]] = &[
    &["implies"],
    &["or", "xor"],
    &["and"],
    &["in", "contains"],
    &["=", "!=", "~", "!~"],
    &["<", "<=", ">", ">="],
    &["|"],
    &["+", "-", "&"],
    &["*", "/", "div", "mod"],
];

/// Reads an expression.
pub(in crate::fhir) fn parse(text: &str) -> Result<Ast, String> {
    if text.len() > LONGEST {
        return Err(format!("it is longer than {LONGEST} characters"));
    }
    let mut parser = Parser { tokens: tokens(text)?, at: 0, depth: 0 };
    let ast = parser.rank(0)?;
    match parser.tokens.get(parser.at) {
        None => Ok(ast),
        Some(token) => Err(format!("`{}` is not expected there", show(token))),
    }
}

fn show(token: &Token) -> String {
    match token {
        Token::Number(text) | Token::Name(text) => text.clone(),
        Token::Text(text) => format!("'{text}'"),
        Token::Variable(name) => format!("%{name}"),
        Token::Sign(sign) => (*sign).to_owned(),
    }
}

fn tokens(text: &str) -> Result<Vec<Token>, String> {
    let chars: Vec<char> = text.chars().collect();
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(first) = chars.get(at).copied() {
        let run = |from: usize, fits: &dyn Fn(char) -> bool| -> String {
            chars.iter().skip(from).take_while(|c| fits(**c)).collect()
        };
        let in_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
        if first.is_whitespace() {
            at += 1;
        } else if first.is_ascii_digit() {
            let mut number = run(at, &|c| c.is_ascii_digit());
            let after = at + number.len();
            // A point belongs to the number only if a digit follows: `3.round()`.
            if chars.get(after) == Some(&'.') && chars.get(after + 1).is_some_and(char::is_ascii_digit) {
                number.push('.');
                number.push_str(&run(after + 1, &|c| c.is_ascii_digit()));
            }
            at += number.len();
            tokens.push(Token::Number(number));
        } else if first == '\'' || first == '`' || first == '"' {
            let (content, end) = quoted(&chars, at)?;
            at = end;
            tokens.push(if first == '`' { Token::Name(content) } else { Token::Text(content) });
        } else if first == '%' {
            let (name, end) = match chars.get(at + 1) {
                Some('\'' | '`') => quoted(&chars, at + 1)?,
                _ => {
                    let name = run(at + 1, &|c| in_name(c) || c == '-');
                    let end = at + 1 + name.len();
                    (name, end)
                }
            };
            if name.is_empty() {
                return Err("a `%` has no name behind it".to_owned());
            }
            at = end;
            tokens.push(Token::Variable(name));
        } else if first.is_ascii_alphabetic() || first == '_' {
            let name = run(at, &in_name);
            at += name.len();
            tokens.push(Token::Name(name));
        } else if first == '/' && matches!(chars.get(at + 1), Some('/' | '*')) {
            at = comment(&chars, at)?;
        } else {
            let starts =
                |sign: &&&str| sign.chars().enumerate().all(|(more, c)| chars.get(at + more) == Some(&c));
            let Some(sign) = SIGNS.iter().find(starts) else {
                return Err(format!("`{first}` has no meaning there"));
            };
            at += sign.len();
            tokens.push(Token::Sign(sign));
        }
    }
    Ok(tokens)
}

/// Where a comment ends: `//` with its line, `/*` at the next `*/`.
fn comment(chars: &[char], start: usize) -> Result<usize, String> {
    let rest = chars.get(start + 2..).unwrap_or_default();
    let end = match chars.get(start + 1) {
        Some('/') => rest.iter().position(|c| matches!(c, '\n' | '\r')).unwrap_or(rest.len()),
        _ => rest.windows(2).position(|two| two == ['*', '/']).ok_or("a comment in it does not end")? + 2,
    };
    Ok(start + 2 + end)
}

/// The text between quotation marks, and where it ends.
fn quoted(chars: &[char], start: usize) -> Result<(String, usize), String> {
    let mark = chars.get(start).copied();
    let mut text = String::new();
    let mut at = start + 1;
    loop {
        match chars.get(at) {
            None => return Err("a quotation mark is not closed".to_owned()),
            Some('\\') => {
                match chars.get(at + 1) {
                    Some(c @ ('\'' | '"' | '`' | '\\' | '/')) => text.push(*c),
                    _ => return Err("a text has an escape that is not understood".to_owned()),
                }
                at += 2;
            }
            Some(c) if Some(*c) == mark => return Ok((text, at + 1)),
            Some(c) => {
                text.push(*c);
                at += 1;
            }
        }
    }
}

struct Parser {
    tokens: Vec<Token>,
    at: usize,
    depth: usize,
}

impl Parser {
    fn takes(&mut self, sign: &str) -> bool {
        let found = matches!(self.tokens.get(self.at), Some(Token::Sign(next)) if *next == sign);
        self.at += usize::from(found);
        found
    }

    fn expects(&mut self, sign: &str) -> Result<(), String> {
        if self.takes(sign) { Ok(()) } else { Err(format!("a `{sign}` is missing")) }
    }

    fn operator(&mut self, rank: &[&'static str]) -> Option<&'static str> {
        let found = match self.tokens.get(self.at)? {
            Token::Sign(sign) => rank.iter().find(|known| *known == sign),
            Token::Name(name) => rank.iter().find(|known| *known == name),
            _ => None,
        };
        self.at += usize::from(found.is_some());
        found.copied()
    }

    fn rank(&mut self, rank: usize) -> Result<Ast, String> {
        let Some(operators) = RANKS.get(rank) else { return self.unary() };
        let first = self.rank(rank + 1)?;
        let mut rest = Vec::new();
        while let Some(operator) = self.operator(operators) {
            rest.push((operator.to_owned(), self.rank(rank + 1)?));
        }
        Ok(if rest.is_empty() { first } else { Ast::Chain(Box::new(first), rest) })
    }

    fn unary(&mut self) -> Result<Ast, String> {
        if self.takes("-") {
            return Ok(Ast::Negative(Box::new(self.path()?)));
        }
        self.takes("+");
        self.path()
    }

    /// Goes one step deeper: the only way in which this calls itself.
    fn inner(&mut self) -> Result<Ast, String> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(format!("its brackets stand more than {DEEPEST} deep"));
        }
        let ast = self.rank(0)?;
        self.depth -= 1;
        Ok(ast)
    }

    fn path(&mut self) -> Result<Ast, String> {
        let token = self.tokens.get(self.at).cloned();
        self.at += 1;
        let start = match token {
            Some(Token::Number(number)) => Start::Value(Ast::Number(number)),
            Some(Token::Text(text)) => Start::Value(Ast::Text(text)),
            Some(Token::Variable(name)) => Start::Variable(name),
            Some(Token::Sign("$this")) => Start::This,
            Some(Token::Sign("$total")) => Start::Total,
            Some(Token::Sign("{")) => {
                self.expects("}")?;
                Start::Value(Ast::Empty)
            }
            Some(Token::Sign("(")) => {
                let inner = self.inner()?;
                self.expects(")")?;
                Start::Value(inner)
            }
            Some(Token::Name(name)) if name == "true" || name == "false" => {
                Start::Value(Ast::Bool(name == "true"))
            }
            Some(Token::Name(name)) => Start::Here(self.call(name)?),
            Some(token) => return Err(format!("`{}` is not expected there", show(&token))),
            None => return Err("it ends too early".to_owned()),
        };
        let mut steps = Vec::new();
        loop {
            if self.takes(".") {
                match self.tokens.get(self.at).cloned() {
                    Some(Token::Name(name)) => {
                        self.at += 1;
                        steps.push(self.call(name)?);
                    }
                    _ => return Err("a name is missing after a point".to_owned()),
                }
            } else if self.takes("[") {
                match self.tokens.get(self.at).cloned() {
                    Some(Token::Number(number)) => steps.push(Step::Index(number)),
                    _ => return Err("a number is missing in square brackets".to_owned()),
                }
                self.at += 1;
                self.expects("]")?;
            } else {
                break;
            }
        }
        Ok(match (start, steps.is_empty()) {
            (Start::Value(ast), true) => ast,
            (start, _) => Ast::Path(Box::new(start), steps),
        })
    }

    fn call(&mut self, name: String) -> Result<Step, String> {
        if !self.takes("(") {
            return Ok(Step::Name(name));
        }
        let mut arguments = Vec::new();
        if !self.takes(")") {
            loop {
                arguments.push(self.inner()?);
                if !self.takes(",") {
                    break;
                }
            }
            self.expects(")")?;
        }
        Ok(Step::Call(name, arguments))
    }
}
