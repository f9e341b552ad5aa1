//! The whole plan on one page, in the order of an outline, to be changed in place.

use super::{
    field::{self, Spot},
    guided::found,
    list,
    part::{heading, title},
    planner::Planner,
    screens::Part as Loaded,
};
use crate::{
    browser::element::{El, el},
    halves,
    plan::{
        edit::Part,
        field::Content,
        outline::{Entry, Section},
    },
    ui::part::{div, p},
    words::PlanKey,
};

pub fn view(planner: &Planner) -> Vec<El> {
    let (texts, desk) = (planner.texts(), planner.desk());
    let Some(outline) = texts.outline(&desk.outline) else { return Vec::new() };
    let name = match planner.content_now(&Part::Cover, "title") {
        Some(Content::Text(text)) if !text.trim().is_empty() => text,
        _ => planner.t(PlanKey::PlanUnnamed),
    };
    let mut parts = vec![title(planner, &name), choice(planner)];
    parts.extend(outline.sections.iter().map(|part| section(planner, part)));
    let (drawer, printed) = (planner.clone(), outline.clone());
    // What is printed comes a moment later than what is worked in.
    let sheet = move || if drawer.has(Loaded::Views) { halves::sheet(&drawer, &printed) } else { Vec::new() };
    parts.push(div("sf-list-part").live(sheet));
    parts.extend(outline.id.eq(crate::desk::FIRST_OUTLINE).then(|| p("sf-note", &planner.t(PlanKey::DocumentCredit))));
    parts
}

/// The order in which the document is read.
fn choice(planner: &Planner) -> El {
    let id = planner.new_id();
    let (texts, reader) = (planner.texts(), planner.clone());
    let options = texts.outlines.iter().map(|outline| el("option").attr("value", &outline.id).text(&outline.name));
    let select = el("select").class("sf-input").attr("id", &id).children(options);
    let select = select.live_value(planner.then(|planner| planner.desk().outline.clone()));
    let select = select.on_value(move |outline| reader.read_as(&outline));
    let label = el("label").class("sf-label").attr("for", &id).text(&planner.t(PlanKey::DocumentOrder));
    div("sf-field sf-order").child(label).child(select)
}

fn section(planner: &Planner, section: &Section) -> El {
    let name = section.number.map_or_else(|| section.name.clone(), |number| format!("{number}. {}", section.name));
    let entries = section.entries.iter().filter_map(|part| entry(planner, part, false));
    let entries: Vec<El> = entries.collect();
    el("section").class("sf-section").child(heading(planner, 1, &name)).children(entries).child(found(planner, section))
}

/// A field, or a list under its name.
pub fn entry(planner: &Planner, entry: &Entry, guided: bool) -> Option<El> {
    match entry {
        Entry::Field(field) => field::view(planner, &Spot { of: Part::Cover, path: field.path.clone(), guided }),
        Entry::List { table, name, fields } => {
            let below = if guided { 1 } else { 2 };
            let list = list::view(planner, *table, fields, guided);
            Some(div("sf-list-part").child(heading(planner, below, name)).child(list))
        }
    }
}
