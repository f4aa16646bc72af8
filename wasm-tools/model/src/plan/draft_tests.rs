//! No step loses a word, and no bytes can do harm.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::super::{EntryKind, SectionRule};
use super::*;

fn rules() -> PlanRules {
    let section = |id: &str, kind| SectionRule {
        id: id.to_owned(),
        kind,
        rows: 3,
        suggestions: 0,
        asks_for_somebody: kind == EntryKind::Contacts,
    };
    PlanRules {
        sections: vec![
            section("signs", EntryKind::Lines),
            section("people", EntryKind::Contacts),
            section("next", EntryKind::Dates),
        ],
        ..PlanRules::default()
    }
}

/// A plan with these lines in its first section.
fn with(lines: &[&str]) -> Draft {
    let mut draft = Draft::new(rules());
    for line in lines {
        draft.suggest(0, line);
    }
    draft
}

fn lines(draft: &Draft) -> Vec<&str> {
    draft.entries(0).map(Entry::name).collect()
}

#[test]
fn a_new_plan_is_empty_and_has_a_row_to_write_in() {
    let draft = Draft::new(rules());
    assert!(draft.is_empty());
    assert!((0..3).all(|section| draft.rows(section).len() == 1));
    assert_eq!(draft.rows(1)[0].entry.fields.len(), 3, "name, number, hours");
}

#[test]
fn an_empty_row_is_used_before_another_is_added() {
    let mut draft = with(&[]);
    let first = draft.add(0);
    assert_eq!(draft.add(0), first);
    draft.suggest(0, "I sleep badly");
    assert_ne!(draft.add(0), first);
    assert_eq!(draft.suggest(0, " I sleep badly "), None, "it stands there already");
}

#[test]
fn rows_move_and_keep_their_words() {
    let mut draft = with(&["a", "b", "c"]);
    let key = draft.rows(0)[2].key;
    assert!(draft.shift(key, false) && draft.shift(key, false));
    assert!(!draft.shift(key, false), "the first row goes no further");
    assert_eq!(lines(&draft), ["c", "a", "b"]);
    assert!(draft.shift(key, true));
    assert_eq!(lines(&draft), ["a", "c", "b"]);
}

#[test]
fn what_is_removed_comes_back_to_its_place_and_spares_what_was_written_since() {
    let mut draft = with(&["a", "b", "c"]);
    let (first, last) = (draft.rows(0)[0].key, draft.rows(0)[2].key);
    let second = draft.rows(0)[1].key;
    assert_eq!(draft.remove(second), Some((0, Some(last))));
    assert_eq!(draft.remove(last), Some((0, Some(first))), "the last row leaves the one before it");
    draft.write(first, 0, "a, and more");
    assert_eq!(draft.undo(), Some(Back::Row(0, last)));
    assert_eq!(draft.undo(), Some(Back::Row(0, second)));
    assert_eq!(lines(&draft), ["a, and more", "b", "c"]);
    assert_eq!(draft.undo(), None);
}

#[test]
fn an_empty_row_goes_without_a_trace_and_the_last_leaves_one_to_write_in() {
    let mut draft = with(&["a"]);
    let key = draft.rows(0)[0].key;
    draft.remove(key);
    assert_eq!(draft.rows(0).len(), 1);
    let empty = draft.rows(0)[0].key;
    draft.remove(empty);
    assert_eq!(draft.undo(), Some(Back::Row(0, key)));
    assert_eq!(draft.undo(), None);
}

#[test]
fn nobody_right_now_holds_until_somebody_is_named() {
    let mut draft = with(&["a"]);
    draft.say_nobody(1, true);
    assert!(draft.says_nobody(1));
    draft.suggest(1, "Ana");
    assert!(!draft.says_nobody(1));
    assert!(draft.has_entries_besides(1));
}

