//! The command `footbridge`.

use std::process::ExitCode;

/// A build makes many small strings on all cores at once, where the system's allocator is slow.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    footbridge::cli::run()
}
