//! The course packages for learning systems: the release without what they have no use for, a page of their own, and what each
//! kind of system wants to be told of it. `docs/learning-systems.md` is for those who use them.

use crate::{content, files, place::Place};
use anyhow::{Context, Result, ensure};
use glob::Pattern;
use serde_json::Value;
use std::{
    collections::{BTreeMap, BTreeSet},
    io::{Cursor, Write},
    path::{Path, PathBuf},
};
use zip::{CompressionMethod, DateTime, ZipWriter, write::SimpleFileOptions};

/// What esbuild bundles for the packages alone, as in `pipeline::BUNDLES`; it goes to [`parts`].
pub(super) const BUNDLES: [(&str, &str); 2] = [("embed/lms/page.js", SCRIPT), ("style/course.css", "course.css")];

/// The script of a package's page.
const SCRIPT: &str = "course.js";

/// What a package has of the release.
const HELD: [&str; 14] = [
    "*.wasm",
    "strategy-first.js",
    "strategy-first.css",
    "more.css",
    "plan.css",
    "word.js",
    "qr.js",
    "code/*",
    "drills/*",
    "files/*",
    "locales/*",
    "packs/*",
    "pages/*",
    "plan/*",
];

/// The second program, which holds pages for trainers.
const OTHER_PROGRAM: &str = "strategy-first-pages*";

/// Stands for the list of all files in a manifest.
const FILES: &str = "__FILES__";
/// Stands for the kind of system in the page.
const SYSTEM: &str = "__SYSTEM__";
/// Stands for what the page may connect to.
const CONNECT: &str = "__CONNECT__";

/// A kind of learning system.
struct Kind {
    name: &'static str,
    /// The file that says what is in the package, at its top.
    manifest: &'static str,
    /// A record store may be anywhere; SCORM goes by way of the page around.
    connect: &'static str,
}

const KINDS: [Kind; 3] = [
    Kind { name: "scorm12", manifest: "imsmanifest.xml", connect: "'self'" },
    Kind { name: "scorm2004", manifest: "imsmanifest.xml", connect: "'self'" },
    Kind { name: "cmi5", manifest: "cmi5.xml", connect: "'self' https: http:" },
];

/// What is in a package, by name.
type Files = BTreeMap<String, Vec<u8>>;

/// Writes a package for each kind of system into the folder `to`, from a release and the [`parts`] made with it. `own` holds
/// the texts of a trainer's own pack by language; where there are any, the package asks those questions.
///
/// # Errors
/// Where a file cannot be read or written, or has a name that some systems do not take.
pub(super) fn write(place: &Place, release: &Path, to: &Path, own: &BTreeMap<String, String>) -> Result<()> {
    let mut common = held(release)?;
    for file in files::below(&parts(place), &[])? {
        common.insert(files::relative(&file, &parts(place)), files::read(&file)?);
    }
    add_settings(place, &mut common, own)?;
    for lang in content::languages()? {
        tell_the_truth(&mut common, &lang)?;
    }
    for kind in &KINDS {
        let package = package(place, kind, &common)?;
        files::write(&to.join(format!("strategy-first-{}.zip", kind.name)), zipped(&package)?)?;
    }
    Ok(())
}

/// Where the packages' own script and sheet are kept, beside the release that they belong to.
pub(super) fn parts(place: &Place) -> PathBuf {
    place.work.join("course")
}

/// The script, which has blanks in it.
pub(super) fn script(place: &Place) -> PathBuf {
    parts(place).join(SCRIPT)
}

/// Whether a file of `dist/` is a package.
pub(super) fn is_package(file: &Path) -> bool {
    file.extension().is_some_and(|extension| extension == "zip")
}

fn held(release: &Path) -> Result<Files> {
    let is = |pattern: &str, name: &str| Pattern::new(pattern).is_ok_and(|pattern| pattern.matches(name));
    let mut held = Files::new();
    for file in files::below(release, &["npm"])? {
        let name = files::relative(&file, release);
        if HELD.iter().any(|pattern| is(pattern, &name)) && !is(OTHER_PROGRAM, &name) {
            held.insert(name, files::read(&file)?);
        }
    }
    Ok(held)
}

/// In a course, answers do leave the browser. What the app says of that elsewhere is replaced by what is true here, and the
/// words of the page itself are added.
fn tell_the_truth(files: &mut Files, lang: &str) -> Result<()> {
    let mut words = content::read(&format!("locales/course/{lang}.json"))?;
    let instead = words.as_object_mut().and_then(|words| words.remove("instead")).unwrap_or_default();
    for (folder, name) in
        [("locales", format!("locales/{lang}.json")), ("locales/plan", format!("plan/locale.{lang}.json"))]
    {
        // The texts are in the order of their keys (`content::write`).
        let keys: BTreeMap<String, Value> = serde_json::from_value(content::read(&format!("{folder}/en.json"))?)?;
        let mut texts = parsed(files, &name)?;
        for (key, text) in instead[folder].as_object().into_iter().flatten() {
            let at = keys.keys().position(|known| known == key);
            let place = at.and_then(|at| texts.get_mut(at));
            *place
                .with_context(|| format!("{folder} has no text {key} for locales/course/{lang}.json to replace"))? =
                text.clone();
        }
        files.insert(name, texts.to_string().into());
    }
    let said = |at: usize| instead["intro"][at].as_str().context("locales/course has no words for a pack’s intro");
    let (untrue, true_here) = (said(0)?, said(1)?);
    // A trainer's own pack may have begun as a copy of one of ours, and stand in for a language in which there is none.
    let names: Vec<String> = files.keys().filter(|name| name.starts_with("packs/")).cloned().collect();
    let mut told = BTreeSet::new();
    for name in names {
        let mut pack = parsed(files, &name)?;
        if let Some(intro) = pack["intro"].as_str().filter(|intro| intro.contains(untrue)) {
            pack["intro"] = intro.replace(untrue, true_here).into();
            files.insert(name.clone(), pack.to_string().into());
            told.insert(name);
        }
    }
    for name in content::pack_ids()?.into_iter().map(|id| format!("packs/{id}.{lang}.json")) {
        ensure!(told.contains(&name), "{name} does not say what locales/course/{lang}.json is to replace");
    }
    files.insert(format!("course/{lang}.json"), words.to_string().into());
    Ok(())
}

