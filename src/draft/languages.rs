//! The same pack in several languages: where two files of it differ although they should not, and how the lists of several are
//! brought in step.

use super::place::{Place, Step};
use crate::{
    document::reader::{Fault, MAX_FAULTS, Problem},
    quiz::reading::Reading,
};
use serde_json::Value;
use std::collections::BTreeSet;

/// Parts that hold others.
const HOLDING: &[&str] =
    &["axes", "direction", "work", "tie", "stages", "words", "tie_texts", "readings", "items", "options", "flags"];
/// Parts that each language says in its own way, or none does.
const IN_WORDS: &[&str] = &[
    "name", "caveat", "intro", "about", "question", "low", "high", "text", "hint", "feedback", "lead", "not-yet",
    "partly", "mostly",
];
/// Parts that decide how answers count, and so are the same in every language.
const THE_SAME: &[&str] = &[
    "id",
    "pack_version",
    "minutes",
    "cut",
    "band",
    "change_band",
    "stage_min_answers",
    "flags_shown",
    "min_answers",
    "stage",
    "score",
    "measures",
    "rule",
    "opens",
    "sources",
    "show_if",
    "all",
    "any",
];

/// Lists whose parts are the same in every language. Those of the last stand in the parts of the list before.
const LISTS: [&str; 3] = ["stages", "flags", "items"];

/// Where a pack and its sibling in `lang` differ although they should not, as faults of the pack.
#[must_use]
pub fn differences(pack: &Value, sibling: &Value, lang: &str) -> Vec<Fault> {
    let mut found = Differences { lang, faults: Vec::new() };
    found.within(pack, sibling, "");
    found.faults
}

/// Gives all files the same parts in the same order: that of the first, then what only others have. A file that lacks a part gets
/// a copy of it without the words.
pub fn align(files: &mut [Value]) {
    for name in LISTS {
        align_list(files, &Place::default().field(name));
    }
    let items = Place::default().field("items");
    let count = files.first().map_or(0, |file| length(file, &items));
    for index in 0..count {
        align_list(files, &items.index(index).field("options"));
    }
}

/// A copy of a part in which nothing is said.
#[must_use]
pub fn without_words(part: &Value) -> Value {
    let mut part = part.clone();
    silence(&mut part);
    part
}

fn silence(part: &mut Value) {
    match part {
        Value::Array(parts) => parts.iter_mut().for_each(silence),
        Value::Object(fields) => {
            for (name, value) in fields {
                if value.is_string() && IN_WORDS.contains(&name.as_str()) {
                    *value = Value::String(String::new());
                } else {
                    silence(value);
                }
            }
        }
        _ => {}
    }
}

/// How many parts the list at `place` has.
#[must_use]
pub fn length(file: &Value, place: &Place) -> usize {
    place.of(file).and_then(Value::as_array).map_or(0, Vec::len)
}

fn align_list(files: &mut [Value], place: &Place) {
    let lists: Vec<&[Value]> =
        files.iter().map(|file| place.of(file).and_then(Value::as_array).map_or(&[][..], Vec::as_slice)).collect();
    let ids = |list: &[Value]| list.iter().map(|part| part["id"].as_str().map(str::to_owned)).collect::<Vec<_>>();
    if lists.windows(2).all(|pair| ids(pair[0]) == ids(pair[1])) {
        return;
    }
    let rows = rows(&lists);
    let of_file = |index: usize| {
        let part = |row: &Vec<Option<&Value>>| {
            let own = row.get(index).copied().flatten().cloned();
            own.or_else(|| row.iter().flatten().next().map(|part| without_words(part)))
        };
        rows.iter().filter_map(part).collect::<Vec<Value>>()
    };
    let lists: Vec<Vec<Value>> = (0..files.len()).map(of_file).collect();
    let Some((above, Step::Field(name))) = place.parent() else {
        return;
    };
    for (file, list) in files.iter_mut().zip(lists) {
        // What holds no such list yet is given one.
        if let Some(holder) = above.of_mut(file).and_then(Value::as_object_mut) {
            holder.insert(name.clone(), list.into());
        }
    }
}

