//! Tools that cargo compiles: kept per user, a folder a version, so that neither a fresh clone nor a second version undoes
//! the work.

use super::installing;
use crate::{place::Place, program};
use anyhow::{Result, bail};
use std::{
    borrow::Cow,
    path::{Path, PathBuf},
    process::Command,
};

/// A crate with programs in it, at one version.
pub(super) struct CompiledTool {
    name: &'static str,
    version: Cow<'static, str>,
    programs: &'static [&'static str],
    /// Further words for `cargo install`. All are compiled as debug builds: they do seconds of work, and an optimised
    /// build would cost minutes.
    options: &'static [&'static str],
    takes: &'static str,
}

impl CompiledTool {
    /// Without its TLS: it never goes on the network here, and leaving that out saves a C compiler and a minute.
    pub(super) fn trunk() -> Self {
        Self {
            name: "trunk",
            version: "0.21.14".into(),
            programs: &["trunk"],
            options: &["--locked", "--no-default-features"],
            takes: "about 3 minutes to compile",
        }
    }

    /// Its version must equal the library's to the letter. It publishes no lock file.
    pub(super) fn wasm_bindgen(version: String) -> Self {
        Self {
            name: "wasm-bindgen-cli",
            version: version.into(),
            programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
            options: &["--no-default-features", "--bin", "wasm-bindgen", "--bin", "wasm-bindgen-test-runner"],
            takes: "about 1 minute to compile",
        }
    }

    pub(super) fn geckodriver() -> Self {
        Self {
            name: "geckodriver",
            version: "0.37.1".into(),
            programs: &["geckodriver"],
            options: &["--locked"],
            takes: "about 1 minute to compile",
        }
    }

    /// The folder that holds the programs, after compiling them if need be.
    pub(super) fn install(&self, place: &Place) -> Result<PathBuf> {
        let root = place.tools.join(format!("{}-{}", self.name, self.version));
        let bin = root.join("bin");
        if self.is_in(&bin) {
            return Ok(bin);
        }
        if let Some(bin) = self.already_on_path() {
            return Ok(bin);
        }
        let what = format!("{} {}", self.name, self.version);
        let log = place.tools.join("log").join(self.name);
        installing(&what, self.takes, || program::logged(&mut self.cargo_install(place, &root), &log))?;
        if !self.is_in(&bin) {
            bail!(
                "{what} was compiled, but its programs are not in {}: remove that folder and try again",
                bin.display()
            );
        }
        Ok(bin)
    }

    fn is_in(&self, bin: &Path) -> bool {
        self.programs.iter().all(|program| bin.join(program).is_file())
    }

    /// The same version, installed by the user before.
    fn already_on_path(&self) -> Option<PathBuf> {
        let bin = program::on_path(self.programs)?.parent()?.to_path_buf();
        let is_ours = |name: &&str| {
            program::output(Command::new(bin.join(name)).arg("--version"))
                .is_ok_and(|text| text.split_whitespace().any(|word| word == self.version))
        };
        self.programs.iter().all(is_ours).then_some(bin)
    }

    fn cargo_install(&self, place: &Place, root: &Path) -> Command {
        let mut command = program::cargo();
        command.args(["install", self.name, "--version", &self.version, "--debug", "--root"]).arg(root);
        command.args(self.options);
        // Debug information would double the time and the size, and nobody debugs these.
        command.env("CARGO_PROFILE_DEV_DEBUG", "0");
        // The repository's own settings are not meant for these.
        command.env_remove("CARGO_TARGET_DIR").env_remove("RUSTFLAGS").current_dir(&place.tools);
        command
    }
}
