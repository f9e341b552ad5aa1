//! What an objective's figure was on some days.

use super::{
    field::Spot,
    planner::{Planner, today},
};
use crate::{
    browser::element::{El, el},
    plan::{field::Content, figure, model::Reading, value::Number},
    ui::part::{button, div, span},
    words::PlanKey,
};
use std::{cell::RefCell, rc::Rc};

pub fn view(planner: &Planner, spot: &Spot) -> El {
    let (reader, read) = (planner.clone(), spot.clone());
    let rows = move || {
        let readings = readings(&reader, &read);
        readings.iter().enumerate().map(|(index, reading)| row(&reader, &read, index, reading)).collect()
    };
    div("sf-readings").child(el("ul").class("sf-plain").live(rows)).child(new(planner, spot))
}

fn readings(planner: &Planner, spot: &Spot) -> Vec<Reading> {
    match planner.content(&spot.of, &spot.path) {
        Some(Content::Readings(readings)) => readings,
        _ => Vec::new(),
    }
}

fn row(planner: &Planner, spot: &Spot, index: usize, reading: &Reading) -> El {
    let day = reading.date.map(|day| planner.date(day)).unwrap_or_default();
    let value = reading.value.map(|value| planner.number(Number::get(value))).unwrap_or_default();
    let (setter, set) = (planner.clone(), spot.clone());
    let remove = move || {
        if let Some(Content::Readings(mut readings)) = setter.content_now(&set.of, &set.path) {
            readings.remove(index.min(readings.len().saturating_sub(1)));
            setter.set(&set.of, &set.path, Content::Readings(readings));
            setter.pause();
        }
    };
    let name = planner.fill(PlanKey::ReadingsRemove, &[("date", &day)]);
    let remove = button("sf-link sf-small", &planner.t(PlanKey::ListDelete), remove).attr("aria-label", &name);
    let note = (!reading.note.is_empty()).then(|| span("sf-note", &reading.note));
    el("li").child(span("", &day)).child(span("sf-figure", &value)).children(note).child(remove)
}

/// A new reading: the day, proposed as today, and the figure.
fn new(planner: &Planner, spot: &Spot) -> El {
    let today = today().to_string();
    let (day_id, value_id) = (planner.new_id(), planner.new_id());
    let day = Rc::new(RefCell::new(today.clone()));
    let value = Rc::new(RefCell::new(String::new()));
    let (note_day, note_value) = (day.clone(), value.clone());
    let day_input = el("input").class("sf-input sf-day").attr("type", "date").attr("id", &day_id).attr("value", &today);
    let day_input = day_input.on_typed(move |text| *note_day.borrow_mut() = text);
    let value_input = el("input").class("sf-input sf-figure").attr("type", "text").attr("inputmode", "decimal");
    let value_input = value_input.attr("id", &value_id).on_typed(move |text| *note_value.borrow_mut() = text);
    let (setter, set) = (planner.clone(), spot.clone());
    let add = move || {
        let number = figure::read(&value.borrow(), setter.decimal_sign()).and_then(Number::new);
        let Some(number) = number else {
            return setter.say(&setter.t(PlanKey::FieldNoNumber));
        };
        if let Some(Content::Readings(mut readings)) = setter.content_now(&set.of, &set.path) {
            let date = day.borrow().parse().ok();
            readings.push(Reading { date, value: Some(number), ..Reading::default() });
            setter.set(&set.of, &set.path, Content::Readings(readings));
            setter.pause();
        }
    };
    let label = |id: &str, key: PlanKey| el("label").class("sf-label").attr("for", id).text(&planner.t(key));
    div("sf-readings-new")
        .child(div("sf-field").child(label(&day_id, PlanKey::ReadingsDay)).child(day_input))
        .child(div("sf-field").child(label(&value_id, PlanKey::ReadingsValue)).child(value_input))
        .child(button("sf-line", &planner.t(PlanKey::ReadingsAdd), add))
}
