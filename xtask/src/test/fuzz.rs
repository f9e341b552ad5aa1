//! Ten seconds of fuzzing what opens files (`fuzz/`), with the compiler that builds everything else.
//!
//! What `cargo fuzz` asks of the compiler works in a stable one too, but for the sanitizers, and without unsafe code there is
//! little for those to find. So the program is built and run here, and nobody needs another tool for it.

use super::report::Report;
use crate::{files, place::Place, program, tools};
use anyhow::Result;
use std::process::Command;

/// That each branch is counted, and what is compared is known: what libFuzzer goes by.
const FLAGS: [&str; 6] = [
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
    "--cfg=fuzzing",
];

/// For how long, on how large files, and when one of them has hung: in seconds, bytes and seconds.
const RUN: [&str; 4] = ["-max_total_time=10", "-max_len=20000", "-timeout=5", "-print_final_stats=1"];

pub(super) fn run(place: &Place, report: &mut Report) {
    if report.need("tools for fuzzing", || tools::for_fuzz(place)).is_some() {
        report.check("10 s of fuzzing what opens files", || fuzz(place));
    }
}

fn fuzz(place: &Place) -> Result<()> {
    let folder = place.root.join("fuzz");
    let target = tools::host()?;
    let build = place.work.join("fuzz");
    let mut cargo = program::cargo();
    // Named although it is the usual one: then the flags are for the program alone, and not for what builds it.
    cargo.args(["build", "--release", "--locked", "--target", &target, "--target-dir"]).arg(&build);
    program::run(cargo.env("RUSTFLAGS", FLAGS.join(" ")).current_dir(&folder))?;
    // What it finds of interest is for this run alone.
    let corpus = build.join("corpus");
    files::remove_folder(&corpus)?;
    std::fs::create_dir_all(&corpus)?;
    let mut fuzz = Command::new(build.join(&target).join("release/open_file"));
    fuzz.args(RUN).arg(format!("-artifact_prefix={}/", build.display())).arg(&corpus).arg(folder.join("seeds"));
    program::logged(&mut fuzz, &build.join("log"))?;
    let log = files::read_text(&build.join("log"))?;
    for line in log.lines().filter(|line| line.contains("number_of_executed_units") || line.starts_with("Done")) {
        println!("{line}");
    }
    Ok(())
}
