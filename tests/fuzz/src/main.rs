//! `cargo run --release -p fuzz -- --minutes 10 [--seed 1] [--tries 1]`

use std::process::ExitCode;
use std::time::{Duration, Instant};

use fuzz::{Fault, Seeds, attempt};

/// How long one try may take.
const LIMIT: Duration = Duration::from_secs(2);

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().collect();
    let number = |name: &str| {
        let at = arguments.iter().position(|argument| argument == name)?;
        arguments.get(at + 1)?.parse::<u64>().ok()
    };
    let minutes = number("--minutes").unwrap_or(1);
    let first = number("--seed").unwrap_or(1);
    let tries = number("--tries").unwrap_or(u64::MAX);
    let seeds = Seeds::of_repository();
    // A panic is a finding and told with its seed; the usual message would come in between.
    if tries > 1 {
        std::panic::set_hook(Box::new(|_| {}));
    }
    let start = Instant::now();
    let mut faults = 0;
    let mut done = 0;
    while done < tries && start.elapsed() < Duration::from_secs(minutes * 60) && faults < 20 {
        let seed = first.wrapping_add(done);
        done += 1;
        if let Err(Fault { seed, target, what, input }) = attempt(&seeds, seed, LIMIT) {
            faults += 1;
            let path = std::env::temp_dir().join(format!("footbridge-fuzz-{seed}"));
            let kept = std::fs::write(&path, input).is_ok();
            let place = if kept { format!(", kept in {}", path.display()) } else { String::new() };
            println!("seed {seed}, {target}: {what}{place}");
        }
    }
    println!("{done} tries in {} s, {faults} faults", start.elapsed().as_secs());
    if faults == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
