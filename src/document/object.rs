//! Puts JSON objects together. `json!` does it too, with a good deal of code at each place.

use serde_json::{Map, Value};

/// An object with these fields.
#[must_use]
pub fn object<const COUNT: usize>(fields: [(&str, Value); COUNT]) -> Value {
    let mut object = Map::new();
    put(&mut object, fields);
    Value::Object(object)
}

/// Sets these fields in `object`.
pub fn put<const COUNT: usize>(object: &mut Map<String, Value>, mut fields: [(&str, Value); COUNT]) {
    put_all(object, &mut fields);
}

#[inline(never)]
fn put_all(object: &mut Map<String, Value>, fields: &mut [(&str, Value)]) {
    for (name, value) in fields {
        object.insert((*name).to_owned(), value.take());
    }
}
