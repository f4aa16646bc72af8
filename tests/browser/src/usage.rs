//! What a finished child process cost: time, processor and memory.

use std::io;
use std::process::{Command, ExitStatus};
use std::time::{Duration, Instant};

use wait4::Wait4 as _;

/// The cost of one process with the children that it waited for.
#[derive(Clone, Copy, Debug)]
pub struct Usage {
    /// From start to end.
    pub wall: Duration,
    /// On all cores, in the program and in the system for it.
    pub cpu: Duration,
    /// The most memory that it held at once, in bytes.
    pub peak: u64,
    /// How it ended.
    pub status: ExitStatus,
}

/// Runs the command to its end and measures it.
///
/// # Errors
/// If it cannot be started or waited for.
pub fn run(command: &mut Command) -> io::Result<Usage> {
    let start = Instant::now();
    let mut child = command.spawn()?;
    let spent = child.wait4()?;
    let wall = start.elapsed();
    let cpu = spent.rusage.utime + spent.rusage.stime;
    Ok(Usage { wall, cpu, peak: spent.rusage.maxrss, status: spent.status })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_busy_child_costs_processor_time_and_memory() {
        let busy = "i=0; while [ $i -lt 200000 ]; do i=$((i + 1)); done";
        let usage = run(Command::new("sh").args(["-c", busy])).unwrap();
        assert!(usage.status.success());
        assert!(usage.cpu > Duration::from_millis(10), "{usage:?}");
        assert!(usage.wall >= usage.cpu / 2, "{usage:?}");
        // More than any shell needs for its code, less than a shell can need for a counter.
        assert!((200_000..200_000_000).contains(&usage.peak), "{usage:?}");
    }
}
