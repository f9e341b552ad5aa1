//! What every message owes its reader, in every language: an error says what to do next, and each kind of space stands where a
//! printer would set it.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::{json_file, root};
use serde_json::Value;
use std::fs;

/// Every text that says that something went wrong, by its file (`*` is the language) and its key; `name.*` is all that begin so.
const ERRORS: &[(&str, &[&str])] = &[
    (
        "locales/*.json",
        &[
            "app.failed",
            "app.elsewhere",
            "app.pack_faulty",
            "kept.memory",
            "kept.full",
            "kept.beside_newer",
            "kept.newer",
            "kept.recovered",
            "kept.set_aside",
            "result.link_long",
            "result.not_copied",
            "history.elsewhere",
            "shared.unreadable",
        ],
    ),
    (
        "locales/plan/*.json",
        &[
            "app.failed",
            "field.no_number",
            "paste.nothing",
            "plans.gone",
            "take.not_made",
            "take.not_copied",
            "kept.memory",
            "kept.full",
            "kept.beside_newer",
            "kept.read_only",
            "notice.full",
            "notice.recovered",
            "notice.unreadable",
            "notice.apart",
            "notice.gone",
        ],
    ),
    ("locales/files/*.json", &["save.large", "save.no_file", "save.not_copied", "preview.nothing", "refused.*"]),
    (
        "locales/code/*.json",
        &["code.not_copied", "code.write_down", "code.cut_short", "code.altered", "code.no_beginning", "code.newer"],
    ),
    ("locales/page/*.json", &["failed", "old", "first.failed"]),
    ("locales/course/*.json", &["missing", "unreached", "over", "failing", "left.*", "conflict", "damaged", "newer"]),
    (
        "locales/trainer/*.json",
        &[
            "loading.failed",
            "gather.empty",
            "keep.cannot",
            "keep.elsewhere",
            "keep.no_picture",
            "keep.png_failed",
            "not_copied",
            "session.label_wrong",
        ],
    ),
    (
        "locales/editor/*.json",
        &[
            "start.failed",
            "open.unreadable",
            "kept.none",
            "kept.room",
            "kept.newer",
            "kept.behind",
            "try.lost",
            "json.not_copied",
        ],
    ),
    ("locales/worksheets/*.json", &["filling.empty", "refused.*", "preview.failed"]),
    (
        "content/*/embed.json",
        &["fault.colour", "fault.font", "fault.pack", "copy.refused", "copy.local", "copy.insecure"],
    ),
];

/// Texts whose keys sound like errors, and that say in one sentence what to write, or are no errors.
const OTHERS: &[&str] = &[
    "session.page_wrong",
    "session.own_wrong",
    "session.seed_wrong",
    "session.href_wrong",
    "fault.radius",
    "fault.href",
    "fault.label",
    "fault.no-href",
    "copy.faulty",
    "fault",
    "drill.wrong",
    "came.refused_title",
    "try.failed",
    "tool.doubt_elsewhere",
];

const TELLTALES: &[&str] = &[
    "fail",
    "wrong",
    "refused",
    "unreadable",
    "not_copied",
    "not_made",
    "newer",
    "lost",
    "cannot",
    "elsewhere",
    "fault",
];

#[test]
fn every_error_says_what_to_do_next() {
    for lang in languages() {
        for (file, keys) in ERRORS {
            let words = json_file(&file.replace('*', &lang));
            for key in *keys {
                let found: Vec<(&String, &str)> = texts(&words).filter(|(name, _)| is_named(name, key)).collect();
                assert!(!found.is_empty(), "{file} ({lang}) has no {key}");
                for (name, text) in found {
                    assert!(parts(text) > 1, "{file} ({lang}), {name}: {text}");
                }
            }
        }
    }
}

#[test]
fn no_error_is_forgotten() {
    for (file, keys) in ERRORS {
        let words = json_file(&file.replace('*', "en"));
        for (name, text) in texts(&words) {
            let sounds_like_one = TELLTALES.iter().any(|telltale| name.contains(telltale));
            let is_known = keys.iter().any(|key| is_named(name, key)) || OTHERS.contains(&name.as_str());
            assert!(!sounds_like_one || is_known, "{file}: is {name} an error? ‘{text}’");
        }
    }
}

