//! What a PHQ-9 page weighs on its way to a reader, part by part, and how long it keeps a processor busy until it is
//! ready: ours beside SurveyJS with the same nine questions, in the same run. Also what the page beside it that keeps answers, our plan, our list
//! of signs and the page of all that is kept weigh, part by part; the last shows what the vault alone is. Then how long ours takes to
//! open what is kept.
//!
//! `cargo bench -p footbridge --bench self_check [-- --runs 5] [--slow 4]`. SurveyJS is fetched with the npm client
//! into cargo's target folder, in the version that `surveyjs.rs` names; it is no part of this repository, and no test
//! needs it. It prints and judges nothing: a busy machine must not fail a build.

mod ours;
mod surveyjs;
mod unlock;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use browser::weight::brotli;
use browser::{Chromium, Server};

/// A part of what is sent: its name and its bytes.
struct Part {
    name: String,
    bytes: Vec<u8>,
}

/// A page to measure: a folder, its address in it, its parts, and when it is ready to answer.
struct Candidate {
    name: &'static str,
    folder: PathBuf,
    path: &'static str,
    parts: Vec<Part>,
    ready: &'static str,
}

fn main() -> ExitCode {
    match options().and_then(|(runs, slow)| compare(runs, slow)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("{reason}");
            ExitCode::FAILURE
        }
    }
}

/// The number of runs, and how much slower the processor is made than it is.
fn options() -> Result<(usize, f64), String> {
    let (mut runs, mut slow) = (5, 1.0);
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    for pair in words.chunks(2) {
        let value = pair.get(1).map_or("", String::as_str);
        let wrong = || format!("{value:?} is no number for {}", pair[0]);
        match pair[0].as_str() {
            "--runs" => runs = value.parse().ok().filter(|runs| *runs > 0).ok_or_else(wrong)?,
            "--slow" => slow = value.parse().ok().filter(|slow| *slow >= 1.0).ok_or_else(wrong)?,
            other => return Err(format!("there is no option {other}; use --runs 5 and --slow 4")),
        }
    }
    Ok((runs, slow))
}

fn compare(runs: usize, slow: f64) -> Result<(), String> {
    let scratch = Path::new(env!("CARGO_TARGET_TMPDIR")).join("self-check-bench");
    std::fs::create_dir_all(&scratch).map_err(|error| error.to_string())?;
    let candidates = [ours::page(&scratch)?, surveyjs::page(&scratch)?];
    for candidate in &candidates {
        tell(candidate.name, &candidate.parts);
    }
    for page in ["tools/phq-9/keep", "tools/coping-plan", "tools/early-signs", "my-things"] {
        tell(&format!("Footbridge, /{page}/"), &ours::parts_of(&candidates[0].folder, page)?);
    }
    println!("\nmain thread until ready, medians of {runs} runs in turn, processor slowed {slow} times");
    let chromium = Chromium::launch();
    let mut times: Vec<Vec<Busy>> = candidates.iter().map(|_| Vec::new()).collect();
    for _ in 0..runs {
        for (candidate, times) in candidates.iter().zip(&mut times) {
            times.push(busy(&chromium, candidate, slow));
        }
    }
    for (candidate, times) in candidates.iter().zip(&mut times) {
        let median = |value: fn(&Busy) -> f64| {
            let mut all: Vec<f64> = times.iter().map(value).collect();
            all.sort_by(f64::total_cmp);
            all[all.len() / 2] * 1000.0
        };
        println!(
            "  {:<44} {:>7.0} ms busy, of it {:>5.0} ms script",
            candidate.name,
            median(|busy| busy.tasks),
            median(|busy| busy.script)
        );
    }
    let page = chromium.page();
    page.slow_down(slow);
    let mut times = unlock::times(&page, &candidates[0], runs)?;
    times.sort_by(f64::total_cmp);
    println!(
        "\nfrom the press until what is kept is open, {runs} runs, processor slowed {slow} times (wanted: 200 to 1000 ms)\n  \
         {:<44} {:>7.0} ms, at best {:.0} ms",
        "Footbridge (Argon2id, 64 MiB, 3 passes)",
        times[times.len() / 2],
        times[0]
    );
    Ok(())
}

/// Prints what each part weighs by itself.
fn tell(name: &str, parts: &[Part]) {
    println!("\n{name}");
    let mut total = (0, 0);
    for part in parts {
        let weight = brotli(&part.bytes);
        total = (total.0 + part.bytes.len(), total.1 + weight);
        println!("  {:<44} {:>9} bytes {:>9} with brotli", part.name, part.bytes.len(), weight);
    }
    println!("  {:<44} {:>9} bytes {:>9} with brotli", "all", total.0, total.1);
}

/// Seconds of the main thread.
struct Busy {
    tasks: f64,
    script: f64,
}

fn busy(chromium: &Chromium, candidate: &Candidate, slow: f64) -> Busy {
    let server = Server::folder(&candidate.folder);
    let page = chromium.page();
    page.slow_down(slow);
    page.call("Performance.enable", &serde_json::json!({}));
    page.goto(&server.url(candidate.path));
    page.wait_for(candidate.ready);
    let metrics = page.call("Performance.getMetrics", &serde_json::json!({}));
    let metric = |name: &str| {
        let mut all = metrics["metrics"].as_array().into_iter().flatten();
        all.find(|metric| metric["name"] == name)
            .and_then(|metric| metric["value"].as_f64())
            .unwrap_or_default()
    };
    Busy { tasks: metric("TaskDuration"), script: metric("ScriptDuration") }
}
