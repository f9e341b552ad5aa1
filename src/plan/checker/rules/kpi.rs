//! Measures: what they aim at, what they tell, and where their figures come from.

use super::prelude::*;
use crate::plan::{model::Kpi, value::Number};

const KPIS: &[Table] = &[Table::Kpis];

pub(super) static CTL_02: Rule = Rule::of_rows("CTL-02", KPIS, incomplete).forms(&[&["list"]]).mend(copied);
pub(super) static CTL_03: Rule = Rule::of_rows("CTL-03", KPIS, differs).forms(&[&["x", "y"]]).mend(copied);
pub(super) static CTL_05: Rule = Rule::of_rows("CTL-05", KPIS, no_source);
pub(super) static CTL_08: Rule = Rule::of_rows("CTL-08", &[Table::Kpis, Table::Objectives], vanity).forms(&[&["list"]]);

fn incomplete(look: &Look, subject: &Subject, out: &mut Vec<Note>) {
    let Some(row) = subject.get::<Kpi>() else {
        return;
    };
    let tells = look.plan.linked::<Objective>(&row.objective_id).is_some();
    let parts = [("target", "target", row.target.is_none()), ("objective", "objective_id", !tells)];
    let missing: Vec<_> = parts.iter().filter(|(.., is_missing)| *is_missing).collect();
    if let [(_, field, _), ..] = missing.as_slice() {
        let names = missing.iter().map(|(name, ..)| *name).collect();
        out.push(Note::at(field).with("list", Blank::Terms(names)));
    }
}

/// Takes the target of its objective.
fn copied(look: &Look, finding: &Finding) -> Option<Edit> {
    let row = look.plan.get::<Kpi>(finding.about.place()?.key.as_str())?;
    let target = look.plan.linked::<Objective>(&row.objective_id)?.target.map(Number::get)?;
    mend::set(finding, "target", Content::Quantity(Number::new(target)))
}

fn differs(look: &Look, subject: &Subject, out: &mut Vec<Note>) {
    let Some(row) = subject.get::<Kpi>() else {
        return;
    };
    let objective = look.plan.linked::<Objective>(&row.objective_id);
    let Some(objective) = objective.filter(|objective| norm(&objective.metric) == subject.norm) else {
        return;
    };
    if let Some((here, there)) = row.target.zip(objective.target).filter(|(here, there)| here != there) {
        let note = Note::at("target").with("x", Blank::Number(here.get()));
        out.push(note.with("y", Blank::Number(there.get())));
    }
}

fn no_source(_: &Look, subject: &Subject, out: &mut Vec<Note>) {
    if subject.get::<Kpi>().is_some_and(|row| is_blank(&row.source)) {
        out.push(Note::at("source"));
    }
}

fn vanity(look: &Look, subject: &Subject, out: &mut Vec<Note>) {
    let metric = subject.get::<Objective>().map(|row| norm(&row.metric));
    let field = if metric.is_some() { "metric" } else { "name" };
    let list = look.list(List::VanityMetrics);
    let found = text::matches(metric.as_deref().unwrap_or(subject.norm), list);
    if let [(_, _, first), ..] = *found {
        out.push(Note::at(field).with("list", Blank::Text(list[first].clone())));
    }
}
