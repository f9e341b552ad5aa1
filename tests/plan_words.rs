//! The plan builder's words: everything that a person fills in has its own, in every language, and nothing else has.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::{LANGUAGES, json_file};
use serde_json::{Map, Value};
use std::collections::BTreeSet;
use strategy_first::plan::{
    edit::{Did, Name},
    field::Content,
    guess::read_channels,
    model::{ActionStatus, Cover, HomeKind, ObjectiveKind, Priority, Reading, Scope, TacticKind, TacticStatus},
    outline::{Entry, joined, read_outlines},
    record,
    table::Table,
};

fn words(lang: &str) -> Value {
    json_file(&format!("content/{lang}/plan.json"))
}

fn part<'a>(words: &'a Value, name: &str) -> &'a Map<String, Value> {
    words[name].as_object().unwrap_or_else(|| panic!("{name}"))
}

fn keys(part: &Map<String, Value>) -> BTreeSet<String> {
    part.keys().cloned().collect()
}

/// The tables that people edit; findings that were set aside are the checker's.
fn tables() -> impl Iterator<Item = Table> {
    Table::ALL.iter().copied().filter(|table| *table != Table::Dismissed)
}

/// The paths of what a person fills in, those of rows below the name of their table; the program sees to the rest.
fn fields() -> BTreeSet<String> {
    let cover = record::paths(&Cover::default()).into_iter();
    let cover = cover.filter(|path| !["id", "created", "updated"].contains(&path.as_str()));
    let rows = tables().flat_map(|table| {
        let paths = record::paths(table.empty_row().record()).into_iter().filter(|path| path != "id");
        paths.map(|path| format!("{}.{path}", table.name())).collect::<Vec<_>>()
    });
    let readings = record::paths(&Reading::default()).into_iter().map(|path| format!("objectives.progress.{path}"));
    cover.chain(rows).chain(readings).collect()
}

