//! What is taken along, on a form with every kind of question: whole, readable, and back again.

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde_json::Value;

use super::*;
use crate::layout;
use crate::{Questionnaire, Tool};

const FORM: &str = "https://example.org/form|2026-11-20";

/// The words of a definition, as the page shows them.
struct Page(Questionnaire);

impl Words for Page {
    fn question(&self, place: usize) -> String {
        let item = &self.0.items[layout::slots(&self.0)[place].item];
        format!("{}. {}", place + 1, item.text)
    }

    fn option(&self, place: usize, option: usize) -> String {
        let item = &self.0.items[layout::slots(&self.0)[place].item];
        let options = self.0.options_of(item);
        options.get(option).map_or_else(|| ["Yes", "No"][option].to_owned(), |option| option.label.clone())
    }

    fn unit(&self, place: usize) -> String {
        self.0.items[layout::slots(&self.0)[place].item].unit.clone().unwrap_or_default()
    }

    fn score(&self, id: &str) -> String {
        self.0.scores.iter().find(|score| score.id == id).expect("a score").title.clone()
    }

    fn band(&self, score: &str, band: &str, group: &str) -> String {
        format!("{score} {band} {group}").trim_end().to_owned()
    }

    fn is_known(&self, score: &str) -> bool {
        score == "unrest"
    }

    fn phrase(&self, name: &str) -> String {
        match name {
            "asked-in" => "en".to_owned(),
            "questionnaire" => FORM.to_owned(),
            _ => format!("<{name}>"),
        }
    }
}

fn read(text: &str) -> (Rules, Page) {
    let tool: Tool = toml::from_str(text).expect("a tool");
    let questionnaire = tool.questionnaire().expect("a questionnaire").clone();
    (questionnaire.rules(), Page(questionnaire))
}

fn kinds() -> (Rules, Page) {
    read(include_str!("../../tests/kinds.toml"))
}

fn phq_9() -> (Rules, Page) {
    read(include_str!("../../../../content/tools/phq-9.toml"))
}

fn answers(given: &[(&str, &str)]) -> Answers {
    let mut answers = Answers::default();
    for (item, value) in given {
        answers.add(item, value);
    }
    answers
}

#[test]
fn a_response_is_valid_and_holds_what_is_shown_and_nothing_else() {
    let (rules, page) = kinds();
    let given = answers(&[
        ("calm", "1"),
        ("tense", "2"),
        ("troubles", "noise"),
        ("troubles", "pain"),
        ("where", "on \"the\" road"),
        ("hours", "7"),
        ("height", "1,75"),
        ("drinks", "no"),
        // Hidden by the answer before it.
        ("glasses", "4"),
        ("since", "2026-11-20"),
        ("name.2", "Ása"),
        ("times.2", "4"),
    ]);
    let text = rules.take(&given, Format::Fhir, "2026-11-22", &page);
    let response: Value = serde_json::from_str(&text).expect("json");
    assert_eq!(response["resourceType"], "QuestionnaireResponse");
    assert_eq!(response["questionnaire"], FORM);
    assert_eq!(response["status"], "completed");
    assert_eq!(response["authored"], "2026-11-22");
    let items = response["item"].as_array().expect("items");
    let of = |link: &str| items.iter().find(|item| item["linkId"] == link).expect("an item");
    let links: Vec<&str> = items.iter().filter_map(|item| item["linkId"].as_str()).collect();
    assert_eq!(
        links,
        [
            "calm", "tense", "troubles", "where", "hours", "height", "drinks", "since", "medicine", "many",
            "unrest"
        ]
        .into_iter()
        .filter(|link| *link != "many")
        .collect::<Vec<_>>()
    );
    assert_eq!(of("calm")["text"], "I was calm");
    assert_eq!(
        of("troubles")["answer"],
        serde_json::json!([
            { "valueCoding": { "code": "noise", "display": "Noise" } },
            { "valueCoding": { "code": "pain", "display": "Pain" } },
        ])
    );
    assert_eq!(of("where")["answer"], serde_json::json!([{ "valueString": "on \"the\" road" }]));
    assert_eq!(of("hours")["answer"], serde_json::json!([{ "valueInteger": 7 }]));
    assert_eq!(of("height")["answer"], serde_json::json!([{ "valueDecimal": 1.75 }]));
    assert_eq!(of("drinks")["answer"], serde_json::json!([{ "valueBoolean": false }]));
    assert_eq!(of("since")["answer"], serde_json::json!([{ "valueDate": "2026-11-20" }]));
    assert_eq!(of("unrest")["answer"], serde_json::json!([{ "valueDecimal": 3 }]));
    let medicine = of("medicine")["item"].as_array().expect("a group");
    assert_eq!(medicine[0]["linkId"], "name");
    assert_eq!(medicine[1]["answer"], serde_json::json!([{ "valueInteger": 4 }]));
    assert!(!text.contains("[]") && !text.contains("glasses"));
}

