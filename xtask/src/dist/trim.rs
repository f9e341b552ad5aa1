//! Takes out of the program what a dependency exports to JavaScript and nobody here calls: exports are kept by every tool
//! that comes after, with all that they need.
//!
//! `server_fn`, which Leptos brings along, exports three kinds of streams; without them the check is 2 kB smaller to download.

use super::sections::rewritten;
use crate::files;
use anyhow::{Context, Result, ensure};
use std::path::Path;
use wasm_encoder::{
    ExportSection,
    reencode::{Reencode, RoundtripReencoder},
};
use wasmparser::Payload;

/// What the streams are called in JavaScript.
const STREAMS: [&str; 3] = ["IntoUnderlyingByteSource", "IntoUnderlyingSource", "IntoUnderlyingSink"];

/// What the names of their functions have in common.
const EXPORTS: &str = "intounderlying";

/// What the linker and wasm-bindgen export for scripts unlike ours.
const UNCALLED: [&str; 4] = ["__abort_handler", "__instance_terminated", "__data_end", "__heap_base"];

/// Takes the streams out of the program and of the script beside it.
pub(super) fn without_streams(glue: &Path, wasm: &Path) -> Result<()> {
    let script = files::read_text(glue)?;
    let trimmed = without_classes(&script);
    let uncalled = UNCALLED.into_iter().chain([EXPORTS]);
    for name in uncalled {
        ensure!(!trimmed.contains(name), "{} uses {name} in a new way", glue.display());
    }
    files::write(glue, trimmed)?;
    let program = std::fs::read(wasm).with_context(|| format!("cannot read {}", wasm.display()))?;
    files::write(wasm, without_exports(&program)?)
}

/// The script without the classes of the streams: each with what follows up to the closing brace at the start of a line, and
/// the lines that mention it outside.
fn without_classes(script: &str) -> String {
    let mut kept = String::with_capacity(script.len());
    let mut lines = script.split_inclusive('\n');
    while let Some(line) = lines.next() {
        if !STREAMS.iter().any(|name| mentions(line, name)) {
            kept.push_str(line);
        } else if line.trim_end().ends_with('{') {
            lines.by_ref().find(|line| line.starts_with('}'));
        } else if !line.trim_end().ends_with(';') {
            lines.by_ref().find(|line| line.trim_end().ends_with(';'));
        }
    }
    kept
}

/// Whether a line at the top of the script is about a class, or what is kept for it.
fn mentions(line: &str, name: &str) -> bool {
    let starts = ["export class ", "class ", "const ", "if (Symbol.dispose) ", "export { "];
    starts.iter().any(|start| line.strip_prefix(start).is_some_and(|rest| rest.starts_with(name)))
}

fn without_exports(program: &[u8]) -> Result<Vec<u8>> {
    let mut same = RoundtripReencoder;
    rewritten(program, |payload, module| {
        let Payload::ExportSection(exports) = payload else { return Ok(false) };
        let mut kept = ExportSection::new();
        for export in exports.clone() {
            let export = export?;
            if !export.name.contains(EXPORTS) && !UNCALLED.contains(&export.name) {
                kept.export(export.name, same.export_kind(export.kind)?, export.index);
            }
        }
        module.section(&kept);
        Ok(true)
    })
}
