//! `cargo xtask verify-exports`: whether an office program that is not ours reads the Word files that a plan is taken away as.
//! The other formats are read back in the native tests.

use crate::{place::Place, program, tools};
use anyhow::{Result, bail};
use std::process::ExitCode;

/// What makes a text of a Word file, and the system's package that brings it.
const OFFICE: &str = "soffice";
const PACKAGE: &str = "libreoffice-writer-nogui";

const TEST: &str = "test --workspace --test takeaway_word -- --ignored";

/// # Errors
/// Where that program is missing; the message names the package.
pub(crate) fn run(place: &Place) -> Result<ExitCode> {
    if !is_there() {
        bail!(
            "LibreOffice is not there to read Word files with: install {PACKAGE}, or the like of your system's packages"
        );
    }
    check(place)?;
    Ok(ExitCode::SUCCESS)
}

pub(crate) fn is_there() -> bool {
    program::on_path(&[OFFICE]).is_some()
}

/// # Errors
/// Where something is missing in a Word file, or one could not be made or read.
pub(crate) fn check(place: &Place) -> Result<()> {
    // The script that makes them is an npm package's.
    tools::for_scripts(place)?;
    program::run(program::cargo().args(TEST.split(' ')).current_dir(&place.root))
}
