//! What the native tests share: packs put together from `content/`, short ways to write answers, and broken packs.

#![allow(dead_code)] // each test file is compiled by itself and needs only a part of this

pub(crate) mod agreement;
pub(crate) mod broken;
pub(crate) mod mutation;

use proptest::{prelude::*, sample::Index};
use serde_json::Value;
use std::{
    fs,
    path::{Path, PathBuf},
};
use strategy_first::{
    quiz::{
        answers::Answers,
        bank,
        pack::{Item, Measure, Pack},
        pack_file::read_pack,
    },
    words,
};

/// Every language there is, by its tag.
pub(crate) const LANGUAGES: [&str; words::LANGUAGES.len()] = {
    let mut tags = [""; words::LANGUAGES.len()];
    let mut at = 0;
    while at < tags.len() {
        tags[at] = words::LANGUAGES[at].0;
        at += 1;
    }
    tags
};
pub(crate) const PACKS: [&str; 2] = ["full", "quick"];
pub(crate) const MEASURES: [(&str, Measure); 3] =
    [("direction", Measure::Direction), ("work", Measure::Work), ("tie", Measure::Tie)];

pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A JSON file, by its path from the top of the repository.
pub(crate) fn json_file(path: &str) -> Value {
    let path = root().join(path);
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

pub(crate) fn pack_file(id: &str, lang: &str) -> Value {
    let words = json_file(&format!("content/{lang}/check.json"));
    bank::pack(&json_file("content/check.json"), &words, lang, id)
}

pub(crate) fn drill_file(lang: &str) -> Value {
    let words = json_file(&format!("content/{lang}/drill.json"));
    bank::drill(&json_file("content/drill.json"), &words, lang)
}

pub(crate) fn pack(id: &str, lang: &str) -> Pack {
    sound(&pack_file(id, lang))
}

/// The pack in `file`, which must be free of faults.
pub(crate) fn sound(file: &Value) -> Pack {
    let (pack, faults) = read_pack(file);
    assert!(faults.is_empty(), "{faults:#?}");
    pack
}

/// Answers in short: `q03=1` is the first option of q03 that scores 1, `q09:a` is option a, and `work=8/5` spreads a sum of
/// 8 over the first five items of that axis that are not named.
pub(crate) fn given(pack: &Pack, short: &str) -> Answers {
    let mut answers = Answers::default();
    let mut spreads = Vec::new();
    for part in short.split_whitespace() {
        if let Some((item, option)) = part.split_once(':') {
            assert!(pack.item(item).unwrap().option(option).is_some(), "{part}");
            answers.set(item, option);
            continue;
        }
        let (name, number) = part.split_once('=').unwrap();
        match number.split_once('/') {
            Some((sum, count)) => spreads.push((name, sum.parse::<u8>().unwrap(), count.parse().unwrap())),
            None => set_score(&mut answers, pack.item(name).unwrap(), number.parse().unwrap()),
        }
    }
    for (name, sum, count) in spreads {
        let measure = MEASURES.iter().find(|(is, _)| *is == name).unwrap().1;
        spread(pack, &mut answers, measure, sum, count);
    }
    answers
}

/// Answers `count` items of `measure` that are still open, so that their scores add up to `sum`.
pub(crate) fn spread(pack: &Pack, answers: &mut Answers, measure: Measure, sum: u8, count: usize) {
    let mut left = sum;
    let open: Vec<&Item> = pack
        .items
        .iter()
        .filter(|item| item.measure == measure && answers.of(&item.id).is_none())
        .take(count)
        .collect();
    assert_eq!(open.len(), count, "so many items are open");
    for item in open {
        let score = left.min(3);
        set_score(answers, item, score);
        left -= score;
    }
    assert_eq!(left, 0, "a sum of {sum} fits {count} items");
}

fn set_score(answers: &mut Answers, item: &Item, score: u8) {
    let option = item.options.iter().find(|option| option.score == score).unwrap();
    answers.set(&item.id, &option.id);
}

/// Any answers to `pack`; every item may be skipped.
pub(crate) fn any_answers(pack: &Pack) -> impl Strategy<Value = Answers> + use<> {
    let items: Vec<(String, Vec<String>)> = pack
        .items
        .iter()
        .map(|item| (item.id.clone(), item.options.iter().map(|option| option.id.clone()).collect()))
        .collect();
    prop::collection::vec(prop::option::weighted(0.85, any::<Index>()), items.len()).prop_map(move |choices| {
        let chosen = items.iter().zip(choices);
        chosen.filter_map(|((item, options), choice)| Some((item.clone(), choice?.get(options).clone()))).collect()
    })
}

/// Every file below `folder` whose name ends in `ending`, as paths from the top of the repository with `/`, sorted.
pub(crate) fn files_below(folder: &str, ending: &str) -> Vec<String> {
    fn walk(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, ending, found);
            } else if path.to_string_lossy().ends_with(ending) {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    walk(&root().join(folder), ending, &mut found);
    let mut names: Vec<String> =
        found.iter().map(|path| path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/")).collect();
    names.sort();
    names
}

/// A change at a place, written as a JSON pointer.
#[derive(Clone, Debug)]
pub(crate) enum Change {
    Set(&'static str, Value),
    Remove(&'static str),
}

pub(crate) fn make(file: &mut Value, change: &Change) {
    let (Change::Set(pointer, _) | Change::Remove(pointer)) = change;
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    let parent = file.pointer_mut(parent).unwrap();
    match (change, parent) {
        (Change::Set(_, value), Value::Object(object)) => {
            object.insert(name.replace("~1", "/"), value.clone());
        }
        (Change::Set(_, value), Value::Array(list)) if name == "-" => list.push(value.clone()),
        (Change::Set(_, value), Value::Array(list)) => list[name.parse::<usize>().unwrap()] = value.clone(),
        (Change::Remove(_), Value::Object(object)) => {
            object.remove(name).unwrap();
        }
        (Change::Remove(_), Value::Array(list)) => {
            list.remove(name.parse().unwrap());
        }
        _ => panic!("nothing at {pointer}"),
    }
}
