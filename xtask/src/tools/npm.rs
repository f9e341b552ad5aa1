//! The npm packages of `package-lock.json`, here and in `benches/startup/`.

use super::installing;
use crate::{place::Place, program};
use anyhow::{Context, Result, bail};
use std::{
    path::{Path, PathBuf},
    process::Command,
    time::SystemTime,
};

/// The oldest Node that the packages run on.
const OLDEST_NODE: u32 = 20;

const MEND: &str = "install Node 20 or newer, with npm, from your system's packages or from nodejs.org";

/// Stops with one clear line where Node is missing or too old.
pub(super) fn check_node() -> Result<()> {
    let version = program::output(Command::new("node").arg("--version")).context(MEND)?;
    match major(&version) {
        Some(major) if major >= OLDEST_NODE => Ok(()),
        _ => bail!("Node is {}, and {OLDEST_NODE} is the oldest that will do: {MEND}", version.trim()),
    }
}

/// The folder with the packages' programs, after installing them if need be.
pub(super) fn install(place: &Place) -> Result<PathBuf> {
    install_in(place, &place.root, "the npm packages", "about 10 seconds")
}

/// What only the benchmarks in a browser need.
pub(super) fn install_for_bench(place: &Place) -> Result<PathBuf> {
    let what = "what the benchmark measures against, and Lighthouse";
    install_in(place, &place.root.join("benches/startup"), what, "about half a minute")
}

fn install_in(place: &Place, folder: &Path, what: &str, takes: &str) -> Result<PathBuf> {
    let modules = folder.join("node_modules");
    if is_older(&modules.join(".package-lock.json"), &folder.join("package-lock.json")) {
        // No package here needs its install script, and what does not run cannot do harm.
        let mut npm = Command::new("npm");
        npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(folder);
        let log = place.tools.join("log/npm");
        installing(what, takes, || program::logged(&mut npm, &log))?;
    }
    Ok(modules.join(".bin"))
}

/// `v20.20.2` is 20.
fn major(version: &str) -> Option<u32> {
    version.trim().strip_prefix('v')?.split('.').next()?.parse().ok()
}

/// A file that is not there is as old as can be.
fn is_older(file: &Path, than: &Path) -> bool {
    let changed = |path: &Path| path.metadata().and_then(|data| data.modified()).unwrap_or(SystemTime::UNIX_EPOCH);
    changed(file) < changed(than)
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn reads_nodes_version() {
        for (version, expected) in [("v20.20.2\n", Some(20)), ("v8.0.0", Some(8)), ("20", None), ("", None)] {
            assert_eq!(major(version), expected, "{version:?}");
        }
    }
}
