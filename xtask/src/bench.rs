//! `cargo xtask bench`: how long things take. For looking at, never for passing or failing.

use crate::{place::Place, program};
use anyhow::Result;
use std::process::ExitCode;

pub(crate) fn run(place: &Place) -> Result<ExitCode> {
    println!("Building the benchmarks: about a minute the first time.");
    let mut cargo = program::cargo();
    cargo
        .args(
            "bench --package strategy-first --bench check --bench course --bench plan --bench checker --bench files --bench takeaway"
                .split(' '),
        )
        .current_dir(&place.root);
    program::run(&mut cargo)?;
    Ok(ExitCode::SUCCESS)
}
