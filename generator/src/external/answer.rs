//! What is known of an address after it was asked.

use serde::{Deserialize, Serialize};

/// What became of an address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Answer {
    /// The page is there.
    Fine,
    /// The page is there and has moved for good to this address.
    Moved(String),
    /// The page is not there; why.
    Gone(String),
    /// Nobody knows, because the site does not talk to programs or not now; what it said.
    Unchecked(String),
    /// The site does not answer; how.
    Silent(String),
    /// The certificate is not valid; what is wrong with it.
    Certificate(String),
    /// The machine has no way to the site: its name is not found, or no network leads to it.
    NoWay,
}

impl Answer {
    /// Whether it holds for some days: a fault is looked at again each time, until it is mended.
    pub(super) fn can_be_kept(&self) -> bool {
        matches!(self, Answer::Fine | Answer::Moved(_) | Answer::Unchecked(_))
    }

    /// Whether it holds for the host's other addresses too, so that nobody waits for each of them.
    pub(super) fn is_of_the_host(&self) -> bool {
        matches!(self, Answer::NoWay | Answer::Certificate(_))
    }
}
