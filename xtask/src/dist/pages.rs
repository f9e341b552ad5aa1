//! The second program, that of the pages beside the widget: one piece, since nobody waits for it on a phone.

use crate::{place::Place, program, tools::BuildTools};
use anyhow::Result;
use std::{path::Path, process::Command};

/// The bin in Cargo.toml, after which its files are named.
const BIN: &str = "strategy-first-pages";

pub(super) const GLUE: &str = "strategy-first-pages.js";
pub(super) const WASM: &str = "strategy-first-pages_bg.wasm";

/// Puts the program and what JavaScript needs to start it into `staging`.
pub(super) fn compile(place: &Place, tools: &BuildTools, flags: &str, staging: &Path) -> Result<()> {
    let target = place.root.join("target");
    let mut cargo = Command::new("cargo");
    cargo.args(["build", "--release", "--offline", "--target", "wasm32-unknown-unknown", "--bin", BIN]);
    cargo.arg("--target-dir").arg(&target).env("RUSTFLAGS", flags).current_dir(&place.root);
    program::run(&mut cargo)?;
    let made = target.join(format!("wasm32-unknown-unknown/release/{BIN}.wasm"));
    let mut wasm_bindgen = Command::new(tools.wasm_bindgen().join("wasm-bindgen"));
    wasm_bindgen.args(["--target", "web", "--no-typescript", "--out-name", BIN]).arg("--out-dir").arg(staging);
    program::run(wasm_bindgen.arg(made))
}