#[test]
fn every_refusal_and_every_fault_has_its_mend() {
    for lang in languages() {
        let faults = json_file(&format!("content/{lang}/faults.json"));
        let course = json_file(&format!("content/{lang}/course.json"));
        for group in [&faults["problems"], &faults["refusals"], &course["refusals"]] {
            for (name, said) in group.as_object().unwrap() {
                for part in ["wrong", "mend"] {
                    assert!(said[part].as_str().is_some_and(|text| !text.trim().is_empty()), "{lang}: {name}.{part}");
                }
            }
        }
        for (rule, said) in json_file(&format!("content/{lang}/checker.json"))["rules"].as_object().unwrap() {
            assert!(said["mend"].as_str().is_some_and(|text| !text.is_empty()), "{lang}: {rule}");
        }
    }
}

#[test]
fn a_french_colon_has_its_full_space_and_other_marks_a_narrow_one() {
    for (file, text) in all_texts("fr") {
        let wrong = ["\u{202f}:", "\u{a0};", "\u{a0}?", "\u{a0}!", "\u{a0}»", "«\u{a0}", "« ", " »", " ;", " ?", " !"];
        for mark in wrong {
            assert!(!text.contains(mark), "{file} has {mark:?}: {text}");
        }
        assert!(!text.contains(" : ") && !text.ends_with(" :"), "{file}: {text}");
    }
}

#[test]
fn english_quotes_and_spells_as_the_british_do() {
    for (file, text) in all_texts("en") {
        for wrong in ["“", "”", "e-mail", " color ", "organiz", "'s "] {
            // What people may have typed, and code, is none of ours.
            let is_list = file.ends_with("checker.json") || text == wrong.trim() || text.starts_with("e-mail");
            assert!(is_list || !text.contains(wrong), "{file} has {wrong:?}: {text}");
        }
    }
}

/// In how many parts a text says what it says: a sentence, or what follows a colon or a semicolon, is one.
fn parts(text: &str) -> usize {
    let mut rest = text;
    let mut parts = 0;
    while !rest.trim().is_empty() {
        let end = rest.char_indices().find(|(at, sign)| {
            ".:;?…".contains(*sign) && rest[at + sign.len_utf8()..].chars().next().is_none_or(char::is_whitespace)
        });
        parts += 1;
        rest = end.map_or("", |(at, sign)| &rest[at + sign.len_utf8()..]);
    }
    parts
}

fn is_named(name: &str, key: &str) -> bool {
    key.strip_suffix('*').map_or(name == key, |beginning| name.starts_with(beginning))
}

/// The texts of a list of words that are not counted.
fn texts(words: &Value) -> impl Iterator<Item = (&String, &str)> {
    words.as_object().unwrap().iter().filter_map(|(name, text)| Some((name, text.as_str()?)))
}

fn languages() -> Vec<String> {
    let folders = fs::read_dir(root().join("content")).unwrap().map(|entry| entry.unwrap());
    folders.filter(|one| one.path().is_dir()).map(|one| one.file_name().into_string().unwrap()).collect()
}

/// Every text of a language, with its file.
fn all_texts(lang: &str) -> Vec<(String, String)> {
    let mut paths = vec![format!("locales/{lang}.json")];
    for (folder, is_language) in [("locales", false), ("content", true)] {
        for entry in fs::read_dir(root().join(folder)).unwrap().map(Result::unwrap).filter(|one| one.path().is_dir()) {
            let name = entry.file_name().into_string().unwrap();
            if !is_language {
                paths.push(format!("locales/{name}/{lang}.json"));
            } else if name == lang {
                for file in fs::read_dir(entry.path()).unwrap() {
                    paths.push(format!("content/{lang}/{}", file.unwrap().file_name().into_string().unwrap()));
                }
            }
        }
    }
    let held =
        |path: String| strings(&json_file(&path)).into_iter().map(move |text| (path.clone(), text)).collect::<Vec<_>>();
    paths.into_iter().flat_map(held).collect()
}

fn strings(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(list) => list.iter().flat_map(strings).collect(),
        Value::Object(parts) => parts.values().flat_map(strings).collect(),
        _ => Vec::new(),
    }
}
