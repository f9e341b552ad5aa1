//! `cargo xtask verify-build`: whether whoever builds the release gets the same files, byte for byte. It is built once more, from
//! nothing but what is committed, in another folder.

use crate::{dist, files, place::Place, program};
use anyhow::{Result, ensure};
use std::{
    collections::BTreeMap,
    env,
    path::{Path, PathBuf},
    process::{Command, ExitCode},
};

/// # Errors
/// Where something is not committed, either of the builds fails, or the two differ; the message names the files.
pub(crate) fn run(place: &Place) -> Result<ExitCode> {
    let changed = program::output(git().args(["status", "--porcelain"]).current_dir(&place.root))?;
    ensure!(changed.is_empty(), "commit these changes first, or put them aside:\n{changed}");
    dist::build(place)?;
    println!("Building the same once more, from a clone and with nothing compiled before: 10 minutes or so.");
    let clone = clone(place)?;
    let mut cargo = program::cargo();
    cargo.args(["xtask", "dist"]).current_dir(&clone);
    program::run(cargo.env_remove("CARGO_MANIFEST_DIR").env_remove("CARGO_TARGET_DIR"))?;
    let (here, there) = (digests(&place.dist)?, digests(&clone.join("dist"))?);
    let names = here.keys().chain(there.keys());
    let differing: Vec<_> = names.filter(|name| here.get(*name) != there.get(*name)).map(String::as_str).collect();
    ensure!(
        differing.is_empty(),
        "the two builds differ, and stay for comparison ({}):\n{}",
        clone.display(),
        differing.join("\n")
    );
    files::remove_folder(&clone)?;
    println!("{} files, the same in both builds.", here.len());
    Ok(ExitCode::SUCCESS)
}

/// A clone of what is committed, in a folder whose path is no part of the one here.
fn clone(place: &Place) -> Result<PathBuf> {
    let folder = env::temp_dir().join("strategy-first-once-more");
    files::remove_folder(&folder)?;
    program::run(git().args(["clone", "--quiet", "--no-hardlinks"]).arg(&place.root).arg(&folder))?;
    Ok(folder)
}

fn git() -> Command {
    Command::new("git")
}

/// The digest of every file below a folder, by its name.
fn digests(folder: &Path) -> Result<BTreeMap<String, String>> {
    let files = files::below(folder, &[])?;
    files.iter().map(|file| Ok((files::relative(file, folder), files::integrity(files::read(file)?)))).collect()
}
