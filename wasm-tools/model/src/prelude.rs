//! The parts of `alloc` that every file uses. The crate does without `std`: the browser's binary is then less
//! than half as large.

pub(crate) use alloc::borrow::ToOwned;
pub(crate) use alloc::format;
pub(crate) use alloc::string::{String, ToString};
pub(crate) use alloc::vec;
pub(crate) use alloc::vec::Vec;
