//! One field of a plan: reading it, writing it, and exchanging what it holds. All are used through [`Held`], so that the
//! parts of a plan share one piece of code for everything that is done to them.

use super::{
    date::Date,
    model::Reading,
    record::{self, Record},
    value::{Currency, Id, Number, Quantity, Whole},
};
use crate::document::reader::{Kind, Node, Problem};
use serde_json::Value;
use std::mem::swap;

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

impl Held for String {
    fn content(&self) -> Option<Content> {
        Some(Content::Text(self.clone()))
    }

    fn exchange(&mut self, content: &mut Content) -> bool {
        match content {
            Content::Text(text) if fits(text, MAX_TEXT) => {
                swap(self, text);
                true
            }
            _ => false,
        }
    }

    fn read(&mut self, node: Node, _: &Value) {
        *self = node.text_or_empty(MAX_TEXT);
        cut(self);
    }

    fn to_json(&self) -> Value {
        self.as_str().into()
    }
}

fn cut(text: &mut String) {
    if let Some((end, _)) = text.char_indices().nth(MAX_TEXT) {
        text.truncate(end);
    }
}

impl Held for Id {
    fn content(&self) -> Option<Content> {
        Some(Content::Text(self.0.clone()))
    }

    fn exchange(&mut self, content: &mut Content) -> bool {
        match content {
            Content::Text(text) if text.is_empty() || fits_id(text) => {
                swap(&mut self.0, text);
                true
            }
            _ => false,
        }
    }

    fn read(&mut self, node: Node, value: &Value) {
        if !is_nothing(value) {
            *self = read_id(node);
        } else if !value.is_string() {
            node.fault(Problem::WrongKind { wanted: Kind::Text });
        }
    }

    fn to_json(&self) -> Value {
        self.as_str().into()
    }
}

/// The id, or an empty one where it is not one.
fn read_id(node: Node) -> Id {
    let text = node.text(MAX_ID);
    Id(if fits_id(&text) { text } else { String::new() })
}

impl Held for Vec<Id> {
    fn content(&self) -> Option<Content> {
        Some(Content::Texts(self.iter().map(|id| id.0.clone()).collect()))
    }

    fn exchange(&mut self, content: &mut Content) -> bool {
        match content {
            Content::Texts(texts) if texts.len() <= MAX_LIST && texts.iter().all(|text| fits_id(text)) => {
                let before = self.drain(..).map(|id| id.0).collect();
                *self = std::mem::replace(texts, before).into_iter().map(Id).collect();
                true
            }
            _ => false,
        }
    }

    fn read(&mut self, node: Node, _: &Value) {
        let ids = node.list_of(0..=MAX_LIST).into_iter().map(read_id);
        *self = ids.filter(|id| !id.is_empty()).collect();
    }

    fn to_json(&self) -> Value {
        self.iter().map(Id::as_str).collect()
    }
}

impl Held for Vec<String> {
    fn content(&self) -> Option<Content> {
        Some(Content::Texts(self.clone()))
    }

    fn exchange(&mut self, content: &mut Content) -> bool {
        match content {
            Content::Texts(texts) if texts.len() <= MAX_LIST && texts.iter().all(|text| fits(text, MAX_TEXT)) => {
                swap(self, texts);
                true
            }
            _ => false,
        }
    }

    fn read(&mut self, node: Node, _: &Value) {
        let texts = node.list_of(0..=MAX_LIST).into_iter().map(|text| text.text_or_empty(MAX_TEXT));
        *self = texts.collect();
        self.iter_mut().for_each(cut);
    }

    fn to_json(&self) -> Value {
        self.iter().map(String::as_str).collect()
    }
}

impl<const MIN: i64, const MAX: i64> Held for Option<Whole<MIN, MAX>> {
    fn content(&self) -> Option<Content> {
        Some(Content::Whole(self.map(Whole::get)))
    }

    fn exchange(&mut self, content: &mut Content) -> bool {
        let Content::Whole(number) = content else {
            return false;
        };
        let new = number.and_then(Whole::new);
        let fits = new.is_some() == number.is_some();
        if fits {
            *number = std::mem::replace(self, new).map(Whole::get);
        }
        fits
    }

    fn read(&mut self, node: Node, value: &Value) {
        let number = node.int(MIN..=MAX);
        *self = value.as_i64().and_then(|_| Whole::new(number));
    }

    fn to_json(&self) -> Value {
        self.map(Whole::get).into()
    }
}

impl<const MIN: i64, const MAX: i64> Held for Option<Quantity<MIN, MAX>> {
    fn content(&self) -> Option<Content> {
        Some(Content::Quantity(self.and_then(|number| Quantity::new(number.get()))))
    }

    fn exchange(&mut self, content: &mut Content) -> bool {
        let Content::Quantity(number) = content else {
            return false;
        };
        let new = number.and_then(|number| Quantity::new(number.get()));
        let fits = new.is_some() == number.is_some();
        if fits {
            *number = std::mem::replace(self, new).and_then(|number| Quantity::new(number.get()));
        }
        fits
    }

