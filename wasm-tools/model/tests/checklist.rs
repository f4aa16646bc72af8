//! The exact rules of checklists: the same as a plain re-computation, whatever the order; and no bytes or files,
//! however they came about, can harm a list.

use std::collections::BTreeMap;

use footbridge_model::checklist::day::Day;
use footbridge_model::checklist::document::{Document, OwnSign, Rating, Seen, Share, Sort, Stage};
use footbridge_model::checklist::exchange::{Answer, Asked, Opened, Refused, TakenIn};
use footbridge_model::checklist::standing::{LONGEST_GAP, Met};
use footbridge_model::checklist::{Colour, LevelRule};
use proptest::prelude::*;

const RULES: [LevelRule; 2] = [
    LevelRule { signs: 1, above: 1, days: 2, total: 2 },
    LevelRule { signs: 2, above: 2, days: 0, total: 0 },
];

fn day(number: u32) -> Day {
    Day::parse("2026-01-01").expect("a day").plus(number)
}

fn sign(id: &str, usual: Option<u8>) -> OwnSign {
    OwnSign { id: id.to_owned(), usual, ..OwnSign::default() }
}

fn rating(number: u32, values: &[(&str, u8)]) -> Rating {
    let values = values.iter().map(|(id, value)| ((*id).to_owned(), *value)).collect();
    Rating { day: day(number), values, ..Rating::default() }
}

fn list(signs: &[(&str, Option<u8>)], ratings: &[Rating]) -> Document {
    let signs = signs.iter().map(|(id, usual)| sign(id, *usual)).collect();
    let mut list = Document { signs, ..Document::default() };
    ratings.iter().for_each(|rating| list.keep(rating.clone()));
    list
}

#[test]
fn a_level_is_met_against_the_persons_own_usual() {
    let signs = [("sleep", Some(1)), ("talk", Some(0)), ("tired", None)];
    let now = |ratings: &[Rating]| list(&signs, ratings).standing(&RULES).expect("a rating");

    let usual = now(&[rating(0, &[("sleep", 1), ("talk", 0), ("tired", 3)])]);
    assert_eq!((usual.level, usual.by, usual.unknown), (Colour::Green, Met::Nothing, 1));
    assert_eq!(usual.total, (1, 1), "without its usual a sign does not count");

    let new = now(&[rating(0, &[("sleep", 2)])]);
    assert_eq!(
        (new.level, new.raised[0].by, new.raised[0].days),
        (Colour::Green, 1, 0),
        "not for two days yet"
    );

    let old = now(&[rating(0, &[("sleep", 2)]), rating(5, &[("sleep", 3)])]);
    assert_eq!((old.level, old.by), (Colour::Yellow, Met::Signs(1, 5)));
    assert_eq!((old.raised[0].since, old.raised[0].days), (day(0), 5));

    let sum = now(&[rating(0, &[("sleep", 2), ("talk", 1)])]);
    assert_eq!((sum.level, sum.by), (Colour::Yellow, Met::Total(2)), "the sum counts at once");

    let both = now(&[rating(0, &[("sleep", 3), ("talk", 2)])]);
    assert_eq!((both.level, both.by), (Colour::Orange, Met::Signs(2, 0)));
    assert_eq!(both.raised.iter().map(|raised| raised.sign.as_str()).collect::<Vec<_>>(), ["sleep", "talk"]);

    let mut red = rating(9, &[("sleep", 0)]);
    red.mark("suicide", true);
    assert_eq!(now(&[red]).level, Colour::Red, "red waits for nothing");
}

#[test]
fn a_run_breaks_where_nobody_looked_or_the_sign_was_gone() {
    let signs = [("sleep", Some(0))];
    let days = |ratings: &[Rating]| list(&signs, ratings).standing(&RULES).expect("a rating").raised[0].days;
    let above = |number| rating(number, &[("sleep", 1)]);
    assert_eq!(days(&[above(0), above(7), above(14)]), 14);
    assert_eq!(days(&[above(0), rating(7, &[("sleep", 0)]), above(14)]), 0);
    assert_eq!(days(&[above(0), rating(7, &[]), above(14)]), 0, "what was left out is not known");
    assert_eq!(days(&[above(0), above(LONGEST_GAP)]), LONGEST_GAP);
    assert_eq!(days(&[above(0), above(LONGEST_GAP + 1)]), 0);
}

