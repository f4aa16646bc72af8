//! What FHIR R4 asks of a Questionnaire, as far as an export can break it: elements and their types, required
//! bindings, the invariants `que-0` to `que-13`, and the extensions with their one type of value.
//!
//! Sources: the definitions of Questionnaire, Coding, Expression and the extensions in FHIR R4 (4.0.1) and SDC.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

/// Fails with the path of the first fault.
pub(crate) fn check(resource: &Value) {
    let root = object(resource, "Questionnaire");
    only(
        root,
        "Questionnaire",
        &[
            "resourceType",
            "id",
            "language",
            "url",
            "version",
            "name",
            "title",
            "status",
            "subjectType",
            "publisher",
            "contact",
            "description",
            "purpose",
            "copyright",
            "code",
            "item",
            "extension",
        ],
    );
    assert_eq!(root["resourceType"], "Questionnaire");
    let status = root["status"].as_str().expect("status is required");
    assert!(["draft", "active", "retired", "unknown"].contains(&status));
    let name = root["name"].as_str().expect("name");
    assert!(name.len() <= 255 && name.starts_with(|c: char| c.is_ascii_uppercase()), "que-0: {name}");
    assert!(name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_'), "que-0: {name}");
    if let Some(id) = root.get("id").and_then(Value::as_str) {
        assert!(id.len() <= 64 && id.chars().all(|c| c.is_ascii_alphanumeric() || "-.".contains(c)), "{id}");
    }
    if let Some(url) = root.get("url").and_then(Value::as_str) {
        assert!(url.contains(':') && !url.contains(char::is_whitespace), "{url}");
    }
    for code in root.get("code").and_then(Value::as_array).into_iter().flatten() {
        coding(code, "code");
    }
    let mut links = BTreeSet::new();
    gather(root, &mut links);
    for (at, item) in list(root, "item").iter().enumerate() {
        check_item(item, &format!("item[{at}]"), &links);
    }
    no_empty(resource, "Questionnaire");
}

fn object<'a>(value: &'a Value, path: &str) -> &'a Map<String, Value> {
    value.as_object().unwrap_or_else(|| panic!("{path} is not an object"))
}

fn list<'a>(map: &'a Map<String, Value>, key: &str) -> &'a [Value] {
    map.get(key).map_or(&[], |value| value.as_array().expect("a list").as_slice())
}

/// No other elements; an element beginning with a stroke carries extensions of its primitive.
fn only(map: &Map<String, Value>, path: &str, known: &[&str]) {
    for (key, value) in map {
        let bare = key.strip_prefix('_').unwrap_or(key);
        assert!(known.contains(&bare), "{path}.{key} is no element");
        if key.starts_with('_') {
            assert!(map.contains_key(bare), "{path}.{key} without {bare}");
            let holder = object(value, path);
            only(holder, path, &["extension"]);
            for translation in list(holder, "extension") {
                check_extension(translation, path);
            }
        }
    }
    for extension in list(map, "extension") {
        check_extension(extension, path);
    }
}

/// FHIR forbids empty texts, lists and objects.
fn no_empty(value: &Value, path: &str) {
    match value {
        Value::Null => panic!("{path} is null"),
        Value::String(text) => assert!(!text.trim().is_empty(), "{path} is empty"),
        Value::Array(values) => {
            assert!(!values.is_empty(), "{path} is empty");
            values.iter().enumerate().for_each(|(at, value)| no_empty(value, &format!("{path}[{at}]")));
        }
        Value::Object(entries) => {
            assert!(!entries.is_empty(), "{path} is empty");
            entries.iter().for_each(|(key, value)| no_empty(value, &format!("{path}.{key}")));
        }
        _ => {}
    }
}

fn gather(map: &Map<String, Value>, links: &mut BTreeSet<String>) {
    for item in list(map, "item") {
        let item = object(item, "item");
        let link = item["linkId"].as_str().expect("linkId is required").to_owned();
        assert!(links.insert(link.clone()), "que-2: {link} twice");
        gather(item, links);
    }
}

fn check_item(item: &Value, path: &str, links: &BTreeSet<String>) {
    let item = object(item, path);
    only(
        item,
        path,
        &[
            "linkId",
            "code",
            "text",
            "type",
            "enableWhen",
            "enableBehavior",
            "required",
            "repeats",
            "readOnly",
            "answerOption",
            "item",
            "extension",
        ],
    );
    let kind = item["type"].as_str().expect("type is required");
    let known = [
        "group",
        "display",
        "boolean",
        "decimal",
        "integer",
        "date",
        "dateTime",
        "time",
        "string",
        "text",
        "url",
        "choice",
        "open-choice",
        "attachment",
        "reference",
        "quantity",
    ];
    assert!(known.contains(&kind), "{path}.type {kind}");
    let has = |key: &str| item.contains_key(key);
    assert!(kind != "group" || has("item"), "que-1: {path} is a group of nothing");
    assert!(kind != "display" || !has("item"), "que-1: {path} is a text with items");
    assert!(kind != "display" || !has("code"), "que-3: {path}");
    assert!(kind != "display" || !(has("required") || has("repeats")), "que-6: {path}");
    assert!(kind != "display" || !has("readOnly"), "que-9: {path}");
    assert!(!has("answerOption") || matches!(kind, "choice" | "open-choice"), "que-5: {path}");
    let whens = list(item, "enableWhen");
    assert!(whens.len() < 2 || has("enableBehavior"), "que-12: {path}");
    if let Some(behavior) = item.get("enableBehavior") {
        assert!(["all", "any"].contains(&behavior.as_str().expect("text")), "{path}");
    }
    for when in whens {
        check_when(when, path, links);
    }
    for flag in ["required", "repeats", "readOnly"] {
        assert!(item.get(flag).is_none_or(Value::is_boolean), "{path}.{flag}");
    }
    for code in list(item, "code") {
        coding(code, path);
    }
    let mut codes = BTreeSet::new();
    for option in list(item, "answerOption") {
        let option = object(option, path);
        only(option, path, &["id", "extension", "valueCoding"]);
        if let Some(id) = option.get("id").and_then(Value::as_str) {
            assert!(!id.contains(char::is_whitespace), "{path}: {id}");
        }
        coding(&option["valueCoding"], path);
        let code = option["valueCoding"].get("code").and_then(Value::as_str).unwrap_or_default();
        assert!(codes.insert(code.to_owned()), "{path}: the answer {code} twice");
    }
    for (at, below) in list(item, "item").iter().enumerate() {
        check_item(below, &format!("{path}.item[{at}]"), links);
    }
}

