//! A plan at another time.
#![cfg(not(target_arch = "wasm32"))]

mod plan_common;

use plan_common::{any_plan, day, file_with, full_file, sound};
use proptest::prelude::*;
use serde_json::{Value, json};
use strategy_first::plan::{date::Date, shift::shifted};

#[test]
fn every_date_is_moved_and_nothing_else() {
    let file = |start: &str, end: &str, third: &str| {
        file_with(json!({
            "title": "2026-03-02", "start": start, "end": end, "mine": "2026-03-02", "created": null,
            "objectives": [{"id": "o", "due": end, "progress": [{"date": third, "value": 3, "mine": {"date": "2026-03-02"}}, {"value": 4}]}],
            "wont_do": [{"text": "x", "look_again": end}],
            "actions": [{"id": "a", "start": start, "end": third, "mine": ["2026-03-02"]}, {"id": "b"}],
            "reviews": [{"id": "r", "date": third}],
            "dismissed": [{"rule": "CTL-01", "entity": "o", "on": start}],
        }))
    };
    let plan = sound(&file("2028-02-28", "2028-12-31", "2028-03-01"));
    let moved = shifted(&plan, 2);
    assert_eq!(moved.to_json(), file("2028-03-01", "2029-01-02", "2028-03-03"));
    assert_eq!(shifted(&moved, -2), plan);
}

/// The places where a value holds a date, as in `actions/0/start`, with the dates.
fn dates(value: &Value, place: &str, found: &mut Vec<(String, Date)>) {
    match value {
        Value::Object(object) => object.iter().for_each(|(name, part)| dates(part, &format!("{place}/{name}"), found)),
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(index, part)| dates(part, &format!("{place}/{index}"), found));
        }
        Value::String(text) => found.extend(text.parse().ok().map(|date| (place.to_owned(), date))),
        _ => {}
    }
}

#[test]
fn no_date_of_the_model_is_forgotten() {
    let plan = sound(&full_file());
    let moved = shifted(&plan, 9).to_json();
    let (mut before, mut after) = (Vec::new(), Vec::new());
    dates(&plan.to_json(), "", &mut before);
    dates(&moved, "", &mut after);
    assert!(before.len() >= 11, "{before:?}");
    for (place, date) in &mut before {
        if !place.ends_with("title") {
            *date = date.plus(9);
        }
    }
    assert_eq!(after, before);
}

proptest! {
    #[test]
    fn there_and_back_is_the_same_plan(plan in any_plan(), days in -100_000..100_000) {
        let moved = shifted(&plan, days);
        prop_assert_eq!(shifted(&moved, -days), plan.clone());
        let length = |plan: &strategy_first::plan::plan::Plan| Some(plan.cover().end?.since(plan.cover().start?));
        prop_assert_eq!(length(&moved), length(&plan));
    }
}

#[test]
fn dates_end_where_the_calendar_ends() {
    let plan = sound(&file_with(json!({"start": "9999-12-30"})));
    assert_eq!(shifted(&plan, i32::MAX).cover().start, Some(Date::LAST));
    assert_eq!(shifted(&plan, i32::MIN).cover().start, Some(Date::FIRST));
    assert_eq!(shifted(&plan, 1).cover().start, Some(day("9999-12-31")));
}