fn parsed(files: &Files, name: &str) -> Result<Value> {
    let content = files.get(name).with_context(|| format!("the release has no {name}"))?;
    serde_json::from_slice(content).with_context(|| format!("{name} is not JSON"))
}

/// The settings that a trainer may change, and a pack of the trainer's own in every language: where there is none in one, the
/// first there is.
fn add_settings(place: &Place, files: &mut Files, own: &BTreeMap<String, String>) -> Result<()> {
    let mut settings = files::read_text(&place.root.join("embed/lms/settings.json"))?;
    if let Some(first) = own.values().next() {
        for lang in content::languages()? {
            files.insert(format!("packs/own.{lang}.json"), own.get(&lang).unwrap_or(first).clone().into());
        }
        settings = settings.replace("\"pack\": \"full\"", "\"pack\": \"packs/own.{lang}.json\"");
    }
    files.insert("settings.json".to_owned(), settings.into());
    Ok(())
}

fn package(place: &Place, kind: &Kind, common: &Files) -> Result<Files> {
    let source = |name: &str| files::read_text(&place.root.join("embed/lms").join(name));
    let mut files = common.clone();
    let page = source("index.html")?.replace(SYSTEM, kind.name).replace(CONNECT, kind.connect);
    files.insert("index.html".to_owned(), page.into());
    for name in files.keys() {
        let is_plain = name.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_' | b'-' | b'.' | b'/'));
        ensure!(is_plain, "{name} has a name that some learning systems do not take");
    }
    let lines: Vec<_> = files.keys().map(|name| format!("      <file href=\"{name}\"/>")).collect();
    let manifest = source(&format!("{}.xml", kind.name))?.replace(FILES, &lines.join("\n"));
    files.insert(kind.manifest.to_owned(), manifest.into());
    Ok(files)
}

/// The same files make the same bytes.
fn zipped(package: &Files) -> Result<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    for (name, content) in package {
        zip.start_file(name.as_str(), options)?;
        zip.write_all(content)?;
    }
    Ok(zip.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_files_make_the_same_package() {
        let files: Files =
            [("b.js", "b"), ("a/c.json", "{}")].map(|(name, text)| (name.to_owned(), text.into())).into();
        let once = zipped(&files).unwrap();
        assert_eq!(once, zipped(&files).unwrap());
        let mut read = zip::ZipArchive::new(Cursor::new(once)).unwrap();
        assert_eq!(read.file_names().map(|name| name.unwrap().into_owned()).collect::<Vec<_>>(), ["a/c.json", "b.js"]);
        assert_eq!(std::io::read_to_string(read.by_name("b.js").unwrap()).unwrap(), "b");
    }

    #[test]
    fn what_the_app_says_of_the_browser_alone_is_replaced() {
        for lang in content::languages().unwrap() {
            let texts = |folder: &str| {
                let words: BTreeMap<String, Value> =
                    serde_json::from_value(content::read(&format!("{folder}/{lang}.json")).unwrap()).unwrap();
                words.into_values().collect::<Value>().to_string().into_bytes()
            };
            let mut files: Files = [
                (format!("locales/{lang}.json"), texts("locales")),
                (format!("plan/locale.{lang}.json"), texts("locales/plan")),
            ]
            .into();
            for id in content::pack_ids().unwrap() {
                files.insert(format!("packs/{id}.{lang}.json"), content::pack(&id, &lang).unwrap().to_string().into());
            }
            // A copy of one of ours, which stands for another language as well.
            let copy = content::pack("quick", &lang).unwrap().to_string();
            files.insert("packs/own.xx.json".to_owned(), copy.clone().into());
            tell_the_truth(&mut files, &lang).unwrap();
            assert_ne!(files["packs/own.xx.json"], copy.as_bytes());
            let course = content::read(&format!("locales/course/{lang}.json")).unwrap();
            for (folder, name) in [("locales", "locales/"), ("locales/plan", "plan/locale.")] {
                let now = String::from_utf8(files[&format!("{name}{lang}.json")].clone()).unwrap();
                let words = content::read(&format!("{folder}/{lang}.json")).unwrap();
                for (key, text) in course["instead"][folder].as_object().unwrap() {
                    assert!(now.contains(&text.to_string()), "{lang} {key}");
                    assert!(!now.contains(&words[key].to_string()), "{lang} {key}");
                }
            }
        }
    }

    #[test]
    fn an_own_pack_is_there_in_every_language() {
        let place = Place::find().unwrap();
        let mut files = Files::new();
        add_settings(&place, &mut files, &[("en".to_owned(), "{}".to_owned())].into()).unwrap();
        let settings: Value = serde_json::from_slice(&files["settings.json"]).unwrap();
        assert_eq!(settings["pack"], "packs/own.{lang}.json");
        for lang in content::languages().unwrap() {
            assert_eq!(files[&format!("packs/own.{lang}.json")], b"{}");
        }
    }
}
