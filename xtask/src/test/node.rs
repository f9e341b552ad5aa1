//! Tests written in JavaScript, run by node's own runner.

use super::counts::Counts;
use crate::{files, place::Place};
use anyhow::{Context, Result, bail};
use std::{path::Path, process::Command};

/// The milliseconds that a file of tests may take: one that hangs must not hang the run.
const TIMEOUT: &str = "--test-timeout=1200000";

/// How many files run at once: one for each engine, of which no two files use the same at a time (`tests/e2e/lib/turns.mjs`).
const AT_ONCE: &str = "--test-concurrency=3";

/// Runs the tests in a folder of `tests/`, with what `prepare` does to the command.
pub(super) fn run(place: &Place, folder: &str, prepare: impl FnOnce(&mut Command)) -> Result<Counts> {
    let tap = place.work.join(format!("{folder}.tap"));
    // Were node not to start, the last run's counts would pass for this one's.
    files::write(&tap, "")?;
    let mut node = command(place, folder, &tap)?;
    prepare(&mut node);
    let status = node.status().context("cannot start node: is it installed and on the PATH?")?;
    Counts::from_tap(&files::read_text(&tap)?).judged(status.success())
}

/// Two reports at once: one for people, here, and one to count from, in a file.
fn command(place: &Place, folder: &str, tap: &Path) -> Result<Command> {
    let pattern = place.root.join("tests").join(folder).join("*.test.mjs");
    let tests: Vec<_> = glob::glob(&pattern.to_string_lossy())?.collect::<Result<_, _>>()?;
    if tests.is_empty() {
        bail!("there is no tests/{folder}/*.test.mjs: node would look elsewhere");
    }
    let mut node = Command::new("node");
    node.args(["--test", "--test-reporter=spec", "--test-reporter-destination=stdout"]);
    node.arg("--test-reporter=tap").arg("--test-reporter-destination").arg(tap);
    node.args([TIMEOUT, AT_ONCE]).args(tests).current_dir(&place.root);
    Ok(node)
}