fn check_when(when: &Value, path: &str, links: &BTreeSet<String>) {
    let when = object(when, path);
    let link = when["question"].as_str().expect("question is required");
    assert!(links.contains(link), "{path} waits for {link}, which is not there");
    let operator = when["operator"].as_str().expect("operator is required");
    assert!(["exists", "=", "!=", ">", "<", ">=", "<="].contains(&operator), "{path}: {operator}");
    let answers: Vec<&String> = when.keys().filter(|key| key.starts_with("answer")).collect();
    assert_eq!(answers.len(), 1, "{path}: one answer");
    assert!(operator != "exists" || answers[0] == "answerBoolean", "que-7: {path}");
    let answer = &when[answers[0]];
    match answers[0].as_str() {
        "answerBoolean" => assert!(answer.is_boolean(), "{path}"),
        "answerInteger" => assert!(answer.is_i64(), "{path}"),
        "answerDecimal" => assert!(answer.is_number(), "{path}"),
        "answerDate" | "answerString" => assert!(answer.is_string(), "{path}"),
        "answerCoding" => {
            assert!(matches!(operator, "=" | "!="), "{path}: codes have no size");
            coding(answer, path);
        }
        other => panic!("{path}.{other}"),
    }
}

fn coding(value: &Value, path: &str) {
    let coding = object(value, path);
    only(coding, path, &["system", "code", "display"]);
    assert!(coding.contains_key("code") || coding.contains_key("display"), "{path}: a coding of nothing");
    if let Some(code) = coding.get("code").and_then(Value::as_str) {
        assert!(code.trim() == code && !code.contains("  "), "{path}: {code}");
    }
    if coding.get("system").and_then(Value::as_str) == Some("http://loinc.org") {
        let code = coding["code"].as_str().expect("a LOINC code");
        let digits = code.strip_prefix("LA").or(code.strip_prefix("LL")).unwrap_or(code);
        assert!(digits.chars().all(|c| c.is_ascii_digit() || c == '-'), "{path}: {code}");
    }
}

/// Each extension by its address, with the one type of its value.
fn check_extension(extension: &Value, path: &str) {
    let extension = object(extension, path);
    let url = extension["url"].as_str().expect("an address");
    let base = "http://hl7.org/fhir/StructureDefinition/";
    let sdc = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-";
    let (key, fits): (&str, fn(&Value) -> bool) = match url.strip_prefix(base).or(url.strip_prefix(sdc)) {
        Some("translation") => {
            let parts = list(extension, "extension");
            assert_eq!(parts.len(), 2, "{path}");
            assert!(parts[0]["url"] == "lang" && parts[0]["valueCode"].is_string(), "{path}");
            assert!(parts[1]["url"] == "content" && parts[1]["valueString"].is_string(), "{path}");
            return;
        }
        Some("ordinalValue") => ("valueDecimal", Value::is_number),
        Some("questionnaire-itemControl") => ("valueCodeableConcept", Value::is_object),
        Some("questionnaire-unit") => ("valueCoding", Value::is_object),
        Some("questionnaire-maxOccurs" | "questionnaire-sliderStepValue") => ("valueInteger", Value::is_i64),
        Some("questionnaire-optionExclusive") => ("valueBoolean", Value::is_boolean),
        Some("openLabel") => ("valueString", Value::is_string),
        Some("minValue" | "maxValue") => {
            let key = if extension.contains_key("valueInteger") { "valueInteger" } else { "valueDecimal" };
            (key, if key == "valueInteger" { Value::is_i64 } else { Value::is_number })
        }
        Some("calculatedExpression") => ("valueExpression", |value: &Value| {
            value["language"] == "text/fhirpath" && value["expression"].is_string()
        }),
        _ => panic!("{path}: the extension {url} is not known"),
    };
    assert!(extension.get(key).is_some_and(fits), "{path}: {url} wants {key}: {extension:?}");
    let others: Vec<_> = extension.keys().filter(|other| ![key, "url"].contains(&other.as_str())).collect();
    assert!(others.iter().all(|other| other.strip_prefix('_') == Some(key)), "{path}: {url} {others:?}");
    if key == "valueCoding" {
        coding(&extension[key], path);
    }
}
