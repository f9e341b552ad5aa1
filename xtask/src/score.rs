//! `cargo xtask score`: what a file of answers comes to, with the same code as the page.

use crate::{check_pack, content};
use anyhow::Result;
use serde_json::Value;
use std::{fs, path::Path, process::ExitCode};
use strategy_first::{
    document::{
        file::{expect_format, parse},
        reader::{Fault, read},
        result::{FORMAT, TakenCheck, VERSION},
    },
    quiz::{
        answers::{Answers, Unmapped},
        outcome::{First, Outcome, outcome},
        pack::{Pack, Stage},
        pack_file::read_pack,
    },
};

/// Scores the answers in `file`: a result file, or `{"pack": "full", "answers": {"q01": "b", …}}`. The pack is one of
/// ours by its id, the name of a pack file beside the answers, or the file `own`. What has no place in the pack is said on
/// stderr. Exit status 2 where there are no answers to score.
///
/// # Errors
/// Where our own content cannot be read.
pub(crate) fn run(file: &Path, own: Option<&Path>, json: bool) -> Result<ExitCode> {
    let words = content::words("faults", "en")?;
    let scored = answers(file, &words).and_then(|taken| Ok((pack(file, own, &taken, &words)?, taken)));
    let (pack, taken) = match scored {
        Ok(scored) => scored,
        Err(sentence) => {
            eprintln!("{}: {sentence}", file.display());
            return Ok(ExitCode::from(2));
        }
    };
    let (answers, unmapped) = taken.answers.mapped_onto(&pack);
    for lost in &unmapped {
        eprintln!("{}", lost_line(&pack, lost));
    }
    let outcome = outcome(&pack, &answers);
    if json {
        println!("{:#}", outcome.to_json(&pack));
    } else {
        for line in lines(&pack, &answers, &outcome) {
            println!("{line}");
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// The answers in `file`, or why there are none.
fn answers(file: &Path, words: &Value) -> Result<TakenCheck, String> {
    let text = fs::read_to_string(file).map_err(|error| format!("This file cannot be read: {error}."))?;
    taken(&text, words)
}

fn taken(text: &str, words: &Value) -> Result<TakenCheck, String> {
    let refused = |refusal| check_pack::refused(words, &refusal);
    let value = parse(text).map_err(refused)?;
    if value.get("format").is_some() {
        expect_format(&value, FORMAT, VERSION).map_err(refused)?;
    }
    let (mut taken, faults) = read(&value, TakenCheck::read);
    // The name of a pack file is no id, because of its dot.
    let pack_file = value["pack"].as_str().filter(|name| is_file_name(name));
    let is_fault = |fault: &&Fault| pack_file.is_none() || fault.place != "pack";
    if let Some(fault) = faults.iter().find(is_fault) {
        return Err(format!("This is no file of answers. {}", check_pack::line(words, fault)));
    }
    if let Some(name) = pack_file {
        name.clone_into(&mut taken.pack);
    }
    Ok(taken)
}

/// The pack that was answered, or why it cannot be had.
fn pack(file: &Path, own: Option<&Path>, taken: &TakenCheck, words: &Value) -> Result<Pack, String> {
    let name = &taken.pack;
    let beside = is_file_name(name).then(|| file.with_file_name(name));
    let (place, value) = match own.or(beside.as_deref()) {
        Some(path) => {
            let place = path.display().to_string();
            let value = check_pack::open(path, words).map_err(|sentence| format!("{place}: {sentence}"))?;
            (place, value)
        }
        None => (name.clone(), known_pack(taken)?),
    };
    let (pack, faults) = read_pack(&value);
    if !faults.is_empty() {
        return Err(format!("The pack {place} has faults; cargo xtask check-pack {place} lists them."));
    }
    if !is_file_name(name) && pack.id != *name {
        return Err(format!("These are answers to the pack ‘{name}’, and {place} is the pack ‘{}’.", pack.id));
    }
    Ok(pack)
}

/// One of ours.
fn known_pack(taken: &TakenCheck) -> Result<Value, String> {
    let languages = content::languages().map_err(|error| format!("{error:#}"))?;
    let lang = languages.iter().find(|lang| **lang == taken.lang);
    let known = content::pack(&taken.pack, lang.map_or("en", String::as_str));
    known.map_err(|error| format!("{error:#} A pack of your own is named by --pack PACK.json."))
}

/// A plain file name: neither a path nor an address.
fn is_file_name(name: &str) -> bool {
    let is_json = Path::new(name).extension().is_some_and(|ending| ending == "json");
    is_json && !name.contains(['/', '\\', ':'])
}

fn lost_line(pack: &Pack, lost: &Unmapped) -> String {
    let Unmapped { item, option, .. } = lost;
    if lost.item_known {
        format!("{item}: the pack {} has no option ‘{option}’ there; not counted.", pack.id)
    } else {
        format!("{item}: the pack {} has no such question; not counted.", pack.id)
    }
}

/// The outcome in words, as the page says it.
fn lines(pack: &Pack, answers: &Answers, outcome: &Outcome) -> Vec<String> {
    let mut lines = vec![format!(
        "{} ({} {}), {} of {} questions answered",
        pack.name,
        pack.id,
        pack.version,
        pack.answered(answers).count(),
        pack.asked(answers).count(),
    )];
    lines.extend(pack.reading_text(&outcome.reading).map(|text| text.lead.clone()));
    let score = |score: Option<u8>| score.map_or("no score".to_owned(), |score| score.to_string());
    lines.push(format!("{}: {}", pack.direction.name, score(outcome.direction)));
    lines.push(format!("{}: {}", pack.work.name, score(outcome.work)));
    lines.extend(outcome.tie.map(|word| format!("{}: {}", pack.tie.name, pack.words.of(word))));
    for stage in Stage::ALL {
        let word = outcome.stage(stage).map(|word| pack.words.of(word));
        lines.extend(word.map(|word| format!("{}: {word}", pack.stage_name(stage))));
    }
    for flag in pack.flags.iter().filter(|flag| outcome.flags.contains(&flag.id)) {
        lines.push(format!("Flag: {} ({})", flag.name, flag.id));
    }
    match &outcome.first {
        Some(First::Item { stage, item }) => {
            let text = pack.item(item).map(|item| item.text.as_str()).unwrap_or_default();
            lines.push(format!("First: {}, {item}: {text}", pack.stage_name(*stage)));
        }
        Some(First::Review) => lines.push("First: book the next review".to_owned()),
        None => {}
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files;
    use std::{env, process};

    fn read_answers(text: &str) -> Result<TakenCheck, String> {
        taken(text, &content::words("faults", "en").unwrap())
    }

    #[test]
    fn answers_come_with_or_without_the_format() {
        let plain = read_answers(r#"{"pack":"full","answers":{"q01":"b"}}"#).unwrap();
        let file = r#"{"format":"strategy-first/result","version":1,"pack":"full","answers":{"q01":"b"}}"#;
        assert_eq!(read_answers(file).unwrap().answers, plain.answers);
        assert_eq!(read_answers(r#"{"pack":"own.json","answers":{}}"#).unwrap().pack, "own.json");
    }

    #[test]
    fn a_pack_of_ones_own_is_named_by_its_file() {
        let words = content::words("faults", "en").unwrap();
        let folder = env::temp_dir().join(format!("strategy-first-score-{}", process::id()));
        let (own, answers) = (folder.join("own.en.json"), folder.join("answers.json"));
        let mut file = content::pack("quick", "en").unwrap();
        file["id"] = "own".into();
        files::write(&own, file.to_string()).unwrap();
        let check = |name: &str, path: Option<&Path>, expected: Result<&str, &str>| {
            let taken = TakenCheck { pack: name.to_owned(), ..TakenCheck::default() };
            match (pack(&answers, path, &taken, &words), expected) {
                (Ok(pack), Ok(id)) => assert_eq!(pack.id, id),
                (Err(sentence), Err(why)) => assert!(sentence.contains(why), "{sentence}"),
                (found, expected) => panic!("{name}: {found:?}, and not {expected:?}"),
            }
        };
        check("own", Some(&own), Ok("own"));
        check("own.en.json", None, Ok("own"));
        check("quick", None, Ok("quick"));
        check("own", None, Err("A pack of your own is named by --pack PACK.json."));
        check("full", Some(&own), Err("These are answers to the pack ‘full’"));
        check("own", Some(&folder.join("none.json")), Err("none.json"));
        files::remove_folder(&folder).unwrap();
    }

    #[test]
    fn what_is_no_file_of_answers_is_refused_with_one_sentence_that_says_why() {
        let check = |text: &str, why: &str| {
            let sentence = read_answers(text).unwrap_err();
            assert!(sentence.contains(why) && !sentence.contains('\n'), "{text}: {sentence}");
        };
        check("pack: full", "line 1, column 1");
        check("{}", "pack: This part is missing.");
        check(r#"{"pack":"full"}"#, "answers: This part is missing.");
        check(r#"{"pack":"full","answers":["b"]}"#, "curly brackets");
        check(r#"{"pack":"full","answers":{"q01":2}}"#, "answers.q01: This should be text");
        check(r#"{"pack":"https://example.org/p.json","answers":{}}"#, "cannot be used as an id");
        check(r#"{"pack":"../p.json","answers":{}}"#, "cannot be used as an id");
        check(r#"{"format":"strategy-first/plan","version":1}"#, "another kind");
        check(r#"{"format":"strategy-first/result","version":2}"#, "newer version");
    }
}
