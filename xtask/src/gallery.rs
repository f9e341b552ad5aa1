//! `cargo xtask gallery`: pictures of every state, to be looked at; and what the tests compare with, made anew.

use crate::{dist, place::Place, program, server::Server, tools};
use anyhow::Result;
use clap::Args;
use std::process::{Command, ExitCode};

/// The tests that compare with what was accepted; with `SF_ACCEPT` they write it down instead.
const COMPARING: [&str; 2] = ["tests/e2e/looks.test.mjs", "tests/e2e/trees.test.mjs"];

#[derive(Args)]
pub(crate) struct Options {
    /// Only states whose names have this in them; a regular expression
    pattern: Option<String>,
    /// Accepts what key states look like now, and their accessibility trees: what the tests compare with
    #[arg(long, conflicts_with = "pattern")]
    accept: bool,
}

pub(crate) fn run(place: &Place, options: &Options) -> Result<ExitCode> {
    dist::build(place)?;
    let programs = tools::for_pictures(place)?;
    let server = Server::start(&place.dist, 0)?;
    let folder = place.root.join("target/gallery");
    let mut node = Command::new("node");
    if options.accept {
        node.arg("--test").args(COMPARING).env("SF_ACCEPT", "1");
    } else {
        node.arg("xtask/scripts/gallery.mjs").arg(&folder).args(&options.pattern);
    }
    node.current_dir(&place.root).envs(programs.variables());
    program::run(node.env("SF_BASE_URL", server.address()).env("SF_DIST", &place.dist))?;
    let made = if options.accept { place.root.join("tests/pictures") } else { folder.join("index.html") };
    println!("See {}", made.display());
    Ok(ExitCode::SUCCESS)
}
