//! Short names for what the program and the script beside it call each other by. wasm-bindgen ends each in a digest, which no
//! compression can shorten, once in either file: without them the check is 4 kB smaller to download.

use super::sections::rewritten;
use crate::files;
use anyhow::{Result, ensure};
use std::{cmp::Reverse, collections::HashMap, path::Path};
use wasm_encoder::{
    ExportSection, ImportSection,
    reencode::{Reencode, RoundtripReencoder},
};
use wasmparser::{Parser, Payload};

/// What the names of exports begin with that only the script calls, by `wasm.`. The others are called by hand,
const CALLED: [&str; 2] = ["wasm_bindgen__", "__"];
/// or by the parts of the program.
const OF_PARTS: [&str; 2] = ["__wasm_split_shared0", "__indirect_function_table"];

/// The short names by the long ones; those of imports and of what exports them, and those of exports.
#[derive(Default)]
struct Names {
    imports: HashMap<String, String>,
    modules: HashMap<String, String>,
    exports: HashMap<String, String>,
}

/// Shortens the names in a program and in its script, which is not minified yet.
///
/// # Errors
/// Where one of the files cannot be read or written, or the script does not name each thing once, as it used to.
pub(super) fn shorten(glue: &Path, wasm: &Path) -> Result<()> {
    let program = files::read(wasm)?;
    let names = Names::of(&program)?;
    files::write(glue, names.in_script(&files::read_text(glue)?)?)?;
    files::write(wasm, names.in_program(&program)?)
}

impl Names {
    fn of(program: &[u8]) -> Result<Self> {
        let mut names = Self::default();
        for payload in Parser::new(0).parse_all(program) {
            match payload? {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        let import = import?;
                        add(&mut names.modules, import.module);
                        add(&mut names.imports, import.name);
                    }
                }
                Payload::ExportSection(exports) => {
                    for export in exports {
                        let name = export?.name;
                        if CALLED.iter().any(|begins| name.starts_with(begins)) && !OF_PARTS.contains(&name) {
                            add(&mut names.exports, name);
                        }
                    }
                }
                _ => {}
            }
        }
        Ok(names)
    }

    /// The script gives the program an object of its imports, and calls the exports of another.
    fn in_script(&self, script: &str) -> Result<String> {
        let mut script = script.to_owned();
        let imports = self.imports.iter().map(|(long, short)| (format!(" {long}:"), format!(" {short}:")));
        let modules = self.modules.iter().map(|(long, short)| (format!("\"{long}\":"), format!("\"{short}\":")));
        for (long, short) in imports.chain(modules) {
            ensure!(script.matches(&long).count() == 1, "the script doesn't name{long} once");
            script = script.replace(&long, &short);
        }
        // The longer ones first, for one name may begin with another.
        let mut exports: Vec<_> = self.exports.iter().collect();
        exports.sort_by_key(|(long, _)| Reverse(long.len()));
        for (long, short) in exports {
            let call = format!("wasm.{long}");
            ensure!(script.contains(&call), "the script doesn't call {long}");
            script = script.replace(&call, &format!("wasm.{short}"));
        }
        Ok(script)
    }

    fn in_program(&self, program: &[u8]) -> Result<Vec<u8>> {
        let mut same = RoundtripReencoder;
        rewritten(program, |payload, module| {
            if let Payload::ImportSection(imports) = payload {
                let mut renamed = ImportSection::new();
                for import in imports.clone().into_imports() {
                    let import = import?;
                    let kind = same.entity_type(import.ty)?;
                    renamed.import(short(&self.modules, import.module), short(&self.imports, import.name), kind);
                }
                module.section(&renamed);
            } else if let Payload::ExportSection(exports) = payload {
                let mut renamed = ExportSection::new();
                for export in exports.clone() {
                    let export = export?;
                    renamed.export(short(&self.exports, export.name), same.export_kind(export.kind)?, export.index);
                }
                module.section(&renamed);
            } else {
                return Ok(false);
            }
            Ok(true)
        })
    }
}

