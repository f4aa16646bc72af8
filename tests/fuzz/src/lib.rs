//! Mutated files against everything that reads files from strangers: the import of FHIR, definitions, the compact
//! rules, scoring, and the way out and in again. A run is a row of tries; each follows from its seed alone, so
//! that `--seed N --tries 1` shows a fault again.

pub mod dice;
mod mutate;
mod oracle;
mod seeds;
#[path = "../../cli/fhir_valid.rs"]
mod valid;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use dice::Dice;
pub use seeds::Seeds;

/// One try that went wrong.
#[derive(Debug)]
pub struct Fault {
    /// The seed of the try.
    pub seed: u64,
    /// What was tried.
    pub target: &'static str,
    /// What went wrong.
    pub what: String,
    /// The input.
    pub input: Vec<u8>,
}

/// What is thrown at.
const TARGETS: &[&str] = &["fhir tree", "fhir text", "definition", "rules", "round trip"];

/// How often a try may be too slow: a busy machine can stop any program for seconds.
const SLOW_TRIES: usize = 3;

/// Makes one try; `limit` is how long it may take.
///
/// # Errors
/// The fault that it found.
pub fn attempt(seeds: &Seeds, seed: u64, limit: Duration) -> Result<(), Fault> {
    let mut slow = 0;
    loop {
        let start = Instant::now();
        once(seeds, seed)?;
        slow += 1;
        if start.elapsed() <= limit {
            return Ok(());
        }
        if slow == SLOW_TRIES {
            let what = format!("it took {:?}", start.elapsed());
            return Err(Fault { seed, target: "time", what, input: Vec::new() });
        }
    }
}

fn once(seeds: &Seeds, seed: u64) -> Result<(), Fault> {
    let mut dice = Dice::new(seed);
    let target = dice.pick(TARGETS).copied().unwrap_or_default();
    let input: Vec<u8> = match target {
        "fhir tree" => {
            let from = dice.pick(&seeds.trees).cloned().unwrap_or_default();
            mutate::json(&mut dice, &seeds.trees, &from).to_string().into_bytes()
        }
        "fhir text" => {
            let from = dice.pick(&seeds.forms).cloned().unwrap_or_default();
            mutate::text(&mut dice, &seeds.forms, &from).into_bytes()
        }
        "rules" => {
            let from = dice.pick(&seeds.rules).cloned().unwrap_or_default();
            mutate::bytes(&mut dice, &from)
        }
        _ => {
            let from = dice.pick(&seeds.definitions).cloned().unwrap_or_default();
            mutate::text(&mut dice, &seeds.definitions, &from).into_bytes()
        }
    };
    let fault = |what: String| Fault { seed, target, what, input: input.clone() };
    let text = String::from_utf8_lossy(&input);
    let tried = catch_unwind(AssertUnwindSafe(|| match target {
        "fhir tree" | "fhir text" => oracle::import(&text, &mut dice),
        "rules" => oracle::rules(&input, &mut dice),
        _ => oracle::definition(&text, &mut dice),
    }));
    match tried {
        Ok(Ok(())) => Ok(()),
        Ok(Err(what)) => Err(fault(what)),
        Err(panic) => {
            let said = panic.downcast_ref::<String>().cloned();
            let said = said.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()));
            Err(fault(format!("panicked: {}", said.unwrap_or_default())))
        }
    }
}
