//! What the native tests share: packs put together from `content/`, short ways to write answers, and broken packs.

#![allow(dead_code)] // each test file is compiled by itself and needs only a part of this

use proptest::{prelude::*, sample::Index};
use serde_json::{Value, json};
use std::{
    fs,
    path::{Path, PathBuf},
};
use strategy_first::quiz::{
    answers::Answers,
    bank,
    pack::{Item, Measure, Pack},
    pack_file::read_pack,
};

pub(crate) const LANGUAGES: [&str; 2] = ["en", "fr"];
pub(crate) const PACKS: [&str; 2] = ["full", "quick"];
pub(crate) const MEASURES: [(&str, Measure); 3] = [
    ("direction", Measure::Direction),
    ("work", Measure::Work),
    ("tie", Measure::Tie),
];

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
        .map(|item| {
            (
                item.id.clone(),
                item.options.iter().map(|option| option.id.clone()).collect(),
            )
        })
        .collect();
    prop::collection::vec(prop::option::weighted(0.85, any::<Index>()), items.len()).prop_map(move |choices| {
        let chosen = items.iter().zip(choices);
        chosen
            .filter_map(|((item, options), choice)| Some((item.clone(), choice?.get(options).clone())))
            .collect()
    })
}

/// A good pack with something changed.
pub(crate) struct Broken {
    pub(crate) change: Vec<Change>,
    /// The faults that must be named, as `place problem`.
    pub(crate) faults: &'static [&'static str],
    /// Whether the fault is one of shape, which a JSON Schema can tell.
    pub(crate) shape: bool,
}

