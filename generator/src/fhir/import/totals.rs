//! Totals without an expression: a LOINC code can say by itself of which questions an item is the sum.

use footbridge_model::Number;

use super::tree::{Entry, Tree};
use crate::fhir::known;
use crate::fhir::node::At;
use crate::fhir::path::meaning::is_path;
use crate::fhir::report::Report;
use crate::findings::codes;

/// Marks the items that are sums by their code, if all their questions are there with weights.
pub(super) fn find(tree: &mut Tree<'_>, report: &mut Report<'_>) {
    for place in 0..tree.entries.len() {
        let entry = &tree.entries[place];
        let number = matches!(entry.kind, "decimal" | "integer" | "quantity");
        // An expression that can be read goes before the code.
        let reads = |at: &At<'_>| at.value().is_some_and(|(_, value)| is_path(&value));
        if entry.calculation.as_ref().is_some_and(reads) || !number {
            continue;
        }
        let Some((code, most, parts)) = known::TOTALS.iter().find(|(code, ..)| has_code(entry, code)) else {
            continue;
        };
        match parts.iter().map(|part| question(tree, part, *most)).collect::<Result<Vec<usize>, String>>() {
            Ok(sum_of) => {
                let at = tree.entries[place].at.clone();
                tree.entries[place].sum_of = sum_of;
                tree.entries[place].calculation = Some(at);
            }
            // One in another language is told with its expression.
            Err(_) if entry.calculation.is_some() => {}
            Err(why) => {
                let message = format!(
                    "By its LOINC code {code} the item `{}` is a total, but {why}; no total is made of it.",
                    entry.link
                );
                let mend = "Write the published rule into `[[scores]]` by hand.";
                report.add(&codes::FHIR_SCORE, &entry.at, message, mend);
            }
        }
    }
}

/// The one question with a code, whose answers weigh what the published rule says: from nothing to the most.
fn question(tree: &Tree<'_>, code: &str, most: i64) -> Result<usize, String> {
    let mut found = tree.entries.iter().enumerate().filter(|(_, entry)| has_code(entry, code));
    match (found.next(), found.next()) {
        (None, _) => Err(format!("no question has the code {code}")),
        (Some(_), Some(_)) => Err(format!("two questions have the code {code}")),
        (Some((place, entry)), None) => {
            let weighed = entry.kind == "choice"
                && !entry.several
                && !entry.choices.is_empty()
                && entry.choices.iter().all(|choice| choice.weight.is_some());
            let weights = entry.choices.iter().filter_map(|choice| choice.weight);
            let (least, largest) = (weights.clone().min(), weights.max());
            match weighed {
                false => Err(format!("not all answers to {code} have a weight")),
                true if least == Some(Number::ZERO) && largest == Some(Number::whole(most)) => Ok(place),
                true => Err(format!("the answers to {code} do not weigh from 0 to {most}")),
            }
        }
    }
}

fn has_code(entry: &Entry<'_>, wanted: &str) -> bool {
    let codes = entry.at.all("code");
    codes.iter().any(|code| code.text("system") == Some(known::LOINC) && code.text("code") == Some(wanted))
}
