//! Out to FHIR and in again: the same tool, by its rules and by its numbers.

use std::sync::Arc;

use footbridge::fhir::{About, export, import};
use footbridge_model::translation::{ItemTexts, OptionTexts};
use footbridge_model::{Answers, ItemType, Questionnaire, ResponseOption, Tool, Translation, Wording};

use crate::site::repository;

/// Only what FHIR can say: no bands and no risks. The order of what is added means nothing.
fn sayable(mut questionnaire: Questionnaire) -> Questionnaire {
    questionnaire.risks.clear();
    questionnaire.items.iter_mut().for_each(|item| item.risk = None);
    let place = |id: &String| questionnaire.items.iter().position(|item| item.id == *id);
    for score in &mut questionnaire.scores {
        score.bands.clear();
        score.by = None;
        if score.weights.is_empty() {
            score.items.sort_by_key(place);
        }
    }
    questionnaire
}

fn back(
    id: &str,
    original: &Questionnaire,
    translations: &[(String, Translation)],
) -> footbridge::fhir::Imported {
    let exported = export(About { id, ..About::default() }, original, translations);
    crate::fhir_valid::check(&exported.resource);
    import(&Arc::from("form.json"), &exported.json(), "2026-11-22")
}

/// Every definition under a folder, with its id.
fn tools() -> Vec<(String, String)> {
    let mut folders = vec![repository().join("content/tools")];
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("the tools") {
            let path = entry.expect("an entry").path();
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            match name.strip_suffix(".toml").filter(|id| !id.contains('.')) {
                Some(id) => {
                    found.push((id.to_owned(), std::fs::read_to_string(&path).expect("the file")));
                }
                None if path.is_dir() => folders.push(path),
                None => {}
            }
        }
    }
    assert!(found.len() >= 10, "{}", found.len());
    found
}

#[test]
fn every_tool_of_the_site_comes_back_with_equal_rules_and_words() {
    for (id, text) in tools() {
        let Tool::Questionnaire(original) = toml::from_str(&text).expect("a tool") else { continue };
        let back = back(&id, &original, &[]);
        let made = back.questionnaire.unwrap_or_else(|| panic!("{id}: {:?}", back.findings));
        let original = sayable(original);
        assert_eq!(made.rules(), original.rules(), "{id}: {:?}", back.findings);
        assert_eq!(made.wording_checksum(), original.wording_checksum(), "{id}");
        let said = |q: &Questionnaire| {
            let source = q.source.clone();
            (q.title.clone(), q.summary.clone(), source.permission, source.credit, source.code, source.url)
        };
        assert_eq!(said(&made), said(&original), "{id}");
        let written: Tool = toml::from_str(&back.toml.expect("TOML")).expect("a tool again");
        assert_eq!(written, Tool::Questionnaire(made), "{id}: what is written is what was made");
    }
}

#[test]
fn translations_travel_with_the_tool() {
    let mut original = tool(QUESTIONS);
    original.stem = Some("How often?".to_owned());
    let (group, scale) = ("g", "n");
    for item in &mut original.items {
        if item.id == scale {
            item.kind = ItemType::Scale;
            (item.help, item.low, item.high) =
                (Some("Only now.".to_owned()), Some("None".to_owned()), Some("All".to_owned()));
        }
        if item.id == "e" {
            item.options = original.options.iter().take(2).cloned().collect();
        }
        assert!(item.id != group || item.kind == ItemType::Group);
    }
    let original = original;
    let es = |text: &String| format!("[es] {text}");
    let option =
        |option: &ResponseOption| OptionTexts { value: option.value.clone(), label: es(&option.label) };
    let spanish = Translation {
        wording: Wording::Translated,
        title: es(&original.title),
        summary: es(&original.summary),
        limits: String::new(),
        accuracy: None,
        rights: None,
        bring: Vec::new(),
        timeframe: String::new(),
        stem: original.stem.as_ref().map(es),
        source: Some(original.source.clone()),
        options: original.options.iter().map(option).collect(),
        items: original
            .items
            .iter()
            .map(|item| ItemTexts {
                id: item.id.clone(),
                text: Some(es(&item.text)),
                help: item.help.as_ref().map(es),
                unit: None,
                low: item.low.as_ref().map(es),
                high: item.high.as_ref().map(es),
                other: None,
                options: item.options.iter().map(option).collect(),
            })
            .collect(),
        scores: Vec::new(),
        responses: Vec::new(),
    };
    let back = back("test", &original, &[("es".to_owned(), spanish.clone())]);
    let (language, texts) = back.translations.first().expect("Spanish");
    assert_eq!(language, "es");
    let made: Translation = toml::from_str(texts).expect("a translation again");
    let words = |texts: &Translation| (texts.title.clone(), texts.stem.clone(), texts.items.clone());
    assert_eq!(words(&made), words(&spanish));
    assert_eq!(made.options, spanish.options);
}

