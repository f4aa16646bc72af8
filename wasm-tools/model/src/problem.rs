//! What can be wrong with a definition, with the stable codes under which it is reported.

use crate::prelude::*;

/// Something that forbids publishing a tool.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where it stands, as a JSON pointer into the definition, for example `/scores/0/bands/2/from`.
    pub pointer: String,
    /// Its stable code, one of [`CODES`].
    pub code: &'static str,
    /// One plain sentence: what is wrong.
    pub message: String,
    /// What to write instead.
    pub mend: String,
}

/// Every code with its one-line title.
pub const CODES: &[(&str, &str)] = &[
    ("FB0501", "Two parts of a tool have the same id"),
    ("FB0502", "An id leads nowhere"),
    ("FB0503", "Questions wait for each other in a circle"),
    ("FB0504", "Severity bands leave a gap"),
    ("FB0505", "Severity bands overlap"),
    ("FB0506", "Severity bands do not begin or end at the possible score"),
    ("FB0507", "A score has no questions"),
    ("FB0508", "A scored answer has no score"),
    ("FB0509", "A risk answer shows nothing or can never be chosen"),
    ("FB0510", "The permission of the rights holder is not stated"),
    ("FB0511", "The source is not stated"),
    ("FB0512", "A published instrument is marked as modified"),
    ("FB0513", "The wording differs from the one that was checked"),
    ("FB0514", "An id has characters that do not belong in an id"),
    ("FB0515", "A question has no response options"),
    ("FB0516", "Two response options are the same"),
    ("FB0517", "A condition can never be true or never be false"),
    ("FB0518", "The missing-answer rule is incomplete"),
    ("FB0519", "A date is not a date"),
    ("FB0520", "A text is empty"),
    ("FB0521", "A severity band begins after it ends"),
    ("FB0522", "A score is counted in a way that makes no sense"),
    ("FB0523", "A response is never shown"),
    ("FB0524", "A formula cannot be understood"),
    ("FB0525", "Scores wait for each other in a circle"),
    ("FB0526", "The possible range of a score cannot be computed"),
    ("FB0527", "A question can never be shown"),
    ("FB0528", "A key does not fit the type of the question"),
    ("FB0529", "A group is not put together rightly"),
    ("FB0530", "A translation has other parts than its original"),
    ("FB0531", "Bands by group do not fit the question that decides about them"),
    ("FB0532", "A translation changes words of a published form that must stay"),
    ("FB0540", "A plan has no sections"),
    ("FB0541", "A suggestion stands in a section twice"),
    ("FB0542", "A name or a heading belongs to somebody else"),
    ("FB0543", "The view for a hard moment shows nothing"),
    ("FB0544", "A plan with crisis lines asks for no person"),
    ("FB0545", "A key does not fit the kind of the entries"),
    ("FB0560", "The points of a scale do not go up from 0 one by one"),
    ("FB0561", "The levels are not green, yellow, orange and red"),
    ("FB0562", "A level can never be met, or has a rule that it cannot have"),
    ("FB0563", "A level is easier to meet than the one below it"),
    ("FB0564", "A group or a part of life has no signs"),
    ("FB0565", "Two signs have the same words"),
    ("FB0566", "A sign that cannot wait brings up no crisis help"),
    ("FB0567", "A level says that a relapse is there"),
];
