//! Any bytes, opened as a file: no panic, nothing lost of what is here, and all of it can be taken back.
#![no_main]

use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;
use strategy_first::files::{
    door,
    merge::{Choice, Naming, merged, undone},
    preview::Preview,
    state::State,
};

/// What somebody has when the file comes.
const HERE: &str = include_str!("../../tests/files_common/backup.json");

static STATE: LazyLock<State> = LazyLock::new(|| merge(&State::default(), HERE, Choice::Replace).expect("it is whole"));

fn merge(here: &State, text: &str, choice: Choice) -> Option<State> {
    let opened = door::open(text).ok()?;
    let mut number = 0;
    let mut fresh_id = || {
        number += 1;
        format!("fresh{number}")
    };
    let mut naming = Naming { fresh_id: &mut fresh_id, copy: &|title| format!("Copy of {title}") };
    let _ = Preview::of(&opened, here);
    merged(here, &opened, choice, &mut naming).ok()
}

fuzz_target!(|bytes: &[u8]| {
    // As a browser makes text of a file.
    let decoded = String::from_utf8_lossy(bytes);
    let Ok(text) = door::decoded(&decoded, bytes.len()) else { return };
    for choice in [Choice::Replace, Choice::KeepBoth] {
        let Some(after) = merge(&STATE, text, choice) else { return };
        assert!(after.plans.len() >= STATE.plans.len() && after.results.len() >= STATE.results.len());
        assert_eq!(undone(&after, &STATE, &after), *STATE);
    }
});