/// The parts of several lists, those with the same id side by side.
fn rows<'a>(lists: &[&'a [Value]]) -> Vec<Vec<Option<&'a Value>>> {
    let mut rows: Vec<Vec<Option<&Value>>> = Vec::new();
    for (index, list) in lists.iter().enumerate() {
        for part in *list {
            let is_same = |row: &&mut Vec<Option<&Value>>| {
                let other = row.iter().flatten().next();
                row[index].is_none() && other.is_some_and(|other| part["id"].is_string() && other["id"] == part["id"])
            };
            if let Some(row) = rows.iter_mut().find(is_same) {
                row[index] = Some(part);
            } else {
                let mut row = vec![None; lists.len()];
                row[index] = Some(part);
                rows.push(row);
            }
        }
    }
    rows
}

struct Differences<'a> {
    lang: &'a str,
    faults: Vec<Fault>,
}

impl Differences<'_> {
    fn within(&mut self, here: &Value, there: &Value, place: &str) {
        let names =
            |value: &Value| -> Vec<String> { value.as_object().into_iter().flat_map(|o| o.keys().cloned()).collect() };
        let both: BTreeSet<String> = [names(here), names(there)].concat().into_iter().collect();
        for name in both {
            let below = if place.is_empty() { name.clone() } else { format!("{place}.{name}") };
            let (here, there) = (&here[&name], &there[&name]);
            let name = name.as_str();
            if THE_SAME.contains(&name) && here != there {
                self.differs(below);
            } else if IN_WORDS.contains(&name) && is_said(here) != is_said(there) {
                self.untranslated(below);
            } else if HOLDING.contains(&name) || Reading::keys().contains(&name) {
                if here.is_array() || there.is_array() {
                    self.lists(here, there, &below);
                } else if here.is_object() && there.is_object() {
                    self.within(here, there, &below);
                }
            }
        }
    }

    /// Compares the parts of two lists by their ids, and the order of those that are in both.
    fn lists(&mut self, here: &Value, there: &Value, place: &str) {
        let parts = |list: &Value| -> Vec<(usize, String)> {
            let parts = list.as_array().into_iter().flatten().enumerate();
            parts.filter_map(|(index, part)| Some((index, part["id"].as_str()?.to_owned()))).collect()
        };
        let (ours, theirs) = (parts(here), parts(there));
        let has = |list: &[(usize, String)], id: &str| list.iter().any(|(_, is)| is == id);
        let common = |list: &[(usize, String)], other: &[(usize, String)]| -> Vec<String> {
            list.iter().map(|(_, id)| id.clone()).filter(|id| has(other, id)).collect()
        };
        if common(&ours, &theirs) != common(&theirs, &ours) {
            self.differs(place.to_owned());
        }
        for (index, id) in &ours {
            let below = format!("{place}[{index}]");
            match theirs.iter().find(|(_, is)| is == id) {
                Some((at, _)) => self.within(&here[*index], &there[*at], &below),
                None => self.untranslated(below),
            }
        }
        // What is not here has no place of its own here, so it is named by its id.
        for (_, id) in theirs.iter().filter(|(_, id)| !has(&ours, id)) {
            self.untranslated(format!("{place}[{id}]"));
        }
    }

    fn differs(&mut self, place: String) {
        let lang = self.lang.to_owned();
        self.note(place, Problem::DiffersFrom { lang });
    }

    fn untranslated(&mut self, place: String) {
        let lang = self.lang.to_owned();
        self.note(place, Problem::Untranslated { lang });
    }

    fn note(&mut self, place: String, problem: Problem) {
        if self.faults.len() < MAX_FAULTS {
            self.faults.push(Fault { place, problem });
        }
    }
}

fn is_said(words: &Value) -> bool {
    words.as_str().is_some_and(|words| !words.trim().is_empty())
}
