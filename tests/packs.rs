//! What the published packs and their words promise.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::{LANGUAGES, PACKS, drill_file, json_file, pack, pack_file};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use strategy_first::quiz::{
    bank::{self, strays},
    drill::{Key, read_drill},
    pack::{Pack, Stage, WordTexts},
    pack_file::read_pack,
};

#[test]
fn every_pack_and_every_drill_is_free_of_faults() {
    for lang in LANGUAGES {
        for id in PACKS {
            let (_, faults) = read_pack(&pack_file(id, lang));
            assert!(faults.is_empty(), "{id} {lang}: {faults:#?}");
        }
        let (_, faults) = read_drill(&drill_file(lang));
        assert!(faults.is_empty(), "drill {lang}: {faults:#?}");
    }
}

#[test]
fn every_language_has_the_same_files() {
    let files = |lang: &str| -> Vec<String> {
        let files = common::files_below(&format!("content/{lang}"), ".json");
        files.iter().map(|file| file.rsplit('/').next().unwrap().to_owned()).collect()
    };
    for lang in LANGUAGES {
        assert_eq!(files(lang), files("en"), "{lang}");
    }
}

#[test]
fn the_words_name_what_is_there_and_nothing_else() {
    for lang in LANGUAGES {
        let check = json_file(&format!("content/{lang}/check.json"));
        let drill = json_file(&format!("content/{lang}/drill.json"));
        let parts = ["packs", "stages", "items", "flags"];
        let mut found = strays(&json_file("content/check.json"), &check, &parts);
        found.extend(strays(&json_file("content/drill.json"), &drill, &["statements", "bonus"]));
        assert!(found.is_empty(), "{lang}: {found:?}");
    }
}

#[test]
fn strays_are_found_in_both_directions() {
    let structure = serde_json::json!({"items": [{"id": "q01", "options": [{"id": "a"}, {"id": "b"}]}, {"id": "q02"}]});
    let words = serde_json::json!({"items": {"q01": {"options": {"a": {}, "c": {}}}, "q03": {}}});
    assert_eq!(
        strays(&structure, &words, &["items"]),
        ["items.q02", "items.q03", "items.q01.options.b", "items.q01.options.c"]
    );
}

#[test]
fn a_translation_cannot_change_how_an_answer_counts() {
    let structure = json_file("content/check.json");
    let mut words = json_file("content/fr/check.json");
    words["items"]["q01"]["options"]["a"]["score"] = 0.into();
    words["items"]["q01"]["measures"] = "work".into();
    words["flags"]["copying"]["all"] = serde_json::json!([]);
    let changed = bank::pack(&structure, &words, "fr", "full");
    assert_eq!(changed, pack_file("full", "fr"));
}

#[test]
fn all_languages_count_alike() {
    for id in PACKS {
        for lang in LANGUAGES {
            assert_eq!(without_words(pack(id, lang)), without_words(pack(id, "en")), "{id} {lang}");
        }
    }
}

#[test]
fn the_quick_pack_asks_the_full_one_s_questions_in_its_words() {
    for lang in LANGUAGES {
        let (full, quick) = (pack("full", lang), pack("quick", lang));
        assert_eq!((full.items.len(), quick.items.len()), (17, 8));
        for item in &quick.items {
            assert_eq!(full.item(&item.id), Some(item), "{lang}");
        }
        assert!(full.caveat.is_empty(), "{lang}");
        assert!(!quick.caveat.is_empty(), "{lang}: it says how little eight answers can tell");
    }
}

#[test]
fn every_stage_has_two_questions_or_more_and_every_score_occurs_in_each_item() {
    let pack = pack("full", "en");
    for stage in Stage::ALL {
        assert!(pack.items.iter().filter(|item| item.stage == stage).count() >= 2, "{stage:?}");
    }
    for item in &pack.items {
        let scores: BTreeSet<u8> = item.options.iter().map(|option| option.score).collect();
        assert_eq!(Vec::from_iter(scores), [0, 1, 2, 3], "{}", item.id);
    }
}

/// Whoever looks for the longest option, or always takes the first, must not find the best one that way.
#[test]
fn the_best_option_cannot_be_told_by_its_length_or_its_place() {
    for lang in LANGUAGES {
        let pack = pack("full", lang);
        let mut lengths: BTreeMap<u8, Vec<usize>> = BTreeMap::new();
        let (mut longest, mut first, mut last) = (0, 0, 0);
        for item in &pack.items {
            let long = |score: fn(u8) -> bool| {
                let options = item.options.iter().filter(|option| score(option.score));
                options.map(|option| option.text.chars().count()).max().unwrap()
            };
            for option in &item.options {
                lengths.entry(option.score).or_default().push(option.text.chars().count());
            }
            longest += usize::from(long(|score| score == 3) > long(|score| score < 3));
            first += usize::from(item.options.first().unwrap().score == 3);
            last += usize::from(item.options.last().unwrap().score == 3);
        }
        let means: Vec<usize> =
            lengths.values().map(|lengths| 10 * lengths.iter().sum::<usize>() / lengths.len()).collect();
        let spread = means.iter().max().unwrap() - means.iter().min().unwrap();
        assert!(spread <= 40, "{lang}: mean lengths by score, in tenths of a character: {means:?}");
        assert!(longest <= 3, "{lang}: the best option is the longest in {longest}");
        assert!((2..=6).contains(&first) && (2..=6).contains(&last), "{lang}: first in {first}, last in {last}");
    }
}