#[test]
fn versions_can_be_compared_restored_and_erased() {
    let mut draft = with(&["a", "b"]);
    draft.write_answer("helped", "Tea.");
    draft.keep_version("2026-01-02");
    let key = draft.rows(0)[0].key;
    draft.remove(key);
    draft.suggest(0, "d");
    let told: Vec<(String, bool)> =
        draft.changes(0).into_iter().map(|change| (change.entry.name().to_owned(), change.is_new)).collect();
    assert_eq!(told, [("a".to_owned(), false), ("d".to_owned(), true)]);
    assert!(draft.restore(0, "2026-02-03"));
    assert_eq!(lines(&draft), ["a", "b"]);
    let days = |draft: &Draft| draft.versions().iter().map(|version| version.day.clone()).collect::<Vec<_>>();
    assert_eq!(days(&draft), ["2026-02-03", "2026-01-02"], "what the plan said until now is kept");
    assert_eq!(draft.versions()[0].then[0].entries.len(), 2, "b and d");
    assert!(draft.restore(0, "2026-02-03") && draft.restore(1, "2026-02-03"));
    assert_eq!(draft.versions().len(), 2, "what is kept already is not kept twice");
    assert!(draft.erase(1) && !draft.erase(1));
    assert_eq!(draft.undo(), Some(Back::Version));
    assert_eq!(draft.versions()[1].answers[0].1, "Tea.");
}

#[test]
fn words_of_a_section_that_the_plan_no_longer_has_are_carried_along() {
    let mut document = with(&["a"]).document();
    document.now.push(Filled {
        id: "gone".into(),
        nobody: false,
        entries: vec![Entry { fields: vec!["kept".into()], tick: false }],
    });
    document.now[0].entries[0].fields.push("from a kind with more fields".into());
    let mut draft = Draft::new(rules());
    draft.open(document);
    assert_eq!(draft.others()[0].entries[0].name(), "kept");
    assert_eq!(lines(&draft), ["a from a kind with more fields"]);
    assert_eq!(draft.document().now.len(), 2);
}

/// The bytes of version 1, as they must be read for ever.
#[test]
fn the_first_version_is_read_for_ever() {
    let mut draft = with(&["a"]);
    let key = draft.suggest(1, "Ana").expect("a row");
    draft.write(key, 1, "555 0100");
    draft.tick(key, true);
    draft.write_answer("helped", "Tea");
    draft.keep_version("2026-01-02");
    let bytes: &[u8] = b"\x01\x02\x05signs\x00\x01\x01\x01a\x00\x06people\x00\x01\x03\x03Ana\x08555 0100\x00\x01\
        \x01\x0a2026-01-02\x01\x06helped\x03Tea\x02\x05signs\x00\x01\x01\x01a\x00\x06people\x00\x01\x03\x03Ana\x08555 0100\x00\x01";
    assert_eq!(Document::from_bytes(bytes), Ok(draft.document()));
}

/// The bytes of version 2, which has the answers of a look back that is being written.
#[test]
fn the_second_version_is_read_for_ever() {
    let mut draft = with(&["a"]);
    draft.write_answer("helped", "Tea");
    let bytes: &[u8] = b"\x02\x01\x05signs\x00\x01\x01\x01a\x00\x00\x01\x06helped\x03Tea";
    assert_eq!(Document::from_bytes(bytes), Ok(draft.document()));
    assert_eq!(draft.document().to_bytes(), bytes);
    assert!(Document::from_bytes(&bytes[..bytes.len() - 1]).is_err());
}

/// What is being written of a look back becomes part of the version, and is not left behind in it twice.
#[test]
fn a_look_back_is_part_of_the_plan_before_it_is_kept() {
    let mut draft = Draft::new(rules());
    draft.write_answer("helped", "Tea");
    assert!(!draft.is_empty());
    draft.write_answer("helped", "Tea with Ana");
    draft.keep_version("2026-01-02");
    assert_eq!(draft.versions()[0].answers, [("helped".to_owned(), "Tea with Ana".to_owned())]);
    assert_eq!(draft.answer("helped"), "");
}

#[derive(Clone, Debug)]
enum Step {
    Add(usize),
    Suggest(usize, String),
    Write(usize, usize, String),
    Move(usize, bool),
    Remove(usize),
    Undo,
    Keep,
    Restore(usize),
    Erase(usize),
    Reopen,
}

fn step() -> impl Strategy<Value = Step> {
    let word = "[a-z]{1,6}";
    prop_oneof![
        (0..3_usize).prop_map(Step::Add),
        (0..3_usize, word).prop_map(|(at, text)| Step::Suggest(at, text)),
        (0..9_usize, 0..3_usize, word).prop_map(|(row, field, text)| Step::Write(row, field, text)),
        (0..9_usize, any::<bool>()).prop_map(|(row, down)| Step::Move(row, down)),
        (0..9_usize).prop_map(Step::Remove),
        Just(Step::Undo),
        Just(Step::Keep),
        (0..3_usize).prop_map(Step::Restore),
        (0..3_usize).prop_map(Step::Erase),
        Just(Step::Reopen),
    ]
}

