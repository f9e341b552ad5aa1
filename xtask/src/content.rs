//! Puts the published data together from `content/`, `locales/` and `schema/`: packs, drills, pages, the plan
//! builder's texts, words, schemas.

use crate::{check_pack::line, first, page};
use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;
use std::{
    collections::BTreeMap,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};
use strategy_first::{
    article::Article,
    document::reader::{self, Fault},
    plan::{
        checker::{
            setup::{self, Setup},
            texts::Texts,
        },
        guess::read_channels,
        outline::{self, read_outlines},
        plan::Plan,
        suggest::{self, read_guide},
    },
    quiz::{bank, drill::read_drill, pack_file::read_pack},
};

/// Writes every data file that the pages load into `dist`, without a needless byte.
///
/// # Errors
/// Where a file cannot be read or written, or has faults; the message names the file and the first faults.
pub(crate) fn write(dist: &Path) -> Result<()> {
    let languages = languages()?;
    for lang in &languages {
        for id in pack_ids()? {
            let pack = pack(&id, lang)?;
            sound(&format!("the pack {id} in {lang}"), &read_pack(&pack).1)?;
            put(&dist.join(format!("packs/{id}.{lang}.json")), &pack)?;
        }
        let drill = drill(lang)?;
        sound(&format!("the drill in {lang}"), &read_drill(&drill).1)?;
        put(&dist.join(format!("drills/strategy-or-tactic.{lang}.json")), &drill)?;
        write_articles(dist, lang)?;
        write_plan(dist, lang)?;
    }
    for lang in &languages {
        put(&dist.join(format!("locales/{lang}.json")), &interface("locales", lang)?)?;
        put(&dist.join(format!("files/locale.{lang}.json")), &interface("locales/files", lang)?)?;
        put(&dist.join(format!("code/locale.{lang}.json")), &interface("locales/code", lang)?)?;
        for page in ["trainer", "editor", "worksheets"] {
            let words = interface(&format!("locales/{page}"), lang)?;
            put(&dist.join(format!("{page}/locale.{lang}.json")), &words)?;
        }
        put(&dist.join(format!("trainer/course.{lang}.json")), &course(lang)?)?;
        put(&dist.join(format!("editor/faults.{lang}.json")), &words("faults", lang)?)?;
        put(&dist.join(format!("first/{lang}.json")), &first::card(lang)?)?;
        put(&dist.join(format!("configure/{lang}.json")), &words("embed", lang)?)?;
    }
    for name in names_in("schema", ".schema.json")? {
        let schema = read(&format!("schema/{name}.schema.json"))?;
        put(&dist.join(format!("schema/{name}.schema.json")), &schema)?;
    }
    Ok(())
}

/// A list of the interface's words in one language, as it is published.
fn interface(folder: &str, lang: &str) -> Result<Value> {
    let english = read(&format!("{folder}/en.json"))?;
    let words = in_order_of_keys(&english, &read(&format!("{folder}/{lang}.json"))?);
    words.with_context(|| format!("{folder}/{lang}.json cannot be published"))
}

/// The pages to read, and the terms that each section of a plan uses.
fn write_articles(dist: &Path, lang: &str) -> Result<()> {
    let put_page = |article: Article, parts: &Value| put(&dist.join(article.path(lang)), parts);
    put_page(Article::Difference, &page::difference(&words("difference", lang)?))?;
    put_page(Article::About, &page::about(&words("about", lang)?, env!("CARGO_PKG_VERSION")))?;
    let (order, terms) = (read("content/glossary.json")?, words("glossary", lang)?);
    put_page(Article::Glossary, &page::glossary(&order, &terms))?;
    put(&dist.join(format!("plan/glossary.{lang}.json")), &page::section_terms(&order, &terms))
}

