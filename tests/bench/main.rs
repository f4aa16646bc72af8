//! How fast a build and a check are, beside a floor that does only what cannot be left out, in the same run.
//!
//! `cargo bench -p footbridge --bench build [-- --pages 1000,10000 --runs 5]` makes a site of each size,
//! builds it in turn by the floor and by the program, checks it, and prints the medians of wall time, processor time
//! and peak memory with their ratios. Ratios hold on any machine; seconds do not. It prints and judges
//! nothing: a busy machine must not fail a build.

mod corpus;
mod floor;
mod measure;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use measure::Cost;

/// The floor gets the allocator of the program, so that the two differ in their work only.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let done = match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["--floor", root, out] => floor::build(Path::new(root), Path::new(out)).map_err(|e| e.to_string()),
        ["--corpus", pages, root] => number(pages)
            .and_then(|pages| corpus::write(Path::new(root), pages).map_err(|error| error.to_string())),
        _ => parse(&words).and_then(|(sizes, runs)| compare(&sizes, runs)),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("{reason}");
            ExitCode::FAILURE
        }
    }
}

/// The sizes of the sites and the number of runs; `--bench` comes from cargo.
fn parse(words: &[String]) -> Result<(Vec<usize>, usize), String> {
    let (mut sizes, mut runs) = (vec![1_000, 10_000], 5);
    let mut words = words.iter().filter(|word| *word != "--bench");
    while let Some(word) = words.next() {
        let value = words.next().map_or("", String::as_str);
        match word.as_str() {
            "--pages" => sizes = value.split(',').map(number).collect::<Result<_, _>>()?,
            "--runs" => runs = number(value)?,
            _ => return Err(format!("there is no option {word}; use --pages 1000,10000 and --runs 5")),
        }
    }
    Ok((sizes, runs))
}

fn number(text: &str) -> Result<usize, String> {
    text.parse().ok().filter(|number| *number > 0).ok_or_else(|| format!("{text:?} is not a number above 0"))
}

fn compare(sizes: &[usize], runs: usize) -> Result<(), String> {
    let folder = Folder::new()?;
    println!("medians of {runs} runs in turn, in {}", folder.0.display());
    println!("{:>8}  {:<11} {:>9} {:>9} {:>10}", "pages", "", "wall", "CPU", "memory");
    let mut medians = Vec::new();
    for &pages in sizes {
        let root = folder.0.join(format!("site-{pages}"));
        corpus::write(&root, pages).map_err(|error| format!("cannot write the corpus: {error}"))?;
        let costs = measure::alternate(&root, &folder.0, runs)?;
        line(pages, "floor", &costs.floor);
        line(pages, "build", &costs.build);
        line(pages, "check", &costs.check);
        ratio(pages, "build/floor", &costs.build, &costs.floor);
        // Below 2, checking adds less than the time of building.
        ratio(pages, "check/build", &costs.check, &costs.build);
        medians.push((pages, costs));
        fs::remove_dir_all(&root).map_err(|error| error.to_string())?;
    }
    for pair in medians.windows(2) {
        let [(few, less), (many, more)] = pair else { continue };
        println!("from {few} to {many} pages ({} times as many):", many / few);
        ratio(*many, "floor", &more.floor, &less.floor);
        ratio(*many, "build", &more.build, &less.build);
        ratio(*many, "check", &more.check, &less.check);
    }
    Ok(())
}

#[expect(clippy::cast_precision_loss, reason = "shown in whole MiB")]
fn line(pages: usize, name: &str, cost: &Cost) {
    let mebibytes = cost.peak as f64 / f64::from(1 << 20);
    println!("{pages:>8}  {name:<11} {:>7.3} s {:>7.3} s {mebibytes:>6.0} MiB", cost.wall, cost.cpu);
}

#[expect(clippy::cast_precision_loss, reason = "shown with one decimal")]
fn ratio(pages: usize, name: &str, one: &Cost, other: &Cost) {
    let (wall, cpu) = (one.wall / other.wall, one.cpu / other.cpu);
    let memory = one.peak as f64 / other.peak as f64;
    println!("{pages:>8}  {name:<11} {wall:>8.1}x {cpu:>8.1}x {memory:>9.1}x");
}

/// A folder for this run, in memory where there is such a place; it goes when the run ends.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Result<Self, String> {
        let memory = Path::new("/dev/shm");
        let parent = if memory.is_dir() { memory.to_path_buf() } else { std::env::temp_dir() };
        let folder = parent.join(format!("footbridge-bench-{}", std::process::id()));
        fs::create_dir_all(&folder).map_err(|error| format!("cannot make {}: {error}", folder.display()))?;
        Ok(Self(folder))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).ok();
    }
}
