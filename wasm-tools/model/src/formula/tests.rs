//! The language: its values, its gaps, its bounds, and the messages of its faults.

use proptest::prelude::*;

use super::*;

/// Questions `a` to `d`, a question `many` with three entries, and a score `half`.
struct Sheet(Vec<Option<Ratio>>);

impl Source for Sheet {
    fn item(&self, place: u16) -> Option<Ratio> {
        self.0.get(usize::from(place)).copied().flatten()
    }
    fn score(&self, _: u16) -> Option<Ratio> {
        Ratio::new(1, 2)
    }
    fn is_answered(&self, place: u16) -> bool {
        self.item(place).is_some()
    }
}

fn compile(text: &str) -> Result<Vec<Op>, parse::Fault> {
    let item = |name: &str| match name {
        "a" => vec![0],
        "b" => vec![1],
        "c-1" => vec![2],
        "d" => vec![3],
        "many" => vec![4, 5, 6],
        _ => vec![],
    };
    let score = |name: &str| (name == "half").then_some(0);
    parse(text, &Names { item: &item, score: &score })
}

/// With a = 6, b = 4, c-1 = 0.5, d unanswered, and the entries 1, 2, and none.
fn value(text: &str) -> Option<Ratio> {
    let given = [Some((6, 1)), Some((4, 1)), Some((1, 2)), None, Some((1, 1)), Some((2, 1)), None];
    let sheet =
        Sheet(given.iter().map(|given| given.and_then(|(over, under)| Ratio::new(over, under))).collect());
    evaluate(&compile(text).unwrap_or_else(|fault| panic!("{text}: {fault:?}")), &sheet)
}

#[test]
fn arithmetic_is_exact_and_binds_as_at_school() {
    for (text, over, under) in [
        ("a + b * 2", 14, 1),
        ("(a + b) * 2", 20, 1),
        ("a - b - 1", 1, 1),
        ("-a + 10", 4, 1),
        ("a / b / 3", 1, 2),
        ("1 / 3 + 1 / 3 + 1 / 3", 1, 1),
        ("c-1 + half", 1, 1),
        ("round(10 / 3)", 3, 1),
        ("round(10 / 3, 2)", 333, 100),
        ("round(c-1)", 1, 1),
        ("min(a, b, 5) + max(a, b)", 10, 1),
        ("sum(a, b, 0.25)", 41, 4),
        ("count(a > 5, b > 5, a = 6)", 2, 1),
        ("if(a > b, 1, 2)", 1, 1),
        ("a > b and not (b > a)", 1, 1),
        ("a < b or b <= 4", 1, 1),
        ("a != 6", 0, 1),
        ("sum(many)", 3, 1),
        ("max(many, 9)", 9, 1),
        ("answered(many)", 1, 1),
    ] {
        assert_eq!(value(text), Ratio::new(over, under), "{text}");
    }
}

#[test]
fn what_has_no_value_is_left_out_or_spreads() {
    for text in [
        "a / 0",
        "a / (b - 4)",
        "d + 1",
        "d > 1",
        "not d",
        "d",
        "min(d)",
        "sum(a / 0, 1)",
        "if(d > 1, 1, 2)",
        "d = 1 or a = 1",
    ] {
        assert_eq!(value(text), None, "{text}");
    }
    for (text, whole) in [
        ("sum(a, d)", 6),
        ("sum(d)", 0),
        ("max(d, b)", 4),
        ("count(a > 1, d > 1)", 1),
        ("answered(d)", 0),
        ("answered(a) + answered(half)", 2),
        ("if(answered(d), d, 7)", 7),
        ("if(a > 1, 3, 1 / 0)", 3),
        // What one side decides, in whatever order.
        ("d > 1 or a > 1", 1),
        ("a > 1 or d > 1", 1),
        ("d > 1 and a > 9", 0),
    ] {
        assert_eq!(value(text), Some(Ratio::whole(whole)), "{text}");
    }
}

#[test]
fn faults_name_their_column_and_a_mend() {
    for (text, column, word) in [
        ("", 1, "ends"),
        ("a +", 4, "ends"),
        ("a b", 3, "not expected"),
        ("a + e", 5, "neither"),
        ("a-b", 1, "neither"),
        ("(a + b", 7, "`)`"),
        ("sqrt(a)", 1, "no function"),
        ("a = b = 1", 7, "two sides"),
        ("a ; b", 3, "no meaning"),
        ("1.234", 1, "not a number"),
        ("many + 1", 1, "several"),
        ("round(a, 3)", 10, "decimal places"),
        ("answered(1)", 10, "one question"),
        ("if(a, b)", 8, "`,`"),
        ("not not a", 9, "not not"),
        ("sum()", 5, "value is expected"),
    ] {
        let fault = compile(text).expect_err(text);
        assert_eq!(fault.column, column, "{text}: {fault:?}");
        assert!(fault.message.contains(word) && fault.mend.ends_with(['.', '`']), "{text}: {fault:?}");
    }
    assert!(compile("a-b").expect_err("one id").mend.contains("spaces around a minus"));
}

#[test]
fn size_and_depth_are_bounded() {
    let deep = ["(".repeat(DEEPEST), "1".to_owned(), ")".repeat(DEEPEST)].concat();
    assert!(compile(&deep).expect_err("too deep").message.contains("deep"));
    assert!(compile(&"1+".repeat(300)).expect_err("too many").message.contains("steps"));
    assert!(compile(&"1".repeat(LONGEST + 1)).expect_err("too long").message.contains("longer"));
    assert!(compile(&"-".repeat(1000)).is_err());
}

proptest! {
    #[test]
    fn no_text_makes_it_fail(text in "[a-d0-9 +*/(),.<>=!-]{0,60}|.{0,40}") {
        if let Ok(ops) = compile(&text) {
            let _ = evaluate(&ops, &Sheet(vec![Some(Ratio::ONE); 7]));
        }
    }

    #[test]
    fn no_steps_make_it_fail(ops in prop::collection::vec(any_op(), 0..40)) {
        let _ = evaluate(&ops, &Sheet(vec![Some(Ratio::whole(i64::MAX)), None, Some(Ratio::ZERO)]));
    }
}

fn any_op() -> impl Strategy<Value = Op> {
    prop_oneof![
        any::<i64>().prop_map(|value| Op::Number(Number::from_hundredths(value))),
        (0_u16..9).prop_map(Op::Item),
        (0_u16..9).prop_map(Op::Score),
        any::<u8>().prop_map(Op::Round),
        (0_u16..9).prop_map(Op::Sum),
        any::<u16>().prop_map(Op::Count),
        (0_u16..9).prop_map(Op::Min),
        (0_u16..9).prop_map(Op::Max),
        prop::sample::select(vec![
            Op::Negate,
            Op::Add,
            Op::Subtract,
            Op::Multiply,
            Op::Divide,
            Op::Equal,
            Op::Unequal,
            Op::Less,
            Op::AtMost,
            Op::Greater,
            Op::AtLeast,
            Op::And,
            Op::Or,
            Op::Not,
            Op::If,
        ]),
    ]
}
