//! FHIR Questionnaires in and out: what is understood gives the same tool, what is not is named. SA-9.

use std::sync::Arc;

use footbridge::fhir::{Imported, import};
use footbridge_model::{Answers, Questionnaire};
use proptest::prelude::*;

use crate::site::Site;

fn read(text: &str) -> Imported {
    import(&Arc::from("form.json"), text, "2026-11-22")
}

/// A form of two questions with weights 0 to 2 and a total.
fn form(extension: &str, total: &str) -> String {
    let options = ["Never", "Sometimes", "Often"].iter().enumerate().map(|(weight, words)| {
        format!(
            r#"{{"extension":[{{"url":"http://hl7.org/fhir/StructureDefinition/ordinalValue","valueDecimal":{weight}}}],
            "valueCoding":{{"system":"http://example.org","code":"c{weight}","display":"{words}"}}}}"#
        )
    });
    let options = options.collect::<Vec<_>>().join(",");
    let item = |link: &str| {
        format!(
            r#"{{"linkId":"{link}","text":"How about {link}?","type":"choice","answerOption":[{options}]}}"#
        )
    };
    let total = serde_json::Value::from(total);
    format!(
        r#"{{"resourceType":"Questionnaire","status":"active","title":"Two","copyright":"Free.","publisher":"We",{extension}
        "item":[{},{},{{"linkId":"sum","text":"Total","type":"decimal","readOnly":true,"extension":[
        {{"url":"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression",
        "valueExpression":{{"language":"text/fhirpath","expression":{total}}}}}]}}]}}"#,
        item("a1"),
        item("b.2")
    )
}

fn score(tool: &Questionnaire, answers: &[(&str, &str)]) -> Option<String> {
    let mut given = Answers::default();
    answers.iter().for_each(|(item, value)| given.choose(item, value));
    let outcome = tool.rules().outcome(&given);
    outcome.scores.first()?.value.map(|value| value.to_string())
}

const ORDINAL: &str = "http://hl7.org/fhir/StructureDefinition/ordinalValue";

fn variables() -> String {
    let one = |name: &str, link: &str| {
        format!(
            r#"{{"url":"http://hl7.org/fhir/StructureDefinition/variable","valueExpression":{{"name":"{name}","language":"text/fhirpath",
            "expression":"%questionnaire.item.where(linkId = '{link}').answerOption.where(valueCoding.code=%resource.item.where(linkId = '{link}').answer.valueCoding.code).extension.where(url='{ORDINAL}').valueDecimal"}}}}"#
        )
    };
    format!(r#""extension":[{},{}],"#, one("a", "a1"), one("b", "b.2"))
}

#[test]
fn the_four_ways_to_write_a_total_give_the_same_total() {
    let variables = variables();
    for (extension, total) in [
        ("", "%resource.item.answer.value.weight().sum()".to_owned()),
        ("", "item.where(linkId = 'a1' or linkId = 'b.2').answer.value.ordinal().sum()".to_owned()),
        (
            "",
            format!(
                "%resource.item.answer.valueCoding.extension.where(url = '{ORDINAL}').valueDecimal.sum()"
            ),
        ),
        (
            "",
            format!(
                "%resource.descendants().where(linkId in ('a1' | 'b.2')).answer.value.extension('{ORDINAL}').value.aggregate($this + $total, 0)"
            ),
        ),
        (&variables, "%a + %b".to_owned()),
        (
            &variables,
            "iif(%a.exists() or %b.exists(), iif(%a.exists(), %a, 0) + iif(%b.exists(), %b, 0), '')"
                .to_owned(),
        ),
        (&variables, "iif(%a.empty() or %b.empty(), {}, %a + %b)".to_owned()),
    ] {
        let imported = read(&form(extension, &total));
        let tool = imported.questionnaire.unwrap_or_else(|| panic!("{total}: {:?}", imported.findings));
        assert_eq!(score(&tool, &[("a1", "2"), ("b-2", "1")]).as_deref(), Some("3"), "{total}");
        assert_eq!(score(&tool, &[("a1", "2")]), None, "{total}: never a part of a total");
    }
}

#[test]
fn formulas_are_exact() {
    let variables = variables();
    for (total, expected) in [
        ("%a * 2 + %b", "5"),
        ("(%a + %b) / 2", "1.5"),
        ("iif(%a > 1, 10, 0) + %b", "11"),
        ("(%a.power(2) + %b).round(0)", "5"),
        ("%resource.item.answer.value.weight().avg()", "1.5"),
        ("%resource.item.answer.where(value.weight() >= 2).count()", "1"),
    ] {
        let imported = read(&form(&variables, total));
        let tool = imported.questionnaire.unwrap_or_else(|| panic!("{total}: {:?}", imported.findings));
        assert_eq!(score(&tool, &[("a1", "2"), ("b-2", "1")]).as_deref(), Some(expected), "{total}");
    }
}

