//! Where things are.

use anyhow::{Context, Result};
use std::{
    env,
    path::{Path, PathBuf},
};

/// The folders this program works in.
pub(crate) struct Place {
    /// The repository.
    pub(crate) root: PathBuf,
    /// The release, as a host serves it.
    pub(crate) dist: PathBuf,
    /// What only this program keeps: staging, stamps, reports. On the same disk as `dist`, so that a rename swaps them.
    pub(crate) work: PathBuf,
    /// Tools compiled for this user. Outside the repository, so that a second clone does not compile them again.
    pub(crate) tools: PathBuf,
}

impl Place {
    pub(crate) fn find() -> Result<Self> {
        // Asked for at run time: a path compiled in would be wrong in a copy of the repository.
        let manifest = env::var_os("CARGO_MANIFEST_DIR").context("run this program as `cargo xtask`")?;
        let root = Path::new(&manifest)
            .parent()
            .context("run this program as `cargo xtask`, inside the repository")?
            .to_path_buf();
        Ok(Self { dist: root.join("dist"), work: root.join("target/xtask"), tools: tools_folder()?, root })
    }
}

fn tools_folder() -> Result<PathBuf> {
    let given = |name| env::var_os(name).filter(|value| !value.is_empty());
    if let Some(folder) = given("STRATEGY_FIRST_TOOLS") {
        return Ok(folder.into());
    }
    let cache = match given("XDG_CACHE_HOME") {
        Some(cache) => PathBuf::from(cache),
        None => env::home_dir()
            .context("no home folder: set STRATEGY_FIRST_TOOLS to a folder where tools may be kept")?
            .join(".cache"),
    };
    Ok(cache.join("strategy-first/tools"))
}
