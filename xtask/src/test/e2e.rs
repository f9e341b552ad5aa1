//! The release as visitors meet it: its size, and their paths through it in three browsers.

use super::{counts::Counts, display::Display, node, report::Report};
use crate::{dist, files, place::Place, server::Server, tools, tools::Programs};
use anyhow::Result;
use std::fs;

pub(super) fn run(place: &Place, report: &mut Report) {
    let built = report.need("release build", || dist::build(place));
    if built.is_some() {
        report.check("size budget", || dist::check_budget(place));
    }
    let programs = report.need("tools for three browsers", || tools::for_e2e(place));
    if let (Some(()), Some(programs)) = (built, programs) {
        report.suite("visitors' paths in three browsers", || visit(place, &programs));
    }
}

fn visit(place: &Place, programs: &Programs) -> Result<Counts> {
    // Files are kept for times without a network on sites of their own (tests/e2e/offline.test.mjs).
    let server = Server::start_for_tests(&place.dist, 0)?;
    let display = Display::start(programs.get("XVFB")?)?;
    let turns = place.work.join("turns");
    files::remove_folder(&turns)?;
    fs::create_dir_all(&turns)?;
    node::run(place, "e2e", |node| {
        node.envs(programs.variables()).env("DISPLAY", &display.name);
        node.env("SF_BASE_URL", server.address()).env("SF_DIST", &place.dist).env("SF_TURNS", &turns);
    })
}