#[test]
fn a_total_that_is_not_understood_is_left_out_and_named() {
    let variables = variables();
    for total in [
        "%nothing + 1",
        "%a | %b",
        "%resource.item.where(linkId = 'gone').answer.value.weight().sum()",
        "today()",
        "iif(%a > 1, 'High', 'Low')",
        "%resource.item.answer.value.weight().sum() mod 2",
        "%resource.item.item.answer.value.weight().sum()",
        "((((",
    ] {
        let imported = read(&form(&variables, total));
        let tool = imported.questionnaire.unwrap_or_else(|| panic!("{total}: {:?}", imported.findings));
        assert!(tool.scores.is_empty(), "{total}: {:?}", tool.scores);
        assert!(imported.findings.iter().any(|finding| finding.code == "FB0712"), "{total}");
    }
}

#[test]
fn the_address_of_the_weight_may_stand_in_a_variable() {
    let name = r#"{"url":"http://hl7.org/fhir/StructureDefinition/variable","valueExpression":{"name":"ext","language":"text/fhirpath","expression":"'http://hl7.org/fhir/StructureDefinition/ordinalValue'"}}"#;
    let imported = read(&form(
        &format!(r#""extension":[{name}],"#),
        "%resource.item.answer.value.extension.where(url = %ext).value.sum()",
    ));
    let tool = imported.questionnaire.expect("a tool");
    assert_eq!(score(&tool, &[("a1", "2"), ("b-2", "1")]).as_deref(), Some("3"));
}

#[test]
fn what_stands_below_a_conditional_item_that_is_left_out_is_never_shown() {
    let imported = read(
        r#"{"resourceType":"Questionnaire","item":[{"linkId":"a","text":"A","type":"boolean"},
        {"linkId":"b","text":"B","type":"string","readOnly":true,"enableWhen":[{"question":"a","operator":"=","answerBoolean":true}],
        "item":[{"linkId":"c","text":"Only after yes","type":"display"}]}]}"#,
    );
    let tool = imported.questionnaire.expect("a tool");
    assert_eq!(tool.items.len(), 1, "{:?}", tool.items);
    assert!(imported.findings.iter().any(|found| found.message.contains("below an item with conditions")));
}

