//! Runs the floor and the program on the same site, in turn, and takes the medians.

use std::path::Path;
use std::process::{Command, Stdio};

use browser::usage;

/// What one build costs: seconds, seconds on all cores, bytes.
#[derive(Clone, Copy)]
pub(crate) struct Cost {
    pub(crate) wall: f64,
    pub(crate) cpu: f64,
    pub(crate) peak: u64,
}

/// What the floor, a build and a check of one site cost.
#[derive(Clone, Copy)]
pub(crate) struct Costs {
    pub(crate) floor: Cost,
    pub(crate) build: Cost,
    /// The check makes the whole site as well, into memory.
    pub(crate) check: Cost,
}

/// The medians of the floor and of the program. Taking turns spreads the noise of the machine over all.
pub(crate) fn alternate(root: &Path, folder: &Path, runs: usize) -> Result<Costs, String> {
    let out = folder.join("out");
    let this = std::env::current_exe().map_err(|error| error.to_string())?;
    let (mut floor, mut build, mut check) = (Vec::new(), Vec::new(), Vec::new());
    for run in 0..=runs {
        let mut command = Command::new(&this);
        command.arg("--floor").arg(root).arg(&out);
        let lowest = made(&mut command, &out)?;
        let mut command = Command::new(env!("CARGO_BIN_EXE_footbridge"));
        command.args(["build", "--quiet", "--root"]).arg(root).arg("--out").arg(&out);
        let built = made(&mut command, &out)?;
        let mut command = Command::new(env!("CARGO_BIN_EXE_footbridge"));
        // Findings by the thousand would measure how fast they are written.
        command.args(["check", "--quiet", "--root"]).arg(root);
        let checked = measured(&mut command)?;
        // The first run of each only warms the disk's cache.
        if run > 0 {
            floor.push(lowest);
            build.push(built);
            check.push(checked);
        }
    }
    Ok(Costs { floor: median(&floor), build: median(&build), check: median(&check) })
}

/// Runs the command into an output folder that is not there, as a first build finds it.
fn made(command: &mut Command, out: &Path) -> Result<Cost, String> {
    let gone = std::fs::remove_dir_all(out);
    if let Err(error) = gone
        && error.kind() != std::io::ErrorKind::NotFound
    {
        return Err(format!("cannot remove {}: {error}", out.display()));
    }
    let cost = measured(command)?;
    if !out.join("index.html").is_file() {
        return Err(format!("{command:?} made no home page"));
    }
    Ok(cost)
}

fn measured(command: &mut Command) -> Result<Cost, String> {
    let command = command.stdin(Stdio::null()).stderr(Stdio::null());
    let spent = usage::run(command).map_err(|error| error.to_string())?;
    if !spent.status.success() {
        return Err(format!("{command:?} ended with {}", spent.status));
    }
    Ok(Cost { wall: spent.wall.as_secs_f64(), cpu: spent.cpu.as_secs_f64(), peak: spent.peak })
}

fn median(costs: &[Cost]) -> Cost {
    let middle = |value: &dyn Fn(&Cost) -> f64| {
        let mut values: Vec<f64> = costs.iter().map(value).collect();
        values.sort_by(f64::total_cmp);
        values[values.len() / 2]
    };
    let mut peaks: Vec<u64> = costs.iter().map(|cost| cost.peak).collect();
    peaks.sort_unstable();
    Cost { wall: middle(&|cost| cost.wall), cpu: middle(&|cost| cost.cpu), peak: peaks[peaks.len() / 2] }
}
