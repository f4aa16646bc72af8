//! What an import says: each thing once, with its first path and how often it occurs.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::node::At;
use crate::findings::{Code, Finding, Place, Severity};

/// More than these would bury the first.
const MOST: usize = 60;

/// The findings so far.
pub(super) struct Report<'f> {
    pub(super) file: &'f Arc<str>,
    findings: Vec<(Finding, usize)>,
    known: BTreeMap<String, usize>,
    unsaid: usize,
    failed: bool,
}

impl<'f> Report<'f> {
    pub(super) fn new(file: &'f Arc<str>) -> Report<'f> {
        Report { file, findings: Vec::new(), known: BTreeMap::new(), unsaid: 0, failed: false }
    }

    /// Adds a finding at a place, with its path in front of the sentence.
    pub(super) fn add(
        &mut self,
        code: &Code,
        at: &At<'_>,
        message: impl AsRef<str>,
        mend: impl Into<String>,
    ) {
        self.failed |= code.severity == Severity::Error;
        if self.findings.len() >= MOST {
            self.unsaid += 1;
            return;
        }
        let message = format!("{}: {}", at.path, message.as_ref());
        let place = Place::at(self.file, at.node.range.clone());
        self.findings.push((Finding::new(code, place, message, mend), 1));
    }

    /// The same, but told once for all places of one kind.
    pub(super) fn once(
        &mut self,
        code: &Code,
        at: &At<'_>,
        message: impl AsRef<str>,
        mend: impl Into<String>,
    ) {
        let key = format!("{}{}", code.id, message.as_ref());
        if let Some(known) = self.known.get(&key) {
            if let Some((_, times)) = self.findings.get_mut(*known) {
                *times += 1;
            }
            return;
        }
        let place = self.findings.len();
        self.add(code, at, message, mend);
        if self.findings.len() > place {
            self.known.insert(key, place);
        }
    }

    /// Whether there is an error.
    pub(super) fn failed(&self) -> bool {
        self.failed
    }

    pub(super) fn finish(self) -> Vec<Finding> {
        let mut findings: Vec<Finding> = self
            .findings
            .into_iter()
            .map(|(mut finding, times)| {
                if times > 1 {
                    finding.message = format!("{} ({times} places in all)", finding.message);
                }
                finding
            })
            .collect();
        if self.unsaid > 0
            && let Some(last) = findings.last_mut()
        {
            last.message = format!("{} ({} more findings are not shown)", last.message, self.unsaid);
        }
        findings
    }
}