#[test]
fn official_answers_carry_their_official_codes() {
    let (rules, page) = phq_9();
    let text =
        rules.take(&answers(&[("q9", "1"), ("difficulty", "very")]), Format::Fhir, "2026-11-22", &page);
    let response: Value = serde_json::from_str(&text).expect("json");
    assert_eq!(response["status"], "in-progress");
    let code = |place: usize| &response["item"][place]["answer"][0]["valueCoding"];
    let loinc = "http://loinc.org";
    assert_eq!(
        code(0),
        &serde_json::json!({ "system": loinc, "code": "LA6569-3", "display": "Several days" })
    );
    assert_eq!(
        code(1),
        &serde_json::json!({ "system": loinc, "code": "LA6575-0", "display": "Very difficult" })
    );
}

/// As another program writes it: other names, its own version, texts and totals besides.
#[test]
fn a_file_of_another_program_for_the_same_form_is_read() {
    let (rules, _) = phq_9();
    let answer =
        |code: &str| serde_json::json!([{ "valueCoding": { "system": "http://loinc.org", "code": code } }]);
    let theirs = serde_json::json!({
        "resourceType": "QuestionnaireResponse",
        "meta": { "profile": ["http://hl7.org/fhir/4.0/StructureDefinition/QuestionnaireResponse"] },
        "questionnaire": "http://example.com/Questionnaire/44249-1",
        "status": "completed",
        "item": [
            { "linkId": "/44250-9", "text": "Little interest", "answer": answer("LA6570-1") },
            { "linkId": "group", "item": [{ "linkId": "/44260-8", "answer": answer("LA6568-5") }] },
            { "linkId": "/44261-6", "text": "Total", "answer": [{ "valueDecimal": 2.0 }] },
        ],
    });
    let opened = rules.open(&serde_json::to_string_pretty(&theirs).expect("json"), FORM).expect("answers");
    assert_eq!((opened.answers.get("q1"), opened.answers.get("q9")), (Some("2"), Some("0")));
    assert!(opened.left_out, "the total is no question here");
}

#[test]
fn what_is_no_file_of_answers_to_this_form_says_so() {
    let (rules, page) = phq_9();
    let (others, _) = kinds();
    let ours = rules.take(&answers(&[("q1", "1")]), Format::Fhir, "2026-11-22", &page);
    let refused =
        |rules: &Rules, text: &str| rules.open(text, "https://example.org/other").expect_err("refused");
    for damaged in
        ["", "{", "check", &ours[..ours.len() - 1], "{\"resourceType\":\"Patient\"}", "[]", "\u{0}"]
    {
        assert_eq!(refused(&rules, damaged), Unopened::Damaged, "{damaged}");
    }
    assert_eq!(refused(&others, &ours), Unopened::Other);
    let empty = "{\"resourceType\":\"QuestionnaireResponse\",\"status\":\"completed\"}";
    assert_eq!(refused(&rules, empty), Unopened::Other);
    // The same names mean other questions in another form.
    let foreign = ours.replace("44250-9", "").replace(FORM, "https://example.com/form");
    assert_eq!(rules.open(&foreign, FORM).expect_err("refused"), Unopened::Other);
    let huge = ["[", &"0,".repeat(1_500_000), "0]"].concat();
    assert_eq!(refused(&rules, &huge), Unopened::Damaged);
}

#[test]
fn a_form_of_our_own_is_known_after_the_site_has_moved() {
    let (rules, _) = kinds();
    let file = "{\"resourceType\":\"QuestionnaireResponse\",\"questionnaire\":\"https://old.example/es/tools/kinds/\",
        \"item\":[{\"linkId\":\"hours\",\"answer\":[{\"valueDecimal\":7.0}]}]}";
    let opened = rules.open(file, "https://new.example/tools/kinds/").expect("answers");
    assert_eq!(opened.answers.get("hours"), Some("7"));
    assert!(rules.open(file, "https://new.example/tools/other/").is_err());
}

