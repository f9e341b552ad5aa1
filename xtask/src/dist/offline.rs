//! What the service worker (`embed/worker.js`) keeps: the names and digests of the files, written into it once they are final.

use super::single;
use crate::{content, files};
use anyhow::{Context, Result};
use std::{collections::BTreeMap, path::Path};

pub(super) const WORKER: &str = "worker.js";

/// Stands for the digests, by group, language and name.
const FILES: &str = "__FILES__";

/// The page with the check and the plan builder, and what it loads besides the folders and parts that the page in one file has too.
const APP: [&str; 7] =
    ["index.html", "boot.js", "standalone.css", "strategy-first.js", "session.js", "qr.js", "word.js"];

/// The pages for trainers.
const PAGES: [&str; 7] = [
    "trainer.html",
    "editor.html",
    "worksheets.html",
    "pages.js",
    "pages.css",
    "strategy-first-pages.js",
    "strategy-first-pages_bg.wasm",
];
const FOLDERS_OF_PAGES: [&str; 3] = ["trainer/", "editor/", "worksheets/"];

/// Digests by group of pages, language (or none) and name.
type Kept = BTreeMap<&'static str, BTreeMap<String, BTreeMap<String, String>>>;

/// Fills in the worker of a release whose files are final.
///
/// # Errors
/// Where a file cannot be read or written.
pub(super) fn write(release: &Path) -> Result<()> {
    let languages = content::languages()?;
    let mut kept = Kept::new();
    for file in files::below(release, &["npm"])? {
        let name = files::relative(&file, release);
        if let Some(group) = group(&name) {
            let lang = language(&name, &languages).to_owned();
            kept.entry(group).or_default().entry(lang).or_default().insert(name, files::integrity(files::read(&file)?));
        }
    }
    let worker = release.join(WORKER);
    let text = files::read_text(&worker)?;
    let before = text.find(FILES).context("worker.js has no blank for the files")?;
    let list = serde_json::to_string(&kept)?;
    files::write(&worker, format!("{}{list}{}", &text[..before], &text[before + FILES.len()..]))
}

/// The pages that a file belongs to.
fn group(name: &str) -> Option<&'static str> {
    let is_of = |names: &[&str], folders: &[&str]| {
        names.contains(&name) || folders.iter().any(|folder| name.starts_with(folder))
    };
    if is_of(&PAGES, &FOLDERS_OF_PAGES) {
        Some("pages")
    } else if is_of(&APP, &[]) || single::is_loaded(name) {
        Some("app")
    } else {
        None
    }
}

/// The language of a file such as `packs/full.en.json` or `locales/en.json`; nothing where it is for all of them.
fn language<'a>(name: &str, languages: &'a [String]) -> &'a str {
    let is_in = |lang: &&String| ['.', '/'].iter().any(|before| name.ends_with(&format!("{before}{lang}.json")));
    languages.iter().find(is_in).map_or("", String::as_str)
}

#[cfg(test)]
mod tests {
    use super::{group, language};

    #[test]
    fn each_file_is_kept_for_the_pages_and_the_language_that_need_it() {
        let languages = ["en".to_owned(), "fr".to_owned()];
        for (name, expected) in [
            ("index.html", Some(("app", ""))),
            ("plan-views.wasm", Some(("app", ""))),
            ("more.css", Some(("app", ""))),
            ("plan.css", Some(("app", ""))),
            ("packs/full.fr.json", Some(("app", "fr"))),
            ("locales/en.json", Some(("app", "en"))),
            ("trainer/locale.fr.json", Some(("pages", "fr"))),
            ("strategy-first-pages_bg.wasm", Some(("pages", ""))),
            ("embed.js", None),
            ("worker.js", None),
            ("schema/plan.schema.json", None),
            ("strategy-first-cmi5.zip", None),
        ] {
            assert_eq!(group(name).map(|group| (group, language(name, &languages))), expected, "{name}");
        }
    }
}
