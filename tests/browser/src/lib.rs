//! Chromium for the tests.
