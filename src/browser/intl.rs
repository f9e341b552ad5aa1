//! Dates, numbers and plurals as the browser's `Intl` writes them, so that no table of them is downloaded.

use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use std::cell::RefCell;
use wasm_bindgen::JsValue;

/// What `Intl` is told about how to write something.
type Options<'a> = &'a [(&'a str, &'a str)];

thread_local! {
    /// The ways to write that were asked for so far, by language and options: in the time in which a browser makes one, it
    /// writes a hundred times.
    static WAYS: RefCell<Vec<(String, Function)>> = const { RefCell::new(Vec::new()) };
}

/// A calendar date such as `2026-11-21`, written out in `lang`; as it came, if it is none.
#[must_use]
pub fn date(lang: &str, day: &str) -> String {
    let date = Date::new(&JsValue::from_str(day));
    // A day that no month has becomes one of the next month.
    let is_day = !date.get_time().is_nan() && String::from(date.to_iso_string()).split('T').next() == Some(day);
    if !is_day {
        return day.to_owned();
    }
    dated(lang, day, &[("dateStyle", "long"), ("timeZone", "UTC")])
}

/// Whether `count` takes the form for one in `lang`.
#[must_use]
pub fn is_one(lang: &str, count: usize) -> bool {
    let rules = Intl::PluralRules::new(&languages(lang), &Object::new());
    #[expect(clippy::cast_precision_loss, reason = "counts of questions and answers")]
    let count = count as f64;
    rules.select(count) == "one"
}

/// The sign before decimals in `lang`.
#[must_use]
pub fn decimal_sign(lang: &str) -> char {
    let written = number(lang, 1.5);
    if written.contains(',') { ',' } else { '.' }
}

/// A number as it is written in `lang`.
#[must_use]
pub fn number(lang: &str, number: f64) -> String {
    numbered(lang, number, &[])
}

/// An amount in the currency's minor unit as it is written in `lang`, without needless decimals; a bare number where there is
/// no such currency.
#[must_use]
pub fn money(lang: &str, currency: &str, minor: i64) -> String {
    let decimals = decimals(currency);
    #[expect(clippy::cast_precision_loss, reason = "money has bounds far below 2^53")]
    let amount = minor as f64 / 10_f64.powi(decimals.into());
    let mut options = in_currency(currency);
    if amount.fract() == 0.0 {
        options.push(("minimumFractionDigits", "0"));
    }
    numbered(lang, amount, &options)
}

/// How many decimals the amounts of a currency have.
#[must_use]
pub fn decimals(currency: &str) -> u8 {
    let resolved = Intl::NumberFormat::new(&languages("en"), &object(&in_currency(currency))).resolved_options();
    let digits = Reflect::get(&resolved, &"maximumFractionDigits".into()).ok().and_then(|digits| digits.as_f64());
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 4")]
    let digits = digits.unwrap_or(2.0) as u8;
    digits
}

fn in_currency(currency: &str) -> Vec<(&str, &str)> {
    if currency.is_empty() { Vec::new() } else { vec![("style", "currency"), ("currency", currency)] }
}

/// A calendar date with its day and month in short, as in `3 Mar`.
#[must_use]
pub fn short_date(lang: &str, day: &str) -> String {
    date_part(lang, day, ("day", "numeric"), "short")
}

/// The month that a date is in, with its year.
#[must_use]
pub fn month(lang: &str, day: &str) -> String {
    date_part(lang, day, ("year", "numeric"), "long")
}

fn date_part(lang: &str, day: &str, beside: (&str, &str), month: &str) -> String {
    dated(lang, day, &[beside, ("month", month), ("timeZone", "UTC")])
}

fn dated(lang: &str, day: &str, options: Options) -> String {
    let date = Date::new(&JsValue::from_str(day));
    let make = || Intl::DateTimeFormat::new(&languages(lang), &object(options)).format();
    written(lang, options, &date, &make).unwrap_or_else(|| day.to_owned())
}

fn numbered(lang: &str, number: f64, options: Options) -> String {
    let make = || Intl::NumberFormat::new(&languages(lang), &object(options)).format();
    written(lang, options, &number.into(), &make).unwrap_or_default()
}

/// What is written of `value` with these options, in a way that `make` makes.
fn written(lang: &str, options: Options, value: &JsValue, make: &dyn Fn() -> Function) -> Option<String> {
    let name = options.iter().fold(lang.to_owned(), |name, (option, value)| name + " " + option + value);
    let way = WAYS.with_borrow_mut(|ways| {
        if let Some((_, way)) = ways.iter().find(|(known, _)| *known == name) {
            return way.clone();
        }
        let way = make();
        ways.push((name, way.clone()));
        way
    });
    way.call1(&JsValue::UNDEFINED, value).ok()?.as_string()
}

fn languages(lang: &str) -> Array {
    Array::of1(&JsValue::from_str(lang))
}

fn object(fields: Options) -> Object {
    let object = Object::new();
    for (name, value) in fields {
        let _ = Reflect::set(&object, &JsValue::from_str(name), &JsValue::from_str(value));
    }
    object
}