/// Our own texts around a form that keeps its words go out as translations, and come back as such a file again. What
/// FHIR has no place for is said by name.
#[test]
fn texts_of_our_own_travel_without_words_of_the_form() {
    let read = |name: &str| {
        let path = repository().join("content/tools").join(name);
        std::fs::read_to_string(path).expect("the file")
    };
    let original = tool(&read("phq-9.toml"));
    let spanish: Translation = toml::from_str(&read("phq-9.es.toml")).expect("a translation");
    let translations = [("es".to_owned(), spanish.clone())];
    let exported = export(About { id: "phq-9", ..About::default() }, &original, &translations);
    assert_eq!(exported.resource["_title"]["extension"][0]["extension"][1]["valueString"], spanish.title);
    assert!(exported.resource["item"][0]["_text"].is_null(), "the stem has no translation");
    let back = back("phq-9", &original, &translations);
    let (_, texts) = back.translations.first().expect("Spanish");
    let made: Translation = toml::from_str(texts).expect("a translation again");
    assert_eq!(made.wording, Wording::Original);
    assert_eq!((&made.title, &made.summary), (&spanish.title, &spanish.summary));
    assert_eq!(made.scores[0].title, "Puntaje total");
    assert_eq!((made.stem, made.source, made.options, made.items), (None, None, vec![], vec![]));
    let said: Vec<&str> = back.findings.iter().map(|finding| finding.message.as_str()).collect();
    let kept = "No question has words in `es`, so all keep those of the original.";
    assert!(said.iter().any(|said| said.ends_with(kept)), "{said:?}");
    let rules = back.questionnaire.expect("the tool").rules();
    assert_eq!(rules, sayable(original).rules());

    // A help of ours travels; the question above it does not. That a question is ours, FHIR cannot say.
    let mut original = tool(&read("audit-c.toml"));
    original.items[0].help = Some("Wine counts, too.".to_owned());
    let mut spanish: Translation = toml::from_str(&read("audit-c.es.toml")).expect("a translation");
    let help =
        |id: &str, text: &str| ItemTexts { id: id.into(), help: Some(text.into()), ..ItemTexts::default() };
    spanish.items = vec![help("q1", "El vino cuenta."), help("line", "Esta pregunta es nuestra.")];
    let translations = [("es".to_owned(), spanish.clone())];
    let unsaid = export(About { id: "audit-c", ..About::default() }, &original, &translations).unsaid;
    let ours = "That `line` is your own, and not part of the published form.";
    assert!(unsaid.iter().any(|said| said == ours), "{unsaid:?}");
    let back = self::back("audit-c", &original, &translations);
    let made: Translation = toml::from_str(&back.translations[0].1).expect("a translation again");
    assert_eq!((made.wording, made.items), (Wording::Original, spanish.items));
}

fn tool(text: &str) -> Questionnaire {
    match toml::from_str(text) {
        Ok(Tool::Questionnaire(questionnaire)) => questionnaire,
        other => panic!("{other:?}\n{text}"),
    }
}

