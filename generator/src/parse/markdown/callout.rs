//! Callouts: `> [!TIP] Title`, a quote in any other Markdown viewer.

use crate::findings::closest;

/// A kind of callout: what authors write, the CSS class, and the message that is its title when it has none.
pub(super) struct Callout {
    pub(super) word: &'static str,
    pub(super) class: &'static str,
    pub(super) message: &'static str,
}

const CALLOUTS: &[Callout] = &[
    Callout { word: "NOTE", class: "note", message: "callout-note" },
    Callout { word: "TIP", class: "tip", message: "callout-tip" },
    Callout { word: "IMPORTANT", class: "important", message: "callout-important" },
    Callout { word: "WARNING", class: "warning", message: "callout-warning" },
    Callout { word: "EXAMPLE", class: "example", message: "callout-example" },
    Callout { word: "STORY", class: "story", message: "callout-story" },
    Callout { word: "EVIDENCE", class: "evidence", message: "callout-evidence" },
    Callout { word: "CRISIS", class: "crisis", message: "callout-crisis" },
    Callout { word: "FACILITATOR", class: "facilitator", message: "callout-facilitator" },
    Callout { word: "CHECK", class: "check", message: "callout-check" },
    Callout { word: "REFLECT", class: "reflect", message: "callout-reflect" },
];

/// The callout of a word, or the closest word.
pub(super) fn find(word: &str) -> Result<&'static Callout, Option<&'static str>> {
    CALLOUTS
        .iter()
        .find(|callout| callout.word.eq_ignore_ascii_case(word))
        .ok_or_else(|| closest(&word.to_uppercase(), CALLOUTS.iter().map(|callout| callout.word)))
}
