//! The results of studies in a text: which chart, and whether the numbers are those of the source.

use std::ops::Range;

use super::Site;
use super::resolve::{Resolved, Scope};
use crate::findings::{Finding, Place, closest, codes};
use crate::parse::evidence::StudyResult;

impl Scope<'_> {
    /// The chart of a result. Its source is cited with it.
    pub(super) fn chart(
        &self,
        id: &str,
        range: &Range<usize>,
        cited: &mut Vec<String>,
    ) -> Result<Resolved, Finding> {
        let Some((index, result)) = self.result(id, range)? else { return Ok(Resolved::Nothing) };
        if result.arms.is_empty() {
            return Err(self.finding(
                &codes::UNKNOWN_RESULT,
                range,
                format!("The result `{id}` compares no groups, so there is nothing to draw."),
                "Add `arms` to it in content/evidence.toml, or state its numbers: `[words](evidence:id)`.",
            ));
        }
        // A missing source is told once, where the result names it.
        let key = [(result.source.clone(), range.clone())];
        let number = match self.cite(&key, cited, &mut Vec::new()) {
            Resolved::Cite(numbers) => numbers.first().copied(),
            _ => None,
        };
        Ok(Resolved::Chart { result: index, number })
    }

    /// Checks the numbers in some words.
    pub(super) fn numbers(&self, id: &str, text: &str, range: &Range<usize>) -> Result<Resolved, Finding> {
        let Some((_, result)) = self.result(id, range)? else { return Ok(Resolved::Nothing) };
        match result.foreign_number(text) {
            None => Ok(Resolved::Nothing),
            Some(number) => Err(self.finding(
                &codes::FOREIGN_NUMBER,
                range,
                format!("The result `{id}` does not have the number {number}."),
                format!("It has {}. Correct the text, or the result.", result.numbers_in_words()),
            )),
        }
    }

    fn result(&self, id: &str, range: &Range<usize>) -> Result<Option<(usize, &StudyResult)>, Finding> {
        if self.site.parsed.faulty_evidence {
            return Ok(None);
        }
        let all = || self.site.parsed.evidence.iter().flat_map(|evidence| &evidence.results);
        let found = all().enumerate().find(|(_, (result, _))| result.id == id);
        let found = found.map(|(index, (result, _))| (index, result));
        found.map(Some).ok_or_else(|| {
            self.finding(
                &codes::UNKNOWN_RESULT,
                range,
                format!("There is no result `{id}`."),
                match closest(id, all().map(|(result, _)| result.id.as_str())) {
                    Some(close) => format!("Did you mean `evidence:{close}`?"),
                    None => "Add it to content/evidence.toml.".to_owned(),
                },
            )
        })
    }
}

/// The results whose source is not in the bibliography.
pub(super) fn check(site: &Site) -> Vec<Finding> {
    let parsed = &site.parsed;
    let Some(evidence) = parsed.evidence.as_ref().filter(|_| !parsed.faulty_bibliography) else {
        return Vec::new();
    };
    let known = || parsed.bibliography.iter().flat_map(|bibliography| bibliography.keys());
    let sourceless = evidence.results.iter().filter(|(result, _)| !known().any(|key| key == result.source));
    sourceless
        .map(|(result, place)| {
            Finding::new(
                &codes::BAD_RESULT,
                Place::at(&evidence.file, place.clone()),
                format!("`{}` is not in the bibliography.", result.source),
                match closest(&result.source, known()) {
                    Some(close) => format!("Did you mean `{close}`?"),
                    None => "Add the entry to content/references.bib.".to_owned(),
                },
            )
        })
        .collect()
}