/// What the plan builder loads in one language: its words, the outlines, what answers say about a plan, what the
/// checker says in it, the lists by which the checker reads plans in it, the worked example.
fn write_plan(dist: &Path, lang: &str) -> Result<()> {
    put(&dist.join(format!("plan/locale.{lang}.json")), &interface("locales/plan", lang)?)?;
    let outlines = outline::joined(&read("content/outlines.json")?, &words("outlines", lang)?);
    sound(&format!("the list of outlines in {lang}"), &read_outlines(&outlines).1)?;
    put(&dist.join(format!("plan/outlines.{lang}.json")), &outlines)?;
    let mut texts = words("plan", lang)?;
    // They are fetched by whoever pastes a list or weighs a tool.
    let channels = texts.as_object_mut().and_then(|texts| texts.remove("channels")).unwrap_or_default();
    sound(&format!("the list of channels in {lang}"), &read_channels(&channels).1)?;
    put(&dist.join(format!("plan/channels.{lang}.json")), &channels)?;
    put(&dist.join(format!("plan/words.{lang}.json")), &texts)?;
    let guide = suggest::joined(&read("content/suggestions.json")?, &words("suggestions", lang)?);
    sound(&format!("the list of suggestions in {lang}"), &read_guide(&guide).1)?;
    put(&dist.join(format!("plan/suggestions.{lang}.json")), &guide)?;
    let (texts, lists) = setup::parted(&checker(lang)?);
    sound(&format!("what the checker says in {lang}"), &Texts::read(&texts).1)?;
    put(&dist.join(format!("plan/checker.{lang}.json")), &texts)?;
    sound(&format!("the checker's lists in {lang}"), &Setup::read(&lists).1)?;
    put(&dist.join(format!("plan/lists.{lang}.json")), &lists)?;
    let example = words("example", lang)?;
    sound(&format!("the example in {lang}"), &reader::read(&example, Plan::read).1)?;
    put(&dist.join(format!("plan/example.{lang}.json")), &example)
}

/// The pack `id` in one language, as it is published.
///
/// # Errors
/// Where there is no such pack or language, or one of its files cannot be read.
pub(crate) fn pack(id: &str, lang: &str) -> Result<Value> {
    let ids = pack_ids()?;
    ensure!(ids.iter().any(|known| known == id), "There is no pack ‘{id}’; there is {}.", ids.join(" and "));
    let structure = read("content/check.json")?;
    Ok(bank::pack(&structure, &words("check", lang)?, lang, id))
}

/// What the plan checker goes by and says in one language.
///
/// # Errors
/// Where there is no such language, or one of the files cannot be read.
pub(crate) fn checker(lang: &str) -> Result<Value> {
    Ok(setup::joined(&read("content/checker.json")?, &words("checker", lang)?))
}

/// What an editor wrote for `part` in one language, as in `content/en/faults.json`.
///
/// # Errors
/// Where there is no such language, or the file cannot be read.
pub(crate) fn words(part: &str, lang: &str) -> Result<Value> {
    let languages = languages()?;
    ensure!(
        languages.iter().any(|known| known == lang),
        "There are no words in ‘{lang}’; there are some in {}.",
        languages.join(" and ")
    );
    read(&format!("content/{lang}/{part}.json"))
}

/// What is said about a group and what it hands in, with why a file is refused.
///
/// # Errors
/// Where there is no such language, or one of the files cannot be read.
pub(crate) fn course(lang: &str) -> Result<Value> {
    let mut course = words("course", lang)?;
    course["file-refusals"] = words("faults", lang)?["refusals"].take();
    Ok(course)
}

/// Every language there is: the folders in `content/`, sorted.
///
/// # Errors
/// Where `content/` cannot be read.
pub(crate) fn languages() -> Result<Vec<String>> {
    let folder = root()?.join("content");
    let mut languages = Vec::new();
    for entry in fs::read_dir(&folder).with_context(|| format!("{} cannot be read", folder.display()))? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            languages.push(entry.file_name().to_string_lossy().into_owned());
        }
    }
    languages.sort();
    Ok(languages)
}

