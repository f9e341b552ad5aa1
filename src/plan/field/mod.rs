//! One field of a plan: reading it, writing it, and exchanging what it holds. All are used through [`Held`], so that the
//! parts of a plan share one piece of code for everything that is done to them.

mod several;
mod single;

use super::{date::Date, model::Reading, record::Record, value::Number};
use crate::document::reader::Node;
use serde_json::Value;

/// The longest text, in characters.
pub const MAX_TEXT: usize = 2000;
/// The longest id, in characters.
pub const MAX_ID: usize = 64;
/// The most parts of a list within a field, such as an objective's readings.
pub const MAX_LIST: usize = 500;

/// What a field can hold, as data. A word from a short list, an id and a currency are texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    Text(String),
    Texts(Vec<String>),
    Whole(Option<i64>),
    Quantity(Option<Number>),
    Day(Option<Date>),
    Flag(bool),
    Readings(Vec<Reading>),
}

/// A field, whatever its type.
pub trait Held {
    /// What it holds; nothing where it is a group of fields itself.
    fn content(&self) -> Option<Content>;
    /// Puts `content` in, and what was there into `content`. Gives `false`, and changes nothing, where it does not fit.
    fn exchange(&mut self, content: &mut Content) -> bool;
    /// Reads it from a file. `value` is what `node` stands for. A fault leaves the field empty, or cut to what is allowed.
    fn read(&mut self, node: Node, value: &Value);
    /// The words to choose from, where it holds one of a short list.
    fn choices(&self) -> Option<Vec<&'static str>> {
        None
    }
    /// As in a file; an empty value where it is empty.
    fn to_json(&self) -> Value;
    /// The fields of a group.
    fn group(&self) -> Option<&dyn Record> {
        None
    }
    fn group_mut(&mut self) -> Option<&mut dyn Record> {
        None
    }
}

/// A word from a short list.
pub trait Word: Copy + 'static {
    /// Each word with its name in files.
    const NAMED: &[(&str, Self)];
    fn code(self) -> &'static str;
}

/// What a file may as well leave out.
#[must_use]
pub fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::String(text) => text.is_empty(),
        Value::Array(list) => list.is_empty(),
        Value::Object(object) => object.is_empty(),
        _ => false,
    }
}

fn fits(text: &str, max: usize) -> bool {
    text.len() <= max || text.chars().count() <= max
}

/// An id in a list or on its own: any text that is not blank, so that nobody's ids are turned away.
fn fits_id(text: &str) -> bool {
    !text.trim().is_empty() && fits(text, MAX_ID)
}
