//! The finished site onto the disk, all or nothing; into memory, for the preview; or nowhere, for checks.

mod disk;
mod memory;
mod nowhere;
mod output;
mod swap;

pub use disk::Disk;
pub use memory::Memory;
pub use nowhere::Nowhere;
pub use output::{Output, Refusal};
