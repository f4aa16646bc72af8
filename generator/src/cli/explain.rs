//! `footbridge explain FB0301`.

use super::output::Terminal;
use crate::findings::{closest, codes};

/// Says what a code means.
pub(super) fn run(code: &str, terminal: &Terminal) -> u8 {
    let wanted = code.to_ascii_uppercase();
    if let Some(found) = codes::ALL.iter().find(|found| found.id == wanted) {
        println!("{} ({}): {}\n\n{}", found.id, found.severity.word(), found.title, found.explanation);
        return 0;
    }
    if let Some((id, title)) = footbridge_model::CODES.iter().find(|(id, _)| *id == wanted) {
        println!("{id} (error): {title}");
        return 0;
    }
    let known = codes::ALL.iter().map(|code| code.id);
    let hint = closest(&wanted, known).map(|close| format!(" Did you mean {close}?")).unwrap_or_default();
    terminal.fail(&format!("error: there is no finding {code}.{hint}"));
    2
}