/// What pages say in each language where the app cannot start, as in `{"en": {"failed": "..."}}`.
///
/// # Errors
/// Where a file of words cannot be read, or lacks one of them.
pub(crate) fn page_sentences() -> Result<Value> {
    let mut sentences = serde_json::Map::new();
    for lang in languages()? {
        let words = read(&format!("locales/page/{lang}.json"))?;
        let mut said = serde_json::Map::new();
        for key in ["failed", "old"] {
            said.insert(key.to_owned(), page_text(&words, &lang, key)?.into());
        }
        sentences.insert(lang, said.into());
    }
    Ok(sentences.into())
}

/// What the first card says in each language, for the page that has it in its script.
///
/// # Errors
/// Where a file of words cannot be read, or lacks one of them.
pub(crate) fn first_cards() -> Result<Value> {
    let cards = languages()?.into_iter().map(|lang| Ok((lang.clone(), first::card(&lang)?)));
    Ok(Value::Object(cards.collect::<Result<_>>()?))
}

/// What the page in a frame says, in every language at once, until the app is there: a way out to a page of its own.
///
/// # Errors
/// Where a file of words cannot be read, or lacks one of them.
pub(crate) fn ways_out() -> Result<String> {
    let mut ways = String::new();
    for lang in languages()? {
        let words = read(&format!("locales/page/{lang}.json"))?;
        let text = |key| page_text(&words, &lang, key).map(escaped);
        let (why, link) = (text("out.why")?, text("out.link")?);
        let address = format!("index.html?lang={lang}");
        write!(ways, r#"<p lang="{lang}">{why} <a href="{address}" target="_blank" rel="noopener">{link}</a></p>"#)?;
    }
    Ok(ways)
}

/// What a language puts before the decimals of a number, where no browser is there to say it.
///
/// # Errors
/// Where a file of words cannot be read, or does not say it.
pub(crate) fn decimal(lang: &str) -> Result<char> {
    let words = read(&format!("locales/page/{lang}.json"))?;
    page_text(&words, lang, "language.decimal")?.chars().next().context("language.decimal is empty")
}

fn page_text<'a>(words: &'a Value, lang: &str, key: &str) -> Result<&'a str> {
    words[key].as_str().with_context(|| format!("locales/page/{lang}.json has no text for {key}"))
}

/// A text as it stands in a page.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// The drill in one language, as it is published.
///
/// # Errors
/// Where there is no such language, or one of its files cannot be read.
pub(crate) fn drill(lang: &str) -> Result<Value> {
    Ok(bank::drill(&read("content/drill.json")?, &words("drill", lang)?, lang))
}

pub(crate) fn pack_ids() -> Result<Vec<String>> {
    let structure = read("content/check.json")?;
    let packs = structure["packs"].as_object().context("content/check.json names no packs")?;
    Ok(packs.keys().cloned().collect())
}

/// The texts alone, in the byte order of their keys: the program knows the keys as numbers (`build.rs`), and the download
/// need not repeat them.
fn in_order_of_keys(english: &Value, words: &Value) -> Result<Value> {
    let sorted = |words: &Value| -> Result<BTreeMap<String, Value>> {
        let words = words.as_object().context("it should be an object from key to text")?;
        Ok(words.iter().map(|(key, text)| (key.clone(), text.clone())).collect())
    };
    let (english, words) = (sorted(english)?, sorted(words)?);
    let missing = english.keys().find(|key| !words.contains_key(*key));
    let stray = words.keys().find(|key| !english.contains_key(*key));
    match (missing, stray) {
        (Some(key), _) => bail!("it has no text for ‘{key}’"),
        (_, Some(key)) => bail!("English has no text for ‘{key}’"),
        (None, None) => Ok(words.into_values().collect()),
    }
}

fn sound(what: &str, faults: &[Fault]) -> Result<()> {
    if faults.is_empty() {
        return Ok(());
    }
    let words = words("faults", "en")?;
    let lines: Vec<String> = faults.iter().take(5).map(|fault| line(&words, fault)).collect();
    bail!("{what} has {} faults; the first are:\n{}", faults.len(), lines.join("\n"))
}

