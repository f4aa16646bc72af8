//! The page quality score of `footbridge check --scorecard`: what a program can judge of two published measures, the
//! Patient Education Materials Assessment Tool (PEMAT, AHRQ 2013) and the Clear Communication Index (CDC). Much of both
//! needs people; the card says what it left out, and is no result of either.

use std::fmt::Write;

use jiff::civil::Date;

use super::readability::{Target, score_page};
use super::text::Gap;
use super::{Context, Reading, Scope, Wanted, check_page, exceptions};
use crate::findings::codes;
use crate::link::Site;
use crate::parse::markdown::Want;
use crate::parse::markdown::facts::BlockKind;
use crate::parse::page::Page;

/// Shorter pages are lists and menus.
const FEW_WORDS: usize = 150;
/// From this share on, sentences that hide who acts are too many.
const PASSIVE_SHARE: f32 = 0.15;

const NOT_JUDGED: &str = "\
What no program can judge, and people must: whether the purpose is clear and nothing distracts, whether the order makes
sense, whether pictures help, whether calculations are asked for, whether the words are those of the readers, and
whether it is true. Rate a page with two people before you call it good. These shares are not PEMAT or CDC scores.
";

/// One question of a card.
struct Item {
    /// A few words for what is missing.
    missing: &'static str,
    /// `None`: it does not apply to this page.
    holds: Option<bool>,
}

struct Card<'a> {
    file: &'a str,
    understand: Vec<Item>,
    act: Vec<Item>,
}

/// Writes the card of every page, the weakest first.
pub fn scorecard(site: &Site, today: Date) -> String {
    let wanted = Wanted::of(Scope::All, &site.parsed.config.checks);
    let context = Context::of(site, &wanted, today);
    let pages = site.parsed.pages.iter().filter(|page| {
        !page.faulty && !page.is_section() && page.front.template.is_none() && page.body.words >= FEW_WORDS
    });
    let mut cards: Vec<Card<'_>> = pages.map(|page| card(page, &context)).collect();
    cards.sort_by_key(|card| (share(&card.understand) + share(&card.act), card.file));
    let width = cards.iter().map(|card| card.file.chars().count()).max().unwrap_or(4);
    let mut out = format!("{:width$}  understand  act  missing\n", "page");
    for card in &cards {
        let missing = card.understand.iter().chain(&card.act).filter(|item| item.holds == Some(false));
        let missing: Vec<&str> = missing.map(|item| item.missing).collect();
        let line = format!(
            "{:width$}  {:>9}%  {:>2}%  {}",
            card.file,
            share(&card.understand),
            share(&card.act),
            missing.join("; ")
        );
        let _ = writeln!(out, "{}", line.trim_end());
    }
    out.push('\n');
    out.push_str(NOT_JUDGED);
    out
}

/// Points of the questions that apply, as PEMAT counts them, in per cent.
fn share(items: &[Item]) -> usize {
    let judged = items.iter().filter(|item| item.holds.is_some()).count();
    let held = items.iter().filter(|item| item.holds == Some(true)).count();
    (held * 100).checked_div(judged).unwrap_or(100)
}

fn card<'a>(page: &'a Page, context: &Context<'_>) -> Card<'a> {
    let vocabulary = context.vocabulary(page);
    let body: Vec<Reading<'_>> = page.body.facts.blocks.iter().map(Reading::of).collect();
    let findings = exceptions::apply(
        check_page(page, context),
        &exceptions::of_page(page),
        &context.site.parsed.config.checks,
    );
    let none_of = |codes: &[&str]| !findings.iter().any(|finding| codes.contains(&finding.code));
    let prose = || body.iter().filter(|reading| reading.is_prose());
    let sentences: usize = prose().map(|reading| reading.sentences.len()).sum();
    let passive = prose().filter(|reading| !vocabulary.passive.find(&reading.words).is_empty()).count();
    let is_for = |list: &[String], word: &str| list.iter().any(|known| known == word);
    let to_reader: usize = prose()
        .map(|reading| {
            (0..reading.words.list.len())
                .filter(|at| is_for(&vocabulary.lists.to_the_reader, reading.words.small(*at)))
                .count()
        })
        .sum();
    let begins_with_action = |reading: &Reading<'_>| {
        reading.sentences.iter().any(|sentence| {
            let words = reading.words.within(sentence);
            // Also after a colon, as in "Try today: write down …".
            let starts =
                words.clone().filter(|at| *at == words.start || reading.words.list[*at].gap == Gap::Break);
            starts.into_iter().any(|at| is_for(&vocabulary.lists.actions, reading.words.small(at)))
        })
    };
    let actions = prose().filter(|reading| begins_with_action(reading)).count();
    let steps = body
        .iter()
        .filter(|reading| reading.block.kind == BlockKind::Item && begins_with_action(reading))
        .count();
    let headings = page.body.headings.len();
    let first = prose().find(|reading| reading.block.kind == BlockKind::Paragraph);
    let score = score_page(page, &body);
    let easy = Target::of(page, &context.site.parsed.config.checks)
        .zip(score)
        .map(|(target, score)| !target.is_missed(&score));
    let has_tool =
        page.body.holes.iter().any(|hole| matches!(hole.want, Want::Tool { .. } | Want::ToolLink(_)))
            || page.body.facts.links.iter().any(|link| link.dest.contains("/tools/"));
    let tables = &page.body.facts.tables;
    let cites = page.body.holes.iter().any(|hole| matches!(hole.want, Want::Cite(_)));
    let lists =
        body.iter().any(|reading| reading.block.kind == BlockKind::Item || reading.block.callout.is_some());
    let unknown = || prose().any(|reading| !vocabulary.unknowns.find(&reading.words).is_empty());
    let item = |missing, holds| Item { missing, holds };
    Card {
        file: &page.file,
        understand: vec![
            item("a summary", Some(!page.front.summary.trim().is_empty())),
            item("a short first paragraph", first.map(|reading| reading.words.list.len() <= 50)),
            item("everyday words", easy),
            item(
                "explained acronyms and terms",
                Some(none_of(&[
                    codes::UNEXPLAINED_ACRONYM.id,
                    codes::AMBIGUOUS_ACRONYM.id,
                    codes::TERM_BEFORE_EXPLANATION.id,
                ])),
            ),
            item(
                "the active voice",
                (sentences > 0).then(|| passive as f32 / sentences as f32 <= PASSIVE_SHARE),
            ),
            item(
                "short sentences and paragraphs",
                Some(none_of(&[codes::LONG_SENTENCE.id, codes::LONG_PARAGRAPH.id])),
            ),
            item("a heading every 300 words", Some(headings * 300 >= page.body.words)),
            item("lists or callouts", Some(lists)),
            item("a source for each figure", cites.then(|| none_of(&[codes::UNCITED_FIGURE.id]))),
            item("column headings", (!tables.is_empty()).then(|| none_of(&[codes::TABLE_WITHOUT_HEAD.id]))),
            item("what is not known", page.front.evidence.is_some().then(unknown)),
        ],
        act: vec![
            item("something to do", Some(actions > 0)),
            item("words to the reader", Some(to_reader * 100 >= page.body.words)),
            item("steps as a list", Some(steps >= 2)),
            item("a tool, plan or checklist", Some(has_tool)),
        ],
    }
}
