//! The tools in the browser.
