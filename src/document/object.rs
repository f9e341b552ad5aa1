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

/// These texts as one. `concat` and `format!` do it too, with more code.
#[must_use]
#[inline(never)]
pub fn joined(parts: &[&str]) -> String {
    let mut whole = String::new();
    for part in parts {
        whole.push_str(part);
    }
    whole
}

/// A JSON value as text. Its own `to_string` brings a second way of writing along.
#[must_use]
pub fn text(value: &Value) -> String {
    // Printing a JSON value cannot fail.
    serde_json::to_string(value).unwrap_or_default()
}
