//! `cargo xtask test`: every test and check, in parts, with one count at the end.

mod core;
mod counts;
mod display;
mod e2e;
mod fuzz;
mod licences;
mod links;
mod node;
mod report;
mod web;

use self::report::Report;
use crate::place::Place;
use clap::{Args, ValueEnum};
use std::process::ExitCode;

#[derive(Args)]
pub(crate) struct Options {
    /// The parts to run; all of them when none is named
    #[arg(value_enum)]
    parts: Vec<Part>,
}

#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum Part {
    /// Formatting, clippy, native tests, scripts without a browser, licences, links
    Core,
    /// Ten seconds of random files for what opens files
    Fuzz,
    /// Tests inside a headless browser
    Web,
    /// The release, its size, and visitors' paths in three browsers
    E2e,
}

pub(crate) fn run(place: &Place, options: &Options) -> ExitCode {
    let mut report = Report::default();
    for part in Part::value_variants() {
        if options.parts.is_empty() || options.parts.contains(part) {
            match part {
                Part::Core => core::run(place, &mut report),
                Part::Fuzz => fuzz::run(place, &mut report),
                Part::Web => web::run(place, &mut report),
                Part::E2e => e2e::run(place, &mut report),
            }
        }
    }
    print!("{}", report.summary());
    if report.passed() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
