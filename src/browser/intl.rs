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
