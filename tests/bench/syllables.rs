//! How often the English syllable counter is right: `cargo bench -p footbridge --bench syllables`.
//!
//! The reference is the CMU Pronouncing Dictionary, which says of each word by which sounds it is spoken. npm fetches it
//! once, as the package `cmu-pronouncing-dictionary`. Counted are the words of the site's own English pages that the
//! dictionary knows, and words drawn evenly from the whole dictionary, most of them names.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};

/// The package with the dictionary, and its version.
const PACKAGE: &str = "cmu-pronouncing-dictionary";
const VERSION: &str = "3.0.0";
/// How many words are drawn from the whole dictionary.
const DRAWN: usize = 5_000;

fn main() -> ExitCode {
    let text = match dictionary() {
        Ok(text) => text,
        Err(reason) => {
            eprintln!("{reason}");
            return ExitCode::FAILURE;
        }
    };
    let entries: Vec<(&str, usize)> = text.lines().filter_map(entry).collect();
    let reference: HashMap<&str, usize> = entries.iter().copied().collect();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace");
    let mut uses: HashMap<String, usize> = HashMap::new();
    count_words(&root.join("content"), &mut uses);
    let known =
        uses.iter().filter_map(|(word, uses)| Some((word.as_str(), *reference.get(word.as_str())?, *uses)));
    tell("the site's English pages", known);
    let step = (entries.len() / DRAWN).max(1);
    let drawn = entries.iter().step_by(step).take(DRAWN).map(|(word, syllables)| (*word, *syllables, 1));
    tell("drawn from the whole dictionary", drawn);
    ExitCode::SUCCESS
}

/// Prints how often the counter agrees on words, each with its syllables and how often it is used.
fn tell<'a>(what: &str, words: impl Iterator<Item = (&'a str, usize, usize)>) {
    let (mut forms, mut right_forms, mut used, mut right_used, mut counted, mut real) = (0, 0, 0, 0, 0, 0);
    for (word, syllables, uses) in words {
        let found = footbridge::check::syllables("en", word);
        let right = usize::from(found == syllables);
        forms += 1;
        used += uses;
        right_forms += right;
        right_used += right * uses;
        counted += found * uses;
        real += syllables * uses;
    }
    let share = |part: usize, whole: usize| 100.0 * part as f64 / whole as f64;
    println!("{what}:");
    println!("  {forms} different words: {:.1} % right", share(right_forms, forms));
    println!("  {used} words of text: {:.1} % right", share(right_used, used));
    println!("  syllables counted: {:.1} % of the real number", share(counted, real));
}

/// The dictionary, fetched once.
fn dictionary() -> Result<String, String> {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("syllables-bench-{VERSION}"));
    let file = folder.join("node_modules").join(PACKAGE).join("index.js");
    if !file.is_file() {
        fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
        eprintln!("fetching {PACKAGE} {VERSION} with npm, once");
        let mut command = Command::new("npm");
        command.args(["install", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix"]);
        command.arg(&folder).arg(format!("{PACKAGE}@{VERSION}")).stdin(Stdio::null());
        let done = command.output();
        let done = done.map_err(|error| {
            format!("npm cannot be run: {error}. On Debian or Ubuntu: apt-get install npm")
        })?;
        if !done.status.success() {
            return Err(format!("npm could not fetch {PACKAGE}:\n{}", String::from_utf8_lossy(&done.stderr)));
        }
    }
    fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))
}

/// A line `"family": "F AE1 M AH0 L IY0",`; the sounds with a digit are vowels. Further ways to say a word, `word(2)`,
/// and what is not made of letters are passed over.
fn entry(line: &str) -> Option<(&str, usize)> {
    let (word, sounds) = line.trim().strip_prefix('"')?.split_once("\": \"")?;
    let sounds = sounds.trim_end_matches([',', '"']);
    let vowels = sounds.split(' ').filter(|sound| sound.ends_with(|c: char| c.is_ascii_digit())).count();
    let is_word = word.chars().all(|c| c.is_ascii_alphabetic() || c == '\'');
    (is_word && vowels > 0).then_some((word, vowels))
}

/// The words of the pages in a folder, as the dictionary writes them.
fn count_words(folder: &Path, uses: &mut HashMap<String, usize>) {
    for entry in fs::read_dir(folder).expect("the folder").flatten() {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        if path.is_dir() {
            count_words(&path, uses);
        } else if name.ends_with(".md") && !name.ends_with(".es.md") {
            let text = fs::read_to_string(&path).expect("the page");
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
