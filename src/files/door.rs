//! What comes of a file that somebody opens: what it holds, or one reason why it is refused. Then nothing has changed.

use super::state::{self, State};
use crate::{
    document::{
        file::{MAX_BYTES, MAX_DEPTH},
        reader::{self, Fault},
        result::{self, TakenCheck},
    },
    plan::plan::{self, Plan},
};
use serde_json::Value;

/// What a file holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    pub kind: Kind,
    pub state: State,
    /// What in it can't be read. It comes in empty, or not at all.
    pub faults: Vec<Fault>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Plan,
    Result,
    Backup,
}

/// Why a file was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// There is nothing in it.
    Empty,
    TooLarge,
    /// Its bytes are no text: a picture, say, or a text in an old encoding.
    NotText,
    TooDeep,
    /// It ends in the middle.
    CutShort,
    /// Not JSON; where reading stopped, both counted from 1.
    NotJson {
        line: usize,
        column: usize,
    },
    /// Made by something else, or for something else.
    OtherFormat,
    /// Made by a newer version of the program.
    Newer,
    /// Questions, which belong beside the page.
    Pack,
    /// It says that it is one of ours, and nothing in it can be read; the first place that can't.
    Broken {
        place: String,
    },
}

/// What a pack calls itself; the check's own module reads them.
const PACK: &str = "strategy-first/pack";
/// What stands for bytes that are no text.
const LOST: char = '\u{fffd}';

/// The text of a file of so many bytes, as a browser decoded it: it takes every file for UTF-8, and what is none for U+FFFD. A
/// text may hold that sign itself, and then is as long as its file.
///
/// # Errors
/// [`Refused::TooLarge`] and [`Refused::NotText`].
pub fn decoded(text: &str, size: usize) -> Result<&str, Refused> {
    if size > MAX_BYTES {
        return Err(Refused::TooLarge);
    }
    // A mark at the beginning that says it is UTF-8 is counted, and no longer there.
    let is_whole = size == text.len() || size == text.len() + '\u{feff}'.len_utf8();
    if text.contains(LOST) && !is_whole { Err(Refused::NotText) } else { Ok(text) }
}

/// What the file with this text holds.
///
/// # Errors
/// [`Refused`].
pub fn open(text: &str) -> Result<Opened, Refused> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(Refused::Empty);
    }
    if text.len() > MAX_BYTES {
        return Err(Refused::TooLarge);
    }
    // Before it is parsed: a parser that goes down with each level would run out of room.
    if depth(text) > MAX_DEPTH {
        return Err(Refused::TooDeep);
    }
    let value = serde_json::from_str(text).map_err(|error| {
        if error.is_eof() { Refused::CutShort } else { Refused::NotJson { line: error.line(), column: error.column() } }
    })?;
    read(&value)
}

/// What the file with this value holds: any of the four formats.
///
/// # Errors
/// [`Refused::OtherFormat`], [`Refused::Newer`], [`Refused::Pack`] and [`Refused::Broken`].
pub fn read(value: &Value) -> Result<Opened, Refused> {
    let (kind, newest) = match value["format"].as_str() {
        Some(plan::FORMAT) => (Kind::Plan, plan::VERSION),
        Some(result::FORMAT) => (Kind::Result, result::VERSION),
        Some(state::FORMAT) => (Kind::Backup, state::VERSION),
        Some(PACK) => return Err(Refused::Pack),
        _ => return Err(Refused::OtherFormat),
    };
    match value["version"].as_u64() {
        Some(0) | None => return Err(Refused::OtherFormat),
        Some(version) if version > newest => return Err(Refused::Newer),
        Some(_) => {}
    }
    let (state, faults) = match kind {
        Kind::Plan => one_plan(value),
        Kind::Result => one_result(value),
        Kind::Backup if has_newer(value) => return Err(Refused::Newer),
        Kind::Backup => State::read(value),
    };
    match faults.first() {
        Some(fault) if state.is_empty() => Err(Refused::Broken { place: fault.place.clone() }),
        _ => Ok(Opened { kind, state, faults }),
    }
}

fn one_plan(value: &Value) -> (State, Vec<Fault>) {
    let (plan, faults) = reader::read(value, Plan::read);
    let current_plan = Some(plan.cover().id.0.clone());
    (State { plans: vec![plan], current_plan, ..State::default() }, faults)
}

/// Half of a result's answers would be another result.
fn one_result(value: &Value) -> (State, Vec<Fault>) {
    let (taken, faults) = reader::read(value, TakenCheck::read);
    let results = if faults.is_empty() { vec![taken] } else { Vec::new() };
    (State { results, ..State::default() }, faults)
}

/// Whether something in a backup was made by a newer version, which would be cut down if it were read.
fn has_newer(backup: &Value) -> bool {
    let is_newer = |list: &str, format: &str, newest: u64| {
        let parts = backup[list].as_array().into_iter().flatten();
        parts.filter(|part| part["format"] == format).any(|part| part["version"].as_u64().is_some_and(|is| is > newest))
    };
    is_newer("plans", plan::FORMAT, plan::VERSION) || is_newer("results", result::FORMAT, result::VERSION)
}

/// How deep the brackets outside of strings go.
fn depth(text: &str) -> usize {
    let (mut now, mut deepest, mut in_text, mut escaped) = (0_usize, 0, false, false);
    for byte in text.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_text => escaped = true,
            b'"' => in_text = !in_text,
            b'[' | b'{' if !in_text => {
                now += 1;
                deepest = deepest.max(now);
            }
            b']' | b'}' if !in_text => now = now.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}
