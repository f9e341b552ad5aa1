//! What the tests of saved and opened files share.

#![allow(dead_code)] // each test file is compiled by itself and needs only a part of this

use serde_json::{Value, json};
use std::fs;
use strategy_first::files::{
    door::{self, Opened},
    merge::{Choice, Naming, TooManyPlans, merged},
    state::State,
};

pub(crate) const CHOICES: [Choice; 2] = [Choice::Replace, Choice::KeepBoth];

/// A real backup: two plans, three results, a check under way, fields that nobody knows.
pub(crate) fn backup_text() -> String {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/files_common/backup.json");
    fs::read_to_string(path).unwrap()
}

pub(crate) fn backup() -> Value {
    serde_json::from_str(&backup_text()).unwrap()
}

pub(crate) fn opened(file: &Value) -> Opened {
    door::read(file).unwrap_or_else(|refused| panic!("{refused:?}"))
}

/// What is here once `file` was opened by somebody who had nothing.
pub(crate) fn state(file: &Value) -> State {
    merge(&State::default(), &opened(file), Choice::Replace).unwrap()
}

pub(crate) fn merge(here: &State, file: &Opened, choice: Choice) -> Result<State, TooManyPlans> {
    let mut number = 0;
    let mut fresh_id = || {
        number += 1;
        format!("fresh{number}")
    };
    merged(here, file, choice, &mut Naming { fresh_id: &mut fresh_id, copy: &|title| format!("Copy of {title}") })
}

pub(crate) fn plan(id: &str, title: &str) -> Value {
    json!({
        "format": "strategy-first/plan", "version": 1, "id": id, "title": title, "updated": "2026-11-20",
        "tactics": [{"id": "t1", "text": title}],
    })
}

pub(crate) fn result(id: &str, day: &str, option: &str) -> Value {
    json!({
        "format": "strategy-first/result", "version": 1, "id": id, "pack": "full", "pack_version": "2.0", "lang": "en",
        "taken_at": day, "answers": {"q01": option},
    })
}

/// A backup with these fields besides `format` and `version`.
pub(crate) fn backup_with(mut fields: Value) -> Value {
    fields["format"] = json!("strategy-first/backup");
    fields["version"] = json!(1);
    fields
}

/// The bytes of a file as a browser makes text of them.
pub(crate) fn decoded(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned()
}
