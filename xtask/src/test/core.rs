//! The source itself: formatting, clippy, native tests, scripts without a browser, licences, links.

use super::{counts::Counts, licences, links, node, report::Report};
use crate::{place::Place, program, tools, verify_exports};
use std::process::Command;

const FMT: &str = "fmt --all --check";
const CLIPPY: &str = "clippy --workspace --all-targets -- -D warnings";
const CLIPPY_WASM: &str =
    "clippy -p strategy-first --target wasm32-unknown-unknown --lib --bins --tests -- -D warnings";
const TESTS: &str = "test --workspace --no-fail-fast";

pub(super) fn run(place: &Place, report: &mut Report) {
    if report.need("tools for the source", || tools::for_core(place)).is_some() {
        report.check("formatting", || program::run(&mut cargo(place, FMT)));
        report.check("clippy, native", || program::run(&mut cargo(place, CLIPPY)));
        report.check("clippy, wasm", || program::run(&mut cargo(place, CLIPPY_WASM)));
        report.suite("native tests", || {
            let (succeeded, output) = program::tee(&mut cargo(place, TESTS))?;
            Counts::from_cargo(&output).judged(succeeded)
        });
    }
    if report.need("tools for scripts", || tools::for_scripts(place)).is_some() {
        report.suite("scripts without a browser", || node::run(place, "embed", |_| {}));
        report.suite("course packages without a browser", || node::run(place, "lms", |_| {}));
    }
    // Not everybody has LibreOffice, and it is too much to install unasked.
    if verify_exports::is_there() {
        report.check("exports read by LibreOffice", || verify_exports::check(place));
    }
    report.check("licences", || licences::check(place));
    report.check("links", || links::check(place));
}

fn cargo(place: &Place, words: &str) -> Command {
    let mut cargo = program::cargo();
    cargo.args(words.split(' ')).current_dir(&place.root);
    cargo
}
