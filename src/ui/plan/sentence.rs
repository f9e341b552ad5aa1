//! An objective as a sentence that fills up: "From 20 to 35 enquiries a month by 30 June".

use super::planner::Planner;
use crate::{
    browser::element::{El, el},
    plan::{edit::Part, field::Content, link::Place, value::Number},
    ui::part::span,
};

/// The sentence with what stands in the fields, and with words in its blanks where they are empty.
pub fn view(planner: &Planner, place: &Place) -> El {
    let (reader, of) = (planner.clone(), Part::Row(place.clone()));
    el("p").class("sf-sentence").live(move || parts(&reader, &of))
}

fn parts(planner: &Planner, of: &Part) -> Vec<El> {
    let form = if filled(planner, of, "unit").is_some() { "with_unit" } else { "full" };
    let sentence = planner.said(&["sentence", form]);
    let mut parts = Vec::new();
    let mut rest = sentence.as_str();
    while let Some((before, after)) = rest.split_once('{') {
        parts.push(span("", before));
        let (name, behind) = after.split_once('}').unwrap_or((after, ""));
        parts.push(match filled(planner, of, name) {
            Some(text) => el("strong").text(&text),
            None => span("sf-blank", &planner.said(&["sentence", "blank", name])),
        });
        rest = behind;
    }
    parts.push(span("", rest));
    parts
}

fn filled(planner: &Planner, of: &Part, path: &str) -> Option<String> {
    match planner.content(of, path)? {
        Content::Text(text) => Some(text).filter(|text| !text.trim().is_empty()),
        Content::Quantity(number) => Some(planner.number(Number::get(number?))),
        Content::Day(day) => Some(planner.date(day?)),
        _ => None,
    }
}
