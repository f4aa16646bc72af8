//! Keys, and the cipher that uses them.

use chacha20poly1305::{AeadInOut, Error, KeyInit, XChaCha20Poly1305};
use zeroize::Zeroize;

/// The length of a nonce. So long that random ones never meet.
pub(crate) const NONCE: usize = 24;
/// The length of the seal at the end of what is encrypted.
pub(crate) const TAG: usize = 16;

/// A key of 32 bytes, wiped when it is no longer needed.
#[derive(Clone)]
pub struct Key([u8; 32]);

impl Drop for Key {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl Key {
    /// The key of these bytes; `None` if there are not 32 of them.
    pub fn from_bytes(bytes: &[u8]) -> Option<Key> {
        bytes.try_into().ok().map(Key)
    }

    /// Its bytes.
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    pub(crate) fn random(random: crate::Random) -> Key {
        let mut key = Key([0; 32]);
        random(&mut key.0);
        key
    }

    /// Encrypts in place. `beside` is not hidden, but bound to it: a change there is noticed, too.
    pub(crate) fn encrypt(&self, nonce: &[u8; NONCE], beside: &[u8], bytes: &mut [u8]) -> [u8; TAG] {
        let cipher = XChaCha20Poly1305::new(&self.0.into());
        match cipher.encrypt_inout_detached(&(*nonce).into(), beside, bytes.into()) {
            Ok(tag) => tag.into(),
            // Only for messages of 256 GiB and more. A tag of nothing opens nowhere, and every write is read back.
            Err(Error) => [0; TAG],
        }
    }

    /// Decrypts in place. `false`, and nothing useful in `bytes`, if a single bit differs.
    pub(crate) fn decrypt(
        &self,
        nonce: &[u8; NONCE],
        beside: &[u8],
        bytes: &mut [u8],
        tag: &[u8; TAG],
    ) -> bool {
        let cipher = XChaCha20Poly1305::new(&self.0.into());
        cipher.decrypt_inout_detached(&(*nonce).into(), beside, bytes.into(), &(*tag).into()).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::vec::Vec;

    fn hex(text: &str) -> Vec<u8> {
        text.as_bytes()
            .chunks(2)
            .map(|pair| u8::from_str_radix(core::str::from_utf8(pair).unwrap(), 16).unwrap())
            .collect()
    }

    /// The test vector of draft-irtf-cfrg-xchacha-03, appendix A.3.1.
    #[test]
    fn the_cipher_is_that_of_the_draft() {
        let key = Key::from_bytes(&hex("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f"))
            .unwrap();
        let nonce = hex("404142434445464748494a4b4c4d4e4f5051525354555657").try_into().unwrap();
        let beside = hex("50515253c0c1c2c3c4c5c6c7");
        let plain = b"Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.";
        let mut bytes = plain.to_vec();
        let tag = key.encrypt(&nonce, &beside, &mut bytes);
        assert_eq!(tag.to_vec(), hex("c0875924c1c7987947deafd8780acf49"));
        assert_eq!(bytes[..16].to_vec(), hex("bd6d179d3e83d43b9576579493c0e939"));
        assert!(key.decrypt(&nonce, &beside, &mut bytes, &tag));
        assert_eq!(bytes, plain);
    }
}
