//! How often the English syllable counter is right: `cargo bench -p footbridge --bench syllables -- cmudict.dict`.
//!
//! The reference is the CMU Pronouncing Dictionary, one word a line with its sounds; those with a digit are vowels. The
//! words are those of the site's own English pages that the dictionary knows.

use std::collections::HashMap;
use std::path::Path;

fn main() {
    let Some(file) = std::env::args().skip(1).find(|argument| !argument.starts_with('-')) else {
        println!("name the file of the CMU Pronouncing Dictionary: cmudict.dict");
        return;
    };
    let dictionary = std::fs::read_to_string(&file).expect("the dictionary");
    let reference: HashMap<&str, usize> = dictionary.lines().filter_map(entry).collect();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace");
    let mut uses: HashMap<String, usize> = HashMap::new();
    count_words(&root.join("content"), &mut uses);
    let (mut forms, mut right_forms, mut words, mut right_words, mut counted, mut real) = (0, 0, 0, 0, 0, 0);
    for (word, uses) in &uses {
        let Some(syllables) = reference.get(word.as_str()) else { continue };
        let found = footbridge::check::syllables("en", word);
        forms += 1;
        words += uses;
        right_forms += usize::from(found == *syllables);
        right_words += if found == *syllables { *uses } else { 0 };
        counted += found * uses;
        real += syllables * uses;
    }
    let share = |part: usize, whole: usize| 100.0 * part as f64 / whole as f64;
    println!("{forms} different words: {:.1} % right", share(right_forms, forms));
    println!("{words} words of text: {:.1} % right", share(right_words, words));
    println!("syllables counted: {:.1} % of the real number", share(counted, real));
}

/// `family F AE1 M AH0 L IY0`: further ways to say a word, `word(2)`, are passed over.
fn entry(line: &str) -> Option<(&str, usize)> {
    let (word, sounds) = line.split_once(' ')?;
    let vowels = sounds.split(' ').filter(|sound| sound.ends_with(|c: char| c.is_ascii_digit())).count();
    (!word.contains('(') && vowels > 0).then_some((word, vowels))
}

/// The words of the pages in a folder, as the dictionary writes them.
fn count_words(folder: &Path, uses: &mut HashMap<String, usize>) {
    for entry in std::fs::read_dir(folder).expect("the folder").flatten() {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        if path.is_dir() {
            count_words(&path, uses);
        } else if name.ends_with(".md") && !name.ends_with(".es.md") {
            let text = std::fs::read_to_string(&path).expect("the page");
            let body = text.splitn(3, "---").nth(2).unwrap_or_default();
            for word in body.split(|c: char| c.is_whitespace() || matches!(c, '-' | '—' | '*' | '[')) {
                let word = word.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase().replace('’', "'");
                if !word.is_empty() && word.chars().all(|c| c.is_ascii_alphabetic() || c == '\'') {
                    *uses.entry(word).or_default() += 1;
                }
            }
        }
    }
}
