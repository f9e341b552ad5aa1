//! `cargo xtask bench`: how long things take. For looking at, never for passing or failing.

use crate::{dist, place::Place, program, tools};
use anyhow::Result;
use clap::{Args, ValueEnum};
use std::process::{Command, ExitCode};

#[derive(Args)]
pub(crate) struct Options {
    /// What to measure; all of it unless named
    part: Vec<Part>,
    /// Writes the figures of browsers down in docs/benchmarks.md
    #[arg(long)]
    write: bool,
}

#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum Part {
    /// The program's own work, natively: scoring, checking, reading files
    Code,
    /// How soon a visitor on a phone sees the questions, beside `SurveyJS` and plain JavaScript
    Startup,
    /// How soon each control answers
    Controls,
    /// A plan of a thousand tactics
    Thousand,
    /// What Lighthouse says of the standalone page
    Lighthouse,
}

impl Part {
    /// The script in `benches/startup/` that drives a browser.
    fn script(self) -> Option<&'static str> {
        match self {
            Part::Code => None,
            Part::Startup => Some("startup.mjs"),
            Part::Controls => Some("controls.mjs"),
            Part::Thousand => Some("thousand.mjs"),
            Part::Lighthouse => Some("lighthouse.mjs"),
        }
    }
}

pub(crate) fn run(place: &Place, options: &Options) -> Result<ExitCode> {
    let all = Part::value_variants();
    let parts = if options.part.is_empty() { all } else { &options.part };
    if parts.contains(&Part::Code) {
        run_natively(place)?;
    }
    let scripts: Vec<_> = parts.iter().filter_map(|part| part.script()).collect();
    if !scripts.is_empty() {
        run_in_browser(place, &scripts, options.write)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn run_natively(place: &Place) -> Result<()> {
    println!("Building the benchmarks: about a minute the first time.");
    let mut cargo = program::cargo();
    cargo
        .args(
            "bench --package strategy-first --bench check --bench course --bench plan --bench checker --bench files --bench takeaway"
                .split(' '),
        )
        .current_dir(&place.root);
    program::run(&mut cargo)
}

fn run_in_browser(place: &Place, scripts: &[&str], is_written: bool) -> Result<()> {
    dist::build(place)?;
    let programs = tools::for_bench(place)?;
    for script in scripts {
        let mut node = Command::new("node");
        node.arg(place.root.join("benches/startup").join(script)).arg(&place.dist).current_dir(&place.root);
        program::run(node.args(is_written.then_some("--write")).envs(programs.variables()))?;
    }
    Ok(())
}
