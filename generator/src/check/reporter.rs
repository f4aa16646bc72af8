//! Collects the findings of one file at the severities of the site.

use std::borrow::Cow;
use std::sync::Arc;

use super::levels;
use crate::config::Checks;
use crate::findings::{Code, Finding, Place};

/// Collects findings.
pub(crate) struct Reporter<'a> {
    /// The file that is looked at.
    pub(crate) file: &'a Arc<str>,
    checks: &'a Checks,
    instruments: &'a [String],
    /// What was found.
    pub(crate) findings: Vec<Finding>,
}

impl<'a> Reporter<'a> {
    pub(crate) fn new(file: &'a Arc<str>, checks: &'a Checks, instruments: &'a [String]) -> Self {
        Reporter { file, checks, instruments, findings: Vec::new() }
    }

    /// Tells a finding, unless the site has switched its rule off.
    pub(crate) fn report(
        &mut self,
        code: &Code,
        place: Place,
        message: impl Into<String>,
        mend: impl Into<String>,
    ) -> Option<&mut Finding> {
        let severity = levels::severity(self.checks, code, None)?;
        let mut finding = Finding::new(code, place, message, mend);
        finding.severity = severity;
        self.findings.push(finding);
        self.findings.last_mut()
    }

    /// The same for a wording rule, which has a name and may have a reason of its own.
    pub(crate) fn report_named(
        &mut self,
        code: &Code,
        name: &str,
        place: Place,
        message: String,
        mend: String,
        why: &str,
    ) {
        let Some(severity) = levels::severity(self.checks, code, Some(name)) else { return };
        let mut finding = Finding::new(code, place, message, mend);
        finding.severity = severity;
        if !why.is_empty() {
            finding.why = Cow::Owned(why.to_owned());
        }
        self.findings.push(finding);
    }

    /// Whether a sentence holds the fixed wording of an instrument, which is never changed.
    pub(crate) fn is_instrument_wording(&self, sentence: &str) -> bool {
        self.instruments.iter().any(|wording| sentence.contains(wording.as_str()))
    }
}
