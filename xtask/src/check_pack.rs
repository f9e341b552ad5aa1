//! `cargo xtask check-pack`: every fault of a pack file, with its place and the mend.

use crate::content;
use anyhow::Result;
use serde_json::Value;
use std::{collections::BTreeSet, fs, path::Path, process::ExitCode};
use strategy_first::{
    document::{
        faults,
        file::{Refusal, expect_format, parse},
        reader::{Fault, MAX_FAULTS},
    },
    draft::languages::differences,
    quiz::pack_file::{FORMAT, VERSION, read_pack},
};

/// Checks `file`, and compares it with its siblings in other languages, `<id>.<lang>.json` beside it. Says what is wrong in
/// the language `lang`. Exit status 1 with faults, 2 where it is no pack at all.
///
/// # Errors
/// Where there are no words in `lang`.
pub(crate) fn run(file: &Path, lang: &str) -> Result<ExitCode> {
    let words = content::words("faults", lang)?;
    let pack = match open(file, &words) {
        Ok(pack) => pack,
        Err(sentence) => {
            eprintln!("{}: {sentence}", file.display());
            return Ok(ExitCode::from(2));
        }
    };
    let mut faults = read_pack(&pack).1;
    for (name, sibling) in siblings(file, &pack) {
        match open(&file.with_file_name(&name), &words) {
            Ok(other) => faults.extend(differences(&pack, &other, &sibling)),
            Err(sentence) => eprintln!("{name}: {sentence}"),
        }
    }
    for fault in &faults {
        println!("{}", line(&words, fault));
    }
    println!("{}", summary(&words, faults.len()));
    Ok(ExitCode::from(u8::from(!faults.is_empty())))
}

/// A fault in one line: its place, what is wrong, and the mend.
pub(crate) fn line(words: &Value, fault: &Fault) -> String {
    let place = match fault.place.as_str() {
        "" => words["summary"]["file"].as_str().unwrap_or_default(),
        place => place,
    };
    match faults::problem(words, &fault.problem) {
        Some(explained) => format!("{place}: {} {}", explained.wrong, explained.mend),
        None => format!("{place}: {:?}", fault.problem),
    }
}

/// Why a file was refused, in one line.
pub(crate) fn refused(words: &Value, refusal: &Refusal) -> String {
    match faults::refusal(words, refusal) {
        Some(explained) => format!("{} {}", explained.wrong, explained.mend),
        None => format!("{refusal:?}"),
    }
}

/// The pack in `file`, or why there is none.
pub(crate) fn open(file: &Path, words: &Value) -> Result<Value, String> {
    let text = fs::read_to_string(file).map_err(|error| error.to_string())?;
    let pack = parse(&text).and_then(|pack| expect_format(&pack, FORMAT, VERSION).map(|()| pack));
    pack.map_err(|refusal| refused(words, &refusal))
}

fn summary(words: &Value, count: usize) -> String {
    let form = match count {
        0 => "none",
        1 => "one",
        MAX_FAULTS.. => "more",
        _ => "other",
    };
    let words = words["summary"][form].as_str().unwrap_or("{n}");
    words.replace("{n}", &count.to_string())
}

/// The files beside `file` with the same pack in another language, each with that language, sorted.
fn siblings(file: &Path, pack: &Value) -> BTreeSet<(String, String)> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    let start = format!("{}.", pack["id"].as_str().unwrap_or_default());
    let beside = fs::read_dir(folder.unwrap_or(Path::new("."))).into_iter().flatten();
    beside
        .flatten()
        .filter(|entry| file.file_name() != Some(&entry.file_name()))
        .filter_map(|entry| {
            let name = entry.file_name().into_string().ok()?;
            let lang = name.strip_prefix(&start)?.strip_suffix(".json")?.to_owned();
            let is_tag = lang.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-');
            (is_tag && pack["lang"] != *lang).then_some((name, lang))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;
    use strategy_first::document::reader::Problem;

    fn english() -> Value {
        content::pack("full", "en").unwrap()
    }

    fn check(change: impl FnOnce(&mut Value), expected: &[&str]) {
        let mut pack = english();
        change(&mut pack);
        let found: Vec<String> = differences(&pack, &content::pack("full", "fr").unwrap(), "fr")
            .iter()
            .map(|fault| format!("{} {:?}", fault.place, fault.problem))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn the_published_languages_differ_in_nothing_but_words() {
        check(|_| {}, &[]);
    }

    #[test]
    fn what_must_be_the_same_and_is_not_is_named() {
        let differs = |place: &str| format!("{place} DiffersFrom {{ lang: \"fr\" }}");
        let lacks = |place: &str| format!("{place} Untranslated {{ lang: \"fr\" }}");
        check(|pack| pack["band"] = json!(13), &[&differs("band")]);
        check(|pack| pack["axes"]["work"]["min_answers"] = json!(4), &[&differs("axes.work.min_answers")]);
        check(|pack| pack["items"][3]["options"][1]["score"] = json!(0), &[&differs("items[3].options[1].score")]);
        check(|pack| pack["flags"][0]["all"][0]["min"] = json!(51), &[&differs("flags[0].all")]);
        check(|pack| pack["items"][0]["show_if"] = json!({"item": "q01", "is": []}), &[&differs("items[0].show_if")]);
        check(|pack| pack["items"].as_array_mut().unwrap().swap(0, 1), &[&differs("items")]);
        check(|pack| drop(pack["items"].as_array_mut().unwrap().remove(4)), &[&lacks("items[q05]")]);
        check(
            |pack| pack["items"][4]["options"][2]["id"] = json!("x"),
            &[&lacks("items[4].options[2]"), &lacks("items[4].options[c]")],
        );
        check(|pack| pack["items"][3]["hint"] = json!(null), &[&lacks("items[3].hint")]);
        check(|pack| pack["readings"]["busy"]["text"] = json!(""), &[&lacks("readings.busy.text")]);
        check(|pack| pack["note"] = json!("mine"), &[]);
    }

    #[test]
    fn a_line_says_where_what_and_how_to_mend_it() {
        let check = |lang: &str, place: &str, problem: Problem, expected: &str| {
            let words = content::words("faults", lang).unwrap();
            let place = place.to_owned();
            assert_eq!(line(&words, &Fault { place, problem }), expected);
        };
        let score = || Problem::OutOfRange { min: 0, max: 3, is: 4 };
        check(
            "en",
            "items[3].options[1].score",
            score(),
            "items[3].options[1].score: The number is 4, and it has to be from 0 to 3. Choose a number from 0 to 3.",
        );
        check(
            "fr",
            "",
            Problem::Missing,
            "le fichier entier: Cette partie manque. Ajoutez-la\u{202f}; le fichier du bilan complet peut servir de modèle.",
        );
    }

    #[test]
    fn the_last_line_counts() {
        let words = content::words("faults", "en").unwrap();
        let check = |count: usize, expected: &str| assert_eq!(summary(&words, count), expected);
        check(0, "No fault.");
        check(1, "1 fault.");
        check(12, "12 faults.");
        check(MAX_FAULTS, "200 faults; there may be more.");
    }
}
