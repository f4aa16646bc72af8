//! A translation is refused where it has other parts than its original; one that leaves a published form in its own
//! words, where it changes a word of the form or lacks one of ours.

use crate::check::found::{Found, changed, codes_of};
use crate::prelude::*;
use crate::{CODES, Questionnaire, Tool, Translation};

const PHQ_9: (&str, &str) = (
    include_str!("../../../../content/tools/phq-9.toml"),
    include_str!("../../../../content/tools/phq-9.es.toml"),
);
const AUDIT_C: (&str, &str) = (
    include_str!("../../../../content/tools/audit-c.toml"),
    include_str!("../../../../content/tools/audit-c.es.toml"),
);
const CARERS: (&str, &str) = (
    include_str!("../../../../content/tools/carer-check-in.toml"),
    include_str!("../../../../content/tools/carer-check-in.es.toml"),
);

fn read((original, texts): (&str, &str)) -> (Questionnaire, Translation) {
    match toml::from_str(original).expect("a tool") {
        Tool::Questionnaire(original) => (original, toml::from_str(texts).expect("a translation")),
        other => panic!("{other:?}"),
    }
}

/// Codes and pointers of what is wrong once the texts are changed.
#[track_caller]
fn after((original, texts): (&str, &str), from: &str, to: &str) -> Found {
    let (original, translation) = read((original, &changed(texts, from, to)));
    codes_of(translation.problems(&original))
}

