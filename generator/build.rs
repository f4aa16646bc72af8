//! Makes the binary complete by itself: compiles the tools to WebAssembly, audits what they may do, writes the
//! parts of a tool page's script, and lists the default theme's files. See ARCHITECTURE.md.

#[path = "build/audit.rs"]
mod audit;
#[path = "build/script.rs"]
mod script;
#[path = "src/text_bytes.rs"]
mod text_bytes;
#[path = "build/theme.rs"]
mod theme;
#[path = "build/wasm.rs"]
mod wasm;

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

/// The kinds of tools. Each is a crate of its own in `wasm-tools`, and a module of its own in the page.
const KINDS: &[&str] = &["checklist", "plan", "questionnaire"];

/// What keeps things: no kind of tool, but a module beside them. Its bindings are driven by `store.js`.
const KEEP: &str = "keep";

/// What stops the build, in words for whoever ran it; each line becomes an error of cargo's.
type Stop = String;

fn main() {
    if let Err(stop) = build() {
        for line in stop.lines().filter(|line| !line.trim().is_empty()) {
            println!("cargo::error={line}");
        }
        // Cargo adds "build script failed" by itself; a panic's backtrace would only hide the lines above.
        std::process::exit(1);
    }
}

fn build() -> Result<(), Stop> {
    let generator = PathBuf::from(variable("CARGO_MANIFEST_DIR")?);
    let out = PathBuf::from(variable("OUT_DIR")?);
    let root = generator.parent().ok_or("the generator stands in no workspace")?;
    watch(root)?;
    let tools = root.join("wasm-tools");
    let boot = read(&tools.join("boot.js"))?;
    audit::script(&boot)?;
    write(&out.join("boot.js"), &script::boot(&boot)?)?;
    let store = read(&tools.join("store.js"))?;
    audit::store(&store)?;
    let mut kinds = String::from("&[\n");
    let all: Vec<&str> = KINDS.iter().copied().chain([KEEP]).collect();
    for (kind, bound) in all.iter().zip(wasm::build(root, &out, &all)?) {
        let list = tools.join(kind).join("imports.allow");
        audit::imports(&bound.module, &read(&list)?, &format!("wasm-tools/{kind}/imports.allow"))?;
        let glue = script::without_loaders(&bound.glue)?;
        audit::script(&glue)?;
        if *kind == KEEP {
            write(&out.join("store.js"), &script::store(&store, &glue, &bound.module)?)?;
            continue;
        }
        let path = out.join(format!("{kind}.js"));
        write(&path, &script::kind(kind, &glue, &bound.module)?)?;
        // Writing to a string cannot fail.
        let _ = writeln!(kinds, "    ({kind:?}, include_str!({:?})),", path.display().to_string());
    }
    kinds.push(']');
    write(&out.join("kinds.rs"), &kinds)?;
    write(&out.join("theme.rs"), &theme::list(&root.join("themes/daylight"))?)
}

/// Every file that the result depends on, one by one: a folder's own date misses edits inside it.
fn watch(root: &Path) -> Result<(), Stop> {
    for name in ["Cargo.toml", "Cargo.lock"] {
        println!("cargo::rerun-if-changed={}", root.join(name).display());
    }
    for folder in ["generator/build", "wasm-tools", "themes/daylight"] {
        // The folders as well, so that a new file is noticed.
        for path in theme::walk(&root.join(folder))? {
            println!("cargo::rerun-if-changed={}", path.display());
        }
    }
    for file in ["generator/build.rs", "generator/src/text_bytes.rs"] {
        println!("cargo::rerun-if-changed={}", root.join(file).display());
    }
    Ok(())
}

fn variable(name: &str) -> Result<String, Stop> {
    std::env::var(name).map_err(|_| format!("cargo did not set {name}"))
}

fn read(path: &Path) -> Result<String, Stop> {
    fs::read_to_string(path).map_err(|error| format!("cannot read {}: {error}", path.display()))
}

fn write(path: &Path, text: &str) -> Result<(), Stop> {
    fs::write(path, text).map_err(|error| format!("cannot write {}: {error}", path.display()))
}
