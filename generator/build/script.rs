//! Composes the one classic script of a tool page: boot lines, bindings, module.

use crate::{Stop, base64};

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
    Ok(format!(
        "const tools = (exports => {{\n{kept}{start}return Object.assign(start, exports);\n}})({{}});"
    ))
}

pub(crate) fn compose(boot: &str, glue: &str, module: &[u8]) -> Result<String, Stop> {
    let lines = boot.lines().map(str::trim).filter(|line| !line.starts_with("//") && !line.is_empty());
    let boot: Vec<&str> = lines.collect();
    let boot = boot.join("\n");
    for mark in ["/* @bindings */", "/* @module */"] {
        if boot.matches(mark).count() != 1 {
            return Err(format!("wasm-tools/src/boot.js must have the mark {mark} exactly once"));
        }
    }
    let script = boot.replace("/* @bindings */", glue).replace("/* @module */", &base64::encode(module));
    // These would end the inline script early, or start a comment state in which its end is not seen.
    for text in ["</script", "<script", "<!--"] {
        if script.contains(text) {
            return Err(format!("the script of the tools may not contain {text}"));
        }
    }
    Ok(format!("(()=>{{\"use strict\";\n{script}\n}})();\n"))
}

fn is_comment(line: &str) -> bool {
    line.is_empty() || line.starts_with("/*") || line.starts_with('*') || line.starts_with("//")
}
