//! What the commands need beyond Rust and Node: found where it is, installed where it is not, never twice.
//!
//! Each function gives what one kind of work needs, so that building asks for no browser. Compiled tools are kept per user
//! and version; npm packages in `node_modules`; browsers come from the system's packages.

mod compiled;
mod lockfile;
mod npm;
mod rust;
mod system;

use self::compiled::CompiledTool;
pub(crate) use self::system::{Programs, is_root};
use crate::{place::Place, program};
use anyhow::{Context, Result};
use std::{
    env,
    ffi::OsString,
    iter,
    path::{Path, PathBuf},
    process::{Command, ExitCode},
    time::Instant,
};

/// What building the release needs.
pub(crate) struct BuildTools {
    trunk: PathBuf,
    wasm_bindgen: PathBuf,
    npm: PathBuf,
}

impl BuildTools {
    /// Trunk, which finds its wasm-bindgen in `bin`.
    pub(crate) fn trunk(&self, bin: &Path) -> Result<Command> {
        let mut command = Command::new(self.trunk.join("trunk"));
        command.env("PATH", path_with(bin)?);
        // Its own insides would bury the compiler's message.
        command.env("RUST_BACKTRACE", "0");
        // The convention is any value at all; Trunk's parser takes only "true" or "false" and stops at "1".
        if env::var_os("NO_COLOR").is_some() {
            command.env("NO_COLOR", "true");
        }
        Ok(command)
    }

    /// The folder of the wasm-bindgen that matches the program.
    pub(crate) fn wasm_bindgen(&self) -> &Path {
        &self.wasm_bindgen
    }

    /// A program from `node_modules`.
    pub(crate) fn npm(&self, name: &str) -> Command {
        Command::new(self.npm.join(name))
    }
}

/// What the tests inside a browser need.
pub(crate) struct WebTools {
    /// The runner that cargo hands the compiled test to.
    pub(crate) runner: PathBuf,
    pub(crate) programs: Programs,
}

/// Where cargo keeps its crates.
pub(crate) fn cargo_home() -> Result<PathBuf> {
    let given = env::var_os("CARGO_HOME").map(PathBuf::from);
    let usual = || env::var_os("HOME").map(|home| PathBuf::from(home).join(".cargo"));
    given.or_else(usual).context("neither CARGO_HOME nor HOME says where cargo keeps its crates: set one")
}

/// What building the release needs.
pub(crate) fn for_build(place: &Place) -> Result<BuildTools> {
    npm::check_node()?;
    rust::add_wasm_target()?;
    rust::fetch_crates(place)?;
    Ok(BuildTools {
        npm: npm::install(place)?,
        wasm_bindgen: wasm_bindgen(place)?.install(place)?,
        trunk: CompiledTool::trunk().install(place)?,
    })
}

/// What the checks of the source need.
pub(crate) fn for_core(place: &Place) -> Result<()> {
    rust::add_wasm_target()?;
    rust::add_components()?;
    rust::fetch_crates(place)
}

/// What fuzzing needs: libFuzzer is C++.
pub(crate) fn for_fuzz(place: &Place) -> Result<()> {
    system::install(place, &[&system::COMPILER]).map(drop)
}

/// What this machine is called, as in `x86_64-unknown-linux-gnu`.
pub(crate) fn host() -> Result<String> {
    rust::host()
}

/// What the tests inside a browser need.
pub(crate) fn for_web(place: &Place) -> Result<WebTools> {
    rust::add_wasm_target()?;
    rust::fetch_crates(place)?;
    Ok(WebTools {
        runner: wasm_bindgen(place)?.install(place)?.join("wasm-bindgen-test-runner"),
        programs: system::install(place, &[&system::CHROMIUM])?,
    })
}

/// What driving the page in three browsers needs, beside what building needs.
pub(crate) fn for_e2e(place: &Place) -> Result<Programs> {
    npm::check_node()?;
    npm::install(place)?;
    let needs: [&[system::Need]; 5] =
        [&system::CHROMIUM, &system::FIREFOX, &system::WEBKIT, &system::FONTS, &system::PDF];
    let mut programs = system::install(place, &needs)?;
    programs.add("GECKODRIVER", geckodriver(place)?);
    Ok(programs)
}

/// What running scripts outside of a browser needs.
pub(crate) fn for_scripts(place: &Place) -> Result<()> {
    npm::check_node()?;
    npm::install(place)?;
    Ok(())
}

/// What taking pictures of the page needs, beside what building needs.
pub(crate) fn for_pictures(place: &Place) -> Result<Programs> {
    npm::check_node()?;
    npm::install(place)?;
    system::install(place, &[&system::CHROMIUM, &system::FONTS])
}

/// What the benchmarks in a browser need, beside what building needs.
pub(crate) fn for_bench(place: &Place) -> Result<Programs> {
    let programs = for_pictures(place)?;
    npm::install_for_bench(place)?;
    Ok(programs)
}

/// `cargo xtask tools`: everything at once.
pub(crate) fn run(place: &Place) -> Result<ExitCode> {
    for_core(place)?;
    for_fuzz(place)?;
    for_build(place)?;
    for_web(place)?;
    for_e2e(place)?;
    println!("Every tool is in place.");
    Ok(ExitCode::SUCCESS)
}

fn wasm_bindgen(place: &Place) -> Result<CompiledTool> {
    Ok(CompiledTool::wasm_bindgen(lockfile::version(place, "wasm-bindgen")?))
}

/// Any version will do, so one that is there is taken. Debian 12 has no package of it, so the last resort is compiling.
fn geckodriver(place: &Place) -> Result<PathBuf> {
    match program::named("GECKODRIVER").or_else(|| program::on_path(&["geckodriver"])) {
        Some(found) => Ok(found),
        None => Ok(CompiledTool::geckodriver().install(place)?.join("geckodriver")),
    }
}

/// The PATH with a folder in front.
fn path_with(folder: &Path) -> Result<OsString> {
    let path = env::var_os("PATH").unwrap_or_default();
    let folders = iter::once(folder.to_path_buf()).chain(env::split_paths(&path));
    env::join_paths(folders).context("the PATH cannot be extended: the tools folder's name holds a separator")
}

/// Says what is being installed and how long that may take, does it, and says how long it took.
fn installing(what: &str, takes: &str, work: impl FnOnce() -> Result<()>) -> Result<()> {
    println!("Installing {what}: {takes}, once on this machine.");
    let start = Instant::now();
    work().with_context(|| format!("cannot install {what}"))?;
    println!("  done in {:.0} s", start.elapsed().as_secs_f64());
    Ok(())
}
