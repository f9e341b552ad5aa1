//! What is wrong with a draft: what `check-pack` says of each of its files, each fault once and in the file that has it.

use super::{languages::differences, model::Draft, place::Place};
use crate::{
    document::reader::{Fault, Problem},
    quiz::pack_file::read_pack,
    words::BUILT_IN,
};
use serde_json::Value;

/// A fault, and the file that it is in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    pub file: usize,
    pub fault: Fault,
}

/// Every fault of every file, those of one place together.
#[must_use]
pub fn faults(draft: &Draft) -> Vec<Found> {
    let files = draft.files();
    let mut found: Vec<Found> = Vec::new();
    for (file, pack) in files.iter().enumerate() {
        let own =
            read_pack(pack).1.into_iter().chain(taken(pack).filter(|_| file == 0)).chain(spoken_twice(files, file));
        for fault in own {
            // What counts is written once for all languages, and so is wrong once.
            let is_known = |known: &Found| known.fault == fault && is_shared(files, file, &fault);
            if !found.iter().any(is_known) {
                found.push(Found { file, fault });
            }
        }
    }
    if let Some((first, others)) = files.split_first() {
        for (at, other) in others.iter().enumerate() {
            for fault in differences(first, other, &Draft::lang_of(other)) {
                let between = between(fault, [first, other], at + 1);
                let has_more_to_say =
                    |known: &Found| known.file == between.file && known.fault.place == between.fault.place;
                if !found.iter().any(has_more_to_say) {
                    found.push(between);
                }
            }
        }
    }
    found
}

/// Results are kept by the id of their pack, so that of ours is not to be had.
#[must_use]
pub fn taken(pack: &Value) -> Option<Fault> {
    let id = pack["id"].as_str()?;
    let is_ours = BUILT_IN.iter().any(|(ours, ..)| *ours == id);
    is_ours.then(|| Fault { place: "id".to_owned(), problem: Problem::DuplicateId { id: id.to_owned() } })
}

/// Two files in one language would be saved under one name.
fn spoken_twice(files: &[Value], file: usize) -> Option<Fault> {
    let lang = Draft::lang_of(&files[file]);
    let is_twice = !lang.is_empty() && files[..file].iter().any(|earlier| Draft::lang_of(earlier) == lang);
    is_twice.then(|| Fault { place: "lang".to_owned(), problem: Problem::DuplicateId { id: lang } })
}

/// Whether what is at fault stands in the first file just so.
fn is_shared(files: &[Value], file: usize, fault: &Fault) -> bool {
    let place = Place::parse(&fault.place);
    let is_worded = super::field::kind(&place).is_some_and(super::field::Kind::is_worded);
    !is_worded && files.first().is_some_and(|first| place.of(first) == place.of(&files[file]))
}

/// A fault between the first file and another belongs to whichever lacks the words; what counts, to the other.
fn between(fault: Fault, [first, other]: [&Value; 2], at: usize) -> Found {
    let place = Place::parse(&fault.place);
    let is_said = |file| place.of(file).and_then(Value::as_str).is_some_and(|words| !words.trim().is_empty());
    match fault.problem {
        Problem::Untranslated { .. } if is_said(other) => Found { file: 0, fault },
        Problem::Untranslated { .. } => {
            let problem = Problem::Untranslated { lang: Draft::lang_of(first) };
            Found { file: at, fault: Fault { problem, ..fault } }
        }
        Problem::DiffersFrom { .. } => {
            let problem = Problem::DiffersFrom { lang: Draft::lang_of(first) };
            Found { file: at, fault: Fault { problem, ..fault } }
        }
        _ => Found { file: at, fault },
    }
}
