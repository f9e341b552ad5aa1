//! What mends are made of: new rows, changes to several, and two rows made one.

use super::finding::Finding;
use crate::plan::{
    edit::{Did, Edit, Name},
    field::{Content, Held, MAX_LIST},
    link::{Place, holders},
    plan::Plan,
    record,
    table::{Row, Table},
    value::Id,
};

/// A key that no row of the table has, and no link holds.
pub(super) fn fresh_key(plan: &Plan, table: Table) -> Id {
    fresh_keys(plan, table).next().unwrap_or_default()
}

/// Keys that no row of the table has, and no link holds.
pub(super) fn fresh_keys(plan: &Plan, table: Table) -> impl Iterator<Item = Id> {
    let start = table.name().trim_end_matches('s');
    let keys = (plan.count(table) + 1..).map(move |number| Id(format!("{start}-{number}")));
    keys.filter(move |key| {
        let place = Place { table, key: key.clone() };
        plan.row(&place).is_none() && holders(plan, key).next().is_none()
    })
}

/// Sets a field of the row that a finding is about.
pub(super) fn set(finding: &Finding, field: &str, to: Content) -> Option<Edit> {
    Some(Edit::set_row(finding.about.place()?.clone(), field, to))
}

pub(super) fn together(did: Did, table: Table, edits: Vec<Edit>) -> Edit {
    Edit::Together { name: Name { did, to: Some(table) }, edits }
}

pub(super) fn text(text: &str) -> Content {
    Content::Text(text.to_owned())
}

/// Makes one row of two: what links to `gone` links to `kept`, which takes over what it does not have itself.
pub(super) fn merge(plan: &Plan, kept: &Place, gone: &Place) -> Option<Edit> {
    let (to, from) = (plan.row(kept)?, plan.row(gone)?);
    let mut edits = Vec::new();
    for path in record::paths(from.record()) {
        let held = |row: &Row| record::at(row.record(), &path).and_then(Held::content);
        let (Some(here), Some(there)) = (held(to), held(from)) else {
            continue;
        };
        if let Some(both) = merged(&here, there).filter(|_| path != "id") {
            edits.push(Edit::set_row(kept.clone(), &path, both));
        }
    }
    if !from.id().is_empty() && !to.id().is_empty() {
        for holder in holders(plan, from.id()).filter(|holder| *holder != gone) {
            edits.extend(relinked(plan, holder, gone.table, from.id(), to.id()));
        }
    }
    edits.push(Edit::Remove(gone.clone()));
    Some(together(Did::Delete, gone.table, edits))
}

/// What one field holds of two; nothing where it stays as it is.
fn merged(here: &Content, there: Content) -> Option<Content> {
    let add = |here: &[String], there: Vec<String>| {
        let mut all = here.to_vec();
        for one in there {
            if !all.contains(&one) {
                all.push(one);
            }
        }
        all
    };
    let both = match (here, there) {
        (Content::Texts(here), Content::Texts(there)) => Content::Texts(add(here, there)),
        (Content::Readings(here), Content::Readings(there)) => Content::Readings([here.as_slice(), &there].concat()),
        (Content::Flag(here), Content::Flag(there)) => Content::Flag(*here || there),
        (here, there) if is_empty(here) => there,
        _ => return None,
    };
    let is_long = match &both {
        Content::Texts(texts) => texts.len() > MAX_LIST,
        Content::Readings(readings) => readings.len() > MAX_LIST,
        _ => false,
    };
    (!is_long && both != *here).then_some(both)
}

fn is_empty(content: &Content) -> bool {
    match content {
        Content::Text(text) => text.trim().is_empty(),
        Content::Whole(number) => number.is_none(),
        Content::Quantity(number) => number.is_none(),
        Content::Day(day) => day.is_none(),
        Content::Texts(_) | Content::Flag(_) | Content::Readings(_) => false,
    }
}

/// The links to one row of a table as links to another. Ids may be the same in two tables, so only links to that table change.
fn relinked(plan: &Plan, holder: &Place, to: Table, from: &Id, kept: &Id) -> Vec<Edit> {
    let Some(row) = plan.row(holder) else {
        return Vec::new();
    };
    let mut edits = Vec::new();
    for field in crate::plan::link::fields(holder.table, to) {
        let content = match record::at(row.record(), field).and_then(Held::content) {
            Some(Content::Text(id)) if id == from.0 => Content::Text(kept.0.clone()),
            Some(Content::Texts(ids)) if ids.contains(&from.0) => {
                let mut ids: Vec<String> = ids.into_iter().filter(|id| *id != kept.0).collect();
                ids.iter_mut().filter(|id| **id == from.0).for_each(|id| id.clone_from(&kept.0));
                ids.dedup();
                Content::Texts(ids)
            }
            _ => continue,
        };
        edits.push(Edit::set_row(holder.clone(), field, content));
    }
    edits
}
