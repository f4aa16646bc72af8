//! Which rules a run looks at. A build looks at those alone that forbid publishing, and gathers nothing for the others.

use super::{health, levels};
use crate::config::{Checks, Level};
use crate::findings::{Code, Severity, codes};

/// How far a run looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// All rules: `footbridge check`.
    All,
    /// The rules that forbid publishing on this site: a build and the preview.
    Errors,
}

/// Rules that point at no page and at no data, so that no words and no exceptions are asked for.
const WITHOUT_WORDS: &[Code] = &[codes::NEVER_REVIEWED, codes::NO_TRANSLATION, codes::LARGE_IMAGE];

/// The rules that a run looks at.
#[derive(Debug)]
pub struct Wanted {
    scope: Scope,
    /// Whether all rules must be looked at, if only to know which exceptions except something.
    all: bool,
    /// The codes that forbid publishing.
    codes: Vec<&'static str>,
}

impl Wanted {
    /// The rules of a run on a site with these settings.
    pub fn of(scope: Scope, checks: &Checks) -> Wanted {
        let forbids = |code: &&Code| levels::severity(checks, code, None) == Some(Severity::Error);
        let rules =
            codes::ALL.iter().filter(|code| levels::is_rule(code.id) && !levels::is_by_request(code.id));
        let mut forbidding: Vec<&str> = rules.filter(forbids).map(|code| code.id).collect();
        // A wording rule that was set by its name stands for its kind.
        let is_name = |name: &str| Code::find(name).is_none() && !levels::is_group(name);
        if checks.rules.iter().any(|(name, level)| *level == Level::Error && is_name(name)) {
            forbidding.push(codes::SITE_WORDING.id);
        }
        let all = scope == Scope::All || forbidding.contains(&codes::UNUSED_IGNORE.id);
        Wanted { scope, all, codes: forbidding }
    }

    /// Whether a rule is looked at whose code starts with these signs.
    pub(crate) fn any(&self, start: &str) -> bool {
        self.all || self.codes.iter().any(|code| code.starts_with(start))
    }

    /// Whether this rule is looked at.
    pub(crate) fn has(&self, code: &Code) -> bool {
        self.any(code.id)
    }

    /// Whether only errors are told.
    pub(crate) fn only_errors(&self) -> bool {
        self.scope == Scope::Errors
    }

    /// Whether the words and the exceptions of every page are looked at. A crisis number that is no longer right is looked
    /// for in every build, but only where it may stand.
    pub(crate) fn need_words(&self) -> bool {
        let needs = |code: &&str| {
            *code != codes::DEAD_NUMBER.id && WITHOUT_WORDS.iter().all(|without| without.id != *code)
        };
        self.all || self.codes.iter().any(needs)
    }

    /// Whether the facts of a text are asked for.
    pub fn need_facts_of(&self, text: &str) -> bool {
        self.need_words() || (self.has(&codes::DEAD_NUMBER) && health::may_hold_dead_number(text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wanted(settings: &str) -> Wanted {
        let checks: Checks = toml::from_str(settings).expect("settings");
        Wanted::of(Scope::Errors, &checks)
    }

    #[test]
    fn a_build_asks_for_the_words_only_where_a_rule_that_forbids_needs_them() {
        for (settings, needed) in [
            ("", false),
            ("[rules]\nlanguage = \"warn\"\ncommit-suicide = \"note\"", false),
            ("[rules]\nexternal = \"error\"\nFB0951 = \"error\"", false),
            ("[rules]\nFB1007 = \"error\"\nFB1010 = \"error\"", false),
            ("[rules]\nhealth = \"off\"", false),
            ("[rules]\nFB1005 = \"error\"", true),
            ("[rules]\nFB0406 = \"error\"", true),
            ("[rules]\ncommit-suicide = \"error\"", true),
            ("[rules]\nstructure = \"error\"", true),
        ] {
            assert_eq!(wanted(settings).need_facts_of("A word."), needed, "{settings}");
        }
        assert!(wanted("").need_facts_of("Call 08457 90 90 90."));
        assert!(!wanted("[rules]\nhealth = \"off\"").need_facts_of("Call 08457 90 90 90."));
        let all = Wanted::of(Scope::All, &Checks::usual());
        assert!(all.need_facts_of("A word.") && !all.only_errors());
    }
}
