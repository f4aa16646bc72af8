//! How heavy a file is on its way to a reader.

use std::io::Write as _;

/// The size of the bytes under brotli at its best (quality 11), as a careful host sends them.
pub fn brotli(bytes: &[u8]) -> usize {
    let mut compressed = Vec::new();
    {
        // A window of 4 MiB: what browsers accept and pages never exceed.
        let mut writer = brotli::CompressorWriter::new(&mut compressed, 4096, 11, 22);
        writer.write_all(bytes).expect("a vector takes all bytes");
    }
    compressed.len()
}

#[cfg(test)]
mod tests {
    #[test]
    fn repetition_weighs_little_and_noise_weighs_itself() {
        assert!(super::brotli(&[b'a'; 10_000]) < 100);
        let mut state = 1u32;
        let noise: Vec<u8> = std::iter::repeat_with(|| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            state.to_be_bytes()[0]
        })
        .take(10_000)
        .collect();
        assert!(super::brotli(&noise) > 9_900);
    }
}