#[test]
fn the_usual_is_the_middle_of_good_weeks_unless_the_person_says_otherwise() {
    let mut weeks: Vec<Rating> =
        [0, 2, 1, 2].iter().zip(0..).map(|(value, week)| rating(week * 7, &[("sleep", *value)])).collect();
    let usual = |weeks: &[Rating], own| list(&[("sleep", own)], weeks).usual("sleep");
    assert_eq!(usual(&weeks, None), None, "weeks that nobody called good say nothing");
    weeks.iter_mut().for_each(|week| week.well = true);
    assert_eq!(usual(&weeks[..1], None), Some(0));
    assert_eq!(usual(&weeks[..2], None), Some(2), "the higher one of two");
    assert_eq!(usual(&weeks[..3], None), Some(1));
    assert_eq!(usual(&weeks, None), Some(2));
    assert_eq!(usual(&weeks, Some(0)), Some(0), "the person's word comes first");
}

#[test]
fn signs_move_within_and_over_their_stages() {
    let mut list = list(&[("a", None), ("b", None), ("c", None)], &[]);
    let order = |list: &Document| {
        list.signature().map(|sign| format!("{}{}", sign.id, sign.stage as u8)).collect::<Vec<_>>().join(" ")
    };
    list.shift("b", true);
    assert_eq!(order(&list), "b0 a0 c0");
    list.shift("b", true);
    assert_eq!(order(&list), "b0 a0 c0", "the first stays the first");
    list.shift("c", false);
    assert_eq!(order(&list), "b0 a0 c1", "over the edge of its stage");
    list.place("a", Stage::Late);
    list.shift("b", false);
    assert_eq!(order(&list), "b1 c1 a2");
    list.shift("a", true);
    assert_eq!(order(&list), "b1 c1 a1");
    list.sort("c", Sort::NotMine);
    list.shift("a", true);
    assert_eq!(order(&list), "a1 b1", "what is not shown is stepped over");
    assert_eq!(list.write("  my own  ").as_deref(), Some("own-1"));
    assert_eq!(list.write(" "), None);
    assert_eq!(list.sign("own-1").map(|sign| sign.words.as_str()), Some("my own"));
}

fn shared() -> Document {
    let mut list = list(&[("sleep", Some(0)), ("secret", Some(0))], &[]);
    let id = list.new_share();
    let share = list.shares.iter_mut().find(|share| share.id == id).expect("it");
    *share = Share {
        id,
        name: "Ana".to_owned(),
        owner: "Luis".to_owned(),
        signs: vec!["sleep".to_owned()],
        until: Some(day(30)),
        ..Share::default()
    };
    list
}

fn answer(list: &Document, days: &[u32]) -> Answer {
    let Ok(Opened::Asked(Asked { share, signs })) = Opened::from_file(&list.asked(1).expect("it").to_code())
    else {
        panic!("the observer can open the file")
    };
    assert_eq!(signs.len(), 1, "only what was shared");
    let entries = days.iter().map(|number| rating(*number, &[("sleep", 2), ("secret", 3)])).collect();
    Answer { share: share.id, owner: share.owner, name: "Somebody else".to_owned(), entries }
}

#[test]
fn an_observer_gives_back_only_what_was_agreed() {
    let mut list = shared();
    let from_ana = answer(&list, &[3, 10, 31]);
    assert_eq!(list.take_in_answer(&from_ana), TakenIn::Entries(2), "nothing after the end");
    assert_eq!(list.take_in_answer(&from_ana), TakenIn::Entries(2), "a second time changes nothing");
    assert_eq!(list.seen.len(), 2);
    assert_eq!(list.seen[0].name, "Ana", "the agreement says who it is");
    assert_eq!(list.seen[0].rating.values, [("sleep".to_owned(), 2)], "a sign that was not shared stays out");
    assert!(list.ratings.is_empty(), "what others saw is never the person's own");
    assert_eq!(list.standing(&RULES), None, "and counts for no level");

    assert_eq!(list.take_in_answer(&answer(&shared(), &[31])), TakenIn::Ended);
    list.withdraw(1, day(12));
    assert_eq!(list.take_in_answer(&from_ana), TakenIn::Withdrawn);
    assert_eq!(Document::default().take_in_answer(&from_ana), TakenIn::Unknown);
    let stranger = Answer { owner: "Another".to_owned(), ..from_ana };
    assert_eq!(
        shared().take_in_answer(&stranger),
        TakenIn::Unknown,
        "another list's share of the same number"
    );
}

