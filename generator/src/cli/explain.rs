//! `footbridge explain FB0301`.

use super::output::{Terminal, data};
use crate::findings::{closest, codes};

/// Why the definition of a tool is checked so strictly.
const OF_TOOLS: &str = "People act on what a tool tells them, so a definition with a gap, an overlap, a missing right or a \
                        reference to nothing is not published. The message names the place and what to write there; \
                        docs/tools.md describes every key.";

/// Says what a code means.
pub(super) fn run(code: &str, terminal: &Terminal) -> u8 {
    let wanted = code.to_ascii_uppercase();
    if let Some(found) = codes::ALL.iter().find(|found| found.id == wanted) {
        let word = found.severity.word();
        data(&format!("{} ({word}): {}\n\n{}", found.id, found.title, found.explanation));
        return 0;
    }
    if let Some((id, title)) = footbridge_model::CODES.iter().find(|(id, _)| *id == wanted) {
        data(&format!("{id} (error): {title}\n\n{OF_TOOLS}"));
        return 0;
    }
    let known = codes::ALL.iter().map(|code| code.id);
    let hint = closest(&wanted, known).map(|close| format!(" Did you mean {close}?")).unwrap_or_default();
    terminal.fail(&format!("error: there is no finding {code}.{hint}"));
    2
}
