//! How much each rule matters on a site.

use crate::config::{Checks, Level};
use crate::findings::{Code, Severity};

/// The groups of rules by the first digits of their codes; the first that fits holds.
pub(crate) const GROUPS: &[(&str, &str)] =
    &[EXTERNAL, ("language", "FB04"), ("readability", "FB08"), ("health", "FB09"), ("structure", "FB10")];

/// What other sites answer, which is asked by request only.
const EXTERNAL: (&str, &str) = ("external", "FB095");

/// Whether a rule is looked at by request only, so that an exception from it may find nothing to except.
pub(crate) fn is_by_request(code: &str) -> bool {
    code.starts_with(EXTERNAL.1)
}

/// Whether a name is that of a group.
pub(crate) fn is_group(name: &str) -> bool {
    GROUPS.iter().any(|(group, _)| *group == name)
}

/// Whether a code is one of the rules that a site can set and a place can be excepted from.
pub(crate) fn is_rule(code: &str) -> bool {
    GROUPS.iter().any(|(_, start)| code.starts_with(start))
}

/// The severity of a code on this site; the name of a wording rule goes before its code, and the code before its group.
pub(crate) fn severity(checks: &Checks, code: &Code, name: Option<&str>) -> Option<Severity> {
    let by = |name: &str| checks.rules.get(name).copied();
    let group = GROUPS.iter().find(|(_, start)| code.id.starts_with(start)).map(|(group, _)| *group);
    let level = name.and_then(by).or_else(|| by(code.id)).or_else(|| group.and_then(by));
    level.map_or(Some(code.severity), Level::severity)
}
