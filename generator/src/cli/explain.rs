//! `footbridge explain FB0301`.

use super::output::{Terminal, data};
use crate::findings::{closest, codes, examples};

/// Why the definition of a tool is checked so strictly.
const OF_TOOLS: &str = "People act on what a tool tells them, so a definition with a gap, an overlap, a missing right or a \
                        reference to nothing is not published. The message names the place and what to write there; \
                        docs/tools.md describes every key.";

/// Says what a code means, with an example.
pub(super) fn run(code: &str, terminal: &Terminal) -> u8 {
    let wanted = code.to_ascii_uppercase();
    if let Some(found) = codes::ALL.iter().find(|found| found.id == wanted) {
        let word = found.severity.word();
        data(&format!(
            "{} ({word}): {}\n\n{}{}",
            found.id,
            found.title,
            found.explanation,
            example(found.id)
        ));
        return 0;
    }
    if let Some((id, title)) = footbridge_model::CODES.iter().find(|(id, _)| *id == wanted) {
        data(&format!("{id} (error): {title}\n\n{OF_TOOLS}{}", example(id)));
        return 0;
    }
    let known =
        codes::ALL.iter().map(|code| code.id).chain(footbridge_model::CODES.iter().map(|(id, _)| *id));
    let hint = closest(&wanted, known).map(|close| format!(" Did you mean {close}?")).unwrap_or_default();
    terminal.fail(&format!("error: there is no finding {code}.{hint}"));
    2
}

fn example(code: &str) -> String {
    let Some((fault, mend)) = examples::of(code) else { return String::new() };
    let indented = |text: &str| text.lines().map(|line| format!("    {line}\n")).collect::<String>();
    format!("\n\nFor example\n\n{}\nbecomes\n\n{}", indented(fault), indented(mend))
}
