//! The npm package: what `npm/` holds with the release beside it, as a folder and as the tarball that `npm pack` makes of it.

use crate::{files, place::Place, program};
use anyhow::{Context, Result};
use glob::Pattern;
use std::{fs, path::Path, process::Command};

/// The package's folder, here and in `dist/`.
pub(super) const FOLDER: &str = "npm";

/// Stands for the version in its `package.json`.
const VERSION: &str = "__VERSION__";

const LICENCES: [&str; 2] = ["LICENSE-APACHE", "LICENSE-MIT"];

/// What the element has no use for: the pages for those who run a site or a course.
const LEFT_OUT: [&str; 9] = [
    "embed.html",
    "configure*",
    "trainer*",
    "editor*",
    "worksheets*",
    "pages.*",
    "strategy-first-pages*",
    "strategy-first.html",
    "*.zip",
];

/// Adds the package to a finished release.
///
/// # Errors
/// Where a file cannot be copied, or npm fails.
pub(super) fn write(place: &Place, release: &Path) -> Result<()> {
    let package = release.join(FOLDER);
    for file in files::below(release, &[FOLDER])? {
        let name = files::relative(&file, release);
        if !is_left_out(&name) {
            copy(&file, &package.join("dist").join(name))?;
        }
    }
    let ours = place.root.join(FOLDER);
    for file in files::below(&ours, &[])? {
        copy(&file, &package.join(files::relative(&file, &ours)))?;
    }
    for licence in LICENCES {
        copy(&place.root.join(licence), &package.join(licence))?;
    }
    let description = package.join("package.json");
    files::write(&description, files::read_text(&description)?.replace(VERSION, env!("CARGO_PKG_VERSION")))?;
    let mut npm = Command::new("npm");
    npm.args(["pack", "--silent", "--ignore-scripts", "--pack-destination"]).arg(release).current_dir(package);
    program::output(&mut npm).map(drop)
}

/// Whether a file of `dist/` is what `npm pack` made.
pub(super) fn is_tarball(file: &Path) -> bool {
    file.extension().is_some_and(|extension| extension == "tgz")
}

fn is_left_out(name: &str) -> bool {
    LEFT_OUT.iter().any(|pattern| Pattern::new(pattern).is_ok_and(|pattern| pattern.matches(name)))
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;
    }
    fs::copy(from, to).map(drop).with_context(|| format!("cannot copy {} to {}", from.display(), to.display()))
}

#[cfg(test)]
mod tests {
    use super::is_left_out;

    #[test]
    fn what_the_element_loads_is_in_it_and_pages_for_others_are_not() {
        for (name, expected) in [
            ("embed.js", false),
            ("frame.html", false),
            ("packs/full.en.json", false),
            ("embed.html", true),
            ("configure.js", true),
            ("configure/en.json", true),
            ("strategy-first-cmi5.zip", true),
        ] {
            assert_eq!(is_left_out(name), expected, "{name}");
        }
    }
}
