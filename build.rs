//! Turns `locales/*.json` into the keys that the code names, so that a missing or a misspelt key fails the build; and the
//! lengths of the built-in packs, so that the start page need not load a pack to name them.

use serde_json::{Map, Value};
use std::{
    collections::BTreeSet,
    env,
    error::Error,
    ffi::OsStr,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=locales");
    println!("cargo::rerun-if-changed=content");
    let out = PathBuf::from(env::var("OUT_DIR")?);
    fs::write(out.join("keys.rs"), keys("Key", "locales")? + &languages()?)?;
    fs::write(out.join("plan_keys.rs"), keys("PlanKey", "locales/plan")? + &regions()?)?;
    fs::write(out.join("files_keys.rs"), keys("FilesKey", "locales/files")?)?;
    fs::write(out.join("code_keys.rs"), keys("CodeKey", "locales/code")?)?;
    for (list, name) in [("TrainerKey", "trainer"), ("EditorKey", "editor"), ("WorksheetKey", "worksheets")] {
        fs::write(out.join(format!("{name}_keys.rs")), keys(list, &format!("locales/{name}"))?)?;
    }
    fs::write(out.join("packs.rs"), packs()?)?;
    if env::var_os("CARGO_FEATURE_SPLIT").is_some() {
        // Where the program may be cut is told by what the linker would otherwise throw away.
        println!("cargo::rustc-link-arg-bin=strategy-first=--emit-relocs");
    }
    Ok(())
}

/// An enum of all keys in the byte order of their names; the published word lists have the same order.
fn keys(list: &str, folder: &str) -> Result<String, Box<dyn Error>> {
    let english = words(&Path::new(folder).join("en.json"))?;
    let files = files_in(folder)?;
    for path in &files {
        compare(&english, &words(path)?, path)?;
        let lang = path.file_stem().unwrap_or_default();
        if !Path::new("content").join(lang).is_dir() {
            return Err(format!("{} has no folder in content/ beside it", path.display()).into());
        }
    }
    if files.len() != files_in("locales")?.len() {
        return Err(format!("{folder}/ lacks a language that locales/ has").into());
    }
    let mut code =
        format!("/// A text of the interface.\n#[derive(Clone, Copy, Debug, PartialEq, Eq)]\npub enum {list} {{\n");
    let names: BTreeSet<&String> = english.keys().collect();
    for name in &names {
        writeln!(code, "    /// `{name}`\n    {},", camel(name))?;
    }
    let count = names.len();
    writeln!(code, "}}\n\nimpl Keyed for {list} {{\n    const COUNT: usize = {count};\n")?;
    writeln!(code, "    fn index(self) -> usize {{\n        self as usize\n    }}\n}}")?;
    Ok(code)
}

fn languages() -> Result<String, Box<dyn Error>> {
    each_language("locales", "language.name", "LANGUAGES", "as a tag with its own name for itself")
}

fn regions() -> Result<String, Box<dyn Error>> {
    let what = "with its tag for the region in which the builder writes dates";
    each_language("locales/plan", "language.dates", "REGIONS", what)
}

/// A list of every language there is with its words for `key`.
fn each_language(folder: &str, key: &str, list: &str, what: &str) -> Result<String, Box<dyn Error>> {
    let mut pairs = Vec::new();
    for path in files_in(folder)? {
        let lang = path.file_stem().and_then(OsStr::to_str).unwrap_or_default();
        let words = words(&path)?;
        let said = words.get(key).and_then(Value::as_str).unwrap_or(lang);
        pairs.push(format!("({lang:?}, {said:?})"));
    }
    let pairs = pairs.join(", ");
    Ok(format!("\n/// Every language there is, {what}.\npub const {list}: &[(&str, &str)] = &[{pairs}];\n"))
}

/// The files of words in a folder, sorted.
fn files_in(folder: &str) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let entries = fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path()));
    let mut paths: Vec<PathBuf> = entries.collect::<Result<_, _>>()?;
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    Ok(paths)
}

/// The built-in packs with their number of items and of minutes.
fn packs() -> Result<String, Box<dyn Error>> {
    let structure: Value = serde_json::from_str(&fs::read_to_string("content/check.json")?)?;
    let packs = structure["packs"].as_object().ok_or("content/check.json has no packs")?;
    let rows: Vec<String> = packs
        .iter()
        .map(|(id, pack)| {
            let items = pack["items"].as_array().map_or(0, Vec::len);
            format!("({id:?}, {items}, {})", pack["minutes"])
        })
        .collect();
    Ok(format!(
        "/// The built-in packs: id, number of items, minutes.\npub const BUILT_IN: &[(&str, usize, usize)] = &[{}];\n",
        rows.join(", ")
    ))
}

fn words(path: &Path) -> Result<Map<String, Value>, Box<dyn Error>> {
    let text = fs::read_to_string(path)?;
    serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()).into())
}

/// Both must have the same keys, of the same shape, with the same blanks to fill.
fn compare(english: &Map<String, Value>, other: &Map<String, Value>, path: &Path) -> Result<(), Box<dyn Error>> {
    let mut faults = Vec::new();
    for (key, value) in english {
        match other.get(key) {
            None => faults.push(format!("lacks `{key}`")),
            Some(theirs) if blanks(theirs) != blanks(value) => {
                faults.push(format!("`{key}` has other blanks than English"));
            }
            Some(theirs) if forms(theirs) != forms(value) => {
                faults.push(format!("`{key}` has another shape than English"));
            }
            Some(_) => {}
        }
    }
    faults.extend(
        other.keys().filter(|key| !english.contains_key(*key)).map(|key| format!("has `{key}`, which English lacks")),
    );
    if faults.is_empty() {
        return Ok(());
    }
    Err(format!("{}: {}", path.display(), faults.join("; ")).into())
}

/// The names of a counted text's forms; a plain text has none.
fn forms(value: &Value) -> Vec<&String> {
    value.as_object().into_iter().flat_map(Map::keys).collect()
}

/// The names in braces, in all forms of a text together.
fn blanks(value: &Value) -> BTreeSet<String> {
    let forms: Vec<&str> = match value {
        Value::String(text) => vec![text],
        Value::Object(forms) => forms.values().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    let parts = forms.iter().flat_map(|text| text.split('{').skip(1));
    parts.filter_map(|part| Some(part.split_once('}')?.0.to_owned())).collect()
}

fn camel(key: &str) -> String {
    let parts = key.split(['.', '-', '_']);
    parts
        .map(|part| {
            let mut letters = part.chars();
            letters.next().map(|first| first.to_uppercase().collect::<String>() + letters.as_str()).unwrap_or_default()
        })
        .collect()
}
