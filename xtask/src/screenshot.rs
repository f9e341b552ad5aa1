//! `cargo xtask screenshot`: the pictures in the README and the icons, taken from the release in Chromium.

use crate::{dist, place::Place, program, server::Server, tools};
use anyhow::Result;
use std::process::{Command, ExitCode};

pub(crate) fn run(place: &Place) -> Result<ExitCode> {
    dist::build(place)?;
    let programs = tools::for_pictures(place)?;
    let server = Server::start(&place.dist, 0)?;
    let mut node = Command::new("node");
    node.arg("xtask/scripts/screenshot.mjs").args(["docs", "embed/app"]).current_dir(&place.root);
    program::run(node.envs(programs.variables()).env("SF_BASE_URL", server.address()))?;
    Ok(ExitCode::SUCCESS)
}
