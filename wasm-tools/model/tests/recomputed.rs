//! Scores against a plain independent re-computation, whatever the order of the answers and whatever was shown
//! and hidden on the way.

use footbridge_model::{Answers, Number, Outcome, Rules, Tool};
use proptest::prelude::*;

fn rules() -> Rules {
    toml::from_str::<Tool>(include_str!("kinds.toml"))
        .expect("a tool")
        .questionnaire()
        .expect("a questionnaire")
        .rules()
}

fn value(outcome: &Outcome, id: &str) -> Option<Number> {
    outcome.scores.iter().find(|score| score.id == id).expect("the score").value
}

/// The answers of one person, as plain numbers.
#[derive(Clone, Debug)]
struct Person {
    calm: Option<i64>,
    tense: Option<i64>,
    noise: bool,
    pain: bool,
    none: bool,
    home: Option<Option<bool>>,
    drinks: Option<bool>,
    glasses: Option<i64>,
    alone: Option<bool>,
    names: [bool; 3],
    times: [Option<i64>; 3],
}

fn person() -> impl Strategy<Value = Person> {
    let points = || prop::option::weighted(0.8, 0_i64..3);
    (
        (points(), points(), any::<[bool; 3]>(), prop::option::of(prop::option::of(any::<bool>()))),
        (
            prop::option::weighted(0.8, any::<bool>()),
            prop::option::weighted(0.7, 0_i64..21),
            prop::option::of(any::<bool>()),
        ),
        (any::<[bool; 3]>(), prop::array::uniform3(prop::option::of(1_i64..9))),
    )
        .prop_map(
            |((calm, tense, [noise, pain, none], home), (drinks, glasses, alone), (names, times))| Person {
                calm,
                tense,
                noise,
                pain,
                none,
                home,
                drinks,
                glasses,
                alone,
                names,
                times,
            },
        )
}

impl Person {
    /// Each answer as the form gives it.
    fn given(&self) -> Vec<(String, Vec<String>)> {
        let mut given: Vec<(String, Vec<String>)> = Vec::new();
        let mut one =
            |id: &str, value: Option<String>| given.push((id.to_owned(), value.into_iter().collect()));
        one("calm", self.calm.map(|n| n.to_string()));
        one("tense", self.tense.map(|n| n.to_string()));
        let place = self.home.map(|home| match home {
            Some(true) => "home",
            Some(false) => "work",
            None => "on the road",
        });
        one("where", place.map(str::to_owned));
        let yes_no =
            |answer: Option<bool>| answer.map(|yes| if yes { "yes".to_owned() } else { "no".to_owned() });
        one("drinks", yes_no(self.drinks));
        one("glasses", self.glasses.map(|n| n.to_string()));
        one("alone", yes_no(self.alone));
        for (place, suffix) in ["", ".2", ".3"].iter().enumerate() {
            one(&format!("name{suffix}"), self.names[place].then(|| "A".to_owned()));
            one(&format!("times{suffix}"), self.times[place].map(|n| n.to_string()));
        }
        let troubles = [("noise", self.noise), ("pain", self.pain), ("none", self.none)];
        given.push((
            "troubles".to_owned(),
            troubles.iter().filter(|(_, on)| *on).map(|(id, _)| (*id).to_owned()).collect(),
        ));
        given
    }

    fn unrest(&self) -> Option<i64> {
        Some(2 - self.calm? + self.tense?)
    }

    /// In halves.
    fn burden(&self) -> Option<i64> {
        let troubles = match (self.noise, self.pain, self.none) {
            (false, false, true) => 0,
            (noise, pain, false) if noise || pain => i64::from(noise) + 2 * i64::from(pain),
            _ => return None,
        };
        let place = match self.home? {
            Some(true) => 1,
            Some(false) => 2,
            None => 3,
        };
        Some(2 * troubles + place + 4 * self.unrest()?)
    }

    fn glasses(&self) -> Option<i64> {
        if self.drinks? { self.glasses } else { Some(0) }
    }

    /// `if(answered(glasses), glasses, 0) + alone`, where `alone` is asked after more than three glasses.
    fn risky(&self) -> Option<i64> {
        let glasses = self.glasses.filter(|_| self.drinks == Some(true))?;
        if glasses <= 3 { None } else { Some(glasses + i64::from(self.alone?)) }
    }

