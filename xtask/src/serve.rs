//! `cargo xtask serve`: the release, on this machine.

use crate::{dist, place::Place, server::Server};
use anyhow::Result;
use clap::Args;
use std::process::ExitCode;

#[derive(Args)]
pub(crate) struct Options {
    /// The port to serve on
    #[arg(long, default_value_t = 8080)]
    port: u16,
}

pub(crate) fn run(place: &Place, options: &Options) -> Result<ExitCode> {
    // Before building, so that a port in use is said at once and not after minutes.
    let server = Server::start(&place.dist, options.port)?;
    dist::build(place)?;
    println!("Strategy First is at {} (Ctrl+C stops it)", server.address());
    server.wait()?;
    Ok(ExitCode::SUCCESS)
}