/// The questions of the test tools: five choices, a number, a yes-no, several answers, one that can be hidden, a
/// repeating group.
const QUESTIONS: &str = r#"
kind = "questionnaire"
title = "Test"
summary = "For tests."
minutes = 1
timeframe = "Now"
limits = "None."
options = [
  { value = "0", label = "Never", score = 0 }, { value = "1", label = "Sometimes", score = 1 },
  { value = "2", label = "Often", score = 2 }, { value = "3", label = "Always", score = 3 },
]
[source]
citation = "Ours."
holder = "We"
permission = "Free."
checked = "2026-11-22"
wording_checked_by = "Us"
modified = false
own = true
[[items]]
id = "a"
text = "A"
[[items]]
id = "b"
text = "B"
[[items]]
id = "c"
text = "C"
[[items]]
id = "d"
text = "D"
[[items]]
id = "e"
text = "E"
[[items]]
id = "n"
type = "integer"
min = 0
max = 10
text = "N"
[[items]]
id = "t"
type = "yes-no"
text = "T"
[[items]]
id = "u"
type = "yes-no"
text = "U"
[[items]]
id = "m"
type = "multi-choice"
text = "M"
[[items]]
id = "h"
text = "H"
enabled_when = { conditions = [{ item = "t", operator = "=", answer = "yes" }] }
[[items]]
id = "g"
type = "group"
text = "G"
repeats = 3
[[items]]
id = "r"
text = "R"
within = "g"
"#;

/// Every way of counting, as an educator writes it.
const SCORES: &[&str] = &[
    "items = ['a', 'b', 'c']",
    "items = ['c', 'a', 'n', 't', 'm']",
    "items = ['a', 'b', 'c', 'h']",
    "items = ['a', 'b']\nmultiply = 2.5",
    "items = ['a', 'r']",
    "items = ['a', 'b', 'c']\nreverse = ['b']",
    "items = ['a', 'b', 'n', 't', 'u']\nreverse = ['b', 'n', 'u']",
    "items = ['a', 'm']\nreverse = ['m']",
    "items = ['a', 'h']\nreverse = ['h']",
    "items = ['a', 'b', 'c', 'd']\nmissing = 'prorate'\nmax_missing = 1",
    "items = ['a', 'b', 'm', 'n']\nreverse = ['a', 'n']\nmissing = 'prorate'\nmax_missing = 2\nmultiply = 3",
    "items = ['a', 'b', 'c', 'd']\nmissing = 'minimum'\nmin_answered = 2",
    "items = ['a', 'h', 'd']\nmissing = 'minimum'\nmin_answered = 2",
    "method = 'mean'\nitems = ['a', 'b', 'c']",
    "method = 'mean'\nitems = ['a', 'b', 'n']\nreverse = ['b']",
    "method = 'mean'\nitems = ['a', 'b', 'c']\nmissing = 'prorate'\nmax_missing = 1",
    "method = 'mean'\nitems = ['a', 'b', 'c']\nmissing = 'minimum'\nmin_answered = 2",
    "method = 'mean'\nitems = ['a', 'h']\nmultiply = 10",
    "method = 'count'\nitems = ['a', 'b', 'c']",
    "method = 'count'\nitems = ['a', 'b', 'n']\nat_least = 2\nreverse = ['b', 'n']",
    "method = 'count'\nitems = ['a', 't', 'u']\nreverse = ['u']",
    "method = 'count'\nitems = ['a', 'm']\nat_least = 3",
    "method = 'count'\nitems = ['a', 'b', 'c', 'd']\nat_least = 2\nmissing = 'prorate'\nmax_missing = 1",
    "method = 'weighted'\nitems = ['c', 'a', 'n']\nweights = [1, 2.5, -0.5]",
    "method = 'weighted'\nitems = ['a', 'b', 't']\nweights = [2, 3, 4]\nreverse = ['b']\nmissing = 'prorate'\nmax_missing = 1",
    "method = 'weighted'\nitems = ['a', 'b']\nweights = [2, 3]\nmissing = 'minimum'\nmin_answered = 1\nmultiply = 0.5",
    "items = ['a', 'b']\nby = 't'",
    "method = 'formula'\nformula = 'a + 2 * (b - c) / 4'",
    "method = 'formula'\nformula = 'round(-a * 1.5 + n / 3, 1)'",
    "method = 'formula'\nformula = 'if(a > 1 and not b = 2 or t, n, 10 - n)'",
    "method = 'formula'\nformula = 'sum(a, b, h) + max(c, d) - min(c, d)'",
    "method = 'formula'\nformula = 'min(a + b, 4)'",
    "method = 'formula'\nformula = 'count(a > 1, b > 1, h > 1, t)'",
    "method = 'formula'\nformula = 'if(answered(h), h, 0) + a'",
    "method = 'formula'\nformula = 'a + h'",
    "method = 'formula'\nformula = 'sum(m, t) / (1 + a)'",
    "method = 'formula'\nformula = 'sum(a, b, c) / count(answered(a), answered(b), answered(c))'\nmissing = 'minimum'\nmin_answered = 2",
    "method = 'formula'\nformula = 'sum(r) + a'\nmultiply = 2",
    "method = 'formula'\nformula = 'max(0, a - b)'",
];

