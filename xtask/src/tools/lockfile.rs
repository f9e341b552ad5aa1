//! What `Cargo.lock` says.

use crate::{files, place::Place};
use anyhow::{Context, Result};
use serde::Deserialize;

#[derive(Deserialize)]
struct LockFile {
    package: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
}

/// The version of a crate that `Cargo.lock` names.
pub(super) fn version(place: &Place, name: &str) -> Result<String> {
    version_in(&files::read_text(&place.root.join("Cargo.lock"))?, name)
}

fn version_in(lock: &str, name: &str) -> Result<String> {
    let lock: LockFile = toml::from_str(lock).context("Cargo.lock cannot be read: run `cargo generate-lockfile`")?;
    let package = lock.package.into_iter().find(|package| package.name == name);
    Ok(package.with_context(|| format!("Cargo.lock does not name {name}: add it to Cargo.toml"))?.version)
}

#[cfg(test)]
mod tests {
    use super::version_in;

    const LOCK: &str = r#"
version = 4

[[package]]
name = "wasm-bindgen-futures"
version = "0.4.80"

[[package]]
name = "wasm-bindgen"
version = "0.2.130"
dependencies = ["cfg-if"]
"#;

    #[test]
    fn finds_the_crate_of_exactly_that_name() {
        assert_eq!(version_in(LOCK, "wasm-bindgen").unwrap(), "0.2.130");
    }

    #[test]
    fn says_what_is_missing_and_what_to_do() {
        let error = version_in(LOCK, "leptos").unwrap_err().to_string();
        assert_eq!(error, "Cargo.lock does not name leptos: add it to Cargo.toml");
    }
}
