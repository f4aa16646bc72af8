//! The parts of a tool page's one classic script: the boot lines, and each module with its bindings.

use crate::{Stop, rows, text_bytes};

/// Where the boot lines take in how a module was taken apart.
const OPERANDS: &str = "/* @operands */";

/// Where the boot lines take in the kinds that a page holds, and what keeps things or hands them over.
const MARKS: [&str; 2] = ["/* @kinds */", "/* @behind */"];

const CHANGED: &str = "wasm-bindgen writes its script differently now; adapt generator/build/script.rs";

/// wasm-bindgen's script without the parts that load a module from elsewhere: they call `fetch`, which a tool
/// page has no use and no permission for. In their place stands one line that starts the bytes at hand.
///
/// It starts them asynchronously, because older phones refuse to compile more than 4 kB at once.
pub(crate) fn without_loaders(glue: &str) -> Result<String, Stop> {
    let lines = glue.lines().map(str::trim).filter(|line| !is_comment(line));
    let plain = lines.collect::<Vec<_>>().join("\n");
    let (_, body) = plain.split_once("(function(exports) {\n").ok_or(CHANGED)?;
    // The script's own address, at the top, serves only the loaders.
    let body = body.strip_prefix("let script_src;\n").ok_or(CHANGED)?;
    let (_, body) = body.split_once("\n}\n").ok_or(CHANGED)?;
    let (kept, loaders) = body.split_once("async function __wbg_load(").ok_or(CHANGED)?;
    if !loaders.contains("return Object.assign(__wbg_init") {
        return Err(CHANGED.to_owned());
    }
    let start = "const start = bytes => WebAssembly.instantiate(bytes, __wbg_get_imports())\
                 .then(made => __wbg_finalize_init(made.instance, made.module));\n";
    Ok(format!("(exports => {{\n{kept}{start}return Object.assign(exports, {{ start }});\n}})({{}})"))
}

/// The boot lines without their comments.
pub(crate) fn boot(source: &str) -> Result<String, Stop> {
    let boot = without_comments(source);
    for mark in MARKS.into_iter().chain([OPERANDS]) {
        if boot.matches(mark).count() != 1 {
            return Err(format!("wasm-tools/boot.js must have the mark {mark} exactly once"));
        }
    }
    let boot = boot.replace(OPERANDS, &rows::operands());
    fit_to_stand_inline(&boot)?;
    Ok(format!("(()=>{{\"use strict\";\n{boot}\n}})();\n"))
}

/// What one module adds to the boot lines: its bindings, which are made anew for each instance, and its bytes.
/// `keeps` tells the lines that drive the vault that it is in this module.
pub(crate) fn module(kind: &str, keeps: bool, glue: &str, module: &[u8]) -> Result<String, Stop> {
    const STRANGE: &str =
        "a WebAssembly module holds an operation that generator/build/rows.rs does not know";
    let rows = rows::of(module).ok_or(STRANGE)?;
    let module = rows.iter().map(|row| format!("'{}'", text_bytes::write(row))).collect::<Vec<_>>().join(",");
    let named = if keeps { "const keeping = " } else { "" };
    let script = format!("{named}kinds.{kind} = {{ bind: () => {glue}, module: [{module}] }};\n");
    fit_to_stand_inline(&script)?;
    Ok(script)
}

/// Lines that stand behind the boot lines in some pages, without their comments.
pub(crate) fn part(source: &str) -> Result<String, Stop> {
    let lines = without_comments(source);
    fit_to_stand_inline(&lines)?;
    Ok(lines)
}

fn without_comments(source: &str) -> String {
    let lines = source.lines().map(str::trim).filter(|line| !line.starts_with("//") && !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

/// These would end an inline script early, or start a comment state in which its end is not seen.
fn fit_to_stand_inline(script: &str) -> Result<(), Stop> {
    for text in ["</script", "<script", "<!--"] {
        if script.contains(text) {
            return Err(format!("the script of the tools may not contain {text}"));
        }
    }
    Ok(())
}

fn is_comment(line: &str) -> bool {
    line.is_empty() || line.starts_with("/*") || line.starts_with('*') || line.starts_with("//")
}