/// A change at a place, written as a JSON pointer.
#[derive(Clone, Debug)]
pub(crate) enum Change {
    Set(&'static str, Value),
    Remove(&'static str),
}

impl Broken {
    /// The full English pack with the change made.
    pub(crate) fn file(&self) -> Value {
        let mut file = pack_file("full", "en");
        for change in &self.change {
            make(&mut file, change);
        }
        file
    }
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

/// One change each, and what must be said about it.
pub(crate) fn broken_packs() -> Vec<Broken> {
    use Change::{Remove, Set};
    let shape = |change: Change, faults| Broken {
        change: vec![change],
        faults,
        shape: true,
    };
    let sense = |change: Vec<Change>, faults| Broken {
        change,
        faults,
        shape: false,
    };
    let long = |length: usize| json!("x".repeat(length));
    let waits = |item: &str, is: &[&str]| json!({"item": item, "is": is});
    vec![
        // Missing.
        shape(Remove("/id"), &["id Missing"]),
        shape(Remove("/intro"), &["intro Missing"]),
        shape(Remove("/axes"), &["axes Missing"]),
        shape(Remove("/axes/work/high"), &["axes.work.high Missing"]),
        shape(Remove("/tie/name"), &["tie.name Missing"]),
        shape(Remove("/words/partly"), &["words.partly Missing"]),
        shape(Remove("/items/3/text"), &["items[3].text Missing"]),
        shape(
            Remove("/items/3/options/1/feedback"),
            &["items[3].options[1].feedback Missing"],
        ),
        shape(Remove("/readings/busy"), &["readings.busy Missing"]),
        shape(Remove("/readings/busy/name"), &["readings.busy.name Missing"]),
        shape(
            Remove("/readings/busy|aligned/lead"),
            &["readings.busy|aligned.lead Missing"],
        ),
        shape(Remove("/tie_texts/not-yet"), &["tie_texts.not-yet Missing"]),
        shape(Remove("/flags/0/text"), &["flags[0].text Missing"]),
        shape(Remove("/flags/0/all/1/item"), &["flags[0].all[1].item Missing"]),
        // Of the wrong kind.
        shape(Set("/id", json!(5)), &["id WrongKind { wanted: Text }"]),
        shape(Set("/cut", json!("50")), &["cut WrongKind { wanted: WholeNumber }"]),
        shape(Set("/band", json!(12.5)), &["band WrongKind { wanted: WholeNumber }"]),
        shape(Set("/axes", json!("two")), &["axes WrongKind { wanted: Object }"]),
        shape(
            Set("/axes/work", json!([])),
            &["axes.work WrongKind { wanted: Object }"],
        ),
        shape(Set("/words", json!(null)), &["words WrongKind { wanted: Object }"]),
        shape(
            Set("/readings/middle", json!("x")),
            &["readings.middle WrongKind { wanted: Object }"],
        ),
        shape(
            Set("/stages/0", json!("SIT")),
            &[
                "stages[0] WrongKind { wanted: Object }",
                "items[0].stage UnknownId { id: \"SIT\" }",
                "items[1].stage UnknownId { id: \"SIT\" }",
            ],
        ),
        shape(
            Set("/items/-", json!("q18")),
            &["items[17] WrongKind { wanted: Object }"],
        ),
        shape(
            Set("/items/3/options/-", json!(null)),
            &["items[3].options[4] WrongKind { wanted: Object }"],
        ),
        shape(
            Set("/items/3/sources", json!("S1.1")),
            &["items[3].sources WrongKind { wanted: List }"],
        ),
        shape(
            Set("/items/3/sources/0", json!(1)),
            &["items[3].sources[0] WrongKind { wanted: Text }"],
        ),
        shape(
            Set("/items/3/hint", json!([])),
            &["items[3].hint WrongKind { wanted: Text }"],
        ),
        shape(
            Set("/items/3/show_if", json!("q01")),
            &["items[3].show_if WrongKind { wanted: Object }"],
        ),
        shape(Set("/flags", json!({})), &["flags WrongKind { wanted: List }"]),
        shape(
            Set("/flags/0/all/0", json!("work")),
            &["flags[0].all[0] WrongKind { wanted: Object }"],
        ),
        // Empty or too long for a phone.
        shape(Set("/name", json!("")), &["name Empty"]),
        shape(Set("/items/3/text", json!(" \n")), &["items[3].text Empty"]),
        shape(Set("/name", long(49)), &["name TooLong { max: 48, is: 49 }"]),
        shape(
            Set("/items/3/text", long(121)),
            &["items[3].text TooLong { max: 120, is: 121 }"],
        ),
        shape(
            Set("/items/3/hint", long(121)),
            &["items[3].hint TooLong { max: 120, is: 121 }"],
        ),
        shape(
            Set("/items/3/options/1/text", long(65)),
            &["items[3].options[1].text TooLong { max: 64, is: 65 }"],
        ),
        shape(
            Set("/items/3/options/1/feedback", long(221)),
            &["items[3].options[1].feedback TooLong { max: 220, is: 221 }"],
        ),
        shape(
            Set("/readings/busy/lead", long(121)),
            &["readings.busy.lead TooLong { max: 120, is: 121 }"],
        ),
        shape(Set("/intro", long(601)), &["intro TooLong { max: 600, is: 601 }"]),
        shape(Set("/caveat", long(601)), &["caveat TooLong { max: 600, is: 601 }"]),
        // Out of range.
        shape(
            Set("/items/3/options/1/score", json!(4)),
            &["items[3].options[1].score OutOfRange { min: 0, max: 3, is: 4 }"],
        ),
        shape(
            Set("/items/3/options/1/score", json!(-1)),
            &["items[3].options[1].score OutOfRange { min: 0, max: 3, is: -1 }"],
        ),
        shape(
            Set("/minutes", json!(61)),
            &["minutes OutOfRange { min: 1, max: 60, is: 61 }"],
        ),
        shape(
            Set("/cut", json!(100)),
            &["cut OutOfRange { min: 1, max: 99, is: 100 }"],
        ),
        shape(
            Set("/band", json!(50)),
            &["band OutOfRange { min: 0, max: 49, is: 50 }"],
        ),
        shape(
            Set("/change_band", json!(0)),
            &["change_band OutOfRange { min: 1, max: 100, is: 0 }"],
        ),
        shape(
            Set("/flags_shown", json!(10)),
            &["flags_shown OutOfRange { min: 0, max: 9, is: 10 }"],
        ),
        shape(
            Set("/stage_min_answers", json!(0)),
            &["stage_min_answers OutOfRange { min: 1, max: 99, is: 0 }"],
        ),
        shape(
            Set("/axes/work/min_answers", json!(0)),
            &["axes.work.min_answers OutOfRange { min: 1, max: 99, is: 0 }"],
        ),
        shape(
            Set("/flags/0/all/0/min", json!(101)),
            &["flags[0].all[0].min OutOfRange { min: 0, max: 100, is: 101 }"],
        ),
        shape(
            Set("/flags/0/all/1/max", json!(4)),
            &["flags[0].all[1].max OutOfRange { min: 0, max: 3, is: 4 }"],
        ),
        // Not a word or an id that is known.
        shape(Set("/id", json!("my pack")), &["id BadId { id: \"my pack\" }"]),
        shape(
            Set("/items/3/options/1/id", json!("")),
            &["items[3].options[1].id BadId { id: \"\" }"],
        ),
        shape(
            Set("/items/3/rule", json!("été")),
            &["items[3].rule BadId { id: \"été\" }"],
        ),
        shape(
            Set("/items/3/stage", json!("XXX")),
            &["items[3].stage NotOneOf { is: \"XXX\", known: \"SIT, OBJ, CHO, TAC, ACT, CON\" }"],
        ),
        shape(
            Set("/items/2/measures", json!("strategy")),
            &["items[2].measures NotOneOf { is: \"strategy\", known: \"direction, work, tie\" }"],
        ),
        shape(
            Set("/flags/0/all/0/axis", json!("tie")),
            &["flags[0].all[0].axis NotOneOf { is: \"tie\", known: \"direction, work\" }"],
        ),
        sense(
            vec![Set("/flags/0/all/1/item", json!("q99"))],
            &["flags[0].all[1].item UnknownId { id: \"q99\" }"],
        ),
        sense(
            vec![Set("/flags/2/any/0/item", json!("q99"))],
            &["flags[2].any[0].item UnknownId { id: \"q99\" }"],
        ),
        sense(
            vec![Set("/flags/2/all/0/is/0", json!("z"))],
            &["flags[2].all[0].is[0] UnknownId { id: \"z\" }"],
        ),
        sense(
            vec![Remove("/stages/5")],
            &[
                "items[15].stage UnknownId { id: \"CON\" }",
                "items[16].stage UnknownId { id: \"CON\" }",
            ],
        ),
        // Twice.
        sense(
            vec![Set("/items/3/id", json!("q01"))],
            &["items[3].id DuplicateId { id: \"q01\" }"],
        ),
        sense(
            vec![Set("/items/3/options/1/id", json!("a"))],
            &["items[3].options[1].id DuplicateId { id: \"a\" }"],
        ),
        sense(
            vec![Set("/flags/1/id", json!("copying"))],
            &["flags[2].id DuplicateId { id: \"copying\" }"],
        ),
        sense(
            vec![Set("/stages/5/id", json!("ACT"))],
            &[
                "stages[5].id DuplicateId { id: \"ACT\" }",
                "items[15].stage UnknownId { id: \"CON\" }",
                "items[16].stage UnknownId { id: \"CON\" }",
            ],
        ),
        // Waiting for what does not come before.
        sense(
            vec![Set("/items/3/show_if", waits("q05", &["a"]))],
            &["items[3].show_if.item NotEarlier { id: \"q05\" }"],
        ),
        sense(
            vec![Set("/items/3/show_if", waits("q04", &["a"]))],
            &["items[3].show_if.item NotEarlier { id: \"q04\" }"],
        ),
        sense(
            vec![Set("/items/3/show_if", waits("q99", &["a"]))],
            &["items[3].show_if.item UnknownId { id: \"q99\" }"],
        ),
        sense(
            vec![Set("/items/3/show_if", waits("q01", &["a", "z"]))],
            &["items[3].show_if.is[1] UnknownId { id: \"z\" }"],
        ),
        shape(
            Set("/items/3/show_if", json!({"item": "q01"})),
            &["items[3].show_if.is Missing"],
        ),
        // Too few and too many.
        shape(
            Set(
                "/items/3/options",
                json!([{"id": "a", "score": 3, "text": "Yes", "feedback": "Good."}]),
            ),
            &["items[3].options TooFew { need: 2, have: 1 }"],
        ),
        shape(
            Set("/items/3/options", options(9)),
            &["items[3].options TooMany { max: 8, have: 9 }"],
        ),
        sense(
            vec![Set("/axes/direction/min_answers", json!(8))],
            &["axes.direction TooFew { need: 8, have: 7 }"],
        ),
        shape(Set("/flags/0/all", json!([])), &["flags[0].all Empty"]),
        // Without a blank that is filled in.
        shape(
            Set("/readings/too-few/text", json!("{n} of {m} on {axis}.")),
            &["readings.too-few.text NoBlank { blank: \"{k}\" }"],
        ),
        // Several at once, in the order of reading.
        Broken {
            change: vec![Set("/items/0/text", json!("")), Remove("/name"), Set("/cut", json!(0))],
            faults: &[
                "name Missing",
                "cut OutOfRange { min: 1, max: 99, is: 0 }",
                "items[0].text Empty",
            ],
            shape: true,
        },
    ]
}

fn options(count: u8) -> Value {
    (0..count)
        .map(|index| {
            json!({"id": char::from(b'a' + index).to_string(), "score": index % 4, "text": "Yes", "feedback": "Good."})
        })
        .collect()
}

/// A change at any place of a file: something taken out, put in its place, or put in twice.
#[derive(Clone, Debug)]
pub(crate) struct Mutation {
    place: Index,
    what: u8,
}

pub(crate) fn any_mutation() -> impl Strategy<Value = Mutation> {
    (any::<Index>(), 0_u8..16).prop_map(|(place, what)| Mutation { place, what })
}

impl Mutation {
    pub(crate) fn apply(&self, file: &mut Value) {
        let mut pointers = Vec::new();
        list_pointers(file, String::new(), &mut pointers);
        let pointer = self.place.get(&pointers).clone();
        let Some((parent, name)) = pointer.rsplit_once('/') else {
            return;
        };
        let replacement = [
            json!(null),
            json!(true),
            json!(-1),
            json!(1.5),
            json!(4),
            json!(101),
            json!(u64::MAX),
            json!(""),
            json!(" "),
            json!("a"),
            json!("x".repeat(700)),
            json!([]),
            json!({}),
            json!([[{"id": "a"}]]),
        ];
        let replacement = replacement.get(usize::from(self.what)).cloned();
        match (file.pointer_mut(parent).unwrap(), replacement) {
            (Value::Object(object), Some(value)) => {
                object.insert(unescaped(name), value);
            }
            (Value::Object(object), None) => {
                object.remove(&unescaped(name));
            }
            (Value::Array(list), Some(value)) => list[name.parse::<usize>().unwrap()] = value,
            (Value::Array(list), None) if self.what % 2 == 0 => {
                list.remove(name.parse().unwrap());
            }
            (Value::Array(list), None) => {
                let again = list[name.parse::<usize>().unwrap()].clone();
                list.push(again);
            }
            _ => {}
        }
    }
}

fn list_pointers(value: &Value, at: String, pointers: &mut Vec<String>) {
    match value {
        Value::Object(object) => {
            for (name, part) in object {
                let name = name.replace('~', "~0").replace('/', "~1");
                list_pointers(part, format!("{at}/{name}"), pointers);
            }
        }
        Value::Array(list) => {
            for (index, part) in list.iter().enumerate() {
                list_pointers(part, format!("{at}/{index}"), pointers);
            }
        }
        _ => {}
    }
    pointers.push(at);
}

fn unescaped(name: &str) -> String {
    name.replace("~1", "/").replace("~0", "~")
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
    let mut names: Vec<String> = found
        .iter()
        .map(|path| path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/"))
        .collect();
    names.sort();
    names
}
