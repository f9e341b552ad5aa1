//! The release as visitors meet it: its size, and their paths through it in three browsers.

use super::{counts::Counts, display::Display, report::Report};
use crate::{dist, files, place::Place, server::Server, tools, tools::Programs};
use anyhow::{Context, Result, bail};
use std::{path::Path, process::Command};

/// The milliseconds that a file of tests may take: one that hangs must not hang the run.
const TIMEOUT: &str = "--test-timeout=1200000";

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
    let server = Server::start(&place.dist, 0)?;
    let display = Display::start(programs.get("XVFB")?)?;
    let tap = place.work.join("e2e.tap");
    // Were node not to start, the last run's counts would pass for this one's.
    files::write(&tap, "")?;
    let mut node = node_test(place, &tap)?;
    node.envs(programs.variables()).env("DISPLAY", &display.name);
    node.env("SF_BASE_URL", server.address()).env("SF_DIST", &place.dist);
    let status = node.status().context("cannot start node: is it installed and on the PATH?")?;
    Counts::from_tap(&files::read_text(&tap)?).judged(status.success())
}

/// Two reports at once: one for people, here, and one to count from, in a file.
fn node_test(place: &Place, tap: &Path) -> Result<Command> {
    let pattern = place.root.join("tests/e2e/*.test.mjs");
    let tests: Vec<_> = glob::glob(&pattern.to_string_lossy())?.collect::<Result<_, _>>()?;
    if tests.is_empty() {
        bail!("there is no tests/e2e/*.test.mjs: node would look elsewhere");
    }
    let mut node = Command::new("node");
    node.args(["--test", "--test-reporter=spec", "--test-reporter-destination=stdout"]);
    node.arg("--test-reporter=tap").arg("--test-reporter-destination").arg(tap);
    node.arg(TIMEOUT).args(tests).current_dir(&place.root);
    Ok(node)
}
