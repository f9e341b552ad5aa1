//! The release: building it when something has changed, and holding its sizes against the budget.

mod blanks;
mod budget;
mod merge;
mod names;
mod npm;
mod offline;
mod packages;
mod pages;
mod pipeline;
mod sections;
mod single;
mod size;
mod split;
mod stamp;
mod trim;

use self::budget::Budget;
pub(crate) use self::split::as_wasm_bindgen;
use crate::{own_packs::OwnPacks, place::Place, tools};
use anyhow::Result;
use std::{path::PathBuf, process::ExitCode, time::Instant};

/// `cargo xtask dist`
pub(crate) fn run(place: &Place, packs: &[PathBuf]) -> Result<ExitCode> {
    build_with(place, &OwnPacks::read(packs)?)?;
    check_budget(place)?;
    Ok(ExitCode::SUCCESS)
}

/// Brings `dist/` up to date, which takes no time when nothing that goes into it has changed.
pub(crate) fn build(place: &Place) -> Result<()> {
    build_with(place, &OwnPacks::default())
}

/// The same with packs of somebody's own.
fn build_with(place: &Place, own: &OwnPacks) -> Result<()> {
    let inputs = stamp::of_inputs(place, own)?;
    if stamp::is_fresh(place, &inputs)? {
        println!("dist/ is up to date.");
        return Ok(());
    }
    let tools = tools::for_build(place)?;
    println!("Building the release: some 5 minutes.");
    let start = Instant::now();
    pipeline::run(place, &tools, own)?;
    stamp::write(place, &inputs)?;
    println!("  built into dist/ in {:.0} s", start.elapsed().as_secs_f64());
    Ok(())
}

/// Prints the size table; an error names each sum that is over its limit, and by how much.
pub(crate) fn check_budget(place: &Place) -> Result<()> {
    let sizes = size::measure(&place.dist)?;
    let account = Budget::read(place)?.account(&sizes)?;
    println!("{}", size::table(&sizes));
    println!("{}", account.table());
    account.verdict()
}
