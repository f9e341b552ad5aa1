//! Results, links and refusals: what comes in from outside, and what goes out.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::{LANGUAGES, any_answers, json_file, pack};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use strategy_first::{
    document::{
        envelope::{Opened, SCHEMA, open, seal},
        faults::{self, Explained},
        file::{Refusal, parse},
        link::{self, decode, encode},
        reader::{Kind, Problem, read},
        result::TakenCheck,
    },
    quiz::answers::Answers,
};

fn taken(answers: Answers) -> TakenCheck {
    TakenCheck {
        pack: "full".to_owned(),
        pack_version: "2.0".to_owned(),
        taken_at: "2026-11-21".to_owned(),
        answers,
        ..TakenCheck::default()
    }
}

#[test]
fn a_link_holds_pack_version_day_and_answers_and_nothing_about_who() {
    let mut taken = taken(Answers::from_iter([("q02", "b"), ("q01", "c")]));
    taken.id = "secret".to_owned();
    taken.lang = "fr".to_owned();
    taken.other.insert("name".to_owned(), json!("Ada"));
    assert_eq!(encode(&taken), "result=full&v=2.0&on=2026-11-21&a=q01~c.q02~b&n=2");
}

#[test]
fn a_link_is_read_whole_or_not_at_all() {
    let check = |fragment: &str, read_as: Option<&str>| {
        let again = decode(fragment).map(|taken| encode(&taken));
        assert_eq!(again.as_deref(), read_as, "{fragment}");
    };
    let whole = "result=full&v=2.0&on=2026-11-21&a=q01~c&n=1";
    check(whole, Some(whole));
    check(&format!("#{whole}"), Some(whole));
    check("#n=1&a=q01~c&on=2026-11-21&later=yes&v=2.0&result=full", Some(whole));
    check("result=full&a=q01~c&n=1", Some("result=full&v=&on=&a=q01~c&n=1"));
    check("result=full&a=&n=0", Some("result=full&v=&on=&a=&n=0"));
    check("result=full&a=q01~c.q01~d&n=1", Some("result=full&v=&on=&a=q01~d&n=1"));
    check("result=full&v=<b>&on=x%20y&a=q01~c&n=1", Some("result=full&v=&on=&a=q01~c&n=1"));
    for count in ["", "&n=", "&n=0", "&n=2", "&n=01", "&n=-1", "&n=one"] {
        check(&format!("result=full&v=2.0&on=2026-11-21&a=q01~c{count}"), None);
    }
    for hostile in [
        "",
        "#",
        "result=full",
        "a=q01~c&n=1",
        "result=&a=q01~c&n=1",
        "result=full&a=q01&n=1",
        "result=full&a=q01~c.q02&n=1",
        "result=full&a=q01~&n=1",
        "result=full&a=~c&n=1",
        "result=full&a=q01~c~d&n=1",
        "result=full&a=<script>~c&n=1",
        "result=full&a=q01~javascript:alert(1)&n=1",
        "result=../../etc&a=q01~c&n=1",
        "result=https://example.org/p.json&a=q01~c&n=1",
        "result=full&a=q%3001~c&n=1",
        "result=é&a=q01~c&n=1",
    ] {
        check(hostile, None);
    }
    let long = format!("result=full&a={}&n=1", vec!["q01~c"; 400].join("."));
    assert!(long.len() > link::MAX_BYTES);
    check(&long, None);
}

#[test]
fn a_version_cannot_pass_for_answers() {
    let mut odd = taken(Answers::from_iter([("q01", "c")]));
    odd.pack_version = "1&a=q01~a&n=1".to_owned();
    let again = decode(&encode(&odd)).unwrap();
    assert_eq!((again.answers, again.pack_version.as_str()), (odd.answers, ""));
}

