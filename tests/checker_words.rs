//! What the checker says and goes by: the same rules and blanks in every language, and every fault of its files named.
#![cfg(not(target_arch = "wasm32"))]

mod checker_common;
mod common;
mod plan_common;

use checker_common::{file, setup, texts};
use common::json_file;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use strategy_first::{
    plan::checker::{
        rules::RULES,
        setup::{List, Setup},
        text::{is_in, matches, norm},
        texts::Texts,
    },
    words::LANGUAGES,
};

fn blanks(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|part| Some(part.split_once('}')?.0)).collect()
}

#[test]
fn every_rule_is_said_in_every_language_with_the_same_blanks() {
    for (lang, _) in LANGUAGES {
        for rule in RULES {
            let text = texts(lang).rule(rule.id).unwrap();
            for (message, expected) in text.messages.iter().zip(rule.forms) {
                assert_eq!(blanks(message), expected.iter().copied().collect(), "{lang} {}", rule.id);
            }
            for sentence in [&text.title, &text.why, &text.mend] {
                assert!(blanks(sentence).is_empty() && !sentence.contains('!'), "{lang} {}: {sentence}", rule.id);
            }
            assert!(text.why.ends_with('.'), "{lang} {}: a sentence", rule.id);
        }
        assert_eq!(blanks(texts(lang).term("pair")), ["could", "is"].into());
    }
    assert!(texts("en").rule("OBJ-99").is_none());
}

#[test]
fn sources_are_rows_of_the_collection_or_names() {
    for rule in RULES {
        let sources = &texts("en").rule(rule.id).unwrap().sources;
        for (lang, _) in LANGUAGES {
            assert_eq!(sources, &texts(lang).rule(rule.id).unwrap().sources, "{lang}");
        }
        assert!(!sources.is_empty(), "{}", rule.id);
        for source in sources {
            let row = source.strip_prefix('S').and_then(|row| row.split_once('.'));
            let is_row = row
                .is_some_and(|(text, row)| text.parse::<u8>().is_ok_and(|text| text < 5) && row.parse::<u8>().is_ok());
            assert!(is_row || source.chars().all(|letter| !letter.is_ascii_digit()), "{source}");
        }
    }
}

/// What rules open in the result of the check is a rule of the checker.
#[test]
fn rules_that_the_check_names_are_there() {
    fn named<'a>(value: &'a Value, into: &mut Vec<&'a str>) {
        match value {
            Value::Object(object) => {
                into.extend(object.get("rule").and_then(Value::as_str));
                object.values().for_each(|value| named(value, into));
            }
            Value::Array(list) => list.iter().for_each(|value| named(value, into)),
            _ => {}
        }
    }
    let check = json_file("content/check.json");
    let mut rules = Vec::new();
    named(&check, &mut rules);
    assert!(!rules.is_empty());
    for id in rules {
        assert!(RULES.iter().any(|rule| rule.id == id), "{id}");
    }
}

/// A plain word that is jargon itself would never be mended.
#[test]
fn plain_words_are_plain() {
    for (lang, _) in LANGUAGES {
        let lists = &setup(lang).lists;
        for (number, word) in lists.of(List::Jargon).iter().enumerate() {
            let plain = lists.plain(number);
            assert!(matches(&norm(plain), lists.of(List::Jargon)).is_empty(), "{lang} {word}: {plain}");
        }
    }
}

/// Tools are found among what a tactic and a won't-do line share, where stop words do not count.
#[test]
fn no_tool_is_made_of_stop_words_alone() {
    for (lang, _) in LANGUAGES {
        let lists = &setup(lang).lists;
        for tool in lists.of(List::Tools) {
            assert!(!tool.split(' ').all(|word| is_in(lists.of(List::Stop), word)), "{lang} {tool}");
        }
    }
}

#[test]
fn the_lists_of_the_languages_are_their_own() {
    for (at, (lang, _)) in LANGUAGES.iter().enumerate() {
        for (other, _) in &LANGUAGES[..at] {
            let (one, two) = (setup(lang), setup(other));
            for list in [List::Stop, List::TaskVerbs, List::Jargon, List::VagueOwners] {
                assert_ne!(one.lists.of(list), two.lists.of(list), "{lang} and {other}");
            }
            assert_eq!(one.config, two.config, "{lang} and {other}");
        }
    }
}

/// The faults of the English file after a change, as `place problem`.
fn check(change: impl FnOnce(&mut Value), expected: &[&str]) {
    let mut file = file("en");
    change(&mut file);
    let faults = [Setup::read(&file).1, Texts::read(&file).1].concat();
    let mut short: Vec<String> = faults.iter().map(|fault| format!("{} {:?}", fault.place, fault.problem)).collect();
    short.dedup();
    assert_eq!(short, expected);
}

fn without(file: &mut Value, pointer: &str, name: &str) {
    file.pointer_mut(pointer).unwrap().as_object_mut().unwrap().remove(name);
}

#[test]
fn every_fault_is_named_with_its_place() {
    check(|_| {}, &[]);
    check(|file| without(file, "/config", "short_text"), &["config.short_text Missing"]);
    check(
        |file| file["config"]["horizon_days"] = json!(0),
        &["config.horizon_days OutOfRange { min: 1, max: 3660, is: 0 }"],
    );
    check(|file| without(file, "/rules", "TAC-04"), &["rules.TAC-04 Missing"]);
    let stray = "rules.TAC-99 UnknownId { id: \"TAC-99\" }";
    check(|file| file["rules"]["TAC-99"] = json!({}), &[stray]);
    check(
        |file| file["rules"]["OBJ-02"]["severity"] = json!(["error", "fatal"]),
        &["rules.OBJ-02.severity[1] NotOneOf { is: \"fatal\", known: \"error, warn, hint\" }"],
    );
    check(
        |file| file["rules"]["OBJ-02"]["severity"] = json!(["error"]),
        &["rules.OBJ-02.severity TooFew { need: 2, have: 1 }"],
    );
    check(
        |file| file["rules"]["BUD-01"]["messages"] = json!(["Too much."]),
        &["rules.BUD-01.messages[0] NoBlank { blank: \"{x}\" }"],
    );
    check(|file| file["rules"]["BUD-01"]["why"] = json!(" "), &["rules.BUD-01.why Empty"]);
    check(|file| without(file, "/terms", "website"), &["terms.website Missing"]);
    check(|file| without(file, "/lists", "tools"), &["lists.tools Missing"]);
    check(|file| file["lists"]["jargon"]["robust"] = json!(7), &["lists.jargon.robust WrongKind { wanted: Text }"]);
}