    /// An entry counts once something is in it, and its times only with its name.
    fn doses(&self) -> Option<i64> {
        let counted: Vec<i64> =
            (0..3).filter(|place| self.names[*place]).filter_map(|place| self.times[place]).collect();
        (!counted.is_empty()).then(|| counted.iter().sum())
    }
}

proptest! {
    #[test]
    fn any_order_and_any_history_give_the_plain_result(
        person in person(),
        before in person(),
        order in Just((0..13_usize).collect::<Vec<_>>()).prop_shuffle(),
        early in prop::collection::vec(any::<bool>(), 13),
    ) {
        let rules = rules();
        let given = person.given();
        let mut answers = Answers::default();
        // Another person's answers first: shown, hidden and answered otherwise; then each is changed.
        for (id, values) in before.given() {
            if given.iter().any(|(known, values)| *known == id && values.is_empty()) {
                continue;
            }
            for value in values {
                answers.add(&id, &value);
            }
            let _ = (rules.outcome(&answers), rules.shown(&answers));
        }
        for place in order.iter().filter(|place| early[**place]).chain(order.iter()) {
            let Some((id, values)) = given.get(*place) else { continue };
            for (nth, value) in values.iter().enumerate() {
                if nth == 0 { answers.choose(id, value) } else { answers.add(id, value) }
            }
            let _ = rules.outcome(&answers);
        }
        let outcome = rules.outcome(&answers);
        let whole = |value: Option<i64>| value.map(Number::whole);
        prop_assert_eq!(value(&outcome, "unrest"), whole(person.unrest()));
        prop_assert_eq!(value(&outcome, "burden"), person.burden().map(|halves| Number::from_hundredths(halves * 50)));
        prop_assert_eq!(value(&outcome, "glasses-score"), whole(person.glasses()));
        prop_assert_eq!(value(&outcome, "doses"), whole(person.doses()));
        prop_assert_eq!(value(&outcome, "risky"), whole(person.risky()));
        let pain_is_told = person.tense == Some(2) && person.pain && !person.none;
        prop_assert_eq!(outcome.risks.iter().any(|id| id == "talk"), pain_is_told);
        prop_assert_eq!(outcome.risks.iter().any(|id| id == "gentle"), person.unrest() == Some(4));
        // The compact form scores the same.
        let read = Rules::from_bytes(&rules.to_bytes()).expect("the compact form");
        prop_assert_eq!(read.outcome(&answers), outcome);
    }

    #[test]
    fn no_bytes_and_no_texts_make_it_fail(
        flips in prop::collection::vec((0..2000_usize, any::<u8>()), 0..8),
        texts in prop::collection::vec(".{0,12}", 4),
    ) {
        let mut bytes = rules().to_bytes();
        for (place, byte) in flips {
            if let Some(here) = bytes.get_mut(place) {
                *here = byte;
            }
        }
        if let Ok(rules) = Rules::from_bytes(&bytes) {
            let mut answers = Answers::default();
            for (item, text) in rules.items().zip(texts.iter().cycle()) {
                answers.add(item, text);
                answers.add(item, "yes");
            }
            let _ = (rules.outcome(&answers), rules.shown(&answers), rules.progress(&answers), rules.risk_places(&answers));
        }
    }
}

#[test]
fn the_definition_of_every_kind_has_no_problems() {
    assert_eq!(toml::from_str::<Tool>(include_str!("kinds.toml")).expect("a tool").problems(), []);
}

#[test]
fn an_opened_entry_is_shown_and_counts_for_nothing() {
    let rules = rules();
    let place = rules.items().position(|id| id == "name.2").expect("the second entry");
    let mut answers = Answers::default();
    assert!(!rules.shown(&answers)[place]);
    let before = rules.outcome(&answers);
    answers.open("medicine.2");
    assert!(rules.shown(&answers)[place]);
    assert_eq!(rules.outcome(&answers), before);
}

#[test]
fn none_of_these_excludes_the_others_both_ways() {
    let rules = rules();
    assert_eq!(rules.excluded("troubles", "none"), [0, 1]);
    assert_eq!(rules.excluded("troubles", "pain"), [2]);
    assert_eq!(rules.several("troubles"), Some(3));
    assert!(rules.excluded("calm", "1").is_empty() && rules.several("calm").is_none());
}
