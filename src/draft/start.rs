//! What a draft begins from: a copy of ours, no questions, or a file.

use super::languages::align;
use crate::{
    document::file::{Refusal, expect_format, parse},
    quiz::pack_file::{FORMAT, VERSION},
};
use serde_json::Value;

/// What a copy is called until it is given a name: ours are taken.
const ID: &str = "my-questions";

/// Files of ours as somebody's own, a language each.
#[must_use]
pub fn copy(ours: Vec<Value>) -> Vec<Value> {
    let own = |mut pack: Value| {
        pack["id"] = ID.into();
        pack["pack_version"] = "1.0".into();
        pack
    };
    ours.into_iter().map(own).collect()
}

/// The same with no questions and no name. What is said about results stays, to be changed or kept.
#[must_use]
pub fn without_questions(ours: Vec<Value>) -> Vec<Value> {
    let emptied = |mut pack: Value| {
        for list in ["items", "flags"] {
            pack[list] = Value::Array(Vec::new());
        }
        pack["name"] = "".into();
        pack
    };
    copy(ours).into_iter().map(emptied).collect()
}

/// The pack in a file, whatever is wrong with it.
///
/// # Errors
/// [`Refusal`]: it is no pack file, or none that can be read here.
pub fn open(text: &str) -> Result<Value, Refusal> {
    let pack = parse(text)?;
    expect_format(&pack, FORMAT, VERSION)?;
    Ok(pack)
}

/// What there is after `opened` has been opened beside `files`: where it is the same pack in another language, it is put beside
/// them; else it takes their place. The second says which.
#[must_use]
pub fn opened(files: &[Value], opened: Value) -> (Vec<Value>, bool) {
    let is_same = |file: &Value| file["id"] == opened["id"] && file["lang"] != opened["lang"];
    if files.is_empty() || !files.iter().all(is_same) {
        return (vec![opened], false);
    }
    let mut files = files.to_vec();
    files.push(opened);
    align(&mut files);
    (files, true)
}
