//! The formulas with their published constants.

fn ratio(a: usize, b: usize) -> f32 {
    a as f32 / b.max(1) as f32
}

/// Flesch Reading Ease (Flesch 1948).
pub(crate) fn flesch(words: usize, sentences: usize, syllables: usize) -> f32 {
    206.835 - 1.015 * ratio(words, sentences) - 84.6 * ratio(syllables, words)
}

/// Flesch-Kincaid grade level (Kincaid et al. 1975).
pub(crate) fn flesch_kincaid(words: usize, sentences: usize, syllables: usize) -> f32 {
    0.39 * ratio(words, sentences) + 11.8 * ratio(syllables, words) - 15.59
}

/// SMOG (McLaughlin 1969), from the words of three syllables and more. It is made for 30 sentences; with fewer it is an
/// estimate.
pub(crate) fn smog(long_words: usize, sentences: usize) -> f32 {
    3.1291 + 1.0430 * (long_words as f32 * 30.0 / sentences.max(1) as f32).sqrt()
}

/// Flesch-Szigriszt, read on the INFLESZ scale (Barrio-Cantalejo et al. 2008): 55 to 65 is normal, 65 to 80 quite easy.
pub(crate) fn inflesz(words: usize, sentences: usize, syllables: usize) -> f32 {
    206.835 - 62.3 * ratio(syllables, words) - ratio(words, sentences)
}

/// Fernández-Huerta (1959): 0.60 for the syllables of 100 words, 1.02 for the words of a sentence.
pub(crate) fn fernandez_huerta(words: usize, sentences: usize, syllables: usize) -> f32 {
    206.84 - 60.0 * ratio(syllables, words) - 1.02 * ratio(words, sentences)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(a: f32, b: f32) {
        assert!((a - b).abs() < 0.01, "{a} is not {b}");
    }

    #[test]
    fn worked_by_hand() {
        // 100 words in 5 sentences with 150 syllables, 9 of the words long.
        near(flesch(100, 5, 150), 206.835 - 20.3 - 126.9);
        near(flesch_kincaid(100, 5, 150), 7.8 + 17.7 - 15.59);
        near(smog(9, 5), 3.1291 + 1.043 * 54f32.sqrt());
        near(inflesz(100, 5, 190), 206.835 - 118.37 - 20.0);
        near(fernandez_huerta(100, 5, 190), 206.84 - 114.0 - 20.4);
    }

    #[test]
    fn an_empty_text_is_no_fault() {
        assert!(flesch_kincaid(0, 0, 0).is_finite());
        assert!(smog(0, 0).is_finite());
    }
}