proptest! {
    #[test]
    fn what_a_link_holds_comes_back(answers in any_answers(&pack("full", "en"))) {
        let taken = taken(answers);
        let link = encode(&taken);
        prop_assert!(link.len() <= link::MAX_BYTES);
        prop_assert_eq!(decode(&link), Some(taken));
    }

    #[test]
    fn no_link_that_was_cut_passes_for_a_whole_one(answers in any_answers(&pack("full", "en"))) {
        let link = encode(&taken(answers));
        for end in 0..link.len() {
            prop_assert_eq!(decode(&link[..end]), None, "{}", &link[..end]);
        }
    }

    #[test]
    fn no_fragment_makes_the_reader_panic(fragment in ".{0,80}", tail in "(result|v|on|a|n)=[a-z~.&=#%]{0,30}") {
        let _ = (decode(&fragment), decode(&format!("{fragment}&{tail}")));
    }

    #[test]
    fn a_result_file_survives_a_round_trip_with_what_nobody_knows(
        answers in any_answers(&pack("full", "en")),
        id in "[a-z0-9]{0,8}",
        lang in "(|en|fr)",
        note in ".{0,20}",
    ) {
        let mut result = TakenCheck { id, lang, ..taken(answers) };
        result.other.insert("note".to_owned(), json!({"by": note, "list": [1, null]}));
        let (again, faults) = read(&result.to_json(), TakenCheck::read);
        prop_assert_eq!(faults, []);
        prop_assert_eq!(again, result);
    }

    #[test]
    fn an_envelope_gives_back_what_was_put_in(rev in any::<u64>(), name in ".{0,8}", text in ".{0,40}", number in any::<f64>()) {
        let data = json!({name: text, "number": number, "whole": rev});
        let kept = seal(&data.to_string(), rev, "2026-11-21T10:00:00Z");
        prop_assert_eq!(open(parse(&kept).unwrap()), Some(Opened { schema: SCHEMA, rev, data }));
    }

    #[test]
    fn an_envelope_notices_any_letter_that_changed(at in any::<prop::sample::Index>(), by in 1_u8..26) {
        let text = "to be noticed";
        let mut letters = text.as_bytes().to_vec();
        let at = at.index(letters.len());
        letters[at] = b'a' + (letters[at] % 26 + by) % 26;
        let changed = String::from_utf8(letters).unwrap();
        prop_assume!(changed != text);
        let kept = seal(&json!(text).to_string(), 1, "").replace(text, &changed);
        prop_assert_eq!(open(parse(&kept).unwrap()), None);
    }

    #[test]
    fn no_text_makes_the_door_panic(text in ".{0,60}", json in r#"[\[\]{}":,0-9a-z \\]{0,60}"#) {
        let _ = (parse(&text), parse(&json));
    }
}

/// Kept data from this version must open for ever, so the seal of known data never changes.
#[test]
fn the_seal_of_known_data_never_changes() {
    let data = json!({"b": [1, "é"], "a": null}).to_string();
    let envelope = parse(&seal(&data, 7, "2026-11-21T10:00:00Z")).unwrap();
    assert_eq!(envelope["checksum"], "5767b25ef54095f4");
}

#[test]
fn a_result_names_what_is_wrong_with_it() {
    let check = |file: Value, expected: &[&str]| {
        let (_, faults) = read(&file, TakenCheck::read);
        let named: Vec<String> = faults.iter().map(|fault| format!("{} {:?}", fault.place, fault.problem)).collect();
        assert_eq!(named, expected, "{file}");
    };
    check(json!({"pack": "full", "answers": {}}), &[]);
    check(json!({"pack": "full"}), &["answers Missing"]);
    check(json!({"pack": "full", "answers": []}), &["answers WrongKind { wanted: Object }"]);
    check(json!({"pack": "full", "answers": {"q01": 2}}), &["answers.q01 WrongKind { wanted: Text }"]);
    check(json!({"answers": {"q01": "a"}}), &["pack Missing"]);
    check(json!([]), &[" WrongKind { wanted: Object }"]);
}

