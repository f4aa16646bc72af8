//! From a phrase to a key, slowly on purpose: Argon2id, RFC 9106.

use argon2::{Algorithm, Argon2, Params, Version};
use zeroize::Zeroize;

use crate::Key;

/// How hard it is made to try phrases: memory in KiB, passes over it, lanes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kdf {
    /// Memory in KiB.
    pub memory: u32,
    /// Passes over the memory.
    pub passes: u8,
    /// Lanes. Always one: a page has one thread.
    pub lanes: u8,
}

/// The device could not give the memory that the key needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotEnoughMemory;

impl Kdf {
    /// What new vaults get: 0.2 to 2 s on the phones and computers that people have.
    pub const STRONG: Kdf = Kdf { memory: 64 * 1024, passes: 3, lanes: 1 };
    /// Where the memory for that cannot be had: the minimum that OWASP names.
    pub const MODEST: Kdf = Kdf { memory: 19 * 1024, passes: 2, lanes: 1 };

    /// Whether a reader of the page can be asked to do this. A hostile file could otherwise stop the page for hours.
    pub(crate) fn is_within_limits(self) -> bool {
        (8..=256 * 1024).contains(&self.memory) && (1..=10).contains(&self.passes) && self.lanes == 1
    }

    /// Whether it costs a guesser less than what new vaults get.
    pub(crate) fn is_below_policy(self) -> bool {
        self.cost() < Kdf::STRONG.cost()
    }

    /// What one guess costs, up to a factor: memory times passes, the first of which only writes.
    fn cost(self) -> u64 {
        u64::from(self.memory) * (3 * u64::from(self.passes)).saturating_sub(1)
    }

    /// The key that a phrase and a salt make.
    ///
    /// # Errors
    /// [`NotEnoughMemory`] if the memory cannot be had.
    pub fn derive(self, phrase: &[u8], salt: &[u8; 16]) -> Result<Key, NotEnoughMemory> {
        let params = Params::new(self.memory, u32::from(self.passes), u32::from(self.lanes), Some(32))
            .map_err(|_| NotEnoughMemory)?;
        let mut bytes = [0; 32];
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(phrase, salt, &mut bytes)
            .map_err(|_| NotEnoughMemory)?;
        let key = Key::from_bytes(&bytes).ok_or(NotEnoughMemory);
        bytes.zeroize();
        key
    }
}
