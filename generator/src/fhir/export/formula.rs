//! Formulas as FHIRPath. Where "no answer" would mean something else there, the formula is refused in words.

use footbridge_model::{Missing, Number, Questionnaire, Score, Term};

use super::sources::{Kind, Source, Sources, answers, number};

/// How tight an expression binds: `+ -`, `* /`, and everything that needs no brackets.
const LOOSE: u8 = 1;
const TIGHT: u8 = 2;
const WHOLE: u8 = 3;

type Said = Result<(String, u8), String>;

/// The formula of a score.
pub(super) fn expression(
    original: &Questionnaire,
    sources: &Sources<'_>,
    score: &Score,
) -> Result<String, String> {
    let term = original.formula_of(score).ok_or("its formula has a fault")?;
    let writer = Writer { sources, required: score.missing == Missing::Require };
    Ok(writer.number(&term)?.0)
}

struct Writer<'a> {
    sources: &'a Sources<'a>,
    /// Whether everything that is shown has an answer once this is computed.
    required: bool,
}

impl Writer<'_> {
    fn number(&self, term: &Term) -> Said {
        Ok(match term {
            Term::Number(value) => (number(*value), WHOLE),
            Term::Item(id) | Term::Score(id) => (self.value(&self.sources.get(id)?)?, WHOLE),
            Term::Negative(inner) => {
                let (inner, _) = self.number(inner)?;
                (format!("(0 - ({inner}))"), WHOLE)
            }
            Term::Both(sign @ ("+" | "-" | "*" | "/"), one, two) => {
                let rank = if matches!(*sign, "+" | "-") { LOOSE } else { TIGHT };
                let one = bound(self.number(one)?, rank);
                let two = bound(self.number(two)?, rank + 1);
                (format!("{one} {sign} {two}"), rank)
            }
            Term::If(parts) => {
                let [condition, then, other] = &**parts;
                self.certain(condition)?;
                let (then, other) = (self.number(then)?.0, self.number(other)?.0);
                (format!("iif({}, {then}, {other})", self.truth(condition)?), WHOLE)
            }
            Term::Round(inner, places) => {
                let inner = bound(self.number(inner)?, WHOLE + 1);
                (format!("{inner}.round({places})"), WHOLE)
            }
            Term::Over("sum", parts) => (self.sum(parts)?, LOOSE),
            Term::Over("count", parts) => {
                let each = parts.iter().map(|part| {
                    if let Term::Item(id) = part
                        && self.sources.get(id)?.repeated
                    {
                        return Err(format!("it counts `{id}`, which stands in a group that repeats"));
                    }
                    // What has no value is not true, on both sides.
                    Ok(format!("iif({}, 1, 0)", self.truth(part)?))
                });
                (each.collect::<Result<Vec<_>, _>>()?.join(" + "), LOOSE)
            }
            Term::Over(name, parts) => (self.extreme(name, parts)?, WHOLE),
            // Yes or no as a number.
            truth => {
                self.certain(truth)?;
                (format!("iif({}, 1, 0)", self.truth(truth)?), WHOLE)
            }
        })
    }

    fn truth(&self, term: &Term) -> Result<String, String> {
        Ok(match term {
            Term::Answered(id) => format!("{}.exists()", answers([&self.any(id)?])),
            Term::Not(inner) => format!("({}).not()", self.truth(inner)?),
            Term::Both(sign @ ("and" | "or"), one, two) => {
                format!("({} {sign} {})", self.truth(one)?, self.truth(two)?)
            }
            Term::Both(sign @ ("=" | "!=" | "<" | "<=" | ">" | ">="), one, two) => {
                format!("{} {sign} {}", self.number(one)?.0, self.number(two)?.0)
            }
            Term::Item(id) if self.is_truth(id) => format!("{}.value", answers([&self.sources.get(id)?])),
            value => format!("{} != 0", self.number(value)?.0),
        })
    }

    /// Whether the answer to a question is yes or no by itself.
    fn is_truth(&self, id: &str) -> bool {
        self.sources.get(id).is_ok_and(|source| source.kind == Kind::Truth && !source.repeated)
    }

    /// What is only asked about may be a question of any kind.
    fn any(&self, id: &str) -> Result<Source, String> {
        self.sources.get(id).or_else(|_| self.sources.question(id))
    }

    /// One value; nothing if there is no answer.
    fn value(&self, source: &Source) -> Result<String, String> {
        let all = answers([source]);
        Ok(match source.kind {
            _ if source.repeated => {
                return Err(format!(
                    "it takes one answer of `{}`, which stands in a group that repeats",
                    source.id
                ));
            }
            Kind::Weight if source.several => {
                format!("iif({all}.exists(), {all}.value.weight().sum(), {{}})")
            }
            Kind::Weight => format!("{all}.value.weight()"),
            Kind::Number | Kind::Score => format!("{all}.value"),
            Kind::Truth => format!("{all}.value.select(iif($this, 1, 0))"),
        })
    }

    /// A sum that leaves out questions without an answer.
    fn sum(&self, parts: &[Term]) -> Result<String, String> {
        let mut groups: Vec<Vec<Source>> = Vec::new();
        let mut said = Vec::new();
        for part in parts {
            let Term::Item(id) = part else {
                if !self.has_value(part) && !matches!(part, Term::Score(_) | Term::Both(..) | Term::Round(..))
                {
                    return Err("it adds something that can be without a value".to_owned());
                }
                said.push(bound(self.number(part)?, TIGHT));
                continue;
            };
            let source = self.sources.get(id)?;
            let same = |group: &&mut Vec<Source>| {
                group.iter().all(|known| known.kind == source.kind && known.id != source.id)
            };
            match groups.iter_mut().find(same) {
                Some(group) => group.push(source),
                None => groups.push(vec![source]),
            }
        }
        let added = groups.iter().map(|group| {
            let all = answers(group);
            match group.first().map(|source| source.kind) {
                Some(Kind::Weight) => format!("{all}.value.weight().sum()"),
                Some(Kind::Truth) => format!("{all}.where(value = true).count()"),
                _ => format!("{all}.value.sum()"),
            }
        });
        Ok(added.chain(said).collect::<Vec<_>>().join(" + "))
    }

    fn extreme(&self, name: &str, parts: &[Term]) -> Result<String, String> {
        let mut sources = Vec::new();
        for part in parts {
            if let Term::Item(id) = part {
                sources.push(self.sources.get(id)?);
            }
        }
        let alike = |kind: Kind| {
            sources.len() == parts.len()
                && sources.iter().all(|source| source.kind == kind && !source.several)
        };
        if alike(Kind::Weight) {
            return Ok(format!("{}.value.weight().{name}()", answers(&sources)));
        }
        if alike(Kind::Number) {
            return Ok(format!("{}.value.{name}()", answers(&sources)));
        }
        match parts {
            [one] if self.has_value(one) => Ok(bound(self.number(one)?, WHOLE + 1)),
            [one, two] if self.has_value(one) && self.has_value(two) => {
                let sign = if name == "min" { "<=" } else { ">=" };
                let (one, two) = (self.number(one)?.0, self.number(two)?.0);
                Ok(format!("iif({one} {sign} {two}, {one}, {two})"))
            }
            _ => Err(format!("`{name}` over values of different kinds")),
        }
    }

    /// Refuses a decision about something that may have no value: FHIR decides "no", here there is no score.
    fn certain(&self, term: &Term) -> Result<(), String> {
        if self.has_value(term) {
            return Ok(());
        }
        Err("it decides by an answer that may be missing; ask with `answered` first".to_owned())
    }

    /// Whether there is a value whenever this is computed.
    fn has_value(&self, term: &Term) -> bool {
        match term {
            Term::Number(_) | Term::Answered(_) => true,
            Term::Item(id) => {
                self.required && self.sources.get(id).is_ok_and(|source| !source.hidden && !source.repeated)
            }
            Term::Score(_) => self.required,
            Term::Negative(inner) | Term::Not(inner) | Term::Round(inner, _) => self.has_value(inner),
            Term::Both("/", one, two) => {
                self.has_value(one) && matches!(&**two, Term::Number(below) if *below != Number::ZERO)
            }
            Term::Both(_, one, two) => self.has_value(one) && self.has_value(two),
            Term::If(parts) => parts.iter().all(|part| self.has_value(part)),
            Term::Over("count", _) => true,
            Term::Over("sum", parts) => {
                parts.iter().all(|part| matches!(part, Term::Item(_)) || self.has_value(part))
            }
            Term::Over(_, parts) => parts.iter().all(|part| self.has_value(part)),
        }
    }
}

/// In brackets where it binds looser than what stands around it.
fn bound((text, rank): (String, u8), around: u8) -> String {
    let call = rank == WHOLE && text.ends_with(')') && !text.contains(' ');
    if rank >= around || call { text } else { format!("({text})") }
}
