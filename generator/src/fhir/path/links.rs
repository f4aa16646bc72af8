//! Which items a filter over linkIds chooses.

use super::parse::{Ast, Start, Step};

/// Whether a linkId passes a test that is about nothing else.
pub(super) fn link_passes(test: &Ast, link: &str, depth: usize) -> Result<bool, String> {
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