/// The names of the files in `folder` that end in `ending`, without it, sorted.
fn names_in(folder: &str, ending: &str) -> Result<Vec<String>> {
    let path = root()?.join(folder);
    let mut names = Vec::new();
    for entry in fs::read_dir(&path).with_context(|| format!("{} cannot be read", path.display()))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        names.extend(name.strip_suffix(ending).map(str::to_owned));
    }
    names.sort();
    Ok(names)
}

pub(crate) fn read(path: &str) -> Result<Value> {
    let path = root()?.join(path);
    let text = fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    serde_json::from_str(&text).with_context(|| format!("{} is not JSON", path.display()))
}

fn put(path: &Path, value: &Value) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    }
    fs::write(path, value.to_string()).with_context(|| format!("{} cannot be written", path.display()))
}

/// The top of the repository.
fn root() -> Result<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent();
    root.map(Path::to_owned).context("xtask stands in no repository")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn texts_come_in_the_byte_order_of_their_keys() {
        let words = json!({"b": "2", "a.b": {"one": "x", "other": "y"}, "a_b": "1", "B": "0"});
        let published = in_order_of_keys(&words, &words).unwrap();
        assert_eq!(published, json!(["0", {"one": "x", "other": "y"}, "1", "2"]));
    }

    #[test]
    fn languages_with_other_keys_are_not_published() {
        let check = |english: Value, words: Value, expected: &str| {
            assert_eq!(in_order_of_keys(&english, &words).unwrap_err().to_string(), expected);
        };
        check(json!({"a": "", "b": ""}), json!({"a": ""}), "it has no text for ‘b’");
        check(json!({"a": ""}), json!({"a": "", "b": ""}), "English has no text for ‘b’");
        check(json!({}), json!([]), "it should be an object from key to text");
    }

    #[test]
    fn a_way_out_is_said_in_every_language() {
        let ways = ways_out().unwrap();
        for lang in languages().unwrap() {
            assert_eq!(ways.matches(&format!("<p lang=\"{lang}\">")).count(), 1, "{lang}: {ways}");
            assert_eq!(ways.matches(&format!("index.html?lang={lang}\"")).count(), 1, "{lang}: {ways}");
        }
        assert_eq!(escaped("a < b & c"), "a &lt; b &amp; c");
    }

    #[test]
    fn unknown_packs_and_languages_are_named_with_those_there_are() {
        assert_eq!(pack("long", "en").unwrap_err().to_string(), "There is no pack ‘long’; there is full and quick.");
        assert_eq!(
            pack("full", "xx").unwrap_err().to_string(),
            format!("There are no words in ‘xx’; there are some in {}.", languages().unwrap().join(" and "))
        );
    }

    #[test]
    fn everything_is_written_small_and_whole() {
        let dist = std::env::temp_dir().join(format!("strategy-first-content-{}", std::process::id()));
        write(&dist).unwrap();
        for file in [
            "packs/full.en.json",
            "packs/quick.fr.json",
            "drills/strategy-or-tactic.fr.json",
            "pages/difference.en.json",
            "pages/glossary.fr.json",
            "pages/about.en.json",
            "plan/glossary.fr.json",
            "plan/outlines.en.json",
            "plan/words.fr.json",
            "plan/channels.fr.json",
            "plan/example.en.json",
            "plan/suggestions.fr.json",
            "files/locale.fr.json",
            "trainer/course.fr.json",
            "code/locale.fr.json",
            "configure/fr.json",
            "locales/fr.json",
            "schema/pack.schema.json",
            "schema/result.schema.json",
            "schema/drill.schema.json",
            "schema/plan.schema.json",
            "schema/backup.schema.json",
        ] {
            let text = fs::read_to_string(dist.join(file)).unwrap_or_else(|error| panic!("{file}: {error}"));
            let value: Value = serde_json::from_str(&text).unwrap();
            assert_eq!(text, value.to_string(), "{file}");
            assert_eq!(
                ["locales/", "pages/", "files/", "code/", "plan/channels"]
                    .iter()
                    .any(|folder| file.starts_with(folder)),
                value.is_array(),
                "{file}"
            );
        }
        fs::remove_dir_all(dist).unwrap();
    }
}