fn key_of(draft: &Draft, row: usize) -> Option<u32> {
    let keys: Vec<u32> = (0..3).flat_map(|section| draft.rows(section)).map(|row| row.key).collect();
    keys.get(row % keys.len().max(1)).copied()
}

/// How often each entry stands in the plan.
fn words(draft: &Draft) -> BTreeMap<Vec<String>, usize> {
    let mut words = BTreeMap::new();
    for entry in (0..3).flat_map(|section| draft.entries(section)) {
        *words.entry(entry.fields.clone()).or_default() += 1;
    }
    words
}

proptest! {
    #[test]
    fn no_history_loses_a_word(steps in proptest::collection::vec(step(), 0..60)) {
        let mut draft = Draft::new(rules());
        for step in steps {
            let before = words(&draft);
            match step {
                Step::Add(section) => { draft.add(section); prop_assert_eq!(words(&draft), before) }
                Step::Suggest(section, text) => { draft.suggest(section, &text); }
                Step::Write(row, field, text) => {
                    if let Some(key) = key_of(&draft, row) { draft.write(key, field, &text) }
                }
                Step::Move(row, down) => {
                    if let Some(key) = key_of(&draft, row) { draft.shift(key, down); }
                    prop_assert_eq!(words(&draft), before);
                }
                Step::Remove(row) => {
                    if let Some(key) = key_of(&draft, row) {
                        let was_empty = draft.document().now == {
                            draft.remove(key);
                            draft.document().now
                        };
                        if !was_empty {
                            let mut again = draft.clone();
                            again.undo();
                            prop_assert_eq!(words(&again), before);
                        }
                    }
                }
                Step::Undo => { draft.undo(); }
                Step::Keep => draft.keep_version("2026-01-02"),
                Step::Restore(place) => {
                    let now = draft.document().now;
                    if draft.restore(place, "2026-01-03") && !now.is_empty() {
                        prop_assert!(draft.versions().iter().any(|version| version.then == now));
                    }
                }
                Step::Erase(place) => {
                    let versions = draft.versions().to_vec();
                    if draft.erase(place) {
                        let mut again = draft.clone();
                        again.undo();
                        prop_assert_eq!(again.versions(), versions);
                    }
                }
                Step::Reopen => {
                    let bytes = draft.document().to_bytes();
                    let document = Document::from_bytes(&bytes).expect("what was written can be read");
                    prop_assert_eq!(&document, &draft.document());
                    draft.open(document);
                    prop_assert_eq!(words(&draft), before);
                }
            }
            prop_assert!((0..3).all(|section| !draft.rows(section).is_empty()));
        }
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200), cut in 0..200_usize) {
        if let Ok(document) = Document::from_bytes(&bytes) {
            let mut draft = Draft::new(rules());
            draft.open(document);
            let _ = (draft.document().to_bytes(), draft.changes(0));
        }
        let sound = with(&["a", "b"]).document().to_bytes();
        let cut = cut.min(sound.len() - 1);
        prop_assert!(Document::from_bytes(&sound[..cut]).is_err());
    }
}

/// What may be read before the phrase: the steps of the view for a hard moment, and not a word besides.
#[test]
fn steps_hold_only_what_a_hard_moment_shows() {
    let rules = PlanRules { crisis_view: vec![1], ..rules() };
    let filled = |id: &str, text: &str| Filled {
        id: id.to_owned(),
        nobody: true,
        entries: vec![Entry { fields: vec![text.to_owned()], tick: true }],
    };
    let nobody = Filled { entries: Vec::new(), ..filled("people", "") };
    let version = Version { then: vec![filled("people", "then")], ..Version::default() };
    let document = Document {
        now: vec![filled("signs", "private"), filled("people", "Ana"), filled("gone", "old")],
        versions: vec![version],
        answers: vec![("helped".to_owned(), "private".to_owned())],
    };
    let steps = document.clone().into_steps(&rules);
    let shown = Filled { nobody: false, ..filled("people", "Ana") };
    assert_eq!(steps, Document { now: vec![shown], ..Document::default() });
    assert_eq!(Document::from_bytes(&steps.to_bytes()), Ok(steps));
    assert_eq!(Document { now: vec![nobody], ..document }.into_steps(&rules), Document::default());
}