#[test]
fn a_table_stays_a_table_whatever_was_written() {
    let (rules, page) = kinds();
    let given =
        answers(&[("notes", "=HYPERLINK(\"x\"), so\nthere"), ("hours", "7"), ("calm", "0"), ("tense", "1")]);
    let table = rules.take(&given, Format::Csv, "2026-11-22", &page);
    let lines: Vec<&str> = table.split("\r\n").collect();
    assert_eq!(lines[0], "\u{feff}<csv-date>,<csv-question>,<csv-answer>,<csv-points>");
    assert_eq!(lines[1], "2026-11-22,2. I was calm,Never,0");
    assert!(table.contains("2026-11-22,6. How many hours did you sleep?,7 hours,7\r\n"), "{table}");
    assert!(table.contains("\"'=HYPERLINK(\"\"x\"\"), so\nthere\",\r\n"), "{table}");
    assert!(table.contains("2026-11-22,Unrest,unrest high,3\r\n"), "{table}");
}

#[test]
fn the_text_reads_from_question_to_result() {
    let (rules, page) = phq_9();
    let all: Vec<(String, &str)> = (1..=9).map(|number| (format!("q{number}"), "1")).collect();
    let all: Vec<(&str, &str)> = all.iter().map(|(item, value)| (item.as_str(), *value)).collect();
    let text = rules.take(&answers(&all), Format::Text, "2026-02-03", &page);
    let start = "<title>\r\n<date> 2026-02-03\r\n\r\n1. Little interest or pleasure in doing things\r\n   Several days\r\n2.";
    assert!(text.starts_with(start), "{text}");
    let end = "   Several days\r\n\r\nTotal score: 9\r\ntotal mild\r\n\r\n<not-diagnosis>\r\n<help>\r\n<source>\r\n";
    assert!(text.ends_with(end), "{text}");
}

/// Answers to anything, fitting or not.
fn given() -> impl Strategy<Value = BTreeMap<String, String>> {
    let (_, page) = kinds();
    let slots = layout::slots(&page.0);
    let ids: Vec<String> = slots.iter().map(|slot| slot.id(&page.0)).collect();
    let value = prop_oneof![
        4 => prop::sample::select(vec!["0", "1", "2", "yes", "no", "noise", "pain", "none", "home", "work", "male"])
            .prop_map(str::to_owned),
        2 => (0..12_i32).prop_map(|number| number.to_string()),
        1 => Just("2026-02-03".to_owned()),
        1 => "\\PC{1,8}",
        1 => any::<String>(),
    ];
    prop::collection::btree_map(prop::sample::select(ids), value, 0..24)
}

proptest! {
    #[test]
    fn what_was_taken_comes_back_whole(given in given()) {
        let (rules, page) = kinds();
        let mut before = Answers::default();
        for (item, value) in &given {
            before.add(item, value);
        }
        let file = rules.take(&before, Format::Fhir, "2026-02-03", &page);
        let response: Value = serde_json::from_str(&file).expect("json");
        match rules.open(&file, FORM) {
            Ok(opened) => {
                prop_assert!(!opened.left_out, "{}", file);
                let (then, now) = (rules.outcome(&before), rules.outcome(&opened.answers));
                prop_assert_eq!(then.scores, now.scores);
                prop_assert_eq!(then.risks, now.risks);
                let again = rules.take(&opened.answers, Format::Fhir, "2026-02-03", &page);
                let again: Value = serde_json::from_str(&again).expect("json");
                prop_assert_eq!(&again["item"], &response["item"]);
            }
            Err(_) => prop_assert!(response.get("item").is_none(), "{}", file),
        }
    }

    #[test]
    fn no_file_makes_it_panic(text in any::<String>(), given in given(), at in any::<prop::sample::Index>(), letter in any::<char>()) {
        let (rules, page) = kinds();
        let _ = rules.open(&text, FORM);
        let mut answers = Answers::default();
        for (item, value) in &given {
            answers.add(item, value);
        }
        let file = rules.take(&answers, Format::Fhir, &text, &page);
        let mut letters: Vec<char> = file.chars().collect();
        let at = at.index(letters.len());
        letters[at] = letter;
        let _ = rules.open(&letters.into_iter().collect::<String>(), FORM);
    }
}
