//! What a program without `std` must bring along: memory, and what happens on a fault.

use core::panic::PanicInfo;

use lol_alloc::{FreeListAllocator, LockedAllocator};

/// Small and plain: a tool holds a few kilobytes.
#[global_allocator]
static ALLOCATOR: LockedAllocator<FreeListAllocator> = LockedAllocator::new(FreeListAllocator::new());

/// A fault stops the module and changes nothing in the page; the form goes on working without it. There is
/// nobody to send a message to.
#[panic_handler]
fn stop(_: &PanicInfo<'_>) -> ! {
    core::arch::wasm32::unreachable()
}