    fn read(&mut self, node: Node, value: &Value) {
        *self = value.as_f64().and_then(Quantity::new);
        match value.as_f64() {
            None => node.fault(Problem::WrongKind { wanted: Kind::WholeNumber }),
            #[allow(clippy::cast_possible_truncation)] // for a message; a cast stops at the bounds of an i64
            Some(is) if self.is_none() => node.fault(Problem::OutOfRange { min: MIN, max: MAX, is: is as i64 }),
            Some(_) => {}
        }
    }

    fn to_json(&self) -> Value {
        let Some(number) = self.map(Quantity::get) else {
            return Value::Null;
        };
        #[allow(clippy::cast_possible_truncation)] // it has no decimals, and the bounds are far below 2^53
        if number.fract() == 0.0 { (number as i64).into() } else { number.into() }
    }
}

impl Held for Option<Date> {
    fn content(&self) -> Option<Content> {
        Some(Content::Day(*self))
    }

    fn exchange(&mut self, content: &mut Content) -> bool {
        let Content::Day(day) = content else {
            return false;
        };
        swap(self, day);
        true
    }

    fn read(&mut self, node: Node, value: &Value) {
        let text = node.text_or_empty(MAX_TEXT);
        *self = text.parse().ok();
        if self.is_none() && !is_nothing(value) && value.is_string() {
            note_unknown(node, text, "YYYY-MM-DD");
        }
    }

    fn to_json(&self) -> Value {
        self.map(|day| day.to_string()).into()
    }
}

/// Long rubbish is not repeated in full.
fn note_unknown(node: Node, mut is: String, known: &str) {
    if let Some((end, _)) = is.char_indices().nth(40) {
        is.truncate(end);
    }
    node.fault(Problem::NotOneOf { is, known: known.to_owned() });
}

impl Held for Option<Currency> {
    fn content(&self) -> Option<Content> {
        Some(Content::Text(self.as_ref().map(Currency::code).unwrap_or_default().to_owned()))
    }

    fn exchange(&mut self, content: &mut Content) -> bool {
        exchange_word(self, content, Currency::new, |currency| currency.code().to_owned())
    }

    fn read(&mut self, node: Node, value: &Value) {
        let text = node.text_or_empty(MAX_TEXT);
        *self = Currency::new(&text);
        if self.is_none() && !is_nothing(value) && value.is_string() {
            note_unknown(node, text, "EUR, USD, GBP, …");
        }
    }

    fn to_json(&self) -> Value {
        self.as_ref().map(Currency::code).into()
    }
}

impl<W: Word> Held for Option<W> {
    fn content(&self) -> Option<Content> {
        Some(Content::Text(self.map(W::code).unwrap_or_default().to_owned()))
    }

    fn exchange(&mut self, content: &mut Content) -> bool {
        let known = |code: &str| W::NAMED.iter().find(|(name, _)| *name == code).map(|(_, word)| *word);
        exchange_word(self, content, known, |word| word.code().to_owned())
    }

    fn read(&mut self, node: Node, value: &Value) {
        *self = if value == "" { None } else { node.one_of(W::NAMED) };
    }

    fn to_json(&self) -> Value {
        self.map(W::code).into()
    }
}

/// An empty text is no word.
fn exchange_word<T>(
    held: &mut Option<T>,
    content: &mut Content,
    known: impl FnOnce(&str) -> Option<T>,
    code: impl FnOnce(T) -> String,
) -> bool {
    let Content::Text(text) = content else {
        return false;
    };
    let new = known(text);
    let fits = new.is_some() || text.is_empty();
    if fits {
        *text = std::mem::replace(held, new).map(code).unwrap_or_default();
    }
    fits
}

impl Held for bool {
    fn content(&self) -> Option<Content> {
        Some(Content::Flag(*self))
    }

    fn exchange(&mut self, content: &mut Content) -> bool {
        let Content::Flag(flag) = content else {
            return false;
        };
        swap(self, flag);
        true
    }

    fn read(&mut self, node: Node, value: &Value) {
        *self = value.as_bool().unwrap_or_default();
        if !value.is_boolean() {
            note_unknown(node, value.to_string(), "true, false");
        }
    }

    fn to_json(&self) -> Value {
        (*self).into()
    }
}

impl Held for Vec<Reading> {
    fn content(&self) -> Option<Content> {
        Some(Content::Readings(self.clone()))
    }

    fn exchange(&mut self, content: &mut Content) -> bool {
        match content {
            Content::Readings(readings)
                if readings.len() <= MAX_LIST && readings.iter().all(|reading| fits(&reading.note, MAX_TEXT)) =>
            {
                swap(self, readings);
                true
            }
            _ => false,
        }
    }

    fn read(&mut self, node: Node, _: &Value) {
        *self = node.list_of(0..=MAX_LIST).into_iter().map(record::read).collect();
    }

    fn to_json(&self) -> Value {
        self.iter().map(|reading| Value::Object(record::to_json(reading))).collect()
    }
}
