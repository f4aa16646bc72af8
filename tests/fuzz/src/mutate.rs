//! Changes to a file: of bytes, of lines, and of JSON as a tree.

use serde_json::Value;

use crate::dice::Dice;

/// Words that mean something in some place, and some that mean nothing anywhere.
const WORDS: &[&str] = &[
    "item",
    "linkId",
    "type",
    "text",
    "choice",
    "group",
    "display",
    "decimal",
    "boolean",
    "quantity",
    "open-choice",
    "question",
    "coding",
    "answerOption",
    "answerValueSet",
    "contained",
    "#list",
    "extension",
    "modifierExtension",
    "url",
    "valueCoding",
    "valueInteger",
    "valueDecimal",
    "valueExpression",
    "expression",
    "enableWhen",
    "operator",
    "exists",
    "=",
    "!=",
    ">=",
    "answerBoolean",
    "answerCoding",
    "enableBehavior",
    "any",
    "all",
    "repeats",
    "required",
    "readOnly",
    "http://hl7.org/fhir/StructureDefinition/ordinalValue",
    "http://hl7.org/fhir/StructureDefinition/itemWeight",
    "http://hl7.org/fhir/StructureDefinition/variable",
    "http://hl7.org/fhir/StructureDefinition/translation",
    "http://hl7.org/fhir/StructureDefinition/minValue",
    "http://loinc.org",
    "44261-6",
    "%resource.descendants().answer.value.weight().sum()",
    "iif(%a.exists(), %a, 0) + %b",
    "%resource.item.where(linkId in ('a' | 'b')).answer.count() >= 2 - 1",
    "((((((((((((((((((((((((((1))))))))))))))))))))))))))",
    "prorate",
    "minimum",
    "formula",
    "weighted",
    "reverse",
    "max_missing",
    "min_answered",
    "multiply",
    "enabled_when",
    "within",
    "repeats = 20",
    "a",
    "b",
    "total",
    "99999999999999999999",
    "-0.01",
    "1e308",
    "NaN",
    "true",
    "null",
    "\u{0}",
    "\u{feff}",
    "\u{202e}",
    "é",
    "𝄞",
    "\\ud800",
    "",
    " ",
    "\"",
    "'",
    "\n\n",
    "]]",
    "}}",
    "{",
    "[",
];

/// Changes a text a few times.
pub(crate) fn text(dice: &mut Dice, seeds: &[String], from: &str) -> String {
    let mut bytes = from.as_bytes().to_vec();
    for _ in 0..=dice.below(6) {
        let at = dice.below(bytes.len() + 1);
        let size = 1 << dice.below(8);
        let end = (at + dice.below(size)).min(bytes.len());
        match dice.below(7) {
            0 => drop(bytes.drain(at..end)),
            1 => {
                let copy: Vec<u8> = bytes[at..end].to_vec();
                let most = 1 << dice.below(7);
                let times = 1 + dice.below(most);
                let to = dice.below(bytes.len() + 1);
                if copy.len() * times < 200_000 {
                    drop(bytes.splice(to..to, copy.repeat(times)));
                }
            }
            2 => bytes[at..end].iter_mut().for_each(|byte| *byte ^= 1 << (at % 8)),
            3 => {
                let word = dice.pick(WORDS).copied().unwrap_or_default();
                drop(bytes.splice(at..end.min(at + 12), word.bytes()));
            }
            4 => {
                let number = match dice.below(5) {
                    0 => i64::MAX.to_string(),
                    1 => "-1".to_owned(),
                    2 => "0.005".to_owned(),
                    3 => dice.below(100_000).to_string(),
                    _ => "10000000".to_owned(),
                };
                drop(bytes.splice(at..(at + 1).min(bytes.len()), number.bytes()));
            }
            5 => {
                let other = dice.pick(seeds).map(|seed| seed.as_bytes()).unwrap_or_default();
                let start = dice.below(other.len() + 1);
                let stop = (start + dice.below(4000)).min(other.len());
                drop(bytes.splice(at..end, other[start..stop].to_vec()));
            }
            _ => lines(dice, &mut bytes),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Swaps, drops or doubles whole lines, which in TOML are whole settings.
fn lines(dice: &mut Dice, bytes: &mut Vec<u8>) {
    let mut all: Vec<Vec<u8>> = bytes.split(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect();
    let (one, two) = (dice.below(all.len()), dice.below(all.len()));
    match dice.below(3) {
        0 => all.swap(one, two),
        1 => drop(all.remove(one)),
        _ => all.insert(two, all[one].clone()),
    }
    *bytes = all.join(&b'\n');
}

/// Changes a tree of JSON a few times, so that it stays JSON and what is deep inside is reached.
pub(crate) fn json(dice: &mut Dice, others: &[Value], from: &Value) -> Value {
    let mut tree = from.clone();
    for _ in 0..=dice.below(5) {
        let donor = dice.pick(others).cloned().unwrap_or(Value::Null);
        let part = spot(dice, &mut donor.clone()).clone();
        let whole = tree.clone();
        let target = spot(dice, &mut tree);
        match dice.below(9) {
            0 => *target = part,
            1 => *target = Value::Null,
            2 => *target = Value::from(dice.pick(WORDS).copied().unwrap_or_default()),
            3 => *target = Value::from(dice.roll() as i32),
            4 => {
                if let Value::Array(list) = target
                    && let Some(first) = dice.pick(list).cloned()
                {
                    let times = 1 << dice.below(6);
                    list.extend(std::iter::repeat_n(first, times));
                }
            }
            5 => {
                if let Value::Object(map) = target {
                    let keys: Vec<String> = map.keys().cloned().collect();
                    if let Some(key) = dice.pick(&keys) {
                        map.remove(key);
                    }
                }
            }
            6 => {
                if let Value::Object(map) = target {
                    let key = dice.pick(WORDS).copied().unwrap_or_default();
                    map.insert(key.to_owned(), part);
                }
            }
            7 => {
                // A part of the file inside of itself.
                let mut whole = whole;
                *target = spot(dice, &mut whole).clone();
            }
            _ => {
                if let Value::String(text) = target {
                    *text = self::text(dice, &[], text);
                }
            }
        }
        if tree.to_string().len() > 300_000 {
            return from.clone();
        }
    }
    tree
}

/// A place in a tree.
fn spot<'v>(dice: &mut Dice, mut tree: &'v mut Value) -> &'v mut Value {
    loop {
        let below = match &*tree {
            Value::Array(list) => list.len(),
            Value::Object(map) => map.len(),
            _ => 0,
        };
        if below == 0 || dice.once_in(7) {
            return tree;
        }
        let at = dice.below(below);
        tree = match tree {
            Value::Array(list) => &mut list[at],
            Value::Object(map) => match map.values_mut().nth(at) {
                Some(value) => value,
                None => unreachable!("the place is below the length"),
            },
            other => return other,
        };
    }
}

/// Changes bytes that are no text.
pub(crate) fn bytes(dice: &mut Dice, from: &[u8]) -> Vec<u8> {
    let mut bytes = from.to_vec();
    for _ in 0..=dice.below(8) {
        let at = dice.below(bytes.len());
        match dice.below(5) {
            0 => bytes.truncate(at),
            1 => bytes.insert(at, dice.roll() as u8),
            2 => drop(bytes.splice(at..at, std::iter::repeat_n(0xff, 1 + dice.below(9)))),
            _ => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte = dice.roll() as u8;
                }
            }
        }
    }
    bytes
}
