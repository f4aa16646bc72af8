//! The table of `footbridge check --readability`: every page with its scores, the hardest first.

use std::fmt::Write;

use super::{Score, Target, round, score_page};
use crate::check::Reading;
use crate::link::Site;

/// Writes the table of a site, one part for each language that has formulas.
pub fn table(site: &Site) -> String {
    let mut out = String::new();
    for language in &site.languages {
        let mut rows: Vec<(&str, Score, Target)> = Vec::new();
        for page in site.parsed.pages.iter().filter(|page| page.language == *language && !page.faulty) {
            let body: Vec<Reading<'_>> = page.body.facts.blocks.iter().map(Reading::of).collect();
            let target = Target::of(page, &site.parsed.config.checks);
            if let (Some(target), Some(score)) = (target, score_page(page, &body)) {
                rows.push((&page.file, score, target));
            }
        }
        if !rows.is_empty() {
            write_rows(language, rows, &mut out);
        }
    }
    out
}

fn write_rows(language: &str, mut rows: Vec<(&str, Score, Target)>, out: &mut String) {
    let hardness = |score: &Score| if language == "es" { -score.inflesz() } else { score.grade() };
    rows.sort_by(|a, b| hardness(&b.1).total_cmp(&hardness(&a.1)).then(a.0.cmp(b.0)));
    let width = rows.iter().map(|(file, ..)| file.chars().count()).max().unwrap_or(0);
    let (first, second, third) = match language {
        "es" => ("INFLESZ", "F.-Huerta", ""),
        _ => ("grade", "SMOG", "ease"),
    };
    let head =
        format!("{:width$}  {first:>7}  target  {second:>9}  {third:>5}  words  words/sentence", "page");
    if !out.is_empty() {
        out.push('\n');
    }
    let _ = writeln!(out, "{}", head.trim_end());
    for (file, score, target) in &rows {
        let mark = if target.is_missed(score) { "  harder than its target" } else { "" };
        let per_sentence = score.words as f32 / score.sentences.max(1) as f32;
        let (value, target, second, third) = match target {
            Target::Inflesz(lowest) => {
                (score.inflesz(), *lowest, format!("{:.1} ", score.fernandez_huerta()), String::new())
            }
            Target::Grade(highest) => {
                let estimate = if score.smog_is_estimate() { "~" } else { " " };
                (
                    score.grade(),
                    *highest,
                    format!("{:.1}{estimate}", score.smog()),
                    format!("{:.1}", score.flesch()),
                )
            }
        };
        let (value, words) = (round(value), score.words);
        let _ = writeln!(
            out,
            "{file:width$}  {value:>7.1}  {target:>6.1}  {second:>9}  {third:>5}  {words:>5}  {per_sentence:>14.1}{mark}"
        );
    }
    if language != "es" && rows.iter().any(|(_, score, _)| score.smog_is_estimate()) {
        out.push_str("~ fewer than 30 sentences: SMOG is an estimate\n");
    }
}