#[track_caller]
fn alone(found: &[(&'static str, String)], code: &str, pointer: &str) {
    assert_eq!(found, [(CODES.iter().find(|(c, _)| *c == code).expect("a code").0, pointer.to_owned())]);
}

#[test]
fn those_of_the_site_are_whole() {
    for both in [PHQ_9, AUDIT_C, CARERS] {
        let (original, translation) = read(both);
        assert_eq!(translation.problems(&original), []);
    }
}

#[test]
fn the_words_of_the_form_stay_and_all_of_ours_are_translated() {
    let (original, translation) = read(PHQ_9);
    let whole = translation.over(&original);
    assert_eq!(
        (&whole.stem, &whole.options, &whole.items),
        (&original.stem, &original.options, &original.items)
    );
    assert_eq!(whole.source, original.source);
    assert_eq!(whole.wording_checksum(), original.wording_checksum());
    assert_eq!(whole.rules(), original.rules());
    assert_eq!(whole.scores[0].bands[4].label, "Señales graves de depresión");
    assert_ne!((&whole.title, &whole.timeframe), (&original.title, &original.timeframe));
    assert_ne!(whole.responses, original.responses);

    // A question of our own among them is ours to translate; its value, and so its group, is not.
    let (original, translation) = read(AUDIT_C);
    let whole = translation.over(&original);
    assert_eq!(whole.items[..3], original.items[..3]);
    assert_eq!(whole.items[3].text, "¿Qué línea habitual te gustaría ver?");
    assert_eq!(whole.items[3].options[0].label, "La línea para mujeres: 3");
    assert_eq!(whole.rules(), original.rules());
}

#[test]
fn no_word_of_the_form_is_changed() {
    let add = |part: &str| format!("wording = \"original\"\n{part}\n");
    let stem = add("stem = \"En las últimas 2 semanas\"");
    alone(&after(PHQ_9, "wording = \"original\"\n", &stem), "FB0532", "/stem");
    let options = add("options = [{ value = 0, label = \"Nunca\" }]");
    alone(&after(PHQ_9, "wording = \"original\"\n", &options), "FB0532", "/options");
    let source = "[source]\ncitation = \"x\"\nholder = \"x\"\npermission = \"x\"\nchecked = \"2026-11-22\"\nwording_checked_by = \"x\"\nmodified = false\n";
    alone(&after(PHQ_9, "[[scores]]", &format!("{source}\n[[scores]]")), "FB0532", "/source");
    let question = "[[items]]\nid = \"q9\"\ntext = \"Ideas\"\n\n[[scores]]";
    alone(&after(PHQ_9, "[[scores]]", question), "FB0532", "/items/0");
    // Beside a question of our own, too.
    let question = "[[items]]\nid = \"q1\"\nhelp = \"x\"\n\n[[items]]\nid = \"line\"";
    alone(&after(AUDIT_C, "[[items]]\nid = \"line\"", question), "FB0532", "/items/0");
}

#[test]
fn a_help_is_ours_and_the_question_above_it_is_not() {
    let original = AUDIT_C.0.replace("code = \"68518-0\"", "help = \"Wine counts, too.\"");
    let with_help = |texts: &str| {
        let texts =
            AUDIT_C.1.replace("[[items]]\nid = \"line\"", &format!("{texts}\n[[items]]\nid = \"line\""));
        let (original, translation) = read((&original, &texts));
        let problems = translation.problems(&original);
        (
            problems.into_iter().map(|it| (it.code, it.pointer)).collect::<Vec<_>>(),
            translation.over(&original),
        )
    };
    let (found, whole) = with_help("[[items]]\nid = \"q1\"\nhelp = \"El vino también cuenta.\"\n");
    assert_eq!(found, []);
    assert_eq!(whole.items[0].help.as_deref(), Some("El vino también cuenta."));
    assert_eq!(whole.items[0].text, "How often do you have a drink containing alcohol?");
    alone(&with_help("").0, "FB0530", "/items");
    alone(&with_help("[[items]]\nid = \"q1\"\n").0, "FB0530", "/items/0/help");
    let text = with_help("[[items]]\nid = \"q1\"\nhelp = \"x\"\ntext = \"x\"\n");
    alone(&text.0, "FB0532", "/items/0/text");
    assert_eq!(text.1.items[0].text, whole.items[0].text, "what is refused is not shown either");
}

#[test]
fn none_of_our_texts_is_missing_or_too_many() {
    let renamed = after(AUDIT_C, "[[items]]\nid = \"line\"\n", "[[items]]\nid = \"lines\"\n");
    assert_eq!(renamed, [("FB0530", "/items".to_owned()), ("FB0530", "/items/0/id".to_owned())]);
    alone(&after(AUDIT_C, "text = \"¿Qué línea", "# text = \"¿Qué línea"), "FB0530", "/items/0");
    alone(&after(AUDIT_C, "help = ", "# help = "), "FB0530", "/items/0/help");
    let option = "  { value = \"men\", label = \"La línea para hombres: 4\" },\n";
    alone(&after(AUDIT_C, option, ""), "FB0530", "/items/0/options");
    let twice = after(PHQ_9, "id = \"severe\"", "id = \"moderate\"");
    let bands = "/scores/0/bands".to_owned();
    assert_eq!(twice, [("FB0530", bands.clone()), ("FB0530", bands + "/4/id")]);
}

#[test]
fn lists_and_accuracy_are_translated_where_the_original_has_them() {
    let without = |key: &str, end: &str| {
        let start = PHQ_9.1.find(key).expect("the key");
        let end = start + PHQ_9.1[start..].find(end).expect("its end") + end.len();
        after(PHQ_9, &PHQ_9.1[start..end], "")
    };
    alone(&without("bring = [", "]\n"), "FB0530", "/bring");
    alone(&without("accuracy = ", "de 10.\n\"\"\"\n"), "FB0530", "/accuracy");
    alone(&without("next = [", "]\n"), "FB0530", "/scores/0/bands/0/next");
}

#[test]
fn a_translation_with_its_own_words_says_where_they_come_from() {
    let source = {
        let start = CARERS.1.find("[source]").expect("the source");
        &CARERS.1[start..start + CARERS.1[start..].find("[[options]]").expect("what follows")]
    };
    alone(&after(CARERS, source, ""), "FB0530", "/source");
    alone(&after(CARERS, "stem = ", "# stem = "), "FB0530", "/stem");
    alone(&after(CARERS, "text = \"Dormí", "# text = \"Dormí"), "FB0530", "/items/0");
    // Without its marker, the form is missing in whole.
    let found = after(PHQ_9, "wording = \"original\"\n", "");
    let places: Vec<&str> = found.iter().map(|(_, pointer)| pointer.as_str()).collect();
    assert_eq!(places, ["/rights", "/source", "/stem", "/options", "/items"], "{found:?}");
}

#[test]
fn what_the_permission_means_is_told_where_its_words_stay() {
    let (original, translation) = read(PHQ_9);
    assert_eq!(original.rights, None);
    let whole = translation.over(&original);
    assert!(whole.rights.is_some_and(|rights| rights.contains("los derechos son de Pfizer")));
    assert_eq!(whole.source, original.source, "the words themselves stay");
    // With a `[source]` in the same language it has nothing to add.
    alone(&after(CARERS, "timeframe = ", "rights = \"x\"\ntimeframe = "), "FB0530", "/rights");
}

#[test]
fn words_of_our_own_have_nothing_that_must_stay() {
    let found = after(CARERS, "title = ", "wording = \"original\"\ntitle = ");
    assert_eq!(found[0], ("FB0532", "/wording".to_owned()));
}
