//! Makes the binary complete by itself: compiles the tools to WebAssembly, audits what they may do, writes the
//! parts of a tool page's script, and lists the default theme's files. See ARCHITECTURE.md.

#[path = "build/audit.rs"]
mod audit;
#[path = "build/bytes.rs"]
mod bytes;
#[path = "build/names.rs"]
mod names;
#[path = "build/rows.rs"]
mod rows;
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

/// The kinds of tools. Each is a crate of its own in `wasm-tools`.
const KINDS: &[&str] = &["checklist", "plan", "questionnaire"];

/// The kinds of which a part may be read before the phrase.
const WITH_STEPS: &[&str] = &["plan"];

/// The crate that keeps things: no kind of tool, but a part of the module of a kind that can be kept.
const KEEP: &str = "keep";

/// A module that a page can carry, a program of the crate `wasm-tools/modules`: its name, the kind of tools that it
/// brings to life, and the crates in it. What two crates share stands in a module once.
struct Module {
    name: String,
    kind: &'static str,
    crates: Vec<&'static str>,
}

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
    write(&out.join("store.js"), &script::part(&store)?)?;
    let hand_over = read(&tools.join("hand-over.js"))?;
    audit::hand_over(&hand_over)?;
    write(&out.join("hand-over.js"), &script::part(&hand_over)?)?;
    let mut list = String::from("&[\n");
    for (features, modules) in groups() {
        let names: Vec<&str> = modules.iter().map(|module| module.name.as_str()).collect();
        for (module, bound) in modules.iter().zip(wasm::build(root, &out, &names, features)?) {
            let bound = names::shortened(&bound).ok_or("a WebAssembly module cannot be read")?;
            audit::imports(&bound.module, &allowed(&tools, module)?, &module.crates)?;
            let glue = script::without_loaders(&bound.glue)?;
            audit::script(&glue)?;
            // For the test that a page puts together the same.
            write(&out.join(format!("{}.wasm", module.name)), &bound.module)?;
            let path = out.join(format!("{}.js", module.name));
            let keeps = module.crates.contains(&KEEP);
            write(&path, &script::module(module.kind, keeps, &glue, &bound.module)?)?;
            // Writing to a string cannot fail.
            let _ =
                writeln!(list, "    ({:?}, include_str!({:?})),", module.name, path.display().to_string());
        }
    }
    list.push(']');
    write(&out.join("modules.rs"), &list)?;
    write(&out.join("theme.rs"), &theme::list(&root.join("themes/daylight"))?)
}

/// The modules by the features of `wasm-tools/modules` that they are built with: each kind by itself, each with what
/// keeps things, and that alone.
fn groups() -> Vec<(&'static [&'static str], Vec<Module>)> {
    let module = |name: String, kind, crates| Module { name, kind, crates };
    let kept = |kind: &&'static str| module(format!("{kind}-kept"), kind, vec![*kind, KEEP]);
    let (with_steps, others): (Vec<&&str>, Vec<&&str>) =
        KINDS.iter().partition(|kind| WITH_STEPS.contains(kind));
    let alone = KINDS.iter().map(|kind| module((*kind).to_owned(), kind, vec![*kind])).collect();
    let all_things = module(KEEP.to_owned(), KEEP, vec![KEEP]);
    vec![
        (&[], alone),
        (&["keep"], others.into_iter().map(kept).collect()),
        (&["keep", "steps"], with_steps.into_iter().map(kept).chain([all_things]).collect()),
    ]
}

/// What the crates of a module may call, all lists together.
fn allowed(tools: &Path, module: &Module) -> Result<String, Stop> {
    module.crates.iter().map(|part| read(&tools.join(part).join("imports.allow"))).collect()
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

fn write(path: &Path, bytes: impl AsRef<[u8]>) -> Result<(), Stop> {
    fs::write(path, bytes).map_err(|error| format!("cannot write {}: {error}", path.display()))
}
