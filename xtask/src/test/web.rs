//! Tests inside a headless browser: what the program does to a real page.

use super::{counts::Counts, report::Report};
use crate::{
    files,
    place::Place,
    program, tools,
    tools::{Programs, WebTools},
};
use anyhow::Result;
use serde_json::json;
use std::{path::PathBuf, process::Command};

/// Seconds a file of tests may take; wasm-bindgen's own 20 are few for a busy machine.
const TIMEOUT: &str = "120";

pub(super) fn run(place: &Place, report: &mut Report) {
    if let Some(tools) = report.need("tools for tests in a browser", || tools::for_web(place)) {
        report.suite("tests in Chromium", || {
            let (succeeded, output) = program::tee(&mut cargo_test(place, &tools)?)?;
            Counts::from_cargo(&output).judged(succeeded)
        });
    }
}

fn cargo_test(place: &Place, tools: &WebTools) -> Result<Command> {
    let mut cargo = program::cargo();
    cargo.args("test -p strategy-first --target wasm32-unknown-unknown --test web".split(' '));
    cargo.current_dir(&place.root);
    cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", &tools.runner);
    cargo.env("CHROMEDRIVER", tools.programs.get("CHROMEDRIVER")?);
    cargo.env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", capabilities(place, &tools.programs)?);
    cargo.env("WASM_BINDGEN_TEST_TIMEOUT", TIMEOUT);
    Ok(cargo)
}

/// Writes how the browser is to be started, which depends on who starts it, and gives the file.
fn capabilities(place: &Place, programs: &Programs) -> Result<PathBuf> {
    let mut words = vec!["--headless=new", "--disable-gpu", "--disable-dev-shm-usage"];
    if tools::is_root()? {
        // Chromium will not start its sandbox as root, as in a container.
        words.push("--no-sandbox");
    }
    let options = json!({"goog:chromeOptions": {"binary": programs.get("CHROME")?, "args": words}});
    let file = place.work.join("webdriver.json");
    files::write(&file, options.to_string())?;
    Ok(file)
}
