//! Changes at any place of a file.

use proptest::{prelude::*, sample::Index};
use serde_json::{Value, json};

/// A change at any place of a file: something taken out, put in its place, or put in twice.
#[derive(Clone, Debug)]
pub(crate) struct Mutation {
    place: Index,
    what: u8,
}

pub(crate) fn any_mutation() -> impl Strategy<Value = Mutation> {
    (any::<Index>(), 0_u8..16).prop_map(|(place, what)| Mutation { place, what })
}

impl Mutation {
    pub(crate) fn apply(&self, file: &mut Value) {
        let mut pointers = Vec::new();
        list_pointers(file, String::new(), &mut pointers);
        let pointer = self.place.get(&pointers).clone();
        let Some((parent, name)) = pointer.rsplit_once('/') else {
            return;
        };
        let replacement = [
            json!(null),
            json!(true),
            json!(-1),
            json!(1.5),
            json!(4),
            json!(101),
            json!(u64::MAX),
            json!(""),
            json!(" "),
            json!("a"),
            json!("x".repeat(700)),
            json!([]),
            json!({}),
            json!([[{"id": "a"}]]),
        ];
        let replacement = replacement.get(usize::from(self.what)).cloned();
        match (file.pointer_mut(parent).unwrap(), replacement) {
            (Value::Object(object), Some(value)) => {
                object.insert(unescaped(name), value);
            }
            (Value::Object(object), None) => {
                object.remove(&unescaped(name));
            }
            (Value::Array(list), Some(value)) => list[name.parse::<usize>().unwrap()] = value,
            (Value::Array(list), None) if self.what.is_multiple_of(2) => {
                list.remove(name.parse().unwrap());
            }
            (Value::Array(list), None) => {
                let again = list[name.parse::<usize>().unwrap()].clone();
                list.push(again);
            }
            _ => {}
        }
    }
}

fn list_pointers(value: &Value, at: String, pointers: &mut Vec<String>) {
    match value {
        Value::Object(object) => {
            for (name, part) in object {
                let name = name.replace('~', "~0").replace('/', "~1");
                list_pointers(part, format!("{at}/{name}"), pointers);
            }
        }
        Value::Array(list) => {
            for (index, part) in list.iter().enumerate() {
                list_pointers(part, format!("{at}/{index}"), pointers);
            }
        }
        _ => {}
    }
    pointers.push(at);
}

fn unescaped(name: &str) -> String {
    name.replace("~1", "/").replace("~0", "~")
}
