//! From a definition to a FHIR R4 Questionnaire.

use footbridge_model::translation::{ItemTexts, OptionTexts};
use footbridge_model::{
    Item, ItemType, Match, Method, Missing, Operator, Questionnaire, ResponseOption, Score, Translation,
};
use serde_json::{Map, Value, json};

use super::known;

/// What an export gives.
#[derive(Debug)]
pub struct Exported {
    /// The resource.
    pub resource: Value,
    /// What FHIR cannot say, in words.
    pub unsaid: Vec<String>,
}

/// Exports a definition with its translations, each with its language.
pub fn export(id: &str, original: &Questionnaire, translations: &[(String, Translation)]) -> Exported {
    let mut export = Export { original, translations, unsaid: Vec::new() };
    let resource = export.resource(id);
    Exported { resource, unsaid: export.unsaid }
}

struct Export<'a> {
    original: &'a Questionnaire,
    translations: &'a [(String, Translation)],
    unsaid: Vec<String>,
}

impl Export<'_> {
    fn resource(&mut self, id: &str) -> Value {
        let original = self.original;
        let source = &original.source;
        let mut out = Map::new();
        out.insert("resourceType".into(), json!("Questionnaire"));
        out.insert("id".into(), json!(id));
        if let Some(url) = &source.url {
            out.insert("url".into(), json!(url));
        }
        // A definition has no number of its own; the day on which it was checked changes with every look at it.
        out.insert("version".into(), json!(source.checked));
        out.insert("name".into(), json!(name(id)));
        self.put(&mut out, "title", &original.title, |translation| Some(translation.title.clone()));
        out.insert("status".into(), json!("active"));
        out.insert("subjectType".into(), json!(["Patient"]));
        out.insert("publisher".into(), json!(source.holder));
        self.put(&mut out, "description", &original.summary, |translation| Some(translation.summary.clone()));
        out.insert("purpose".into(), json!(format!("Citation: {}", source.citation)));
        let credit = source.credit.as_ref().map(|credit| format!("\n\n{credit}")).unwrap_or_default();
        out.insert("copyright".into(), json!(format!("{}{credit}", source.permission)));
        if let Some(code) = &source.code {
            out.insert("code".into(), json!([{ "system": known::LOINC, "code": code }]));
        }
        let mut items = Vec::new();
        if let Some(stem) = &original.stem {
            let mut item = Map::new();
            item.insert("linkId".into(), json!("stem"));
            self.put(&mut item, "text", stem, |translation| translation.stem.clone());
            item.insert("type".into(), json!("display"));
            items.push(Value::Object(item));
        }
        let mut at = 0;
        items.extend(self.items(None, &mut at));
        for score in &original.scores {
            items.extend(self.score(score));
        }
        out.insert("item".into(), Value::Array(items));
        if !original.risks.is_empty() || original.items.iter().any(|item| item.risk.is_some()) {
            self.unsaid.push("Which answers show help at once.".to_owned());
        }
        Value::Object(out)
    }

    /// A text with its translations.
    fn put(
        &self,
        out: &mut Map<String, Value>,
        key: &str,
        text: &str,
        translated: impl Fn(&Translation) -> Option<String>,
    ) {
        out.insert(key.into(), json!(text));
        let all: Vec<Value> = self
            .translations
            .iter()
            .filter_map(|(language, translation)| {
                let content = translated(translation).filter(|text| !text.is_empty())?;
                Some(json!({
                    "url": known::TRANSLATION,
                    "extension": [
                        { "url": "lang", "valueCode": language },
                        { "url": "content", "valueString": content },
                    ],
                }))
            })
            .collect();
        if !all.is_empty() {
            out.insert(format!("_{key}"), json!({ "extension": all }));
        }
    }

    /// The items within a group, from a place on.
    fn items(&mut self, within: Option<&str>, at: &mut usize) -> Vec<Value> {
        let mut items = Vec::new();
        while let Some(item) = self.original.items.get(*at).filter(|item| item.within.as_deref() == within) {
            *at += 1;
            let mut made = self.item(item);
            if item.kind == ItemType::Group {
                let below = self.items(Some(&item.id), at);
                made.insert("item".into(), Value::Array(below));
            }
            items.push(Value::Object(made));
        }
        items
    }

    fn item(&mut self, item: &Item) -> Map<String, Value> {
        let id = item.id.clone();
        let texts = |translation: &Translation| -> Option<ItemTexts> {
            translation.items.iter().find(|texts| texts.id == id).cloned()
        };
        let mut out = Map::new();
        let mut extensions = Vec::new();
        out.insert("linkId".into(), json!(link(item)));
        if let Some(code) = &item.code {
            out.insert("code".into(), json!([{ "system": known::LOINC, "code": code }]));
        }
        self.put(&mut out, "text", &item.text, |translation| Some(texts(translation)?.text));
        out.insert("type".into(), json!(kind(item)));
        if let Some(when) = &item.enabled_when {
            let each: Vec<Value> =
                when.conditions.iter().map(|condition| self.condition(condition)).collect();
            out.insert("enableWhen".into(), Value::Array(each));
            let all = when.matching == Match::All;
            out.insert("enableBehavior".into(), json!(if all { "all" } else { "any" }));
        }
        if item.takes_an_answer() {
            // What is left open in the definition is left open here, too: only a stated "no" is written.
            if self.original.is_required(item) || item.required == Some(false) {
                out.insert("required".into(), json!(self.original.is_required(item)));
            }
        }
        if item.kind == ItemType::MultiChoice || item.repeats.is_some() {
            out.insert("repeats".into(), json!(true));
        }
        if let Some(repeats) = item.repeats {
            extensions.push(json!({ "url": known::MAX_OCCURS, "valueInteger": repeats }));
        }
        let integer = kind(item) == "integer";
        for (url, bound) in [(known::MIN, item.min), (known::MAX, item.max)] {
            if let Some(bound) = bound {
                let key = if integer { "valueInteger" } else { "valueDecimal" };
                extensions.push(json!({ "url": url, key: bound }));
            }
        }
        if item.kind == ItemType::Scale {
            extensions.push(control("slider"));
            if let Some(step) = item.step {
                let key = if step.hundredths() % 100 == 0 { "valueInteger" } else { "valueDecimal" };
                extensions.push(json!({ "url": known::STEP, key: step }));
            }
        }
        if let Some(unit) = &item.unit {
            let mut coding = Map::new();
            self.put(&mut coding, "display", unit, |translation| texts(translation)?.unit);
            extensions.push(json!({ "url": known::UNIT, "valueCoding": coding }));
        }
        if let Some(other) = &item.other {
            let mut label = Map::new();
            label.insert("url".into(), json!(known::OPEN_LABEL));
            self.put(&mut label, "valueString", &other.label, |translation| texts(translation)?.other);
            extensions.push(Value::Object(label));
            if other.score.is_some() {
                self.unsaid.push(format!("What an answer in one's own words to `{}` counts.", item.id));
            }
        }
        if !extensions.is_empty() {
            out.insert("extension".into(), Value::Array(extensions));
        }
        let options = self.original.options_of(item);
        if !options.is_empty() {
            let shared = item.options.is_empty();
            let each = options.iter().map(|option| {
                self.option(option, |translation: &Translation| {
                    let own: Vec<OptionTexts> =
                        if shared { translation.options.clone() } else { texts(translation)?.options };
                    own.into_iter().find(|texts| texts.value == option.value).map(|texts| texts.label)
                })
            });
            let each: Vec<Value> = each.collect();
            out.insert("answerOption".into(), Value::Array(each));
        }
        let mut below = Vec::new();
        for (role, text) in [("help", &item.help), ("lower", &item.low), ("upper", &item.high)] {
            let Some(text) = text else { continue };
            let mut made = Map::new();
            made.insert("linkId".into(), json!(format!("{}-{role}", link(item))));
            made.insert("extension".into(), json!([control(role)]));
            self.put(&mut made, "text", text, |translation| {
                let texts = texts(translation)?;
                match role {
                    "help" => texts.help,
                    "lower" => texts.low,
                    _ => texts.high,
                }
            });
            made.insert("type".into(), json!("display"));
            below.push(Value::Object(made));
        }
        if !below.is_empty() && item.kind != ItemType::Group && item.kind != ItemType::Info {
            out.insert("item".into(), Value::Array(below));
        } else if !below.is_empty() {
            self.unsaid.push(format!("The help of `{}`, which is no question.", item.id));
        }
        out
    }

    fn option(&self, option: &ResponseOption, label: impl Fn(&Translation) -> Option<String>) -> Value {
        let mut coding = Map::new();
        match &option.code {
            Some(code) => {
                coding.insert("system".into(), json!(known::LOINC));
                coding.insert("code".into(), json!(code));
            }
            None => {
                coding.insert("code".into(), json!(option.value.as_str()));
            }
        }
        self.put(&mut coding, "display", &option.label, label);
        let mut out = Map::new();
        // The short name, so that an import finds it again.
        out.insert("id".into(), json!(option.value.as_str()));
        let mut extensions = Vec::new();
        if let Some(score) = option.score {
            extensions.push(json!({ "url": known::ORDINAL, "valueDecimal": score }));
        }
        if option.exclusive {
            extensions.push(json!({ "url": known::EXCLUSIVE, "valueBoolean": true }));
        }
        if !extensions.is_empty() {
            out.insert("extension".into(), Value::Array(extensions));
        }
        out.insert("valueCoding".into(), Value::Object(coding));
        Value::Object(out)
    }

    fn condition(&mut self, condition: &footbridge_model::Condition) -> Value {
        let operator = match condition.operator {
            Operator::Exists => "exists",
            Operator::Equal => "=",
            Operator::NotEqual => "!=",
            Operator::Greater => ">",
            Operator::Less => "<",
            Operator::AtLeast => ">=",
            Operator::AtMost => "<=",
        };
        let answer = condition.answer.as_str();
        let other = self.original.item(&condition.item);
        let yes = matches!(answer, "yes" | "true");
        let (key, value) = match other {
            _ if condition.operator == Operator::Exists => ("answerBoolean", json!(yes)),
            Some(other) if other.kind == ItemType::YesNo && other.options.is_empty() => {
                ("answerBoolean", json!(yes))
            }
            Some(other) if kind(other) == "integer" && answer.parse::<i64>().is_ok() => {
                ("answerInteger", json!(answer.parse::<i64>().unwrap_or_default()))
            }
            Some(other) if other.takes_a_number() => {
                ("answerDecimal", json!(footbridge_model::Number::parse(answer).unwrap_or_default()))
            }
            Some(other) if other.kind == ItemType::Date => ("answerDate", json!(answer)),
            Some(other) if other.takes_options() => {
                if !matches!(condition.operator, Operator::Equal | Operator::NotEqual) {
                    self.unsaid.push(format!("The condition on the size of the answer to `{}`.", other.id));
                }
                let options = self.original.options_of(other);
                let option = options.iter().find(|option| option.value.as_str() == answer);
                let code = option.and_then(|option| option.code.as_ref());
                match code {
                    Some(code) => ("answerCoding", json!({ "system": known::LOINC, "code": code })),
                    None => ("answerCoding", json!({ "code": answer })),
                }
            }
            _ => ("answerString", json!(answer)),
        };
        json!({ "question": other.map_or(condition.item.clone(), link), "operator": operator, key: value })
    }

    fn score(&mut self, score: &Score) -> Option<Value> {
        if !score.bands.is_empty() {
            self.unsaid.push(format!("The bands of the score `{}`.", score.id));
        }
        let Some(expression) = self.expression(score) else {
            self.unsaid
                .push(format!("The score `{}`: its way of counting has no expression here.", score.id));
            return None;
        };
        let mut out = Map::new();
        out.insert("linkId".into(), json!(score.id));
        if let Some(code) = &score.code {
            out.insert("code".into(), json!([{ "system": known::LOINC, "code": code }]));
        }
        self.put(&mut out, "text", &score.title, |translation| {
            translation.scores.iter().find(|texts| texts.id == score.id).map(|texts| texts.title.clone())
        });
        out.insert("type".into(), json!("decimal"));
        out.insert("readOnly".into(), json!(true));
        out.insert(
            "extension".into(),
            json!([{
                "url": known::CALCULATED,
                "valueExpression": { "language": "text/fhirpath", "expression": expression },
            }]),
        );
        Some(Value::Object(out))
    }

    /// The score as FHIRPath: nothing before enough is answered, as here.
    fn expression(&self, score: &Score) -> Option<String> {
        if score.by.is_some() || !score.reverse.is_empty() || score.missing == Missing::Prorate {
            return None;
        }
        let mut coded = Vec::new();
        let mut numbers = Vec::new();
        let mut truths = Vec::new();
        let mut conditional = false;
        for id in &score.items {
            let item = self.original.item(id)?;
            conditional |= item.enabled_when.is_some() || item.within.is_some();
            let kind = match item.kind {
                ItemType::Choice | ItemType::MultiChoice => &mut coded,
                ItemType::YesNo if !item.options.is_empty() => &mut coded,
                ItemType::YesNo => &mut truths,
                ItemType::Integer | ItemType::Decimal | ItemType::Scale => &mut numbers,
                _ => return None,
            };
            kind.push(link(item));
        }
        let weights = format!("{}.value.weight()", answers(&coded));
        let values = format!("{}.value", answers(&numbers));
        let mut parts = Vec::new();
        if !coded.is_empty() {
            parts.push(format!("{weights}.sum()"));
        }
        if !numbers.is_empty() {
            parts.push(format!("{values}.sum()"));
        }
        if !truths.is_empty() {
            parts.push(format!("{}.where(value = true).count()", answers(&truths)));
        }
        let factor = score.multiply.filter(|factor| *factor != footbridge_model::Number::ONE);
        let plain = match (score.method, parts.as_slice()) {
            (Method::Sum, parts) => match factor {
                Some(factor) if parts.len() == 1 => format!("{} * {factor}", parts[0]),
                Some(_) => return None,
                None => parts.join(" + "),
            },
            (Method::Mean, [_]) if truths.is_empty() && factor.is_none() => {
                format!("{}.avg()", if coded.is_empty() { values } else { weights })
            }
            (Method::Count, [_]) if !coded.is_empty() && factor.is_none() => {
                let least = score.at_least.unwrap_or(footbridge_model::Number::ONE);
                format!("{}.where(value.weight() >= {least}).count()", answers(&coded))
            }
            _ => return None,
        };
        let links: Vec<String> = coded.into_iter().chain(numbers).chain(truths).collect();
        let several = score
            .items
            .iter()
            .filter_map(|id| self.original.item(id))
            .any(|item| item.kind == ItemType::MultiChoice);
        let least = match score.missing {
            Missing::Minimum => usize::from(score.min_answered?),
            _ => links.len(),
        };
        // Where questions can be hidden, or have several answers, the number of answers says nothing.
        if conditional || several {
            return (score.missing == Missing::Require).then_some(plain);
        }
        let sign = if least == links.len() { "=" } else { ">=" };
        Some(format!("iif({}.count() {sign} {least}, {plain}, {{}})", answers(&links)))
    }
}

