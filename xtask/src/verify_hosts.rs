//! `cargo xtask verify-hosts`: whether the guide's recipe for `WordPress` holds. It sets up a blog with a database of its
//! own, posts what the guide says, opens that in a browser, and takes all of it down again.

use crate::{dist, place::Place, program, server::Server, tools};
use anyhow::{Context, Result, bail};
use std::{
    path::{Path, PathBuf},
    process::{Command, ExitCode},
};

/// Programs that the blog runs on, and the package of each.
const PROGRAMS: [(&str, &str); 3] =
    [("php", "php-cli"), ("mariadbd", "mariadb-server"), ("mariadb-install-db", "mariadb-server")];

/// Where they may be off the PATH.
const ELSEWHERE: &str = "/usr/sbin";

/// Where Debian puts it; the variable names another place.
const WORDPRESS: &str = "/usr/share/wordpress";
const VARIABLE: &str = "SF_WORDPRESS";

const TEST: &str = "tests/recipes/wordpress.test.mjs";

/// # Errors
/// Where something is missing that the blog runs on; the message names the packages.
pub(crate) fn run(place: &Place) -> Result<ExitCode> {
    let wordpress = std::env::var_os(VARIABLE).map_or_else(|| PathBuf::from(WORDPRESS), PathBuf::from);
    let missing = missing(&wordpress)?;
    if !missing.is_empty() {
        bail!("the blog runs on what is missing here: sudo apt-get install {}, or the like", missing.join(" "));
    }
    dist::build(place)?;
    let programs = tools::for_pictures(place)?;
    let server = Server::start(&place.dist, 0)?;
    let mut node = Command::new("node");
    node.args(["--test", TEST]).current_dir(&place.root).envs(programs.variables());
    node.env("SF_BASE_URL", server.address()).env("SF_DIST", &place.dist).env(VARIABLE, wordpress);
    program::run(&mut node)?;
    Ok(ExitCode::SUCCESS)
}

/// The packages that are not installed.
fn missing(wordpress: &Path) -> Result<Vec<&'static str>> {
    let is_there = |name| program::on_path(&[name]).is_some() || Path::new(ELSEWHERE).join(name).is_file();
    let mut packages: Vec<_> =
        PROGRAMS.iter().filter(|(name, _)| !is_there(name)).map(|(_, package)| *package).collect();
    let modules = || program::output(Command::new("php").arg("-m")).context("php does not start");
    if !is_there("php") || !modules()?.lines().any(|module| module == "mysqli") {
        packages.push("php-mysql");
    }
    if !wordpress.join("wp-load.php").is_file() {
        packages.push("wordpress");
    }
    packages.dedup();
    Ok(packages)
}
