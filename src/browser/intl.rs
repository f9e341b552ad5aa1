//! Dates, numbers and plurals as the browser's `Intl` writes them, so that no table of them is downloaded.

use js_sys::{Array, Date, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

/// A calendar date such as `2026-11-21`, written out in `lang`; as it came, if it is none.
#[must_use]
pub fn date(lang: &str, day: &str) -> String {
    let date = Date::new(&JsValue::from_str(day));
    // A day that no month has becomes one of the next month.
    let is_day = !date.get_time().is_nan() && String::from(date.to_iso_string()).split('T').next() == Some(day);
    if !is_day {
        return day.to_owned();
    }
    let options = object(&[("dateStyle", "long"), ("timeZone", "UTC")]);
    let format = Intl::DateTimeFormat::new(&languages(lang), &options);
    let written = format.format().call1(&JsValue::UNDEFINED, &date);
    written.ok().and_then(|text| text.as_string()).unwrap_or_else(|| day.to_owned())
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
    let written =
        Intl::NumberFormat::new(&languages(lang), &Object::new()).format().call1(&JsValue::UNDEFINED, &1.5.into());
    let written = written.ok().and_then(|text| text.as_string()).unwrap_or_default();
    if written.contains(',') { ',' } else { '.' }
}

/// A number as it is written in `lang`.
#[must_use]
pub fn number(lang: &str, number: f64) -> String {
    formatted(&Intl::NumberFormat::new(&languages(lang), &Object::new()), number)
}

/// An amount in the currency's minor unit as it is written in `lang`, without needless decimals; a bare number where there is
/// no such currency.
#[must_use]
pub fn money(lang: &str, currency: &str, minor: i64) -> String {
    let decimals = decimals(currency);
    #[expect(clippy::cast_precision_loss, reason = "money has bounds far below 2^53")]
    let amount = minor as f64 / 10_f64.powi(decimals.into());
    let options = currency_options(currency);
    if amount.fract() == 0.0 {
        let _ = Reflect::set(&options, &"minimumFractionDigits".into(), &0.into());
    }
    formatted(&Intl::NumberFormat::new(&languages(lang), &options), amount)
}

/// How many decimals the amounts of a currency have.
#[must_use]
pub fn decimals(currency: &str) -> u8 {
    let resolved = Intl::NumberFormat::new(&languages("en"), &currency_options(currency)).resolved_options();
    let digits = Reflect::get(&resolved, &"maximumFractionDigits".into()).ok().and_then(|digits| digits.as_f64());
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 4")]
    let digits = digits.unwrap_or(2.0) as u8;
    digits
}

fn currency_options(currency: &str) -> Object {
    if currency.is_empty() {
        return Object::new();
    }
    object(&[("style", "currency"), ("currency", currency)])
}

fn formatted(format: &Intl::NumberFormat, number: f64) -> String {
    let written = format.format().call1(&JsValue::UNDEFINED, &number.into());
    written.ok().and_then(|text| text.as_string()).unwrap_or_default()
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
    let date = Date::new(&JsValue::from_str(day));
    let options = object(&[beside, ("month", month), ("timeZone", "UTC")]);
    let format = Intl::DateTimeFormat::new(&languages(lang), &options);
    let written = format.format().call1(&JsValue::UNDEFINED, &date);
    written.ok().and_then(|text| text.as_string()).unwrap_or_else(|| day.to_owned())
}

fn languages(lang: &str) -> Array {
    Array::of1(&JsValue::from_str(lang))
}

fn object(fields: &[(&str, &str)]) -> Object {
    let object = Object::new();
    for (name, value) in fields {
        let _ = Reflect::set(&object, &JsValue::from_str(name), &JsValue::from_str(value));
    }
    object
}