/// Answers from a row of numbers: each question unanswered or with one of its answers.
fn answers(seed: &mut u64) -> Answers {
    let mut next = |below: u64| {
        *seed ^= *seed << 13;
        *seed ^= *seed >> 7;
        *seed ^= *seed << 17;
        *seed % below
    };
    let mut given = Answers::default();
    let gaps = 1 + next(8);
    for id in ["a", "b", "c", "d", "e", "h", "r", "r.2"] {
        if next(gaps) != 1 {
            given.choose(id, &next(4).to_string());
        }
    }
    if next(gaps) != 1 {
        given.choose("n", &next(11).to_string());
    }
    for id in ["t", "u"] {
        if next(gaps) != 1 {
            given.choose(id, if next(2) == 0 { "yes" } else { "no" });
        }
    }
    for value in ["0", "1", "2", "3"] {
        if next(3) == 0 {
            given.choose("m", value);
        }
    }
    given
}

/// The tool with one score, or with a second that is made of the first.
fn with(scores: &[&str]) -> Questionnaire {
    let each = scores
        .iter()
        .enumerate()
        .map(|(at, score)| format!("[[scores]]\nid = 's{at}'\ntitle = 'S'\n{score}\n"));
    let text = format!("{QUESTIONS}\n{}", each.collect::<String>());
    let tool = tool(&text);
    let problems = Tool::Questionnaire(tool.clone()).problems();
    let wrong: Vec<_> =
        problems.iter().filter(|p| !p.message.contains("no band") && !p.message.contains("group")).collect();
    assert!(wrong.is_empty(), "{scores:?}: {wrong:?}");
    tool
}

fn same_numbers(original: &Questionnaire, what: &str) -> Questionnaire {
    let back = back("test", original, &[]);
    let made = back.questionnaire.unwrap_or_else(|| panic!("{what}: {:?}", back.findings));
    let said = export(About { id: "test", ..About::default() }, original, &[]);
    assert_eq!(made.scores.len(), original.scores.len(), "{what}: {:?} {:?}", said.unsaid, back.findings);
    let (one, two) = (sayable(original.clone()).rules(), made.rules());
    let mut seed = 0x5eed_0001;
    let mut numbers = 0;
    for _ in 0..400 {
        let given = answers(&mut seed);
        let (one, two) = (one.outcome(&given), two.outcome(&given));
        assert_eq!(one.scores, two.scores, "{what}: {:?} {:?}", made.scores, given);
        numbers += usize::from(one.scores.iter().all(|score| score.value.is_some()));
    }
    assert!(numbers > 20, "{what}: only {numbers} answers have a score");
    made
}