#[test]
fn refusals_have_a_code() {
    let with = |item: &str| format!(r#"{{"resourceType":"Questionnaire","item":[{item}]}}"#);
    let text = |link: &str, more: &str| format!(r#"{{"linkId":"{link}","text":"T","type":"string"{more}}}"#);
    let when = |link: &str| {
        format!(r#","enableWhen":[{{"question":"{link}","operator":"exists","answerBoolean":true}}]"#)
    };
    let deep = format!("{}{}", "[".repeat(5000), "]".repeat(5000));
    for (json, code) in [
        ("{".to_owned(), "FB0701"),
        (r#"{"a":1,"a":2}"#.to_owned(), "FB0701"),
        ("[]".to_owned(), "FB0702"),
        (r#"{"resourceType":"Patient"}"#.to_owned(), "FB0702"),
        (with(""), "FB0702"),
        (deep, "FB0703"),
        (with(&format!("{},{}", text("a", ""), text("a", ""))), "FB0705"),
        (
            with(r#"{"linkId":"a","text":"T","type":"choice","answerValueSet":"http://example.org/list"}"#),
            "FB0706",
        ),
        (with(&text("a", &when("gone"))), "FB0707"),
        (with(&text("a", r#","modifierExtension":[{"url":"x"}]"#)), "FB0708"),
        (with(&format!("{},{}", text("a", &when("b")), text("b", &when("a")))), "FB0709"),
    ] {
        let imported = read(&json);
        assert!(imported.toml.is_none(), "{json:.80}");
        assert!(imported.findings.iter().any(|found| found.code == code), "{code}: {:?}", imported.findings);
    }
}

/// Neither can be written into a definition and mean the same: a day that is none, a text with two spaces.
#[test]
fn what_a_definition_cannot_hold_as_it_is_gets_refused() {
    let form = |items: &str| read(&format!(r#"{{"resourceType":"Questionnaire","item":[{items}]}}"#));
    let choice = |answer: &str| {
        let answers = format!(r#"[{{"valueString":"Other"}},{{{answer}}}]"#);
        form(&format!(r#"{{"linkId":"a","text":"A","type":"choice","answerOption":{answers}}}"#))
    };
    let when = |kind: &str, operator: &str, answer: &str| {
        let asked = format!(r#"{{"linkId":"a","text":"A","type":"{kind}"}}"#);
        let when = format!(r#"[{{"question":"a","operator":"{operator}",{answer}}}]"#);
        form(&format!(r#"{asked},{{"linkId":"b","text":"B","type":"string","enableWhen":{when}}}"#))
    };
    for (imported, code) in [
        (choice(r#""valueDate":"202  6-01-02""#), "FB0704"),
        (choice(r#""valueDate":"2026-13""#), "FB0704"),
        (choice(r#""valueInteger":"5  6""#), "FB0704"),
        (when("string", "=", r#""answerString":"so  so""#), "FB0707"),
        (when("date", "<", r#""answerDate":"last week""#), "FB0707"),
    ] {
        assert!(imported.toml.is_none(), "{:?}", imported.toml);
        let found: Vec<&str> = imported.findings.iter().map(|found| found.code).collect();
        assert!(found.contains(&code), "{code} in {found:?}");
    }
    for imported in [
        choice(r#""valueDate":"2026-12""#),
        choice(r#""valueDate":"2026""#),
        choice(r#""valueInteger":5"#),
        when("string", "=", r#""answerString":"so so""#),
        when("date", "<", r#""answerDate":"2026-11-22""#),
    ] {
        assert!(imported.toml.is_some(), "{:?}", imported.findings);
    }
}

/// A response would come back as the first of them, and a total with its points.
#[test]
fn two_answers_with_one_loinc_code_are_refused_where_they_stand() {
    let answer = |words: &str| {
        let coding = format!(r#"{{"system":"http://loinc.org","code":"LA6569-3","display":"{words}"}}"#);
        format!(r#"{{"valueCoding":{coding}}}"#)
    };
    let item = |link: &str| {
        let answers = [answer("Several days"), answer("Most days")].join(",");
        format!(r#"{{"linkId":"{link}","text":"{link}","type":"choice","answerOption":[{answers}]}}"#)
    };
    let one = read(&format!(r#"{{"resourceType":"Questionnaire","item":[{}]}}"#, item("a")));
    let many =
        read(&format!(r#"{{"resourceType":"Questionnaire","item":[{}]}}"#, [item("a"), item("b")].join(",")));
    for imported in [one, many] {
        assert!(imported.toml.is_none());
        let found = imported.findings.iter().find(|found| found.message.contains("LA6569-3"));
        let found = found.unwrap_or_else(|| panic!("{:?}", imported.findings));
        assert_eq!(found.code, "FB0704");
        assert!(format!("{found:?}").contains("item[0]"), "{found:?}");
    }
}

#[test]
fn the_command_writes_a_file_once_and_prints_without_out() {
    let site = Site::new();
    site.write("form.json", form("", "%resource.item.answer.value.weight().sum()"));
    let first = site.run(&["import", "fhir", "form.json", "--out", "two.toml"]);
    assert_eq!(first.status, 0, "{}", first.stderr);
    let second = site.run(&["import", "fhir", "form.json", "--out", "two.toml"]);
    assert_eq!(second.status, 1);
    assert!(second.stderr.contains("FB0714"), "{}", second.stderr);
    assert!(site.run(&["import", "fhir", "form.json"]).stdout.contains("kind = \"questionnaire\""));
    let out = site.run(&["export", "fhir", "two.toml"]);
    assert_eq!(out.status, 0, "{}", out.stderr);
    assert!(out.stdout.contains("\"b.2\""), "the linkId is kept");
}

#[test]
fn a_megabyte_ends_in_time() {
    let item = |n: usize| {
        format!(
            r#"{{"linkId":"i{n}","text":"{}","type":"string","enableWhen":[{{"question":"i{}","operator":"exists","answerBoolean":true}}]}}"#,
            "x".repeat(80),
            n + 1
        )
    };
    let items: Vec<String> = (0..6000).map(item).collect();
    let json = format!(r#"{{"resourceType":"Questionnaire","item":[{}]}}"#, items.join(","));
    assert!(json.len() > 1_000_000);
    let start = std::time::Instant::now();
    assert!(read(&json).toml.is_none());
    assert!(start.elapsed().as_secs() < 2, "{:?}", start.elapsed());
}

fn any_json() -> impl Strategy<Value = serde_json::Value> {
    let words = prop::sample::select(vec![
        "item",
        "linkId",
        "type",
        "choice",
        "text",
        "extension",
        "url",
        "valueCoding",
        "code",
        "enableWhen",
        "question",
        "Questionnaire",
        "resourceType",
        "group",
        "answerOption",
        "valueInteger",
        "operator",
        "=",
        "a",
        "b",
    ]);
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(Into::into),
        any::<i64>().prop_map(Into::into),
        any::<f64>().prop_map(Into::into),
        words.clone().prop_map(Into::into),
    ];
    leaf.prop_recursive(5, 60, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Into::into),
            prop::collection::vec((words.clone(), inner), 0..6).prop_map(|pairs| {
                pairs
                    .into_iter()
                    .map(|(key, value)| (key.to_owned(), value))
                    .collect::<serde_json::Map<_, _>>()
                    .into()
            }),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_json_gets_an_answer(value in any_json(), place in 0_usize..6) {
        let mut form: serde_json::Value = serde_json::from_str(&form(&variables(), "%a + %b")).expect("JSON");
        let target = ["/item/0", "/item/1/answerOption", "/item/2/extension/0", "/extension", "/item", "/title"][place];
        if let Some(spot) = form.pointer_mut(target) { *spot = value.clone(); }
        let _ = read(&form.to_string());
        let _ = read(&value.to_string());
    }

    #[test]
    fn any_expression_gets_an_answer(total in "[%a-c.()' 0-9+*/|<>=,$\\[\\]]{0,60}") {
        let _ = read(&form(&variables(), &total));
    }
}
