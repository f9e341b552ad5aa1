//! Cuts the program in two on its way from the compiler to wasm-bindgen: what only the plan builder needs becomes a module of
//! its own, which shares memory and functions with the first one.
//!
//! Trunk runs the compiler and then whatever is called `wasm-bindgen` on the PATH. For a build that is this program under
//! another name: it cuts, and hands the first half on to the real one. The second half has to wait in a folder until Trunk
//! is done, since Trunk empties its own.

use crate::{files, program};
use anyhow::{Context, Result};
use std::{
    env,
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    process::{Command, ExitCode},
};
use wasm_split_cli_support::{Options, transform};

/// What this program is called when Trunk calls it.
const NAME: &str = if cfg!(windows) { "wasm-bindgen.exe" } else { "wasm-bindgen" };

/// The real wasm-bindgen, and where the halves go: told to ourselves by way of Trunk.
const REAL: &str = "STRATEGY_FIRST_WASM_BINDGEN";
const HALVES: &str = "STRATEGY_FIRST_HALVES";

/// The plan's half, by the name that the splitter gives it.
const HALF: &str = "split_plan.wasm";

/// Where the halves of one build wait.
pub(super) struct Halves(PathBuf);

impl Halves {
    pub(super) fn new(work: &Path) -> Result<Halves> {
        let folder = work.join("halves");
        files::remove_folder(&folder)?;
        fs::create_dir_all(folder.join("bin")).with_context(|| format!("cannot make {}", folder.display()))?;
        let ourselves = env::current_exe().context("this program cannot find itself")?;
        fs::copy(ourselves, folder.join("bin").join(NAME)).context("this program cannot be copied")?;
        Ok(Halves(folder))
    }

    /// The folder to put in front of the PATH.
    pub(super) fn bin(&self) -> PathBuf {
        self.0.join("bin")
    }

    /// Tells what Trunk calls where things are.
    pub(super) fn tell(&self, trunk: &mut Command, real: &Path) {
        trunk.env(REAL, real.join(NAME)).env(HALVES, &self.0);
    }

    /// Puts the plan's half where it is published.
    pub(super) fn publish(&self, to: &Path) -> Result<()> {
        let from = self.0.join(HALF);
        fs::copy(&from, to).with_context(|| format!("the program was not cut: there is no {}", from.display()))?;
        Ok(())
    }
}

/// Does the work of wasm-bindgen where this program was called by that name; else nothing.
pub(crate) fn as_wasm_bindgen() -> Option<Result<ExitCode>> {
    let (real, halves) = (env::var_os(REAL)?, env::var_os(HALVES)?);
    let called = env::args_os().next().map(PathBuf::from)?;
    let is_called_so = called.file_name().is_some_and(|name| name == NAME);
    is_called_so.then(|| cut_and_bind(&real, Path::new(&halves)))
}

fn cut_and_bind(real: &OsString, folder: &Path) -> Result<ExitCode> {
    let mut command = Command::new(real);
    for argument in env::args_os().skip(1) {
        let path = Path::new(&argument);
        if path.extension().is_some_and(|extension| extension == "wasm") && path.is_file() {
            command.arg(cut(path, folder)?);
        } else {
            command.arg(argument);
        }
    }
    // The functions that the halves share are called through a table, which must stay exported.
    let is_binding = env::args_os().len() > 2;
    program::run(command.args(is_binding.then_some("--keep-lld-exports")))?;
    Ok(ExitCode::SUCCESS)
}

/// Cuts, and gives the path of the first half, under the name that the whole had.
fn cut(whole: &Path, folder: &Path) -> Result<PathBuf> {
    let program = fs::read(whole).with_context(|| format!("cannot read {}", whole.display()))?;
    let main = folder.join(whole.file_name().context("the program has no name")?);
    let mut options = Options::new(&program);
    options.output_dir = folder;
    options.main_out_path = &main;
    transform(options).map_err(|error| anyhow::anyhow!("the program could not be cut in two: {error:#}"))?;
    Ok(main)
}
