//! What is inside the vault: records, in the order in which they were saved.

use alloc::string::String;
use alloc::vec::Vec;

use zeroize::{Zeroize, Zeroizing};

use crate::Day;
use crate::bytes::{Reader, put_bytes, put_number};

/// The version of the layout below. It stands in the envelope's header.
pub(crate) const VERSION: u8 = 1;

/// What lifts an older layout to the next one: the first from version 1 to 2, and so on. None is needed yet.
type Lift = fn(&[u8]) -> Option<Zeroizing<Vec<u8>>>;
const LIFTS: &[Lift] = &[];

/// The contents fill whole buckets of this many bytes, so that their length tells little.
const BUCKET: usize = 4096;

/// One saved use of a tool.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// Random; names the record within the vault.
    pub id: u64,
    /// The tool's id.
    pub tool: String,
    /// Which version of the tool's definition it was made with.
    pub version: u64,
    /// The number of the day ([`Day`]) on which it was saved.
    pub day: i32,
    /// What the tool gave to be kept. Only the tool can read it.
    pub body: Vec<u8>,
}

impl Record {
    /// The day on which it was saved.
    pub fn day(&self) -> Day {
        Day::from_number(self.day)
    }
}

impl Drop for Record {
    fn drop(&mut self) {
        self.tool.zeroize();
        self.body.zeroize();
    }
}

/// All records.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contents {
    /// The records, oldest first.
    pub records: Vec<Record>,
}

impl Contents {
    /// The record with this id.
    pub fn find(&self, id: u64) -> Option<&Record> {
        self.records.iter().find(|record| record.id == id)
    }

    /// The record of a tool that was saved last.
    pub fn newest(&self, tool: &str) -> Option<&Record> {
        self.records.iter().filter(|record| record.tool == tool).max_by_key(|record| record.day)
    }

    /// Adds the records that are not in it yet.
    pub(crate) fn add(&mut self, records: &[Record]) {
        for record in records {
            if self.find(record.id).is_none() {
                self.records.push(record.clone());
            }
        }
    }

    /// As bytes that fill whole buckets: the length, the records, zeros.
    pub(crate) fn to_padded(&self) -> Zeroizing<Vec<u8>> {
        // Room for all of it at once: growing would leave a copy behind that nobody wipes.
        let room: usize = self.records.iter().map(|record| 64 + record.tool.len() + record.body.len()).sum();
        let size = (room + 16).next_multiple_of(BUCKET);
        let mut bytes = Zeroizing::new(Vec::with_capacity(size));
        bytes.extend_from_slice(&[0; 4]);
        put_number(&mut bytes, self.records.len() as u64);
        for record in &self.records {
            bytes.extend_from_slice(&record.id.to_le_bytes());
            put_bytes(&mut bytes, record.tool.as_bytes());
            bytes.extend_from_slice(&record.version.to_le_bytes());
            bytes.extend_from_slice(&record.day.to_le_bytes());
            put_bytes(&mut bytes, &record.body);
        }
        let length = u32::try_from(bytes.len() - 4).unwrap_or(u32::MAX);
        bytes[..4].copy_from_slice(&length.to_le_bytes());
        let padded = bytes.len().next_multiple_of(BUCKET);
        bytes.resize(padded, 0);
        bytes
    }

    /// Reads contents of any version up to this one. `None` if they are not whole.
    pub(crate) fn from_padded(version: u8, bytes: &[u8]) -> Option<Contents> {
        let mut reader = Reader(bytes);
        let length = usize::try_from(u32::from_le_bytes(reader.array()?)).ok()?;
        lifted(version, VERSION, reader.take(length)?, LIFTS, Contents::read)
    }

    fn read(bytes: &[u8]) -> Option<Contents> {
        let mut reader = Reader(bytes);
        let mut records = Vec::new();
        for _ in 0..reader.number()? {
            records.push(Record {
                id: u64::from_le_bytes(reader.array()?),
                tool: reader.text()?,
                version: u64::from_le_bytes(reader.array()?),
                day: i32::from_le_bytes(reader.array()?),
                body: reader.bytes()?.to_vec(),
            });
        }
        reader.0.is_empty().then_some(Contents { records })
    }
}

/// Lifts bytes from the version they were written in to the current one, then reads them.
fn lifted<T>(
    from: u8,
    to: u8,
    bytes: &[u8],
    lifts: &[Lift],
    read: impl FnOnce(&[u8]) -> Option<T>,
) -> Option<T> {
    let steps = lifts.get(usize::from(from.checked_sub(1)?)..usize::from(to.checked_sub(1)?))?;
    let mut held: Option<Zeroizing<Vec<u8>>> = None;
    for lift in steps {
        held = Some(lift(held.as_ref().map_or(bytes, |held| held.as_slice()))?);
    }
    read(held.as_ref().map_or(bytes, |held| held.as_slice()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::string::ToString;
    use std::vec;

    fn records() -> impl Strategy<Value = Vec<Record>> {
        let one = (
            any::<u64>(),
            "[a-z0-9-]{0,20}",
            any::<u64>(),
            any::<i32>(),
            prop::collection::vec(any::<u8>(), 0..3000),
        )
            .prop_map(|(id, tool, version, day, body)| Record { id, tool, version, day, body });
        prop::collection::vec(one, 0..8)
    }

    proptest! {
        #[test]
        fn what_goes_in_comes_out(records in records()) {
            let contents = Contents { records };
            let bytes = contents.to_padded();
            prop_assert_eq!(bytes.len() % BUCKET, 0);
            prop_assert_eq!(Contents::from_padded(VERSION, &bytes), Some(contents));
        }

        #[test]
        fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..200), version in any::<u8>()) {
            let _ = Contents::from_padded(version, &bytes);
            let _ = Contents::read(&bytes);
        }
    }

    /// One short note or twenty: the same length outside.
    #[test]
    fn the_length_tells_little() {
        let note = |id| Record { id, tool: "phq-9".to_string(), version: 1, day: 20_000, body: vec![7; 40] };
        let few = Contents { records: vec![note(1)] };
        let many = Contents { records: (0..20).map(note).collect() };
        assert_eq!(few.to_padded().len(), BUCKET);
        assert_eq!(many.to_padded().len(), BUCKET);
    }

    /// Old vaults stay readable: each version is lifted to the next by a step of its own. There is one version
    /// yet, so the way is walked with made-up ones.
    #[test]
    fn an_old_layout_is_lifted_step_by_step() {
        fn add_a(bytes: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
            Some(Zeroizing::new([bytes, b"a"].concat()))
        }
        fn add_b(bytes: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
            Some(Zeroizing::new([bytes, b"b"].concat()))
        }
        fn refuse(_: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
            None
        }
        let read = |bytes: &[u8]| Some(bytes.to_vec());
        assert_eq!(lifted(1, 3, b"-", &[add_a, add_b], read), Some(b"-ab".to_vec()));
        assert_eq!(lifted(2, 3, b"-", &[add_a, add_b], read), Some(b"-b".to_vec()));
        assert_eq!(lifted(3, 3, b"-", &[add_a, add_b], read), Some(b"-".to_vec()));
        assert_eq!(lifted(1, 3, b"-", &[add_a, refuse], read), None);
        assert_eq!(lifted(4, 3, b"-", &[add_a, add_b], read), None, "newer than we know");
        assert_eq!(lifted(0, 3, b"-", &[add_a, add_b], read), None);
        assert_eq!(LIFTS.len() + 1, usize::from(VERSION), "every older version has its step");
    }
}
