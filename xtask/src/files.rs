//! Reading folders and files, with errors that name the path.

use anyhow::{Context, Result};
use base64::{Engine as _, prelude::BASE64_STANDARD};
use sha2::{Digest, Sha256};
use std::{
    fmt::Write,
    fs,
    path::{Path, PathBuf},
};

/// Every file below a folder, in a steady order; folders with these names are left out, at any depth.
pub(crate) fn below(folder: &Path, except: &[&str]) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let entries = fs::read_dir(folder).with_context(|| format!("cannot read the folder {}", folder.display()))?;
    for entry in entries {
        let entry = entry?;
        if !entry.file_type()?.is_dir() {
            files.push(entry.path());
        } else if !except.iter().any(|name| entry.file_name() == *name) {
            files.extend(below(&entry.path(), except)?);
        }
    }
    files.sort();
    Ok(files)
}

/// A path as seen from a folder, with forward slashes on every system: what a URL says.
pub(crate) fn relative(file: &Path, folder: &Path) -> String {
    let path = file.strip_prefix(folder).unwrap_or(file);
    path.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
}

pub(crate) fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("cannot read {}", path.display()))
}

pub(crate) fn read_text(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

pub(crate) fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;
    }
    fs::write(path, content).with_context(|| format!("cannot write {}", path.display()))
}

/// Removes a folder if it is there.
pub(crate) fn remove_folder(path: &Path) -> Result<()> {
    if path.exists() {
        fs::remove_dir_all(path).with_context(|| format!("cannot remove {}", path.display()))?;
    }
    Ok(())
}

/// The SHA-256 of a file, as `integrity` and content security policies have it.
pub(crate) fn integrity(content: impl AsRef<[u8]>) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(content)))
}

/// The SHA-256, in hexadecimal, of the names and contents of these files, in the order given.
pub(crate) fn digest(files: &[PathBuf], folder: &Path) -> Result<String> {
    let mut hash = Sha256::new();
    for file in files {
        let content = read(file)?;
        hash.update(relative(file, folder));
        // The length keeps "ab" + "c" apart from "a" + "bc".
        hash.update(content.len().to_le_bytes());
        hash.update(content);
    }
    let mut hexadecimal = String::new();
    for byte in hash.finalize() {
        write!(hexadecimal, "{byte:02x}")?;
    }
    Ok(hexadecimal)
}
