//! The audit of what the tools can do: each import of a module must be on the list of one of its crates, `imports.allow`, and
//! no script of ours may even name a way out of the page.

use std::collections::BTreeSet;

use crate::Stop;
use crate::bytes::{self, IMPORTS};

/// Names by which a script could reach a network, another page, a store or code from elsewhere.
const WAYS_OUT: &[&str] = &[
    "fetch",
    "XMLHttpRequest",
    "WebSocket",
    "EventSource",
    "WebTransport",
    "RTC",
    "sendBeacon",
    "Worker",
    "import(",
    "importScripts",
    "open(",
    "location",
    "navigation",
    "preconnect",
    "prefetch",
    "FontFace",
    "Image(",
    "Audio",
    "eval(",
    "Function(",
    "indexedDB",
    "localStorage",
    "sessionStorage",
    "caches",
    "cookie",
    "clipboard",
    "BroadcastChannel",
    "postMessage",
    "opener",
    "history",
    "innerHTML",
    "outerHTML",
    "insertAdjacentHTML",
    "document.write",
    "createElement",
    ".src",
    "serviceWorker",
    "Request",
    "Response",
    "navigator",
    "setTimeout",
    "setInterval",
    "pushState",
    ".submit(",
];

/// The only statement that leaves the page: the quick exit, to an address that stands in the page.
const QUICK_EXIT: &str = "location.replace(link.href);";

/// All that the driver of the vault (`store.js`) may do besides, word for word, and why. Nothing here reaches a
/// network: it is the device's own store, and other pages of this same site.
const STORE: &[(&str, &str)] = &[
    ("indexedDB.open(PLACE, 1)", "where the sealed bytes are kept"),
    ("indexedDB.databases()", "looks whether there are any, without opening what is not there"),
    ("indexedDB.deleteDatabase(PLACE)", "erases them"),
    (
        "window.caches ? await caches.keys() : []",
        "names the copies of pages for reading offline, to erase them",
    ),
    ("await caches.delete(name)", "erases those copies"),
    ("= navigator.serviceWorker", "finds what serves those copies, to end it"),
    ("navigator.storage.persist()", "asks the browser not to clear what a person has just chosen to keep"),
    ("navigator.storage)", "not every browser can be asked"),
    ("window.BroadcastChannel", "not every browser has it"),
    ("new BroadcastChannel(PLACE)", "tells this site's other pages to lock, to erase, or to read again"),
    ("others.postMessage(news)", "one of those three words, and never more"),
    ("setInterval(look, 1000)", "looks at the clock, to lock in time"),
    ("tool && window.opener", "the page beside this one, if its link has led here"),
    (
        "beside.postMessage({ of }, origin)",
        "asks that page for the answers; no other site's page would get to hear it",
    ),
    ("beside.postMessage({ of, took: true }, origin)", "tells it that they are here"),
    ("link.rel = 'opener'", "lets the page in the other language ask this one"),
    (
        "source.postMessage({ has: tool.body() }, origin)",
        "gives a plan or a list to that page, if it is of this same site",
    ),
];

/// All that the handing over of answers (`hand-over.js`) may do besides.
const HAND_OVER: &[(&str, &str)] = &[(
    "source.postMessage({ has: has.join('\\n') }, origin)",
    "gives the answers to the page that keeps them, if it is of this same site",
)];

pub(crate) fn script(script: &str) -> Result<(), Stop> {
    names_no_way_out(&code(script).replacen(QUICK_EXIT, "", 1))
}

/// The driver of the vault: what stands in [`STORE`], each of it, and nothing else.
pub(crate) fn store(script: &str) -> Result<(), Stop> {
    has_powers("store.js", script, STORE)
}

/// The handing over of answers, in the same way.
pub(crate) fn hand_over(script: &str) -> Result<(), Stop> {
    has_powers("hand-over.js", script, HAND_OVER)
}

fn has_powers(file: &str, script: &str, powers: &[(&str, &str)]) -> Result<(), Stop> {
    let mut code = code(script);
    for (power, reason) in powers {
        if !code.contains(power) {
            // A power that nobody uses any more is taken away, not kept.
            return Err(format!("{file} may use `{power}` ({reason}) and does not: take it off the list"));
        }
        code = code.replace(power, "");
    }
    names_no_way_out(&code)
}

fn code(script: &str) -> String {
    script.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

fn names_no_way_out(code: &str) -> Result<(), Stop> {
    let named: Vec<&str> = WAYS_OUT.iter().copied().filter(|way| code.contains(way)).collect();
    if named.is_empty() {
        return Ok(());
    }
    Err(format!("the script of the tools names what it must not be able to do: {}", named.join(", ")))
}

/// `allowed` is what the lists of the module's `crates` hold.
pub(crate) fn imports(module: &[u8], allowed: &str, crates: &[&str]) -> Result<(), Stop> {
    let list = crates.iter().map(|part| format!("wasm-tools/{part}/imports.allow"));
    let list = list.collect::<Vec<_>>().join(" or ");
    let allowed: BTreeSet<&str> = allowed
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    let found = names(module).ok_or("the import section of the WebAssembly module cannot be read")?;
    let foreign: Vec<&str> =
        found.iter().map(String::as_str).filter(|name| !allowed.contains(name)).collect();
    if !foreign.is_empty() {
        return Err(format!("the tools want to call {}, which is not in {list}", foreign.join(", ")));
    }
    let idle: Vec<&str> = allowed.into_iter().filter(|name| !found.contains(*name)).collect();
    if !idle.is_empty() {
        // A power that nobody uses any more is taken away, not kept.
        return Err(format!("{} stands in {list}, and nothing calls it: remove it", idle.join(", ")));
    }
    Ok(())
}

/// The plain names of the module's imports.
fn names(module: &[u8]) -> Option<BTreeSet<String>> {
    let mut names = BTreeSet::new();
    for section in bytes::sections(module)?.iter().filter(|section| section.id == IMPORTS) {
        names.extend(bytes::imports(section.content)?.iter().map(|import| plain(&import.name).to_owned()));
    }
    Some(names)
}

/// A name without wasm-bindgen's mark and its hash.
pub(crate) fn plain(name: &str) -> &str {
    let name = name.strip_prefix("__wbg_").unwrap_or(name);
    let is_hash = |end: &str| end.len() == 16 && end.bytes().all(|byte| byte.is_ascii_hexdigit());
    match name.rsplit_once('_') {
        Some((start, end)) if is_hash(end) => start,
        _ => name,
    }
}
