//! What is kept of a filled-in questionnaire: the answers, and the scores as they were then.
//!
//! The scores stand beside the answers because a later version of the questionnaire may score otherwise; what a
//! person was once told stays what it was.

use crate::prelude::*;

use crate::rules::compact::Compact;
use crate::{Answers, Number, Outcome};

/// The first byte. Older forms are read for ever: the first had no [`Told`].
const VERSION: u8 = 2;

/// A filled-in questionnaire, to be kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Saved {
    /// Each answered question and its answer; a question with several answers occurs several times.
    pub(crate) answers: Vec<SavedAnswer>,
    /// The scores that there were.
    pub scores: Vec<SavedScore>,
    /// How it stood on the screen.
    pub told: Option<Told>,
}

/// How a filled-in questionnaire stood on the screen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// The result in words, a line for each score: a later version may have other words, or other scores.
    pub lines: Vec<String>,
    /// The language of these words, as HTML writes it.
    pub language: String,
    /// Whether one question at a time was shown.
    pub one_at_a_time: bool,
}

/// One answer to one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SavedAnswer {
    pub(crate) item: String,
    pub(crate) value: String,
}

/// One score as it was when it was saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedScore {
    /// The score's id.
    pub id: String,
    /// Its value.
    pub value: Number,
    /// The id of the band, where one was named.
    pub band: Option<String>,
    /// The group that decided about the band.
    pub group: Option<String>,
}

impl Saved {
    /// What is to be kept of these answers, their outcome, and how it stood on the screen.
    pub fn new(answers: &Answers, outcome: &Outcome, told: Told) -> Saved {
        let scores = outcome.scores.iter().filter_map(|score| {
            Some(SavedScore {
                id: score.id.clone(),
                value: score.value?,
                band: score.band.clone(),
                group: score.group.clone(),
            })
        });
        let given = answers.given().iter();
        let answers = given.map(|(item, value)| SavedAnswer { item: item.clone(), value: value.clone() });
        Saved { answers: answers.collect(), scores: scores.collect(), told: Some(told) }
    }

    /// The answers.
    pub fn answers(&self) -> Answers {
        let mut answers = Answers::default();
        for answer in &self.answers {
            answers.add(&answer.item, &answer.value);
        }
        answers
    }

    /// A score by its id.
    pub fn score(&self, id: &str) -> Option<&SavedScore> {
        self.scores.iter().find(|score| score.id == id)
    }

    /// As bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::from([if self.told.is_some() { VERSION } else { 1 }]);
        self.answers.write(&mut bytes);
        self.scores.write(&mut bytes);
        if let Some(told) = &self.told {
            told.write(&mut bytes);
        }
        bytes
    }

    /// Reads the bytes of any version. `None` if they are none of these.
    pub fn from_bytes(bytes: &[u8]) -> Option<Saved> {
        let (&version, mut rest) = bytes.split_first()?;
        let (answers, scores) = (Compact::read(&mut rest)?, Compact::read(&mut rest)?);
        let told = match version {
            1 => None,
            VERSION => Some(Told::read(&mut rest)?),
            _ => return None,
        };
        rest.is_empty().then_some(Saved { answers, scores, told })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn saved() -> impl Strategy<Value = Saved> {
        let answer = ("[a-z0-9.]{1,8}", ".{0,40}");
        let score = ("[a-z]{1,8}", -50..500_i64, prop::option::of("[a-z]{1,8}"));
        let told = (prop::collection::vec(".{0,40}", 0..4), any::<bool>());
        let told = prop::option::of(told.prop_map(|(lines, one_at_a_time)| Told {
            lines,
            language: "es".into(),
            one_at_a_time,
        }));
        (prop::collection::vec(answer, 0..20), prop::collection::vec(score, 0..4), told).prop_map(
            |(answers, scores, told)| Saved {
                told,
                answers: answers.into_iter().map(|(item, value)| SavedAnswer { item, value }).collect(),
                scores: scores
                    .into_iter()
                    .map(|(id, value, band)| SavedScore {
                        id,
                        value: Number::whole(value),
                        band,
                        group: None,
                    })
                    .collect(),
            },
        )
    }

    proptest! {
        #[test]
        fn what_goes_in_comes_out(saved in saved()) {
            prop_assert_eq!(Saved::from_bytes(&saved.to_bytes()), Some(saved));
        }

        #[test]
        fn no_bytes_make_it_panic(mut bytes in prop::collection::vec(any::<u8>(), 0..80), first in any::<bool>()) {
            if first && !bytes.is_empty() {
                bytes[0] = bytes[0] % VERSION + 1;
            }
            let _ = Saved::from_bytes(&bytes);
        }
    }

    /// The first form, as it was released.
    #[test]
    fn the_first_version_is_read_for_ever() {
        let bytes = [1, 2, 2, b'q', b'1', 1, b'3', 2, b'q', b'2', 1, b'0', 0];
        let answers = [("q1", "3"), ("q2", "0")].map(|(item, value): (&str, &str)| SavedAnswer {
            item: item.to_owned(),
            value: value.to_owned(),
        });
        let saved = Saved { answers: answers.to_vec(), scores: Vec::new(), told: None };
        assert_eq!(Saved::from_bytes(&bytes), Some(saved.clone()));
        assert_eq!(saved.to_bytes(), bytes);
        for length in 0..bytes.len() {
            assert_eq!(Saved::from_bytes(&bytes[..length]), None);
        }
    }

    /// The second, as it was released.
    #[test]
    fn the_second_version_is_read_for_ever() {
        let bytes =
            [2, 1, 1, b'q', 1, b'3', 1, 1, b't', 0x80 | 88, 4, 1, 1, b'm', 0, 1, 1, b'!', 2, b'e', b'n', 1];
        let score = SavedScore {
            id: "t".into(),
            value: Number::from_hundredths(300),
            band: Some("m".into()),
            group: None,
        };
        let saved = Saved {
            answers: vec![SavedAnswer { item: "q".into(), value: "3".into() }],
            scores: vec![score],
            told: Some(Told { lines: vec!["!".into()], language: "en".into(), one_at_a_time: true }),
        };
        assert_eq!(Saved::from_bytes(&bytes), Some(saved.clone()));
        assert_eq!(saved.to_bytes(), bytes);
        for length in 0..bytes.len() {
            assert_eq!(Saved::from_bytes(&bytes[..length]), None);
        }
    }
}
