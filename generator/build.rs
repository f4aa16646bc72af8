//! Makes the binary complete by itself: compiles the tools to WebAssembly, audits what they may do, composes
//! the one script of a tool page, and lists the default theme's files. See ARCHITECTURE.md.

#[path = "build/audit.rs"]
mod audit;
#[path = "build/base64.rs"]
mod base64;
#[path = "build/script.rs"]
mod script;
#[path = "build/theme.rs"]
mod theme;
#[path = "build/wasm.rs"]
mod wasm;

use std::fs;
use std::path::{Path, PathBuf};

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
    let bound = wasm::build(root, &out)?;
    let allowed = read(&tools.join("imports.allow"))?;
    let glue = script::without_loaders(&bound.glue)?;
    audit::imports(&bound.module, &allowed)?;
    audit::script(&glue)?;
    let boot = read(&tools.join("src/boot.js"))?;
    audit::script(&boot)?;
    write(&out.join("tools.js"), &script::compose(&boot, &glue, &bound.module)?)?;
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
    println!("cargo::rerun-if-changed={}", root.join("generator/build.rs").display());
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
