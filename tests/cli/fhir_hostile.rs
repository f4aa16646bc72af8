//! Files that want to keep the program busy: each ends with an answer, soon. SA-9.

use std::collections::HashMap;
use std::sync::{Arc, mpsc};
use std::time::Duration;

use footbridge::fhir::{Imported, import};
use footbridge::findings::report::{self, Format};
use footbridge::findings::{Finding, Place, codes};
use serde_json::{Value, json};

/// On an idle machine each takes well below two seconds; this one may be busy, and the tests are not optimised.
const LIMIT: Duration = Duration::from_secs(20);

/// What comes of some work, or a failure after the limit; never a hanging test.
fn soon<T: Send + 'static>(what: &str, work: impl FnOnce() -> T + Send + 'static) -> T {
    let (sender, receiver) = mpsc::channel();
    // Whoever waited is gone if it took too long.
    std::thread::spawn(move || drop(sender.send(work())));
    receiver.recv_timeout(LIMIT).unwrap_or_else(|fault| panic!("{fault} {what}"))
}

/// The answer, as the program has it and as a person sees it.
fn answer(text: String) -> Imported {
    let start = text.chars().take(200).collect::<String>();
    soon(&start, move || {
        let file: Arc<str> = "form.json".into();
        let imported = import(&file, &text, "2026-11-22");
        shown(&imported.findings, file, text);
        imported
    })
}

fn shown(findings: &[Finding], file: Arc<str>, text: String) -> String {
    let texts = HashMap::from([(file, Arc::from(text))]);
    report::write(findings, &texts, Format::Human { colour: false })
}

fn refused(text: String, code: &str) {
    let imported = answer(text);
    assert!(imported.toml.is_none());
    let codes: Vec<&str> = imported.findings.iter().map(|finding| finding.code).collect();
    assert!(codes.contains(&code), "{code}: {:?}", &imported.findings[..imported.findings.len().min(3)]);
}

#[allow(clippy::needless_pass_by_value, reason = "each form owns its items")]
fn form(items: Vec<Value>) -> Value {
    json!({ "resourceType": "Questionnaire", "title": "T", "item": items })
}

fn text(link: &str) -> Value {
    json!({ "linkId": link, "text": "T", "type": "string" })
}

fn with(mut value: Value, key: &str, more: Value) -> Value {
    value[key] = more;
    value
}

