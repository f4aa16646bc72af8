//! What a person can be told: how the store is, and what has become of a wish.

use crate::envelope::Fault;

/// What is known of the store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Not looked at yet.
    Unknown,
    /// Nothing is kept.
    Nothing,
    /// Something is kept, and not open.
    Locked,
    /// Open.
    Open,
    /// The browser lets this page keep nothing.
    Blocked,
    /// Something else stands in our place.
    Foreign,
    /// It was kept by a later version of this program.
    Newer,
    /// It cannot be read any more.
    Damaged,
}

/// What there is to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// It is kept.
    Saved,
    /// It is open.
    Opened,
    /// It is open as it was before the last save: that one was damaged.
    OpenedOlder,
    /// One record is removed for good.
    Removed,
    /// One record is removed for good, and its steps are no longer at hand before the phrase.
    RemovedWithSteps,
    /// The steps are at hand before the phrase.
    StepsShown,
    /// They are not, and it was looked at again.
    StepsHidden,
    /// They could not be put there.
    StepsNotShown,
    /// It is kept; but the steps before the phrase could not be renewed, and are those of an earlier day.
    StepsOlder,
    /// They could not be taken back.
    StepsStay,
    /// The new phrase holds; the old one opens nothing here any more.
    Rekeyed,
    /// The records of a file were added.
    Imported,
    /// Nothing is left, and it was looked at again.
    Erased,
    /// Something is still there.
    NotErased,
    /// Another phrase opens it.
    WrongPhrase,
    /// It cannot be read any more.
    Damaged,
    /// Something else stands in our place, and was not touched.
    Foreign,
    /// A later version of this program made it.
    Newer,
    /// What was kept is gone; what is open is still here.
    Gone,
    /// Another page has changed the phrase.
    Rekey,
    /// Something is kept here already.
    Exists,
    /// The device has not enough memory for the key.
    NoMemory,
    /// There is no room on the device.
    Full,
    /// It is more than a vault holds.
    TooLarge,
    /// The browser lets this page keep nothing.
    Blocked,
    /// It could not be kept.
    NotSaved,
    /// It is done, but an older copy still lies on the device until the next save.
    OlderStays,
    /// The file is none of ours.
    FileForeign,
    /// The file is not whole.
    FileDamaged,
    /// A later version of this program made the file.
    FileNewer,
    /// The vault must be open before a file can be added to it.
    OpenFirst,
    /// What was written before it locked could not be brought back.
    DraftLost,
}

/// What to say of an envelope in the store that does not open.
pub(super) fn of_store(fault: Fault) -> Note {
    match fault {
        Fault::Foreign => Note::Foreign,
        Fault::Newer => Note::Newer,
        Fault::Damaged => Note::Damaged,
        Fault::WrongPhrase => Note::WrongPhrase,
    }
}

/// The same of one in a file.
pub(super) fn of_file(fault: Fault) -> Note {
    match fault {
        Fault::Foreign => Note::FileForeign,
        Fault::Newer => Note::FileNewer,
        Fault::Damaged => Note::FileDamaged,
        Fault::WrongPhrase => Note::WrongPhrase,
    }
}
