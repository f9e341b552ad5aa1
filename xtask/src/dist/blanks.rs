//! What only the build knows, written where the sources leave a blank for it.

use super::{offline, single, split};
use crate::{content, files};
use anyhow::{Context, Result};
use serde_json::Value;
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Stands for the build's own name. Addresses end in it (`?v=...`), so that a browser never mixes the files of two builds.
const BUILD: &str = "__BUILD__";

/// The scripts with blanks in them.
const SCRIPTS: [&str; 9] = [
    "boot.js",
    "element.js",
    "embed.js",
    WITH_CARD,
    "frame.js",
    "configure.js",
    "pages.js",
    single::SCRIPT,
    offline::WORKER,
];

/// Enough of the digest to tell builds apart.
const BUILD_LENGTH: usize = 10;

/// Stands for what is said in each language where the app cannot start: an object from language to sentences.
const SENTENCES: &str = "__SENTENCES__";

/// Stands for what the first card of the page says in each language: an object from language to its words.
const CARDS: &str = "__CARDS__";

/// The element's script with its first card in it, of which there is one for each language in the end.
pub(super) const WITH_CARD: &str = "embed.LANG.js";

/// Stands for the words of that card.
const CARD: &str = "__CARD__";

/// Stands for the ways out of a frame in which the app can't start, a paragraph a language.
const WAYS_OUT: &str = "__WAYS_OUT__";

/// Stands for the tags of the languages there are.
const LANGUAGES: &str = "__LANGUAGES__";

/// Stands for the names of the files that hold what several parts of the program share.
const SHARED: &str = "__SHARED__";

/// Stands for the icon that a browser shows beside a page's title, as an address that holds it all.
const ICON: &str = "__ICON__";

/// Fills the blanks in the pages and in the start scripts, and in one `more` script. The build is named after all that is not a
/// page.
pub(super) fn fill(dist: &Path, more: PathBuf) -> Result<()> {
    let all = files::below(dist, &[])?;
    let is_page = |file: &PathBuf| file.extension().is_some_and(|extension| extension == "html");
    let (pages, others): (Vec<_>, Vec<_>) = all.into_iter().partition(is_page);
    let mut build = files::digest(&others, dist)?;
    build.truncate(BUILD_LENGTH);
    let sentences = content::page_sentences()?.to_string();
    let cards = content::first_cards()?;
    let all_cards = cards.to_string();
    let shared = Value::from(shared(&others)).to_string();
    let languages = Value::from(content::languages()?).to_string();
    let ways_out = content::ways_out()?;
    let icon = icon(dist)?;
    let blanks = [
        (BUILD, &*build),
        (SENTENCES, &*sentences),
        (CARDS, &*all_cards),
        (SHARED, &*shared),
        (LANGUAGES, &*languages),
        (WAYS_OUT, &*ways_out),
        (ICON, &*icon),
    ];
    for file in pages.into_iter().chain(SCRIPTS.map(|script| dist.join(script))).chain([more]) {
        let text = files::read_text(&file)?;
        files::write(&file, blanks.iter().fold(text, |text, (blank, filling)| text.replace(blank, filling)))?;
    }
    deal(&dist.join(WITH_CARD), &cards)
}

/// Makes of one script with a blank for a card one for each language.
fn deal(script: &Path, cards: &Value) -> Result<()> {
    let text = files::read_text(script)?;
    for (lang, card) in cards.as_object().into_iter().flatten() {
        files::write(&script.with_file_name(WITH_CARD.replace("LANG", lang)), text.replace(CARD, &card.to_string()))?;
    }
    fs::remove_file(script).with_context(|| format!("cannot remove {}", script.display()))
}

fn icon(dist: &Path) -> Result<String> {
    let drawing = files::read_text(&dist.join("icon.svg"))?;
    // All that an address within a page may not have.
    let escapes = [("%", "%25"), ("#", "%23"), ("\"", "'")];
    let drawing = escapes.iter().fold(drawing.trim().to_owned(), |text, (from, to)| text.replace(from, to));
    Ok(format!("data:image/svg+xml,{drawing}"))
}

/// Without their endings, as the scripts name them.
fn shared(files: &[PathBuf]) -> Vec<String> {
    let names = files.iter().filter_map(|file| file.file_stem()?.to_str());
    let mut names: Vec<String> = names.filter(|name| name.starts_with(split::SHARED)).map(str::to_owned).collect();
    names.sort();
    names
}