#[test]
fn everything_that_is_said_has_a_source() {
    // How many rows seed-facts has for each seed, S0 to S4; they are numbered without gaps.
    const ROWS: [u32; 5] = [23, 25, 32, 36, 14];
    let check = json_file("content/check.json");
    let drill = json_file("content/drill.json");
    for one in [&check["items"], &check["flags"], &drill["statements"], &drill["bonus"]]
        .into_iter()
        .flat_map(|list| list.as_array().unwrap())
    {
        let sources = one["sources"].as_array().unwrap();
        assert!(!sources.is_empty(), "{}", one["id"]);
        for source in sources {
            let row = source.as_str().unwrap().strip_prefix('S').and_then(|row| row.split_once('.'));
            let (seed, row) = row.unwrap();
            let rows = ROWS[seed.parse::<usize>().unwrap()];
            assert!((1..=rows).contains(&row.parse().unwrap()), "{} names {source}", one["id"]);
        }
    }
}

#[test]
fn the_drill_is_even_and_gives_nothing_away() {
    for lang in LANGUAGES {
        let (drill, _) = read_drill(&drill_file(lang));
        let of = |key: Key| drill.statements.iter().filter(move |statement| statement.key == key);
        assert_eq!((of(Key::Strategy).count(), of(Key::Tactic).count()), (10, 10), "{lang}");
        assert_eq!(drill.bonus.len(), 4, "{lang}");
        let mean = |key: Key| of(key).map(|one| one.text.chars().count()).sum::<usize>() / 10;
        assert!(mean(Key::Strategy).abs_diff(mean(Key::Tactic)) <= 8, "{lang}");
    }
}

/// One typographic house: curly quotation marks, no exclamation marks; in French, a narrow space that does not break; in Spanish,
/// a mark at both ends of a question.
#[test]
fn the_words_are_set_as_a_printer_would() {
    for lang in LANGUAGES {
        let content = common::files_below(&format!("content/{lang}"), ".json");
        let locales = ["locales", "locales/plan", "locales/code"].map(|folder| format!("{folder}/{lang}.json"));
        for file in content.into_iter().chain(locales) {
            let english = texts(&prose(&file.replace(&format!("/{lang}"), "/en")));
            for text in texts(&prose(&file)) {
                assert!(!text.contains(['\'', '"', '!']), "{file}: {text}");
                assert!(!text.contains("  ") && text.trim() == text, "{file}: {text}");
                // What both have, such as the title of a source, is English.
                if lang == "es" && !english.contains(&text) {
                    let count = |mark: char| text.matches(mark).count();
                    let asks = count('?') - count_of_addresses(&text);
                    assert_eq!((count('¿'), count('«')), (asks, count('»')), "{file}: {text}");
                    assert!(!text.contains("« ") && !text.contains(" »"), "{file}: {text}");
                }
                if lang == "fr" && !english.contains(&text) {
                    let text = text.replace("://", "").replace("mailto:", "");
                    for (before, mark) in text.chars().zip(text.chars().skip(1)) {
                        let spaced = matches!(before, '\u{202f}' | '\u{a0}');
                        assert!(!"?;:»".contains(mark) || spaced, "{file}: {text}");
                        assert!(before != '«' || matches!(mark, '\u{202f}' | '\u{a0}'), "{file}: {text}");
                    }
                }
            }
        }
    }
}

/// The question marks in addresses, as in `?seed=7`.
fn count_of_addresses(text: &str) -> usize {
    text.match_indices('?').filter(|(at, _)| text[at + 1..].starts_with(char::is_alphabetic)).count()
}

/// What is in a file to be read by people: the lists by which the checker reads are as somebody types.
fn prose(file: &str) -> Value {
    let mut prose = json_file(file);
    if let Some(parts) = prose.as_object_mut() {
        parts.remove("lists");
    }
    // What stands between the last two things of a list has spaces of its own.
    if let Some(terms) = prose["terms"].as_object_mut() {
        terms.retain(|name, _| name != "between" && name != "last");
    }
    prose
}

fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(list) => list.iter().flat_map(texts).collect(),
        Value::Object(object) => object.values().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}

/// What has to be the same in every language.
fn without_words(mut pack: Pack) -> Pack {
    pack.items.iter_mut().for_each(|item| {
        item.text.clear();
        item.hint.clear();
        for option in &mut item.options {
            option.text.clear();
            option.feedback.clear();
        }
    });
    for flag in &mut pack.flags {
        flag.name.clear();
        flag.text.clear();
    }
    for stage in &mut pack.stages {
        stage.name.clear();
        stage.question.clear();
    }
    for axis in [&mut pack.direction, &mut pack.work] {
        (axis.name, axis.question, axis.low, axis.high) = Default::default();
    }
    (pack.tie.name, pack.tie.question) = Default::default();
    Pack {
        lang: String::new(),
        name: String::new(),
        caveat: String::new(),
        intro: String::new(),
        about: String::new(),
        words: WordTexts::default(),
        readings: Vec::new(),
        tie_texts: WordTexts::default(),
        ..pack
    }
}
