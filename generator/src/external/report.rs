//! Findings of answers: one a cause, at its first place, with all others named.

use std::collections::BTreeMap;

use super::answer::Answer;
use super::collect::{Address, Mention};
use crate::check::severity;
use crate::config::Checks;
use crate::findings::{Code, Finding, Place, codes};

/// How many other files are named.
const MOST_FILES: usize = 5;

/// Tells what the answers mean for the site.
pub(super) fn findings(
    addresses: &[Address],
    answers: &[Option<Answer>],
    offline: bool,
    checks: &Checks,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    if offline {
        findings.extend(severity(checks, &codes::EXTERNAL_OFFLINE, None).map(|severity| {
            let message = "None of the other sites could be reached. Is this machine offline?";
            let mend = "Nothing was found out about the links. Check again with a network.";
            let place = Place::file(&"site.toml".into());
            Finding { severity, ..Finding::new(&codes::EXTERNAL_OFFLINE, place, message, mend) }
        }));
    }
    // What is of a host has one cause, however many of its pages are linked to.
    let mut of_hosts: BTreeMap<(&str, bool), (&Address, &Answer, Vec<&Mention>)> = BTreeMap::new();
    for (address, answer) in addresses.iter().zip(answers) {
        let is_of_the_network = matches!(answer, Some(Answer::NoWay | Answer::Silent(_)));
        let Some(answer) = answer.as_ref().filter(|_| !(offline && is_of_the_network)) else { continue };
        if answer.is_of_the_host() {
            let host = address.url.host_str().unwrap_or("");
            let is_certificate = matches!(answer, Answer::Certificate(_));
            let of_host = of_hosts.entry((host, is_certificate));
            let (.., mentions) = of_host.or_insert_with(|| (address, answer, Vec::new()));
            mentions.extend(&address.mentions);
        } else {
            let mentions: Vec<&Mention> = address.mentions.iter().collect();
            findings.extend(finding(address, answer, &mentions, checks));
        }
    }
    let of_hosts = of_hosts.into_values();
    findings.extend(
        of_hosts.filter_map(|(address, answer, mentions)| finding(address, answer, &mentions, checks)),
    );
    findings
}

fn finding(address: &Address, answer: &Answer, mentions: &[&Mention], checks: &Checks) -> Option<Finding> {
    let (code, message, mend) = words(address, answer)?;
    let severity = severity(checks, code, None)?;
    let is_told = |mention: &&Mention| !mention.excepted.iter().any(|excepted| excepted == code.id);
    let mut places: Vec<&Place> =
        mentions.iter().copied().filter(is_told).map(|mention| &mention.place).collect();
    places.sort_unstable();
    let first = (*places.first()?).clone();
    let mut files: Vec<&str> = Vec::new();
    let mut related = Vec::new();
    for place in &places[1..] {
        if place.file == first.file {
            related.extend(place.range.map(|span| (span, "here too".to_owned())));
        } else if !files.contains(&&*place.file) {
            files.push(&place.file);
        }
    }
    let mend = format!("{mend}{}", elsewhere(&files));
    Some(Finding { severity, related, ..Finding::new(code, first, message, mend) })
}

/// What is wrong and the mend; nothing where all is well.
fn words(address: &Address, answer: &Answer) -> Option<(&'static Code, String, String)> {
    let url = address.url.as_str();
    let host = address.url.host_str().unwrap_or("");
    let (code, message, mend) = match answer {
        Answer::Fine => return None,
        Answer::Moved(to) => (
            &codes::EXTERNAL_MOVED,
            format!("{url} has moved for good."),
            format!("See that the new page still says the same, and write {to}"),
        ),
        Answer::Gone(reason) => (
            &codes::EXTERNAL_GONE,
            format!("{url} leads nowhere: {reason}."),
            "Find the page's new address, or another source.".to_owned(),
        ),
        Answer::NoWay => (
            &codes::EXTERNAL_GONE,
            format!("Links lead nowhere: no way to the site {host} was found."),
            "Correct the name, or find another source.".to_owned(),
        ),
        Answer::Unchecked(reason) => (
            &codes::EXTERNAL_UNCHECKED,
            format!("{url} could not be checked: the site {reason}."),
            "Open it yourself and see whether it is right.".to_owned(),
        ),
        Answer::Silent(reason) => (
            &codes::EXTERNAL_SILENT,
            format!("{url} does not answer: {reason}."),
            "Try again in a day. If it stays so, find another source.".to_owned(),
        ),
        Answer::Certificate(reason) => (
            &codes::EXTERNAL_CERTIFICATE,
            format!("The certificate of {host} is not valid: {reason}."),
            format!("Tell the owner of {host}, or find another source."),
        ),
    };
    Some((code, message, mend))
}

fn elsewhere(files: &[&str]) -> String {
    let named = files.iter().take(MOST_FILES).copied().collect::<Vec<_>>().join(", ");
    match files.len() {
        0 => String::new(),
        more if more > MOST_FILES => format!(" (It also stands in {named} and {} more.)", more - MOST_FILES),
        _ => format!(" (It also stands in {named}.)"),
    }
}

#[cfg(test)]
mod tests {
    use url::Url;

    use super::*;

    fn address(url: &str, file: &str, start: usize) -> Address {
        let place = Place::at(&file.into(), start..start + 1);
        let url = Url::parse(url).expect("an address");
        Address { url, mentions: vec![Mention { place, excepted: Vec::new() }] }
    }

    #[test]
    fn what_is_of_a_host_is_told_once_with_all_its_places() {
        let addresses = [
            address("https://a.example/1", "content/one.md", 7),
            address("https://a.example/2", "content/one.md", 3),
            address("https://a.example/3", "content/two.md", 1),
            address("https://b.example/", "content/two.md", 5),
        ];
        let answers = [Answer::NoWay, Answer::NoWay, Answer::NoWay, Answer::Fine].map(Some);
        let told = findings(&addresses, &answers, false, &Checks::usual());
        assert_eq!(told.len(), 1, "{told:#?}");
        assert_eq!(told[0].place, Place::at(&"content/one.md".into(), 3..4));
        assert_eq!(told[0].related.len(), 1);
        assert!(told[0].mend.ends_with("(It also stands in content/two.md.)"), "{}", told[0].mend);
    }
}
