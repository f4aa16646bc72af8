//! The content security policies: a strict one for pages, and the seal for pages with a tool.

use super::assets::policy_hash;

/// The path of the preview's script.
pub(crate) const LIVE_SCRIPT: &str = "/_footbridge/live.js";

/// For a page without a tool: its own styles and images, no script at all.
pub(super) fn page(preview: bool) -> String {
    let live = if preview { "; script-src 'self'; connect-src 'self'" } else { "" };
    format!("default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'{live}")
}

/// For the page that keeps the site on the device: its one script by its hash, which may ask this site alone.
pub(super) fn offline(script: &str, preview: bool) -> String {
    let live = if preview { " 'self'" } else { "" };
    format!(
        "default-src 'none'; script-src {}{live}; style-src 'self'; img-src 'self'; connect-src 'self'; \
         worker-src 'self'; base-uri 'none'; form-action 'none'",
        policy_hash(script)
    )
}

/// For a page with a tool: one script and one style by their hash, and no way to fetch anything.
///
/// `'wasm-unsafe-eval'` allows WebAssembly to be compiled and nothing else; Trusted Types close the ways from
/// text to script. In the preview alone the page may also hear of changes.
pub(super) fn sealed(style: &str, script: &str, preview: bool) -> String {
    let (live_script, live_connect) = if preview { (" 'self'", "; connect-src 'self'") } else { ("", "") };
    format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval'{live_script}; style-src {}; img-src data:{live_connect}; \
         base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
        policy_hash(script),
        policy_hash(style),
    )
}

/// The policy as the element that must come first in a page's head.
pub(super) fn element(policy: &str) -> String {
    format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">")
}