#[test]
fn a_cut_altered_or_foreign_file_is_refused() {
    let list = shared();
    let file = format!("Some words to read.\r\n{}", list.to_code());
    assert_eq!(Opened::from_file(&file), Ok(Opened::Own(list.clone())));
    let windows = file.replace('\n', "\r\n");
    assert_eq!(Opened::from_file(&windows), Ok(Opened::Own(list)), "however lines end");
    for end in 0..file.len() - 1 {
        if file.is_char_boundary(end) {
            let cut = Opened::from_file(&file[..end]);
            assert!(matches!(cut, Err(Refused::Foreign | Refused::Damaged)), "cut at {end}: {cut:?}");
        }
    }
    let code = file.find("BEGIN=====").expect("the mark") + 11..file.find("=====END").expect("the mark");
    for place in code {
        let mut bytes = file.clone().into_bytes();
        bytes[place] = if bytes[place] == b'x' { b'y' } else { b'x' };
        let altered = String::from_utf8(bytes).expect("still text");
        let line_end = file.as_bytes()[place] == b'\n';
        assert!(line_end || Opened::from_file(&altered) == Err(Refused::Damaged), "altered at {place}");
    }
    assert_eq!(Opened::from_file("Dear Ana, how are you?"), Err(Refused::Foreign));
    assert_eq!(Opened::from_file(""), Err(Refused::Foreign));
}

#[test]
fn bytes_of_another_version_or_with_more_behind_are_refused() {
    let bytes = shared().to_bytes();
    assert_eq!(Document::from_bytes(&bytes), Ok(shared()));
    assert!(Document::from_bytes(&[&bytes[..], &[0]].concat()).is_err());
    assert!(Document::from_bytes(&[&[9], &bytes[1..]].concat()).is_err());
    let mut unsound = shared();
    unsound.signs.push(sign("sleep", None));
    assert!(Document::from_bytes(&unsound.to_bytes()).is_err(), "a sign twice");
    unsound.signs.pop();
    unsound.signs[0].id = "a\"]".to_owned();
    assert!(
        Document::from_bytes(&unsound.to_bytes()).is_err(),
        "an id that would mean something in a selector"
    );
}

fn any_id() -> impl Strategy<Value = String> {
    prop::sample::select(vec!["sleep", "talk", "tired", "own-1"]).prop_map(str::to_owned)
}

fn any_rating() -> impl Strategy<Value = Rating> {
    let values = prop::collection::btree_map(any_id(), 0_u8..=3, 0..4);
    (0_u32..60, values, any::<bool>(), prop::bool::weighted(0.05), "\\PC{0,12}").prop_map(
        |(number, values, well, is_red, note)| Rating {
            day: day(number),
            values: values.into_iter().collect(),
            red: if is_red { vec!["suicide".to_owned()] } else { Vec::new() },
            well,
            note,
        },
    )
}

fn any_list() -> impl Strategy<Value = (Vec<(String, Option<u8>)>, Vec<Rating>)> {
    let signs = prop::collection::btree_map(any_id(), prop::option::of(0_u8..=3), 0..=4);
    (signs.prop_map(|signs| signs.into_iter().collect()), prop::collection::vec(any_rating(), 0..20))
}

