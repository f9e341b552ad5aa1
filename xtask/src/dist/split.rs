//! Cuts the program at `src/halves.rs` on its way from the compiler to wasm-bindgen: what lies behind each cut becomes a module
//! of its own, which shares memory and functions with the first one.
//!
//! Trunk runs the compiler and then whatever is called `wasm-bindgen` on the PATH. For a build that is this program under
//! another name: it cuts, and hands the first part on to the real one. The others wait in a folder of ours until Trunk is
//! done, since Trunk empties its own.

use super::merge::merge;
use crate::{files, program, tools::BuildTools};
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

/// The real wasm-bindgen, and where the parts go: told to ourselves by way of Trunk.
const REAL: &str = "STRATEGY_FIRST_WASM_BINDGEN";
const PARTS_FOLDER: &str = "STRATEGY_FIRST_PARTS";

/// The parts that are loaded on their own, by the names in `src/halves.rs`; the plan's own first.
const PARTS: [&str; 8] = ["plan", "checker", "views", "ways", "take", "more", "files", "share"];

/// Those that do not belong to the plan's part, and so are called by their names alone.
const BY_NAME: [&str; 2] = ["plan", "more"];

/// Those that the check can ask for without the plan's own. What several of them share is loaded with the first of these, so the one
/// that shares least with the plan comes first.
const BESIDE_CHECK: [&str; 3] = ["more", "share", "files"];

/// What is smaller than this, in bytes, is not worth a file of its own: the plan's own part brings it along.
const SMALL: u64 = 3400;

/// What is made beside the parts to load them; ours does that, and needs to know only who shares what.
const LOADER: &str = "__wasm_split.js";

/// How the names of the files begin that hold what several parts share.
pub(super) const SHARED: &str = "plan-shared-";

/// Where the parts of one build wait.
pub(super) struct Parts(PathBuf);

impl Parts {
    pub(super) fn new(work: &Path) -> Result<Parts> {
        let folder = work.join("parts");
        files::remove_folder(&folder)?;
        fs::create_dir_all(folder.join("bin")).with_context(|| format!("cannot make {}", folder.display()))?;
        fs::copy(ourselves()?, folder.join("bin").join(NAME)).context("this program cannot be copied")?;
        Ok(Parts(folder))
    }

    /// The folder to put in front of the PATH.
    pub(super) fn bin(&self) -> PathBuf {
        self.0.join("bin")
    }

    /// Tells what Trunk calls where things are.
    pub(super) fn tell(&self, trunk: &mut Command, real: &Path) {
        trunk.env(REAL, real.join(NAME)).env(PARTS_FOLDER, &self.0);
    }

    /// Puts the parts where they are published, and gives the names of their files: `plan-views.wasm`, and for what several
    /// parts share and the first one does not need, those with the parts in their names: `plan-shared-views-take.wasm`.
    pub(super) fn publish(&self, tools: &BuildTools, features: &[&str], to: &Path) -> Result<Vec<String>> {
        let mut files = Vec::new();
        for (by, pieces) in self.homes()? {
            let file = match by.as_slice() {
                [part] if BY_NAME.contains(part) => format!("{part}.wasm"),
                [part] => format!("plan-{part}.wasm"),
                _ => format!("{SHARED}{}.wasm", by.join("-")),
            };
            if let [piece] = pieces.as_slice() {
                fs::copy(piece, to.join(&file)).with_context(|| format!("cannot write {file}"))?;
            } else {
                merge(tools, features, &pieces, &to.join(&file))?;
            }
            files.push(file);
        }
        Ok(files)
    }

    /// What goes into one file each, with the parts that need it, in the order of [`PARTS`].
    ///
    /// The cutting makes a piece for each set of parts that share something. What the plan's own part needs is loaded with it,
    /// and so becomes one with it; but what the check can ask for without the plan stays apart, in two files each: what the
    /// plan's own part needs too, and what it would load for nothing.
    fn homes(&self) -> Result<Vec<Home>> {
        let mut homes: Vec<Home> = Vec::new();
        for name in PARTS {
            let piece = self.0.join(format!("split_{name}.wasm"));
            anyhow::ensure!(piece.is_file(), "the program was not cut: no {}", piece.display());
            homes.push((vec![name], vec![piece]));
        }
        let mut apart: [[Home; 2]; BESIDE_CHECK.len()] = Default::default();
        for (piece, by) in shared(&files::read_text(&self.0.join(LOADER))?) {
            let piece = self.0.join(piece);
            let is_small = || fs::metadata(&piece).is_ok_and(|piece| piece.len() < SMALL);
            if let Some(at) = BESIDE_CHECK.iter().position(|part| by.contains(part)) {
                let (parts, pieces) = &mut apart[at][usize::from(by.contains(&PARTS[0]))];
                parts.extend(by);
                pieces.push(piece);
            } else if by.contains(&PARTS[0]) || is_small() {
                homes[0].1.push(piece);
            } else {
                homes.push((by, vec![piece]));
            }
        }
        for (by, pieces) in apart.into_iter().flatten().filter(|(_, pieces)| !pieces.is_empty()) {
            homes.push((PARTS.into_iter().filter(|part| by.contains(part)).collect(), pieces));
        }
        Ok(homes)
    }
}

/// Parts of the program, and the pieces that they need.
type Home = (Vec<&'static str>, Vec<PathBuf>);

/// This program's own file. Cargo may have put another one in its place since it began to run, as the tests of a fresh clone
/// do; where the system can still lead to the one that runs, it is that.
fn ourselves() -> Result<PathBuf> {
    let running = Path::new("/proc/self/exe");
    if running.exists() {
        return Ok(running.to_owned());
    }
    env::current_exe().context("this program cannot find itself")
}

/// The files of what parts share, each with the names of those parts, the plan's own first: they stand in a comment above.
fn shared(loader: &str) -> Vec<(String, Vec<&'static str>)> {
    let lines = loader.lines().zip(loader.lines().skip(1));
    let chunks = lines.filter_map(|(above, line)| {
        let (name, _) = line.strip_prefix("const __")?.split_once(" = makeLoad(")?;
        let parts = above.strip_prefix("/* ")?.strip_suffix(" */")?;
        let by = PARTS.into_iter().filter(|part| parts.split(", ").any(|name| name == *part)).collect();
        name.starts_with("chunk_").then(|| (format!("{name}.wasm"), by))
    });
    chunks.collect()
}

/// Does the work of wasm-bindgen where this program was called by that name; else nothing.
pub(crate) fn as_wasm_bindgen() -> Option<Result<ExitCode>> {
    let (real, parts) = (env::var_os(REAL)?, env::var_os(PARTS_FOLDER)?);
    let called = env::args_os().next().map(PathBuf::from)?;
    let is_called_so = called.file_name().is_some_and(|name| name == NAME);
    is_called_so.then(|| cut_and_bind(&real, Path::new(&parts)))
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
    // The functions that the parts share are called through a table, which must stay exported.
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

#[cfg(test)]
mod tests {
    use super::shared;

    #[test]
    fn what_is_shared_is_known_by_who_shares_it() {
        let loader = "}\n/* checker, plan, views */\nconst __chunk_6 = makeLoad(() => {\n}\n, []);\n\
            /* views, ways */\nconst __chunk_12 = makeLoad(() => {\n, []);\nexport const load = makeLoad(() => {";
        let expected = [
            ("chunk_6.wasm".to_owned(), vec!["plan", "checker", "views"]),
            ("chunk_12.wasm".to_owned(), vec!["views", "ways"]),
        ];
        assert_eq!(shared(loader), expected);
    }
}
