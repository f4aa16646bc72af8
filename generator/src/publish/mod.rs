//! The finished site onto the disk, all or nothing; or into memory, for the preview.

mod disk;
mod memory;
mod output;
mod swap;

pub use disk::Disk;
pub use memory::Memory;
pub use output::{Output, Refusal};