/// The answers to some items, wherever they stand.
fn answers(links: &[String]) -> String {
    let names: Vec<String> =
        links.iter().map(|link| format!("'{}'", link.replace('\\', "\\\\").replace('\'', "\\'"))).collect();
    format!("%resource.descendants().where(linkId in ({})).answer", names.join(" | "))
}

fn control(code: &str) -> Value {
    json!({
        "url": known::CONTROL,
        "valueCodeableConcept": { "coding": [{ "system": known::CONTROLS, "code": code }] },
    })
}

fn link(item: &Item) -> String {
    item.link_id.clone().unwrap_or_else(|| item.id.clone())
}

fn kind(item: &Item) -> &'static str {
    let fraction = |number: Option<footbridge_model::Number>| {
        number.is_some_and(|number| number.hundredths() % 100 != 0)
    };
    match item.kind {
        ItemType::Choice | ItemType::MultiChoice => "choice",
        ItemType::OpenChoice => "open-choice",
        ItemType::YesNo if !item.options.is_empty() => "choice",
        ItemType::YesNo => "boolean",
        ItemType::Scale if fraction(item.step) || fraction(item.min) => "decimal",
        ItemType::Integer | ItemType::Scale => "integer",
        ItemType::Decimal => "decimal",
        ItemType::Date => "date",
        ItemType::Text => "text",
        ItemType::Info => "display",
        ItemType::Group => "group",
    }
}

/// A name for programs: `phq-9` is `Phq9`.
fn name(id: &str) -> String {
    let upper = |part: &str| {
        let mut letters = part.chars();
        letters.next().map(|c| c.to_ascii_uppercase()).into_iter().chain(letters).collect::<String>()
    };
    id.split('-').map(upper).collect()
}
