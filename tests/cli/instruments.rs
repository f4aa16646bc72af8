//! What single instruments have of their own beside a total and its bands: halves, paths, groups, risks. The totals of all
//! are in `vectors.rs`.

use serde_json::{Map, Value, json};

use crate::score::score;
use crate::vectors::table::{CARER, RECOVERY};

/// What the answers come to, and the score with this id.
fn outcome(tool: &str, answers: &Value, id: &str) -> (Value, Value) {
    let (status, scored, said) = score(tool, answers);
    assert_eq!(status, 0, "{tool}: {said}");
    let scores = scored["scores"].as_array().expect("the scores");
    let one = scores.iter().find(|score| score["id"] == id).expect("the score").clone();
    (scored, one)
}

#[test]
fn phq_4_gives_each_half_its_own_score_and_cut_off() {
    let band = |sum: u32| if sum < 3 { "below-cut-off" } else { "at-or-above-cut-off" };
    for worry in 0..=6_u32 {
        for mood in 0..=6_u32 {
            let answers = json!({
                "q1": worry.min(3), "q2": worry - worry.min(3), "q3": mood - mood.min(3), "q4": mood.min(3),
            });
            let (_, anxiety) = outcome("phq-4", &answers, "anxiety");
            let (_, depression) = outcome("phq-4", &answers, "depression");
            assert_eq!(anxiety, json!({ "id": "anxiety", "value": worry, "band": band(worry) }));
            assert_eq!(depression, json!({ "id": "depression", "value": mood, "band": band(mood) }));
        }
    }
    // Half of the answers give half of the scores, and no total.
    let (scored, anxiety) = outcome("phq-4", &json!({ "q1": 3, "q2": 0 }), "anxiety");
    assert_eq!(anxiety["value"], 3);
    assert_eq!(scored["scores"][0]["value"], Value::Null);
    assert_eq!(scored["scores"][2]["value"], Value::Null);
    assert_eq!(scored["missing"], json!(["q3", "q4"]));
}

#[test]
fn k6_counts_from_none_to_all_and_asks_after_hopelessness_and_worthlessness() {
    for item in ["q2", "q6"] {
        for (answer, expected) in [
            (json!("None of the time"), json!([])),
            (json!("Some of the time"), json!([])),
            (json!("Most of the time"), json!(["hard-time"])),
            (json!("All of the time"), json!(["hard-time"])),
        ] {
            let (scored, _) = outcome("k6", &json!({ item: answer }), "total");
            assert_eq!(scored["risks"], expected, "{item}: {answer}");
        }
    }
    // The other four never do.
    let (scored, _) = outcome("k6", &json!({ "q1": 4, "q3": 4, "q4": 4, "q5": 4 }), "total");
    assert_eq!(scored["risks"], json!([]));
}

#[test]
fn pc_ptsd_5_stops_at_no_and_counts_the_yeses_after_yes() {
    let total = |answers: &Value| outcome("pc-ptsd-5", answers, "total");
    let unscored = json!({ "id": "total", "value": null, "band": null });
    let zero = json!({ "id": "total", "value": 0, "band": "below-cut-off" });

    // Nothing answered: only the first question is waited for.
    let (scored, one) = total(&json!({}));
    assert_eq!((one, &scored["missing"]), (unscored.clone(), &json!(["exposure"])));

    // No event: 0, and nothing is missing, even if answers from before a change of mind are still there.
    let (scored, one) = total(&json!({ "exposure": "no" }));
    assert_eq!((one, &scored["missing"]), (zero.clone(), &json!([])));
    let left_over =
        json!({ "exposure": "no", "q1": "yes", "q2": "yes", "q3": "yes", "q4": "yes", "q5": "yes" });
    let (scored, one) = total(&left_over);
    assert_eq!((one, &scored["missing"]), (zero, &json!([])));

    // Answers without the first one are no score yet.
    let (_, one) = total(&json!({ "q1": "yes", "q2": "no", "q3": "no", "q4": "no", "q5": "no" }));
    assert_eq!(one, unscored);

    // An event, and every way of answering the five questions.
    for pattern in 0..32_u32 {
        let mut answers = Map::from_iter([("exposure".to_owned(), json!("yes"))]);
        for item in 0..5 {
            let yes = pattern & (1 << item) != 0;
            answers.insert(format!("q{}", item + 1), json!(if yes { "Yes" } else { "No" }));
        }
        let yeses = pattern.count_ones();
        let band = match yeses {
            0..=2 => "below-cut-off",
            3 => "sensitive-cut-off",
            _ => "cut-off",
        };
        let (scored, one) = total(&Value::Object(answers.clone()));
        assert_eq!(one, json!({ "id": "total", "value": yeses, "band": band }));
        assert_eq!(scored["missing"], json!([]));

        // One and two missing.
        answers.remove("q5");
        let (scored, one) = total(&Value::Object(answers.clone()));
        assert_eq!((one, &scored["missing"]), (unscored.clone(), &json!(["q5"])));
        answers.remove("q2");
        let (scored, one) = total(&Value::Object(answers));
        assert_eq!((one, &scored["missing"]), (unscored.clone(), &json!(["q2", "q5"])));
    }
    let (scored, _) = total(&json!({ "exposure": "yes" }));
    assert_eq!(scored["missing"], json!(["q1", "q2", "q3", "q4", "q5"]));
}

