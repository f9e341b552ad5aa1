//! What the figures of an objective say: the way from baseline to target, by when, and how far it has come.

use super::prelude::*;
use crate::plan::{control::progress, value::Number};

const OBJECTIVES: &[Table] = &[Table::Objectives];

pub(super) static OBJ_03: Rule = Rule::of_rows("OBJ-03", OBJECTIVES, direction).forms(&[&[], &[]]).mend(swapped);
pub(super) static OBJ_09: Rule = Rule::of_rows("OBJ-09", OBJECTIVES, outside).seeing(Seen::Dates);
pub(super) static OBJ_10: Rule = Rule::of_rows("OBJ-10", OBJECTIVES, long_way).seeing(Seen::Dates);
pub(super) static OBJ_11: Rule = Rule::of_rows("OBJ-11", OBJECTIVES, reached);
pub(super) static CTL_10: Rule = Rule::of_rows("CTL-10", OBJECTIVES, no_reading).seeing(Seen::Dates).forms(&[&["n"]]);

fn direction(look: &Look, subject: &Subject, out: &mut Vec<Note>) {
    let Some((baseline, target)) = subject.get::<Objective>().and_then(way) else {
        return;
    };
    let says = |list| !text::matches(subject.norm, look.list(list)).is_empty();
    let (rise, fall) = (says(List::Rise), says(List::Fall));
    // Form 0 is a target that goes the other way, form 1 one that does not move.
    if baseline.total_cmp(&target).is_eq() {
        out.push(Note::at("target").form(1));
    } else if (rise && !fall && target < baseline) || (fall && !rise && target > baseline) {
        out.push(Note::at("target"));
    }
}

/// Baseline and target, where it has both. Zero has one sign.
fn way(row: &Objective) -> Option<(f64, f64)> {
    row.baseline.zip(row.target).map(|(baseline, target)| (baseline.get() + 0.0, target.get() + 0.0))
}

fn swapped(look: &Look, finding: &Finding) -> Option<Edit> {
    let place = finding.about.place()?;
    let row = look.plan.get::<Objective>(place.key.as_str())?;
    let (baseline, target) = way(row).filter(|(baseline, target)| baseline.total_cmp(target).is_ne())?;
    let edit = |field, to| Edit::set_row(place.clone(), field, Content::Quantity(Number::new(to)));
    Some(mend::together(Did::Change, Table::Objectives, vec![edit("baseline", target), edit("target", baseline)]))
}

fn outside(look: &Look, subject: &Subject, out: &mut Vec<Note>) {
    let cover = look.plan.cover();
    let due = subject.get::<Objective>().and_then(|row| row.due);
    let is_outside = |due| cover.start.is_some_and(|start| due < start) || cover.end.is_some_and(|end| due > end);
    if due.is_some_and(is_outside) {
        out.push(Note::at("due"));
    }
}

fn long_way(look: &Look, subject: &Subject, out: &mut Vec<Note>) {
    let Some(row) = subject.get::<Objective>() else {
        return;
    };
    let soon = look.anchor().plus(look.config().soon_days);
    let times = f64::from(look.config().long_way);
    let is_long = |(baseline, target): (f64, f64)| {
        baseline > 0.0 && (target >= times * baseline || (target >= 0.0 && target * times <= baseline))
    };
    if row.due.is_some_and(|due| due <= soon) && way(row).is_some_and(is_long) {
        out.push(Note::at("target"));
    }
}

fn reached(_: &Look, subject: &Subject, out: &mut Vec<Note>) {
    if subject.get::<Objective>().is_some_and(|row| progress(row).reached()) {
        out.push(Note::at("target"));
    }
}

fn no_reading(look: &Look, subject: &Subject, out: &mut Vec<Note>) {
    let Some(row) = subject.get::<Objective>() else {
        return;
    };
    let days = look.config().reading_days;
    let since = look.today.plus(-days);
    let began = look.plan.cover().start.is_some_and(|start| start < since);
    let is_over = row.due.is_some_and(|due| due < look.today);
    let read = progress(row).readings.iter().any(|(date, _)| (since..=look.today).contains(date));
    if began && !is_over && !read {
        out.push(Note::at("progress").with("n", Blank::Count(usize::try_from(days).unwrap_or_default())));
    }
}
