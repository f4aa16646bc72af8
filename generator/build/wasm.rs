//! The nested build of the tools for WebAssembly, and their bindings by wasm-bindgen's library.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use wasm_bindgen_cli_support::Bindgen;

use crate::Stop;

const TARGET: &str = "wasm32-unknown-unknown";

/// The module and the script that binds it to the page.
pub(crate) struct Bound {
    pub(crate) module: Vec<u8>,
    pub(crate) glue: String,
}

/// Builds modules, programs of the crate `wasm-tools/modules`, with these of its features and no others.
pub(crate) fn build(
    root: &Path,
    out: &Path,
    modules: &[&str],
    features: &[&str],
) -> Result<Vec<Bound>, Stop> {
    ensure_target()?;
    // Beside the outer profile folders: clippy, tests and releases then share one nested build, and none can
    // wait for a lock that the outer cargo holds.
    let target_dir = out.ancestors().nth(4).unwrap_or(out).join("wasm-tools");
    compile(root, &target_dir, modules, features)?;
    let compiled = target_dir.join(TARGET).join("wasm");
    modules.iter().map(|module| bind(&compiled.join(format!("{module}.wasm")))).collect()
}

fn bind(compiled: &Path) -> Result<Bound, Stop> {
    let explain = |error| format!("wasm-bindgen cannot bind the tools: {error:#}");
    let mut bindgen = Bindgen::new();
    bindgen.input_path(compiled).typescript(false).omit_default_module_path(true);
    bindgen.remove_name_section(true).remove_producers_section(true);
    let mut output =
        bindgen.no_modules(true).and_then(|bindgen| bindgen.generate_output()).map_err(explain)?;
    let glue = output.js().to_owned();
    Ok(Bound { module: output.wasm_mut().emit_wasm(), glue })
}

fn compile(root: &Path, target_dir: &Path, modules: &[&str], features: &[&str]) -> Result<(), Stop> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command
        .args(["build", "--quiet", "--locked", "--package=footbridge-modules"])
        .args(modules.iter().map(|module| format!("--bin={module}")))
        .args(["--no-default-features", "--features", &features.join(",")])
        .args(["--target", TARGET, "--profile", "wasm", "--color", "never"])
        .arg("--manifest-path")
        .arg(root.join("Cargo.toml"))
        .arg("--target-dir")
        .arg(target_dir)
        .current_dir(root);
    // What the outer cargo and clippy set is meant for the outer build alone.
    for (name, _) in env::vars_os() {
        if name.to_str().is_some_and(is_of_outer_build) {
            command.env_remove(&name);
        }
    }
    command.env("CARGO_ENCODED_RUSTFLAGS", remapped(root));
    let output = command.output().map_err(|error| format!("cannot run cargo for the tools: {error}"))?;
    if output.status.success() {
        return Ok(());
    }
    let errors = String::from_utf8_lossy(&output.stderr);
    Err(format!("the tools do not compile to WebAssembly:\n{errors}"))
}

fn is_of_outer_build(name: &str) -> bool {
    let settings_of_the_person =
        ["CARGO_HOME", "CARGO_NET_", "CARGO_HTTP_", "CARGO_REGISTR", "CARGO_SOURCE_"];
    let outer =
        ["RUSTFLAGS", "RUSTC", "RUSTDOC", "MAKEFLAGS", "CLIPPY_", "TARGET", "HOST", "PROFILE", "NUM_JOBS"];
    outer.iter().any(|start| name.starts_with(start))
        || (name.starts_with("CARGO") && !settings_of_the_person.iter().any(|start| name.starts_with(start)))
}

/// Panic messages name source files. Without the folders of this machine the bytes are the same everywhere.
fn remapped(root: &Path) -> String {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| env::home_dir().map(|home| home.join(".cargo")));
    let mut prefixes = vec![(root.to_owned(), "footbridge".to_owned())];
    if let Some(home) = home {
        prefixes.push((home.clone(), "cargo".to_owned()));
        // The last that fits counts. The folder of a registry says nothing and would stand in every page.
        let registries = std::fs::read_dir(home.join("registry/src")).into_iter().flatten().flatten();
        prefixes.extend(registries.map(|folder| (folder.path(), "crate".to_owned())));
    }
    let mut flags = Vec::new();
    for (path, name) in prefixes {
        flags.push(format!("--remap-path-prefix={}={name}", path.display()));
    }
    flags.join("\u{1f}")
}

/// Sees to it that the compiler knows WebAssembly, without asking anybody to install it by hand.
fn ensure_target() -> Result<(), Stop> {
    if has_target()? {
        return Ok(());
    }
    let mut command = Command::new("rustup");
    command.args(["target", "add", TARGET]);
    // Add it to the very toolchain that is compiling.
    if let Ok(toolchain) = env::var("RUSTUP_TOOLCHAIN") {
        command.args(["--toolchain", &toolchain]);
    }
    let said = match command.output() {
        Ok(output) if output.status.success() => String::new(),
        Ok(output) => reason(&String::from_utf8_lossy(&output.stderr)),
        Err(error) => format!("rustup cannot be run: {error}"),
    };
    // Another build may have added it at the same time: what counts is whether it is there now.
    if has_target()? {
        return Ok(());
    }
    Err(format!(
        "the tools need Rust's WebAssembly target, which could not be added ({said}): run `rustup target add {TARGET}`"
    ))
}

fn has_target() -> Result<bool, Stop> {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = Command::new(rustc)
        .args(["--print", "sysroot"])
        .output()
        .map_err(|error| format!("cannot run rustc: {error}"))?;
    let sysroot = PathBuf::from(String::from_utf8_lossy(&output.stdout).trim());
    Ok(sysroot.join("lib/rustlib").join(TARGET).join("lib").is_dir())
}

/// The first line in which rustup says what went wrong.
fn reason(text: &str) -> String {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.find(|line| line.starts_with("error")).unwrap_or("rustup gave no reason").to_owned()
}