/// The rules in the plainest words, for one rating: no shared code with the model.
fn plainly(document: &Document, place: usize, rules: &[LevelRule; 2]) -> Colour {
    let ratings = &document.ratings;
    let usual = |id: &str| {
        let own = document.signs.iter().find(|sign| sign.id == id).and_then(|sign| sign.usual);
        own.or_else(|| {
            let well = ratings.iter().filter(|rating| rating.well);
            let mut values: Vec<u8> = well
                .flat_map(|rating| {
                    rating.values.iter().filter(|(sign, _)| sign == id).map(|(_, value)| *value)
                })
                .collect();
            values.sort();
            if values.is_empty() { None } else { Some(values[values.len() / 2]) }
        })
    };
    let value = |place: usize, id: &str| {
        ratings[place].values.iter().find(|(sign, _)| sign == id).map(|(_, value)| i32::from(*value))
    };
    if !ratings[place].red.is_empty() {
        return Colour::Red;
    }
    let known: Vec<(String, i32)> = document
        .signs
        .iter()
        .filter(|sign| sign.sort == Sort::Mine)
        .filter_map(|sign| Some((sign.id.clone(), i32::from(usual(&sign.id)?))))
        .collect();
    let is_met = |rule: &LevelRule| {
        let mut long_enough = 0;
        let mut over = 0;
        for (id, usual) in &known {
            over += value(place, id).map_or(0, |value| value - usual);
            let mut first = None;
            for earlier in (0..=place).rev() {
                let near =
                    first.is_none_or(|later: usize| ratings[later].day.since(ratings[earlier].day) <= 14);
                if !near || value(earlier, id).is_none_or(|value| value - usual < i32::from(rule.above)) {
                    break;
                }
                first = Some(earlier);
            }
            if first.is_some_and(|first| ratings[place].day.since(ratings[first].day) >= u32::from(rule.days))
            {
                long_enough += 1;
            }
        }
        let by_signs = rule.signs > 0 && rule.above > 0 && long_enough >= i32::from(rule.signs);
        by_signs || (rule.total > 0 && over >= i32::from(rule.total))
    };
    if is_met(&rules[1]) {
        Colour::Orange
    } else if is_met(&rules[0]) {
        Colour::Yellow
    } else {
        Colour::Green
    }
}

fn any_rules() -> impl Strategy<Value = [LevelRule; 2]> {
    let rule = || {
        (0_u8..4, 0_u8..4, 0_u8..20, 0_u8..6).prop_map(|(signs, above, days, total)| LevelRule {
            signs,
            above,
            days,
            total,
        })
    };
    (rule(), rule()).prop_map(|(yellow, orange)| [yellow, orange])
}

proptest! {
    #[test]
    fn every_level_is_that_of_a_plain_recomputation((signs, ratings) in any_list(), rules in any_rules()) {
        let signs: Vec<(&str, Option<u8>)> = signs.iter().map(|(id, usual)| (id.as_str(), *usual)).collect();
        let document = list(&signs, &ratings);
        for place in 0..document.ratings.len() {
            let standing = document.standing_at(place, &rules).expect("a rating");
            prop_assert_eq!(standing.level, plainly(&document, place, &rules));
        }
    }

    #[test]
    fn the_order_of_entries_does_not_matter((signs, ratings) in any_list(), shuffle in any::<u64>()) {
        let signs: Vec<(&str, Option<u8>)> = signs.iter().map(|(id, usual)| (id.as_str(), *usual)).collect();
        // Of one day the last entry counts, so only days are shuffled.
        let by_day: BTreeMap<Day, Rating> = ratings.iter().map(|rating| (rating.day, rating.clone())).collect();
        let mut shuffled: Vec<Rating> = by_day.into_values().collect();
        let length = shuffled.len().max(1);
        shuffled.rotate_left(shuffle as usize % length);
        if shuffle % 2 == 0 {
            shuffled.reverse();
        }
        prop_assert_eq!(list(&signs, &shuffled), list(&signs, &ratings));
    }

    #[test]
    fn a_list_comes_back_from_its_bytes_and_files((signs, ratings) in any_list(), draft in prop::option::of(any_rating())) {
        let signs: Vec<(&str, Option<u8>)> = signs.iter().map(|(id, usual)| (id.as_str(), *usual)).collect();
        let mut document = list(&signs, &ratings);
        document.draft = draft;
        for rating in ratings {
            document.take_in(Seen { share: 1, name: "Ana".to_owned(), rating });
        }
        prop_assert_eq!(Document::from_bytes(&document.to_bytes()), Ok(document.clone()));
        let file = document.to_code();
        prop_assert_eq!(Opened::from_file(&file), Ok(Opened::Own(document)));
    }

    #[test]
    fn no_bytes_and_no_text_can_stop_the_reader(bytes in prop::collection::vec(any::<u8>(), 0..400), text in "\\PC{0,200}") {
        let _ = Document::from_bytes(&bytes);
        let _ = Document::from_bytes(&[&[1][..], &bytes].concat());
        let _ = Opened::from_file(&text);
        let marked = ["=====BEGIN=====\n", &text, "\n=====END====="].concat();
        prop_assert!(Opened::from_file(&marked).is_err());
    }
}