fn choices() -> Vec<(&'static str, Vec<&'static str>)> {
    fn codes<W>(named: &[(&'static str, W)]) -> Vec<&'static str> {
        named.iter().map(|(code, _)| *code).collect()
    }
    vec![
        ("basics.scope", codes(Scope::NAMED)),
        ("home_base.kind", codes(HomeKind::NAMED)),
        ("objectives.kind", codes(ObjectiveKind::NAMED)),
        ("audiences.priority", codes(Priority::NAMED)),
        ("tactics.kind", codes(TacticKind::NAMED)),
        ("tactics.status", codes(TacticStatus::NAMED)),
        ("actions.status", codes(ActionStatus::NAMED)),
    ]
}

/// What steps can be called: the cover can only be changed, everything else can come, go and move as well.
fn undo() -> BTreeSet<String> {
    let rows = Table::ALL.iter().flat_map(|table| {
        [Did::Change, Did::Add, Did::Delete, Did::Move].map(|did| Name { did, to: Some(*table) }.key())
    });
    rows.chain([Name { did: Did::Change, to: None }.key()]).collect()
}

#[test]
fn every_field_has_its_label_prompt_and_example_and_nothing_else_has() {
    for lang in LANGUAGES {
        let words = words(lang);
        let named = part(&words, "fields");
        assert_eq!(keys(named), fields(), "{lang}");
        for (path, field) in named {
            assert_eq!(keys(field.as_object().unwrap()), set(&["label", "prompt", "example"]), "{lang} {path}");
            let label = field["label"].as_str().unwrap();
            assert!((1..=4).contains(&label.split_whitespace().count()), "{lang} {path}: {label}");
        }
    }
}

fn set(names: &[&str]) -> BTreeSet<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

/// Choices, links, dates and marks to tick are no words, so nobody could write an example of them.
#[test]
fn what_is_written_in_words_or_figures_has_an_example() {
    let choices: Vec<&str> = choices().into_iter().map(|(path, _)| path).collect();
    let without = |path: &str, content: &Content| {
        let is_wordless = matches!(content, Content::Day(_) | Content::Flag(_) | Content::Readings(_));
        let is_link = path.ends_with("_id") || path.ends_with("_ids");
        is_wordless || is_link || choices.contains(&path) || ["language", "objectives.unit"].contains(&path)
    };
    for lang in LANGUAGES {
        let words = words(lang);
        for path in fields() {
            let content = content_of(&path);
            let example = words["fields"][&path]["example"].as_str().unwrap();
            assert_eq!(example.trim().is_empty(), without(&path, &content), "{lang} {path}: {example}");
        }
    }
}

fn content_of(path: &str) -> Content {
    if let Some(path) = path.strip_prefix("objectives.progress.") {
        return record::at(&Reading::default(), path).unwrap().content().unwrap();
    }
    let of_row = path.split_once('.').and_then(|(table, path)| {
        let row = Table::named(table)?.empty_row();
        record::at(row.record(), path)?.content()
    });
    of_row.or_else(|| record::at(&Cover::default(), path)?.content()).unwrap()
}

#[test]
fn every_word_of_a_short_list_has_its_own_word() {
    for lang in LANGUAGES {
        let words = words(lang);
        let named = part(&words, "choices");
        assert_eq!(keys(named), choices().iter().map(|(path, _)| (*path).to_owned()).collect(), "{lang}");
        for (path, codes) in choices() {
            let own = named[path].as_object().unwrap();
            assert_eq!(keys(own), set(&codes), "{lang} {path}");
            let distinct: BTreeSet<&str> = own.values().map(|word| word.as_str().unwrap().trim()).collect();
            assert_eq!(distinct.len(), codes.len(), "{lang} {path}");
            assert!(!distinct.contains(""), "{lang} {path}");
        }
    }
}

#[test]
fn every_list_section_and_step_has_its_words() {
    let tables: Vec<&str> = tables().map(Table::name).collect();
    let outlines = joined(&json_file("content/outlines.json"), &json_file("content/en/outlines.json"));
    let sostac = read_outlines(&outlines).0.into_iter().find(|outline| outline.id == "sostac").unwrap();
    let sections: Vec<&str> = sostac.sections.iter().map(|section| section.id.as_str()).collect();
    for lang in LANGUAGES {
        let words = words(lang);
        let all_filled = |name: &str, each: &[&str]| {
            for (key, one) in part(&words, name) {
                assert_eq!(keys(one.as_object().unwrap()), set(each), "{lang} {name} {key}");
                assert!(each.iter().all(|part| !one[*part].as_str().unwrap().trim().is_empty()), "{lang} {name} {key}");
            }
        };
        assert_eq!(keys(part(&words, "tables")), set(&tables), "{lang}");
        all_filled("tables", &["one", "title", "add", "empty", "example", "unnamed"]);
        assert_eq!(keys(part(&words, "sections")), set(&sections), "{lang}");
        all_filled("sections", &["lead"]);
        let steps = part(&words, "undo");
        assert_eq!(keys(steps), undo(), "{lang}");
        let distinct: BTreeSet<&str> = steps.values().map(|step| step.as_str().unwrap().trim()).collect();
        assert!(distinct.len() == steps.len() && !distinct.contains(""), "{lang}");
        assert_eq!(keys(part(&words, "starters")), set(&["sell", "serve", "speak", "save", "sizzle"]), "{lang}");
        all_filled("starters", &["phrase", "example"]);
    }
}

/// A list is called the same in the guided plan as in every outline.
#[test]
fn lists_are_called_as_in_the_outlines() {
    for lang in LANGUAGES {
        let (structure, names) =
            (json_file("content/outlines.json"), json_file(&format!("content/{lang}/outlines.json")));
        let words = words(lang);
        let (outlines, _) = read_outlines(&joined(&structure, &names));
        let entries = outlines.iter().flat_map(|outline| &outline.sections).flat_map(|section| &section.entries);
        let mut compared = 0;
        for entry in entries {
            if let Entry::List { table, name, .. } = entry {
                assert_eq!(words["tables"][table.name()]["title"], name.as_str(), "{lang} {}", table.name());
                compared += 1;
            }
        }
        assert!(compared >= Table::ALL.len() - 1, "{lang}");
    }
}

#[test]
fn the_sentence_has_its_blanks_in_every_language() {
    for lang in LANGUAGES {
        let words = words(lang);
        let blanks = |name: &str| -> BTreeSet<String> {
            let text = words["sentence"][name].as_str().unwrap();
            text.split('{').skip(1).map(|from| from.split_once('}').unwrap().0.to_owned()).collect()
        };
        assert_eq!(keys(part(&words, "sentence")), set(&["full", "with_unit", "blank"]), "{lang}");
        assert_eq!(blanks("full"), set(&["baseline", "target", "metric", "due"]), "{lang}");
        let all = set(&["baseline", "target", "unit", "metric", "due"]);
        assert_eq!(blanks("with_unit"), all, "{lang}");
        let blank = words["sentence"]["blank"].as_object().unwrap();
        assert_eq!(keys(blank), all, "{lang}");
        assert!(blank.values().all(|words| !words.as_str().unwrap().trim().is_empty()), "{lang}");
    }
}

/// A word that an earlier channel has already would never be found.
#[test]
fn every_word_of_a_channel_leads_to_that_channel() {
    for lang in LANGUAGES {
        let words = words(lang);
        let (channels, faults) = read_channels(&words["channels"]);
        assert_eq!(faults, [], "{lang}");
        assert!((25..=40).contains(&channels.len()), "{lang}: {}", channels.len());
        let listed = words["channels"].as_array().unwrap();
        assert_eq!(listed.len(), channels.len(), "{lang}");
        for (channel, listed) in channels.iter().zip(listed) {
            for word in listed["words"].as_array().unwrap() {
                let word = word.as_str().unwrap();
                let found = strategy_first::plan::guess::guess(word, &channels).unwrap();
                assert_eq!(found.name, channel.name, "{lang}: {word}");
            }
        }
    }
}

#[test]
fn nothing_else_is_there() {
    for lang in LANGUAGES {
        let words = words(lang);
        let parts = ["fields", "choices", "tables", "sections", "undo", "sentence", "starters", "channels"];
        assert_eq!(keys(words.as_object().unwrap()), set(&parts), "{lang}");
    }
}
