//! Where an instrument comes from and what its holder allows.

use crate::prelude::*;
use serde::{Deserialize, Serialize};

/// Where the questionnaire comes from, who holds the rights, and who compared the wording.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The publication to cite, in full. Example: `"Kroenke K, Spitzer RL, Williams JBW. The PHQ-9. J Gen Intern Med. 2001;16(9):606-613."`
    pub citation: String,
    /// Who holds the rights. Example: `"Pfizer Inc."`
    pub holder: String,
    /// What the holder allows, in one sentence. Never leave it out. Example: `"No permission required to reproduce, translate, display or distribute."`
    pub permission: String,
    /// A page where the permission can be read. Example: `"https://www.phqscreeners.com/"`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub permission_url: Option<String>,
    /// The publication's or the official form's address. Example: `"https://doi.org/10.1046/j.1525-1497.2001.016009606.x"`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The line that the holder wants printed with the form. Example: `"Developed by Drs. Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and colleagues."`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credit: Option<String>,
    /// The LOINC code of the whole form. Only one that you read in a LOINC release. Example: `"44249-1"`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// The day on which the source and the rights were last looked at, as year-month-day. Example: `"2026-11-20"`
    pub checked: String,
    /// Who compared every word with the official form, and whether a second person has. Example: `"Typed and compared by A. Ruiz; second check still open"`
    pub wording_checked_by: String,
    /// Whether anything in the wording, the options or the order differs from the official form. Must be `false` for a published instrument.
    pub modified: bool,
    /// `true` for a questionnaire that you wrote yourself, which is not a published instrument. Example: `true`
    #[serde(default)]
    pub own: bool,
    /// The checksum of the wording, so that no later edit changes it unseen. The build tells you what to write. Example: `"sha256:9f86d081884c7d65"`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checksum: Option<String>,
}
