//! What belongs to Rust itself: the wasm target, the components, the crates.

use super::installing;
use crate::{place::Place, program};
use anyhow::{Context, Result};
use std::{path::Path, process::Command};

const TARGET: &str = "wasm32-unknown-unknown";

/// Adds the wasm target to the toolchain.
pub(super) fn add_wasm_target() -> Result<()> {
    let folder = program::output(Command::new("rustc").args(["--print", "target-libdir", "--target", TARGET]))?;
    if Path::new(folder.trim()).is_dir() {
        return Ok(());
    }
    let mut rustup = Command::new("rustup");
    rustup.args(["target", "add", TARGET]);
    installing("Rust's wasm target", "about 10 seconds", || program::run(&mut rustup))
}

/// What this machine is called, as the compiler does.
pub(super) fn host() -> Result<String> {
    let about = program::output(Command::new("rustc").arg("-vV"))?;
    let host = about.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned).context("rustc does not say which machine it is for")
}

/// Adds rustfmt and clippy, which a minimal installation of Rust leaves out.
pub(super) fn add_components() -> Result<()> {
    for (component, command) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if program::output(program::cargo().args([command, "--version"])).is_err() {
            let mut rustup = Command::new("rustup");
            rustup.args(["component", "add", component]);
            installing(component, "about 10 seconds", || program::run(&mut rustup))?;
        }
    }
    Ok(())
}

/// Downloads the crates of `Cargo.lock`, those for the browser too: Trunk builds without the network.
pub(super) fn fetch_crates(place: &Place) -> Result<()> {
    program::output(program::cargo().args(["fetch", "--locked", "--quiet"]).current_dir(&place.root))?;
    Ok(())
}
