//! How easy a page is to read: the formulas, long sentences and paragraphs, and where to begin mending.

mod formulas;
mod measure;
mod table;

use std::ops::Range;

pub use measure::Score;
use measure::{Counts, count_sentence, score, total};
pub use table::table;

use super::{Reading, Reporter};
use crate::config::Checks;
use crate::findings::{Place, Span, codes};
use crate::parse::front_matter::Audience;
use crate::parse::page::Page;

/// Fewer words than these tell nothing of a page.
const TOO_FEW_WORDS: usize = 100;
/// How many of the worst sentences are pointed at.
const WORST: usize = 3;

/// What a page should reach.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Target {
    /// English: the highest Flesch-Kincaid grade.
    Grade(f32),
    /// Spanish: the lowest INFLESZ score.
    Inflesz(f32),
}

impl Target {
    /// The target of a page, by its language, its audience and its section.
    pub(crate) fn of(page: &Page, checks: &Checks) -> Option<Target> {
        let usual = &checks.readability;
        let for_educators = page.front.audience == [Audience::Educator];
        let fits = |path: &str| page.path.starts_with(path);
        let section = checks
            .sections
            .iter()
            .filter(|section| fits(&section.path))
            .max_by_key(|section| section.path.len());
        match page.language.as_str() {
            "en" => {
                let grade = if for_educators { usual.grade_educator } else { usual.grade };
                Some(Target::Grade(section.and_then(|section| section.grade).unwrap_or(grade)))
            }
            "es" => {
                let inflesz = if for_educators { usual.inflesz_educator } else { usual.inflesz };
                Some(Target::Inflesz(section.and_then(|section| section.inflesz).unwrap_or(inflesz)))
            }
            _ => None,
        }
    }

    /// Whether a score, rounded as it is shown, misses the target.
    pub(crate) fn is_missed(self, score: &Score) -> bool {
        match self {
            Target::Grade(highest) => round(score.grade()) > highest,
            Target::Inflesz(lowest) => round(score.inflesz()) < lowest,
        }
    }
}

/// Rounded to one decimal, as people see it.
pub(crate) fn round(value: f32) -> f32 {
    (value * 10.0).round() / 10.0
}

/// Measures a page; `None` when it has too few words to tell.
pub(crate) fn score_page(page: &Page, body: &[Reading<'_>]) -> Option<Score> {
    enough(score(&page.language, body.iter().filter(|reading| reading.is_prose())))
}

fn enough(score: Score) -> Option<Score> {
    (score.words >= TOO_FEW_WORDS).then_some(score)
}

/// Tells long sentences and paragraphs, and a page that misses its target.
pub(crate) fn check(page: &Page, body: &[Reading<'_>], checks: &Checks, reporter: &mut Reporter<'_>) {
    let limits = &checks.readability;
    // Each sentence is counted once, for its own length, for the page, and to find the hardest.
    let mut counted: Vec<(&Reading<'_>, &Range<usize>, Counts)> = Vec::new();
    for reading in body.iter().filter(|reading| reading.is_prose()) {
        let mut words_in_block = 0;
        for sentence in &reading.sentences {
            let counts = count_sentence(&page.language, reading, sentence);
            counted.push((reading, sentence, counts));
            let words = counts.all;
            words_in_block += words;
            if words > limits.sentence_words {
                let place = Place::at(reporter.file, reading.block.place_of(sentence.clone()));
                let message =
                    format!("This sentence has {words} words; {} are enough.", limits.sentence_words);
                reporter.report(&codes::LONG_SENTENCE, place, message, "Make two of it.");
            }
        }
        if words_in_block > limits.paragraph_words && reading.sentences.len() > 1 {
            let place = Place::at(reporter.file, reading.block.place.into());
            let message =
                format!("This paragraph has {words_in_block} words; {} are enough.", limits.paragraph_words);
            reporter.report(
                &codes::LONG_PARAGRAPH,
                place,
                message,
                "Part it where the thought turns, or make a list of it.",
            );
        }
    }
    let score = enough(total(counted.iter().map(|(.., counts)| *counts)));
    let (Some(target), Some(score)) = (Target::of(page, checks), score) else { return };
    if !target.is_missed(&score) {
        return;
    }
    let message = match target {
        Target::Grade(highest) => {
            format!(
                "This page reads at grade {:.1} (Flesch-Kincaid); the target is {highest:.1} or lower.",
                score.grade()
            )
        }
        Target::Inflesz(lowest) => {
            format!(
                "This page has an INFLESZ score of {:.1}; the target is {lowest:.1} or higher.",
                score.inflesz()
            )
        }
    };
    let worst = worst_sentences(&counted);
    let mend = "Begin with the sentences that are underlined: shorter sentences, shorter words.";
    if let Some(finding) = reporter.report(&codes::HARD_TO_READ, page.place_of("/title"), message, mend) {
        finding.related = worst;
    }
}

/// The sentences that are hardest to read, in the order of the text.
fn worst_sentences(counted: &[(&Reading<'_>, &Range<usize>, Counts)]) -> Vec<(Span, String)> {
    let mut all: Vec<(f32, Range<usize>, usize, f32)> = Vec::new();
    for (reading, sentence, counts) in counted.iter().filter(|(.., counts)| counts.words >= 6) {
        // Both formulas weigh long sentences and long words; the English one orders either language.
        let hardness = formulas::flesch_kincaid(counts.words, 1, counts.syllables);
        let place = reading.block.place_of((*sentence).clone());
        all.push((hardness, place, counts.words, counts.syllables as f32 / counts.words as f32));
    }
    all.sort_by(|a, b| b.0.total_cmp(&a.0));
    all.truncate(WORST);
    all.sort_by_key(|(_, place, ..)| place.start);
    let label = |words, syllables| format!("{words} words, {syllables:.1} syllables a word");
    all.into_iter().map(|(_, place, words, syllables)| (place.into(), label(words, syllables))).collect()
}
