//! A plan to be read and not changed: what the document prints, and words for what stands in a field.

use super::{
    part::{heading, note, press},
    planner::Planner,
};
use crate::{
    browser::{
        dom,
        element::{El, el},
    },
    plan::{
        edit::Part,
        field::Content,
        kind::{self, Kind},
        link::Place,
        outline::{Entry, Field, Outline, Section},
        table::Table,
        value::{Id, Number},
    },
    ui::part::{actions, div, p},
    words::{LANGUAGES, PlanKey},
};

/// A button to print the plan in the order of an outline, and the sheet that is printed: there only while it is, since it
/// would follow each change otherwise. Fields of folded rows are not there to be printed, and cut what does not fit them.
pub fn for_print(planner: &Planner, outline: &Outline) -> [El; 2] {
    let print = press(planner, "sf-line", PlanKey::PagePrint, |_| dom::print());
    let (reader, sections) = (planner.clone(), outline.sections.clone());
    let sheet =
        move || div("sf-sheet").children(sections.iter().filter_map(|part| section(&reader, part)).collect::<Vec<_>>());
    [actions([print]), dom::while_printed(div("sf-print-only"), sheet)]
}

fn section(planner: &Planner, section: &Section) -> Option<El> {
    let parts: Vec<El> = section.entries.iter().flat_map(|part| entry(planner, part)).collect();
    let name = section.number.map_or_else(|| section.name.clone(), |number| format!("{number}. {}", section.name));
    (!parts.is_empty()).then(|| el("section").class("sf-sheet-part").child(heading(planner, 1, &name)).children(parts))
}

fn entry(planner: &Planner, entry: &Entry) -> Vec<El> {
    match entry {
        Entry::Field(field) => labelled(planner, &Part::Cover, None, field).into_iter().collect(),
        Entry::List { table, name, fields } => {
            let rows: Vec<El> =
                keys(planner, *table).into_iter().map(|key| row(planner, *table, key, fields)).collect();
            if rows.is_empty() {
                return Vec::new();
            }
            vec![heading(planner, 2, name), el("ul").class("sf-sheet-list").children(rows)]
        }
    }
}

/// A row by its name, and under it what else stands in it.
fn row(planner: &Planner, table: Table, key: Id, fields: &[Field]) -> El {
    let place = Place { table, key };
    let name = el("strong").text(&planner.name(&place));
    let of = Part::Row(place);
    let is_name = |field: &&Field| field.path != super::planner::name_path(table);
    let rest = fields.iter().filter(is_name).filter_map(|field| labelled(planner, &of, Some(table), field));
    let rest: Vec<El> = rest.collect();
    el("li").child(name).children(rest)
}

fn labelled(planner: &Planner, of: &Part, table: Option<Table>, field: &Field) -> Option<El> {
    let value = words(planner, of, &field.path)?;
    let label = planner.label(table, &field.path);
    Some(p("sf-sheet-line", &planner.fill(PlanKey::PageLabelled, &[("label", &label), ("value", &value)])))
}

/// The rows of a list, in order.
pub fn keys(planner: &Planner, table: Table) -> Vec<Id> {
    planner.read(|plan| plan.rows(table).map(|(key, _)| key.clone()).collect())
}

/// What stands in a field, as it is read; nothing where it is empty.
pub fn words(planner: &Planner, of: &Part, path: &str) -> Option<String> {
    let content = planner.content(of, path)?;
    let table = match of {
        Part::Cover => None,
        Part::Row(place) => Some(place.table),
    };
    let kind = kind::kind(table, path)?;
    let text = match (&kind, content) {
        (Kind::Word(_), Content::Text(code)) if !code.is_empty() => {
            planner.said(&["choices", &kind::full(table, path), &code])
        }
        (Kind::Link(to), Content::Text(id)) => names(planner, *to, &[id]),
        (Kind::Links(to), Content::Texts(ids)) => names(planner, *to, &ids),
        (Kind::Language, Content::Text(tag)) => {
            let known = LANGUAGES.iter().find(|(known, _)| *known == tag);
            known.map_or(tag.clone(), |(_, name)| (*name).to_owned())
        }
        (_, Content::Text(text)) => text.trim().to_owned(),
        (_, Content::Texts(texts)) => texts.join("; "),
        (_, Content::Day(day)) => planner.date(day?),
        (Kind::Money, Content::Whole(minor)) => planner.money(minor?),
        (_, Content::Whole(number)) => number?.to_string(),
        (_, Content::Quantity(number)) => planner.number(Number::get(number?)),
        (_, Content::Flag(true)) => "✓".to_owned(),
        (_, Content::Flag(false)) => return None,
        (_, Content::Readings(readings)) => {
            let one = |reading: &crate::plan::model::Reading| {
                let (day, value) = reading.date.zip(reading.value)?;
                Some(format!("{}, {}", planner.number(Number::get(value)), planner.short_date(day)))
            };
            readings.iter().filter_map(one).collect::<Vec<_>>().join("; ")
        }
    };
    Some(text).filter(|text| !text.is_empty())
}

/// The names of those rows that are there.
fn names(planner: &Planner, to: Table, ids: &[String]) -> String {
    let places = ids.iter().map(|id| Place::new(to, id)).filter(|place| planner.read(|plan| plan.row(place).is_some()));
    places.map(|place| planner.name(&place)).collect::<Vec<_>>().join("; ")
}

/// A list that stops at `most`, and says how much more there is.
pub fn list(planner: &Planner, most: usize, items: Vec<El>) -> Option<El> {
    let left = items.len().saturating_sub(most);
    let rest = (left > 0).then(|| note(&planner.count(PlanKey::ListRest, left, &[])));
    let list = el("ul").class("sf-sheet-list");
    (!items.is_empty()).then(|| div("").child(list.children(items.into_iter().take(most))).children(rest))
}
