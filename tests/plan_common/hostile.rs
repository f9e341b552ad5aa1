//! Texts that try to become something else: markup, an address, a formula, an entry of a calendar. `tests/hostile.json` has
//! them, and the tests in the browsers read the same file. Whatever runs sets `ranHostile`.

use serde_json::Value;
use std::fs;

pub(crate) struct Hostile {
    pub(crate) name: String,
    pub(crate) text: String,
}

pub(crate) fn hostile() -> Vec<Hostile> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/hostile.json");
    let list: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let of = |each: &Value, key: &str| each[key].as_str().unwrap().to_owned();
    let list = list.as_array().unwrap().iter();
    list.map(|each| Hostile { name: of(each, "name"), text: of(each, "text") }).collect()
}
