//! What other sites answer: `footbridge check --external-links`, and nothing else of Footbridge, asks them.
//!
//! In: the linked site. Out: findings. [`collect`] gathers every address once, with all its places. [`cache`] knows what
//! was answered lately. [`schedule`] asks the rest, a few hosts at a time and each host one thing at a time; [`ask`] is
//! the only file that opens a connection, and [`step`] decides what an answer means. [`report`] makes findings of it.

mod answer;
mod ask;
mod cache;
mod collect;
mod report;
mod schedule;
mod step;

use std::time::Duration;

use jiff::Timestamp;

use crate::findings::Finding;
use crate::pipeline::Loaded;
use answer::Answer;
use ask::Web;
use cache::Cache;

/// Asks every address of another site; gives the findings and one closing sentence.
pub(crate) fn check(loaded: &Loaded) -> (Vec<Finding>, String) {
    let Some((site, _)) = &loaded.site else {
        return (Vec::new(), "no link was looked at: the settings cannot be read".to_owned());
    };
    let settings = site.parsed.config.checks.external;
    let addresses = collect::collect(site, &loaded.texts);
    let mut cache = Cache::open(settings.cache_days, Timestamp::now());
    let mut answers: Vec<Option<Answer>> =
        addresses.iter().map(|address| cache.get(address.url.as_str()).cloned()).collect();
    let open = addresses.iter().enumerate().filter(|(index, _)| answers[*index].is_none());
    let open: Vec<_> = open.map(|(index, address)| (index, address.url.clone())).collect();
    let timeout = Duration::from_secs(settings.timeout_seconds.max(1).into());
    let known = addresses.len() - open.len();
    let outcome = schedule::ask_all(open, &Web::new(timeout));
    let asked = outcome.answers.len();
    for (index, answer) in outcome.answers {
        cache.put(addresses[index].url.as_str(), &answer);
        answers[index] = Some(answer);
    }
    let kept = cache.save();
    let findings = report::findings(&addresses, &answers, outcome.offline, &site.parsed.config.checks);
    let now = if outcome.offline { "none reached now".to_owned() } else { format!("{asked} asked now") };
    let mut summary = format!(
        "{} of other sites: {now}, {known} known from the last {}",
        count(addresses.len(), "address", "addresses"),
        count(settings.cache_days.into(), "day", "days"),
    );
    if let Err(error) = kept {
        summary.push_str(&format!("\nthe answers cannot be kept for the next time: {error}"));
    }
    (findings, summary)
}

fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}