fn short<'a>(names: &'a HashMap<String, String>, long: &'a str) -> &'a str {
    names.get(long).map_or(long, String::as_str)
}

/// Gives `name` the next short one: a, b, and so on, then ba, bb.
fn add(names: &mut HashMap<String, String>, name: &str) {
    const LETTERS: &[u8; 26] = b"abcdefghijklmnopqrstuvwxyz";
    if names.contains_key(name) {
        return;
    }
    let mut rest = names.len();
    let mut letters = vec![char::from(LETTERS[rest % 26])];
    while rest >= 26 {
        rest /= 26;
        letters.insert(0, char::from(LETTERS[rest % 26]));
    }
    names.insert(name.to_owned(), letters.into_iter().collect());
}

#[cfg(test)]
mod tests {
    use super::Names;
    use wasm_encoder::{EntityType, ExportKind, ExportSection, ImportSection, Module, TypeSection};
    use wasmparser::{Parser, Payload};

    const CLOSURE: &str = "wasm_bindgen__closure__h24738da9c7b4fcc7";

    /// A program that imports a function under each name, and exports the first as these.
    fn program(imports: &[&str], exports: &[&str]) -> Vec<u8> {
        let (mut types, mut imported, mut exported) = (TypeSection::new(), ImportSection::new(), ExportSection::new());
        types.ty().function([], []);
        for name in imports {
            imported.import("./glue.js", name, EntityType::Function(0));
        }
        for name in exports {
            exported.export(name, ExportKind::Func, 0);
        }
        let mut module = Module::new();
        module.section(&types).section(&imported).section(&exported);
        module.finish()
    }

    /// Everything that a program is called by, or calls by.
    fn names(program: &[u8]) -> Vec<String> {
        let mut names = Vec::new();
        for payload in Parser::new(0).parse_all(program) {
            match payload.unwrap() {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        let import = import.unwrap();
                        names.push(format!("{}.{}", import.module, import.name));
                    }
                }
                Payload::ExportSection(exports) => {
                    names.extend(exports.into_iter().map(|export| export.unwrap().name.into()));
                }
                _ => {}
            }
        }
        names
    }

    #[test]
    fn both_call_each_other_by_the_same_short_names_and_others_keep_theirs() {
        let imports = ["__wbg_new_787b9fb330d55d78", "__wbg_get_2080c49015e35254"];
        let program = program(
            &imports,
            &["main", CLOSURE, "__wbindgen_free", "__wbindgen_free_all", "__indirect_function_table"],
        );
        let script = format!(
            "const import0 = {{\n  __wbg_get_2080c49015e35254: function() {{ wasm.{CLOSURE}(wasm.__wbindgen_free, wasm.__wbindgen_free_all); }},\n  \
             __wbg_new_787b9fb330d55d78: function() {{}},\n}};\nreturn {{ \"./glue.js\": import0 }};"
        );
        let short = Names::of(&program).unwrap();
        assert_eq!(
            short.in_script(&script).unwrap(),
            "const import0 = {\n  b: function() { wasm.a(wasm.b, wasm.c); },\n  a: function() {},\n};\nreturn { \"a\": import0 };"
        );
        assert_eq!(
            names(&short.in_program(&program).unwrap()),
            ["a.a", "a.b", "main", "a", "b", "c", "__indirect_function_table"]
        );
    }

    #[test]
    fn a_script_that_names_things_otherwise_is_a_fault() {
        let short = Names::of(&program(&["__wbg_new_1"], &[])).unwrap();
        assert!(short.in_script("{ \"./glue.js\": {} }").is_err());
    }

    #[test]
    fn there_is_a_name_for_each_of_many() {
        let many: Vec<String> = (0..800).map(|n| format!("__wbg_{n}_1")).collect();
        let mut short: Vec<_> = Names::of(&program(&many.iter().map(String::as_str).collect::<Vec<_>>(), &[]))
            .unwrap()
            .imports
            .into_values()
            .collect();
        short.sort();
        short.dedup();
        assert_eq!(short.len(), 800);
    }
}
