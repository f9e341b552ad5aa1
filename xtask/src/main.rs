//! `cargo xtask`: everything a maintainer does with this repository, as one small program.
//!
//! It needs Rust and Node and fetches the rest itself (see [`tools`]). To add a command, add a variant to [`Command`], an
//! arm to [`run`], and a module with the work.

mod bench;
mod check_pack;
mod content;
mod dist;
mod files;
mod first;
mod gallery;
mod group;
mod group_json;
mod lint;
mod lint_rules;
mod own_packs;
mod page;
mod place;
mod program;
mod score;
mod screenshot;
mod serve;
mod server;
mod table;
mod test;
mod tools;
mod verify_build;
mod verify_exports;
mod verify_hosts;

use crate::place::Place;
use anyhow::Result;
use clap::{Parser, Subcommand};
use std::{panic, path::PathBuf, process::ExitCode};

/// Builds, serves and tests Strategy First.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Installs what is missing, builds the release and serves it on this machine
    Serve(serve::Options),
    /// Builds the release into dist/ and holds its sizes against the budget
    Dist {
        /// Question packs of your own to build in, a file a language; courses and the one file begin with the first
        #[arg(long, value_name = "FILE", num_args = 1..)]
        pack: Vec<PathBuf>,
    },
    /// Measures how long things take
    Bench(bench::Options),
    /// Takes a picture of every state in every dress, for looking at them side by side
    Gallery(gallery::Options),
    /// Takes the pictures in the README anew
    Screenshot,
    /// Says what a file of answers comes to, as the page does
    Score {
        file: PathBuf,
        /// A pack of your own, where the answers are to one
        #[arg(long, value_name = "PACK.json")]
        pack: Option<PathBuf>,
        /// For machines: what the element's `sf-complete` event carries
        #[arg(long)]
        json: bool,
    },
    /// Checks a plan, as the page does: a line a finding
    Lint(lint::Options),
    /// Lists the faults of a question pack, each with its place and the mend
    CheckPack {
        file: PathBuf,
        /// The language to list them in
        #[arg(long, default_value = "en")]
        lang: String,
    },
    /// Gathers a group's results from codes and files: what was taken, what was refused, and the figures
    Group(group::Options),
    /// Has an office program read the Word files that a plan can be taken away as
    VerifyExports,
    /// Sets up a blog for the moment, posts what the guide for site owners says, and tries it in a browser
    VerifyHosts,
    /// Builds the release twice, and compares the two byte for byte
    VerifyBuild,
    /// Runs the tests and checks, all of them or the named parts
    Test(test::Options),
    /// Installs what the other commands need, and names what it cannot install
    Tools,
}

fn main() -> ExitCode {
    end_quietly_where_nobody_reads();
    match dist::as_wasm_bindgen().unwrap_or_else(|| run(&Cli::parse().command)) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// `println!` panics where its reader has gone, as `head` does once it has its lines. Whoever asked has what they wanted then: the
/// command ends as on any panic, with what it started, but without a word about it.
fn end_quietly_where_nobody_reads() {
    let told = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        let said = panic.payload_as_str().unwrap_or_default();
        if !(said.starts_with("failed printing to") && said.contains("roken pipe")) {
            told(panic);
        }
    }));
}

/// A command that did its work but found fault (a failed test, say) answers with a code; one that could not do its work
/// answers with an error.
fn run(command: &Command) -> Result<ExitCode> {
    let place = Place::find()?;
    match command {
        Command::Serve(options) => serve::run(&place, options),
        Command::Dist { pack } => dist::run(&place, pack),
        Command::Bench(options) => bench::run(&place, options),
        Command::Gallery(options) => gallery::run(&place, options),
        Command::Screenshot => screenshot::run(&place),
        Command::Score { file, pack, json } => score::run(file, pack.as_deref(), *json),
        Command::Lint(options) => lint::run(&place, options),
        Command::CheckPack { file, lang } => check_pack::run(file, lang),
        Command::Group(options) => group::run(options),
        Command::VerifyBuild => verify_build::run(&place),
        Command::VerifyExports => verify_exports::run(&place),
        Command::VerifyHosts => verify_hosts::run(&place),
        Command::Test(options) => Ok(test::run(&place, options)),
        Command::Tools => tools::run(&place),
    }
}