#[test]
fn very_long_lists() {
    refused(
        format!(r#"{{"resourceType":"Questionnaire","item":[{}]}}"#, vec!["1"; 1_000_000].join(",")),
        "FB0703",
    );
    let options: Vec<Value> = (0..100_000).map(|n| json!({ "valueInteger": n })).collect();
    let choice = json!({ "linkId": "a", "text": "A", "type": "choice", "answerOption": options });
    refused(form(vec![choice]).to_string(), "FB0703");
    for (key, one) in [
        ("extension", json!({ "url": "x" })),
        ("enableWhen", json!({ "question": "a", "operator": "exists", "answerBoolean": true })),
        ("code", json!({ "code": "x" })),
    ] {
        refused(form(vec![with(text("a"), key, Value::from(vec![one; 50_000]))]).to_string(), "FB0703");
    }
    refused(form((0..1500).map(|n| text(&format!("i{n}"))).collect()).to_string(), "FB0703");
    refused(
        with(form(vec![text("a")]), "contained", Value::from(vec![json!({}); 60_000])).to_string(),
        "FB0703",
    );
}

#[test]
fn many_answers_to_many_questions() {
    let concepts: Vec<Value> = (0..290).map(|n| json!({ "code": format!("c{n}"), "display": "D" })).collect();
    let set = json!({ "resourceType": "ValueSet", "id": "v", "compose": { "include": [{ "system": "s", "concept": concepts }] } });
    let item =
        |n| json!({ "linkId": format!("i{n}"), "text": "T", "type": "choice", "answerValueSet": "#v" });
    let many = with(form((0..900).map(item).collect()), "contained", json!([set]));
    refused(many.to_string(), "FB0703");
    let concepts: Vec<Value> = (0..1900).map(|n| json!({ "code": format!("c{n}") })).collect();
    let system = json!({ "resourceType": "CodeSystem", "url": "s", "concept": concepts });
    let set = json!({ "resourceType": "ValueSet", "id": "v", "compose": { "include": [{ "system": "s" }] } });
    refused(
        with(form((0..900).map(item).collect()), "contained", json!([system, set])).to_string(),
        "FB0706",
    );
}

#[test]
fn very_deep_files() {
    refused(format!("{}{}", r#"{"item":["#.repeat(100_000), "]}".repeat(100_000)), "FB0703");
    refused("[".repeat(1_000_000), "FB0703");
    let mut item = text("leaf");
    for n in 0..55 {
        item = json!({ "linkId": format!("g{n}"), "text": "G", "type": "group", "item": [item] });
    }
    let imported = answer(form(vec![item]).to_string());
    assert!(imported.toml.is_some() || imported.findings.iter().any(|finding| finding.is_error()));
}

#[test]
fn circles_and_long_rows_of_conditions() {
    let when = |link: &str, other: &str| {
        with(
            text(link),
            "enableWhen",
            json!([{ "question": other, "operator": "exists", "answerBoolean": true }]),
        )
    };
    let ring = |n: usize| when(&format!("i{n}"), &format!("i{}", (n + 1) % 900));
    refused(form((0..900).map(ring).collect()).to_string(), "FB0709");
    let row = |n: usize| when(&format!("i{n}"), &format!("i{}", n + 1));
    refused(form((0..900).map(row).chain([text("i900")]).collect()).to_string(), "FB0703");
    refused(form(vec![when("own", "own")]).to_string(), "FB0709");
    // Everything waits for everything before it.
    let all = |n: usize| {
        let whens: Vec<Value> = (0..n)
            .map(|m| json!({ "question": format!("i{m}"), "operator": "!=", "answerString": "x" }))
            .collect();
        let item = text(&format!("i{n}"));
        if n == 0 {
            item
        } else {
            with(with(item, "enableWhen", Value::from(whens)), "enableBehavior", json!("any"))
        }
    };
    let imported = answer(form((0..200).map(all).collect()).to_string());
    assert!(imported.toml.is_some() || imported.findings.iter().any(|finding| finding.is_error()));
}

#[test]
fn the_same_name_ten_thousand_times() {
    let items = vec![text("a"); 900];
    refused(form(items).to_string(), "FB0705");
}

#[test]
fn lists_that_are_made_of_themselves() {
    let set = |include: Value| json!({ "resourceType": "ValueSet", "id": "v", "url": "v", "compose": { "include": [include] } });
    let choice = json!({ "linkId": "a", "text": "A", "type": "choice", "answerValueSet": "#v" });
    let own = set(json!({ "valueSet": ["#v"] }));
    refused(with(form(vec![choice.clone()]), "contained", json!([own])).to_string(), "FB0706");
    let mut concept = json!({ "code": "c" });
    for n in 0..50 {
        concept = json!({ "code": format!("c{n}"), "concept": [concept] });
    }
    let system = json!({ "resourceType": "CodeSystem", "url": "s", "concept": [concept] });
    let contained = json!([system, set(json!({ "system": "s" }))]);
    assert!(answer(with(form(vec![choice.clone()]), "contained", contained).to_string()).toml.is_some());
    // A form inside of a form is not a form.
    let inner = form(vec![text("inner")]);
    let imported = answer(with(form(vec![text("outer")]), "contained", json!([inner])).to_string());
    assert_eq!(imported.questionnaire.expect("the outer form").items.len(), 1);
}

#[test]
fn odd_letters_in_every_place() {
    for odd in [
        "\u{202e}abc",
        "e\u{301}\u{301}\u{301}",
        "\u{1F468}\u{200D}\u{1F469}",
        "\u{feff}",
        "\u{0}",
        "名前",
        "'; --",
        "\u{ffff}",
    ] {
        let mut item = text(odd);
        item["text"] = json!(odd);
        item["extension"] = json!([{ "url": odd, "valueString": odd }]);
        let other = with(
            json!({ "linkId": format!("{odd}2"), "text": odd, "type": "choice", "answerOption": [{ "valueString": format!("{odd}x") }, { "valueCoding": { "code": odd, "display": odd } }] }),
            "enableWhen",
            json!([{ "question": odd, "operator": "=", "answerString": odd }]),
        );
        let mut whole = form(vec![item, other]);
        whole["title"] = json!(odd);
        let imported = answer(whole.to_string());
        if let Some(toml) = imported.toml {
            let read: footbridge_model::Tool = toml::from_str(&toml).expect("readable TOML");
            assert_eq!(read.questionnaire(), imported.questionnaire.as_ref(), "{odd:?}");
        } else {
            assert!(imported.findings.iter().any(|finding| finding.is_error()), "{odd:?}");
        }
    }
    refused(r#"{"resourceType":"\ud800"}"#.to_owned(), "FB0701");
}

#[test]
fn totals_that_grow_without_end() {
    let variable = |name: &str, expression: &str| {
        json!({ "url": "http://hl7.org/fhir/StructureDefinition/variable",
            "valueExpression": { "name": name, "language": "text/fhirpath", "expression": expression } })
    };
    let total = |link: &str, expression: &str| {
        json!({ "linkId": link, "text": "T", "type": "decimal", "readOnly": true, "extension": [{
            "url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression",
            "valueExpression": { "language": "text/fhirpath", "expression": expression } }] })
    };
    let number = json!({ "linkId": "n", "text": "N", "type": "integer" });
    // Each variable is twice the one before.
    let mut doubling = vec![variable("v0", "%resource.item.where(linkId = 'n').answer.value")];
    doubling.extend((1..60).map(|n| variable(&format!("v{n}"), &format!("%v{} + %v{}", n - 1, n - 1))));
    let whole = with(form(vec![number.clone(), total("t", "%v59")]), "extension", Value::from(doubling));
    let imported = answer(whole.to_string());
    assert!(imported.questionnaire.expect("a tool").scores.is_empty());
    // Many variables, all asked for.
    let many: Vec<Value> = (0..1900).map(|n| variable(&format!("v{n}"), "1")).collect();
    let sum = (0..1900).map(|n| format!("%v{n}")).collect::<Vec<_>>().join(" + ");
    let whole = with(form(vec![number.clone(), total("t", &sum)]), "extension", Value::from(many));
    assert!(answer(whole.to_string()).toml.is_some());
    // Very long and very deep expressions, and more totals than anybody needs.
    for expression in [
        "(".repeat(100_000),
        "1+".repeat(9_000),
        "-".repeat(15_000),
        "item.".repeat(4_000),
        "not(".repeat(5000),
    ] {
        let imported = answer(form(vec![number.clone(), total("t", &expression)]).to_string());
        assert!(imported.questionnaire.expect("a tool").scores.is_empty());
    }
    let chain = |n: usize| {
        total(&format!("t{n}"), &format!("%resource.item.where(linkId = 't{}').answer.value + 1", n + 1))
    };
    let totals: Vec<Value> = [number.clone()].into_iter().chain((0..50).map(chain)).collect();
    assert!(answer(form(totals).to_string()).toml.is_some());
    let totals: Vec<Value> = [number].into_iter().chain((0..500).map(chain)).collect();
    refused(form(totals).to_string(), "FB0703");
}

#[test]
fn a_megabyte_of_words() {
    let imported = answer(form(vec![with(text("a"), "text", json!("word ".repeat(1_000_000)))]).to_string());
    assert!(imported.toml.is_some());
    refused("x".repeat(9 * 1024 * 1024), "FB0703");
}

#[test]
fn many_findings_in_one_enormous_line() {
    let file: Arc<str> = "form.json".into();
    let text = format!("{{\"text\":\"{}\"}}", "Wörter ".repeat(1_000_000));
    let place = |n: usize| {
        let at = 9 + n * 20_000 * "Wörter ".len();
        Place::at(&file, at..at + "Wörter".len())
    };
    let findings: Vec<Finding> =
        (0..40).map(|n| Finding::new(&codes::FHIR_TOO_MUCH, place(n), format!("Finding {n}."), "")).collect();
    let said = soon("an enormous line", move || shown(&findings, file, text));
    // The column is that of the file, and what is shown is bounded.
    assert!(said.contains(" --> form.json:1:280010\n"), "{}", &said[..1000]);
    assert!(said.lines().all(|line| line.chars().count() < 160));
    assert_eq!(said.matches("| ...").count(), 39);
}
