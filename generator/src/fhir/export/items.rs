//! Questions, texts and groups as items, with their answers.

use footbridge_model::translation::{ItemTexts, OptionTexts};
use footbridge_model::{Item, ItemType, Match, Number, ResponseOption, Translation};
use serde_json::{Map, Value, json};

use super::{Export, conditions, put};
use crate::fhir::known;

impl Export<'_> {
    /// The items within a group, from a place on.
    pub(super) fn items(&mut self, within: Option<&str>, at: &mut usize) -> Vec<Value> {
        let mut items = Vec::new();
        while let Some(item) = self.original.items.get(*at).filter(|item| item.within.as_deref() == within) {
            *at += 1;
            let mut made = self.item(item);
            if item.kind == ItemType::Group {
                let below = self.items(Some(&item.id), at);
                if below.is_empty() {
                    // FHIR has no group without items.
                    made.insert("type".into(), json!("display"));
                    made.remove("repeats");
                } else {
                    made.insert("item".into(), Value::Array(below));
                }
            }
            items.push(Value::Object(made));
        }
        items
    }

    fn item(&mut self, item: &Item) -> Map<String, Value> {
        let mut out = Map::new();
        out.insert("linkId".into(), json!(self.links.item(&item.id)));
        match &item.code {
            Some(_) if item.kind == ItemType::Info => {
                self.unsaid.push(format!("The code of `{}`: FHIR lets a text have none.", item.id));
            }
            code => self.code(&mut out, code.as_deref()),
        }
        if item.own && !self.original.source.own {
            self.unsaid.push(format!("That `{}` is your own, and not part of the published form.", item.id));
        }
        self.put(&mut out, "text", &item.text, |translation| texts(translation, item)?.text.clone());
        out.insert("type".into(), json!(kind(item)));
        if let Some(when) = &item.enabled_when {
            let (each, matching) = match conditions::of(self.original, &self.links, when) {
                Ok(said) => said,
                Err(why) => {
                    self.unsaid
                        .push(format!("The condition of `{}`: {why}. It is never shown there.", item.id));
                    conditions::never(&self.links, when)
                }
            };
            out.insert("enableWhen".into(), Value::Array(each));
            out.insert("enableBehavior".into(), json!(if matching == Match::All { "all" } else { "any" }));
        }
        // What is left open in the definition is left open here, too: only a stated "no" is written.
        if item.takes_an_answer() && (self.original.is_required(item) || item.required == Some(false)) {
            out.insert("required".into(), json!(self.original.is_required(item)));
        }
        if item.kind == ItemType::MultiChoice || item.repeats.is_some() {
            out.insert("repeats".into(), json!(true));
        }
        let extensions = self.extensions(item);
        if !extensions.is_empty() {
            out.insert("extension".into(), Value::Array(extensions));
        }
        let options = self.original.options_of(item);
        if !options.is_empty() {
            let each: Vec<Value> = options.iter().map(|option| self.option(item, option)).collect();
            out.insert("answerOption".into(), Value::Array(each));
        }
        let below = self.below(item);
        if !below.is_empty() {
            out.insert("item".into(), Value::Array(below));
        }
        out
    }

    /// What stands at a question about its range, its unit and its open answer.
    fn extensions(&mut self, item: &Item) -> Vec<Value> {
        let mut extensions = Vec::new();
        if let Some(repeats) = item.repeats {
            extensions.push(json!({ "url": known::MAX_OCCURS, "valueInteger": repeats }));
        }
        if item.takes_a_number() {
            let key = if kind(item) == "integer" { "valueInteger" } else { "valueDecimal" };
            for (url, bound) in [(known::MIN, item.min), (known::MAX, item.max)] {
                extensions.extend(bound.map(|bound| json!({ "url": url, key: bound })));
            }
        }
        if item.kind == ItemType::Scale {
            extensions.push(control("slider"));
            match item.step {
                Some(step) if is_whole(step) => {
                    extensions.push(json!({ "url": known::STEP, "valueInteger": step }));
                }
                Some(step) => {
                    self.unsaid
                        .push(format!("The step of {step} in `{}`: FHIR has whole steps only.", item.id));
                }
                None => {}
            }
        }
        if let Some(unit) = &item.unit {
            let mut coding = Map::new();
            self.put(&mut coding, "display", unit, |translation| texts(translation, item)?.unit.clone());
            extensions.push(json!({ "url": known::UNIT, "valueCoding": coding }));
        }
        if let Some(other) = &item.other {
            let mut label = Map::new();
            label.insert("url".into(), json!(known::OPEN_LABEL));
            self.put(&mut label, "valueString", &other.label, |translation| {
                texts(translation, item)?.other.clone()
            });
            extensions.push(Value::Object(label));
            if other.score.is_some() {
                self.unsaid.push(format!("What an answer in one's own words to `{}` counts.", item.id));
            }
        }
        extensions
    }

    /// The texts below a question: its help and the ends of its scale.
    fn below(&mut self, item: &Item) -> Vec<Value> {
        let mut below = Vec::new();
        for (role, text) in [("help", &item.help), ("lower", &item.low), ("upper", &item.high)] {
            let Some(text) = text.as_ref().filter(|text| !text.trim().is_empty()) else { continue };
            if !item.takes_an_answer() {
                self.unsaid.push(format!("The help of `{}`, which is no question.", item.id));
                continue;
            }
            let mut made = Map::new();
            let link = format!("{}-{role}", self.links.item(&item.id));
            made.insert("linkId".into(), json!(self.links.free(&link)));
            made.insert("extension".into(), json!([control(role)]));
            self.put(&mut made, "text", text, |translation| {
                let texts = texts(translation, item)?;
                match role {
                    "help" => texts.help.clone(),
                    "lower" => texts.low.clone(),
                    _ => texts.high.clone(),
                }
            });
            made.insert("type".into(), json!("display"));
            below.push(Value::Object(made));
        }
        below
    }

    fn option(&self, item: &Item, option: &ResponseOption) -> Value {
        let mut coding = Map::new();
        let loinc = option.code.as_deref().filter(|code| known::is_loinc(code));
        if loinc.is_some() {
            coding.insert("system".into(), json!(known::LOINC));
        }
        let code = loinc.unwrap_or(option.value.as_str());
        put(&mut coding, "code", code);
        let shared = item.options.is_empty();
        self.put(&mut coding, "display", &option.label, |translation: &Translation| {
            let own: &[OptionTexts] =
                if shared { &translation.options } else { &texts(translation, item)?.options };
            Some(own.iter().find(|texts| texts.value == option.value)?.label.clone())
        });
        let mut out = Map::new();
        // The short name, so that an import finds it again. FHIR wants it without spaces.
        let value = option.value.as_str();
        if !value.is_empty() && !value.contains(char::is_whitespace) {
            out.insert("id".into(), json!(value));
        }
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
}

fn texts<'t>(translation: &'t Translation, item: &Item) -> Option<&'t ItemTexts> {
    translation.items.iter().find(|texts| texts.id == item.id)
}

fn control(code: &str) -> Value {
    json!({
        "url": known::CONTROL,
        "valueCodeableConcept": { "coding": [{ "system": known::CONTROLS, "code": code }] },
    })
}

fn is_whole(number: Number) -> bool {
    number.hundredths() % 100 == 0
}

/// The type of an item in FHIR.
pub(super) fn kind(item: &Item) -> &'static str {
    let fraction = |number: Option<Number>| number.is_some_and(|number| !is_whole(number));
    match item.kind {
        ItemType::Choice | ItemType::MultiChoice => "choice",
        ItemType::OpenChoice => "open-choice",
        ItemType::YesNo if !item.options.is_empty() => "choice",
        ItemType::YesNo => "boolean",
        ItemType::Scale if fraction(item.step) || fraction(item.min) || fraction(item.max) => "decimal",
        ItemType::Integer | ItemType::Scale => "integer",
        ItemType::Decimal => "decimal",
        ItemType::Date => "date",
        ItemType::Text => "text",
        ItemType::Info => "display",
        ItemType::Group => "group",
    }
}
