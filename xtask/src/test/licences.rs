//! Whether every dependency, in Rust and in npm, may be used: its licence against the list in `xtask/licences.toml`.

use crate::{files, place::Place};
use anyhow::{Context, Result, bail};
use cargo_metadata::MetadataCommand;
use serde::Deserialize;
use serde_json::Value;
use spdx::{Expression, ParseMode};
use std::collections::BTreeMap;

#[derive(Deserialize)]
struct Rules {
    /// SPDX names of licences that are fine for anything here.
    allow: Vec<String>,
    /// Packages whose licence is fine for what they do here, though it is not on the list.
    #[serde(default)]
    exception: Vec<Exception>,
}

#[derive(Deserialize)]
struct Exception {
    package: String,
    licence: String,
}

struct Dependency {
    name: String,
    version: String,
    licence: Option<String>,
}

/// An error names each package that is not allowed, and why.
pub(super) fn check(place: &Place) -> Result<()> {
    let rules = files::read_text(&place.root.join("xtask/licences.toml"))?;
    let rules: Rules =
        toml::from_str(&rules).context("xtask/licences.toml is not in the form its first lines describe")?;
    let mut dependencies = crates(place)?;
    dependencies.extend(npm_packages(&files::read_text(&place.root.join("package-lock.json"))?)?);
    let faults: Vec<_> = dependencies.iter().filter_map(|dependency| rules.fault(dependency)).collect();
    if !faults.is_empty() {
        bail!("{}; use another package, or argue for it in xtask/licences.toml", faults.join("; "));
    }
    println!("{} packages, every licence allowed", dependencies.len());
    Ok(())
}

impl Rules {
    fn fault(&self, dependency: &Dependency) -> Option<String> {
        let Dependency { name, version, licence } = dependency;
        let Some(licence) = licence else {
            return Some(format!("{name} {version} names no licence"));
        };
        let excepted = |exception: &Exception| exception.package == *name && exception.licence == *licence;
        if self.exception.iter().any(excepted) {
            return None;
        }
        // Lax: older crates write "MIT/Apache-2.0".
        match Expression::parse_mode(licence, ParseMode::LAX) {
            Err(_) => Some(format!("{name} {version} has a licence that is not SPDX: {licence}")),
            Ok(expression) if expression.evaluate(|needed| self.allows(needed)) => None,
            Ok(_) => Some(format!("{name} {version} has a licence that is not on the list: {licence}")),
        }
    }

    /// An exception to a licence (`WITH ...`) only ever permits more.
    fn allows(&self, needed: &spdx::LicenseReq) -> bool {
        needed.license.id().is_some_and(|id| self.allow.iter().any(|allowed| allowed == id.name))
    }
}

/// Every crate in `Cargo.lock`, for every system, for building and testing too.
fn crates(place: &Place) -> Result<Vec<Dependency>> {
    let mut command = MetadataCommand::new();
    command.manifest_path(place.root.join("Cargo.toml")).other_options(vec!["--locked".to_owned()]);
    let metadata = command.exec().context("cargo metadata failed")?;
    let dependency = |package: cargo_metadata::Package| Dependency {
        name: package.name.to_string(),
        version: package.version.to_string(),
        licence: package.license,
    };
    Ok(metadata.packages.into_iter().map(dependency).collect())
}

/// Every package in `package-lock.json`, for every system.
fn npm_packages(lock: &str) -> Result<Vec<Dependency>> {
    #[derive(Deserialize)]
    struct Lock {
        packages: BTreeMap<String, Value>,
    }
    let lock: Lock = serde_json::from_str(lock).context("package-lock.json cannot be read: run `npm install`")?;
    let text = |package: &Value, field: &str| package.get(field).and_then(Value::as_str).map(str::to_owned);
    let dependency = |(path, package): (&String, &Value)| Dependency {
        name: path.rsplit("node_modules/").next().unwrap_or(path).to_owned(),
        version: text(package, "version").unwrap_or_default(),
        licence: text(package, "license"),
    };
    Ok(lock.packages.iter().map(dependency).collect())
}

#[cfg(test)]
mod tests {
    use super::{Dependency, Exception, Rules, npm_packages};

    fn check(licence: Option<&str>) -> Option<String> {
        let exception = Exception { package: "axe-core".into(), licence: "MPL-2.0".into() };
        let rules = Rules { allow: vec!["MIT".into(), "Apache-2.0".into()], exception: vec![exception] };
        rules.fault(&Dependency { name: "a".into(), version: "1.0.0".into(), licence: licence.map(Into::into) })
    }

    #[test]
    fn a_licence_is_allowed_if_some_choice_of_its_terms_is() {
        for licence in
            ["MIT", "MIT OR GPL-3.0-only", "MIT/Apache-2.0", "(MIT AND Apache-2.0)", "Apache-2.0 WITH LLVM-exception"]
        {
            assert_eq!(check(Some(licence)), None, "{licence}");
        }
    }

    #[test]
    fn what_is_not_on_the_list_is_named() {
        for (licence, expected) in [
            (Some("MIT AND GPL-3.0-only"), "a 1.0.0 has a licence that is not on the list: MIT AND GPL-3.0-only"),
            (Some("MPL-2.0"), "a 1.0.0 has a licence that is not on the list: MPL-2.0"),
            (Some("see the readme"), "a 1.0.0 has a licence that is not SPDX: see the readme"),
            (None, "a 1.0.0 names no licence"),
        ] {
            assert_eq!(check(licence).as_deref(), Some(expected));
        }
    }

    #[test]
    fn npm_names_come_without_their_folders() {
        let lock = r#"{"packages": {"node_modules/a/node_modules/@b/c": {"version": "2.0.0", "license": "ISC"}}}"#;
        let packages = npm_packages(lock).unwrap();
        assert_eq!((packages[0].name.as_str(), packages[0].licence.as_deref()), ("@b/c", Some("ISC")));
    }
}
