//! A short run with fixed seeds, so that every change meets some thousand strange files.

use std::time::Duration;

use fuzz::{Seeds, attempt};

#[test]
fn a_thousand_strange_files_find_nothing() {
    let seeds = Seeds::of_repository();
    assert!(seeds.forms.len() > 10 && seeds.definitions.len() > 5 && seeds.rules.len() > 5);
    // Far more than the two seconds of the long run: this one is not optimised, and machines are busy.
    let limit = Duration::from_secs(30);
    for seed in 1..=1000 {
        if let Err(fault) = attempt(&seeds, seed, limit) {
            panic!(
                "seed {}, {}: {}\n{}",
                fault.seed,
                fault.target,
                fault.what,
                String::from_utf8_lossy(&fault.input)
            );
        }
    }
}
