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
    browser::{
        element::{El, el},
        task,
        watched::Watched,
    },
    halves,
    plan::{
        edit::Part,
        field::Content,
        outline::{Entry, Outline, Section},
    },
    ui::part::{div, p},
    words::PlanKey,
};
use std::rc::Rc;

pub fn view(planner: &Planner) -> Vec<El> {
    let (texts, desk) = (planner.texts(), planner.shown());
    let Some(outline) = texts.outline(&desk.outline) else { return Vec::new() };
    let name = match planner.content_now(&Part::Cover, "title") {
        Some(Content::Text(text)) if !text.trim().is_empty() => text,
        _ => planner.t(PlanKey::PlanUnnamed),
    };
    let mut parts = vec![title(planner, &name), choice(planner)];
    parts.push(sections(planner, outline));
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

/// So many sections fill a screen.
const AT_ONCE: usize = 2;

/// The sections: whenever those that are there have been drawn comes one more, so that the page answers between them.
fn sections(planner: &Planner, outline: &Outline) -> El {
    let sections = Rc::new(outline.sections.clone());
    let (count, all) = (Watched::new(AT_ONCE), sections.clone());
    let keys = move || {
        let shown = count.get();
        if shown < all.len() {
            let count = count.clone();
            task::once_drawn(Box::new(move || count.set(shown + 1)));
        }
        all.iter().take(shown).map(|section| (section.id.clone(), false)).collect()
    };
    let planner = planner.clone();
    let section = move |id: &str| section(&planner, sections.iter().find(|section| section.id == id));
    div("sf-in-turn").live_rows(keys, section)
}

fn section(planner: &Planner, section: Option<&Section>) -> El {
    let whole = el("section").class("sf-section");
    let Some(section) = section else { return whole };
    let name = section.number.map_or_else(|| section.name.clone(), |number| format!("{number}. {}", section.name));
    let entries = section.entries.iter().filter_map(|part| entry(planner, part, false));
    whole.child(heading(planner, 1, &name)).children(entries).child(found(planner, section))
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
