//! Leaving a finding, with a reason, and taking that back.

use super::finding::Finding;
use super::mend::fresh_key;
use crate::plan::{
    date::Date,
    edit::{Did, Edit, Name},
    link::Place,
    model::Dismissed,
    plan::Plan,
    table::Table,
    value::Id,
};

/// The edit that leaves a finding as it is. It covers what else the same rule finds about the same entity.
#[must_use]
pub fn leave(plan: &Plan, finding: &Finding, reason: &str, on: Date) -> Edit {
    let row = Dismissed {
        rule: finding.rule.to_owned(),
        entity: finding.about.entity(plan).into(),
        reason: reason.to_owned(),
        on: Some(on),
        ..Dismissed::default()
    };
    Edit::add(fresh_key(plan, Table::Dismissed).as_str(), row)
}

/// The edit that brings a finding back that was left; nothing where it was not.
#[must_use]
pub fn take_back(plan: &Plan, finding: &Finding) -> Option<Edit> {
    let rows = left(plan, finding).map(|(key, _)| Edit::Remove(Place { table: Table::Dismissed, key: key.clone() }));
    let edits: Vec<Edit> = rows.collect();
    let name = Name { did: Did::Delete, to: Some(Table::Dismissed) };
    (!edits.is_empty()).then_some(Edit::Together { name, edits })
}

/// The reason for which a finding was left, and the day, where it was.
#[must_use]
pub fn reason<'a>(plan: &'a Plan, finding: &Finding) -> Option<&'a Dismissed> {
    left(plan, finding).map(|(_, row)| row).next()
}

fn left<'a>(plan: &'a Plan, finding: &Finding) -> impl Iterator<Item = (&'a Id, &'a Dismissed)> {
    let (rule, entity) = (finding.rule, finding.about.entity(plan).to_owned());
    plan.all::<Dismissed>().filter(move |(_, row)| row.rule == rule && row.entity.as_str() == entity)
}
