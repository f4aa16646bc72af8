//! What a link's destination means.

/// The kinds of destination.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Destination<'a> {
    /// A full web address.
    Web,
    /// A phone, message or mail address.
    Contact,
    /// A glossary term.
    Term(&'a str),
    /// A tool.
    Tool(&'a str),
    /// A result of a study.
    Evidence(&'a str),
    /// A page, heading or file of this site.
    Site,
    /// An address that a page must not have.
    Unsafe,
}

/// Sorts a destination by its scheme.
pub(super) fn destination(dest: &str) -> Destination<'_> {
    let Some((scheme, rest)) = dest.split_once(':') else { return Destination::Site };
    match scheme.to_ascii_lowercase().as_str() {
        "http" | "https" => Destination::Web,
        "mailto" | "tel" | "sms" => Destination::Contact,
        "term" => Destination::Term(rest),
        "tool" => Destination::Tool(rest),
        "evidence" => Destination::Evidence(rest),
        _ if scheme.contains(['/', '#', '.']) => Destination::Site,
        _ => Destination::Unsafe,
    }
}

/// The keys of `@one; @two`, each with its offset in the text.
pub(super) fn citation_keys(text: &str) -> Vec<(String, usize)> {
    let mut keys = Vec::new();
    let mut offset = 0;
    for part in text.split(';') {
        let key = part.trim();
        let at = offset + part.find(key).unwrap_or(0);
        keys.push((key.trim_start_matches('@').to_owned(), at));
        offset += part.len() + 1;
    }
    keys
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn destinations() {
        assert_eq!(destination("https://example.org"), Destination::Web);
        assert_eq!(destination("../a.md#b:c"), Destination::Site);
        assert_eq!(destination("term:peer-support"), Destination::Term("peer-support"));
        assert_eq!(destination("JavaScript:alert(1)"), Destination::Unsafe);
    }

    #[test]
    fn keys_keep_their_place() {
        assert_eq!(citation_keys("@a; @b2"), [("a".to_owned(), 0), ("b2".to_owned(), 4)]);
    }
}
