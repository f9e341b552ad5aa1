//! Whether `dist/` is what the sources make: the digests of both, kept from the last build.

use crate::{files, own_packs::OwnPacks, place::Place};
use anyhow::Result;

/// All that goes into `dist/`. This program's own sources are among it: they are the recipe.
const INPUTS: [&str; 16] = [
    ".cargo/config.toml",
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "build.rs",
    "content",
    "embed",
    "index.html",
    "locales",
    "npm",
    "package-lock.json",
    "package.json",
    "schema",
    "src",
    "style",
    "xtask/src",
];

/// The digest of the sources, with the packs of somebody's own as they are. Taken before building, so that a change in mid-build counts as one.
pub(super) fn of_inputs(place: &Place, own: &OwnPacks) -> Result<String> {
    let mut all = Vec::new();
    for path in INPUTS.map(|input| place.root.join(input)) {
        if path.is_dir() {
            all.extend(files::below(&path, &[])?);
        } else if path.is_file() {
            all.push(path);
        }
    }
    let sources = files::digest(&all, &place.root)?;
    let own = own.files().map(|(name, text)| format!("\n{name} {text}"));
    Ok([sources].into_iter().chain(own).collect())
}

/// Whether `dist/` is there, untouched, and made from these sources.
pub(super) fn is_fresh(place: &Place, inputs: &str) -> Result<bool> {
    let Ok(kept) = files::read_text(&place.work.join("stamp")) else {
        return Ok(false);
    };
    Ok(place.dist.is_dir() && kept == text(place, inputs)?)
}

pub(super) fn write(place: &Place, inputs: &str) -> Result<()> {
    files::write(&place.work.join("stamp"), text(place, inputs)?)
}

fn text(place: &Place, inputs: &str) -> Result<String> {
    let outputs = files::digest(&files::below(&place.dist, &[])?, &place.dist)?;
    Ok(format!("{inputs}\n{outputs}\n"))
}
