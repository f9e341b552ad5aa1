//! Fields with one value.

use super::{Content, Held, MAX_ID, MAX_TEXT, Word, fits, fits_id, is_nothing};
use crate::{
    document::reader::{Kind, Node, Problem},
    plan::{
        date::Date,
        value::{Currency, Id, Quantity, Whole},
    },
};
use serde_json::Value;
use std::mem::{replace, swap};

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

pub(super) fn cut(text: &mut String) {
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
pub(super) fn read_id(node: Node) -> Id {
    let text = node.text(MAX_ID);
    Id(if fits_id(&text) { text } else { String::new() })
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
            *number = replace(self, new).map(Whole::get);
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
            *number = replace(self, new).and_then(|number| Quantity::new(number.get()));
        }
        fits
    }

    fn read(&mut self, node: Node, value: &Value) {
        *self = value.as_f64().and_then(Quantity::new);
        match value.as_f64() {
            None => node.fault(Problem::WrongKind { wanted: Kind::Number }),
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
            node.fault(Problem::BadDate { is: shortened(text) });
        }
    }

    fn to_json(&self) -> Value {
        self.map(|day| day.to_string()).into()
    }
}

/// Long rubbish is not repeated in full.
fn shortened(mut text: String) -> String {
    if let Some((end, _)) = text.char_indices().nth(40) {
        text.truncate(end);
    }
    text
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
            node.fault(Problem::NotOneOf { is: shortened(text), known: "EUR, USD, GBP, …".to_owned() });
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

    fn choices(&self) -> Option<Vec<&'static str>> {
        Some(W::NAMED.iter().map(|(name, _)| *name).collect())
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
        *text = replace(held, new).map(code).unwrap_or_default();
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
            node.fault(Problem::WrongKind { wanted: Kind::YesNo });
        }
    }

    fn to_json(&self) -> Value {
        (*self).into()
    }
}