#[test]
fn every_way_of_counting_comes_back_with_the_same_numbers() {
    for score in SCORES {
        let original = with(&[score]);
        let made = same_numbers(&original, score);
        // What needs no formula comes back without one.
        if !score.contains("formula") {
            let (made, original) = (&made.scores[0], &sayable(original).scores[0]);
            let words = |score: &footbridge_model::Score| {
                (
                    score.items.clone(),
                    score.reverse.len(),
                    score.weights.clone(),
                    score.missing,
                    score.multiply,
                )
            };
            if !score.contains("'t', 'u']\nreverse = ['u']") {
                assert_eq!(made.method, original.method, "{score}");
            }
            assert_eq!(words(made), words(original), "{score}");
        }
    }
}

#[test]
fn scores_of_scores_come_back() {
    for second in [
        "items = ['s0', 'c']",
        "method = 'mean'\nitems = ['s0', 'c']",
        "method = 'weighted'\nitems = ['s0', 'c']\nweights = [2, 1]",
        "method = 'count'\nitems = ['s0', 'c']\nat_least = 2",
        "method = 'formula'\nformula = 'if(s0 > 3, s0, c)'",
        "method = 'formula'\nformula = 'if(answered(s0), s0, 0) + c'",
        "items = ['s0', 'c', 'd']\nmissing = 'minimum'\nmin_answered = 2",
    ] {
        for first in ["items = ['a', 'b']", "items = ['a', 'b']\nmissing = 'minimum'\nmin_answered = 1"] {
            same_numbers(&with(&[first, second]), &format!("{first}; {second}"));
        }
    }
}

#[test]
fn what_fhir_cannot_count_is_refused_with_the_reason() {
    for (score, why) in [
        ("items = ['a', 'h', 'c']\nmissing = 'prorate'\nmax_missing = 1", "can be hidden"),
        ("items = ['a', 'r', 'c']\nmissing = 'minimum'\nmin_answered = 1", "group that repeats"),
        ("method = 'formula'\nformula = 'if(h > 1, 1, 2)'", "may be missing"),
        ("method = 'count'\nitems = ['a', 't']\nat_least = 2", "yes or no"),
        ("items = ['a', 'm']\nreverse = ['m']\nmissing = 'minimum'\nmin_answered = 1", "may have none"),
    ] {
        let exported = export(About { id: "test", ..About::default() }, &with(&[score]), &[]);
        crate::fhir_valid::check(&exported.resource);
        assert!(exported.unsaid.iter().any(|said| said.contains(why)), "{score}: {:?}", exported.unsaid);
    }
}

#[test]
fn conditions_on_the_size_of_an_answer_ask_about_each_answer() {
    let alone = "{ item = 'a', operator = '>=', answer = 2 }";
    let both = "{ item = 'a', operator = '>=', answer = 2 }, { item = 'b', operator = '<', answer = 2 }";
    let any = format!("match = 'any', conditions = [{both}]");
    for when in [format!("conditions = [{alone}]"), format!("conditions = [{both}]"), any] {
        let text =
            QUESTIONS.replace("conditions = [{ item = \"t\", operator = \"=\", answer = \"yes\" }]", &when);
        assert_ne!(text, QUESTIONS);
        let mut tool = tool(&text);
        tool.items.retain(|item| item.kind != ItemType::MultiChoice);
        let made = back("test", &tool, &[]);
        let made = made.questionnaire.unwrap_or_else(|| panic!("{when}: {:?}", made.findings));
        let (one, two) = (tool.rules(), made.rules());
        let mut seed = 0x5eed_0002;
        for _ in 0..200 {
            let given = answers(&mut seed);
            assert_eq!(one.shown(&given), two.shown(&given), "{when}");
        }
    }
}
