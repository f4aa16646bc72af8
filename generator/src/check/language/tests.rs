//! Every rule of the lists fires on its wrong sentence, and nothing fires on the right one.

use std::sync::Arc;

use super::{Rules, built_in, check};
use crate::check::{Reading, Reporter};
use crate::config::Checks;
use crate::parse::markdown::{Origin, body};

fn said(language: &str, text: &str) -> Vec<String> {
    let mut lists = built_in(language);
    let names: Vec<String> = lists.rules.iter().map(|rule| rule.name.clone()).collect();
    let (rules, faults) = Rules::of(std::mem::take(&mut lists.rules), &lists.after_a_noun);
    assert!(faults.is_empty(), "{faults:?} of {names:?}");
    let file: Arc<str> = "page.md".into();
    let (body, _) = body(text, &Origin { file: &file, offset: 0, prefix: "", facts: true });
    let checks = Checks::usual();
    let mut reporter = Reporter::new(&file, &checks, &[]);
    for block in &body.facts.blocks {
        let reading = Reading::of(block);
        check(block, &reading.words, &reading.sentences, &rules, &mut reporter);
    }
    reporter.findings.iter().map(|finding| format!("{} {}", finding.code, finding.message)).collect()
}

#[test]
fn every_rule_fires_on_its_wrong_sentence_and_not_on_its_right_one() {
    let mut faults = Vec::new();
    for language in ["en", "es"] {
        let lists = built_in(language);
        assert!(lists.rules.len() > 40, "the list of {language} is read");
        for rule in &lists.rules {
            assert!(!rule.wrong.is_empty() && !rule.right.is_empty(), "{} has its two sentences", rule.name);
            let code = rule.code.clone().unwrap_or_default();
            let wrong = said(language, &rule.wrong);
            if !wrong.iter().any(|said| said.starts_with(&code)) {
                faults.push(format!("{language} {}: silent on {:?}", rule.name, rule.wrong));
            }
            for said in said(language, &rule.right) {
                faults.push(format!("{language} {}: {said} in {:?}", rule.name, rule.right));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn quotations_titles_names_and_code_are_left_alone() {
    for text in [
        "Do not say “commit suicide”.",
        "Never write ‘committed suicide’, she’s told.",
        "> He committed suicide.\n",
        "Read *Crazy Like Us* first.",
        "Write `the mentally ill` nowhere.",
        "The National Institute on Drug Abuse pays.",
        "[Help](https://example.org/substance-abuse)",
    ] {
        assert_eq!(said("en", text), [""; 0], "{text}");
    }
    assert_eq!(said("es", "No digas «cometer suicidio»."), [""; 0]);
}

#[test]
fn callouts_are_the_authors_own_words() {
    assert_eq!(said("en", "> [!TIP] Hard words\n> He *committed* suicide.\n").len(), 1);
}
