//! A group of fields with names: reading and writing all of them, and finding one by its path.

use super::field::{Held, is_nothing};
use crate::document::reader::Node;
use serde_json::{Map, Value};

/// A group of fields.
pub trait Record {
    /// The names of its fields, in the order of the model.
    fn names(&self) -> &'static [&'static str];
    fn field(&self, name: &str) -> Option<&dyn Held>;
    fn field_mut(&mut self, name: &str) -> Option<&mut dyn Held>;
    /// Fields that this version does not know, and those that the file names although they are empty, as they came.
    fn other(&self) -> &Map<String, Value>;
    fn other_mut(&mut self) -> &mut Map<String, Value>;
}

/// The field at `path`, as in `text` or `bridge.cta`.
#[must_use]
pub fn at<'a>(record: &'a dyn Record, path: &str) -> Option<&'a dyn Held> {
    match path.split_once('.') {
        None => record.field(path),
        Some((group, rest)) => at(record.field(group)?.group()?, rest),
    }
}

/// The field at `path`, to be changed.
#[must_use]
pub fn at_mut<'a>(record: &'a mut dyn Record, path: &str) -> Option<&'a mut dyn Held> {
    match path.split_once('.') {
        None => record.field_mut(path),
        Some((group, rest)) => at_mut(record.field_mut(group)?.group_mut()?, rest),
    }
}

/// The paths of all its fields, those of groups among them, in the order of the model.
#[must_use]
pub fn paths(record: &dyn Record) -> Vec<String> {
    let below = |name: &&str| match record.field(name).and_then(Held::group) {
        None => vec![(*name).to_owned()],
        Some(group) => paths(group).iter().map(|path| format!("{name}.{path}")).collect(),
    };
    record.names().iter().flat_map(below).collect()
}

/// Reads a record from `node`.
#[must_use]
pub fn read<R: Record + Default>(node: Node) -> R {
    let mut record = R::default();
    read_into(&mut record, node);
    record
}

/// Reads what `node` has of this record, and keeps the rest as it came.
pub fn read_into(record: &mut dyn Record, node: Node) {
    let mut left = node.rest(&[]);
    for (name, part) in node.entries() {
        let (Some(field), Some(value)) = (record.field_mut(name), left.get(name)) else {
            continue;
        };
        if !value.is_null() {
            field.read(part, value);
            // Named although it is empty: to be written back so, as long as it stays empty.
            if !is_nothing(value) || field.to_json() != *value {
                left.remove(name);
            }
        }
    }
    *record.other_mut() = left;
}

/// As in a file, without what is empty.
#[must_use]
pub fn to_json(record: &dyn Record) -> Map<String, Value> {
    let mut object = record.other().clone();
    for name in record.names() {
        let value = record.field(name).map(Held::to_json).unwrap_or_default();
        if !is_nothing(&value) {
            object.insert((*name).to_owned(), value);
        }
    }
    object
}

/// Structs whose fields are those of a file. `name as "other"` stands where Rust keeps a word to itself.
macro_rules! records {
    (@name $field:ident) => { stringify!($field) };
    (@name $field:ident $name:literal) => { $name };
    ($($(#[$about:meta])* $record:ident { $($(#[$note:meta])* $field:ident $(as $name:literal)?: $kind:ty,)* })*) => {$(
        $(#[$about])*
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        pub struct $record {
            $($(#[$note])* pub $field: $kind,)*
            /// What this version does not know, and what the file names although it is empty, as it came.
            pub other: serde_json::Map<String, serde_json::Value>,
        }

        impl $crate::plan::record::Record for $record {
            fn names(&self) -> &'static [&'static str] {
                &[$(records!(@name $field $($name)?)),*]
            }

            fn field(&self, name: &str) -> Option<&dyn $crate::plan::field::Held> {
                match name {
                    $(records!(@name $field $($name)?) => Some(&self.$field),)*
                    _ => None,
                }
            }

            fn field_mut(&mut self, name: &str) -> Option<&mut dyn $crate::plan::field::Held> {
                match name {
                    $(records!(@name $field $($name)?) => Some(&mut self.$field),)*
                    _ => None,
                }
            }

            fn other(&self) -> &serde_json::Map<String, serde_json::Value> {
                &self.other
            }

            fn other_mut(&mut self) -> &mut serde_json::Map<String, serde_json::Value> {
                &mut self.other
            }
        }
    )*};
}
pub(super) use records;

/// Groups of fields within a record.
macro_rules! groups {
    ($($group:ident),*) => {$(
        impl $crate::plan::field::Held for $group {
            fn content(&self) -> Option<$crate::plan::field::Content> {
                None
            }

            fn exchange(&mut self, _: &mut $crate::plan::field::Content) -> bool {
                false
            }

            fn read(&mut self, node: $crate::document::reader::Node, _: &serde_json::Value) {
                $crate::plan::record::read_into(self, node);
            }

            fn to_json(&self) -> serde_json::Value {
                serde_json::Value::Object($crate::plan::record::to_json(self))
            }

            fn group(&self) -> Option<&dyn $crate::plan::record::Record> {
                Some(self)
            }

            fn group_mut(&mut self) -> Option<&mut dyn $crate::plan::record::Record> {
                Some(self)
            }
        }
    )*};
}
pub(super) use groups;