/// One of each; the `match` in `faults` keeps it from forgetting one.
fn problems() -> Vec<Problem> {
    let id = || "q01".to_owned();
    let lang = || "fr".to_owned();
    vec![
        Problem::Missing,
        Problem::WrongKind { wanted: Kind::Text },
        Problem::Empty,
        Problem::TooLong { max: 64, is: 70 },
        Problem::OutOfRange { min: 0, max: 3, is: 9 },
        Problem::BadId { id: "my id".to_owned() },
        Problem::NotOneOf { is: "x".to_owned(), known: "a, b".to_owned() },
        Problem::BadDate { is: "2026-02-29".to_owned() },
        Problem::UnknownId { id: id() },
        Problem::DuplicateId { id: id() },
        Problem::NotEarlier { id: id() },
        Problem::TooFew { need: 3, have: 2 },
        Problem::TooMany { max: 8, have: 9 },
        Problem::NoBlank { blank: "{n}".to_owned() },
        Problem::Untranslated { lang: lang() },
        Problem::DiffersFrom { lang: lang() },
    ]
}

fn refusals() -> Vec<Refusal> {
    vec![
        Refusal::TooLarge,
        Refusal::TooDeep,
        Refusal::NotJson { line: 3, column: 14 },
        Refusal::OtherFormat,
        Refusal::Newer,
    ]
}

#[test]
fn every_fault_and_every_refusal_has_words_in_every_language() {
    for lang in LANGUAGES {
        let words = json_file(&format!("content/{lang}/faults.json"));
        let mut said = BTreeSet::new();
        let mut check = |what: &str, explained: Option<Explained>| {
            let explained = explained.unwrap_or_else(|| panic!("{lang}: no words for {what}"));
            for sentence in [&explained.wrong, &explained.mend] {
                let blanks = sentence.replace("{n}", "");
                assert!(!blanks.contains('{'), "{lang}: a blank is left in {sentence}");
                assert!(sentence.ends_with('.'), "{lang}: {sentence}");
            }
            assert!(said.insert(explained.wrong), "{lang}: two say the same as {what}");
        };
        for problem in problems() {
            check(&format!("{problem:?}"), faults::problem(&words, &problem));
        }
        for refusal in refusals() {
            check(&format!("{refusal:?}"), faults::refusal(&words, &refusal));
        }
        let count = |part: &str| words[part].as_object().unwrap().len();
        assert_eq!(
            (count("problems"), count("refusals")),
            (problems().len(), refusals().len()),
            "{lang}: no words for what there is not"
        );
        for wanted in [Kind::Text, Kind::WholeNumber, Kind::Number, Kind::YesNo, Kind::List, Kind::Object] {
            let explained = faults::problem(&words, &Problem::WrongKind { wanted }).unwrap();
            assert!(explained.wrong.contains(' '), "{lang}: {wanted:?}");
        }
        assert_eq!(count("kinds"), 6, "{lang}");
    }
}

/// Where a sentence leaves out a number or an id, the editor has to look for it.
#[test]
fn the_words_name_the_numbers_and_ids_in_every_language() {
    for lang in LANGUAGES {
        let words = json_file(&format!("content/{lang}/faults.json"));
        let check = |problem: &Problem, parts: &[&str]| {
            let explained = faults::problem(&words, problem).unwrap();
            let said = format!("{} {}", explained.wrong, explained.mend);
            for part in parts {
                assert!(said.contains(part), "{lang}: {said} leaves out {part}");
            }
        };
        check(&Problem::TooLong { max: 64, is: 70 }, &["64", "70"]);
        check(&Problem::OutOfRange { min: 0, max: 3, is: 9 }, &["0", "3", "9"]);
        check(&Problem::TooFew { need: 3, have: 2 }, &["3", "2"]);
        check(&Problem::TooMany { max: 8, have: 9 }, &["8", "9"]);
        for problem in problems() {
            match &problem {
                Problem::UnknownId { id } | Problem::DuplicateId { id } | Problem::NotEarlier { id } => {
                    check(&problem, &[id]);
                }
                Problem::NotOneOf { is, known } => check(&problem, &[is, known]),
                Problem::BadDate { is } => check(&problem, &[is]),
                Problem::NoBlank { blank } => check(&problem, &[blank]),
                Problem::Untranslated { lang } | Problem::DiffersFrom { lang } => check(&problem, &[lang]),
                _ => {}
            }
        }
        let stopped = faults::refusal(&words, &Refusal::NotJson { line: 3, column: 14 }).unwrap();
        assert!(stopped.wrong.contains('3') && stopped.wrong.contains("14"), "{lang}");
    }
}
