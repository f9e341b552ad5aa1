//! Puts pieces of the program together that are loaded together anyway: one file is there sooner than twenty, and is smaller.

use crate::{files, program, tools::BuildTools};
use anyhow::{Context, Result, bail};
use std::{
    fmt::Write,
    fs,
    path::{Path, PathBuf},
};
use wasmparser::{Parser, Payload, TypeRef};

/// What pieces import from: the first part of the program.
const FIRST: &str = "__wasm_split";
/// The same, as merged pieces call it; `embed/load.js` knows both names.
const FIRST_TOO: &str = "first";

/// Merges `pieces` into the file `to`.
pub(super) fn merge(tools: &BuildTools, features: &[&str], pieces: &[PathBuf], to: &Path) -> Result<()> {
    let piece = pieces.first().context("there is nothing to merge")?;
    let stub = to.with_extension("wat");
    files::write(&stub, stub_for(&fs::read(piece).with_context(|| format!("cannot read {}", piece.display()))?)?)?;
    let mut wasm_merge = tools.npm("wasm-merge");
    wasm_merge.args(features).arg(&stub).arg(FIRST);
    for (number, piece) in pieces.iter().enumerate() {
        wasm_merge.arg(piece).arg(format!("piece{number}"));
    }
    // It warns as wasm-opt does (`pipeline::shrink_wasm`).
    program::output(wasm_merge.arg("-o").arg(to))?;
    fs::remove_file(&stub).with_context(|| format!("cannot remove {}", stub.display()))
}

/// A module that hands on what a piece imports. Each piece has an import of its own for the same memory, and a program with
/// several memories is one that few browsers know; by way of this they become one import.
fn stub_for(piece: &[u8]) -> Result<String> {
    let mut text = "(module\n".to_owned();
    for payload in Parser::new(0).parse_all(piece) {
        let Payload::ImportSection(imports) = payload? else { continue };
        for import in imports.into_imports() {
            let import = import?;
            let (kind, what) = match import.ty {
                TypeRef::Memory(memory) => ("memory", format!("memory {}", memory.initial)),
                TypeRef::Table(table) => ("table", format!("table {} funcref", table.initial)),
                TypeRef::Global(_) => ("global", "global (mut i32)".to_owned()),
                other => bail!("a piece of the program imports {}, which is {other:?}", import.name),
            };
            let name = import.name;
            writeln!(text, "(import \"{FIRST_TOO}\" \"{name}\" ({what})) (export \"{name}\" ({kind} 0))")?;
        }
    }
    Ok(text + ")\n")
}
