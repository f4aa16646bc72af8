//! What is kept of a filled-in questionnaire: the answers, and the scores as they were then.
//!
//! The scores stand beside the answers because a later version of the questionnaire may score otherwise; what a
//! person was once told stays what it was.

use crate::prelude::*;

use crate::rules::compact::Compact;
use crate::{Answers, Number, Outcome};

/// The first byte. Older forms are read for ever.
const VERSION: u8 = 1;

/// A filled-in questionnaire, to be kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Saved {
    /// Each answered question and its answer; a question with several answers occurs several times.
    pub(crate) answers: Vec<SavedAnswer>,
    /// The scores that there were.
    pub scores: Vec<SavedScore>,
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
    /// What is to be kept of these answers and their outcome.
    pub fn new(answers: &Answers, outcome: &Outcome) -> Saved {
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
        Saved { answers: answers.collect(), scores: scores.collect() }
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
        let mut bytes = Vec::from([VERSION]);
        self.write(&mut bytes);
        bytes
    }

    /// Reads the bytes of any version. `None` if they are none of these.
    pub fn from_bytes(bytes: &[u8]) -> Option<Saved> {
        let (&VERSION, mut rest) = bytes.split_first()? else { return None };
        Saved::read(&mut rest).filter(|_| rest.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn saved() -> impl Strategy<Value = Saved> {
        let answer = ("[a-z0-9.]{1,8}", ".{0,40}");
        let score = ("[a-z]{1,8}", -50..500_i64, prop::option::of("[a-z]{1,8}"));
        (prop::collection::vec(answer, 0..20), prop::collection::vec(score, 0..4)).prop_map(
            |(answers, scores)| Saved {
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
                bytes[0] = VERSION;
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
        let saved = Saved { answers: answers.to_vec(), scores: Vec::new() };
        assert_eq!(Saved::from_bytes(&bytes), Some(saved.clone()));
        assert_eq!(saved.to_bytes(), bytes);
        for length in 0..bytes.len() {
            assert_eq!(Saved::from_bytes(&bytes[..length]), None);
        }
    }
}