/// Bush 1998 (4 for men) and Bradley 2003 (3 for women). The form itself asks nothing about the person.
#[test]
fn audit_c_has_a_line_for_each_group_and_shows_both_to_whoever_names_none() {
    for sum in 0..=12_u32 {
        let line = |least: u32| if sum < least { "below-line" } else { "at-line" };
        let points: Vec<u32> = (0..3).map(|item| sum.saturating_sub(4 * item).min(4)).collect();
        let mut answers = json!({ "q1": points[0], "q2": points[1], "q3": points[2] });
        let (scored, one) = outcome("audit-c", &answers, "total");
        let both = json!([{ "group": "women", "band": line(3) }, { "group": "men", "band": line(4) }]);
        assert_eq!((&one["value"], &one["band"], &one["by_group"]), (&json!(sum), &Value::Null, &both));
        assert_eq!(scored["missing"], json!([]), "the question about the line is never waited for");
        for (group, least) in [("women", 3), ("men", 4)] {
            answers["line"] = json!(group);
            let (_, one) = outcome("audit-c", &answers, "total");
            assert_eq!(
                (&one["value"], &one["band"], &one["group"]),
                (&json!(sum), &json!(line(least)), &json!(group))
            );
        }
    }
}

#[test]
fn who_5_shows_the_raw_score_and_four_times_as_much() {
    for raw in 0..=25_u32 {
        let points = |item: u32| raw.saturating_sub(5 * item).min(5);
        let answers =
            json!({ "q1": points(0), "q2": points(1), "q3": points(2), "q4": points(3), "q5": points(4) });
        assert_eq!(outcome("non-commercial/who-5", &answers, "raw").1["value"], raw);
        assert_eq!(outcome("non-commercial/who-5", &answers, "total").1["value"], raw * 4);
    }
    let (_, raw) = outcome("non-commercial/who-5", &json!({ "q1": 5, "q2": 5, "q3": 5, "q4": 5 }), "raw");
    assert_eq!(raw["value"], Value::Null);
}

#[test]
fn our_own_check_ins_count_what_goes_well_and_judge_nobody() {
    for (tool, items, well, others) in [
        ("recovery-check-in", RECOVERY, "well", ["all-right", "work-on", "not-now"]),
        ("carer-check-in", CARER, "yes", ["partly", "no", "other"]),
    ] {
        for count in 0..=items.len() {
            let answer = |place: usize| if place < count { well } else { others[place % others.len()] };
            let answers: Map<String, Value> = items
                .iter()
                .enumerate()
                .map(|(place, item)| ((*item).to_owned(), json!(answer(place))))
                .collect();
            let (scored, one) = outcome(tool, &Value::Object(answers.clone()), "total");
            assert_eq!(one, json!({ "id": "total", "value": count, "band": "your-own-picture" }), "{tool}");
            assert_eq!((&scored["missing"], &scored["risks"]), (&json!([]), &json!([])), "{tool}");

            let mut fewer = answers;
            fewer.remove(items[1]);
            let (scored, one) = outcome(tool, &Value::Object(fewer.clone()), "total");
            assert_eq!((&one["value"], &scored["missing"]), (&Value::Null, &json!([items[1]])), "{tool}");
            fewer.remove(items[0]);
            let (scored, _) = outcome(tool, &Value::Object(fewer), "total");
            assert_eq!(scored["missing"], json!([items[0], items[1]]), "{tool}");
        }
        let (scored, _) = outcome(tool, &json!({}), "total");
        assert_eq!(scored["missing"], json!(items), "{tool}");
    }
}

#[test]
fn a_carer_who_is_not_safe_is_asked_about_it_at_once() {
    for (answer, expected) in
        [("yes", json!([])), ("not-always", json!(["safety"])), ("no", json!(["safety"]))]
    {
        let (scored, _) = outcome("carer-check-in", &json!({ "safe": answer }), "total");
        assert_eq!(scored["risks"], expected, "{answer}");
        assert_eq!(scored["missing"], json!(CARER), "the question about safety is never waited for");
    }
}

#[test]
fn k6_offers_help_from_thirteen_points_however_they_are_spread() {
    let answers = |last: u32| json!({ "q1": 4, "q2": 0, "q3": 4, "q4": 4, "q5": last, "q6": 0 });
    for (last, expected) in [(0, json!([])), (1, json!(["hard-time"]))] {
        let (_, scored, said) = score("k6", &answers(last));
        assert_eq!(scored["risks"], expected, "{last}: {said}");
    }
}
