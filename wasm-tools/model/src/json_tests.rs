//! The reader against a library of repute, on what is JSON, on what nearly is, and on anything at all.

use proptest::prelude::*;
use serde_json::Value;

use super::*;

/// The tree that the reader's values come to.
fn tree(json: Json<'_>) -> Value {
    match json.written()[0] {
        b'{' => json
            .parts(b'{')
            .map(|(name, value)| (String::from_utf8_lossy(name).into_owned(), tree(value)))
            .collect(),
        b'[' => json.list().map(tree).collect(),
        b'"' => Value::String(json.text().expect("a text")),
        _ => serde_json::from_slice(json.written()).expect("a plain value"),
    }
}

/// Any tree, with names that need no escape.
fn any_tree() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i32>().prop_map(Value::from),
        any::<i32>().prop_map(|hundredths| Value::from(f64::from(hundredths) / 100.0)),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(6, 60, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::btree_map("[a-z]{0,6}", inner, 0..6)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn what_a_library_writes_is_read(value in any_tree(), pretty in any::<bool>()) {
        let text = if pretty { serde_json::to_string_pretty(&value) } else { serde_json::to_string(&value) };
        let text = text.expect("json");
        prop_assert_eq!(tree(Json::read(&text).expect("it is JSON")), value);
    }

    #[test]
    fn the_same_texts_are_json_as_for_a_library(text in "[\\[\\]{}\",:\\\\ \n0-2.eE+tfrualsn-]{0,14}") {
        // The library takes numbers beyond every range for a fault; here they are text.
        let theirs = serde_json::from_str::<Value>(&text);
        let beyond = theirs.as_ref().is_err_and(|fault| fault.to_string().contains("out of range"));
        prop_assume!(!beyond && !text.contains("\\u"));
        prop_assert_eq!(Json::read(&text).is_some(), theirs.is_ok(), "{}", text);
    }

    #[test]
    fn nothing_makes_it_panic(text in any::<String>(), cut in any::<prop::sample::Index>()) {
        if let Some(json) = Json::read(&text) {
            tree(json);
        }
        let whole = serde_json::to_string(&text).expect("json");
        let shorter: String = whole.chars().take(cut.index(whole.chars().count())).collect();
        prop_assert_eq!(Json::read(&shorter), None);
    }

    #[test]
    fn what_is_written_is_read_by_a_library(text in any::<String>()) {
        let mut written = String::new();
        write_text(&mut written, &text);
        let read: String = serde_json::from_str(&written).expect("json");
        let plain: String = text.chars().map(|c| if c < ' ' && c != '\n' { ' ' } else { c }).collect();
        prop_assert_eq!(read, plain);
    }
}

#[test]
fn letters_in_two_halves_are_one_letter_and_a_half_alone_is_a_mark() {
    let text = |json: &str| Json::read(json).and_then(Json::text);
    assert_eq!(text(r#""\ud83c\udf31 \u00e1\/""#).as_deref(), Some("\u{1f331} \u{e1}/"));
    assert_eq!(text(r#""\ud83c!""#).as_deref(), Some("\u{fffd}!"));
    assert_eq!(text(r#""\ud83c\u0041""#).as_deref(), Some("\u{fffd}A"));
}

#[test]
fn a_file_as_deep_as_a_well_is_refused() {
    let deep = |levels: usize| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
    assert!(Json::read(&deep(40)).is_some());
    assert!(Json::read(&deep(41)).is_none());
    assert!(Json::read(&deep(1_000_000)).is_none());
}
